package org.ansatz.field.circuit.piecewise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.ansatz.field.circuit.solution.Work;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {

    @Test
    void vectorsTimesValuesGiveTheMatrixBack() {
        for (long seed = 1; seed <= 30; seed++) {
            Random random = new Random(seed);
            int n = 1 + random.nextInt(8);
            double[][] a = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    a[i][j] = random.nextGaussian();
                    a[j][i] = a[i][j];
                }
            }
            SymmetricEigen eigen = new SymmetricEigen(a, Work.unlimited());
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double back = 0;
                    for (int k = 0; k < n; k++) {
                        back += eigen.vectors()[i][k] * eigen.values()[k] * eigen.vectors()[j][k];
                    }
                    assertThat(back).as("seed %s", seed).isCloseTo(a[i][j], within(1e-13));
                }
            }
        }
    }

    @Test
    void aChainOfSpringsHasItsKnownFrequencies() {
        int n = 7;
        double[][] a = new double[n][n];
        double[] expected = new double[n];
        for (int i = 0; i < n; i++) {
            a[i][i] = 2;
            if (i > 0) {
                a[i][i - 1] = -1;
                a[i - 1][i] = -1;
            }
            expected[i] = 2 - 2 * Math.cos(Math.PI * (i + 1) / (n + 1));
        }
        double[] values = new SymmetricEigen(a, Work.unlimited()).values();
        Arrays.sort(values);
        assertThat(values).containsExactly(expected, within(1e-14));
    }

    @Test
    void aTinyEigenvalueKeepsItsDigits() {
        double[][] a = {{1e20, 1e10}, {1e10, 2}};
        double[] values = new SymmetricEigen(a, Work.unlimited()).values();
        Arrays.sort(values);
        assertThat(values[0]).isCloseTo(1, within(1e-14));
    }
}
