package org.ansatz.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes that are of limited accuracy by their author's word. */
final class AccuracyTest {

    /** The tangent of 0.1 is 0.1003347; the sum is 0.1 + 0.001/3 = 0.1003333, and x alone 0.33 % off. */
    private static String problem(String answer, String coarse) {
        return """
                title: t
                statement: s
                given: {x: 0.1}
                answer: %s
                routes:
                  exact: sin(x)/cos(x)
                  coarse: %s
                """.formatted(answer, coarse);
    }

    private static Verdict verdict(String answer, String coarse) {
        return Verifier.published(Yaml.problem(problem(answer, coarse)), List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // within the accuracy and the tolerance; beyond the tolerance; beyond the accuracy; without any word
                "{kind: number, tolerance: 1 %} | {value: sum(x for k in 1:2)/2, within: 0.5 %} | unkeyed",
                "{kind: number, tolerance: 0.1 %} | {value: sum(x for k in 1:2)/2, within: 0.5 %} | inconsistent",
                "{kind: number, tolerance: 1 %} | {value: sum(x for k in 1:2)/2, within: 0.1 %} | inconsistent",
                "{kind: number, tolerance: 1 %} | {value: sum(x for k in 1:2)/2} | inconsistent",
                "{kind: number, tolerance: 1 %} | {value: sum(x for k in 1:2)/2, within: 5e-4} | inconsistent",
                "{kind: number} | {value: sum(x for k in 1:2)/2, within: 1 %} | inconsistent",
                // an option must be singled out by the accuracy as well
                "{kind: mcq, options: {A: 0.1003, B: 0.11}} | {value: sum(x for k in 1:2)/2, within: 0.5 %} | unkeyed",
                "{kind: mcq, options: {A: 0.1003, B: 0.1004}} | {value: sum(x for k in 1:2)/2, within: 0.5 %} | ambiguous",
                "{kind: mcq, options: {A: 0.1003, B: 0.11}} | {value: sum(x for k in 1:2)/2, within: 0.1 %} | ambiguous",
            })
    void aCoarseRouteAgreesWithinItsAccuracyAndTheTolerance(String answer, String coarse, String status) {
        assertThat(verdict(answer, coarse).judgement().status()).isEqualTo(status);
    }

    @Test
    void theVerdictSaysWhichRouteIsCoarse() {
        Verdict verdict = verdict("{kind: number, tolerance: 1 %}", "{value: sum(x for k in 1:2)/2, within: 0.5 %}");
        assertThat(verdict.judgement()).isInstanceOf(Judgement.Unkeyed.class);
        assertThat(verdict.judgement().reason()).contains("share 2 digits, estimated");
        assertThat(verdict.notes().toString()).contains("'coarse': it is accurate within 0.5 % by its author's word");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{value: x, within: 60 %} | not more than 50 %",
                "{value: x, within: 0} | an accuracy is positive",
                "{value: x, within: 1 V} | how far off the value may be",
                "{value: x, within: x} | how far off the value may be",
            })
    void anAccuracyThatIsNoneIsRefused(String coarse, String message) {
        assertThat(Yaml.faults(Yaml.read(problem("{kind: number, tolerance: 1 %}", coarse)))
                        .toString())
                .contains(message);
    }

    @Test
    void severalEquationsAreSolvedForAsManyNumbers() {
        String text = """
                title: t
                statement: s
                given: {P: 50, S: 15}
                answer: {kind: number, find: {K: 7..50, a: 0..7}}
                routes:
                  both:
                    equation: ["K*a == P", K + a == S]
                  by hand:
                    value: {K: (S + sqrt(S^2 - 4*P))/2, a: S - K}
                  first:
                    unknown: {u: 7..50, v: 0..7}
                    equation: [u*v == P, u + v == S]
                    value: {K: u, a: v}
                """;
        Judgement judgement = Verifier.published(Yaml.problem(text), List.of()).judgement();
        assertThat(judgement.status()).isEqualTo("unkeyed");
        assertThat(Objects.requireNonNull(judgement.answer()).brief()).isEqualTo("K = 10, a = 5");
        String wide = text.replace("u: 7..50", "u: 0..50").replace("v: 0..7", "v: 0..50");
        assertThat(Verifier.published(Yaml.problem(wide), List.of()).judgement().reason())
                .contains("there are 2 solutions, near u = ");
        String none = text.replace("u*v == P", "u*v == 3*P");
        assertThat(Verifier.published(Yaml.problem(none), List.of()).judgement().reason())
                .contains("the equations have no common solution in these intervals");
        assertThat(Yaml.faults(Yaml.read(text.replace("[u*v == P, u + v == S]", "u*v == P")))
                        .toString())
                .contains("2 unknowns take as many equations; here are 1");
        assertThat(Yaml.faults(Yaml.read(text.replace("[\"K*a == P\", K + a == S]", "K*a == P")))
                        .toString())
                .contains("as many equations are solved as numbers are asked for");
    }
}
