package org.ansatz.field.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Capacities with a closed form: Cover and Thomas, Elements of Information Theory, 2nd ed., section 7.1. */
final class CapacityTest {

    private static void assertCapacity(double expected, double[][] channel) {
        Capacity found = Capacity.of(channel);
        assertThat(found.bits()).isCloseTo(expected, within(found.error()));
        assertThat(found.error()).isLessThan(1e-3);
    }

    private static double entropy(double... p) {
        return Entropy.of(p);
    }

    @Test
    void ofASymmetricChannelItIsOneLessTheEntropyOfAnError() {
        assertCapacity(1 - entropy(0.1, 0.9), new double[][] {{0.9, 0.1}, {0.1, 0.9}});
    }

    @Test
    void ofAnErasureChannelItIsWhatIsNotErased() {
        assertCapacity(0.75, new double[][] {{0.75, 0.25, 0}, {0, 0.25, 0.75}});
    }

    @Test
    void ofAZChannelTheInputsAreNotEquallyLikely() {
        assertCapacity(Math.log(5) / Math.log(2) - 2, new double[][] {{1, 0}, {0.5, 0.5}});
    }

    @Test
    void ofATypewriterItIsThatOfTheLettersThatAreNotMixedUp() {
        int letters = 26;
        double[][] channel = new double[letters][letters];
        for (int i = 0; i < letters; i++) {
            channel[i][i] = 0.5;
            channel[i][(i + 1) % letters] = 0.5;
        }
        assertCapacity(Math.log(13) / Math.log(2), channel);
    }

    @Test
    void ofAChannelThatSaysNothingItIsZero() {
        assertCapacity(0, new double[][] {{0.3, 0.7}, {0.3, 0.7}});
        assertCapacity(0, new double[][] {{1}});
    }

    /** An input that is never worth sending: the bounds come together slowly, and the error says so. */
    @Test
    void whereItSettlesSlowlyTheErrorSaysSo() {
        double[][] channel = {{1, 0}, {0, 1}, {0.5, 0.5}};
        assertCapacity(1, channel);
        double[][] slow = {{0.9, 0.1}, {0.1, 0.9}, {0.85, 0.15}};
        assertCapacity(1 - entropy(0.1, 0.9), slow);
    }

    @Test
    void whatIsNoChannelIsRefused() {
        assertThatThrownBy(() -> Capacity.of(new double[][] {{0.5, 0.4}})).hasMessageContaining("sum to 0.9");
        assertThatThrownBy(() -> Capacity.of(new double[][] {{1.5, -0.5}}))
                .hasMessageContaining("a probability of -0.5");
    }
}
