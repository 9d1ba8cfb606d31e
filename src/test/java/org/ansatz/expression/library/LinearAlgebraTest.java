package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.ansatz.expression.Sheet;
import org.ansatz.quantity.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearAlgebraTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "det([5]) == 5",
                "det([1, 2; 3, 4]) == -2",
                "det([0, 1; 1, 0]) == -1",
                "det([2, 0, 1; 1, 3, 2; 1, 1, 1]) == 0",
                "det([2, -1, 0; -1, 2, -1; 0, -1, 2]) == 4",
                "det([1, 1/2, 1/3; 1/2, 1/3, 1/4; 1/3, 1/4, 1/5]) == 1/2160", // Hilbert
                "det([1, 2, 4; 1, 3, 9; 1, 5, 25]) == (3 - 2)*(5 - 2)*(5 - 3)", // Vandermonde
                "det([1, 2; 2, 4]) == 0",
                "det([1j, 2; 3, 4j]) == -10",
                "inv([1, 1/2, 1/3; 1/2, 1/3, 1/4; 1/3, 1/4, 1/5]) == [9, -36, 30; -36, 192, -180; 30, -180, 180]",
                "inv([0, 2; 4, 0]) == [0, 1/4; 1/2, 0]",
                "solve([2, 1; 1, 3], [3; 5]) == [4/5; 7/5]",
                "solve([0, 1, 1; 1, 0, 1; 1, 1, 0], [5; 4; 3]) == [1; 2; 3]",
                "solve([2, 1; 1, 3], [1, 0; 0, 1]) == inv([2, 1; 1, 3])",
                "solve([1, 1j; 1j, 1], [2; 0]) == [1; -1j]",
                "[1, 2; 3, 4]*inv([1, 2; 3, 4]) == [1, 0; 0, 1]",
                "([1, 2; 3, 4]*[5, 6; 7, 8])' == [5, 6; 7, 8]'*[1, 2; 3, 4]'",
                "[1, 2, 3]*[4; 5; 6] == 32",
                "[1; 2]*[3, 4] == [3, 4; 6, 8]",
                "-[1, 2] + [1, 2] == [0, 0]",
                "2*[1, 2] == [2, 4]",
                "[1, 2]/2 == [1/2, 1]",
                "[1, 2] .+ [10; 20] == [11, 12; 21, 22]",
                "[1, 2] .- 1 == [0, 1]",
                "2 .^ [1, 2, 3] == [2, 4, 8]",
                "solve([2 ohm, 1 ohm; 1 ohm, 3 ohm], [3 V; 5 V]) == [0.8 A; 1.4 A]",
                "det([2 m, 0 m; 0 m, 3 m]) == 6 m^2",
                "inv([2 ohm, 0; 0, 4 ohm]) == [0.5 S, 0; 0, 0.25 S]",
                "entry([1 V, 2 V], 1, 2) == 2 V",
                "norm([3 V, 4 V]) == 5 V"
            })
    void exactSystems(String claim) {
        assertThat(Sheet.of().holds(claim)).isTrue();
    }

    @Test
    void aDeterminantHasThePowerOfItsUnit() {
        assertThat(Sheet.of().read("det([1 m, 2 m; 3 m, 4 m])").type().dimension())
                .isEqualTo(Dimension.LENGTH.power(2, 1));
    }

    @Test
    void aRandomSystemIsSolvedExactly() {
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            StringBuilder a = new StringBuilder();
            StringBuilder b = new StringBuilder();
            for (int r = 0; r < 4; r++) {
                for (int c = 0; c < 4; c++) {
                    a.append(c == 0 ? r == 0 ? "" : "; " : ", ").append(random.nextInt(19) - 9);
                }
                b.append(r == 0 ? "" : "; ").append(random.nextInt(19) - 9);
            }
            Sheet sheet = Sheet.of("A = [" + a + "]", "b = [" + b + "]");
            String seed = "seed 1, case " + i + ": " + a + " | " + b;
            if (sheet.number("det(A)") != 0) {
                assertThat(sheet.holds("A*solve(A, b) == b")).as(seed).isTrue();
                assertThat(sheet.holds("inv(inv(A)) == A")).as(seed).isTrue();
                assertThat(sheet.holds("det(A*A) == det(A)^2")).as(seed).isTrue();
                assertThat(sheet.holds("det(inv(A)')*det(A) == 1")).as(seed).isTrue();
            }
        }
    }

    @Test
    void aSystemThatHasNoSolutionSaysWhy() {
        assertThat(Sheet.of().fault("solve([1, 2; 2, 4], [1; 2])").message()).isEqualTo("the matrix is singular");
        assertThat(Sheet.of().fault("inv([0])").message()).isEqualTo("the matrix is singular");
        assertThat(Sheet.of().fault("solve([1, 2; 3, 4], [1; 2; 3])").message())
                .isEqualTo("a system of 2 equations in 2 unknowns with 3 right-hand sides");
        assertThat(Sheet.of().fault("entry([1, 2], 0, 1)").message()).isEqualTo("entry 0, 1 of a 1 × 2 matrix");
    }
}
