package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Beside determinants and solutions by hand. */
final class LinearSystemTest {

    private static LinearSystem system(double[][] matrix, double... right) {
        LinearSystem system = new LinearSystem(matrix.length);
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                system.set(i, j, matrix[i][j]);
            }
            system.set(i, right[i]);
        }
        return system;
    }

    @Test
    void determinantsAreThoseByHand() {
        assertThat(system(new double[][] {{2, 1}, {4, 3}}, 0, 0).factor()).isCloseTo(2, within(1e-15));
        assertThat(system(new double[][] {{0, 2}, {3, 4}}, 0, 0).factor()).isEqualTo(-6);
        assertThat(system(new double[][] {{0, 0, 2}, {3, 0, 0}, {0, 5, 0}}, 0, 0, 0)
                        .factor())
                .isEqualTo(30);
        // the Hilbert matrix of three rows
        assertThat(system(
                                new double[][] {
                                    {1, 1.0 / 2, 1.0 / 3}, {1.0 / 2, 1.0 / 3, 1.0 / 4}, {1.0 / 3, 1.0 / 4, 1.0 / 5}
                                },
                                0,
                                0,
                                0)
                        .factor())
                .isCloseTo(1.0 / 2160, within(1e-17));
    }

    @Test
    void aSingularMatrixHasTheDeterminantZero() {
        assertThat(system(new double[][] {{1, 2}, {2, 4}}, 0, 0).factor()).isZero();
        assertThat(system(new double[][] {{0, 0}, {0, 1}}, 0, 0).factor()).isZero();
        assertThat(system(new double[][] {{Double.MIN_VALUE, 0}, {0, 1}}, 0, 0).factor())
                .isZero();
    }

    /** x = (1, −2, 3) of rows that have to change places twice. */
    @Test
    void theSolutionIsThatByHand() {
        double[][] matrix = {{0, 2, 1}, {1, 1, 1}, {-4, 0, 2}};
        LinearSystem system = system(matrix, -1, 2, 2);
        system.factor();
        assertThat(system.solve()).containsExactly(new double[] {1, -2, 3}, within(1e-15));
        assertThat(system.solve(new double[] {3, 3, -2})).containsExactly(new double[] {1, 1, 1}, within(1e-15));
    }

    @Test
    void aSmallPivotIsPassedOver() {
        LinearSystem system = system(new double[][] {{1e-17, 1}, {1, 1}}, 1, 2);
        system.factor();
        assertThat(system.solve()).containsExactly(new double[] {1, 1}, within(1e-15));
        LinearSystem negative = system(new double[][] {{1e-17, 1}, {-1, 1}}, 1, 2);
        negative.factor();
        assertThat(negative.solve()).containsExactly(new double[] {-1, 1}, within(1e-15));
        LinearSystem kept = system(new double[][] {{-1, 1}, {1e-17, 1}}, 1, 2);
        kept.factor();
        assertThat(kept.solve()).containsExactly(new double[] {1, 2}, within(1e-15));
    }

    /** Filled anew the matrix is another one, and the factors do not change what was filled in. */
    @Test
    void itIsSolvedAgainAfterACoefficientHasChanged() {
        LinearSystem system = system(new double[][] {{1, 1}, {1, -1}}, 3, 1);
        system.factor();
        assertThat(system.solve()).containsExactly(new double[] {2, 1}, within(1e-15));
        system.set(1, 1, 2);
        system.set(1, 4);
        assertThat(system.factor()).isEqualTo(1);
        assertThat(system.solve()).containsExactly(new double[] {2, 1}, within(1e-15));
    }

    @Test
    void aResidualIsTheLeftSideLessTheRight() {
        LinearSystem system = system(new double[][] {{2, -3}, {5, 7}}, 10, -100);
        assertThat(system.residual(0, new double[] {4, 6})).isEqualTo(2 * 4 - 3 * 6 - 10);
        assertThat(system.residual(1, new double[] {4, 6})).isEqualTo(5 * 4 + 7 * 6 + 100);
    }

    @Test
    void itsScaleIsTheLargestSummand() {
        LinearSystem system = system(new double[][] {{2, -3}, {5, 7}}, 10, -100);
        assertThat(system.scale(0, new double[] {4, 6})).isEqualTo(18);
        assertThat(system.scale(0, new double[] {4, 3})).isEqualTo(10);
        assertThat(system.scale(1, new double[] {4, 6})).isEqualTo(100);
        assertThat(system.scale(0, new double[] {-40, 3})).isEqualTo(80);
    }
}
