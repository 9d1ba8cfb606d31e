package org.ansatz.gradient.training;

import org.ansatz.gradient.data.PublishedData;
import org.ansatz.gradient.loss.AbsoluteError;
import org.ansatz.gradient.loss.BinaryCrossEntropy;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.LogitAdjustment;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.loss.SoftTargetCrossEntropy;
import org.ansatz.gradient.loss.SoftmaxCrossEntropy;
import org.ansatz.gradient.loss.SquaredError;
import org.ansatz.gradient.model.LinearModel;
import org.ansatz.gradient.model.Parameters;
import org.ansatz.gradient.numeric.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * What is trained, as in one of the articles on gradients (dsplog.com, 2025): data, loss, start, and the article's rate and
 * number of steps.
 *
 * @param kind what the loss is
 * @param examples m × n
 * @param targets m × 1 numbers or, where there are labels, m × 1 labels
 * @param labels the class of each example; null in a regression
 * @param model the loss of the examples
 * @param start the parameters to start from
 * @param rate the article's learning rate
 * @param steps the article's number of steps
 */
public record TrainingTask(
        Kind kind,
        Matrix examples,
        Matrix targets,
        @Nullable Labels labels,
        LinearModel model,
        Parameters start,
        double rate,
        int steps) {

    /** The losses. */
    public enum Kind {
        /** Linear regression with the mean squared error. */
        SQUARES("linear regression, mean squared error"),
        /** Linear regression with the mean absolute error. */
        DISTANCES("linear regression, mean absolute error"),
        /** A sigmoid with the binary cross-entropy. */
        SIGMOID("sigmoid, binary cross-entropy"),
        /** A softmax with the cross-entropy. */
        SOFTMAX("softmax, cross-entropy"),
        /** A softmax with the cross-entropy with smoothed labels. */
        SMOOTHED("softmax, cross-entropy with smoothed labels");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** In words. */
        public String title() {
            return title;
        }
    }

    /** A line through 1000 points by the mean squared error: 2000 steps of 0.01. */
    public static TrainingTask squares(long seed) {
        return line(Kind.SQUARES, seed);
    }

    /** A line through 1000 points by the mean absolute error: 2000 steps of 0.01. */
    public static TrainingTask distances(long seed) {
        return line(Kind.DISTANCES, seed);
    }

    private static TrainingTask line(Kind kind, long seed) {
        PublishedData.Line line = PublishedData.line(seed);
        LinearModel model = new LinearModel(
                line.examples(),
                kind == Kind.SQUARES
                        ? new SquaredError(line.targets(), Reduction.MEAN)
                        : new AbsoluteError(line.targets(), Reduction.MEAN));
        return new TrainingTask(kind, line.examples(), line.targets(), null, model, line.start(), 0.01, 2000);
    }

    /** Two clouds of 5000 points by a sigmoid: 1000 steps of 0.1. */
    public static TrainingTask sigmoid(long seed) {
        PublishedData.Clouds clouds = PublishedData.twoClouds(seed);
        Matrix targets = column(clouds.labels());
        LinearModel model = new LinearModel(clouds.examples(), BinaryCrossEntropy.of(targets, Reduction.MEAN));
        return new TrainingTask(
                Kind.SIGMOID, clouds.examples(), targets, clouds.labels(), model, clouds.start(), 0.1, 1000);
    }

    /**
     * Three clouds of 3000 points by a softmax: 1000 steps of 0.1.
     *
     * @param smoothing of the labels, 0 (none) to 1
     */
    public static TrainingTask softmax(long seed, double smoothing) {
        PublishedData.Clouds clouds = PublishedData.threeClouds(seed);
        Labels labels = clouds.labels();
        LinearModel model = new LinearModel(
                clouds.examples(),
                smoothing == 0
                        ? SoftmaxCrossEntropy.of(labels, Reduction.MEAN)
                        : new SoftTargetCrossEntropy(labels.smoothed(smoothing), Reduction.MEAN));
        Kind kind = smoothing == 0 ? Kind.SOFTMAX : Kind.SMOOTHED;
        return new TrainingTask(kind, clouds.examples(), column(labels), labels, model, clouds.start(), 0.1, 1000);
    }

    private static Matrix column(Labels labels) {
        double[] column = new double[labels.count()];
        for (int i = 0; i < column.length; i++) {
            column[i] = labels.at(i);
        }
        return Matrix.column(column);
    }

    /** The class of each of some points: the likeliest, of equal ones the first. */
    public int[] classes(Parameters parameters, Matrix points) {
        Matrix scores = points.timesTransposed(parameters.weights()).plusToEachRow(parameters.bias());
        if (scores.columns() > 1) {
            return LogitAdjustment.predictions(scores);
        }
        int[] classes = new int[scores.rows()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = scores.at(i, 0) > 0 ? 1 : 0;
        }
        return classes;
    }

    /** How many examples these parameters put into a wrong class; 0 in a regression. */
    public int errors(Parameters parameters) {
        Labels right = labels;
        int errors = 0;
        if (right != null) {
            int[] classes = classes(parameters, examples);
            for (int i = 0; i < classes.length; i++) {
                errors += classes[i] == right.at(i) ? 0 : 1;
            }
        }
        return errors;
    }

    /** The least loss, by another method than descent. */
    public Optimum optimum() {
        switch (kind) {
            case SQUARES:
                return LeastSquares.of(model, examples, targets);
            case DISTANCES:
                return LeastDistances.of(model, examples, targets);
            case SMOOTHED:
                return MaximumLikelihood.of(model, start, at -> 1);
            default:
                return MaximumLikelihood.of(model, start, this::errors);
        }
    }
}
