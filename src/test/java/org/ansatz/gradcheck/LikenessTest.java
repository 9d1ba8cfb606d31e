package org.ansatz.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ansatz.gradcheck.Likeness.ColumnFactors;
import org.ansatz.gradcheck.Likeness.None;
import org.ansatz.gradcheck.Likeness.OneColumn;
import org.ansatz.gradcheck.Likeness.OneEntry;
import org.ansatz.gradcheck.Likeness.OneRow;
import org.ansatz.gradcheck.Likeness.RowFactors;
import org.ansatz.gradcheck.Likeness.Scaled;
import org.ansatz.gradcheck.Likeness.Transposed;
import org.ansatz.gradcheck.Likeness.Varying;
import org.junit.jupiter.api.Test;

/** What one wrong gradient, or several, have in common with the right one. */
class LikenessTest {

    private static final double NAN = Double.NaN;
    private static final double[] RIGHT = {1, 2, 3, 5, 7, 11};

    private static final Factor M = new Factor(1, "m", 1);
    private static final Factor TWO = new Factor(2, "", 0);

    private static Likeness of(double[] claimed, double[] right, int rows, int columns) {
        return Likeness.of(claimed, right, rows, columns, 1e-6, Map.of("m", 4.0));
    }

    private static Likeness like(double... claimed) {
        return of(claimed, RIGHT, 2, 3);
    }

    // ---- of one

    @Test
    void aFactorIsAFactorWithinTheTolerance() {
        assertThat(like(4, 8, 12, 20, 28, 44)).isEqualTo(new Scaled(4, List.of(M)));
        assertThat(like(3, 6, 9, 15, 21, 33)).isEqualTo(new Scaled(3, List.of()));
        assertThat(like(3, 6, 9, 15, 21, 33 + 2e-5)).isInstanceOf(Scaled.class); // a millionth of 33 is 3.3e-5
        assertThat(like(-3, -6, -9, -15, -21, -33 + 2e-5)).isInstanceOf(Scaled.class);
        assertThat(like(3, 6, 9, 15, 21, 33 + 8e-5)).isNotInstanceOf(Scaled.class);
        assertThat(like(3, 6, 9, 15, 21 - 8e-5, 33)).isNotInstanceOf(Scaled.class);
        assertThat(of(new double[] {3}, new double[] {2}, 1, 1)).isEqualTo(new Scaled(1.5, List.of()));
    }

    @Test
    void aNameIsGivenWithinFourTolerances() {
        assertThat(((Scaled) of(new double[] {4 * (1 + 3e-6)}, new double[] {1}, 1, 1)).names())
                .containsExactly(M);
        assertThat(((Scaled) of(new double[] {4 * (1 + 5e-6)}, new double[] {1}, 1, 1)).names())
                .isEmpty();
        assertThat(((Scaled) of(new double[] {-4 * (1 + 3e-6)}, new double[] {1}, 1, 1)).name())
                .isEqualTo("-m");
        Likeness exact = Likeness.of(new double[] {4 + 8e-12}, new double[] {1}, 1, 1, 1e-300, Map.of("m", 4.0));
        assertThat(((Scaled) exact).name()).isEqualTo("m"); // rounding is always allowed
    }

