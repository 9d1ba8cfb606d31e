package org.ansatz.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.problem.Certainty;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a route finds from an equation is as wrong as what stands in the equation, and so is what it computes of it. */
final class UnknownsWithErrorsTest {

    /** What the first route found of a problem. */
    private static Evidence.Values found(String problem) {
        Verdict verdict = Verifier.published(Yaml.problem(problem), List.of());
        Evidence evidence = verdict.findings().get(0).evidence();
        assertThat(evidence).as(verdict.judgement().reason()).isInstanceOf(Evidence.Values.class);
        return (Evidence.Values) evidence;
    }

    private static void assertHolds(Estimate found, double truth, double most) {
        double distance = Math.abs(Arithmetic.real(found.value()) - truth);
        assertThat(distance).isLessThanOrEqualTo(found.error());
        assertThat(found.error()).isLessThan(most);
    }

    private static final String DECAY = """
            title: A decay
            statement: How long?
            given: {E: 10 V, T: 1 s}
            answer: {kind: number, unit: "%s"}
            routes:
              integrated:
                unknown: {tau: 0.1 s..10 s}
                ode: u' == -u/tau
                from: u(0 s) == E
                equation: u(T) == E/2
                value: %s
            """;

    @Test
    void anUnknownIsAsWrongAsTheBlockInItsEquation() {
        double tau = 1.4426950408889634;
        assertHolds(found(DECAY.formatted("s", "tau")).first(), tau, 1e-9);
        assertHolds(found(DECAY.formatted("s", "2*tau")).first(), 2 * tau, 1e-9);
        assertHolds(
                found(DECAY.formatted("s", "(tau - 1.4426950408889634 s)*1e9")).first(), 0, 1);
    }

    @Test
    void whereTheEquationHardlyTellsTheValueIsHardlyKnown() {
        String flat = """
                title: An end of charging
                statement: How long?
                given: {T: 1 s}
                answer: {kind: number, unit: s}
                routes:
                  integrated:
                    unknown: {tau: 0.02 s..0.1 s}
                    ode: u' == (1 V - u)/tau
                    from: u(0 s) == 0 V
                    equation: u(T) == 1 V - exp(-25)*1 V
                    value: tau
                """;
        Estimate found = found(flat).first();
        assertHolds(found, 0.04, 0.05);
        assertThat(found.error()).isGreaterThan(1e-3);
    }

    private static final String SEVERAL = """
            title: A divider
            statement: Which?
            given: {E: 10 V}
            answer: {kind: number, unit: ohm}
            routes:
              network:
                unknown: {Ra: 1 ohm..1 kohm, Rb: 1 ohm..1 kohm}
                circuit: |
                  V1 a 0 {E}
                  R1 a out {Ra}
                  R2 out 0 {Rb}
                run: dc
                equation: [v(out) == 4 V, i(R1) == 20 mA]
                value: Ra
            """;

    @Test
    void severalUnknownsAreAsWrongAsTheBlock() {
        Estimate found = found(SEVERAL).first();
        assertHolds(found, 300, 1e-6);
        assertThat(found.error()).isGreaterThan(1e-12);
    }

    private static final String SOLVED = """
            title: A number
            statement: Which?
            given: {k: 1}
            answer: {kind: number, find: {x: 0..2}}
            routes:
              solved:
                %s
                equation: %s
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "let: c = k | x == imag(integrate(exp(j*t) for t in 0..c)) | 0.45969769413186023",
                "{ode: u' == -k*u, from: u(0) == 1} | x == u(1) | 0.36787944117144233",
                "{ode: u' == -k*u, from: u(0) == 1} | u(1; k = x) == 1/2 | 0.69314718055994531"
            })
    void aSolutionIsAsWrongAsWhatStandsInItsEquation(String ground, String equation, double truth) {
        String fields = ground.startsWith("{")
                ? ground.substring(1, ground.length() - 1).replace(", from", "\n    from")
                : ground;
        Evidence.Values found = found(SOLVED.formatted(fields, equation));
        assertHolds(found.first(), truth, 1e-8);
        assertThat(found.first().error()).isPositive();
        assertThat(found.certainty()).isEqualTo(Certainty.ESTIMATED);
    }

    @Test
    void whatEnclosesItselfIsProvedAsBefore() {
        Evidence.Values found = found(SOLVED.formatted("let: c = k", "x^2 == 2*c"));
        assertHolds(found.first(), Math.sqrt(2), 1e-15);
        assertThat(found.certainty()).isEqualTo(Certainty.PROVED);
    }

    @Test
    void twoNumbersOfWhichOneIsIntegratedAreNotProved() {
        String problem = """
                title: Two numbers
                statement: Which?
                given: {k: 1}
                answer: {kind: number, find: {x: 0..2, y: 0..2}}
                routes:
                  solved:
                    equation: [x + y == k, x - y == imag(integrate(exp(j*t) for t in 0..k))]
                """;
        Verdict verdict = Verifier.published(Yaml.problem(problem), List.of());
        Evidence.Parts parts = (Evidence.Parts)
                Objects.requireNonNull(verdict.findings().get(0).evidence());
        Evidence.Values x = parts.of("x");
        assertHolds(x.first(), (1 + 0.45969769413186023) / 2, 1e-12);
        assertThat(x.certainty()).isEqualTo(Certainty.ESTIMATED);
    }
}
