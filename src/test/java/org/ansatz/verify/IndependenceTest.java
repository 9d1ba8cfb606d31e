package org.ansatz.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Means and integrals take the same samples; steps, margins and poles the same roots. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "E(V*2*X) ¦ integrate(V*4*x for x in 0..1)",
                "V*2*(1/2 + P(X + Y < 1)) ¦ integrate(V*4*x for x in 0..1)",
                "V*6*cov(X, X) ¦ integrate(V*4*x for x in 0..1)",
                "V*2*overshoot(1/(s^2 + s + 1) for s)/exp(-pi/sqrt(3)) ¦ -V*2*real(sum(poles(1/(s + 1) for s)))",
                "V*2*bandwidth(1/(s + 1) for s) ¦ -V*2*real(sum(roots([1, 1])))",
                "V*4*real(laplace(exp(-t) for t, s at 1)) ¦ integrate(V*4*x for x in 0..1)",
                "V*1.5*real(ztransform(0.5^n for n, z at 2)) ¦ V*1.5*sum(0.25^n for n in 0:inf)",
                "V*4*inverse_laplace(1/(s + 1) for s, t at ln(2)) ¦ -V*2*real(sum(poles(1/(s + 1) for s)))",
                "V*2*quantile(X, 0.5) ¦ V*4*P(X < 1)"
            })
    void whatIsFoundByOneMethodIsOneLaw(String plain, String other) {
        Verdict verdict = verdict("X ~ uniform(0, 2)\n  Y ~ uniform(-1, 1)", plain, other);
        assertThat(verdict.judgement().status()).isEqualTo("unverified");
        assertThat(verdict.judgement().reason()).contains("agreed (one law)");
    }

    @Test
    void aDifferenceOfTailsIsNoIntegral() {
        assertThat(verdict("X ~ uniform(0, 2)", "V*4*P(X < 1)", "integrate(V*4*x for x in 0..1)")
                        .judgement()
                        .status())
                .isEqualTo("unkeyed");
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

    /** What each of these rests on stays the same if every false result is false alike. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2*V*integrate(x for x in 0..1)/integrate(y for y in 0..1)*integrate(1 for z in 0..1)/1",
                "V*2*(det([V, 0 V; 0 V, V])/det([V, 0 V; 0 V, V]))*det([2, 0; 0, 1])/2",
                "V*det([2, 1; 0, 1])/det([1, 0; 0, 1])",
                "V*2 + entry(solve([2, 1; 1, 2], [V; V]), 1, 1) - entry(solve([2, 1; 1, 2], [V; V]), 2, 1)",
                "V*2 + entry(inv([V, 0 V; 0 V, V])*[V; V], 1, 1)*1 V - entry(inv([V, 0 V; 0 V, V])*[V; V], 2, 1)*1 V",
                "2*V*max(cos(x) for x in -1..1)/max(cos(x) for x in -2..2)",
                "2*V*imag(integrate(exp(j*t) for t in 0..2))/(1 - cos(2))",
                "2*V*real(integrate(exp(j*t) for t in 0..2))/sin(2)",
                "if(abs(integrate(V for x in 0..1) - integrate(V for x in 1..2) - (integrate(V for x in 2..3)"
                        + " - integrate(V for x in 3..4))) < 1e-9 V, 2*V, V)",
                "V*2*(sum(k for k in 1:3)/sum(k for k in 1:3))",
                "V*(2 + derivative(x^2 for x at 1)/derivative(x^2 for x at 1) - 1)",
                "V*(2 + integrate(x for x in -1..1)*1 - integrate(x for x in -2..2)*1)"
            })
    void falseResultsDoNotCancelEachOther(String other) {
        Verdict verdict = verdict("unused = 1", "V*2", other);
        assertThat(verdict.judgement().status())
                .as(verdict.judgement().reason())
                .isEqualTo("unkeyed");
        assertThat(verdict.notes()).extracting(Remark::message).noneMatch(note -> note.contains("does not rest on it"));
    }

    @Test
    void aVoltageRatioRestsOnItsCircuit() {
        Verdict verdict = Verifier.published(Yaml.problem("""
                        title: A current from a ratio
                        statement: Which current flows from {V1} through {R1} and {R3} in series?
                        given: {V1: 10 V, R1: 1 kohm, R3: 4 kohm}
                        answer: {kind: number, unit: mA}
                        routes:
                          law: V1/(R1 + R3)
                          nodes:
                            circuit: |
                              V1 s 0 {V1}
                              R1 s b {R1}
                              R3 b 0 {R3}
                            run: dc
                            value: v(b)/v(s)*V1/R3
                        """), List.of());
        assertThat(verdict.judgement().status()).isEqualTo("unkeyed");
    }

    @Test
    void cramersRuleAndEliminationAreOneEngine() {
        Verdict verdict = verdict(
                "unused = 1", "entry(solve([2, 0; 0, 1], [4*V; V]), 1, 1)", "V*det([4, 0; 1, 1])/det([2, 0; 0, 1])");
        assertThat(verdict.judgement().reason()).contains("agreed (one law)");
        assertThat(verdict.notes()).extracting(Remark::message).noneMatch(note -> note.contains("does not rest on it"));
    }

    // ---- tests

    private static final String CHOSEN = """
            title: Above a bound
            statement: Which number is above {m}?
            given: {m: 2}
            answer: {kind: mcq, find: x, options: {A: '1', B: '1.5', C: '3', D: '0'}}
            routes:
              plain:
                test: x > m
              other:
                let: |
                  %s
                test: %s
            """;

    private static Verdict chosen(String let, String test) {
        return Verifier.published(Yaml.problem(CHOSEN.formatted(let, test)), List.of());
    }

    /** An engine that can only make a test fail for all options guards it; what chooses among them is the rest. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x > m and integrate(1 for y in 0..1) > 0",
                "integrate(1 for y in 0..1) > 0 and x > m",
                "x > m and not (integrate(1 for y in 0..1) < 0)",
                "x > m and area > 0",
                "x > m and integrate(y for y in 0..1) < integrate(1 for y in 0..1)",
                "x > m and all(k > 0 for k in 1:5)",
                "x > m and all(integrate(y for y in 0..k) > 0 for k in 1:5)",
                "x > m or integrate(1 for y in 0..1) < 0",
                "x + 0*integrate(1 for y in 0..1) > m",
                "if(integrate(1 for y in 0..1) > 0, x > m, false)",
                "x > m and integrate(x^2 + y for y in 0..1) > 0"
            })
    void anEngineThatOnlyGuardsATestMakesNoRouteIndependent(String test) {
        Verdict verdict = chosen("area = integrate(1 for y in 0..1)", test);
        assertThat(verdict.judgement().status()).isEqualTo("unverified");
        assertThat(verdict.judgement().reason()).contains("agreed (one law)");
        assertThat(verdict.notes()).extracting(Remark::message).anyMatch(note -> note.contains("does not rest on it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "integrate(1 for y in 0..x) > m",
                "x > twice/2",
                "not (x <= integrate(m for y in 0..1))",
                "integrate(y for y in 0..x) > 2 and x < twice",
                "any(x == k*m/2 for k in 3:9)",
                "all(x > m - k for k in 0:5)",
                "if(integrate(m for y in 0..1) > 0, x > m, x < m)",
                "abs(x - integrate(m for y in 0..1)) <= 1 and x != 1 and x != 1.5"
            })
    void anEngineThatChoosesAmongTheOptionsDoes(String test) {
        Verdict verdict = chosen("twice = integrate(m for y in 0..2)", test);
        assertThat(verdict.judgement().status())
                .as(verdict.judgement().reason())
                .isEqualTo("unkeyed");
        assertThat(verdict.notes()).extracting(Remark::message).noneMatch(note -> note.contains("does not rest on it"));
    }

    // ---- claims

    private static Verdict claimed(String plain, String other) {
        return Verifier.published(Yaml.problem("""
                title: Which is larger
                statement: How do they compare?
                given: {T: 2}
                any: {x: 1..3}
                quantities: {k: 1}
                answer:
                  kind: mcq
                  options:
                    A: {text: the first, claim: k > 0}
                    B: {text: neither, claim: k == 0}
                    C: {text: the second, claim: k < 0}
                routes:
                  plain:
                    value: {k: "%s"}
                  other:
                    value: {k: "%s"}
                """.formatted(plain, other)), List.of());
    }

    /** What is chosen by a comparison of two results stays as it is where each is false within reason. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "if(T > 0, 1, -1) ¦ if(integrate(t for t in 0..T) < integrate(t for t in 0..2*T) and T > 0, 1, -1)",
                "if(T*x > 0, 1, -1) ¦ if(integrate(T*t for t in 0..x) < integrate(T*t for t in 0..2*x), 1, -1)",
                "if(T*x < 0, 0, 1) ¦ if(root(u^3 - x*T/2 for u in 0..9) < 9*x, 1, 0)",
                "sign(T^2/2 - T) + 1 ¦ if(not (integrate(t for t in 0..T) >= 9*T), 1, -1)",
                "floor(T^2/2) ¦ floor(integrate(t for t in 0..T) + 1/9)"
            })
    void anEngineByWhichClaimsAreChosenDoes(String plain, String other) {
        Verdict verdict = claimed(plain, other);
        assertThat(verdict.judgement().status())
                .as(verdict.judgement().reason())
                .isEqualTo("unkeyed");
        assertThat(verdict.notes()).extracting(Remark::message).noneMatch(note -> note.contains("does not rest on it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if(integrate(1 for y in 0..1) > 0, T*x, 0)",
                "if(integrate(y for y in 0..x) > 0, T*x, 0)",
                "if(root(u^2 - x for u in 0..9) > -5, T*x, -T*x)",
                "T*x + 0*integrate(y for y in 0..x)",
                "if(integrate(y for y in 0..x) < integrate(y for y in 0..2*x), T*x, 2*T*x)"
            })
    void anEngineThatOnlyGuardsClaimsMakesNoRouteIndependent(String other) {
        Verdict verdict = claimed("T*x", other);
        assertThat(verdict.judgement().status())
                .as(verdict.judgement().reason())
                .isEqualTo("unverified");
        assertThat(verdict.notes()).extracting(Remark::message).anyMatch(note -> note.contains("does not rest on it"));
    }

    // ---- data

    @Test
    void whereNoRouteReadsADatumThisIsSaid() {
        String problem = DOUBLED.formatted("unused = 1", "6 V", "integrate(6 V for x in 0..1)")
                .replace("{V}", "{E}")
                .replace("V: 3 V", "E: 3 V");
        assertThat(Verifier.published(Yaml.problem(problem), List.of())
                        .judgement()
                        .reason())
                .isEqualTo("none of the routes reads the data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6 V",
                "integrate(6 V for x in 0..1)",
                "root(x - 6 V for x in 0 V..10 V)",
                "sum(2 V for k in 1:3)"
            })
    void aRouteThatReadsNoDatumDoesNotCount(String other) {
        String problem = DOUBLED.formatted("unused = 1", "E*2", other)
                .replace("{V}", "{E}")
                .replace("V: 3 V", "E: 3 V");
        Verdict verdict = Verifier.published(Yaml.problem(problem), List.of());
        assertThat(verdict.judgement().status()).isEqualTo("unverified");
        assertThat(verdict.judgement().reason()).isEqualTo("only one of the routes reads the data");
        assertThat(verdict.notes())
                .extracting(Remark::message)
                .contains("route 'other' reads none of the data, so that it does not count as independent");
    }

    @Test
    void aDatumMayBeReadThroughAStepOrAnOption() {
        assertThat(verdict("w = V*1", "V*2", "integrate(w for x in 0..2)")
                        .judgement()
                        .status())
                .isEqualTo("unkeyed");
        Verdict tried = Verifier.published(Yaml.problem("""
                title: A square
                statement: Which is the root of {a}?
                given: {a: 16}
                answer:
                  kind: mcq
                  find: x
                  options: {A: sqrt(a), B: a/2}
                routes:
                  closed: {equation: x^2 == a}
                  table: {test: "count(k == x for k in [2, 4, 6]) == 1"}
                """), List.of());
        assertThat(tried.judgement().status()).isEqualTo("unkeyed");
    }

    @Test
    void whereThereAreNoDataARouteNeedsNone() {
        Verdict verdict = Verifier.published(Yaml.problem("""
                title: Pi
                statement: What is the area of a disc of radius 1?
                answer: {kind: number}
                routes:
                  known: pi
                  integral: integrate(2*sqrt(1 - x^2) for x in -1..1)
                """), List.of());
        assertThat(verdict.judgement().status()).isEqualTo("unkeyed");
    }

    private static String counted(String other) {
        return """
                title: Stages
                statement: How many stages of a gain {s} make a gain of at least {g}?
                given: {g: 100, s: 3.5}
                answer: {kind: number}
                routes:
                  logarithms: ceil(log(g)/log(s))
                  other: %s
                """.formatted(other);
    }

    /** A count stays where what it counts is a thousandth off; where that is grossly false, it does not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ceil(root(s^x - g for x in 0..20))",
                "floor(root(s^x - g for x in 0..20)) + 1",
                "count(k < root(s^x - g for x in 0..20) for k in 0:19)",
                "ceil(integrate(1/x for x in 1..g)/log(s))",
            })
    void aCountRestsOnWhatIsCounted(String other) {
        Verdict verdict = Verifier.published(Yaml.problem(counted(other)), List.of());
        assertThat(verdict.judgement().status())
                .as(verdict.judgement().reason())
                .isEqualTo("unkeyed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ceil(log(g)/log(s)) + 0*floor(root(s^x - g for x in 0..20))",
                "if(root(s^x - g for x in 0..20) > -5, ceil(log(g)/log(s)), 0)",
                "max(ceil(log(g)/log(s)), floor(integrate(x for x in -1..1)))",
            })
    void butNotOnWhatLeavesItAsItIs(String other) {
        Verdict verdict = Verifier.published(Yaml.problem(counted(other)), List.of());
        assertThat(verdict.judgement().status()).isEqualTo("unverified");
    }
}
