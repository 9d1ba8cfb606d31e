package org.ansatz.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.bank.FrozenBank;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Case;
import org.ansatz.problem.Given;
import org.ansatz.problem.Problem;
import org.ansatz.report.Texts;
import org.ansatz.variant.Generator;
import org.ansatz.verify.Verifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What agrees with the routes of a problem, what does not, and which case is shown. */
final class TrialTest {

    private static final Problem IMPEDANCE = Yaml.problem("""
            title: A coil with its resistance
            statement: What is the impedance of {R} in series with {L} at {f}?
            given: {R: 3 ohm, L: 2 mH, f: 1 kHz}
            answer: {kind: complex, unit: ohm}
            routes:
              sum: R + 2j*pi*f*L
              ratio:
                line:
                  source: 1 ohm
                  sections:
                    - series: R + 2j*pi*f*L
                  load: 0 ohm
                value: zin(f)
            """);

    private static final Problem BOARDS = Yaml.problem("""
            title: Boards that fit
            statement: How many boards of {b} fit on {a}, and how much is left over?
            given: {a: 7 m, b: 2 m}
            answer: {kind: number, unit: m}
            routes:
              remainder: mod(a, b)
              counted: a - b*sum(if(n*b <= a, 1, 0) for n in 1:10)
            variants:
              draw:
                a: 4.5 m..20 m step 0.5 m
            """);

    private static final Problem NOTHING = Yaml.problem("""
            title: A balanced bridge
            statement: What is the voltage across the bridge?
            given: {V: 10 V, R: 1 kohm}
            answer: {kind: number, unit: mV}
            routes:
              dividers: V*R/(R + R) - V/2
              balance: root(u/R + (u + V/2)/R - V/(2*R) for u in -1 V..1 V)
            """);

    private static final Problem DECAY = Yaml.problem("""
            title: A capacitor that is discharged
            statement: What is the voltage of {C}, once at {V}, across {R}?
            given: {V: 5 V, R: 1 kohm, C: 1 uF}
            answer:
              kind: waveform
              unit: V
              of: {t: 0 s..5 ms}
            routes:
              formula: V*exp(-t/(R*C))
              equation:
                ode: R*C*u' + u == 0 V
                from: u(0 s) == V
                value: u(t)
            """);

