package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.jspecify.annotations.Nullable;

/**
 * Solutions of several equations that do not enclose themselves, by Newton's method with differences for slopes, damped, from
 * the points of a grid. What no start leads to is not found.
 */
public final class SystemSearch {

    private static final int STARTS = 5;
    private static final int MAX_STARTS = 625;
    private static final int MAX_STEPS = 40;
    private static final int MAX_HALVINGS = 12;

    /** A step for slopes, relative to the interval. */
    private static final double STEP = 0x1p-26;

    private static final double LEAST_STEP = 0x1p-40;

    /** A step for slopes, relative to the last change. */
    private static final double BESIDE = 0x1p-6;

    /** A step for slopes, relative to how far a solution seems to move: what is not known of the values is less of the change. */
    private static final double ACROSS = 4;

    /** A solution is met if the last step was smaller than this, relative to the interval. */
    private static final double MET = 1e-9;

    /** What is left is no more than so many last steps. */
    private static final double SLOWEST = 64;

    /** Solutions nearer than this, relative to the interval, are one. */
    private static final double SAME = 1e-6;

    private final Functions functions;
    private final double[] low;
    private final double[] high;

    /** As many functions as there are unknowns. */
    public interface Functions {
        /** Their values. */
        double[] at(double[] unknowns);
    }

    /**
     * A solution.
     *
     * @param at the unknowns
     * @param errors how wrong each may be, from the last steps
     */
    public record Solution(List<Double> at, List<Double> errors) {}

    private SystemSearch(Functions functions, double[] low, double[] high) {
        this.functions = functions;
        this.low = low.clone();
        this.high = high.clone();
    }

    /** All that were found in a box. */
    public static List<Solution> all(Functions functions, double[] low, double[] high) {
        return new SystemSearch(functions, low, high).all();
    }

    /**
     * How far a solution moves for what is not known of the functions: |J⁻¹| times that, for the slopes J there.
     *
     * @param doubts how wrong the value of each function may be
     * @return for each unknown, at most the width of its interval
     */
    public static double[] moved(Functions functions, double[] at, double[] doubts, double[] low, double[] high) {
        SystemSearch search = new SystemSearch(functions, low, high);
        double[] wide = search.moved(at, doubts, search.steps());
        // Beside a double zero slopes change on the way of a step: those on the way of the solution count, too.
        double[] narrow = search.moved(at, doubts, search.steps(wide, ACROSS));
        double[] moved = new double[at.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = Math.max(wide[i], narrow[i]);
        }
        return moved;
    }

    private double[] moved(double[] at, double[] doubts, double[] steps) {
        double[][] slopes = slopes(at, functions.at(at), steps);
        double[] moved = new double[at.length];
        for (int j = 0; j < doubts.length; j++) {
            double[] alone = new double[doubts.length];
            alone[j] = doubts[j];
            double[] change = slopes == null ? null : change(slopes, alone);
            for (int i = 0; i < moved.length; i++) {
                double most = high[i] - low[i];
                moved[i] = Math.min(most, change == null ? most : moved[i] + Math.abs(change[i]));
            }
        }
        return moved;
    }

    private List<Solution> all() {
        int n = low.length;
        int each = STARTS;
        while (each > 1 && Math.pow(each, n) > MAX_STARTS) {
            each--;
        }
        List<Solution> found = new ArrayList<>();
        int starts = (int) Math.pow(each, n);
        for (int start = 0; start < starts; start++) {
            double[] at = new double[n];
            int rest = start;
            for (int i = 0; i < n; i++) {
                at[i] = low[i] + (rest % each + 0.5) / each * (high[i] - low[i]);
                rest /= each;
            }
            Solution solution = from(at);
            if (solution != null && found.stream().noneMatch(known -> areOne(known, solution))) {
                found.add(solution);
            }
        }
        return found;
    }

    private boolean areOne(Solution a, Solution b) {
        boolean one = true;
        for (int i = 0; i < low.length; i++) {
            one &= Math.abs(a.at().get(i) - b.at().get(i)) <= SAME * (high[i] - low[i]);
        }
        return one;
    }

