package org.ansatz.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ansatz.expression.check.Steps;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.value.Accumulation;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.quantity.Rational;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is written, the answer is a value or a fault, and comes soon: on a thread with an ordinary stack. */
class LimitsTest {

    /** Far more than any of this takes, on any machine; without limits it takes minutes. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static String times(String text, int times) {
        return text.repeat(times);
    }

    static Stream<Arguments> beyond() {
        return Stream.of(
                Arguments.of("100,000 characters", "1" + times("+1", 50_000), "100001 characters; at most 10000"),
                Arguments.of("too many tokens", "1" + times("+1", 1_500), "3002 tokens; at most 2000"),
                Arguments.of("brackets", times("(", 500) + 1 + times(")", 500), "nested deeper than 100 terms"),
                Arguments.of("signs", times("-", 500) + 1, "nested deeper than 100 terms"),
                Arguments.of("powers", "2" + times("^2", 500), "nested deeper than 100 terms"),
                Arguments.of("rows", times("[", 500) + 1 + times("]", 500), "nested deeper than 100 terms"),
                Arguments.of("calls", times("sin(", 400) + 1 + times(")", 400), "nested deeper than 100 terms"),
                Arguments.of("complements", times("not ", 400) + "true", "nested deeper than 100 terms"),
                Arguments.of("primes", "true" + times("'", 1_900), "nested deeper than 1200 terms"),
                Arguments.of("tower of powers", "2^(2^(2^20))", "exact number of more than 65536 bits"),
                Arguments.of("huge power", "3^(10^30)", "exact number of more than 65536 bits"),
                Arguments.of("huge product", "(10^9000)*(10^9000)*(10^9000)", "more than 65536 bits"),
                Arguments.of("huge factorial", "factorial(10^9)", "more than 65536 bits"),
                Arguments.of("huge binomial", "binomial(10^9, 5*10^8)", "more than 65536 bits"),
                Arguments.of("huge literal", "1e5001", "a number beyond 1e±5000"),
                Arguments.of("empty inner loop", "sum(1 for k in 1:10^12, m in 1:0)", "more than 20000000 steps"),
                Arguments.of(
                        "nested maxima",
                        "max(max(max(max(x*y*z*w for x in 0..1) for y in 0..1) for z in 0..1) for w in 0..1)",
                        "more than 20000000 steps"),
                Arguments.of("wide words", "count(true for a in bits(4096))", "more than 20000000 steps"),
                Arguments.of("wider words", "count(true for a in bits(10^9))", "words of 1000000000 bits"),
                Arguments.of("range beyond doubles", "sum(1 for k in 1:10^30)", "a range of integers ends at 1.0E30"),
                Arguments.of(
                        "nested derivatives",
                        "derivative(" + nested("derivative(", "t", "*sin(t) for t at t)", 30) + " for t at 1)",
                        "more than 8 derivatives nested in each other"),
                Arguments.of(
                        "outer product",
                        "[" + times("1;", 400) + "1]*[" + times("1,", 400) + "1]",
                        "a matrix of 401 × 401 entries; at most 65536 are kept"),
                Arguments.of(
                        "repetition",
                        "[" + times("1;", 400) + "1] .+ [" + times("1,", 400) + "1]",
                        "a matrix of 401 × 401 entries; at most 65536 are kept"));
    }

    private static String nested(String open, String inside, String close, int depth) {
        return times(open, depth) + inside + times(close, depth);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beyond")
    void beyondALimitStandsAClearFault(String name, String formula, String message) {
        ExpressionFault fault =
                Assertions.assertTimeoutPreemptively(SOON, () -> Sheet.of().fault(formula), name);
        assertThat(fault.message()).contains(message);
    }

    @Test
    void justInsideEveryLimitStandsAValue() {
        assertThat(Sheet.of().number(times("(", 99) + 1 + times(")", 99))).isEqualTo(1);
        assertThat(Sheet.of().number("1" + times("+1", 999))).isEqualTo(1_000);
        assertThat(Sheet.of().number("1" + times("-1", 999))).isEqualTo(-998);
        assertThat(Sheet.of().holds("2^32768*2^32767 == 2^65535")).isTrue();
        assertThat(Sheet.of().number(times("9", 300))).isEqualTo(1e300);
        assertThat(Sheet.of().holds(times("9", 9_990) + " > 1")).isTrue();
    }

    @Test
    void aLongChainOfStepsIsRefusedWhereItGrowsTooDeep() {
        List<String> steps = new ArrayList<>(List.of("a0 = 1"));
        for (int i = 1; i < 100; i++) {
            steps.add("a" + i + " = a" + (i - 1) + times("+1", 900));
        }
        Assertions.assertTimeoutPreemptively(SOON, () -> assertRefused(steps, "nested deeper than 1200 terms"));
    }

    @Test
    void aChainOfFunctionsIsRefusedWhereItGrowsTooDeepOrTooLong() {
        List<String> deep = new ArrayList<>(List.of("f0(x) = x"));
        List<String> doubling = new ArrayList<>(List.of("f0(x) = x"));
        List<String> plain = new ArrayList<>(List.of("f0(x) = x"));
        for (int i = 1; i < 60; i++) {
            deep.add("f" + i + "(x) = f" + (i - 1) + "(x)" + times("+1", 900));
            doubling.add("f" + i + "(x) = f" + (i - 1) + "(f" + (i - 1) + "(x))");
            plain.add("f" + i + "(x) = f" + (i - 1) + "(x)");
        }
        Assertions.assertTimeoutPreemptively(SOON, () -> {
            assertRefused(deep, "nested deeper than 1200 terms");
            String inlining = "steps call steps more than 40 deep or 2000 times in all";
            assertThat(Sheet.of(doubling.toArray(new String[0])).fault("f30(1)").message())
                    .isEqualTo(inlining);
            assertThat(Sheet.of(plain.toArray(new String[0])).fault("f59(1)").message())
                    .isEqualTo(inlining);
            assertThat(Sheet.of(plain.toArray(new String[0])).number("f39(7)")).isEqualTo(7);
        });
    }

    /**
     * The deepest trees that are let through are those of steps over binders. Of the 2 MB that the launcher gives they need 1 to
     * 1.5 while the code is not yet compiled, and a third of that afterwards; so the megabyte that a thread of Java has by itself
     * carries them only once it is.
     */
    @Test
    void theDeepestChainThatIsLetThroughFitsTheStack() throws InterruptedException {
        List<String> steps = new ArrayList<>(List.of("a0 = 1"));
        int i = 0;
        try {
            Sheet sheet = Sheet.of(steps.toArray(new String[0]));
            for (i = 1; i < 2_000; i++) {
                Steps.declare("a" + i + " = sum(a" + (i - 1) + "*k for k in 1:1)", sheet.scope());
            }
            throw new AssertionError("no step was refused");
        } catch (ExpressionFault fault) {
            assertThat(fault.message()).contains("nested deeper than 1200 terms");
        }
        Sheet sheet = Sheet.of("a0 = 1");
        for (int k = 1; k < i; k++) {
            Steps.declare("a" + k + " = sum(a" + (k - 1) + "*k for k in 1:1)", sheet.scope());
        }
        String last = "a" + (i - 1);
        double[] value = new double[1];
        Thread small = new Thread(null, () -> value[0] = sheet.number(last), "small stack", 3 << 19);
        small.start();
        small.join();
        assertThat(value[0]).isEqualTo(1);
    }

