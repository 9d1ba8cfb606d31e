package org.ansatz.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** In which Java types a method with {@link Verify} takes what a problem gives, and answers. */
final class JavaTypesTest {

    private static final String KINDS = "src/test/resources/junit/kinds";

    record Noise(double Te, @In("pW") double Pn) {}

    @ProblemBank({KINDS, "src/test/resources/bank/problems"})
    static final class Right implements MethodTests {
        @Verify("complex")
        Complex impedance(BigDecimal R, double L, BigInteger f) {
            return new Complex(R.doubleValue(), 2 * Math.PI * f.doubleValue() * L);
        }

        @Verify("complex")
        @In("kohm")
        double[] impedanceByParts(@In("kohm") double R, double L, double f) {
            return new double[] {R, 2 * Math.PI * f * L / 1e3};
        }

        @Verify("parts")
        Noise noise(@In("dB") double F, @In("dB") double G, double B, double T0) {
            double ratio = Math.pow(10, F / 10);
            return new Noise(T0 * (ratio - 1), 1e12 * 1.380649e-23 * T0 * ratio * B * Math.pow(10, G / 10));
        }

        @Verify("set")
        double[] tones(double fs, double fo) {
            return new double[] {fo + fs, fo - fs};
        }

        @Verify("adder")
        boolean carry(boolean a, boolean b, boolean c) {
            return a && b || b && c || a && c;
        }

        @Verify("adder")
        BigDecimal carryAsANumber(BigDecimal a, BigDecimal b, BigDecimal c) {
            return a.multiply(b).max(b.multiply(c)).max(a.multiply(c)).setScale(3);
        }

        @Verify("gradient")
        double[] gradient(double[][] X, double[] y, double[] w) {
            return LogisticRegression.gradient(X, y, w);
        }

        @Verify("gradient")
        double[][] gradientAsAMatrix(double[][] X, double[] y, double[] w) {
            return Stream.of(LogisticRegression.gradient(X, y, w))
                    .flatMapToDouble(java.util.Arrays::stream)
                    .mapToObj(entry -> new double[] {entry})
                    .toArray(double[][]::new);
        }

        @Verify("gradient")
        double[] gradientOfOwnCopies(double[][] X, double[] y, double[] w) {
            double[] labels = y.clone();
            double[] gradient = LogisticRegression.gradient(X, labels, w);
            java.util.Arrays.fill(labels, 7);
            return gradient;
        }

        @Verify("gate-2012-ec/q13")
        DoubleUnaryOperator voltage(double f, double Vp) {
            return t -> Vp * (Math.cos(2 * Math.PI * f * t) - 1);
        }
    }

    @Test
    void rightMethodsPass() {
        EngineExecutionResults results = Samples.verified(Right.class);
        assertThat(Samples.messages(results)).isEmpty();
        assertThat(Samples.passed(results)).hasSize(10);
    }

    record OnePart(double Te) {}

    record NoNumber(double Te, Object Pn) {}

    @ProblemBank({KINDS, "src/test/resources/bank/problems"})
    static final class Wrong implements MethodTests {
        @Verify("complex")
        Complex conjugate(double R, double L, double f) {
            return new Complex(R, -2 * Math.PI * f * L);
        }

        @Verify("parts")
        OnePart missingPart() {
            return new OnePart(1);
        }

        @Verify("parts")
        NoNumber partThatIsNoNumber() {
            return new NoNumber(1, 2);
        }

        @Verify("parts")
        double onlyOneOfTwo() {
            return 1;
        }

        @Verify("complex")
        Noise partsOfOne() {
            return new Noise(1, 1);
        }

        @Verify("parts")
        Noise wrongInOnePart(@In("dB") double F, @In("dB") double G, double B, double T0) {
            Noise right = new Right().noise(F, G, B, T0);
            return new Noise(right.Te(), 2 * right.Pn());
        }

        @Verify("gradient")
        double[][] asARow(double[][] X, double[] y, double[] w) {
            return new double[][] {LogisticRegression.gradient(X, y, w)};
        }

        @Verify("gradient")
        double[] notAveraged(double[][] X, double[] y, double[] w) {
            double[] gradient = LogisticRegression.gradient(X, y, w);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= y.length;
            }
            return gradient;
        }

        @Verify("gradient")
        double[] overwritesAMatrix(double[][] X, double[] y, double[] w) {
            double[] gradient = LogisticRegression.gradient(X, y, w);
            X[X.length - 1][0] += 1;
            return gradient;
        }

