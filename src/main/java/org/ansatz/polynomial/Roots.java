package org.ansatz.polynomial;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expansion.Coefficient;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * All roots of a polynomial. One with exact coefficients is split into factors without repeated roots first (D. Y. Y. Yun, SYMSAC
 * 1976), so that multiplicities are exact and the roots of each factor are simple. They are found together (O. Aberth, Math. Comp.
 * 27, 1973), and improved by Newton's method with exact residuals. The error of a root is the radius of a disc that holds it for
 * certain: of the discs around all z_i with the radius n·|p(z_i)|/|a_n·∏(z_i − z_j)| each part that hangs together holds as many
 * roots as discs (B. T. Smith, J. ACM 17, 1970).
 */
public final class Roots {

    private static final int MAX_ITERATIONS = 200;
    private static final int MAX_NEWTON_STEPS = 40;

    private Roots() {}

    /**
     * A root.
     *
     * @param at where it is
     * @param error it lies within this distance of {@code at} for certain; of an exact root, what no double holds of it
     * @param multiplicity how often it counts
     * @param exact the root, if it is a rational number that is known exactly
     */
    public record Root(
            Point at,
            double error,
            int multiplicity,
            @Nullable Rational exact) {

        /** A rational root. */
        static Root exact(Rational number, int multiplicity) {
            double near = number.toDouble();
            double error = Rational.exactly(near).equals(number) ? 0 : Math.ulp(near);
            return new Root(new Point(near, 0), error, multiplicity, number);
        }
    }

    /**
     * All roots, from left to right, of conjugate ones that below the axis first.
     *
     * @throws NoValue of the polynomial that is zero, or if the leading coefficient may be zero
     */
    public static List<Root> of(Polynomial p) {
        if (p.isZero()) {
            throw new NoValue("every number is a root of 0");
        }
        if (!p.lead().hasSign()) {
            throw new NoValue("the leading coefficient may be zero, so that the degree is not known");
        }
        List<Root> roots = new ArrayList<>();
        if (p.isExact()) {
            List<Polynomial> factors = squareFree(p);
            for (int i = 0; i < factors.size(); i++) {
                for (Root root : simple(factors.get(i))) {
                    roots.add(new Root(root.at, root.error, i + 1, root.exact));
                }
            }
        } else {
            roots.addAll(simple(p));
        }
        double scale = 0;
        for (Root root : roots) {
            scale = Math.max(scale, root.at.size());
        }
        double same = 1e-9 * scale;
        roots.sort((a, b) -> Math.abs(a.at.re() - b.at.re()) <= same
                ? Double.compare(a.at.im(), b.at.im())
                : Double.compare(a.at.re(), b.at.re()));
        return roots;
    }

    /** Factors of which the k-th, from 1, holds the k-fold roots; by Yun's algorithm. */
    static List<Polynomial> squareFree(Polynomial p) {
        List<Polynomial> factors = new ArrayList<>();
        Polynomial slope = p.derivative();
        Polynomial common = p.gcd(slope);
        Polynomial b = p.over(common).quotient();
        Polynomial c = slope.isZero() ? slope : slope.over(common).quotient();
        Polynomial d = c.minus(b.derivative());
        while (b.degree() > 0) {
            Polynomial factor = b.gcd(d);
            factors.add(factor);
            b = b.over(factor).quotient();
            c = d.isZero() ? d : d.over(factor).quotient();
            d = c.minus(b.derivative());
        }
        return factors;
    }

    private static List<Root> simple(Polynomial p) {
        int n = p.degree();
        List<Root> roots = new ArrayList<>();
        if (n <= 0) {
            return roots;
        }
        int zeros = 0;
        while (p.at(zeros).isZero()) {
            zeros++;
        }
        for (int i = 0; i < zeros; i++) {
            roots.add(Root.exact(Rational.ZERO, 1));
        }
        List<Coefficient> rest = new ArrayList<>();
        for (int k = zeros; k <= n; k++) {
            rest.add(p.at(k));
        }
        Polynomial reduced = Polynomial.of(rest);
        if (reduced.degree() > 0) {
            roots.addAll(away(reduced));
        }
        return roots;
    }

