package org.ansatz.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of answer with keys that are right, wrong, or right only by its tolerance. */
final class AnswerKindsTest {

    @TempDir
    private Path folder;

    /** The status of the problem whose key is {@code key}, and the reason. */
    private String status(String problem, String key) throws IOException {
        Path problems = Files.createDirectories(folder.resolve("problems"));
        Files.writeString(problems.resolve("p.yaml"), problem);
        Path answers = Files.writeString(folder.resolve("answers.yaml"), "claim: test\nanswers:\n  p: " + key + "\n");
        Bank bank = Yaml.bank(problems, answers);
        assertThat(Yaml.faults(bank)).isEmpty();
        Problem read = bank.problems().get("p");
        assertThat(read).isNotNull();
        Verdict verdict = Verifier.published(read, bank.keysOf(read));
        return verdict.judgement().status() + ": " + verdict.judgement().reason();
    }

    private static Verdict verdict(String problem) {
        return Verifier.published(Yaml.problem(problem), List.of());
    }

    private static final String DIVIDER = """
            title: A divider
            statement: What is the voltage across {R2}?
            given: {V: 10 V, R1: 1 kohm, R2: 2 kohm}
            answer:
              kind: nat
              unit: V
            routes:
              divider: V*R2/(R1 + R2)
              node: root((V - u)/R1 - u/R2 for u in 0 V..V)
            """;

    @ParameterizedTest
    @CsvSource({
        "6.67 V, agreed",
        "6.67, agreed",
        "6667 mV, agreed",
        "6.7, agreed",
        "7 V, agreed",
        "6.66, disputed",
        "6.670, disputed",
        "6.6..6.7, agreed",
        "6.66 to 6.67, agreed",
        "6.67 to 6.7, disputed",
        "20/3 V, agreed",
        "marks to all, agreed",
        "6.6666666667, agreed",
        "6.6666666687, disputed",
        "+6.67, agreed",
        "6.67e0, agreed",
        "667E-2 V, agreed",
        "667e-2, agreed",
        "0.00667e3 V, agreed",
        "6.68e0, disputed",
        "66.7e0, disputed",
        "−6.67, disputed"
    })
    void aNumberAgreesToThePrintedDigitsOrWithinARange(String key, String status) throws IOException {
        assertThat(status(DIVIDER, key)).startsWith(status);
    }

    @ParameterizedTest
    @CsvSource({
        "tolerance: 1 %, 6.72, agreed",
        "tolerance: 1 %, 6.74, disputed",
        "tolerance: 0.1 V, 6.76, agreed",
        "tolerance: 0.1 V, 6.77, disputed",
        "tolerance: 2 digits, 6.7, agreed",
        "tolerance: 2 digits, 6.72, disputed",
        "tolerance: 0.02, 6.79, agreed",
        "tolerance: 0.02, 6.81, disputed"
    })
    void aToleranceIsRelativeAbsoluteOrInSignificantDigits(String tolerance, String key, String status)
            throws IOException {
        assertThat(status(DIVIDER.replace("unit: V\n", "unit: V\n  " + tolerance + "\n"), key))
                .startsWith(status);
    }

    @Test
    void theEndPointsOfARangeCountInDecimal() throws IOException {
        String tenth = DIVIDER.replace("R2: 2 kohm", "R2: 9 kohm").replace("10 V", "1 V");
        assertThat(status(tenth, "0.8 to 0.9")).startsWith("agreed");
        assertThat(status(tenth, "0.9 to 1.0")).startsWith("agreed");
        assertThat(status(tenth, "0.9000001 to 1.0")).startsWith("disputed");
    }

