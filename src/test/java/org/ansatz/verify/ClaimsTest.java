package org.ansatz.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Certainty;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims and tests: true, false with what refutes them, or undecided where errors hide a difference. */
final class ClaimsTest {

    private static Verdict verdict(String problem) {
        return Verifier.published(Yaml.problem(problem), List.of());
    }

    /** What the first route found of an option. */
    private static String finding(String problem, String option) {
        Verdict verdict = verdict(problem);
        Evidence evidence = verdict.findings().get(0).evidence();
        assertThat(evidence).as(verdict.judgement().reason()).isInstanceOf(Evidence.Truths.class);
        return String.valueOf(((Evidence.Truths) evidence).byOption().get(option));
    }

    // ---- undecided

    private static final String CLAIM = """
            title: Two quantities
            statement: How do they compare?
            quantities: {a: 1, b: 1}
            answer:
              kind: mcq
              options:
                A: {text: equal, claim: "a == b"}
                B: {text: the first is larger, claim: "a > b"}
                C: {text: the second is larger, claim: "a < b"}
            routes:
              one:
                value: {a: "%s", b: "%s"}
            """;

    @Test
    void aClaimWithoutWordsIsShownAsItIsWritten() {
        String bare = CLAIM.formatted("det([2])", "1").replaceAll("text: [a-z ]*, ", "");
        assertThat(finding(bare, "B")).isEqualTo(finding(CLAIM.formatted("det([2])", "1"), "B"));
        assertThat(Yaml.problem(bare).answer().options().get(1).text().toString())
                .contains("a > b");
    }

