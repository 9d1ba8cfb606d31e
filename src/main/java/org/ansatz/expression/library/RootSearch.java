package org.ansatz.expression.library;

import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.interval.Interval;
import org.ansatz.quantity.NoValue;

/**
 * The only zero of a function in an interval: changes of sign are looked for on a grid, then narrowed by the ITP method
 * (Oliveira and Takahashi, ACM TOMS 47, 2020, with κ1 = 0.2/width, κ2 = 2, n0 = 1), which never needs more than one step
 * over bisection.
 */
public final class RootSearch {

    private static final int CELLS = 256;

    /** Points that are no more roundings apart are one. */
    private static final int APART = 4;

    /** A function with more breaks is looked at on the grid alone. */
    private static final int MAX_BREAKS = 1200;

    private RootSearch() {}

    /**
     * The zero, with the width of the bracket that holds it as its error.
     *
     * @throws NoValue if the sign changes nowhere, or more than once
     */
    public static Estimate onlyRoot(DoubleUnaryOperator f, double low, double high) {
        return onlyRoot(f, low, high, List.of());
    }

    /**
     * The zero of a function of which something more is known.
     *
     * @param breaks where it may jump or have a kink: it is looked at there as well, and between them
     * @throws NoValue if the sign is seen to change nowhere, or more than once
     */
    static Estimate onlyRoot(DoubleUnaryOperator f, double low, double high, List<Interval> breaks) {
        double[] points = points(low, high, breaks);
        double found = Double.NaN;
        double foundTo = Double.NaN;
        double atFound = Double.NaN;
        double atFoundTo = Double.NaN;
        double x = low;
        double y = f.applyAsDouble(x);
        for (int i = 1; i < points.length; i++) {
            double nextX = points[i];
            if (i + 1 < points.length && points[i + 1] - nextX <= APART * Math.ulp(nextX)) {
                continue; // where a root lies at a break, what is seen on its two sides may be rounding
            }
            double nextY = f.applyAsDouble(nextX);
            boolean changes = y == 0 || y < 0 != nextY < 0 && nextY != 0 || i == points.length - 1 && nextY == 0;
            if (changes) {
                if (y == 0 && nextY == 0 && f.applyAsDouble(middle(x, nextX)) == 0) {
                    throw new NoValue("it seems to be zero on a whole part of the interval, from " + Roots.shown(x)
                            + " on, so no root is the one that is meant");
                }
                if (!Double.isNaN(found)) {
                    double one = near(f, found, foundTo, atFound, atFoundTo);
                    double other = near(f, x, nextX, y, nextY);
                    throw new NoValue("samples show two roots, near " + Roots.shown(one) + " and near "
                            + Roots.shown(other) + (foundTo == x ? ", or one that is only touched" : "")
                            + ": narrow the interval to the one that is meant");
                }
                found = y == 0 ? x : nextY == 0 ? nextX : x;
                foundTo = y == 0 ? x : nextX;
                atFound = y;
                atFoundTo = nextY;
            }
            x = nextX;
            y = nextY;
        }
        if (Double.isNaN(found)) {
            throw new NoValue("no root between " + Roots.shown(low) + " and " + Roots.shown(high)
                    + " was met: the samples are of one sign, which does not see a root that is only touched");
        }
        return found == foundTo ? Estimate.of(found, 0) : narrow(f, found, foundTo, atFound, atFoundTo);
    }

    /** About where the sign changes between two points. */
    private static double near(DoubleUnaryOperator f, double from, double to, double atFrom, double atTo) {
        if (atFrom == 0 || atTo == 0) {
            return atFrom == 0 ? from : to;
        }
        return from == to
                ? from
                : Arithmetic.real(narrow(f, from, to, atFrom, atTo).value());
    }