    private static final String PRIMES = """
            title: Primes
            statement: Which of these are primes?
            answer:
              kind: msq
              find: it
              options: {A: 2, B: 9, C: 13, D: 15}
            routes:
              divisors:
                test: count(mod(it, d) == 0 for d in 2:it) == 1
              wilson:
                test: mod(prod(k for k in 1:it - 1) + 1, it) == 0
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"A, C; agreed", "[C, A]; agreed", "A; disputed", "A, B, C; disputed", "A, C or A; agreed"})
    void severalAnswersAreRightOnlyAsTheExactSet(String key, String status) throws IOException {
        // Both tests enumerate, so that they are one route; the key is audited all the same once a second one is there.
        String two = PRIMES.replace(
                "  wilson:\n    test: mod(prod(k for k in 1:it - 1) + 1, it) == 0\n",
                "  table:\n    test: it == 2 or it == 13\n");
        assertThat(status(two, key)).startsWith(status);
    }

    @Test
    void twoWaysOfCountingAreOneRoute() {
        assertThat(verdict(PRIMES).judgement().status()).isEqualTo("unverified");
        assertThat(verdict(PRIMES).judgement().reason()).contains("agreed (one law)");
    }

    private static final String IMPEDANCE = """
            title: A series circuit
            statement: What is the impedance of {R} in series with {L} at {f}?
            given: {R: 3 ohm, L: 2 mH, f: 1 kHz}
            answer:
              kind: complex
              unit: ohm
              tolerance: 0.1 %
            routes:
              sum: R + 2j*pi*f*L
              ratio:
                line:
                  source: 1 ohm
                  sections:
                    - series: R + 2j*pi*f*L
                  load: 0 ohm
                value: zin(f)
            """;

    @ParameterizedTest
    @CsvSource({
        "3+12.57j ohm, agreed",
        "3 + 12.57i, agreed",
        "(3 + 4*pi*j) ohm, agreed",
        "12.92∠(76.57 deg) ohm, agreed",
        "3-12.57j ohm, disputed",
        "3 ohm, disputed"
    })
    void aComplexNumberIsComparedAsOne(String key, String status) throws IOException {
        assertThat(status(IMPEDANCE, key)).startsWith(status);
    }

    /** An angle is as exact as its digits say, at the magnitude that the unit and the exponent give. */
    @ParameterizedTest
    @CsvSource({
        "12.92∠76.6° ohm, agreed",
        "12.92 ohm∠76.6°, agreed",
        "12920∠76.6° mohm, agreed",
        "0.01292∠76.6° kohm, agreed",
        "1.292e1∠76.6°, agreed",
        "1292e-2∠76.57°, agreed",
        "(3.00 + 12.57j) ohm, agreed",
        "13920∠76.6° mohm, disputed",
        "13920 mohm∠76.6°, disputed",
        "0.01392∠76.6° kohm, disputed",
        "1392e-2∠76.6°, disputed",
        "12.92∠76.8° ohm, disputed",
        "(3.10 + 12.57j) ohm, disputed"
    })
    void aMagnitudeWithAnAngleHoldsToItsDigits(String key, String status) throws IOException {
        assertThat(status(IMPEDANCE.replace("  tolerance: 0.1 %\n", ""), key)).startsWith(status);
    }

    private static final String DOUBLE = """
            title: A double root
            statement: Solve $(x - a)^2 = 0$.
            given: {a: 2}
            answer: {kind: set}
            routes:
              factors: "{a, a}"
              search: "{root(x - a for x in 0..5)}"
            """;

    /** A set has a number once, however often it is written. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | agreed",
                "2, 2 | agreed",
                "2.0, 2 | agreed",
                "2, 3 | disputed",
                "2, 2, 3 | disputed",
                "3 | disputed"
            })
    void aSetHasADoubleRootOnce(String key, String status) throws IOException {
        assertThat(status(DOUBLE, key)).startsWith(status);
    }

    private static final String DERIVATIVE = """
            title: A derivative
            statement: Differentiate $x^2 sin(x)$.
            let: |
              f(x) = x^2*sin(x)
            answer:
              kind: formula
              of: {x: -3..3}
            routes:
              rule: 2*x*sin(x) + x^2*cos(x)
              dual: derivative(f(s) for s at x)
            """;

    @ParameterizedTest
    @CsvSource({
        "x*(2*sin(x) + x*cos(x)), agreed",
        "2*x*sin(x) + x^2*cos(x)*(1 + 1e-9), agreed",
        "2*x*sin(x) + x^2*cos(x) + 1e-9, disputed",
        "2*x*sin(x) + x^2*cos(x) + (x - 2.999)*(1 + sign(x - 2.999)), disputed",
        "2*x*sin(x) + x^2*cos(x) + 1e-3, disputed",
        "2*x*cos(x), disputed",
        "abs(x)*(2*sin(x) + x*cos(x)), disputed"
    })
    void aFormulaIsComparedAtSeededPointsOfItsDomain(String key, String status) throws IOException {
        assertThat(status(DERIVATIVE, key)).startsWith(status);
    }

    private static final String MATRIX = """
            title: A gradient
            statement: Differentiate the sum of squares of $W X$ with respect to $W$.
            any: {n: 2:4, m: 1:3, k: 1:3, X: "real[n, m]", W: "real[k, n]"}
            answer:
              kind: formula
              of: [W, X]
            routes:
              product rule: 2*W*X*X'
              expanded: (W*X*X' .+ W*(X*X'))
            """;

    @Test
    void aMatrixFormulaIsComparedAtRandomShapes() throws IOException {
        assertThat(status(MATRIX, "(W + W)*X*X'")).startsWith("unverified");
        assertThat(status(
                        MATRIX.replace("(W*X*X' .+ W*(X*X'))", "entry(solve([1/2, 0; 1, 1], [1; 1]), 1, 1)*W*X*X'"),
                        "(W + W)*X*X'"))
                .startsWith("agreed");
        assertThat(status(
                        MATRIX.replace("(W*X*X' .+ W*(X*X'))", "entry(solve([1/2, 0; 1, 1], [1; 1]), 1, 1)*W*X*X'"),
                        "W*X*X'"))
                .startsWith("disputed");
    }

    @Test
    void aMatrixFormulaOfAnotherShapeIsInconsistent() {
        String transposed = MATRIX.replace("(W*X*X' .+ W*(X*X'))", "2*X*X'*W'");
        assertThat(verdict(transposed).judgement().status()).isEqualTo("inconsistent");
        assertThat(verdict(transposed).judgement().reason()).contains("×");
    }

    private static final String WAVEFORM = """
            title: A voltage on a capacitor
            statement: Which waveform has it?
            given: {V: 2 V, tau: 1 ms}
            answer:
              kind: waveform
              unit: V
              of: {t: 0 s..5 ms}
            routes:
              exponential: V*(1 - exp(-t/tau))
              integration:
                ode: tau*u' + u == V
                from: u(0 s) == 0 V
                value: u
            """;

    @ParameterizedTest
    @CsvSource({
        "V*(1 - exp(-t/tau)), agreed",
        "V - V/exp(t/(1 ms)), agreed",
        "V*exp(-t/tau), disputed",
        "V*(1 - exp(-t/(1.001*tau))), disputed"
    })
    void aWaveformIsComparedOverItsInterval(String key, String status) throws IOException {
        assertThat(status(WAVEFORM, key)).startsWith(status);
    }

    @Test
    void alternativesOfAKeyAreEachAccepted() throws IOException {
        String choice =
                PRIMES.replace("msq", "mcq").replace("{A: 2, B: 9, C: 13, D: 15}", "{A: 13, B: 9}") + "  small: 13\n";
        assertThat(status(choice, "B or A")).startsWith("agreed");
        assertThat(status(choice, "B")).startsWith("disputed");
    }

    @Test
    void theMarginToTheRunnerUpDecidesAmongResiduals() {
        String close = """
                title: Close options
                statement: Which is the root of two?
                answer:
                  kind: mcq
                  find: x
                  options: {A: 1.40, B: 1.425}
                routes:
                  square: {least: abs(x^2 - 2)}
                """;
        assertThat(verdict(close).judgement().reason()).contains("B, is ahead of the next, A, by a factor of only 1.3");
        assertThat(verdict(close.replace("1.40", "1.3")).judgement().status()).isEqualTo("unverified");
    }

    @Test
    void theNearestOptionCountsOnlyWhereThatIsDeclared() {
        String choice = """
                title: The golden ratio
                statement: About how large is it?
                answer:
                  kind: mcq
                  options: {A: 1.5, B: 1.6, C: 1.7}
                routes:
                  formula: (1 + sqrt(5))/2
                  root: root(x^2 - x - 1 for x in 1..2)
                """;
        assertThat(verdict(choice).judgement().status()).isEqualTo("unkeyed");
        String further = choice.replace("B: 1.6,", "B: 1.58,");
        assertThat(verdict(further).judgement().reason()).contains("no option fits 1.61803; the nearest, B, is off by");
        assertThat(verdict(further.replace("kind: mcq", "kind: mcq\n  match: nearest"))
                        .judgement()
                        .status())
                .isEqualTo("unkeyed");
    }

    @Test
    void aValueMustNotDependOnArbitrarySymbols() {
        String problem = """
                title: Conjugates
                statement: What is $z z^* / |z|^2$?
                any: {a: 0.1..10, b: -10..10}
                where: a + b > 0
                answer: {kind: number}
                routes:
                  product: real((a + b*j)*conj(a + b*j))/abs(a + b*j)^2
                  quadrature: integrate(1 for s in 0..1)
                """;
        assertThat(verdict(problem).judgement().status()).isEqualTo("unkeyed");
        String dependent = problem.replace("/abs(a + b*j)^2", "");
        assertThat(verdict(dependent).judgement().reason()).contains("the value depends on the arbitrary symbols");
    }

    @Test
    void anUnknownIsFoundBeforeTheRouteIsAsked() {
        String problem = """
                title: Power at match
                statement: What power does a {V} source of {R} deliver at most?
                given: {V: 2 V, R: 50 ohm}
                answer: {kind: number, unit: mW}
                routes:
                  matched: V^2/(4*R)
                  stationary:
                    let: |
                      P(x) = V^2*x/(R + x)^2
                    unknown: {RL: 1 ohm..1 kohm}
                    equation: P'(RL) == 0 W/ohm
                    value: P(RL)
                """;
        assertThat(verdict(problem).judgement().status()).isEqualTo("unkeyed");
        assertThat(verdict(problem).judgement().reason()).contains("2 independent routes");
    }

    @Test
    void anEquationIsSolvedForTheNumberAsked() {
        String problem = """
                title: A cubic
                statement: For which positive $x$ is $x^3 = 2$?
                answer:
                  kind: number
                  find: {x: 1..2}
                routes:
                  power: 2^(1/3)
                  equation:
                    equation: x^3 == 2
                """;
        assertThat(verdict(problem).judgement().reason()).contains("2 independent routes share");
    }

    @Test
    void equationsAgainstZeroChooseTheSolution() {
        Verdict verdict = verdict("""
                title: A second-order equation
                statement: What solves $y'' + 3 y' + 2 y = 0$ with $y(0) = 1$ and $y'(0) = 0$?
                answer:
                  kind: mcq
                  find: y
                  of: {t: 0..5}
                  options:
                    A: 2*exp(-t) - exp(-2*t)
                    B: exp(-t) - 2*exp(-2*t)
                    C: exp(-t) + exp(-2*t)
                    D: 2*exp(-2*t) - exp(-t)
                routes:
                  substitution:
                    equation:
                      - y''(t) + 3*y'(t) + 2*y(t) == 0
                      - y(0) == 1
                      - y'(0) == 0
                  integration:
                    ode: y'' + 3*y' + 2*y == 0
                    from: |
                      y(0) == 1
                      y'(0) == 0
                """);
        assertThat(verdict.judgement().status()).isEqualTo("unkeyed");
        assertThat(verdict.findings().get(0).conclusion().describe()).startsWith("A");
    }

    @ParameterizedTest
    @CsvSource({"1.1, A", "2.3, B", "1.1001, no option", "3.7, no option"})
    void eachCandidateIsMeasuredAgainstAnEquationWithZero(String root, String chosen) {
        Verdict verdict = verdict("""
                title: Roots
                statement: Which are roots?
                given: {r: ROOT}
                answer: {kind: msq, find: x, options: {A: 1.1, B: 2.3, C: 5e9}}
                routes:
                  product: {equation: x^2 - 2*r*x + r^2 == 0}
                """.replace("ROOT", root));
        assertThat(verdict.findings().get(0).conclusion().describe()).startsWith(chosen);
    }

    private static String counting(String sum, String counted) {
        return """
                title: Counting
                statement: How many?
                answer: {kind: number}
                routes:
                  sum: %s
                  counted: %s
                """.formatted(sum, counted);
    }

    @ParameterizedTest
    @CsvSource({
        "10^7, sum(10^6 for k in 1:10), unkeyed",
        "10^7, sum(10^6 for k in 1:10) + 1, inconsistent",
        "2^127, sum(2^126 - 2^62 for k in 1:2), inconsistent"
    })
    void wholeNumbersAgreeOnlyIfTheyAreEqual(String sum, String counted, String status) {
        assertThat(verdict(counting(sum, counted)).judgement().status()).isEqualTo(status);
    }

    @Test
    void aRealNumberIsNoComplexOne() {
        String complex = counting("1 + 1j", "sum(1 + 1j for k in 1:1)");
        assertThat(verdict(complex).judgement().reason()).contains("a real number is asked for, and this is 1 + 1j");
    }

    @Test
    void everyOneOfSeveralFormulaKeysIsAudited() throws IOException {
        Path problems = Files.createDirectories(folder.resolve("problems"));
        Files.writeString(problems.resolve("p.yaml"), DERIVATIVE);
        Path answers = Files.createDirectories(folder.resolve("answers"));
        String right = "x*(2*sin(x) + x*cos(x))";
        Files.writeString(answers.resolve("a.yaml"), "claim: first\nanswers:\n  p: " + right + "\n");
        Files.writeString(answers.resolve("b.yaml"), "claim: second\nanswers:\n  p: " + right + " + 5\n");
        Bank bank = Yaml.bank(problems, answers);
        Problem problem = bank.problems().values().iterator().next();
        Verdict verdict = Verifier.published(problem, bank.keysOf(problem));
        assertThat(verdict.judgement().status()).isEqualTo("disputed");
        assertThat(verdict.judgement().reason()).contains("the key (second)");
        assertThat(verdict.data().options())
                .as("a key is not shown as an option")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400 mV, agreed", "600 mV, disputed"})
    void anAbsoluteToleranceHoldsForFormulasToo(String off, String status) throws IOException {
        String tolerant = WAVEFORM.replace("unit: V\n", "unit: V\n  tolerance: 0.5 V\n");
        assertThat(status(tolerant, "V*(1 - exp(-t/tau)) + " + off)).startsWith(status);
    }

    @Test
    void aGivenIsDataAndHidesNoComputation() {
        String hidden = DIVIDER.replace("{V: 10 V,", "{V: \"root(x - 10 V for x in 1 V..20 V)\",");
        assertThat(Yaml.faults(Yaml.read(hidden)))
                .anyMatch(fault -> fault.contains("a given is data, and this rests on root"));
    }

    @Test
    void aSharedConstantMakesTwoRoutesOne() {
        String shared = counting("ans", "root(u - ans for u in 0..100)").replace("answer:", "let: ans = 42\nanswer:");
        assertThat(verdict(shared).judgement().status()).isEqualTo("unverified");
    }

    @Test
    void manyRoutesOfOneKindDoNotHideAnother() {
        StringBuilder routes = new StringBuilder();
        for (int i = 0; i < 15; i++) {
            routes.append("  r").append(i).append(": 3 + 4\n");
        }
        String many = counting("7", "count(true for k in 1:7)").replace("  sum: 7\n", routes);
        assertThat(verdict(many).judgement().reason()).contains("2 independent routes");
    }

    /** What is 0.4, 20 or 1 nF is not what is printed as zero, in whatever it stands. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "mcq, options: {A: 0 V, B: 1 V, C: 2 V}; a*(1 V); root(x - a*(1 V) for x in 0 V..1 V)",
                "mcq, options: {A: 0 < K < 20, B: K > 20, C: 1 < K < 20}; a..b; root(x - a for x in 0..9)..b",
                "mcq, options: {A: '|z| < 20', B: '|z| > 20'}; a..b; root(x - a for x in 0..9)..b",
                "mcq, options: {A: '{0, 20}', B: '{1, 20}'}; set(a, b); set(roots([1, -a - b, a*b]))",
                "mcq, find: {x: 1, y: 1}, options: {A: {x: 0, y: 20}, B: {x: 1, y: 20}}"
                        + ";{value: {x: a, y: b}};{value: {x: root(t - a for t in 0..3), y: root(t - b for t in 0..30)}}",
                "mcq, match: nearest, tolerance: 3 digits, options: {A: 0 F, B: 1 mF}"
                        + ";a*(1 nF);root(x - a*(1 nF) for x in 0 F..1 uF)"
            })
    void noValueIsAPrintedZero(String answer, String one, String other) {
        Verdict verdict = verdict(ZERO.formatted(answer, one, other));
        assertThat(verdict.judgement().status()).isEqualTo("ambiguous");
        assertThat(verdict.judgement().reason()).contains("no option fits");
    }

    @ParameterizedTest
    @CsvSource({
        "'number, unit: V', 0 V, disputed",
        "'number, unit: V', 0.0 V, disputed",
        "'number, unit: V', 0.40 V, agreed",
        "'number, unit: V', 0.4 V, agreed",
        "'number, unit: V, tolerance: 2 digits', 0 V, disputed",
        "'number, unit: V, tolerance: 2 digits', 0.4 V, agreed"
    })
    void nothingIsRoundedToAKeyOfZero(String answer, String key, String status) throws IOException {
        String problem = ZERO.formatted(answer, "a*(1 V)", "root(x - a*(1 V) for x in 0 V..1 V)");
        assertThat(status(problem, key)).startsWith(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "0+0j"})
    void whatIsZeroUpToRoundingIsAPrintedZero(String zero) {
        String problem = ZERO.formatted(
                "mcq, options: {A: " + zero + ", B: 1, C: 2}",
                "a*exp(j*pi/2) - a*j",
                "integrate(a*exp(j*x) for x in 0..2*pi)");
        assertThat(verdict(problem).judgement().reason()).contains("2 independent routes");
    }

    private static final String ZERO = """
            title: Nearly nothing
            statement: How large is {a}, beside {b}?
            given: {a: 0.4, b: 20}
            answer: {kind: %s}
            routes:
              one: %s
              other: %s
            """;
}
