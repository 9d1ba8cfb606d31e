package org.ansatz.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.ansatz.bank.FrozenBank;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Methods of learners, right and wrong. */
@ProblemBank("src/test/resources/bank/problems")
final class MethodTestsTest {

    private static final double C0 = 299_792_458;

    static final class Right implements MethodTests {
        @Verify("gate-2012-ec/q28")
        double length(double f1, double f2) {
            return 9 * C0 / (4 * f1);
        }

        @Verify("gate-2012-ec/q28")
        @In("cm")
        double lengthNotOffered(@In("MHz") double f1) {
            return 100 * 3 * C0 / (4e6 * f1);
        }

        @Verify(value = "gate-2012-ec/q28", digits = 2)
        double lengthWithRoundedSpeedOfLight(double f1) {
            return 3 * 3e8 / (4 * f1);
        }

        @Verify("gate-2012-ec/q28")
        char letter() {
            return 'C';
        }

        @Verify("gate-2012-ec/q15")
        String letterOfAClaim() {
            return "D";
        }

        @Verify("gate-2012-ec/q12")
        double solutionOfTheEquation(double t, int k) {
            return k * t / 2;
        }

        @Verify(value = "gate-2012-ec/q13", variants = 5)
        double voltageAcrossTheDiode(double t, double f, double Vp) {
            return Vp * Math.cos(2 * Math.PI * f * t) - Vp;
        }

        @Verify("gate-2012-ec/q7")
        long words(int n) {
            return (1L << n - 1) * ((1L << n) - 1);
        }

        @Verify("gate-2012-ec/q7")
        BigInteger wordsExactly(BigInteger n) {
            BigInteger all = BigInteger.TWO.pow(n.intValue());
            return all.shiftRight(1).multiply(all.subtract(BigInteger.ONE));
        }

        @Verify("rf/image-rejection")
        @In("dB")
        double rejection(@In("dB") double gain, @In("deg") double phase) {
            double g = Math.pow(10, gain / 20);
            double cosine = Math.cos(Math.toRadians(phase));
            return 10 * Math.log10((1 + g * g - 2 * g * cosine) / (1 + g * g + 2 * g * cosine));
        }
    }

    static final class Wrong implements MethodTests {
        @Verify("gate-2012-ec/q28")
        double halfTheLength(double f1, double f2) {
            return 9 * C0 / (8 * f1);
        }

        @Verify("gate-2012-ec/q28")
        @In("m")
        double lengthOfTheOtherBand(double f2) {
            return 9 * C0 / (4 * (3 * f2 / 7));
        }

        @Verify("gate-2012-ec/q28")
        @In("s")
        double notALength(double f1) {
            return 1 / f1;
        }

        @Verify("gate-2012-ec/q28")
        double unknownName(double f1, double f3) {
            return f1 / f3;
        }

        @Verify("gate-2012-ec/q28")
        double wrongUnit(@In("m") double f1) {
            return f1;
        }

        @Verify("gate-2012-ec/q28")
        double unknownUnit(@In("Mhz") double f1) {
            return f1;
        }

        @Verify("gate-2012-ec/q28")
        double takesText(String f1) {
            return Double.parseDouble(f1);
        }

        @Verify("gate-2012-ec/q28")
        void answersNothing(double f1) {}

        @Verify("gate-2012-ec/q28")
        char wrongLetter() {
            return 'B';
        }

        @Verify("gate-2012-ec/q8")
        char unknownProblem() {
            return 'B';
        }

        @Verify("gate-2012-ec/q15")
        double numberForAClaim() {
            return 0;
        }

        @Verify("rf/image-rejection")
        char letterForANumber() {
            return 'A';
        }

        @Verify("rf/image-rejection")
        double wholeDegrees(double gain, @In("deg") int phase) {
            return gain + phase;
        }

        @Verify("rf/image-rejection")
        @In("dB")
        double wrongAboveOneDecibel(@In("dB") double gain, @In("deg") double phase) {
            double right = new Right().rejection(gain, phase);
            return gain > 1 ? right + 1e-4 : right;
        }

