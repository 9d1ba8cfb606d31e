package org.ansatz.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
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

    private static final int SCORES = LossSample.EXAMPLES * LossSample.CLASSES;
    private static final int TAG_SCORES = LossSample.EXAMPLES * LossSample.TAGS;

    private final LossSample sample = new LossSample();
    private final double[] gradient = new double[SCORES];
    private final double[] tagGradient = new double[TAG_SCORES];

    /** Softmax cross-entropy, 1024 × 1000. */
    @Benchmark
    @OperationsPerInvocation(SCORES)
    public double softmaxCrossEntropy() {
        return sample.softmax.gradient(sample.logits, gradient);
    }

    /** Sigmoid with binary cross-entropy, 1024 × 80. */
    @Benchmark
    @OperationsPerInvocation(TAG_SCORES)
    public double binaryCrossEntropy() {
        return sample.binary.gradient(sample.tagLogits, tagGradient);
    }

    /** Focal loss, γ = 2, α = 1/4, 1024 × 80. */
    @Benchmark
    @OperationsPerInvocation(TAG_SCORES)
    public double focalLoss() {
        return sample.focal.gradient(sample.tagLogits, tagGradient);
    }

    /** Asymmetric loss, γ₊ = 0, γ₋ = 4, m = 0.05, 1024 × 80. */
    @Benchmark
    @OperationsPerInvocation(TAG_SCORES)
    public double asymmetricLoss() {
        return sample.asymmetric.gradient(sample.tagLogits, tagGradient);
    }

    /** The floor of the softmax with the JDK alone: one exponential for each score, and nothing else. */
    @Benchmark
    @OperationsPerInvocation(TAG_SCORES)
    public double exponentialFloor() {
        double[] tagLogits = sample.tagLogits;
        for (int i = 0; i < tagLogits.length; i++) {
            tagGradient[i] = Math.exp(-Math.abs(tagLogits[i]));
        }
        return tagGradient[0];
    }

    /** The floor of the others with the JDK alone: one exponential and one logarithm for each score. */
    @Benchmark
    @OperationsPerInvocation(TAG_SCORES)
    public double exponentialAndLogarithmFloor() {
        double[] tagLogits = sample.tagLogits;
        for (int i = 0; i < tagLogits.length; i++) {
            tagGradient[i] = Math.log(1 + Math.exp(-Math.abs(tagLogits[i])));
        }
        return tagGradient[0];
    }
}
