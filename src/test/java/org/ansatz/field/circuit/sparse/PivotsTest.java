package org.ansatz.field.circuit.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pivots are taken and kept, seen by how much fills up; and which matrices are called singular. */
final class PivotsTest {

    /** A matrix with all entries of its first value as they are, so that others have the same slots. */
    private static final class Matrix {
        private final double[][] a;
        private final Pattern.Builder builder = new Pattern.Builder();
        private final Pattern pattern;

        Matrix(double[][] a) {
            this.a = a;
            for (int row = 0; row < a.length; row++) {
                for (int column = 0; column < a.length; column++) {
                    if (a[row][column] != 0) {
                        builder.slot(row, column);
                    }
                }
            }
            pattern = builder.pattern(a.length);
        }

        double[] values() {
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

        double[] with(int row, int column, double value) {
            double[] values = values();
            values[builder.slot(row, column)] = value;
            return values;
        }

        SparseLu factored() {
            SparseLu lu = new SparseLu(pattern);
            lu.factor(values());
            return lu;
        }
    }

    /** A star around the second row and column: nothing fills up as long as the others stand on the diagonal. */
    private static Matrix star(double first) {
        return new Matrix(new double[][] {{first, 1, 0, 0}, {1, 5, 1, 1}, {0, 1, 4, 0}, {0, 1, 0, 4}});
    }

    private static final int SPARSE = 3 + 3 + 4;

    @ParameterizedTest
    @CsvSource({"4, true", "0.11, true", "-0.11, true", "0.09, false", "-0.09, false", "1e-9, false"})
    void aPivotIsOnTheDiagonalIfItIsATenthOfItsColumn(double first, boolean isKept) {
        int fill = star(first).factored().fill();
        assertThat(fill == SPARSE).isEqualTo(isKept);
    }

    @ParameterizedTest
    @CsvSource({"1.1e-3, true", "-1.1e-3, true", "0.9e-3, false", "-0.9e-3, false", "0, false"})
    void aPivotIsKeptUntilItIsAThousandthOfItsColumn(double later, boolean isKept) {
        Matrix star = star(4);
        SparseLu lu = star.factored();
        double[] values = star.with(0, 0, later);
        lu.factor(values);
        assertThat(lu.fill() == SPARSE).isEqualTo(isKept);
        double[] x = {1, 2, 3, 4};
        double[] right = new double[4];
        star.pattern.multiply(values, x, right);
        lu.solve(right);
        assertThat(right).containsExactly(x, within(1e-12));
    }

    /** Below the first pivot stand the largest of its column, which is negative, and a small one after it. */
    @ParameterizedTest
    @CsvSource({"4.4e-3, -4, true", "3.6e-3, -4, false", "4.4e-3, 4, true", "3.6e-3, 4, false"})
    void itIsTheLargestOfItsColumnThatWearsAPivot(double later, double largest, boolean isKept) {
        Matrix cross = new Matrix(
                new double[][] {{4, 1, 1, 0, 0}, {1, 5, 1, 1, 1}, {1, 1, 6, 1, 1}, {0, 1, 1, 9, 0}, {0, 1, 1, 0, 9}});
        SparseLu lu = cross.factored();
        int before = lu.fill();
        double[] values = cross.with(0, 0, later);
        values[cross.builder.slot(1, 0)] = largest;
        lu.factor(values);
        assertThat(lu.fill() == before).isEqualTo(isKept);
    }

    /** Which pivots there are does not depend on the sign of the last one. */
    @Test
    void theLastPivotMayBeNegative() {
        Matrix star = star(4);
        SparseLu lu = star.factored();
        double[] values = star.with(0, 0, 0.05);
        values[star.builder.slot(3, 3)] = -400;
        lu.factor(values);
        assertThat(lu.fill()).isEqualTo(SPARSE);
    }