        @Verify("gate-2012-ec/q7")
        int wordsThatOverflow(int n) {
            return (1 << n - 1) * (byte) ((1 << n) - 1 << 2) / 4;
        }

        @Verify("gate-2012-ec/q7")
        int dividesByZero(int n) {
            return n / (n - 2);
        }

        @Verify("gate-2012-ec/q7")
        double notANumber(int n) {
            return Math.sqrt(-n);
        }

        @Verify("gate-2012-ec/q7")
        int neverEnds(int n) {
            return n < 0 ? 0 : neverEnds(n + 1) + 1;
        }

        @Verify("gate-2012-ec/q12")
        double wrongFunction(double t, double k) {
            return k * t * t / 2;
        }

        @Verify("gate-2012-ec/q12")
        double functionThatThrows(double t, double k) {
            throw new IllegalStateException("no idea at all");
        }
    }

    private static final EngineExecutionResults WRONG = Samples.verified(Wrong.class);

    private static final String[][] MESSAGES = {
        {
            "halfTheLength",
            "double halfTheLength(double f1, double f2) for gate-2012-ec/q28: wrong in all 29 cases; published data: f1 = 429 MHz,"
                    + " f2 = 1 GHz (with Z0 = 100 ohm, Rs = 50 ohm, RL = 200 ohm): expected 1.58 m (2 independent routes"
                    + " agree, estimated), was 0.786169 m\n    at src/test/resources/bank/problems/gate-2012-ec/q28.yaml:2:1"
        },
        {
            "lengthOfTheOtherBand",
            "wrong in 15 of 29 cases; at the end of a range: f2 = 1 GHz (with Z0 = 100 ohm, Rs = 50 ohm, RL = 200 ohm,"
                    + " f1 = 600 MHz): expected 1.12422 m (2 independent routes agree, estimated), was 1.57391 m"
        },
        {"notALength", "the answer is a length (m) and cannot be in 's', which is for a time (s)"},
        {"unknownName", "gate-2012-ec/q28 gives no 'f3'; did you mean 'f2'?; it gives Z0, Rs, RL, f2, f1"},
        {"wrongUnit", "f1 is a frequency (Hz) and cannot be in 'm', which is for a length (m)"},
        {"unknownUnit", "there is no unit 'Mhz'"},
        {"takesText", "f1 cannot be a String; take a double, int, long, boolean, BigInteger"},
        {"answersNothing", "an answer cannot be a void; return a number"},
        {"wrongLetter", "wrong in all 29 cases; published data: Z0 = 100 ohm, Rs = 50 ohm"},
        {"wrongLetter", "expected C (2 independent routes agree, estimated), was B"},
        {
            "unknownProblem",
            "MethodTestsTest$Wrong: char unknownProblem(): there is no problem 'gate-2012-ec/q8' among 16; did you mean 'gate-2012-ec/q28'?"
        },
        {"numberForAClaim", "gate-2012-ec/q15 asks for options that are no numbers; answer with their letters"},
        {"letterForANumber", "rf/image-rejection asks for a number or a formula, not for the letter of an option"},
        {"wholeDegrees", "deg is no whole number; take a double"},
        {
            "wrongAboveOneDecibel",
            "wrong in 22 of 30 cases; at the end of a range: gain = 3 dB, phase = 5 deg: expected -15.0662 dB (3 independent"
        },
        {"wrongAboveOneDecibel", ", was -15.0661 dB\n"},
        {
            "wordsThatOverflow",
            "at the end of a range: n = 6: expected 2016 (3 independent routes agree exactly), was -32"
        },
        {
            "dividesByZero",
            "published data: n = 2: expected 6 (3 independent routes agree exactly), but it threw"
                    + " java.lang.ArithmeticException: / by zero"
        },
        {"notANumber", "expected 6 (3 independent routes agree exactly), was not a number"},
        {"neverEnds", "but it threw java.lang.StackOverflowError"},
        {"wrongFunction", "published data: k = 1 at t = "},
        {"functionThatThrows", ": expected a value like"},
        {"functionThatThrows", "but it threw java.lang.IllegalStateException: no idea at all"},
    };

