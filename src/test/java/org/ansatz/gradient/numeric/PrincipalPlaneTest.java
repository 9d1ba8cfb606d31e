package org.ansatz.gradient.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The plane on which points spread most. */
final class PrincipalPlaneTest {

    @Test
    void pointsOnTheAxesKeepTheTwoLongest() {
        Matrix points = Matrix.of(6, 3, 0, 0, 1, 0, 0, -1, 3, 0, 0, -3, 0, 0, 0, 2, 0, 0, -2, 0);
        PrincipalPlane plane = PrincipalPlane.of(points);
        assertThat(plane.share()).isCloseTo(13.0 / 14, within(1e-15));
        assertThat(plane.coordinates().at(2, 0)).isCloseTo(3, within(1e-14));
        assertThat(plane.coordinates().at(4, 1)).isCloseTo(2, within(1e-14));
        assertThat(plane.coordinates().at(0, 0)).isCloseTo(0, within(1e-14));
    }

    @Test
    void pointsOfAPlaneInSpaceKeepTheirDistances() {
        double[][] flat = {{0, 0}, {1, 0}, {4, 1}, {-2, 3}, {0.5, -1}};
        double[] u = {2 / 3.0, 2 / 3.0, 1 / 3.0};
        double[] v = {-2 / 3.0, 1 / 3.0, 2 / 3.0};
        double[] entries = new double[15];
        for (int i = 0; i < 15; i++) {
            entries[i] = 7 + flat[i / 3][0] * u[i % 3] + flat[i / 3][1] * v[i % 3];
        }
        PrincipalPlane plane = PrincipalPlane.of(Matrix.over(5, 3, entries));
        assertThat(plane.share()).isCloseTo(1, within(1e-14));
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < i; j++) {
                double distance = Math.hypot(
                        plane.coordinates().at(i, 0) - plane.coordinates().at(j, 0),
                        plane.coordinates().at(i, 1) - plane.coordinates().at(j, 1));
                double before = Math.hypot(flat[i][0] - flat[j][0], flat[i][1] - flat[j][1]);
                assertThat(distance).isCloseTo(before, within(1e-13));
            }
        }
    }

    @Test
    void aSinglePointIsTheMiddle() {
        PrincipalPlane plane = PrincipalPlane.of(Matrix.of(1, 2, 5, 6));
        assertThat(plane.coordinates().entries()).containsExactly(0, 0);
        assertThat(plane.share()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> PrincipalPlane.of(Matrix.of(2, 1, 5, 6)));
    }
}
