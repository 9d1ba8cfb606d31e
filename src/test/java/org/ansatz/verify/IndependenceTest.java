package org.ansatz.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two routes are independent by what their results rest on, not by what they name. */
final class IndependenceTest {

    private static final String DOUBLED = """
            title: Twice
            statement: What is twice {V}?
            given: {V: 3 V, n: 2}
            let: |
              %s
            answer: {kind: number, unit: V}
            routes:
              plain: %s
              other: %s
            """;

    private static Verdict verdict(String let, String plain, String other) {
        return Verifier.published(Yaml.problem(DOUBLED.formatted(let, plain, other)), List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V*2 + 0 V*det([1, 2; 3, 4])",
                "V*2*det([1])",
                "entry(solve([2], [V*4]), 1, 1)",
                "if(V > 0 V, V*2, integrate(V for x in 0..2))",
                "sum(V*2 for k in 1:1)",
                "max(V*2, root(x for x in -1 V..1 V))",
                "sum(V*2 for k in [3])"
            })
    void anEngineThatTheResultDoesNotRestOnMakesNoRouteIndependent(String other) {
        Verdict verdict = verdict("unused = 1", "V*2", other);
        assertThat(verdict.judgement().status()).isEqualTo("unverified");
        assertThat(verdict.judgement().reason()).contains("agreed (one law)");
    }

    @Test
    void theNoteSaysWhichEngineIsIdle() {
        assertThat(verdict("unused = 1", "V*2", "V*2 + 0 V*det([1, 2; 3, 4])").notes())
                .extracting(Remark::message)
                .contains("route 'other' goes through linear-solve, but its result does not rest on it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "integrate(V for x in 0..2)",
                "sum(V for k in 1:2)",
                "root(u/2 - V for u in 0 V..10 V)",
                "det([V, 0 V; 0 V, 2 V])/1 V",
                "if(V > 0 V, integrate(V for x in 0..2), V*2)",
                "if(any(k*V == V for k in 1:5), V*2, V)"
            })
    void anEngineThatTheResultRestsOnDoes(String other) {
        assertThat(verdict("unused = 1", "V*2", other).judgement().status()).isEqualTo("unkeyed");
    }

    @Test
    void aStepThatReadsItsGivenTwiceIsNoConversion() {
        assertThat(verdict("ans = 41 V*n^5 - exp(n)*1 V", "ans", "sum(ans/2 for k in 1:2)")
                        .judgement()
                        .status())
                .isEqualTo("unverified");
        assertThat(verdict("a = n^5\n  b = exp(n)\n  c = a - b", "V*c", "sum(V*c/2 for k in 1:2)")
                        .judgement()
                        .status())
                .isEqualTo("unverified");
        assertThat(verdict("w = 2*n", "V*w/2", "sum(V*w/4 for k in 1:2)")
                        .judgement()
                        .status())
                .isEqualTo("unkeyed");
    }
}
