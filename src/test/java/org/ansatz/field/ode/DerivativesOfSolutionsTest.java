package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Derivatives of what a block {@code ode} finds, beside closed forms. */
final class DerivativesOfSolutionsTest {

    private static String problem(String closedForm, String ode, String from, String value) {
        return """
                title: t
                statement: s
                %s
                answer: {kind: number%s}
                routes:
                  closed form: %s
                  integration:
                    ode: %s
                    from: [%s]
                    value: %s
                """.formatted(
                        ode.contains("tau") ? "given: {tau: 2 s}" : "convention: none",
                        ode.contains("tau") ? ", unit: V/s" : "",
                        closedForm,
                        ode,
                        from,
                        value);
    }

    private static String reason(String closedForm, String ode, String from, String value) {
        Verdict verdict = Verifier.published(Yaml.problem(problem(closedForm, ode, from, value)), List.of());
        return verdict.judgement().reason();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-2*exp(-2) | y' + 2*y == 0 | y(0) == 1 | y'(1)",
                "exp(-1)*(cos(2) - sin(2)/2) | y'' + 2*y' + 5*y == 0 | y(0) == 0, y'(0) == 1 | y'(1)",
                "-exp(-1)*(2*cos(2) + 3*sin(2)/2) | y'' + 2*y' + 5*y == 0 | y(0) == 0, y'(0) == 1 | y''(1)",
                "-5 V/tau*exp(-3 s/tau) | tau*u' + u == 0 V | u(0 s) == 5 V | u'(3 s)",
                "2*cos(2) | x' == y; y' == -4*x | x(0) == 0, y(0) == 2 | x'(1)",
                "0 | y' == t | y(0) == 1 | y'(0)",
                // at the start that just after it
                "2/2 | y' + 2*y == step(t) | y(0) == 0 | y'(0)",
                "2*5/2 | y'' + y' + y == 5*step(t) | y(0) == 0, y'(0) == 0 | y''(0)",
                "2*exp(-1)/2 | y' + y == step(t - 1) | y(0) == 0 | y'(2)",
                "2/2*exp(-1) | y'' + 2*y' + y == 0 | y(0) == 0, y'(0) == 1 | max(y(t) for t in 0..3)",
                "2/2 | y'' + 2*y' + y == 0 | y(0) == 0, y'(0) == 1 | max(y'(t) for t in 0..3)",
            })
    void theyAreThoseOfTheClosedForm(String closedForm, String ode, String from, String value) {
        String equations = ode.contains(";") ? "[" + ode.replace(";", ",") + "]" : ode;
        assertThat(reason(closedForm, equations, from, value)).contains("2 independent routes");
    }

    @Test
    void theWholeDerivativeIsAFunction() {
        String text = problem("-2*exp(-2*t)", "y' + 2*y == 0", "y(0) == 1", "y'")
                .replace("{kind: number}", "{kind: formula, of: {t: 0..3}}");
        assertThat(Verifier.published(Yaml.problem(text), List.of()).judgement().reason())
                .contains("2 independent routes");
    }

    @ParameterizedTest
    @CsvSource({"1", "0.1", "0.7"})
    void whereTheSlopeJumpsItIsNotKnown(String at) {
        String ode = "y' + y == step(t - " + at + ")";
        for (String side : new String[] {"0", "1", "2"}) {
            assertThat(reason(side, ode, "y(0) == 0", "y'(" + at + ")")).contains("the slope jumps at " + at);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y''(1) | the equation holds no derivative of y of order 2",
                "y'(1, 2) | y' takes 0 to 1 argument",
            })
    void whatIsNotToBeHadSaysSo(String value, String message) {
        String text = problem("a", "y' + 2*y == 0", "y(0) == 1", value);
        String said;
        try {
            said = Verifier.published(Yaml.problem(text), List.of()).judgement().reason();
        } catch (IllegalArgumentException | AssertionError e) {
            said = String.valueOf(e.getMessage());
        }
        assertThat(said).contains(message);
    }
}
