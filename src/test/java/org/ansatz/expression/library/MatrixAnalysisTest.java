package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.expression.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Eigenvalues, ranks and vector products. */
final class MatrixAnalysisTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(eigenvalues([2, 1; 1, 2])) == 4",
                "prod(entry(eigenvalues([2, 1; 1, 2]), k, 1) for k in 1:2) == 3",
                "max(abs(imag(eigenvalues([0, -1; 1, 0])))) == 1", // a quarter of a turn
                "max(real(eigenvalues([3, 1, 0; 0, 3, 1; 0, 0, 3]))) == 3", // one Jordan block
                "max(real(eigenvalues([2 Hz, 0; 0, 5 Hz]))) == 5 Hz",
                "rank([1, 2; 2, 4]) == 1",
                "rank([1, 2, 3; 4, 5, 6; 7, 8, 9]) == 2",
                "rank([0, 0; 0, 0]) == 0",
                "rank([1/3, 1; 1, 3 + 1/10^30]) == 2",
                "rank([0, 1; 1, 0; 1, 1]) == 2",
                "cross([1, 0, 0], [0, 1, 0]) == [0, 0, 1]",
                "cross([1; 2; 3], [4; 5; 6]) == [-3, 6, -3]",
                "cross([2 m, 0 m, 0 m], [0 N, 3 N, 0 N]) == [0 J, 0 J, 6 J]"
            })
    void whatIsKnownByHand(String claim) {
        assertThat(Sheet.of().holds(claim)).isTrue();
    }

    /** Two coupled oscillators, and the second difference of six points: 2 − 2 cos(kπ/7). */
    @Test
    void theSecondDifferenceHasTheEigenvaluesOfAString() {
        StringBuilder rows = new StringBuilder("[");
        for (int i = 0; i < 6; i++) {
            for (int k = 0; k < 6; k++) {
                rows.append(k == 0 ? i == 0 ? "" : "; " : ", ").append(i == k ? 2 : Math.abs(i - k) == 1 ? -1 : 0);
            }
        }
        Sheet sheet = Sheet.of("A = " + rows + "]");
        assertThat(sheet.number("max(real(eigenvalues(A)))"))
                .isCloseTo(2 - 2 * Math.cos(6 * Math.PI / 7), within(1e-14));
        assertThat(sheet.number("min(real(eigenvalues(A)))")).isCloseTo(2 - 2 * Math.cos(Math.PI / 7), within(1e-14));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "eigenvalues([1, 2]) ¦ a square matrix is needed here",
                "eigenvalues([1, 1j; 0, 1]) ¦ the entries must be real",
                "eigenvalues(identity(20)) ¦ of at most 16 rows",
                "rank([1, sqrt(2)]) ¦ the rank of rounded numbers is not known",
                "cross([1, 2], [3, 4, 5]) ¦ three in a row or column",
                "cross(1, [1, 2, 3]) ¦ a vector is [x, y, z]"
            })
    void whatHasNoneIsRefused(String formula, String said) {
        assertThat(Sheet.of().fault(formula).getMessage()).contains(said);
    }
}