    /** The roots of a polynomial without a root at zero. */
    private static List<Root> away(Polynomial p) {
        int n = p.degree();
        double[] c = new double[n + 1];
        double most = 0;
        for (int k = 0; k <= n; k++) {
            c[k] = p.at(k).range().middle();
            most = Math.max(most, Math.abs(c[k]));
        }
        if (Double.isInfinite(most) || c[n] == 0) {
            throw new NoValue("coefficients that no double holds: choose other units");
        }
        Point[] z = symmetric(aberth(c));
        Point[] values = new Point[n];
        ExactValues exact = ExactValues.of(p);
        ExactValues slopes = ExactValues.of(p.derivative());
        boolean moves = true;
        for (int step = 0; step < MAX_NEWTON_STEPS && moves; step++) {
            moves = false;
            for (int i = 0; i < n; i++) {
                Point slope = slopes.at(z[i]);
                Point move = exact.at(z[i]).over(slope);
                // A step as long as the way to the next root leads to the wrong one.
                boolean isShort = move.size() < nearest(z, i) / 2;
                z[i] = isShort ? z[i].minus(move) : z[i];
                moves |= isShort && move.size() > 2 * Math.ulp(z[i].size());
            }
            z = symmetric(z);
        }
        for (int i = 0; i < n; i++) {
            values[i] = exact.at(z[i]);
        }
        double[] radius = new double[n];
        for (int i = 0; i < n; i++) {
            double size = values[i].size() * (1 + 1e-15) + p.doubt(z[i]) + Double.MIN_NORMAL;
            double product = Math.max(Math.abs(c[n]) - p.at(n).range().width(), Double.MIN_NORMAL);
            radius[i] = n * size / product;
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    radius[i] /= z[i].minus(z[j]).size() * (1 - 1e-15);
                }
            }
            radius[i] *= 1 + 4e-15 * n;
        }
        return together(p, z, radius);
    }

    /** Where discs overlap, a root may be anywhere in what hangs together. */
    private static List<Root> together(Polynomial p, Point[] z, double[] radius) {
        int n = z.length;
        int[] part = new int[n];
        java.util.Arrays.setAll(part, i -> i);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (part[i] != part[j] && !(z[i].minus(z[j]).size() > radius[i] + radius[j])) {
                    int old = part[j];
                    for (int k = 0; k < n; k++) {
                        part[k] = part[k] == old ? part[i] : part[k];
                    }
                }
            }
        }
        double[] error = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double reach = part[i] == part[j] ? z[i].minus(z[j]).size() + radius[j] : 0;
                error[i] = reach > error[i] || Double.isNaN(reach) ? reach : error[i];
            }
        }
        List<Root> roots = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(error[i])) {
                throw new NoValue("roots so close together that nothing is known of where each is");
            }
            Rational exact = p.isExact() && z[i].im() == 0 ? exact(p, z[i].re(), error[i]) : null;
            roots.add(exact == null ? new Root(z[i], error[i] + Math.ulp(z[i].size()), 1, null) : Root.exact(exact, 1));
        }
        return roots;
    }

    private static @Nullable Rational exact(Polynomial p, double x, double error) {
        double reach = error + Math.ulp(x);
        Rational simplest = Rational.simplestBetween(Rational.exactly(x - reach), Rational.exactly(x + reach));
        return p.at(simplest).isZero() ? simplest : null;
    }

    private static double nearest(Point[] z, int i) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < z.length; j++) {
            nearest = j == i ? nearest : Math.min(nearest, z[i].minus(z[j]).size());
        }
        return nearest;
    }

    /** A start for all roots by the bound of their sizes, and Aberth's iteration. */
    private static Point[] aberth(double[] c) {
        int n = c.length - 1;
        double size = Math.pow(Math.abs(c[0] / c[n]), 1.0 / n);
        Point[] z = new Point[n];
        for (int i = 0; i < n; i++) {
            double angle = 2 * Math.PI * i / n + 0.5;
            z[i] = new Point(size * Math.cos(angle), size * Math.sin(angle));
        }
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double moved = 0;
            for (int i = 0; i < n; i++) {
                Point ratio = newton(c, z[i]);
                Point sum = Point.ZERO;
                for (int j = 0; j < n; j++) {
                    if (j != i) {
                        Point apart = z[i].minus(z[j]);
                        sum = sum.plus(new Point(1, 0).over(apart.size() == 0 ? new Point(1e-300, 0) : apart));
                    }
                }
                Point step = ratio.over(new Point(1, 0).minus(ratio.times(sum)));
                if (Double.isFinite(step.size())) {
                    z[i] = z[i].minus(step);
                    moved = Math.max(moved, step.size() / Math.max(z[i].size(), Double.MIN_NORMAL));
                }
            }
            if (moved < 1e-15) {
                break;
            }
        }
        return z;
    }

    /** p/p′, from the reversed polynomial where |z| is large. */
    private static Point newton(double[] c, Point z) {
        int n = c.length - 1;
        Point value = new Point(c[n], 0);
        Point slope = Point.ZERO;
        for (int k = n - 1; k >= 0; k--) {
            slope = slope.times(z).plus(value);
            value = value.times(z).plus(new Point(c[k], 0));
        }
        return slope.size() == 0 ? new Point(1e-3 * Math.max(z.size(), 1), 0) : value.over(slope);
    }

    /** Roots of a real polynomial lie symmetrically: pairs become conjugate, and what lies next to the axis alone real. */
    private static Point[] symmetric(Point[] z) {
        Point[] result = z.clone();
        boolean[] done = new boolean[z.length];
        for (int i = 0; i < z.length; i++) {
            if (done[i]) {
                continue;
            }
            Point conjugate = new Point(z[i].re(), -z[i].im());
            int best = i;
            for (int j = 0; j < z.length; j++) {
                if (!done[j]
                        && conjugate.minus(z[j]).size()
                                < conjugate.minus(z[best]).size()) {
                    best = j;
                }
            }
            done[i] = true;
            done[best] = true;
            if (best == i) {
                result[i] = new Point(z[i].re(), 0);
            } else {
                double re = (z[i].re() + z[best].re()) / 2;
                double im = Math.abs(z[i].im() - z[best].im()) / 2;
                result[i] = new Point(re, z[i].im() < z[best].im() ? -im : im);
                result[best] = new Point(re, -result[i].im());
            }
        }
        return result;
    }
}
