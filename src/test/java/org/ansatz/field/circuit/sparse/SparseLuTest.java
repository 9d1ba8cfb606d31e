package org.ansatz.field.circuit.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;

final class SparseLuTest {

    /** A matrix with zeros on its diagonal, as ideal sources make them. */
    private static double[][] random(Random random, int size, double density) {
        double[][] a = new double[size][size];
        for (int row = 0; row < size; row++) {
            int other = random.nextInt(size);
            a[row][(row + 1) % size] = 1 + random.nextDouble();
            a[row][other] += random.nextGaussian() * Math.pow(10, random.nextInt(5) - 2);
            for (int column = 0; column < size; column++) {
                if (random.nextDouble() < density) {
                    a[row][column] = random.nextGaussian();
                }
            }
        }
        return a;
    }

    private static Pattern.Builder entries(double[][] a) {
        Pattern.Builder builder = new Pattern.Builder();
        for (int row = 0; row < a.length; row++) {
            for (int column = 0; column < a.length; column++) {
                if (a[row][column] != 0) {
                    builder.slot(row, column);
                }
            }
        }
        return builder;
    }

    private static double[] values(double[][] a, Pattern.Builder builder) {
        double[] values = new double[builder.count()];
        for (int row = 0; row < a.length; row++) {
            for (int column = 0; column < a.length; column++) {
                if (a[row][column] != 0) {
                    values[builder.slot(row, column)] = a[row][column];
                }
            }
        }
        return values;
    }

    @Test
    void systemsAreSolvedAsByDenseElimination() {
        Random random = new Random(61);
        for (int trial = 0; trial < 200; trial++) {
            int size = 1 + random.nextInt(40);
            double[][] a = random(random, size, trial % 2 == 0 ? 0.02 : 0.2);
            LUDecomposition dense = new LUDecomposition(new Array2DRowRealMatrix(a), 1e-9);
            if (!dense.getSolver().isNonSingular()) {
                continue;
            }
            double[] right = random.doubles(size, -1, 1).toArray();
            double[] expected =
                    dense.getSolver().solve(new ArrayRealVector(right)).toArray();
            Pattern.Builder builder = entries(a);
            SparseLu lu = new SparseLu(builder.pattern(size));
            lu.factor(values(a, builder));
            double[] x = right.clone();
            lu.solve(x);
            double scale = new ArrayRealVector(expected).getLInfNorm();
            for (int k = 0; k < size; k++) {
                assertThat(x[k]).as("trial " + trial).isCloseTo(expected[k], within(1e-8 * scale));
            }
        }
    }

    @Test
    void otherNumbersGoThroughTheSamePatternAndAPivotThatVanishesIsGivenUp() {
        Random random = new Random(62);
        double[][] first = random(random, 30, 0.1);
        Pattern.Builder builder = entries(first);
        Pattern pattern = builder.pattern(30);
        SparseLu lu = new SparseLu(pattern);
        for (int trial = 0; trial < 100; trial++) {
            double[][] a = new double[30][];
            for (int row = 0; row < 30; row++) {
                a[row] = first[row].clone();
                for (int column = 0; column < 30; column++) {
                    a[row][column] *= a[row][column] == 0 ? 1 : Math.exp(2 * random.nextGaussian());
                }
            }
            double[] values = values(a, builder);
            lu.factor(values);
            double[] expected = random.doubles(30, -1, 1).toArray();
            double[] right = new double[30];
            pattern.multiply(values, expected, right);
            lu.solve(right);
            double[] residual = new double[30];
            pattern.multiply(values, right, residual);
            double[] wanted = new double[30];
            pattern.multiply(values, expected, wanted);
            double scale = new ArrayRealVector(wanted).getLInfNorm();
            for (int k = 0; k < 30; k++) {
                assertThat(residual[k]).isCloseTo(wanted[k], within(1e-9 * scale));
            }
        }
    }

    @Test
    void aLadderOfManyNodesFillsInProportion() {
        int size = 20_000;
        Pattern.Builder builder = new Pattern.Builder();
        double[] values = new double[3 * size];
        for (int k = 0; k < size; k++) {
            values[builder.slot(k, k)] = 3;
            if (k > 0) {
                values[builder.slot(k, k - 1)] = -1;
                values[builder.slot(k - 1, k)] = -1;
            }
        }
        SparseLu lu = new SparseLu(builder.pattern(size));
        lu.factor(values);
        assertThat(lu.fill()).isLessThan(4 * size);
    }

    @Test
    void aSingularMatrixNamesAColumn() {
        double[][] structural = {{1, 0}, {1, 0}};
        Pattern.Builder builder = entries(structural);
        assertThatThrownBy(() -> new SparseLu(builder.pattern(2)))
                .isInstanceOfSatisfying(
                        SingularMatrix.class,
                        fault -> assertThat(fault.column()).isEqualTo(1));
        double[][] numerical = {{1, 2}, {2, 4}};
        Pattern.Builder entries = entries(numerical);
        SparseLu lu = new SparseLu(entries.pattern(2));
        assertThatThrownBy(() -> lu.factor(values(numerical, entries))).isInstanceOf(SingularMatrix.class);
    }
}