    private static @Nullable Mismatch tried(Problem problem, int digits, Class<?> result, Object answer) {
        return new Trial(problem, digits).of(new Solution(List.of(), result, null, inputs -> answer), 25);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 12.566370614359172, 15, true",
        "3, 12.5664, 6, true",
        "3, 12.5661, 6, false",
        "3, 12.57, 4, true",
        "3, -12.566370614359172, 3, false",
        "12.566370614359172, 3, 1, false",
    })
    void aComplexNumberIsItsTwoParts(double re, double im, int digits, boolean agrees) {
        Mismatch mismatch = tried(IMPEDANCE, digits, double[].class, new double[] {re, im});
        assertThat(mismatch == null).as(String.valueOf(mismatch)).isEqualTo(agrees);
    }

    /** Of two routes, the one that is named first is known to three digits, the other exactly. */
    @ParameterizedTest
    @CsvSource({"5, 15, true", "5.00001, 6, false", "5.001, 3, true"})
    void aSolutionIsHeldAgainstTheRouteThatKnowsMost(double answer, int digits, boolean agrees) {
        Problem problem = cosineNearZero("a/2");
        assertThat(tried(problem, digits, double.class, answer) == null).isEqualTo(agrees);
    }

    @Test
    void whatNoRouteKnowsToSoManyDigitsCannotPass() {
        Problem problem = cosineNearZero("{value: a/2 + 1e-4, within: 0.1 %}");
        assertThat(tried(problem, 2, double.class, 5.0)).isNull();
        assertThatThrownBy(() -> tried(problem, 6, double.class, 5.0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "published data: the routes know .* to three digits, not to 6, so that there is nothing to"
                                + " compare with; ask for digits = 3");
    }

    private static Problem cosineNearZero(String second) {
        return Yaml.problem("""
                title: A cosine near zero
                statement: What is the limit of $a(1 - cos x)/x^2$ for small $x$?
                given: {a: 10}
                answer: {kind: number, tolerance: 1 %}
                routes:
                  close to it: root(y - a*(1 - cos(1e-6))/1e-12 for y in 0..100)
                  second: SECOND
                """.replace("SECOND", second));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 5e6, true",
        "2.000001, 5e6, true",
        "2.1, 5e6, false",
        "0, 5e6, false",
        "2, 5000003, true",
        "2, 5000030, false",
        "NaN, 5e6, false",
    })
    void eachNumberOfASetCountsByItsOwnSize(double low, double high, boolean agrees) {
        Problem problem = Yaml.problem("""
                title: Two tones
                statement: Which tones come of {f} and {g}?
                given: {f: 2 Hz, g: 5 MHz}
                answer: {kind: set, unit: Hz}
                routes:
                  by hand: "{f, g}"
                  searched: "{root(x/f - 1 for x in 0 Hz..9 Hz), root(x/g - 1 for x in 0 Hz..9 MHz)}"
                """);
        Mismatch mismatch = tried(problem, 6, double[].class, new double[] {high, low});
        assertThat(mismatch == null).as(String.valueOf(mismatch)).isEqualTo(agrees);
    }

    /** A solution that asks for more memory than there is does not end the run. */
    @Test
    void whateverASolutionThrowsIsAMismatch() {
        Solution solution = new Solution(List.of(), double.class, null, inputs -> new double[Integer.MAX_VALUE]);
        Mismatch mismatch = new Trial(NOTHING, 6).of(solution, 0);
        assertThat(mismatch).isNotNull();
        assertThat(mismatch.message()).contains("but it threw java.lang.OutOfMemoryError");
    }

    @Test
    void aNumberOfPartsThatDoesNotFitIsAMismatch() {
        Mismatch one = tried(IMPEDANCE, 3, double[].class, new double[] {3, 12, 1});
        assertThat(one).isNotNull();
        assertThat(one.message())
                .contains("expected (3 + 12.57j) ohm (2 independent routes")
                .contains("was [3 ohm, 12 ohm, 1 ohm]");
        assertThatThrownBy(() -> tried(IMPEDANCE, 3, double[].class, new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1e-10, true", "2e-9, false", "-1e-3, false", "NaN, false", "Infinity, false"})
    void zeroIsMetToAFractionOfItsUnit(double answer, boolean agrees) {
        assertThat(tried(NOTHING, 6, double.class, answer) == null).isEqualTo(agrees);
    }

    @Test
    void theCaseThatIsShownIsWrittenWithTheFewestDigits() {
        Input a = Input.of(BOARDS, "a", "", double.class);
        Input b = Input.of(BOARDS, "b", "", double.class);
        double limit = 10;
        Solution solution = new Solution(
                List.of(a, b),
                double.class,
                null,
                in -> (double) in[0] > limit ? -1.0 : (double) in[0] % (double) in[1]);
        Mismatch mismatch = new Trial(BOARDS, 9).of(solution, 25);
        assertThat(mismatch).isNotNull();
        List<Integer> digits = new ArrayList<>();
        for (long seed = 1; seed <= 25; seed++) {
            Case data = Generator.variant(BOARDS, seed);
            Given first = BOARDS.givens().get(0);
            String value = Texts.givenValue(first, data).replace(" m", "");
            if (Double.parseDouble(value) > limit) {
                digits.add(value.replace(".", "").replaceAll("0+$", "").length());
            }
        }
        assertThat(digits).hasSizeGreaterThan(5).contains(3);
        assertThat(mismatch.message()).startsWith("wrong in " + (digits.size() + 1) + " of 28 cases; ");
        String shown = mismatch.message().replaceFirst(".*a = ([0-9.]+) m.*", "$1");
        assertThat(shown.replace(".", "").replaceAll("0+$", ""))
                .hasSize(digits.stream().min(Integer::compare).orElseThrow());
    }

    @Test
    void aWaveformIsComparedAllOverItsDomain() {
        Input t = Input.of(DECAY, "t", "ms", double.class);
        assertThat(new Trial(DECAY, 9)
                        .of(new Solution(List.of(t), double.class, null, in -> 5 * Math.exp(-(double) in[0])), 0))
                .isNull();
        Mismatch late = new Trial(DECAY, 6)
                .of(
                        new Solution(
                                List.of(t),
                                double.class,
                                null,
                                in -> (double) in[0] > 4 ? 0.0 : 5 * Math.exp(-(double) in[0])),
                        0);
        assertThat(late).isNotNull();
        assertThat(late.message())
                .matches("(?s)published data: .* at t = 4\\.\\d+ ms: expected .* mV \\(2 .*, was 0 V");
    }

    @Test
    void aConstantIsNoWaveform() {
        Mismatch constant = tried(DECAY, 3, double.class, 5.0);
        assertThat(constant).isNotNull();
        assertThat(constant.was()).isEqualTo("5 V");
    }

    @Test
    void aRouteThatSolvesForANumberTriesNoFunctionOfASymbol() {
        Problem solved = Yaml.problem("""
                title: A root that does not depend on the scale
                statement: For which x is k x = 2 k?
                any: {k: 0.1..10}
                answer: {kind: number, find: {x: 1..3}}
                routes:
                  equation:
                    equation: k*x == 2*k
                  value: 2
                """);
        Solution ofGivens = new Solution(List.of(), double.class, null, in -> 2.0);
        assertThat(new Trial(solved, 9).of(ofGivens, 0)).isNull();
        Input k = Input.of(solved, "k", "", double.class);
        Solution ofSymbol = new Solution(List.of(k), double.class, null, in -> 2 * (double) in[0] / (double) in[0]);
        assertThatThrownBy(() -> new Trial(solved, 9).of(ofSymbol, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("route 'equation' solves for a number and tries no functions; take givens only");
    }

    @Test
    void wholeNumbersArriveAsWholeNumbers() {
        Problem words = FrozenBank.bank().problem("gate-2012-ec/q7");
        Input n = Input.of(words, "n", "", BigInteger.class);
        Solution solution = new Solution(List.of(n), int.class, null, in -> {
            int bits = ((BigInteger) in[0]).intValueExact();
            return (1 << 2 * bits - 1) - (1 << bits - 1);
        });
        assertThat(new Trial(words, 6).of(solution, 25)).isNull();
        Mismatch constant = tried(words, 6, double.class, 6.0);
        assertThat(constant).isNotNull();
        assertThat(constant.message())
                .isEqualTo(
                        "wrong in 23 of 27 cases; at the end of a range: n = 6: expected 2016 (3 independent routes agree"
                                + " exactly), was 6");
    }

    private static final Problem DIVIDER = Yaml.problem("""
            title: A voltage divider
            statement: What is the voltage across {R2}, which is in series with {R1} on a source of {E}?
            given: {E: 10 V, R1: 1 kohm, R2: 4 kohm}
            answer: {kind: number, unit: V}
            routes:
              divider: E*R2/(R1 + R2)
              node equation: root((E - u)/R1 - u/R2 for u in 0 V..E)
            variants:
              draw:
                E: 5 V..20 V step 1 V
                R1: 1 kohm..5 kohm step 1 kohm
                R2: 2 kohm..8 kohm step 0.1 kohm
            """);

    private static Solution wrongAtThreeKilohms() {
        List<Input> inputs = new ArrayList<>();
        Input.names(DIVIDER).forEach(name -> inputs.add(Input.of(DIVIDER, name, "", double.class)));
        return new Solution(inputs, double.class, null, in -> {
            double right = (double) in[0] * (double) in[2] / ((double) in[1] + (double) in[2]);
            return (double) in[1] == 3000 ? 2 * right : right;
        });
    }

    @Test
    void ofACaseOnlyWhatMattersIsOtherThanPublished() {
        Mismatch mismatch = new Trial(DIVIDER, 6).of(wrongAtThreeKilohms(), 25);
        assertThat(mismatch).isNotNull();
        assertThat(mismatch.message())
                .matches(
                        "wrong in \\d of 31 cases; variant \\d+, reduced to what matters: E = 10 V, R1 = 3 kohm, R2 = 4 kohm:"
                                + " expected 5\\.71429 V \\(.*, was 11\\.4286 V \\(twice the right value\\)");
    }

    @Test
    void aVariantThatIsNamedIsToldAsItIs() {
        long seed = 1;
        while (Verifier.variant(DIVIDER, seed).given("R1").si() != 3000) {
            seed++;
        }
        Mismatch mismatch = new Trial(DIVIDER, 6).ofSeeds(wrongAtThreeKilohms(), seed);
        assertThat(mismatch).isNotNull();
        assertThat(mismatch.message()).startsWith("variant " + seed + ": E = ");
    }

    @Test
    void whatIsTriedCanBeSeen() {
        assertThat(new Trial(DIVIDER, 6).distribution(25))
                .containsEntry("cases", "31")
                .containsEntry("R1", "1 kohm to 5 kohm, 5 values")
                .hasEntrySatisfying("E", told -> assertThat(told).startsWith("5 V to 20 V, "));
        assertThat(new Trial(DIVIDER, 6).distribution(0)).containsEntry("R2", "4 kohm to 4 kohm, 1 value");
    }

    @ParameterizedTest
    @CsvSource({"0", "16", "-1"})
    void digitsAreFromOneToFifteen(int digits) {
        assertThatThrownBy(() -> new Trial(DECAY, digits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("digits are from 1 to 15, not " + digits);
    }
}