    private @Nullable Solution from(double[] start) {
        double[] at = start;
        double[] values = functions.at(at);
        double[] steps = steps();
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MAX_STEPS; step++) {
            double[][] slopes = slopes(at, values, steps);
            if (slopes == null) {
                return null;
            }
            double[] change = change(slopes, values);
            if (change == null) {
                return null;
            }
            double size = size(change);
            if (size <= MET) {
                return solution(moved(at, change, 1), change, left(size / before));
            }
            before = size;
            steps = steps(change, BESIDE);
            double[] next = at;
            double[] nextValues = values;
            double share = 1;
            for (int halving = 0; halving < MAX_HALVINGS; halving++) {
                double[] tried = moved(at, change, share);
                if (isInside(tried)) {
                    nextValues = functions.at(tried);
                    if (norm(nextValues, slopes) < norm(values, slopes)) {
                        next = tried;
                        break;
                    }
                }
                share /= 2;
            }
            if (next == at) {
                return null;
            }
            at = next;
            values = nextValues;
        }
        return null;
    }

    /** The size of values, each relative to how it changes over the box. */
    private double norm(double[] values, double[][] slopes) {
        double norm = 0;
        for (int i = 0; i < values.length; i++) {
            double scale = 0;
            for (int j = 0; j < values.length; j++) {
                scale += Math.abs(slopes[i][j]) * (high[j] - low[j]);
            }
            norm = Math.max(norm, scale == 0 ? Math.abs(values[i]) : Math.abs(values[i]) / scale);
        }
        return norm;
    }

    /** Steps for slopes: smaller ones beside a solution, where the last change was small, lest they reach beyond it. */
    private double[] steps(double[] changes, double part) {
        double[] steps = new double[changes.length];
        for (int i = 0; i < steps.length; i++) {
            double width = high[i] - low[i];
            steps[i] = Math.max(LEAST_STEP * width, Math.min(STEP * width, part * Math.abs(changes[i])));
        }
        return steps;
    }

    private double[] steps() {
        double[] far = new double[low.length];
        Arrays.fill(far, Double.POSITIVE_INFINITY);
        return steps(far, 1);
    }

    private double @Nullable [][] slopes(double[] at, double[] values, double[] steps) {
        int n = at.length;
        double[][] slopes = new double[n][n];
        for (int j = 0; j < n; j++) {
            double[] beside = at.clone();
            beside[j] += at[j] < high[j] - steps[j] ? steps[j] : -steps[j];
            double[] there = functions.at(beside);
            for (int i = 0; i < n; i++) {
                slopes[i][j] = (there[i] - values[i]) / (beside[j] - at[j]);
                if (!Double.isFinite(slopes[i][j])) {
                    return null;
                }
            }
        }
        return slopes;
    }

    private static double @Nullable [] change(double[][] slopes, double[] values) {
        try {
            return new LUDecomposition(new Array2DRowRealMatrix(slopes), Double.MIN_NORMAL)
                    .getSolver()
                    .solve(new ArrayRealVector(values))
                    .mapMultiply(-1)
                    .toArray();
        } catch (SingularMatrixException e) {
            return null;
        }
    }

    private static double[] moved(double[] at, double[] change, double share) {
        double[] moved = at.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += share * change[i];
        }
        return moved;
    }

    /** The largest part of an interval by which an unknown changes. */
    private double size(double[] change) {
        double size = 0;
        for (int i = 0; i < change.length; i++) {
            size = Math.max(size, Math.abs(change[i]) / (high[i] - low[i]));
        }
        return size;
    }

    /** How many times the last step is still left, by how much smaller it was than the one before: of a zero of order m, m − 1. */
    static double left(double pace) {
        return Math.max(1, pace / Math.max(1 - pace, 1.0 / SLOWEST));
    }

    private boolean isInside(double[] at) {
        boolean inside = true;
        for (int i = 0; i < at.length; i++) {
            inside &= at[i] >= low[i] && at[i] <= high[i];
        }
        return inside;
    }

    private static Solution solution(double[] at, double[] change, double left) {
        List<Double> places = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            places.add(at[i]);
            errors.add(left * Math.abs(change[i]) + 8 * Math.ulp(at[i]));
        }
        return new Solution(places, errors);
    }
}
