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

/** How sure evidence is, and what a bank can demand. */
final class CertaintyTest {

    private static Verdict number(String more, String one, String two) {
        return Verifier.published(Yaml.problem("""
                title: A number
                statement: What is it?
                given: {a: 2, b: 0.3}
                answer: {kind: number, tolerance: 1%%}
                %s
                routes:
                  one: %s
                  two: %s
                """.formatted(more, one, two)), List.of());
    }

    private static Certainty first(Verdict verdict) {
        Evidence evidence = verdict.findings().get(0).evidence();
        assertThat(evidence).as(verdict.judgement().reason()).isNotNull();
        return Objects.requireNonNull(evidence).certainty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a/3 + b | EXACT",
                "sum(1/k for k in 1:9)*a | EXACT",
                "floor(sqrt(a)*10) | PROVED",
                "sqrt(a) + b | PROVED",
                "root(x^2 - a for x in 0..2) | PROVED",
                "max(x*(a - x) for x in 0..2) | PROVED",
                "integrate(exp(-a*x) for x in 0..1) | PROVED",
                "abs(1/(1 + 2j*pi*b*a)) | PROVED",
                "real(sqrt(a*pi - 3j)) | PROVED",
                "imag(sqrt(3j - a*pi)) | PROVED",
                "imag(sqrt(-3j - a*pi)) | PROVED",
                "entropy([b, 1 - b]) | PROVED",
                "root((x - b)^2 for x in 0..1) | ESTIMATED",
                "integrate(1/sqrt(a*x) for x in 0..1) | ESTIMATED",
                "integrate(exp(-a*x) for x in 0..inf) | ESTIMATED",
                "max(det([x, b; b, 1]) for x in 0..a) | PROVED",
                "max(entry(expm([x, b; b, 1]), 1, 1) for x in 0..a) | ESTIMATED",
                "root(tan(x) - a for x in 0..1.6) | ESTIMATED"
            })
    void aRouteSaysHowSureItIs(String formula, Certainty certainty) {
        assertThat(first(number("", formula, "a"))).isEqualTo(certainty);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "sum(1/k for k in 1:round(ABOUT))",
                "prod(k for k in round(ABOUT):5)",
                "sum(w for w in bits(round(ABOUT)))",
                "sum(x for x in [ABOUT, 2])",
                "max(2*x for x in [ABOUT; 1])",
                "count(x > 1 for x in [ABOUT; 1])",
                "sum(x for x in roots(x^2 - ABOUT for x in 0..3))",
                "y[round(ABOUT)]",
                "one(round(ABOUT), a)",
                "limit(round(ABOUT)*x/(x + 1) for x -> inf)",
                "root(x^2 - a for x in 0..ABOUT)",
                "max(k for k in 0:9 if k < ABOUT + 0.5)",
            })
    void whatIsCountedOffByAnEstimateIsEstimated(String formula) {
        String steps = """
                let: |
                  y[0] = 1
                  y[n] = y[n-1]/2 + 1
                  one(x, y) = if(x == y, 1, 2)
                """;
        assertThat(first(number(steps, formula.replace("ABOUT", "differences(a*t for t at 1)"), "a")))
                .isEqualTo(Certainty.ESTIMATED);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "root((x - b)^2 for x in 0..1) | a root that is not proved to be the only one is not enclosed",
                "integrate(1/sqrt(a*x) for x in 0..1) | an integral that is estimated is not enclosed",
                "max(entry(expm([x, b; b, 1]), 1, 1) for x in 0..a) | expm is not enclosed",
                "max(real(roots([1, b*a, 1]))) | roots is not enclosed",
                "real(sqrt(-a + 0j)) | sqrt of a complex number that may be on the negative real axis is not enclosed"
            })
    void whatIsOnlyEstimatedSaysWhatIsNotEnclosed(String formula, String because) {
        Evidence evidence = number("", formula, "a").findings().get(0).evidence();
        assertThat(Objects.requireNonNull(evidence).sureness().because()).isEqualTo(because);
        assertThat(evidence.sureness().doubt()).startsWith(because + "; it is wrong if");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sqrt(a) + b | PROVED",
                "a*b | EXACT",
                "a*b + x - x | SAMPLED",
                "integrate(a*y for y in 0..1) | PROVED"
            })
    void aValueThatReadsNothingArbitraryIsTheSameEverywhere(String formula, Certainty certainty) {
        assertThat(first(number("any: {x: 1..2}", formula, "a"))).isEqualTo(certainty);
    }

    @ParameterizedTest(name = "{0} == 1 is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "side(x, y)/side(y, x) | PROVED",
                "(x + y)^3/(x^3 + 3*x^2*y + 3*x*y^2 + y^3) | PROVED",
                "(x - 2)*y/((x - 2)*y) | SAMPLED", // it has no value at x = 2
                "1 + (x - x)*sqrt(y) | SAMPLED",
                "side(x, y)/side(y, x)*(1 + x*1e-18) | SAMPLED"
            })
    void anEquationOfQuotientsOfPolynomialsIsProvedByExactArithmetic(String quantity, Certainty certainty) {
        Verdict verdict = Verifier.published(Yaml.problem("""
                title: A ratio
                statement: What is it?
                any: {x: 1..9, y: 2..7}
                quantities: {u: 1}
                answer:
                  kind: mcq
                  options:
                    A: {text: it is one, claim: u == 1}
                    B: {text: it is two, claim: u == 2}
                routes:
                  one:
                    let: |
                      side(a, b) = a*b/(a + b)
                    value:
                      u: %s
                """.formatted(quantity)), List.of());
        assertThat(first(verdict)).isEqualTo(certainty);
    }

    @ParameterizedTest(name = "{0} as {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "set | set(sqrt(a), -sqrt(a), b) | PROVED",
                "set | set(sqrt(a), a^(1/2)) | ESTIMATED",
                "set | set(sqrt(a), sqrt(a)*(1 + 1e-12)) | ESTIMATED",
                "set | set(a, b) | EXACT",
                "interval | sqrt(b)..sqrt(a) | PROVED",
                "interval | (exp(20) - sqrt(exp(40)) - 1e-9)..exp(a) | ESTIMATED"
            })
    void eachNumberOfASetAndEachEndOfAnIntervalIsEnclosed(String kind, String formula, Certainty certainty) {
        Verdict verdict = Verifier.published(Yaml.problem("""
                title: Several numbers
                statement: Which are they?
                given: {a: 2, b: 0.3}
                answer: {kind: %s, tolerance: 1%%}
                routes:
                  one:
                    value: %s
                """.formatted(kind, formula)), List.of());
        assertThat(first(verdict)).isEqualTo(certainty);
    }

    @Test
    void theVerdictIsAsSureAsTheLeastSureOfItsRoutes() {
        Verdict verdict = number("", "sqrt(a*b)", "root(x^2 - a*b for x in 0..2)");
        assertThat(verdict.judgement().reason()).isEqualTo("2 independent routes share 16 digits, proved");
        assertThat(verdict.certainty()).isEqualTo(Certainty.PROVED);
        Verdict estimated = number("", "sqrt(a*b)", "sqrt(entry(expm([log(a*b), 0; 0, 1]), 1, 1))");
        assertThat(estimated.judgement().reason()).endsWith("digits, estimated");
    }

    @Test
    void aProblemMayRequireMoreThanItsRoutesGive() {
        String routes = "sqrt(entry(expm([log(a*b), 0; 0, 1]), 1, 1))";
        assertThat(number("require: estimated", "sqrt(a*b)", routes).judgement().passes())
                .isTrue();
        Verdict proved = number("require: proved", "sqrt(a*b)", routes);
        assertThat(proved.judgement().status()).isEqualTo("unverified");
        assertThat(proved.judgement().reason()).endsWith("digits, estimated; the problem requires proved");
        Verdict exact = Verifier.demanding(number("", "sqrt(a*b)", routes), Certainty.EXACT);
        assertThat(exact.judgement().reason()).endsWith("; at least asked for is exact");
        assertThat(Verifier.demanding(exact, Certainty.SAMPLED).judgement()).isSameAs(exact.judgement());
    }

    private static Evidence claims(String domain, String claim) {
        Verdict verdict = Verifier.published(Yaml.problem("""
                title: A claim
                statement: What holds?
                any: {x: "%s"}
                quantities: {y: 1}
                answer:
                  kind: mcq
                  options:
                    A: {text: it holds, claim: "%s"}
                    B: {text: it does not, claim: "y < -10"}
                routes:
                  one:
                    value: {y: x*x}
                """.formatted(domain, claim)), List.of());
        Evidence evidence = verdict.findings().get(0).evidence();
        assertThat(evidence).as(verdict.judgement().reason()).isNotNull();
        return Objects.requireNonNull(evidence);
    }

    @Test
    void aClaimThatHoldsOnTheWholeDomainIsProvedThere() {
        Evidence.Truths truths = (Evidence.Truths) claims("-3..3", "y >= 0 and y - 2*x + 1.001 > 0");
        assertThat(truths.byOption().get("A")).hasToString("survived 100 samples");
        assertThat(truths.certainty()).isEqualTo(Certainty.PROVED);
        Evidence.Truths exhausted = (Evidence.Truths) claims("-3:3", "y >= 0");
        assertThat(exhausted.certainty()).isEqualTo(Certainty.EXACT);
        Evidence.Truths sampled = (Evidence.Truths) claims("0.1..3", "entry(expm([y, 0; 0, 1]), 1, 1) > 0");
        assertThat(sampled.certainty()).isEqualTo(Certainty.SAMPLED);
        assertThat(sampled.howSure()).isEqualTo("sampled (100 draws)");
    }

    @Test
    void coincidencesAreDrawn() {
        String problem = """
                title: Two amounts
                statement: Which is larger?
                any: {u: 0..1, v: 0..1}
                quantities: {a: 1, b: 1}
                answer:
                  kind: mcq
                  options:
                    A: {text: they differ, claim: "a != b"}
                    B: {text: neither is zero, claim: "a > 0 and b > 0"}
                    C: {text: neither is one, claim: "a < 1 and b < 1"}
                routes:
                  one:
                    value: {a: u, b: v}
                """;
        Verdict verdict = Verifier.published(Yaml.problem(problem), List.of());
        Evidence.Truths truths = (Evidence.Truths)
                Objects.requireNonNull(verdict.findings().get(0).evidence());
        truths.byOption()
                .forEach((option, finding) ->
                        assertThat(finding.holds()).as(option).isFalse());
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{x: 0..a} | x^2 == a | PROVED",
                "{x: 0..ABOUT} | x^2 == a | ESTIMATED",
                "{x: ABOUT..3} | x == a | ESTIMATED",
                "{x: 0..a, y: 0..3} | [x^2 == a, y == x] | PROVED",
                "{x: 0..ABOUT, y: 0..3} | [x^2 == a, y == x] | ESTIMATED",
            })
    void whatIsLookedForBetweenEstimatesIsEstimated(String find, String equation, Certainty certainty) {
        assertThat(first(Verifier.published(
                        Yaml.problem("""
                title: An equation
                statement: What is it?
                given: {a: 2}
                answer: {kind: number, find: %s}
                routes:
                  equation: {equation: %s}
                """.formatted(find.replace("ABOUT", "differences(a*t for t at 1)"), equation)),
                        List.of())))
                .isEqualTo(certainty);
    }
}