    /** What elimination leaves of the second column is ε, where 1 + ε stood. */
    @ParameterizedTest
    @CsvSource({"0x1p-49, true", "-0x1p-49, true", "0x1p-50, false", "0x1p-51, false", "-0x1p-51, false", "0, false"})
    void aColumnOfNothingButRoundingsIsSingularTheFirstTimeAndLater(double left, boolean isRegular) {
        Matrix nearly = new Matrix(new double[][] {{1, 1}, {1, 1 + left}});
        SparseLu first = new SparseLu(nearly.pattern);
        SparseLu later = new Matrix(new double[][] {{1, 1}, {1, 3}}).factored();
        if (isRegular) {
            first.factor(nearly.values());
            later.factor(nearly.values());
            double[] right = {1, 1 + left};
            later.solve(right);
            assertThat(right).containsExactly(new double[] {0, 1}, within(1e-15));
        } else {
            assertThatThrownBy(() -> first.factor(nearly.values())).isInstanceOf(SingularMatrix.class);
            assertThatThrownBy(() -> later.factor(nearly.values())).isInstanceOf(SingularMatrix.class);
        }
    }

    /** Less an eighth of the first row, ε is left of the second column, in whichever of its rows the largest entry stands. */
    @ParameterizedTest
    @CsvSource({"8, 0x1p-46, true", "8, 0x1p-48, false", "-8, 0x1p-46, true", "-8, -0x1p-48, false"})
    void roundingsAreThoseOfTheLargestEntryOfAColumn(double largest, double left, boolean isRegular) {
        Matrix nearly = new Matrix(new double[][] {{1, largest}, {0.125, largest / 8 + left}});
        SparseLu first = new SparseLu(nearly.pattern);
        SparseLu later = new Matrix(new double[][] {{1, largest}, {0.125, 3}}).factored();
        if (isRegular) {
            first.factor(nearly.values());
            later.factor(nearly.values());
            assertThat(later.fill()).isEqualTo(4);
        } else {
            assertThatThrownBy(() -> first.factor(nearly.values())).isInstanceOf(SingularMatrix.class);
            assertThatThrownBy(() -> later.factor(nearly.values())).isInstanceOf(SingularMatrix.class);
        }
    }

    /** 0.01 − 0.1·0.1 is −1.7e-18 by rounding alone: with the pivots of another matrix that would divide by it. */
    @Test
    void aMatrixThatHasBecomeSingularIsCalledSo() {
        Matrix matrix = new Matrix(new double[][] {{3, 0.1}, {0.3, 1}});
        SparseLu lu = matrix.factored();
        assertThatThrownBy(() -> lu.factor(matrix.with(1, 1, 0.01)))
                .isInstanceOf(SingularMatrix.class)
                .hasMessageContaining("1");
        assertThatCode(() -> lu.factor(matrix.values())).doesNotThrowAnyException();
        double[] right = {3.1, 1.3};
        lu.solve(right);
        assertThat(right).containsExactly(new double[] {1, 1}, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN})
    void whatIsNotFiniteIsSingular(double value) {
        Matrix star = star(4);
        SparseLu first = new SparseLu(star.pattern);
        assertThatThrownBy(() -> first.factor(star.with(2, 2, value))).isInstanceOf(SingularMatrix.class);
        SparseLu later = star.factored();
        assertThatThrownBy(() -> later.factor(star.with(2, 2, value))).isInstanceOf(SingularMatrix.class);
        assertThatThrownBy(() -> first.factor(star.with(3, 3, value))).isInstanceOf(SingularMatrix.class);
        SparseLu last = star.factored();
        assertThatThrownBy(() -> last.factor(star.with(3, 3, value))).isInstanceOf(SingularMatrix.class);
    }

