package org.ansatz.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansatz.bank.Yaml;
import org.ansatz.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Placeholders in texts. */
final class TextsTest {

    /** What is raised, lowered or handed to a command stays together in a formula, and words stay as they are. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "$10^{n}$; 10¹⁰",
                "$x^{-k/2}$; x^(-3/2)",
                "$V_{k}$; V₃",
                "$\\frac{1}{2}$; 1/2",
                "$\\frac{R}{k}$; (5 kohm)/3",
                "$\\sqrt{R}$; √(5 kohm)",
                "$a$$\\frac{k}{n}$; a3/10",
                "$x$ is 2^{k}; x is 2^3",
                "a_{k}; a_3",
                "it is 5 $, 2^{k}; it is 5 $, 2^3",
                "${k} + {n}$; 3 + 10",
            })
    void anArgumentStaysTogether(String statement, String shown) {
        Problem problem = Yaml.problem("""
                title: Placeholders
                statement: "%s"
                given: {n: 10, R: 5 kohm, k: 3}
                answer: {kind: nat}
                routes:
                  one: n
                """.formatted(statement.replace("\\", "\\\\")));
        assertThat(Texts.filled(problem.texts().statement(), problem, problem.published()))
                .isEqualTo(shown);
    }
}