    private static void assertRefused(List<String> steps, String message) {
        try {
            Sheet.of(steps.toArray(new String[0]));
            throw new AssertionError("no step was refused");
        } catch (ExpressionFault fault) {
            assertThat(fault.message()).contains(message);
        }
    }

    @Test
    void aLongUnitIsNoUnit() {
        Assertions.assertTimeoutPreemptively(SOON, () -> {
            for (String unit : List.of("Qm^12*", "m ", "km/", "eV^-12*")) {
                String text = "5 " + times(unit, 399) + "m";
                try {
                    assertThat(Sheet.literal(text)).isNotNull();
                } catch (ExpressionFault fault) {
                    assertThat(fault.message()).isNotBlank();
                }
            }
        });
    }

    @Test
    void aLongSumOrProductOfExactNumbersIsFast() {
        Assertions.assertTimeoutPreemptively(SOON, () -> {
            double harmonic = Sheet.of().number("sum(1/k for k in 1:10000)");
            assertThat(harmonic).isEqualTo(9.787606036044382); // Euler: ln n + γ + 1/2n − 1/12n²
            assertThat(Sheet.of().number("prod(1 + 1/(k^7 + 1) for k in 1:2500)"))
                    .isEqualTo(1.5124390496203615);
            assertThat(Sheet.of().holds("sum(1/(k*(k + 1)) for k in 1:5000) == 5000/5001"))
                    .isTrue();
        });
    }

    @Test
    void theStatedLimitsAreThoseOfTheCode() {
        assertThat(Parser.MAX_LENGTH).isEqualTo(10_000);
        assertThat(Parser.MAX_TOKENS).isEqualTo(2_000);
        assertThat(Parser.MAX_DEPTH).isEqualTo(100);
        assertThat(Rational.MAX_BITS).isEqualTo(65_536);
        assertThat(Accumulation.MAX_BITS).isEqualTo(2048);
        assertThat(Arithmetic.real(Sheet.valueOf("2^1023"))).isEqualTo(0x1p1023);
    }

    @Test
    void largeValuesCostAsManyStepsAsTheyHaveEntriesOrBits() {
        String row = "[1" + ", 1".repeat(29) + "]";
        Sheet matrix = Sheet.of("A = " + row + "'*" + row);
        String products = "count(entry(A*(k*A), 1, 1) > k for k in 1:1000)";
        assertThat(matrix.fault(products).message()).contains("more than 20000000 steps");
        String longNumbers = "count(2^65000 > k for k in 1:100000)";
        assertThat(Sheet.of().fault(longNumbers).message()).contains("more than 20000000 steps");
    }
}
