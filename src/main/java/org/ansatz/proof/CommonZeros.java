package org.ansatz.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.jspecify.annotations.Nullable;

/**
 * All common zeros of as many functions as there are variables, on a box: parts on which one of the functions is nowhere zero
 * are left out, the rest is narrowed by the operator of R. Krawczyk (Computing 4, 1969, 187), and divided. Where the operator
 * maps a box into its inside, there is exactly one zero in it (R. E. Moore, SIAM J. Numer. Anal. 14, 1977, 611).
 */
public final class CommonZeros {

    /** The most parts that are looked at. */
    private static final int MAX_BOXES = 20_000;

    /** A part this narrow, relative to the domain, is divided no further. */
    private static final double NARROW = 0x1p-40;

    /** By what part of its width a box is widened, so that a zero on its side lies inside. */
    private static final double WIDENED = 0.1;

    /** And by what part of the domain at least: next to zero a side may be far narrower than its zeros are known. */
    private static final double TINY = 0x1p-100;

    /** A part that shrinks by less is divided. */
    private static final double SHRINKS = 0.7;

    /** A box with one zero is narrowed as long as it shrinks at all: slowly at first, and ever faster. */
    private static final double STANDS = 0.999;

    private static final int MAX_REFINEMENTS = 300;

    private final List<Enclosing> functions;
    private final Interval[] domain;
    private final List<Zero> zeros = new ArrayList<>();
    private final List<Interval[]> undecided = new ArrayList<>();
    private final Deque<Interval[]> open = new ArrayDeque<>();

    /** A zero, and the box in which it is the only one. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Zero(Interval[] at, Interval[] alone) {}

    /**
     * What was found.
     *
     * @param zeros for each an enclosure in which there is exactly one, side by side
     * @param undecided parts in which it cannot be told whether there are more
     */
    public record Found(List<Interval[]> zeros, List<Interval[]> undecided) {
        /** Copies the lists. */
        public Found {
            zeros = List.copyOf(zeros);
            undecided = List.copyOf(undecided);
        }

        /** Whether there is one zero for certain, and no other. */
        public boolean isOne() {
            return zeros.size() == 1 && undecided.isEmpty();
        }
    }

    private CommonZeros(List<Enclosing> functions, Interval[] domain) {
        this.functions = functions;
        this.domain = domain;
    }

    /**
     * The zeros.
     *
     * @param functions as many as the domain has sides
     * @param domain bounded sides
     * @throws org.ansatz.interval.NoEnclosure if a function does not enclose itself
     */
    public static Found of(List<Enclosing> functions, Interval[] domain) {
        CommonZeros search = new CommonZeros(List.copyOf(functions), domain.clone());
        search.open.add(domain.clone());
        return search.run();
    }

    private Found run() {
        for (int boxes = 0; !open.isEmpty(); boxes++) {
            if (boxes >= MAX_BOXES) {
                undecided.addAll(open);
                break;
            }
            look(open.removeLast());
        }
        List<Interval[]> places = new ArrayList<>();
        zeros.forEach(zero -> places.add(zero.at));
        return new Found(places, undecided);
    }

    private void look(Interval[] box) {
        if (excludes(box)) {
            return;
        }
        Interval[] wide = widened(box);
        Interval[] mapped = krawczyk(wide);
        if (mapped != null && isInside(mapped, wide)) {
            add(refined(mapped), wide);
            return;
        }
        Interval[] narrowed = mapped == null ? box : common(mapped, box);
        if (narrowed == null) {
            return;
        }
        if (isNarrow(narrowed)) {
            undecided.add(narrowed);
        } else if (shrinks(narrowed, box)) {
            open.add(narrowed);
        } else {
            divide(narrowed);
        }
    }

