package org.ansatz.gradient.data;

import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.model.Parameters;
import org.ansatz.gradient.numeric.Matrix;

/**
 * The training data of the articles on gradients (dsplog.com, 2025), drawn as there, with the parameters that training starts
 * from.
 */
public final class PublishedData {

    /** The seed of the articles. */
    public static final long SEED = 42;

    private static final int LINE_POINTS = 1000;
    private static final int TWO_CLOUDS_POINTS = 10_000;
    private static final int CLOUD_POINTS = 3000;
    private static final double[][] CENTRES = {{-2, -2}, {2, 2}, {-2, 2}};

    private PublishedData() {}

    /**
     * Points beside a line.
     *
     * @param examples m × 1
     * @param targets m × 1
     * @param start weight and bias to start from
     */
    public record Line(Matrix examples, Matrix targets, Parameters start) {}

    /**
     * Clouds of points, each a class.
     *
     * @param examples m × 2
     * @param labels the cloud of each
     * @param start weights and bias to start from
     */
    public record Clouds(Matrix examples, Labels labels, Parameters start) {}

    /** 1000 points y = 2.5 x + 5 + 2 n, x uniform from 0 to 10, n normal; the start follows from the same stream. */
    public static Line line(long seed) {
        NumpyRandom random = new NumpyRandom(seed);
        double[] x = random.rand(LINE_POINTS, 1).entries();
        double[] y = new double[LINE_POINTS];
        for (int i = 0; i < LINE_POINTS; i++) {
            x[i] *= 10;
        }
        for (int i = 0; i < LINE_POINTS; i++) {
            y[i] = 2.5 * x[i] + 5 + 2 * random.randn();
        }
        double weight = random.randn();
        double bias = random.randn();
        return new Line(Matrix.column(x), Matrix.column(y), new Parameters(Matrix.row(weight), bias));
    }

    /**
     * Two classes of 5000 points with unit variance around (−2, −2) and (2, 2); the generator is seeded again for the start,
     * which is one row of normal weights and no bias.
     */
    public static Clouds twoClouds(long seed) {
        Matrix columns = new NumpyRandom(seed).randn(2, TWO_CLOUDS_POINTS);
        double[] shifted = columns.entries().clone();
        int[] labels = new int[TWO_CLOUDS_POINTS];
        for (int i = 0; i < TWO_CLOUDS_POINTS; i++) {
            labels[i] = i < TWO_CLOUDS_POINTS / 2 ? 0 : 1;
            double shift = labels[i] == 0 ? -2 : 2;
            shifted[i] += shift;
            shifted[TWO_CLOUDS_POINTS + i] += shift;
        }
        Matrix examples = Matrix.over(2, TWO_CLOUDS_POINTS, shifted).transposed();
        Parameters start = new Parameters(new NumpyRandom(seed).randn(1, 2), 0);
        return new Clouds(examples, Labels.of(2, labels), start);
    }

    /**
     * Three classes of 3000 points with unit variance around (−2, −2), (2, 2) and (−2, 2); the generator is seeded again for
     * the start, which is normal weights times 0.01 and no bias.
     */
    public static Clouds threeClouds(long seed) {
        NumpyRandom random = new NumpyRandom(seed);
        double[] points = new double[CENTRES.length * CLOUD_POINTS * 2];
        int[] labels = new int[CENTRES.length * CLOUD_POINTS];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i / CLOUD_POINTS;
            points[2 * i] = random.randn() + CENTRES[labels[i]][0];
            points[2 * i + 1] = random.randn() + CENTRES[labels[i]][1];
        }
        double[] weights = new NumpyRandom(seed).randn(CENTRES.length, 2).entries();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= 0.01;
        }
        Parameters start = new Parameters(Matrix.over(CENTRES.length, 2, weights), new double[CENTRES.length]);
        return new Clouds(Matrix.over(labels.length, 2, points), Labels.of(CENTRES.length, labels), start);
    }
}
