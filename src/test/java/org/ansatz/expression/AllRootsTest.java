package org.ansatz.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.bank.Yaml;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All zeros in an interval: {@code roots(f(x) for x in a..b)}. */
final class AllRootsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max(abs(roots(cos(x) - 1/2 for x in 0..10) - [pi/3; 5*pi/3; 7*pi/3])) < 1e-12",
                "max(abs(roots(tan(x) for x in -4..4) - [-pi; 0; pi])) < 1e-12",
                "max(abs(roots(cos(x) - 1 for x in -1..10) - [0; 2*pi])) < 1e-7",
                "max(abs(roots(x^3 - 3*x + 2 for x in -3..3) - [-2; 1])) < 1e-7",
                "max(abs(roots(det([1, x; x, 4]) for x in -5..5) - [-2; 2])) < 1e-12",
                "max(roots((R - 1 ohm)*(R - 3 ohm) for R in 0 ohm..5 ohm)) - 3 ohm < 1e-9 ohm",
                "abs(sum(roots(sin(pi*x) for x in 0.5..20.5)) - 210) < 1e-9",
            })
    void noneIsOverlooked(String fact) {
        assertThat(Sheet.of().holds(fact)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "roots(x^2 + 1 for x in 0..10) | it is zero nowhere",
                "roots(0*x for x in 0..1) | it is zero on the whole",
                "roots(sin(1/x) for x in 0..1) | cannot be told",
                "roots(1/x for x in -1..1) | at a pole or a jump",
                "roots(max(x*y for y in 0..1) - 1/2 for x in -1..1) | find each with root(…)",
            })
    void whatIsNotKnownIsNotAnswered(String expression, String reason) {
        assertThat(reason(expression)).contains(reason);
    }

    private static String reason(String value) {
        String text = """
                title: t
                statement: s
                given: {c: 0.5}
                answer: {kind: set}
                routes:
                  by hand: {acos(c), 2*pi - acos(c), 2*pi + acos(c)}
                  isolated: set(%s)
                """.formatted(value);
        return Verifier.published(Yaml.problem(text), List.of()).judgement().reason();
    }

    @Test
    void theyAreARouteToASet() {
        assertThat(reason("roots(cos(x) - c for x in 0..10)")).startsWith("2 independent routes");
        assertThat(reason("roots(cos(x) - c for x in 0..7)")).contains("differ");
    }
}
