package org.ansatz.figure;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Figures for tests, computed by the four operations alone, so that they are the same on every machine. */
public final class Pictures {

    private Pictures() {}

    /** Points of a function. */
    public static Points points(double low, double high, int count, DoubleUnaryOperator function) {
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = low + (high - low) * i / (count - 1);
            ys[i] = function.applyAsDouble(xs[i]);
        }
        return Points.of(xs, ys);
    }

    private static Layer.Curve curve(String tag, String label, DoubleUnaryOperator function) {
        return new Layer.Curve(tag, label, points(-2, 3, 201, function));
    }

    /** Three curves that cross, with marks. */
    public static Figure curves() {
        return new Figure(
                "a parabola, a cubic and a line",
                Axis.of("x", "m"),
                Axis.of("height", "V").withPrefixes(),
                List.of(
                        curve("A", "x² − 2", x -> x * x - 2),
                        curve("B", "x³/4", x -> x * x * x / 4),
                        curve("", "1 − x", x -> 1 - x),
                        new Layer.VerticalLine("here", 1.5),
                        new Layer.HorizontalLine("limit", 5),
                        new Layer.Spot("least", 0, -2)),
                "");
    }

    /** One curve that has no value around zero, and is far away beside it. */
    public static Figure gap() {
        Axis heights = Axis.of("1/x", "").showing(new Interval(-10, 10));
        Layer curve = curve("", "1/x", x -> Math.abs(x) < 0.02 ? Double.NaN : 1 / x);
        return new Figure("a pole", Axis.of("x", ""), heights, List.of(curve), "1 of 201 points has no value: a pole");
    }

    /** Counts over whole numbers on a logarithmic axis. */
    public static Figure dots() {
        return new Figure(
                "growth",
                Axis.of("n", "").ofWholeNumbers(),
                Axis.of("count", "").logarithmic(),
                List.of(
                        new Layer.Dots("", "squares", points(1, 6, 6, n -> n * n)),
                        new Layer.Dots("", "cubes", points(1, 6, 6, n -> n * n * n)),
                        new Layer.Dots("", "squares again", points(1, 6, 6, n -> n * n))),
                "");
    }

    /** A spectrum in levels. */
    public static Figure stems() {
        Points lines = points(-3, 3, 7, k -> k == 1 ? 0 : k == -1 ? -23 : -300);
        return new Figure(
                "spectrum",
                Axis.of("harmonic", "").ofWholeNumbers(),
                Axis.of("power", "dB").showing(new Interval(-40, 5)),
                List.of(new Layer.Stems("", "power", lines), new Layer.Spot("image", -1, -23)),
                "");
    }

    /** A map of a function of two variables. */
    public static Figure map() {
        Axis x = Axis.of("phase", "deg").showing(new Interval(0, 10));
        Axis y = Axis.of("gain", "dB").showing(new Interval(-1, 1));
        Grid grid = Grid.of(48, 24, (column, row) -> column * column / 60.0 + (row - 12) * (row - 12) / 4.0);
        return new Figure(
                "a bowl",
                x,
                y,
                List.of(new Layer.HeatMap(Axis.of("depth", "dB"), grid), new Layer.Spot("data", 5, 0)),
                "");
    }

    /** Two regions and samples of each. */
    public static Figure regions() {
        Axis x = Axis.of("x1", "").showing(new Interval(0, 4));
        Axis y = Axis.of("x2", "").showing(new Interval(0, 2));
        Grid grid = Grid.of(40, 20, (column, row) -> column > 2 * row ? 1 : 0);
        return new Figure(
                "decision regions",
                x,
                y,
                List.of(
                        new Layer.Regions(List.of("cats", "dogs"), grid),
                        new Layer.Dots(
                                "c", "cats seen", Points.of(new double[] {0.5, 1, 2}, new double[] {1, 1.5, 1.7})),
                        new Layer.Dots(
                                "d", "dogs seen", Points.of(new double[] {2, 3, 3.5}, new double[] {0.5, 0.7, 1.2}))),
                "");
    }

    /** Labels of strangers, numbers at their limits, nothing to see. */
    public static List<Figure> odd() {
        String hostile = "<b>&\"\u001b[31m\u202e$x^2$ 漢字 😀 " + "long ".repeat(30);
        double huge = Double.MAX_VALUE;
        Axis odd = Axis.of(hostile, hostile);
        return List.of(
                new Figure("", Axis.of("", ""), Axis.of("", ""), List.of(), ""),
                new Figure("nothing", odd, odd, List.of(curve("", hostile, x -> Double.NaN)), hostile),
                new Figure(hostile, odd, odd, List.of(curve("", hostile, x -> 7), curve("", hostile, x -> 7)), hostile),
                new Figure(
                        hostile,
                        odd.logarithmic(),
                        odd.logarithmic(),
                        List.of(curve(hostile, hostile, x -> x), new Layer.Spot(hostile, -1, 0)),
                        ""),
                new Figure("huge", odd, odd, List.of(curve("", "", x -> x * huge / 2)), ""),
                new Figure(
                        "small", odd.withPrefixes(), odd.withPrefixes(), List.of(curve("", "", x -> x * 1e-310)), ""),
                new Figure(
                        "marks alone",
                        odd,
                        odd,
                        List.of(
                                new Layer.VerticalLine(hostile, Double.NaN),
                                new Layer.HorizontalLine(hostile, Double.POSITIVE_INFINITY),
                                new Layer.Stems("", hostile, points(0, 1, 2, x -> -x)),
                                new Layer.Spot(hostile, 1, 1)),
                        ""));
    }

    /** All that are well-behaved. */
    public static List<Figure> all() {
        return List.of(curves(), gap(), dots(), stems(), map(), regions());
    }
}
