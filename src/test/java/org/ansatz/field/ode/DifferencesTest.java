package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DifferencesTest {

    /** Hairer's RADAU5 moves a component by the root of the rounding of 1 times what is larger, 1e-5 or the component. */
    @Test
    void oneComponentAfterTheOtherIsMovedByTheRootOfItsRounding() {
        List<double[]> asked = new ArrayList<>();
        double[][] jacobian = new double[2][2];
        double[] y = {-4, 0};
        Differences.jacobian(
                (t, at, slopes) -> {
                    asked.add(at.clone());
                    slopes[0] = 3 * at[0] - at[1];
                    slopes[1] = t * at[1];
                },
                7,
                y,
                jacobian);
        assertThat(asked).hasSize(3);
        assertThat(asked.get(0)).containsExactly(-4, 0);
        assertThat(asked.get(1)).containsExactly(-4 + 0x1p-25, 0);
        assertThat(asked.get(2)).containsExactly(new double[] {-4, Math.sqrt(1e-5) * 0x1p-26}, within(1e-25));
        assertThat(jacobian[0]).containsExactly(new double[] {3, -1}, within(1e-4));
        assertThat(jacobian[1]).containsExactly(new double[] {0, 7}, within(1e-4));
        assertThat(y).containsExactly(-4, 0);
    }

    /** What is added is what was left of it after rounding, so that a straight line has no error but its own rounding. */
    @Test
    void theSlopeOfALineIsExact() {
        double[][] jacobian = new double[1][1];
        Differences.jacobian((t, y, slopes) -> slopes[0] = 8 * y[0], 0, new double[] {0.7}, jacobian);
        assertThat(jacobian[0][0]).isEqualTo(8);
    }
}
