package org.ansatz.polynomial;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Notation;
import org.ansatz.quantity.Rational;

/** A quotient of polynomials as a sum of c/(x − p)^k; each c is a coefficient of the Laurent series at its pole. */
public final class PartialFractions {

    private static final int DIGITS = 6;

    private final List<Part> parts;

    private PartialFractions(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * One part, c/(x − p)^k.
     *
     * @param pole p
     * @param power k
     * @param factor c
     * @param error how far c may be from the truth
     */
    public record Part(Roots.Root pole, int power, Point factor, double error) {}

    /**
     * The parts of a quotient with exact coefficients.
     *
     * @throws NoValue if it is improper
     */
    public static PartialFractions of(Fraction quotient) {
        quotient.requireProper("a sum of partial fractions");
        List<Part> parts = new ArrayList<>();
        for (Roots.Root pole : Roots.of(quotient.denominator())) {
            parts.addAll(at(pole, quotient));
        }
        return new PartialFractions(parts);
    }

    /** All parts, from pole to pole, the first power first. */
    public List<Part> parts() {
        return parts;
    }

    /** The parts at one pole, the first power first; the quotient may be improper. */
    public static List<Part> at(Roots.Root pole, Fraction quotient) {
        int m = pole.multiplicity();
        Rational exact = pole.exact();
        double reach = exact == null ? pole.error() : 0;
        Rational re = exact == null ? Rational.exactly(pole.at().re()) : exact;
        Rational im = Rational.exactly(pole.at().im());
        Point[] here = laurent(quotient, re, im, m);
        Point[] beside = laurent(quotient, re.plus(Rational.exactly(reach)), im, m);
        Point[] above = laurent(quotient, re, im.plus(Rational.exactly(reach)), m);
        List<Part> parts = new ArrayList<>();
        for (int k = 1; k <= m; k++) {
            Point factor = here[m - k];
            double moved = factor.minus(beside[m - k]).size()
                    + factor.minus(above[m - k]).size();
            double error = 2 * moved + 16 * m * Math.ulp(factor.size());
            if (!(error <= 1e-3 * Math.max(factor.size(), here[0].size())) && exact == null) {
                throw new NoValue("the poles near " + shown(pole.at()) + " lie too close together for their residues");
            }
            parts.add(new Part(pole, k, factor, error));
        }
        return parts;
    }

    /** The first m coefficients of numerator/(denominator/t^m) in t = x − (re + j·im). */
    private static Point[] laurent(Fraction quotient, Rational re, Rational im, int m) {
        Point[] up = quotient.numerator().around(re, im);
        Point[] down = quotient.denominator().around(re, im);
        Point[] series = new Point[m];
        for (int k = 0; k < m; k++) {
            Point sum = k < up.length ? up[k] : Point.ZERO;
            for (int i = 1; i <= k; i++) {
                Point factor = m + i < down.length ? down[m + i] : Point.ZERO;
                sum = sum.minus(factor.times(series[k - i]));
            }
            series[k] = sum.over(down[m]);
        }
        return series;
    }

    /** A point of the plane, short enough to be read. */
    public static String shown(Point z) {
        String re = Notation.number(z.re(), DIGITS);
        return z.im() == 0 ? re : re + (z.im() < 0 ? " - " : " + ") + Notation.number(Math.abs(z.im()), DIGITS) + "j";
    }

    /** Points of the plane in a row. */
    public static String shown(List<Roots.Root> roots) {
        StringBuilder text = new StringBuilder();
        for (Roots.Root root : roots) {
            text.append(text.length() == 0 ? "" : ", ").append(shown(root.at()));
            text.append(root.multiplicity() > 1 ? " (" + root.multiplicity() + " times)" : "");
        }
        return text.toString();
    }
}