    /** The same, of a function that has no enclosure, so that what is searched for in it is estimated. */
    private static final String CLAIM_OF_A_SOLUTION = CLAIM + "    ode: u' == 1\n    from: u(0) == 0\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max(if(u(t) < 8, t, 0) for t in 0..30) | 8",
                "max(if(u(t) < 8, t, 0) for t in 0..30) | 7",
                "max(if(u(t) < 0.5, t, 0) for t in 0..3) | max(if(u(t) < 0.51, t, 0) for t in 0..3)",
                "argmax(u(cos(x)^40) for x in -1..1.1) | 1e-9"
            })
    void whereAnErrorHidesTheDifferenceAClaimIsUndecided(String a, String b) {
        String problem = CLAIM_OF_A_SOLUTION.formatted(a, b);
        assertThat(finding(problem, "A")).startsWith("undecided: this cannot be decided: its sides are known to");
        assertThat(verdict(problem).judgement().status()).isEqualTo("ambiguous");
        assertThat(verdict(problem).judgement().reason()).startsWith("route 'one': option A: this cannot be decided");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.1 + 0.2 | 0.3",
                "integrate(x^2 for x in 0..1) | 1/3",
                "integrate(x^3 for x in -1..1) | 0",
                "sqrt(2)^2 - 2 | 0",
                "integrate(abs(x - 0.3) for x in 0..1) | 0.29",
                "root(x^2 - 2 for x in 0..2) | sqrt(2)",
                "sin(pi) | 0"
            })
    void whatIsKnownWellIsTied(String a, String b) {
        assertThat(finding(CLAIM.formatted(a, b), "A")).isEqualTo("true");
        assertThat(finding(CLAIM.formatted(a, b), "B")).startsWith("false");
    }

    /** The same two quantities over a field block. */
    private static final String OVER_A_BLOCK =
            CLAIM.replace("quantities:", "given: {k: 1}\nquantities:").replace("    value:", "    %s\n    value:");

    private static final String DECAY = "ode: u' == -k*u\n    from: u(0) == 1";
    private static final String BRIDGE = """
            circuit: |
                  V1 t 0 {k*10 V}
                  R1 t l 2k
                  R2 l 0 3k
                  R3 t r 4k
                  R4 r 0 6k
                  E1 o 0 opamp 0 m
                  R5 r m 1k
                  R6 m o 1k
                run: dc""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "u(30)*1e14 | 5",
                "u(30) | exp(-30*k)",
                "(u(1) - exp(-k))*1e12 | 7",
                "u(30) | 0",
                "u(60)*1e12 | u(61)*1e12"
            })
    void whatABlockHardlyKnowsIsNotTiedEither(String a, String b) {
        String problem = OVER_A_BLOCK.formatted(DECAY, a, b);
        assertThat(finding(problem, "A")).startsWith("undecided: this cannot be decided: its sides are known to");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "u(1) | exp(-k)",
                "1 + u(1) | 1 + exp(-k)",
                "u(1)*u(2) | u(3)",
                "u(1) - exp(-k) | 0",
                "log(u(2)) | -2"
            })
    void whatABlockKnowsWellIsTied(String a, String b) {
        String problem = OVER_A_BLOCK.formatted(DECAY, a, b);
        assertThat(finding(problem, "A")).isEqualTo("true");
        assertThat(finding(problem, "B")).startsWith("false");
    }

    /** Nodes at one voltage, and one at that of the ground, are compared with the voltages that there are. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"v(l, r)/(1 V) + v(r)/(1 V) | v(l)/(1 V)", "v(m)/(1 V) | 0", "i(R5)/(1 A) | i(R6)/(1 A)"})
    void voltagesOfACircuitAreComparedWithTheOthers(String a, String b) {
        assertThat(finding(OVER_A_BLOCK.formatted(BRIDGE, a, b), "A")).isEqualTo("true");
    }

    @Test
    void whatIsTakenAsItIsComputedProvesNothing() {
        String problem = """
                title: A claim
                statement: Which holds?
                any: {x: 0..1}
                quantities: {a: 1, b: 1}
                answer:
                  kind: mcq
                  options:
                    A: {text: the first is larger, claim: a > b}
                    B: {text: the second is larger, claim: a < b}
                routes:
                  one:
                    value: {a: x + imag(integrate(exp(j*t) for t in 0..1)), b: x}
                """;
        Evidence evidence = verdict(problem).findings().get(0).evidence();
        assertThat(Objects.requireNonNull(evidence).certainty()).isEqualTo(Certainty.SAMPLED);
    }

    @Test
    void aDifferenceThatIsLargerThanTheErrorIsDecided() {
        String problem = CLAIM.formatted("max(if(t < 8, t, 0) for t in 0..30)", "1e6");
        assertThat(finding(problem, "A")).startsWith("false");
        assertThat(finding(problem, "C")).isEqualTo("true");
    }

    // ---- what refutes

    private static final String BOUND = """
            title: A polynomial
            statement: Which polynomial is the square?
            answer:
              kind: mcq
              of: {x: 0..5}
              options: {A: x^2, B: 5*x - 6, C: x^3}
              find: f
            routes:
              table: {test: "all(f(k) == k^2 for k in 2:6)"}
              product: x*x
            """;

    @Test
    void aRefutedTestShowsTheBoundNamesAtWhichItFails() {
        assertThat(finding(BOUND, "B")).isEqualTo("false: k = 4");
        assertThat(finding(BOUND, "C")).isEqualTo("false: k = 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all(f(k) == k^2 for k in 2:6) and all(f(m) >= 0 for m in 0:3) | false: k = 4",
                "all(k > 1 for k in 2:6) and all(f(m) >= 0 for m in 0:3) | false: m = 0",
                "not any(f(k) < 0 for k in 0:5) | false: k = 0",
                "all(all(f(k) + m >= k*m - 7 for m in 0:9) for k in 0:5) | false: k = 3, m = 9",
                "count(f(k) == k^2 for k in 2:6) == 5 | false",
                "all(f(a) + f(b) >= -7 for a in 0:3, b in 0:3) | false: a = 0, b = 0"
            })
    void theNamesOfTheTermThatDecidesAreShown(String test, String shown) {
        String problem = BOUND.replace("all(f(k) == k^2 for k in 2:6)", test);
        assertThat(finding(problem, "B")).startsWith(shown);
    }

    private static final String DRAWN = """
            title: A claim of whole numbers
            statement: Is the sum a square?
            any: {m: 1:20}
            quantities: {s: 1}
            answer:
              kind: mcq
              options:
                A: {text: always, claim: "s == m^2"}
                B: {text: but not for %s, claim: "(s == m^2) == (m != %s)"}
            routes:
              odd numbers:
                value: {s: "sum(2*k - 1 for k in 1:m) + if(m == %s, 1, 0)"}
            """;

    @ParameterizedTest
    @ValueSource(ints = {3, 13, 17, 19})
    void aSmallDomainIsExhausted(int odd) {
        String problem = DRAWN.replace("%s", String.valueOf(odd));
        assertThat(finding(problem, "B")).isEqualTo("true");
        assertThat(finding(problem, "A")).isEqualTo("false: s = " + (odd * odd + 1) + " where m = " + odd);
    }

    @Test
    void soAreSeveralWithConditionsBetweenThem() {
        String problem = DRAWN.replace("%s", "13")
                .replace("any: {m: 1:20}", "any: {m: 1:15, n: \"[2, 3, 5]\"}\nwhere: m > n")
                .replace("if(m == 13, 1, 0)", "if(m == 13 and n == 5, 1, 0)");
        assertThat(finding(problem, "A")).isEqualTo("false: s = 170 where m = 13, n = 5");
    }

    @Test
    void aLargeOneIsSampled() {
        assertThat(finding(
                        DRAWN.replace("%s", "300").replace("1:20", "1:200000").replace("1:m) ", "1:4) + m^2 - 16 "),
                        "B"))
                .isEqualTo("survived 100 samples");
    }

    @Test
    void aFunctionOfWholeNumbersIsComparedAtEachOfThem() {
        String problem = """
                title: Squares
                statement: What is the sum of the first odd numbers?
                answer: {kind: formula, of: {m: "1:40"}}
                routes:
                  sum: sum(2*k - 1 for k in 1:m)
                  square: m^2 + if(m == 37, 1, 0)
                """;
        assertThat(verdict(problem).judgement().status()).isEqualTo("inconsistent");
        assertThat(verdict(problem).judgement().reason()).contains("at m = 37");
        assertThat(verdict(problem.replace("37", "41")).judgement().status()).isEqualTo("unkeyed");
    }

    @Test
    void anAnswerMustNotDependOnAnyElementOfASmallDomain() {
        String problem = """
                title: A sum
                statement: What is the sum of the roots of unity?
                any: {n: "2:30"}
                answer: {kind: number}
                routes:
                  sum: real(sum(exp(2j*pi*k/n) for k in 1:n)) + if(n == 23, 1, 0)
                  known: n - n
                """;
        assertThat(verdict(problem).judgement().reason())
                .contains("depends on the arbitrary symbols")
                .contains("n = 23");
    }

    // ---- options in arbitrary symbols

    @ParameterizedTest
    @ValueSource(strings = {"2*a", "a^2", "a + 1"})
    void anOptionThatDependsOnAnArbitrarySymbolIsNoInternalError(String option) {
        String problem = """
                title: Twice
                statement: What is twice a?
                any: {a: 1..5}
                answer:
                  kind: mcq
                  options: {A: OPTION, B: a}
                routes:
                  sum: a + a
                  count: sum(a for k in 1:2)
                """.replace("OPTION", option);
        List<String> faults = Yaml.faults(Yaml.read(problem));
        assertThat(faults).hasSize(2).allMatch(fault -> fault.contains("depends on the arbitrary symbol a"));
    }
}
