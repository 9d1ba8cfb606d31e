package org.ansatz.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ansatz.route.gradient.loss.AsymmetricLoss;
import org.ansatz.route.gradient.loss.Asymmetry;
import org.ansatz.route.gradient.loss.BinaryCrossEntropy;
import org.ansatz.route.gradient.loss.FocalLoss;
import org.ansatz.route.gradient.loss.Labels;
import org.ansatz.route.gradient.loss.Loss;
import org.ansatz.route.gradient.loss.Reduction;
import org.ansatz.route.gradient.loss.SoftmaxCrossEntropy;
import org.ansatz.route.gradient.numeric.Matrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Losses with their gradients, mean reduction, on one thread: nanoseconds for each score. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LossBenchmark {

    private static final int EXAMPLES = 1024;
    private static final int CLASSES = 1000;
    private static final int TAGS = 80;
    private static final double POSITIVES = 0.05;

    private final double[] logits = new double[EXAMPLES * CLASSES];
    private final double[] gradient = new double[EXAMPLES * CLASSES];
    private final double[] tagLogits = new double[EXAMPLES * TAGS];
    private final double[] tagGradient = new double[EXAMPLES * TAGS];
    private Loss softmax;
    private Loss binary;
    private Loss focal;
    private Loss asymmetric;

    /** Draws normal logits and labels; 5 in 100 tags are set. */
    @Setup
    public void draw() {
        Random random = new Random(1);
        for (int i = 0; i < logits.length; i++) {
            logits[i] = 2 * random.nextGaussian();
        }
        double[] tags = new double[EXAMPLES * TAGS];
        for (int i = 0; i < tags.length; i++) {
            tagLogits[i] = 2 * random.nextGaussian();
            tags[i] = random.nextDouble() < POSITIVES ? 1 : 0;
        }
        int[] labels = random.ints(EXAMPLES, 0, CLASSES).toArray();
        Matrix set = Matrix.over(EXAMPLES, TAGS, tags);
        softmax = SoftmaxCrossEntropy.of(Labels.of(CLASSES, labels), Reduction.MEAN);
        binary = BinaryCrossEntropy.of(set, Reduction.MEAN);
        focal = FocalLoss.balanced(set, 2, 0.25, Reduction.MEAN);
        asymmetric = AsymmetricLoss.of(set, new Asymmetry(0, 4, 0.05), Reduction.MEAN);
    }

    /** Softmax cross-entropy, 1024 × 1000. */
    @Benchmark
    @OperationsPerInvocation(EXAMPLES * CLASSES)
    public double softmaxCrossEntropy() {
        return softmax.gradient(logits, gradient);
    }

    /** Sigmoid with binary cross-entropy, 1024 × 80. */
    @Benchmark
    @OperationsPerInvocation(EXAMPLES * TAGS)
    public double binaryCrossEntropy() {
        return binary.gradient(tagLogits, tagGradient);
    }

    /** Focal loss, γ = 2, α = 1/4, 1024 × 80. */
    @Benchmark
    @OperationsPerInvocation(EXAMPLES * TAGS)
    public double focalLoss() {
        return focal.gradient(tagLogits, tagGradient);
    }

    /** Asymmetric loss, γ₊ = 0, γ₋ = 4, m = 0.05, 1024 × 80. */
    @Benchmark
    @OperationsPerInvocation(EXAMPLES * TAGS)
    public double asymmetricLoss() {
        return asymmetric.gradient(tagLogits, tagGradient);
    }

    /** The floor of the softmax with the JDK alone: one exponential for each score, and nothing else. */
    @Benchmark
    @OperationsPerInvocation(EXAMPLES * TAGS)
    public double exponentialFloor() {
        for (int i = 0; i < tagLogits.length; i++) {
            tagGradient[i] = Math.exp(-Math.abs(tagLogits[i]));
        }
        return tagGradient[0];
    }

    /** The floor of the others with the JDK alone: one exponential and one logarithm for each score. */
    @Benchmark
    @OperationsPerInvocation(EXAMPLES * TAGS)
    public double exponentialAndLogarithmFloor() {
        for (int i = 0; i < tagLogits.length; i++) {
            tagGradient[i] = Math.log(1 + Math.exp(-Math.abs(tagLogits[i])));
        }
        return tagGradient[0];
    }
}
