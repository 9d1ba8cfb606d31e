package org.ansatz.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.ansatz.gradient.loss.AsymmetricLoss;
import org.ansatz.gradient.loss.Asymmetry;
import org.ansatz.gradient.loss.BinaryCrossEntropy;
import org.ansatz.gradient.loss.FocalLoss;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.LogitAdjustment;
import org.ansatz.gradient.loss.Loss;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.loss.SoftmaxCrossEntropy;
import org.ansatz.gradient.loss.SoftmaxFocalLoss;
import org.ansatz.gradient.numeric.Matrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is allocated for a loss and its gradient: a work space, whatever the number of examples. */
final class LossAllocationTest {

    private static final int EXAMPLES = 10_000;
    private static final int CLASSES = 50;

    /** In bytes; the scores alone have four million. */
    private static final long PERMITTED = 100_000;

    static Stream<Loss> losses() {
        Draws draws = new Draws(1);
        Labels labels = draws.labels(EXAMPLES, CLASSES);
        Matrix tags = labels.oneHot();
        return Stream.of(
                SoftmaxCrossEntropy.of(labels, Reduction.MEAN),
                LogitAdjustment.of(1, labels.perClass()).loss(labels, Reduction.MEAN),
                SoftmaxFocalLoss.of(labels, 2, Reduction.MEAN),
                BinaryCrossEntropy.of(tags, Reduction.MEAN),
                FocalLoss.of(tags, 2.5, Reduction.MEAN),
                AsymmetricLoss.of(tags, new Asymmetry(0, 4, 0.05), Reduction.MEAN));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void nothingIsAllocatedForEachExample(Loss loss) {
        double[] scores = new Draws(2).normals(EXAMPLES * CLASSES);
        double[] far = scores.clone();
        for (int i = 0; i < far.length; i += 7) {
            far[i] *= 300; // where exponentials leave the moderate range
        }
        double[] gradient = new double[scores.length];
        assertThat(allocated(loss, scores, gradient)).isLessThan(PERMITTED);
        assertThat(allocated(loss, far, gradient)).isLessThan(PERMITTED);
    }

    private static long allocated(Loss loss, double[] scores, double[] gradient) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        loss.gradient(scores, gradient);
        long before = threads.getCurrentThreadAllocatedBytes();
        loss.gradient(scores, gradient);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
