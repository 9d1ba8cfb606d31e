package org.ansatz.field.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ansatz.bank.Yaml;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gate-level equations as they are written in a problem. */
final class LogicBlockTest {

    private static Value value(String logic, String value) {
        String text = """
                title: Gates
                statement: What do they do?
                answer: {kind: number}
                routes:
                  gates:
                    logic: |
                %s
                    value: %s
                """.formatted(logic.indent(6).stripTrailing(), value);
        Problem problem = Yaml.problem(text);
        Evidence evidence = problem.routes().get(0).evidence(problem.published());
        return ((Evidence.Values) evidence).first().value();
    }

    private static String shown(String logic, String value) {
        return ((Value.Exact) value(logic, value)).number().toString();
    }

    /** 2^(n−1)·(2^n − 1) pairs of words have A above B; for n = 1, 2, 3, 4 that is 1, 6, 28, 120. */
    @ParameterizedTest
    @CsvSource({"2, 6", "3, 28", "4, 120", "64, 170141183460469231722463931679029329920"})
    void aComparatorIsCountedExactly(int width, String count) {
        String comparator = "G[0] = A[0] B[0]'\n"
                + "G[i] = A[i] B[i]' + (A[i] xnor B[i]) G[i-1] for i in 1:" + (width - 1) + "\n"
                + "Y = G[" + (width - 1) + "]";
        assertThat(shown(comparator, "models(Y)")).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({
        "A B, 1",
        "A + B, 3",
        "A xor B, 2",
        "A xnor B, 2",
        "A nand B, 3",
        "A nor B, 1",
        "A'B + C, 5",
        "(A + B)'C, 1",
        "not A and B, 1",
        "A B C + A'B'C', 2",
        "A B or A'(C xor D), 8"
    })
    void expressionsAreReadAsInTextbooks(String expression, String models) {
        assertThat(shown("Y = " + expression, "models(Y)")).isEqualTo(models);
    }

    @ParameterizedTest
    @CsvSource({
        "(A + B)', A'B', 1",
        "A B + A'C + B C, A B + A'C, 1",
        "A + A'B, A + B, 1",
        "A xor B, A B' + A'B, 1",
        "A + B C, (A + B)(A + C), 1",
        "A B + C, A (B + C), 0",
        "(A B)', A'B', 0"
    })
    void theLawsOfBooleanAlgebraHoldAndOthersDoNot(String left, String right, String equivalent) {
        String logic = "X = " + left + "\nY = " + right;
        assertThat(shown(logic, "if(equivalent(X, Y), 1, 0)")).isEqualTo(equivalent);
    }

    @Test
    void aMajorityOfThreeIsTheCarryOfAnAdder() {
        assertThat(shown("M = A B + B C + A C\nS = A xor B xor C", "models(M)")).isEqualTo("4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Y = Z A\\nZ = Y + B; Z is used before it is defined; feedback has no truth table",
                "Y = A\\nY = B; Y is defined twice",
                "G[0] = A\\nG[i] = G[i-2] A for i in 1:3\\nY = G[3]; the index of G is -1 here"
            })
    void whatIsNoCombinationalLogicIsRefused(String logic, String reason) {
        assertThatThrownBy(() -> value(logic.replace("\\n", "\n"), "models(Y)")).hasMessageContaining(reason);
    }
}
