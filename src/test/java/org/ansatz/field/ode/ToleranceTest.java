package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ToleranceTest {

    @Test
    void anErrorIsMeasuredByTheComponentAndItsSize() {
        Tolerance tolerance = new Tolerance(1e-3, new double[] {2, 10});
        assertThat(tolerance.of(0, 5)).isCloseTo(7e-3, within(1e-17));
        assertThat(tolerance.of(1, 5)).isCloseTo(15e-3, within(1e-17));
        assertThat(tolerance.absolute()).containsExactly(2e-3, 1e-2);
        assertThat(tolerance.relative()).isEqualTo(1e-3);
    }

    @Test
    void aUniformOneIsRelativeToOneAndTheComponent() {
        assertThat(Tolerance.uniform(1e-2, 2).absolute()).containsExactly(1e-2, 1e-2);
        assertThat(Tolerance.uniform(1e-2, 2).of(1, 3)).isCloseTo(4e-2, within(1e-17));
    }

    @Test
    void theLimitsThemselvesAreTaken() {
        assertThat(Tolerance.uniform(1e-13, 1).relative()).isEqualTo(1e-13);
        assertThat(Tolerance.uniform(1, 1).relative()).isEqualTo(1);
    }

    @Test
    void aSizeIsAPositiveNumber() {
        for (double size : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Tolerance(1e-3, new double[] {1, size}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not " + size);
        }
    }

    @Test
    void sizesThatAreChangedLaterDoNotChangeIt() {
        double[] sizes = {2};
        Tolerance tolerance = new Tolerance(1e-3, sizes);
        sizes[0] = 5;
        assertThat(tolerance.absolute()).containsExactly(2e-3);
    }
}