        @Verify("gradient")
        double[] replacesARow(double[][] X, double[] y, double[] w) {
            double[] gradient = LogisticRegression.gradient(X, y, w);
            X[0] = new double[y.length];
            return gradient;
        }

        @Verify("gradient")
        double[] answersInItsInput(double[][] X, double[] y, double[] w) {
            double[] gradient = LogisticRegression.gradient(X, y, w);
            System.arraycopy(gradient, 0, w, 0, w.length);
            return w;
        }

        @Verify("gradient")
        double[] wrongAndOverwritten(double[][] X, double[] y, double[] w) {
            java.util.Arrays.fill(y, 0.5);
            return LogisticRegression.gradient(X, y, w);
        }

        @Verify("gradient")
        double[][] ragged(double[][] X, double[] y, double[] w) {
            return new double[][] {{1, 2}, {3}};
        }

        @Verify("gradient")
        double[] matrixAsARow(double[] X) {
            return X;
        }

        @Verify("gradient")
        double[] matrixAsANumber(double X) {
            return new double[] {X};
        }

        @Verify("gate-2012-ec/q13")
        DoubleBinaryOperator functionOfTwo(double f, double Vp) {
            return (t, u) -> t;
        }

        @Verify("complex")
        DoubleUnaryOperator functionForANumber(double R) {
            return t -> t;
        }

        @Verify("gate-2012-ec/q7")
        boolean neitherZeroNorOne(boolean n) {
            return n;
        }

        @Verify("gate-2012-ec/q7")
        long halfOfIt(int n) {
            return (1L << n - 2) * ((1L << n) - 1);
        }
    }

    private static final EngineExecutionResults WRONG = Samples.verified(Wrong.class);

    private static final String[][] MESSAGES = {
        {
            "conjugate",
            "expected (30 + 62.8319j) ohm (2 independent routes",
            "was (30 - 62.8319j) ohm (the sign of the imaginary part is wrong)"
        },
        {"missingPart", "parts asks for Te, Pn; return a record of just these"},
        {"partThatIsNoNumber", "Pn of NoNumber: an answer cannot be a Object"},
        {"onlyOneOfTwo", "parts asks for Te, Pn; return a record of just these"},
        {"partsOfOne", "complex asks for one thing, not for Te, Pn"},
        {"wrongInOnePart", "in Pn: expected ", "(twice the right value)"},
        {"asARow", "(the transpose of the right value)"},
        {"notAveraged", "the right value times m"},
        {"overwritesAMatrix", "but it changed the array X, which is its caller's"},
        {"replacesARow", "but it changed the array X, which is its caller's"},
        {"answersInItsInput", "but it changed the array w, which is its caller's"},
        {"wrongAndOverwritten", "but it changed the array y, which is its caller's"},
        {"ragged", "row 2 of the matrix has 1 numbers, the first 2"},
        {"matrixAsARow", "X is a matrix; take a double[][]"},
        {"matrixAsANumber", "X is a matrix; take a double[][]"},
        {"functionOfTwo", "the answer is a function of t, and a DoubleBinaryOperator takes 2 numbers"},
        {"functionForANumber", "the answer is a function of nothing, and a DoubleUnaryOperator takes 1 number"},
        {"neitherZeroNorOne", "n = 2 is neither 0 nor 1; take a double or int"},
        {"halfOfIt", "expected 6 (3 independent routes agree exactly), was 3 (half the right value)"},
    };

    @Test
    void wrongMethodsFail() {
        assertThat(Samples.passed(WRONG)).isEmpty();
        assertThat(Samples.failed(WRONG)).hasSize(MESSAGES.length);
    }

    @TestFactory
    Stream<DynamicTest> aFailureSaysWhy() {
        return Stream.of(MESSAGES)
                .map(row -> DynamicTest.dynamicTest(
                        row[0],
                        () -> assertThat(Samples.message(WRONG, row[0] + ":"))
                                .contains(java.util.Arrays.copyOfRange(row, 1, row.length))));
    }
}

/** Binary cross-entropy, averaged over the examples, which are columns. */
final class LogisticRegression {

    private LogisticRegression() {}

    /** X*(a - y)'/m with a = sigmoid(w'*X). */
    static double[] gradient(double[][] X, double[] y, double[] w) {
        double[] gradient = new double[w.length];
        for (int example = 0; example < y.length; example++) {
            double z = 0;
            for (int i = 0; i < w.length; i++) {
                z += w[i] * X[i][example];
            }
            for (int i = 0; i < w.length; i++) {
                gradient[i] += X[i][example] * (1 / (1 + Math.exp(-z)) - y[example]) / y.length;
            }
        }
        return gradient;
    }
}