    /**
     * How far a root may be from where it was found, for what is not known of the function: as far as its values could have
     * either sign.
     *
     * @param f the function
     * @param root as it was found
     * @param doubt how wrong its values may be there
     * @param low the lower end of the interval in which it lies for certain
     * @param high the upper end
     */
    public static double within(DoubleUnaryOperator f, Estimate root, double doubt, double low, double high) {
        double at = Arithmetic.real(root.value());
        double reach = Math.max(root.error(), Math.ulp(at));
        while (at - reach > low && isHidden(f, at - reach, doubt)
                || at + reach < high && isHidden(f, at + reach, doubt)) {
            reach *= 2;
        }
        return Math.min(reach, Math.max(at - low, high - at));
    }

    /** Whether the sign of a function is not known at a point. */
    private static boolean isHidden(DoubleUnaryOperator f, double x, double doubt) {
        try {
            return !(Math.abs(f.applyAsDouble(x)) > doubt);
        } catch (NoValue e) {
            return true;
        }
    }

    private static Estimate narrow(DoubleUnaryOperator f, double from, double to, double atFrom, double atTo) {
        // The values of the grid count: under simulated errors, a second call at a root may have the other sign.
        double a = from;
        double b = to;
        double atA = atFrom;
        double atB = atTo;
        boolean rising = atA < 0;
        double size = Math.max(Math.abs(atA), Math.abs(atB));
        double width = b - a;
        double tolerance = Math.max(Math.ulp(a), Math.ulp(b)) * 2;
        int most = (int) Math.ceil(Math.log(width / tolerance) / Math.log(2)) + 1;
        for (int j = 0; j <= most && b - a > tolerance; j++) {
            double middle = middle(a, b);
            double radius = Math.max(0, tolerance * Math.pow(2, most - j) / 2 - (b - a) / 2);
            double delta = 0.2 / width * (b - a) * (b - a);
            double crossing = (atB * a - atA * b) / (atB - atA);
            double secant = Double.isFinite(crossing) ? crossing : middle;
            double side = Math.signum(middle - secant);
            double moved = delta <= Math.abs(middle - secant) ? secant + side * delta : middle;
            double x = Math.abs(moved - middle) <= radius ? moved : middle - side * radius;
            double y = f.applyAsDouble(x);
            if (y == 0) {
                return Estimate.of(x, Math.ulp(x));
            }
            if (y > 0 == rising) {
                b = x;
                atB = y;
            } else {
                a = x;
                atA = y;
            }
        }
        if (b - a < width / 16) {
            requireSmaller(Math.min(Math.abs(atA), Math.abs(atB)), size, a);
        }
        return Estimate.of(middle(a, b), b - a);
    }

    /** A grid, the places of breaks, and points between two of these that are near to each other; in order. */
    static double[] points(double low, double high, List<Interval> breaks) {
        TreeSet<Double> points = new TreeSet<>(List.of(low, high));
        for (int i = 1; i < CELLS; i++) {
            points.add(gridPoint(low, high, i));
        }
        double before = low;
        for (Interval place : breaks.size() > MAX_BREAKS ? List.<Interval>of() : breaks) {
            points.add(middle(before, place.low()));
            points.add(place.low());
            points.add(place.high());
            before = place.high();
        }
        return points.subSet(low, true, high, true).stream()
                .mapToDouble(point -> point)
                .toArray();
    }

    /** The point {@code i} cells above {@code low}; by weights where the width is too large for a double to multiply. */
    private static double gridPoint(double low, double high, int i) {
        double part = (double) i / CELLS;
        double width = high - low;
        return width <= Double.MAX_VALUE / CELLS ? low + width * i / CELLS : low * (1 - part) + high * part;
    }

    /** Halfway between two points, also where their sum is too large for a double. */
    private static double middle(double a, double b) {
        double sum = a + b;
        return Double.isInfinite(sum) ? a / 2 + b / 2 : sum / 2;
    }

    /** At a root the values shrink with the bracket; at a pole they grow, at a jump they stay. */
    private static void requireSmaller(double left, double before, double at) {
        if (left > before / 2) {
            throw new NoValue("the sign changes near " + at + " at a pole or a jump, not at a root");
        }
    }
}
