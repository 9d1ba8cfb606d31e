package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Solutions are held against the product of the matrix with them, signs against determinants by hand. */
final class ComplexLuTest {

    private static final double[][] JACOBIAN = {{1, 2, -3}, {4, -5, 6}, {7, 8, 10}};

    /** The largest deviation of (σI − J) x from b. */
    private static double residual(double[][] jacobian, double re, double im, double[] bRe, double[] bIm) {
        int size = jacobian.length;
        double[] xRe = bRe.clone();
        double[] xIm = bIm.clone();
        new ComplexLu(jacobian, re, im).solve(xRe, xIm);
        double largest = 0;
        for (int i = 0; i < size; i++) {
            double sumRe = re * xRe[i] - im * xIm[i] - bRe[i];
            double sumIm = re * xIm[i] + im * xRe[i] - bIm[i];
            for (int j = 0; j < size; j++) {
                sumRe -= jacobian[i][j] * xRe[j];
                sumIm -= jacobian[i][j] * xIm[j];
            }
            largest = Math.max(largest, Math.hypot(sumRe, sumIm));
        }
        return largest;
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "2, 3", "-4, 5", "1, -7", "0, 1", "100, 40"})
    void theSolutionFulfilsTheEquations(double re, double im) {
        assertThat(residual(JACOBIAN, re, im, new double[] {1, -2, 3}, new double[] {0.5, 4, -1}))
                .isLessThan(1e-13);
    }

    @Test
    void aRowWithASmallFirstEntryIsNotTakenForThePivot() {
        double[][] jacobian = {{2 - 1e-17, 1, 1}, {1, 2, 1e-3}, {1e-3, 1, 2}};
        assertThat(residual(jacobian, 2, 0, new double[] {1, 2, 3}, new double[3]))
                .isLessThan(1e-12);
        double[][] imaginary = {{2, 1}, {1e-17, 1}};
        for (double im : new double[] {5, -5}) {
            assertThat(residual(imaginary, 2, im, new double[] {1, 2}, new double[] {3, 4}))
                    .isLessThan(1e-14);
        }
    }

    /** Magnitudes count, not values: the largest of the first column is −8 here. */
    @Test
    void thePivotIsTheLargestWhateverItsSign() {
        double[][] jacobian = {{1e-17, 1}, {8, 1e-17}};
        double[] x = {1, 3};
        new ComplexLu(jacobian, 0, 0).solve(x, new double[2]);
        assertThat(x).containsExactly(new double[] {-3.0 / 8, -1}, within(1e-15));
    }

    @Test
    void theJacobianIsLeftAsItIs() {
        double[][] jacobian = {{1, 2}, {3, 4}};
        new ComplexLu(jacobian, 5, 6);
        assertThat(jacobian).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
    }

    /** det(σI − J) of {{0, a}, {b, 0}} is σ² − ab; that of three rows is found by the rule of Sarrus. */
    @Test
    void theSignOfTheDeterminantIsKnown() {
        double[][] mirror = {{0, 4}, {1, 0}};
        assertThat(new ComplexLu(mirror, 1, 0).isPositive()).isFalse();
        assertThat(new ComplexLu(mirror, 3, 0).isPositive()).isTrue();
        assertThat(new ComplexLu(mirror, -3, 0).isPositive()).isTrue();
        assertThat(new ComplexLu(new double[][] {{2}}, 1, 0).isPositive()).isFalse();
        assertThat(new ComplexLu(new double[][] {{2}}, 3, 0).isPositive()).isTrue();
        for (double sigma = -20; sigma <= 20; sigma += 0.5) {
            double determinant = determinant(sigma);
            assertThat(new ComplexLu(JACOBIAN, sigma, 0).isPositive())
                    .as("σ = %s", sigma)
                    .isEqualTo(determinant > 0);
        }
    }

    private static double determinant(double sigma) {
        double[][] a = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                a[i][j] = (i == j ? sigma : 0) - JACOBIAN[i][j];
            }
        }
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            sum += a[0][k] * a[1][(k + 1) % 3] * a[2][(k + 2) % 3] - a[0][k] * a[1][(k + 2) % 3] * a[2][(k + 1) % 3];
        }
        return sum;
    }
}
