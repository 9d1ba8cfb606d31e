package org.ansatz.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Loss;
import org.ansatz.gradient.loss.LossGradient;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.loss.SoftTargetCrossEntropy;
import org.ansatz.gradient.loss.SoftmaxCrossEntropy;
import org.ansatz.gradient.numeric.Matrix;
import org.apache.commons.math3.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A softmax of many classes, wherever its largest logit is and however far above the others. */
final class LongRowsTest {

    private static final int CLASSES = 150;
    private static final double RELATIVE = 4e-15;

    private static double[] row(int peak, double height) {
        double[] z = new Draws(3).normals(CLASSES);
        z[peak] = height;
        return z;
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 10, 21.5, 23, 40, 87.5, 200, 340, 700, 1000, -1000})
    void noDigitIsLost(double height) {
        for (int peak : new int[] {0, 63, 64, 149}) {
            for (int target : new int[] {5, 149}) {
                double[] z = row(peak, height);
                String what = "peak at " + peak + ", class " + target;
                Dfp rest = Exactly.rest(z, target);
                LossGradient found = SoftmaxCrossEntropy.of(Labels.of(CLASSES, target), Reduction.SUM)
                        .at(Matrix.row(z));
                assertRight("loss, " + what, permitted(height), found.loss(), logOneAnd(rest));
                assertRight(
                        "slope, " + what,
                        permitted(height),
                        -found.gradient().at(0, target),
                        rest.divide(Exactly.ONE.add(rest)));
                int other = (target + 70) % CLASSES;
                assertRight(
                        "other slope, " + what,
                        permitted(height),
                        found.gradient().at(0, other),
                        Exactly.ONE.divide(Exactly.ONE.add(Exactly.rest(z, other))));
            }
        }
    }

    /** Softened, a wrong class counts what it counts in the exact sum. */
    @ParameterizedTest
    @ValueSource(doubles = {3, 21.5, 23, 87.5, 700})
    void softTargetsLoseNoneEither(double height) {
        double[] z = row(100, height);
        double[] targets = new double[CLASSES];
        targets[100] = 0.75;
        targets[2] = 0.25;
        double found = new SoftTargetCrossEntropy(Matrix.row(targets), Reduction.SUM)
                .at(Matrix.row(z))
                .loss();
        Dfp right = logOneAnd(Exactly.rest(z, 100)).multiply(Exactly.number(0.75));
        Dfp wrong = logOneAnd(Exactly.rest(z, 2)).multiply(Exactly.number(0.25));
        assertRight("loss", permitted(height), found, right.add(wrong));
    }

    /** ln(1 + x); by its series where 60 digits cannot hold the sum. */
    private static Dfp logOneAnd(Dfp x) {
        return x.toDouble() < 1e-25
                ? x.subtract(x.multiply(x).divide(2))
                : Exactly.ONE.add(x).log();
    }

    /** Relative; the difference of two logits is rounded, and its exponential has that error relative to itself. */
    private static double permitted(double height) {
        return RELATIVE + Math.ulp(Math.abs(height));
    }

    private static void assertRight(String what, double permitted, double found, Dfp exact) {
        double expected = exact.toDouble();
        assertThat(found).as(what).isFinite().isCloseTo(expected, within(permitted * Math.abs(expected) + 1e-310));
    }

    @Test
    void anOffsetOfAllLogitsChangesNothing() {
        double[] scores =
                Arrays.stream(row(120, 9)).map(x -> Math.rint(64 * x) / 64).toArray();
        double[] lifted = Arrays.stream(scores).map(x -> x + 512).toArray();
        Loss loss = SoftmaxCrossEntropy.of(Labels.of(CLASSES, 7), Reduction.MEAN);
        double[] gradient = new double[CLASSES];
        double[] liftedGradient = new double[CLASSES];
        assertThat(loss.gradient(lifted, liftedGradient)).isEqualTo(loss.gradient(scores, gradient));
        assertThat(liftedGradient).isEqualTo(gradient);
    }
}
