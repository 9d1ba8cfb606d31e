package org.ansatz.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search that solves a field block anew at each value that it tries is sampled; one along a solution is not. */
final class BlindSearchTest {

    private static final String ODE = "ode: u' == E*x - u|from: u(0) == 0|";
    private static final String CIRCUIT =
            "circuit: ^|  V1 a 0 {E*(1 V)}|  R1 a b 1|  R2 b 0 {x*(1 ohm)}|  C1 b 0 1|run: ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "sampled # " + ODE + "value: max(u(1) for x in 0..1)",
                "sampled # " + ODE + "value: 1 + argmax(u(1) for x in 0..1)",
                "sampled # " + ODE + "value: integrate(u(1) for x in 0..1)",
                "sampled # " + ODE + "value: sum(max(u(n) for x in 0..1) for n in 1:2)",
                "estimated # " + ODE + "value: max(u(t) for t in 0..1)",
                "estimated # " + ODE + "value: integrate(u(2*t) for t in 0..0.5)",
                "estimated # " + ODE + "value: max(u(1) for x in [0.1, 0.2])",
                "estimated # " + ODE + "value: u(1) + max(x*y for y in 0..1)",
                "sampled # " + CIRCUIT + "dc|value: max(v(b) for x in 1..2)/(1 V)",
                "sampled # " + CIRCUIT + "dc|value: max(v(b; x = y) for y in 1..2)/(1 V)",
                "sampled # " + CIRCUIT + "transient 1 s|value: max(v(b; t = 1 s) for x in 1..2)/(1 V)",
                "estimated # " + CIRCUIT + "transient 1 s|value: max(v(b) for t in 0 s..1 s)/(1 V)",
                "estimated # " + CIRCUIT + "transient 1 s|value: max(v(b; t = y*(1 s)) for y in 0..1)/(1 V)",
            })
    void whatASearchKnowsBetweenItsValuesIsSaid(String certainty, String route) {
        Verdict verdict = Verifier.published(
                Yaml.problem("""
                title: A search
                statement: What is it?
                given: {E: 1, x: 0.5}
                answer: {kind: number}
                routes:
                  search:
                    %s
                """.formatted(route.replace("|", "\n    ").replace("^", "|"))), List.of());
        assertThat(verdict.findings().get(0).evidence())
                .as(verdict.judgement().reason())
                .isNotNull();
        assertThat(verdict.findings().get(0).evidence().certainty().word()).isEqualTo(certainty);
    }
}