    /** The conductances of a mesh, whose nodes fill up on the way; other conductances go through the same order. */
    @Test
    void aMeshIsSolvedWithEveryOtherConductance() {
        int side = 7;
        int size = side * side;
        Random random = new Random(3);
        Pattern.Builder builder = new Pattern.Builder();
        for (int k = 0; k < size; k++) {
            builder.slot(k, k);
            for (int other : new int[] {k % side < side - 1 ? k + 1 : k, k + side < size ? k + side : k}) {
                builder.slot(k, other);
                builder.slot(other, k);
            }
        }
        Pattern pattern = builder.pattern(size);
        SparseLu lu = new SparseLu(pattern);
        int fill = 0;
        for (int trial = 0; trial < 20; trial++) {
            double[] values = new double[builder.count()];
            for (int k = 0; k < size; k++) {
                values[builder.slot(k, k)] += 0.1;
                for (int other : new int[] {k % side < side - 1 ? k + 1 : k, k + side < size ? k + side : k}) {
                    double conductance = other == k ? 0 : 1 + random.nextDouble();
                    values[builder.slot(k, k)] += conductance;
                    values[builder.slot(other, other)] += conductance;
                    values[builder.slot(k, other)] -= conductance;
                    values[builder.slot(other, k)] -= conductance;
                }
            }
            lu.factor(values);
            double[] x = random.doubles(size, -1, 1).toArray();
            double[] right = new double[size];
            pattern.multiply(values, x, right);
            lu.solve(right);
            assertThat(right).containsExactly(x, within(1e-12));
            fill = trial == 0 ? lu.fill() : fill;
            assertThat(lu.fill()).isEqualTo(fill);
        }
        assertThat(fill).isBetween(3 * size, 12 * size);
    }

    @Test
    void aLadderFillsNotAtAll() {
        int size = 500;
        double[][] a = new double[size][size];
        for (int k = 0; k < size; k++) {
            a[k][k] = 3;
            if (k > 0) {
                a[k][k - 1] = -1;
                a[k - 1][k] = -1;
            }
        }
        assertThat(new Matrix(a).factored().fill()).isEqualTo(3 * size - 2);
    }

    @Test
    void columnsAreTakenByLeastDegreeAndThenByNumber() {
        assertThat(new Ordering(star(4).pattern).columns()).containsExactly(0, 2, 1, 3);
        // a ring of five with a chord from 0 to 2: 1, 3 and 4 have two neighbours
        double[][] ring = new double[5][5];
        for (int k = 0; k < 5; k++) {
            ring[k][k] = 1;
            ring[k][(k + 1) % 5] = 1;
        }
        ring[0][2] = 1;
        assertThat(new Ordering(new Matrix(ring).pattern).columns()).containsExactly(1, 0, 2, 3, 4);
    }

    /** A node's own equation stands on the diagonal; where it has no entry there, rows change hands. */
    @Test
    void everyColumnIsMatchedWithARowOfItsOwn() {
        Ordering own = new Ordering(star(4).pattern);
        for (int column = 0; column < 4; column++) {
            assertThat(own.rowOf(column)).isEqualTo(column);
        }
        Ordering turned = new Ordering(new Matrix(new double[][] {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}}).pattern);
        assertThat(turned.rowOf(0)).isEqualTo(2);
        assertThat(turned.rowOf(1)).isZero();
        assertThat(turned.rowOf(2)).isEqualTo(1);
        // the last column has one row alone, which the first has to give up
        Ordering moved = new Ordering(new Matrix(new double[][] {{1, 1, 1}, {1, 1, 0}, {1, 0, 0}}).pattern);
        assertThat(moved.rowOf(2)).isZero();
        assertThat(moved.rowOf(1)).isEqualTo(1);
        assertThat(moved.rowOf(0)).isEqualTo(2);
    }

    @Test
    void twoColumnsOfOneRowAreSingular() {
        double[][] a = {{1, 1, 0}, {0, 0, 1}, {0, 0, 1}};
        assertThatThrownBy(() -> new SparseLu(new Matrix(a).pattern)).isInstanceOf(SingularMatrix.class);
    }
}
