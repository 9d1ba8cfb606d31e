package org.ansatz.plot;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.figure.Axis;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Grid;
import org.ansatz.figure.Interval;
import org.ansatz.figure.Layer;
import org.ansatz.figure.Points;
import org.ansatz.figure.Scale;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.model.Parameters;
import org.ansatz.gradient.numeric.Matrix;
import org.ansatz.gradient.training.Course;
import org.ansatz.gradient.training.Optimum;
import org.ansatz.gradient.training.TrainingTask;

/** The figures of a training run: its losses, and what was learnt. */
public final class TrainingFigures {

    private static final int CELLS = 200;

    /** How far a plane of two features reaches beyond the examples. */
    private static final double BESIDE = 1;

    private TrainingFigures() {}

    /**
     * The loss against the step, as far as some step; the least loss as a line, if there is one.
     *
     * @param steps how many are shown, on axes that have room for all
     */
    public static Figure losses(TrainingTask task, Course course, Optimum optimum, int steps) {
        List<Layer.HorizontalLine> lines = optimum instanceof Optimum.Found
                ? List.of(new Layer.HorizontalLine("least loss", ((Optimum.Found) optimum).loss()))
                : List.of();
        return LossFigure.of(task.kind().title(), course, lines, steps);
    }

    /**
     * What was learnt: the regions of the plane that go to each class, or the line; and some of the examples.
     *
     * @param most how many examples of a class are drawn at most
     */
    public static Figure learnt(TrainingTask task, Parameters parameters, int most) {
        Labels labels = task.labels();
        return labels == null ? line(task, parameters, most) : regions(task, parameters, labels, most);
    }

    private static Figure line(TrainingTask task, Parameters parameters, int most) {
        Interval along = extent(task.examples(), 0, 0);
        double weight = parameters.weights().at(0, 0);
        double bias = parameters.bias()[0];
        double[] xs = {along.low(), along.high()};
        double[] ys = {weight * along.low() + bias, weight * along.high() + bias};
        int every = every(task.examples().rows(), most);
        int count = (task.examples().rows() - 1) / every + 1;
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = task.examples().at(i * every, 0);
            y[i] = task.targets().at(i * every, 0);
        }
        return new Figure(
                "The line: " + task.kind().title(),
                Axis.of("x", ""),
                Axis.of("y", ""),
                List.of(
                        new Layer.Dots("", "examples", Points.of(x, y)),
                        new Layer.Curve("", "w x + b", Points.of(xs, ys))),
                note(every, "example"));
    }

    private static Figure regions(TrainingTask task, Parameters parameters, Labels labels, int most) {
        Interval along = extent(task.examples(), 0, BESIDE);
        Interval up = extent(task.examples(), 1, BESIDE);
        int[] classes = task.classes(parameters, middles(along, up));
        List<Layer> layers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int label = 0; label < labels.classes(); label++) {
            names.add("class " + label);
        }
        layers.add(new Layer.Regions(names, Grid.of(CELLS, CELLS, (column, row) -> classes[row * CELLS + column])));
        int every = every((int) labels.perClass()[0], most);
        for (int label = 0; label < labels.classes(); label++) {
            layers.add(new Layer.Dots(
                    String.valueOf(label), "class " + label, members(task.examples(), labels, label, every)));
        }
        return new Figure(
                "The regions of the classes: " + task.kind().title(),
                Axis.of("x1", "").showing(along),
                Axis.of("x2", "").showing(up),
                layers,
                note(every, "example of each class"));
    }

    /** The middles of the cells, row after row from below. */
    private static Matrix middles(Interval along, Interval up) {
        double[] points = new double[2 * CELLS * CELLS];
        int at = 0;
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                points[at++] = Scale.LINEAR.at((column + 0.5) / CELLS, along);
                points[at++] = Scale.LINEAR.at((row + 0.5) / CELLS, up);
            }
        }
        return Matrix.over(CELLS * CELLS, 2, points);
    }

    private static Points members(Matrix examples, Labels labels, int label, int every) {
        int members = (int) labels.perClass()[label];
        double[] x = new double[(members - 1) / every + 1];
        double[] y = new double[x.length];
        int seen = 0;
        for (int i = 0; i < labels.count(); i++) {
            if (labels.at(i) == label) {
                if (seen % every == 0) {
                    x[seen / every] = examples.at(i, 0);
                    y[seen / every] = examples.at(i, 1);
                }
                seen++;
            }
        }
        return Points.of(x, y);
    }

    private static Interval extent(Matrix examples, int column, double beside) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < examples.rows(); i++) {
            low = Math.min(low, examples.at(i, column));
            high = Math.max(high, examples.at(i, column));
        }
        return new Interval(low - beside, high + beside);
    }

    private static int every(int all, int most) {
        return Math.max(1, (all + most - 1) / most);
    }

    private static String note(int every, String what) {
        return every == 1 ? "" : "One " + what + " in " + every + " is drawn.";
    }
}
