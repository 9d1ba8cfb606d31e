package org.ansatz.expression.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansatz.expression.Sheet;
import org.ansatz.expression.term.Term;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlikeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a*a | true",
                "(a + 1)*(a + 1) | true",
                "sin(a)*sin(a) | true",
                "-a*(-a) | true",
                "s*s | true",
                "max(a, 2)*max(a, 2) | true",
                "a*b | false",
                "(a + 1)*(a - 1) | false",
                "(a + 1)*(a + 2) | false",
                "sin(a)*cos(a) | false",
                "max(a, 2)*max(a, 2, 3) | false",
                "s*a | false",
            })
    void factorsThatComputeTheSameAreAlikeWhereverTheyStand(String product, boolean alike) {
        Term.Binary term = (Term.Binary)
                Sheet.of("a = 3", "b = 3", "s = a + 1").read(product).term();
        assertThat(Alike.are(term.left(), term.right())).isEqualTo(alike);
    }
}