    /** Whether a function has no zero on a box, or no value. */
    private boolean excludes(Interval[] box) {
        for (Enclosing function : functions) {
            Series there = function.on(box, 0, 0);
            if (there.regularity() == Regularity.NOWHERE || !there.range().contains(0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(Interval[] outer, Interval[] inner) {
        boolean contains = true;
        for (int i = 0; i < outer.length; i++) {
            contains &= outer[i].contains(inner[i]);
        }
        return contains;
    }

    private void add(Interval[] zero, Interval[] alone) {
        for (Zero known : zeros) {
            if (contains(known.alone, zero) || contains(alone, known.at)) {
                return; // both lie where there is exactly one
            }
            if (common(zero, known.at) != null) {
                undecided.add(zero);
                return;
            }
        }
        if (common(zero, domain) != null) {
            zeros.add(new Zero(zero, alone));
        }
    }

    private Interval[] widened(Interval[] box) {
        Interval[] wide = new Interval[box.length];
        for (int i = 0; i < box.length; i++) {
            double least = Math.max(4 * Math.ulp(box[i].magnitude()), TINY * domain[i].width());
            double by = WIDENED * box[i].width() + least;
            wide[i] = new Interval(box[i].low() - by, box[i].high() + by);
        }
        return wide;
    }

    /** m − Y f(m) + (1 − Y F′)(X − m), Y being about the inverse of F′; null if that is not known. */
    private Interval @Nullable [] krawczyk(Interval[] box) {
        int n = box.length;
        Interval[][] slopes = new Interval[n][n];
        double[][] middle = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Series there = functions.get(i).on(box, j, 1);
                if (!there.regularity().isAtLeast(Regularity.SMOOTH)
                        || !there.coefficient(1).isBounded()) {
                    return null;
                }
                slopes[i][j] = there.coefficient(1);
                middle[i][j] = slopes[i][j].middle();
            }
        }
        double[][] inverse = inverse(middle);
        if (inverse == null) {
            return null;
        }
        Interval[] centre = new Interval[n];
        Interval[] values = new Interval[n];
        for (int i = 0; i < n; i++) {
            centre[i] = Interval.of(box[i].middle());
        }
        for (int i = 0; i < n; i++) {
            values[i] = functions.get(i).on(centre, 0, 0).range();
        }
        Interval[] mapped = new Interval[n];
        for (int i = 0; i < n; i++) {
            Interval step = Interval.ZERO;
            for (int k = 0; k < n; k++) {
                step = step.plus(Interval.of(inverse[i][k]).times(values[k]));
            }
            Interval rest = Interval.ZERO;
            for (int j = 0; j < n; j++) {
                Interval entry = i == j ? Interval.ONE : Interval.ZERO;
                for (int k = 0; k < n; k++) {
                    entry = entry.minus(Interval.of(inverse[i][k]).times(slopes[k][j]));
                }
                rest = rest.plus(entry.times(box[j].minus(centre[j])));
            }
            mapped[i] = centre[i].minus(step).plus(rest);
            if (!mapped[i].isBounded()) {
                return null;
            }
        }
        return mapped;
    }

    private static boolean isInside(Interval[] inner, Interval[] outer) {
        boolean inside = true;
        for (int i = 0; i < inner.length; i++) {
            inside &= inner[i].low() > outer[i].low() && inner[i].high() < outer[i].high();
        }
        return inside;
    }

    /** A box with exactly one zero, as narrow as the operator makes it. */
    private Interval[] refined(Interval[] start) {
        Interval[] box = start;
        for (int i = 0; i < MAX_REFINEMENTS; i++) {
            Interval[] mapped = krawczyk(box);
            Interval[] next = mapped == null ? null : common(mapped, box);
            if (next == null || share(next, box) > STANDS) {
                return next == null ? box : next;
            }
            box = next;
        }
        return box;
    }

    /** What two boxes have in common; null if that is nothing. */
    private static Interval @Nullable [] common(Interval[] a, Interval[] b) {
        Interval[] common = new Interval[a.length];
        for (int i = 0; i < a.length; i++) {
            if (!a[i].meets(b[i])) {
                return null;
            }
            common[i] = a[i].and(b[i]);
        }
        return common;
    }

    private static boolean shrinks(Interval[] narrow, Interval[] box) {
        return share(narrow, box) < SHRINKS;
    }

    /** How large a box is beside the one in which it lies. */
    private static double share(Interval[] narrow, Interval[] box) {
        double product = 1;
        for (int i = 0; i < box.length; i++) {
            product *= box[i].width() == 0 ? 1 : narrow[i].width() / box[i].width();
        }
        return product;
    }

    private boolean isNarrow(Interval[] box) {
        boolean narrow = true;
        for (int i = 0; i < box.length; i++) {
            narrow &= box[i].width() <= NARROW * domain[i].width();
        }
        return narrow;
    }

    /** Divides the side that is longest, relative to the domain. */
    private void divide(Interval[] box) {
        int longest = 0;
        for (int i = 1; i < box.length; i++) {
            boolean longer = box[i].width() * domain[longest].width() > box[longest].width() * domain[i].width();
            longest = longer ? i : longest;
        }
        double middle = box[longest].middle();
        Interval[] lower = box.clone();
        Interval[] upper = box.clone();
        lower[longest] = new Interval(box[longest].low(), middle);
        upper[longest] = new Interval(middle, box[longest].high());
        open.add(upper);
        open.add(lower);
    }

    /** The inverse by Gauss and Jordan with pivots, which need not be exact; null if there is none. */
    private static double @Nullable [][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] left = new double[n][];
        double[][] right = new double[n][n];
        for (int i = 0; i < n; i++) {
            left[i] = matrix[i].clone();
            right[i][i] = 1;
        }
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                pivot = Math.abs(left[row][column]) > Math.abs(left[pivot][column]) ? row : pivot;
            }
            swap(left, pivot, column);
            swap(right, pivot, column);
            double divisor = left[column][column];
            if (divisor == 0 || !Double.isFinite(1 / divisor)) {
                return null;
            }
            for (int k = 0; k < n; k++) {
                left[column][k] /= divisor;
                right[column][k] /= divisor;
            }
            for (int row = 0; row < n; row++) {
                double factor = row == column ? 0 : left[row][column];
                for (int k = 0; k < n; k++) {
                    left[row][k] -= factor * left[column][k];
                    right[row][k] -= factor * right[column][k];
                }
            }
        }
        return right;
    }

    private static void swap(double[][] rows, int i, int j) {
        double[] row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
    }
}
