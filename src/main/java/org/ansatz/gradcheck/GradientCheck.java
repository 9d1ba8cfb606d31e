package org.ansatz.gradcheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Checks a gradient at one point against differences that know their own error. An entry is wrong if it is off by more than
 * is tolerated and more than that error explains; where the error itself is larger than the tolerance, or explains more than is
 * tolerated, the check says that it cannot tell.
 */
public final class GradientCheck {

    /** The largest relative difference that is right if nothing is said. */
    public static final double TOLERANCE = 1e-6;

    /** Entries this much smaller than the largest are judged by that fraction of it. */
    private static final double SMALL = 1e-3;

    /** Differences beyond so many times the error are no accident. */
    private static final double CERTAIN = 4;

    private final ScalarField field;
    private final double[] point;
    private final int rows;
    private final int columns;
    private final double tolerance;
    private final Map<String, Double> sizes;

    private GradientCheck(
            ScalarField field, double[] point, int rows, int columns, double tolerance, Map<String, Double> sizes) {
        this.field = field;
        this.point = point;
        this.rows = rows;
        this.columns = columns;
        this.tolerance = tolerance;
        this.sizes = sizes;
        if (rows < 1 || columns < 1 || point.length != rows * columns) {
            throw new IllegalArgumentException(point.length + " numbers for " + rows + " × " + columns);
        }
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("a tolerance of " + tolerance);
        }
    }

    /**
     * A check of a function of a matrix.
     *
     * @param point the matrix row by row
     * @throws IllegalArgumentException if there are not as many numbers as places
     */
    public static GradientCheck of(ScalarField field, double[] point, int rows, int columns) {
        return new GradientCheck(field, point.clone(), rows, columns, TOLERANCE, Map.of());
    }

    /** A check of a function of a vector. */
    public static GradientCheck of(ScalarField field, double... point) {
        return of(field, point, point.length, 1);
    }

    /** The same with another tolerance, relative. */
    public GradientCheck tolerating(double relative) {
        return new GradientCheck(field, point, rows, columns, relative, sizes);
    }

    /** The same, knowing that a wrong factor may be this size of the problem: the number of samples, say. */
    public GradientCheck knowing(String name, double size) {
        Map<String, Double> more = new LinkedHashMap<>(sizes);
        more.put(name, size);
        return new GradientCheck(field, point, rows, columns, tolerance, more);
    }

    /** The slope along each entry, row by row. */
    public List<Slope> slopes() {
        List<Slope> slopes = new ArrayList<>(point.length);
        for (int i = 0; i < point.length; i++) {
            slopes.add(along(i));
        }
        return slopes;
    }

    /**
     * Checks every entry; takes about thirty values of the function for each.
     *
     * @param claimed the gradient row by row; left as it is
     * @throws IllegalArgumentException if there are not as many numbers as entries
     */
    public Report full(double[] claimed) {
        Report impossible = impossible(claimed);
        return impossible == null ? FullCheck.report(this, claimed) : impossible;
    }

    /**
     * Checks projections on random directions, at the price of a few entries whatever their number. If one is wrong, an
     * entry that is wrong is found by halving. Where a direction meets a kink, every entry is checked.
     *
     * @param claimed the gradient row by row; left as it is
     * @param seed of the directions
     * @throws IllegalArgumentException if there are not as many numbers as entries
     */
    public Report fast(double[] claimed, long seed) {
        Report impossible = impossible(claimed);
        return impossible == null ? FastCheck.report(this, claimed, new Random(seed)) : impossible;
    }

    private @Nullable Report impossible(double[] claimed) {
        if (claimed.length != point.length) {
            throw new IllegalArgumentException(
                    "a gradient of " + claimed.length + " numbers, by " + rows + " × " + columns + " entries");
        }
        for (double x : point) {
            if (!Double.isFinite(x)) {
                return new Report.Undecided("the point has an entry " + x);
            }
        }
        try {
            double value = field.at(point.clone());
            return Double.isFinite(value)
                    ? null
                    : new Report.Undecided("the function has no value at the point: it is " + value);
        } catch (ArithmeticException e) {
            return new Report.Undecided("the function has no value at the point: " + e.getMessage());
        }
    }

    Entry entry(int i, double claimed, Slope.Smooth slope) {
        return new Entry(i / columns, i % columns, claimed, slope.value(), slope.error());
    }

    Report.AtKink kink(int i, double claimed, Slope.Kink kink) {
        return new Report.AtKink(i / columns, i % columns, claimed, kink);
    }

    /** A place in words, counted from 1. */
    String place(int i) {
        return "entry " + (i / columns + 1) + ", " + (i % columns + 1);
    }

    String place(Entry entry) {
        return place(entry.row() * columns + entry.column());
    }

    Likeness likeness(double[] claimed, double[] right) {
        return Likeness.of(claimed, right, rows, columns, tolerance, sizes);
    }

    double tolerance() {
        return tolerance;
    }

    /** Whether an entry is off by more than is tolerated of {@code size} and more than its error explains. */
    boolean isWrong(Entry entry, double size) {
        double apart = Math.abs(entry.claimed() - entry.found());
        double allowed = tolerance * Math.max(size, Math.abs(entry.found()));
        return !Double.isFinite(entry.claimed()) || !(apart <= Math.max(allowed, CERTAIN * entry.error()));
    }

    /**
     * What an entry is judged by: its own size, but at least a fraction of the largest. What is flat has no relative error; there
     * it is a fraction of the function's value.
     */
    double measure(Entry entry, double largest, double value) {
        double floor = isFlat(entry) ? Math.max(largest, SMALL * value) : largest;
        return Math.max(Math.abs(entry.found()), SMALL * floor);
    }

    /** The magnitude of the function's value at the point. */
    double value() {
        return Math.abs(field.at(point.clone()));
    }

    /** Whether neither what was found nor what is claimed can be told from zero. */
    private static boolean isFlat(Entry entry) {
        return Math.max(Math.abs(entry.claimed()), Math.abs(entry.found())) <= entry.error();
    }

    /** The largest slope. */
    static double largest(List<Entry> entries) {
        double largest = 0;
        for (Entry entry : entries) {
            largest = Math.max(largest, Math.abs(entry.found()));
        }
        return largest;
    }

    private Slope along(int i) {
        double[] direction = new double[point.length];
        direction[i] = 1;
        return along(direction);
    }

    /** The slope along a direction. */
    Slope along(double[] direction) {
        double scale = Double.POSITIVE_INFINITY;
        double grid = 0;
        for (int i = 0; i < point.length; i++) {
            double speed = Math.abs(direction[i]);
            if (speed > 0) {
                scale = Math.min(scale, Math.max(1, Math.abs(point[i])) / speed);
                grid = Math.max(grid, Math.ulp(point[i]) / speed);
            }
        }
        return Differences.at0(step -> field.at(moved(direction, step)), scale, grid);
    }

    private double[] moved(double[] direction, double step) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += direction[i] * step;
        }
        return moved;
    }

    /**
     * With which power of the step the function departs from the tangent: 2 if the gradient is right, 1 if not, NaN if
     * only rounding is seen.
     */
    double order(double[] claimed) {
        double[] direction =
                new Random(point.length).doubles(point.length, -1, 1).toArray();
        double tangent = 0;
        for (int i = 0; i < claimed.length; i++) {
            tangent += claimed[i] * direction[i];
        }
        return Order.ofDeparture(step -> field.at(moved(direction, step)), field.at(point.clone()), tangent);
    }
}