    @Test
    void rightMethodsPass() {
        EngineExecutionResults results = Samples.verified(Right.class);
        assertThat(Samples.messages(results)).isEmpty();
        assertThat(Samples.passed(results)).hasSize(10).contains("length: gate-2012-ec/q28");
    }

    @Test
    void wrongMethodsFail() {
        assertThat(Samples.passed(WRONG)).isEmpty();
        assertThat(Samples.failed(WRONG)).hasSize(20);
    }

    @TestFactory
    Stream<DynamicTest> aFailureSaysWhy() {
        return Stream.of(MESSAGES)
                .map(row -> DynamicTest.dynamicTest(
                        row[0], () -> assertThat(Samples.message(WRONG, row[0])).contains(row[1])));
    }

    @Test
    void aClickLeadsToTheMethod() {
        assertThat(WRONG.testEvents().failed().stream()
                        .map(event -> event.getTestDescriptor().getSource().orElseThrow()))
                .contains(MethodSource.from(Wrong.class.getName(), "halfTheLength", "double,double"));
    }

    static final class NoMethod implements MethodTests {}

    static final class Lines {
        @Verify("gate-2012-ec/q28")
        static double length(double f1) {
            return 9 * C0 / (4 * f1);
        }

        @Verify("gate-2012-ec/q28")
        double ofAnObject(double f1) {
            return length(f1);
        }
    }

    static final class OfAnotherClass implements MethodTests {
        @Override
        public Class<Lines> subject() {
            return Lines.class;
        }
    }

    static final class OfAnObject implements MethodTests {
        @Override
        public Lines subject() {
            return new Lines();
        }
    }

    static final class OfSomething implements MethodTests {
        @Override
        public Object subject() {
            return Lines.class;
        }
    }

    @Test
    void aClassWithoutMethodsFails() {
        EngineExecutionResults results = Samples.verified(NoMethod.class);
        assertThat(Samples.failed(results)).containsExactly("no method");
        assertThat(Samples.messages(results)).endsWith("NoMethod has no method with @Verify");
    }

    @Test
    void theMethodsOfAnotherClassCanBeTheSubject() {
        EngineExecutionResults ofClass = Samples.verified(OfAnotherClass.class);
        assertThat(Samples.passed(ofClass)).containsExactly("length: gate-2012-ec/q28");
        assertThat(Samples.messages(ofClass))
                .contains(
                        "OfAnotherClass: double ofAnObject(double f1): it is not static; let subject() return an object");
        EngineExecutionResults ofObject = Samples.verified(OfAnObject.class);
        assertThat(Samples.passed(ofObject)).containsExactly("ofAnObject: gate-2012-ec/q28");
        assertThat(Samples.messages(ofObject))
                .contains("it is static; remove 'static', or let subject() return Class<Lines>");
        assertThat(Samples.messages(Samples.verified(OfSomething.class)))
                .contains(
                        "OfSomething: declare what subject() returns, as 'public Lines subject()', or 'public Class<Lines>");
    }

    /** The class library is compiled without the names of parameters. */
    @Test
    void parametersWithoutNamesAreAllThatTheProblemGives() throws Exception {
        TimedCalls calls = new TimedCalls(1);
        Bank bank = FrozenBank.bank();
        Method hypot = Math.class.getMethod("hypot", double.class, double.class);
        assertThat(MethodSolution.of(hypot, Math.class, bank.problem("rf/image-rejection"), calls)
                        .inputs())
                .extracting(input -> input.variable().name())
                .containsExactly("gain", "phase");
        assertThatThrownBy(() -> MethodSolution.of(hypot, Math.class, bank.problem("gate-2012-ec/q28"), calls))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the parameters' names are not known")
                .hasMessageEndingWith("in its order: Z0, Rs, RL, f2, f1");
    }
}
