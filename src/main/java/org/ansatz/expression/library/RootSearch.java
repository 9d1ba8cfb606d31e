package org.ansatz.expression.library;

import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.interval.Interval;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * The only zero of a function in an interval: changes of sign are looked for on a grid, then narrowed by the ITP method
 * (Oliveira and Takahashi, ACM TOMS 47, 2020, with κ1 = 0.2/width, κ2 = 2, n0 = 1), which never needs more than one step
 * over bisection.
 */
public final class RootSearch {

    private static final int CELLS = 256;

    /** Points that are no more roundings apart are one. */
    private static final int APART = 4;

    /** So many widths of a bracket from it the values at a root have grown, and those at a jump or a pole have not. */
    private static final double FAR = 0x1p10;

    /** What grows by no more than this on the way does not come from zero: a root of a high order grows by more. */
    private static final double STEADY = 1.001;

    /** What is no larger than so many times its simulated roundings may be zero. */
    private static final double ROUNDINGS = 16;

    /** At so many points on each side roundings are simulated. */
    private static final int AROUND = 8;

    /** A function with more breaks is looked at on the grid alone. */
    private static final int MAX_BREAKS = 1200;

    private RootSearch() {}

    /**
     * A function on an interval, known by samples.
     *
     * @param values what it is at a point
     * @param roundings how wrong that may be
     * @param low the lower end
     * @param high the upper end
     */
    public record Sampled(DoubleUnaryOperator values, DoubleUnaryOperator roundings, double low, double high) {
        double at(double x) {
            return values.applyAsDouble(x);
        }

        /** Whether it does not go to zero towards a point, from one that is farther off. Of what lies outside of it nothing is said. */
        private boolean keepsAway(double atPoint, double farther) {
            return farther >= low && farther <= high && Math.abs(at(farther)) <= STEADY * Math.abs(atPoint);
        }

        /**
         * How wrong its values are around a place, by the largest of several points: simulated errors of one may be alike. At the
         * place itself they would hold a jump.
         */
        double roundings(double place, double away) {
            double largest = 0;
            for (int k = 1; k <= AROUND; k++) {
                double below = Math.max(low, place - k * away);
                double above = Math.min(high, place + k * away);
                largest = Math.max(largest, roundings.applyAsDouble(below));
                largest = Math.max(largest, roundings.applyAsDouble(above));
            }
            return largest;
        }
    }

    /**
     * The zero, with the width of the bracket that holds it as its error.
     *
     * @throws NoValue if the sign changes nowhere, or more than once, or at a pole or a jump
     */
    public static Estimate onlyRoot(Sampled f) {
        return onlyRoot(f, List.of());
    }

    /**
     * The zero of a function of which something more is known.
     *
     * @param breaks where it may jump or have a kink: it is looked at there as well, and between them
     * @throws NoValue if the sign is seen to change nowhere, or more than once, or at a pole or a jump
     */
    static Estimate onlyRoot(Sampled f, List<Interval> breaks) {
        double[] points = points(f.low, f.high, breaks);
        @Nullable Bracket found = null;
        double x = f.low;
        double y = f.at(x);
        for (int i = 1; i < points.length; i++) {
            double nextX = points[i];
            if (i + 1 < points.length && points[i + 1] - nextX <= APART * Math.ulp(nextX)) {
                continue; // where a root lies at a break, what is seen on its two sides may be rounding
            }
            double nextY = f.at(nextX);
            boolean changes = y == 0 || y < 0 != nextY < 0 && nextY != 0 || i == points.length - 1 && nextY == 0;
            if (changes) {
                if (y == 0 && nextY == 0 && f.at(middle(x, nextX)) == 0) {
                    throw new NoValue("it seems to be zero on a whole part of the interval, from " + Roots.shown(x)
                            + " on, so no root is the one that is meant");
                }
                Bracket next =
                        y == 0 ? Bracket.zero(x) : nextY == 0 ? Bracket.zero(nextX) : new Bracket(x, nextX, y, nextY);
                if (found != null) {
                    throw new NoValue("samples show two roots, near " + near(f, found) + " and near " + near(f, next)
                            + (found.high == x ? ", or one that is only touched" : "")
                            + ": narrow the interval to the one that is meant");
                }
                found = next;
            }
            x = nextX;
            y = nextY;
        }
        if (found == null) {
            throw new NoValue("no root between " + Roots.shown(f.low) + " and " + Roots.shown(f.high)
                    + " was met: the samples are of one sign, which does not see a root that is only touched");
        }
        return found.isZero() ? Estimate.of(found.low, 0) : root(f, found);
    }

    /** About where the sign changes between two points. */
    private static String near(Sampled f, Bracket bracket) {
        return Roots.shown(
                bracket.isZero()
                        ? bracket.low
                        : Arithmetic.real(root(f, bracket).value()));
    }

    /** Two points and the values there, which differ in their signs; or one that is a zero. */
    private record Bracket(double low, double high, double atLow, double atHigh) {
        static Bracket zero(double x) {
            return new Bracket(x, x, 0, 0);
        }

        boolean isZero() {
            return low == high;
        }
    }

    private static Estimate root(Sampled f, Bracket start) {
        Bracket bracket = narrow(f, start);
        if (bracket.isZero()) {
            return Estimate.of(bracket.low, Math.ulp(bracket.low));
        }
        double width = bracket.high - bracket.low;
        requireContinuous(f, bracket, FAR * width);
        return Estimate.of(middle(bracket.low, bracket.high), width);
    }

    /** Refuses a change of sign to whose sides the function does not go to zero, and which no rounding explains. */
    private static void requireContinuous(Sampled f, Bracket bracket, double away) {
        boolean below = f.keepsAway(bracket.atLow, bracket.low - away);
        boolean above = f.keepsAway(bracket.atHigh, bracket.high + away);
        if (!below && !above) {
            return;
        }
        double explained = ROUNDINGS * f.roundings(bracket.low, away);
        below &= Math.abs(bracket.atLow) > explained;
        above &= Math.abs(bracket.atHigh) > explained;
        String near = Roots.shown(bracket.low);
        if (below && above) {
            throw new NoValue("the sign changes near " + near + " at a pole or a jump, not at a root");
        }
        if (below || above) {
            throw new NoValue("the function jumps near " + near + ", and whether it is zero there is not seen");
        }
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

    private static Bracket narrow(Sampled f, Bracket start) {
        // The values of the grid count: under simulated errors, a second call at a root may have the other sign.
        double a = start.low;
        double b = start.high;
        double atA = start.atLow;
        double atB = start.atHigh;
        boolean rising = atA < 0;
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
            double y = f.at(x);
            if (y == 0) {
                return Bracket.zero(x);
            }
            if (y > 0 == rising) {
                b = x;
                atB = y;
            } else {
                a = x;
                atA = y;
            }
        }
        return new Bracket(a, b, atA, atB);
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

    /** The point {@code i} cells above {@code low}; by weights where the width is larger than any double. */
    private static double gridPoint(double low, double high, int i) {
        double part = (double) i / CELLS;
        double width = high - low;
        return width <= Double.MAX_VALUE ? low + width * part : low * (1 - part) + high * part;
    }

    /** Halfway between two points, also where their sum is too large for a double. */
    private static double middle(double a, double b) {
        double sum = a + b;
        return Double.isInfinite(sum) ? a / 2 + b / 2 : sum / 2;
    }
}
