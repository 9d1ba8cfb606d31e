package org.ansatz.bench;

import java.util.Arrays;
import java.util.Random;
import org.ansatz.gradient.loss.AsymmetricLoss;
import org.ansatz.gradient.loss.Asymmetry;
import org.ansatz.gradient.loss.BinaryCrossEntropy;
import org.ansatz.gradient.loss.FocalLoss;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Loss;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.loss.SoftmaxCrossEntropy;
import org.ansatz.gradient.numeric.Matrix;

/** What losses are timed with: normal logits of standard deviation 2, 1024 × 1000 with a class each, 1024 × 80 with tags. */
final class LossSample {

    static final int EXAMPLES = 1024;
    static final int CLASSES = 1000;
    static final int TAGS = 80;
    static final double GAMMA = 2;
    static final double ALPHA = 0.25;
    static final Asymmetry ASYMMETRY = new Asymmetry(0, 4, 0.05);

    /** The share of tags that are set. */
    private static final double POSITIVES = 0.05;

    final double[] logits;
    final int[] labels;
    final double[] tagLogits;
    final double[] tags;
    final Loss softmax;
    final Loss binary;
    final Loss focal;
    final Loss asymmetric;

    LossSample() {
        Random random = new Random(1);
        logits = normals(random, EXAMPLES * CLASSES);
        tagLogits = normals(random, EXAMPLES * TAGS);
        labels = random.ints(EXAMPLES, 0, CLASSES).toArray();
        tags = random.doubles(EXAMPLES * TAGS).map(u -> u < POSITIVES ? 1 : 0).toArray();
        Matrix set = Matrix.over(EXAMPLES, TAGS, tags);
        softmax = SoftmaxCrossEntropy.of(Labels.of(CLASSES, labels), Reduction.MEAN);
        binary = BinaryCrossEntropy.of(set, Reduction.MEAN);
        focal = FocalLoss.balanced(set, GAMMA, ALPHA, Reduction.MEAN);
        asymmetric = AsymmetricLoss.of(set, ASYMMETRY, Reduction.MEAN);
    }

    private static double[] normals(Random random, int n) {
        double[] normals = new double[n];
        Arrays.setAll(normals, i -> 2 * random.nextGaussian());
        return normals;
    }
}
