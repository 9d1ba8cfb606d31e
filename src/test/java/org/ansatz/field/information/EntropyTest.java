package org.ansatz.field.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class EntropyTest {

    /** Cover and Thomas, Elements of Information Theory, 2nd ed., examples 2.1.1, 2.1.2 and 2.2.1. */
    @Test
    void theTextbooksDistributionsHaveTheirEntropies() {
        assertThat(Entropy.of(new double[] {0.5, 0.5})).isEqualTo(1);
        assertThat(Entropy.of(new double[] {0.5, 0.25, 0.125, 0.125})).isCloseTo(1.75, within(1e-15));
        assertThat(Entropy.of(new double[] {0.25, 0.25, 0.25, 0.25})).isEqualTo(2);
        double[][] joint = {
            {1 / 8., 1 / 16., 1 / 32., 1 / 32.},
            {1 / 16., 1 / 8., 1 / 32., 1 / 32.},
            {1 / 16., 1 / 16., 1 / 16., 1 / 16.},
            {1 / 4., 0, 0, 0}
        };
        assertThat(Entropy.mutualInformation(joint)).isCloseTo(0.375, within(1e-14));
    }

    /** Cover and Thomas, example 2.3.1, with r = 1/2 and s = 1/4: 0.2075 bit one way, 0.1887 bit the other. */
    @Test
    void divergenceIsNotSymmetric() {
        double[] p = {0.5, 0.5};
        double[] q = {0.75, 0.25};
        assertThat(Entropy.divergence(p, q)).isCloseTo(0.2075, within(5e-5));
        assertThat(Entropy.divergence(q, p)).isCloseTo(0.1887, within(5e-5));
    }

    @Test
    void theExamplesOfASmallShiftLoseEntropy() {
        assertThat(Entropy.of(new double[] {0.51, 0.49})).isCloseTo(0.999711442, within(5e-10));
        assertThat(Entropy.of(new double[] {0.3, 0.2, 0.25, 0.25})).isCloseTo(1.985475297, within(5e-10));
        assertThat(Entropy.of(new double[] {0.1, 0.1, 0.8})).isCloseTo(0.921928095, within(5e-10));
        assertThat(Entropy.of(new double[] {0.12, 0.08, 0.8})).isCloseTo(0.916118214, within(5e-10));
        Perturbation shifted = Perturbation.of(new double[] {0.1, 0.1, 0.8}, 0, 1, 0.02);
        assertThat(shifted.entropyChange()).isCloseTo(0.916118214 - 0.921928095, within(1e-9));
    }

    @Test
    void nothingIsLearntFromACertainSymbol() {
        assertThat(Entropy.of(new double[] {1, 0, 0})).isZero();
    }

    @RepeatedTest(50)
    void entropyLiesBetweenZeroAndTheLogarithmOfTheNumberOfSymbols(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        int symbols = 2 + random.nextInt(255);
        double[] p = RandomDistribution.uniform(symbols, random::nextDouble);
        double entropy = Entropy.of(p);
        assertThat(entropy).as("seed " + info.getCurrentRepetition()).isBetween(0.0, Math.log(symbols) / Math.log(2));
        double[] uniform = new double[symbols];
        java.util.Arrays.fill(uniform, 1.0 / symbols);
        assertThat(Entropy.divergence(p, uniform)).isCloseTo(Math.log(symbols) / Math.log(2) - entropy, within(1e-12));
    }

    @RepeatedTest(50)
    void aShiftBetweenEqualSymbolsAlwaysLosesEntropy(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        int symbols = 2 + random.nextInt(255);
        Perturbation drawn = Perturbation.drawn(symbols, 0, 1, random::nextDouble);
        assertThat(drawn.entropyChange())
                .as("seed " + info.getCurrentRepetition())
                .isNegative();
    }

    /** Uniform on the simplex: the first of N probabilities has the mean 1/N and the variance (N − 1)/(N²(N + 1)). */
    @Test
    void distributionsAreDrawnUniformlyFromTheSimplex() {
        Random random = new Random(1);
        int draws = 40_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double x = RandomDistribution.uniform(4, random::nextDouble)[0];
            sum += x;
            squares += x * x;
        }
        double mean = sum / draws;
        assertThat(mean).isCloseTo(0.25, within(4 * Math.sqrt(3 / 80.0 / draws)));
        assertThat(squares / draws - mean * mean).isCloseTo(3 / 80.0, within(0.001));
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        assertThatThrownBy(() -> Entropy.of(new double[] {0.5, 0.6})).hasMessageContaining("sum to 1.1");
        assertThatThrownBy(() -> Entropy.of(new double[] {1.5, -0.5})).hasMessageContaining("-0.5");
        assertThatThrownBy(() -> Entropy.of(new double[] {Double.NaN, 1})).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Entropy.divergence(new double[] {1}, new double[] {0.5, 0.5}))
                .hasMessageContaining("1 and 2 symbols");
        assertThatThrownBy(() -> Perturbation.of(new double[] {0.5, 0.5}, 0, 1, 0.6))
                .hasMessageContaining("0.6");
    }
}
