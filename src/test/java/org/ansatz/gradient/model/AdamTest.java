package org.ansatz.gradient.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Adam against steps that were computed by hand, and what holds of its steps whatever the gradient. */
final class AdamTest {

    /** Gradients 2 and −1: m = 0.2, 0.08; v = 0.004, 0.004996; divided by 1 − βᵗ: 2, 8/19 and 4, 4996/1999. */
    @Test
    void twoStepsByHand() {
        double[] at = {5};
        Adam.Descent descent = Adam.of(0.1).descent(1);
        descent.step(at, new double[] {2});
        double first = 5 - 0.1 * 2 / (2 + 1e-8);
        assertThat(at[0]).isCloseTo(first, within(1e-15));
        descent.step(at, new double[] {-1});
        double second = first - 0.1 * (8.0 / 19) / (Math.sqrt(4996.0 / 1999) + 1e-8);
        assertThat(at[0]).isCloseTo(second, within(1e-14));
    }

    /** Without memory (β = 0) every step is α g/(|g| + ε). */
    @Test
    void withoutMemoryOnlyTheSignIsLeft() {
        double[] at = {0, 0, 0};
        Adam.Descent descent = new Adam(0.5, 0, 0, 1).descent(3);
        descent.step(at, new double[] {1, -3, 0});
        assertThat(at).containsExactly(-0.25, 0.375, 0);
        descent.step(at, new double[] {-1, -3, 0});
        assertThat(at).containsExactly(0, 0.75, 0);
    }

    /** What bias correction is for: the means of a constant gradient are the gradient from the first step on. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, -0.2, 7, 1e6})
    void aConstantGradientMovesByTheRateFromTheFirstStep(double gradient) {
        double[] at = {0};
        Adam.Descent descent = Adam.of(0.01).descent(1);
        for (int step = 1; step <= 50; step++) {
            descent.step(at, new double[] {gradient});
            double expected = -step * 0.01 * gradient / (Math.abs(gradient) + 1e-8);
            assertThat(at[0]).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void entriesDoNotKnowEachOther() {
        double[] together = {1, 2};
        double[] alone = {2};
        Adam.Descent both = Adam.of(0.1).descent(2);
        Adam.Descent one = Adam.of(0.1).descent(1);
        for (int step = 0; step < 5; step++) {
            both.step(together, new double[] {100, step - 2});
            one.step(alone, new double[] {step - 2});
        }
        assertThat(together[1]).isEqualTo(alone[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0.9; 0.999; 1e-8; the learning rate must be finite and positive, but is 0.0",
                "NaN; 0.9; 0.999; 1e-8; the learning rate must be finite and positive, but is NaN",
                "0.1; 1; 0.999; 1e-8; β₁ and β₂ must be at least 0 and below 1, but are 1.0 and 0.999",
                "0.1; 0.9; -0.1; 1e-8; β₁ and β₂ must be at least 0 and below 1, but are 0.9 and -0.1",
                "0.1; 0.9; 0.999; 0; ε must be finite and positive, but is 0.0"
            })
    void settingsOutOfRangeAreNamed(double rate, double beta1, double beta2, double epsilon, String message) {
        assertThatThrownBy(() -> new Adam(rate, beta1, beta2, epsilon))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void lengthsThatDoNotFitAreNamed() {
        assertThatThrownBy(() -> Adam.of(0.1).descent(3).step(new double[3], new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 parameters and a gradient of 2 in a descent of 3");
    }
}