    @Test
    void oneEntryOneRowOneColumn() {
        assertThat(like(1, 2, 3, 5, 8, 11)).isEqualTo(new OneEntry(1, 1));
        assertThat(like(1, 2 + 2e-5, 3, 5, 7, 11)).isEqualTo(new OneEntry(0, 1)); // a millionth of 11 is 1.1e-5
        assertThat(like(1, 2, 3, 6, 7, 13)).isEqualTo(new OneRow(1));
        assertThat(like(2, 7, 3, 5, 7, 11)).isEqualTo(new OneRow(0));
        assertThat(like(1, 2, 4, 5, 7, 13)).isEqualTo(new OneColumn(2));
        assertThat(like(1, NAN, 3, 5, 7, 11)).isEqualTo(new OneEntry(0, 1));
        assertThat(like(1, 2 + 1e-5, 3, 5, 7, 11)).isEqualTo(new None());
        assertThat(like(1, 2 + 1e-5, 3, 5 - 1e-5, 7, 11)).isEqualTo(new None());
        assertThat(of(new double[] {1, 2 + 1e-6}, new double[] {1, 2}, 1, 2)).isEqualTo(new None());
        assertThat(of(new double[] {1, 2 + 1e-6}, new double[] {1, 2}, 2, 1)).isEqualTo(new None());
        assertThat(like(RIGHT)).isEqualTo(new None());
        double[] two = {1, 2};
        assertThat(of(new double[] {1, 3}, two, 2, 1)).isEqualTo(new OneEntry(1, 0));
        assertThat(of(new double[] {2, 3}, two, 2, 1)).isEqualTo(new None());
        assertThat(of(new double[] {2, 3}, two, 1, 2)).isEqualTo(new None());
        assertThat(of(new double[] {0}, new double[] {2}, 1, 1)).isEqualTo(new None());
    }

    @Test
    void whatIsZeroOrNoNumberIsLikeNothing() {
        assertThat(of(new double[] {1, 1}, new double[2], 1, 2)).isEqualTo(new None());
        assertThat(of(new double[2], new double[2], 1, 2)).isEqualTo(new None());
        assertThat(of(new double[2], new double[] {1, 2}, 1, 2)).isEqualTo(new None());
        assertThat(of(new double[] {NAN, 1}, new double[] {1, 2}, 1, 2)).isEqualTo(new None());
        double infinite = Double.POSITIVE_INFINITY;
        assertThat(of(new double[] {infinite, 1, 3, 5}, new double[] {1, 2, 3, 4}, 2, 2))
                .isEqualTo(new None());
        assertThat(of(new double[] {infinite, 2, 3, 4}, new double[] {1, 2, 3, 4}, 2, 2))
                .isEqualTo(new OneEntry(0, 0));
    }

    @Test
    void rowsAndColumnsHaveFactorsOfTheirOwn() {
        assertThat(like(2, 4, 6, 15, 21, 33)).isEqualTo(new RowFactors(List.of(2.0, 3.0)));
        assertThat(like(2, 8, -3, 10, 28, -11)).isEqualTo(new ColumnFactors(List.of(2.0, 4.0, -1.0)));
        double[] right = {0, 0, 3, 4, 5, 6};
        assertThat(of(new double[] {0, 0, 6, 8, 20, 24}, right, 3, 2))
                .isEqualTo(new RowFactors(List.of(1.0, 2.0, 4.0)));
        assertThat(of(new double[] {1, 0, 6, 8, 15, 18}, right, 3, 2)).isEqualTo(new None());
        assertThat(of(new double[] {0, 0, 0, 0, 15, 18}, right, 3, 2)).isEqualTo(new None());
        assertThat(of(new double[] {0, 0, 6, 9, 15, 18}, right, 3, 2)).isEqualTo(new None());
        assertThat(of(new double[] {2, 6, 8}, new double[] {1, 2, 4}, 1, 3)).isEqualTo(new None());
        assertThat(of(new double[] {2, 6, 8}, new double[] {1, 2, 4}, 3, 1)).isEqualTo(new None());
    }

    @Test
    void aTransposedMatrixIsRowsForColumns() {
        double[] transposed = {4, 20, 8, 28, 12, 44};
        assertThat(like(transposed)).isEqualTo(new Transposed(new Scaled(4, List.of(M))));
        assertThat(of(new double[] {1, 3, 2, 4}, new double[] {1, 2, 3, 4}, 2, 2))
                .isEqualTo(new Transposed(new Scaled(1, List.of(new Factor(1, "", 0)))));
    }

    // ---- of several

    @Test
    void noneHaveNothingInCommonAndOneHasItself() {
        assertThat(Likeness.common(List.of())).isEqualTo(new None());
        assertThat(Likeness.common(List.of(new OneRow(3)))).isEqualTo(new OneRow(3));
    }

    @Test
    void factorsAreOneAsANumberOrInWords() {
        Scaled four = new Scaled(4, List.of(M));
        Scaled five = new Scaled(5, List.of(M));
        Scaled two = new Scaled(2, List.of(TWO, M));
        assertThat(Likeness.common(List.of(four, four))).isEqualTo(four);
        assertThat(Likeness.common(List.of(four, five))).isEqualTo(new Scaled(NAN, List.of(M)));
        assertThat(Likeness.common(List.of(two, new Scaled(2, List.of(TWO))))).isEqualTo(new Scaled(2, List.of(TWO)));
        assertThat(Likeness.common(List.of(four, new Scaled(2, List.of(TWO))))).isEqualTo(new Varying());
        assertThat(Likeness.common(List.of(new Transposed(four), new Transposed(five))))
                .isEqualTo(new Transposed(new Scaled(NAN, List.of(M))));
        assertThat(Likeness.common(List.of(new Transposed(four), new Transposed(new Scaled(3, List.of())))))
                .isEqualTo(new None());
        assertThat(Likeness.common(List.of(four, new Transposed(four)))).isEqualTo(new None());
        assertThat(Likeness.common(List.of(new Transposed(four), four))).isEqualTo(new None());
    }

    @Test
    void factorsWithoutANumberOrANameInCommonVaryAndNoMoreComesOfThem() {
        Scaled three = new Scaled(3, List.of());
        Scaled five = new Scaled(5, List.of());
        assertThat(Likeness.common(List.of(three, five))).isEqualTo(new Varying());
        assertThat(Likeness.common(List.of(three, five, three, three))).isEqualTo(new Varying());
        assertThat(Likeness.common(List.of(three, five, new None()))).isEqualTo(new None());
        assertThat(Likeness.common(List.of(three, five, new OneRow(1)))).isEqualTo(new None());
        assertThat(Likeness.common(List.of(new None(), three, five))).isEqualTo(new None());
    }

    @Test
    void factorsAreOneNumberToABillionth() {
        for (double factor : new double[] {300, -300}) {
            Scaled exact = new Scaled(factor, List.of());
            for (double by : new double[] {5e-10, -5e-10}) {
                Scaled near = new Scaled(factor * (1 + by), List.of());
                assertThat(Likeness.common(List.of(exact, near))).isEqualTo(exact);
                Scaled off = new Scaled(factor * (1 + 4 * by), List.of());
                assertThat(Likeness.common(List.of(exact, off))).isEqualTo(new Varying());
            }
        }
    }

    @Test
    void linesAreLikeLinesAndTheRestMustBeEqual() {
        RowFactors rows = new RowFactors(List.of(1.0, 2.0));
        ColumnFactors columns = new ColumnFactors(List.of(1.0, 2.0));
        assertThat(Likeness.common(List.of(rows, new RowFactors(List.of(4.0))))).isEqualTo(rows);
        assertThat(Likeness.common(List.of(columns, new ColumnFactors(List.of(4.0)))))
                .isEqualTo(columns);
        assertThat(Likeness.common(List.of(rows, columns))).isEqualTo(new None());
        assertThat(Likeness.common(List.of(columns, rows))).isEqualTo(new None());
        assertThat(Likeness.common(List.of(new OneEntry(1, 2), new OneEntry(1, 2))))
                .isEqualTo(new OneEntry(1, 2));
        assertThat(Likeness.common(List.of(new OneEntry(1, 2), new OneEntry(2, 2))))
                .isEqualTo(new None());
        assertThat(Likeness.common(List.of(new OneColumn(1), new Scaled(2, List.of()))))
                .isEqualTo(new None());
    }
}
