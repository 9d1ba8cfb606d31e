package org.ansatz.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slopes by differences against derivatives in closed form. */
class DifferencesTest {

    private record Known(String name, Differences.Line function, DoubleUnaryOperator derivative, double at) {}

    private static final List<Known> KNOWN = List.of(
            new Known("exp at 0", Math::exp, Math::exp, 0),
            new Known("exp at 700", Math::exp, Math::exp, 700),
            new Known("exp at -30", Math::exp, Math::exp, -30),
            new Known("sin at 1", Math::sin, Math::cos, 1),
            new Known("sin at 1e6", Math::sin, Math::cos, 1e6),
            new Known("a fast sine", x -> Math.sin(1e8 * x), x -> 1e8 * Math.cos(1e8 * x), 1e-8),
            new Known("a slow sine", x -> Math.sin(1e-9 * x), x -> 1e-9 * Math.cos(1e-9 * x), 5),
            new Known("log near 0", Math::log, x -> 1 / x, 1e-7),
            new Known("a huge function", x -> 1e200 * Math.tanh(x), x -> 1e200 / Math.pow(Math.cosh(x), 2), 0.3),
            new Known("a tiny function", x -> 1e-200 * Math.tanh(x), x -> 1e-200 / Math.pow(Math.cosh(x), 2), 0.3),
            new Known("a pole close by", x -> 1 / (x - 1), x -> -1 / Math.pow(x - 1, 2), 1.001),
            new Known("a parabola", x -> 3 * x * x - x, x -> 6 * x - 1, 2),
            new Known("a constant", x -> 7, x -> 0, 2),
            new Known("a kink close by", x -> Math.abs(x - 1e-4) + x * x, x -> -1 + 2 * x, 0),
            new Known("a kink very close by", x -> Math.abs(x - 1e-8), x -> -1, 0),
            new Known("softplus far out", x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), x -> 1, 1000),
            new Known("sqrt at a small number", Math::sqrt, x -> 0.5 / Math.sqrt(x), 1e-10));

    @TestFactory
    Stream<DynamicTest> theSlopeIsRightWithinItsOwnErrorAndTheErrorIsSmall() {
        return KNOWN.stream()
                .map(known -> dynamicTest(known.name(), () -> {
                    Slope slope = Differences.at(known.function(), known.at());
                    assertThat(slope).isInstanceOf(Slope.Smooth.class);
                    Slope.Smooth smooth = (Slope.Smooth) slope;
                    double right = known.derivative().applyAsDouble(known.at());
                    assertThat(Math.abs(smooth.value() - right))
                            .as(smooth.toString())
                            .isLessThanOrEqualTo(4 * smooth.error());
                    boolean isFine =
                            !known.name().contains("kink very") && !known.name().contains("1e6");
                    assertThat(smooth.error())
                            .isLessThanOrEqualTo(
                                    (isFine ? 1e-9 : 1e-6) * Math.max(Math.abs(right), 1e-300) + (right == 0 ? 1 : 0));
                }));
    }

    /** As in the loss of an example that is classified with certainty: small, from logits of several hundred. */
    @Test
    void aFunctionWhoseRoundingIsMuchWorseThanItsSizeHasNoKink() {
        for (double offset : new double[] {300, 1e4, 1e6}) {
            Differences.Line cancelling = x -> (offset * 1.1 + 0.001 * x * x) - offset * 1.1;
            for (double at : new double[] {0.7, 0.31, -0.013}) {
                Slope slope = Differences.at(cancelling, at);
                assertThat(slope).as("offset " + offset + " at " + at).isInstanceOf(Slope.Smooth.class);
                Slope.Smooth smooth = (Slope.Smooth) slope;
                assertThat(Math.abs(smooth.value() - 0.002 * at)).isLessThanOrEqualTo(4 * smooth.error());
                assertThat(smooth.error()).isLessThan(1e-10 * offset);
            }
        }
    }

    @Test
    void aKinkOfAFunctionWithMuchRoundingIsSeenAllTheSame() {
        Slope slope = Differences.at(x -> (300.1 + Math.abs(x - 0.5)) - 300.1, 0.5);
        assertThat(slope).isInstanceOf(Slope.Kink.class);
        assertThat(((Slope.Kink) slope).left()).isCloseTo(-1, within(1e-6));
        assertThat(((Slope.Kink) slope).right()).isCloseTo(1, within(1e-6));
        assertThat(Differences.at(x -> x < 0.5 ? 1 : 2, 0.5)).isInstanceOf(Slope.Undefined.class);
    }

    @Test
    void theErrorIsHonestOnRandomFunctions() {
        int dishonest = 0;
        for (long seed = 1; seed <= 1000; seed++) {
            Random random = new Random(seed);
            double a = random.nextGaussian() * Math.pow(10, random.nextInt(5) - 2);
            double b = random.nextGaussian();
            double c = random.nextGaussian();
            double x = random.nextGaussian();
            Differences.Line function = t -> Math.sin(a * t + b) + c * Math.exp(b * t) / (1 + t * t);
            double right =
                    a * Math.cos(a * x + b) + c * Math.exp(b * x) * (b * (1 + x * x) - 2 * x) / Math.pow(1 + x * x, 2);
            Slope slope = Differences.at(function, x);
            assertThat(slope).as("seed " + seed).isInstanceOf(Slope.Smooth.class);
            Slope.Smooth smooth = (Slope.Smooth) slope;
            double off = Math.abs(smooth.value() - right);
            dishonest += off > smooth.error() ? 1 : 0;
            assertThat(off).as("seed " + seed).isLessThanOrEqualTo(4 * smooth.error() + Math.ulp(right));
            assertThat(smooth.error()).as("seed " + seed).isLessThan(1e-8 * (1 + Math.abs(right) + Math.abs(a)));
        }
        assertThat(dishonest).isLessThan(20);
    }

    @Test
    void centralDifferencesConvergeWithTheSquareOfTheStep() {
        assertThat(((Slope.Smooth) Differences.at(Math::exp, 0.5)).order()).isCloseTo(2, within(0.05));
        assertThat(((Slope.Smooth) Differences.at(x -> x * x, 0.5)).order()).isNaN();
    }

    @Test
    void aKinkHasTwoSlopes() {
        assertKink(Differences.at(Math::abs, 0), -1, 1);
        assertKink(Differences.at(x -> Math.max(x, 0), 0), 0, 1);
        assertKink(Differences.at(x -> Math.max(x * x, x), 1), 1, 2);
        assertKink(Differences.at(x -> Math.abs(Math.sin(x)) + Math.exp(x), 0), 0, 2);
        assertKink(Differences.at(x -> 1e-150 * Math.abs(x), 0), -1e-150, 1e-150);
        assertKink(Differences.at(x -> 1000 + Math.abs(x - 3), 3), -1, 1);
        assertKink(Differences.at(x -> -Math.abs(x), 0), 1, -1);
        assertKink(Differences.at(x -> x + 1e-3 * Math.abs(x), 0), 0.999, 1.001);
    }

    private static void assertKink(Slope slope, double left, double right) {
        assertThat(slope).isInstanceOf(Slope.Kink.class);
        Slope.Kink kink = (Slope.Kink) slope;
        double size = Math.max(Math.abs(left), Math.abs(right));
        assertThat(kink.left()).isCloseTo(left, within(1e-9 * size));
        assertThat(kink.right()).isCloseTo(right, within(1e-9 * size));
        assertThat(kink.spans(left + 0.3 * (right - left))).isTrue();
        assertThat(kink.spans(Math.max(left, right) + 0.1 * size)).isFalse();
    }

    @Test
    void whatHasNoSlopeSaysWhy() {
        assertUndefined(Differences.at(Math::sqrt, -1), "no value at the point");
        assertUndefined(Differences.at(Math::sqrt, 0), "only on one side");
        assertUndefined(Differences.at(Math::cbrt, 0), "grows without bound");
        assertUndefined(Differences.at(x -> x < 0 ? 0 : 1, 0), "grows without bound");
        assertUndefined(Differences.at(x -> Double.NaN, 0), "no value at the point: its value is NaN");
        assertUndefined(Differences.at(Math::exp, Double.NaN), "the point is NaN");
        assertUndefined(
                Differences.at(
                        x -> {
                            throw new ArithmeticException("a singular matrix");
                        },
                        1),
                "a singular matrix");
    }

    @Test
    void aFunctionNoisierThanRoundingIsNotTakenForAJump() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            double noise = Math.pow(10, -random.nextInt(6) - 9);
            Slope slope = Differences.at(x -> Math.sin(x) + noise * random.nextGaussian(), 0.3);
            assertThat(slope).as("seed " + seed).isInstanceOf(Slope.Smooth.class);
            double off = Math.abs(((Slope.Smooth) slope).value() - Math.cos(0.3));
            assertThat(off).as("seed " + seed).isLessThan(1e3 * noise + 1e-12);
        }
    }

    @Test
    void aSlopeThatConvergesSlowlyKnowsIt() {
        Slope.Smooth slope = (Slope.Smooth) Differences.at(x -> Math.pow(Math.abs(x), 1.5), 0);
        assertThat(slope.value()).isCloseTo(0, within(slope.error()));
        assertThat(slope.error()).isLessThan(1e-3);
    }

    private static void assertUndefined(Slope slope, String reason) {
        assertThat(slope).isInstanceOf(Slope.Undefined.class);
        assertThat(((Slope.Undefined) slope).reason()).contains(reason);
    }

    // ---- what decides, from both sides

    /** Central differences of sign(x)·|x|^(1 + p) are h^p: they converge with that power of the step. */
    private static Slope ofPower(double p) {
        return Differences.at(x -> Math.signum(x) * Math.pow(Math.abs(x), 1 + p), 0);
    }

    /** Those of x·(1 + c·|x|^p) are 1 + c·h^p: they still move by a part of the slope that grows with c. */
    private static Slope moving(double c, double p) {
        return Differences.at(x -> x * (1 + c * Math.pow(Math.abs(x), p)), 0);
    }

    @Test
    void differencesThatConvergeWithLessThanATenthOfThePowerOfTheStepDoNot() {
        assertThat(ofPower(0.098)).isInstanceOf(Slope.Undefined.class);
        assertThat(ofPower(0.102)).isInstanceOf(Slope.Smooth.class);
    }

    /** With c = 1.7336 the last change is a hundredth of the slope. */
    @Test
    void theyAreUnsettledIfTheyStillMoveByMoreThanAHundredthOfTheSlope() {
        assertThat(moving(1.7, 0.05)).isInstanceOf(Slope.Smooth.class);
        assertThat(moving(1.77, 0.05)).isInstanceOf(Slope.Undefined.class);
    }

    /** The changes that are still to come are 1/(2^p − 1) of the last one, however small p is. */
    @ParameterizedTest
    @CsvSource({
        "0.01, 0.025",
        "0.01, 0.015",
        "0.01, 0.005",
        "-0.01, 0.005",
        "0.01, 0.001",
        "1e-3, 1e-4",
        "0.01, 0.5",
        "0.01, 0.9"
    })
    void whatIsStillToComeIsCounted(double c, double p) {
        Slope.Smooth slow = (Slope.Smooth) moving(c, p);
        double off = Math.abs(slow.value() - 1);
        assertThat(off).isLessThanOrEqualTo(slow.error());
        assertThat(slow.error()).isLessThan(p < 0.1 ? 1.1 * off : 1e-5);
    }

    /** The slope of x·(1 + c·ln|x|) falls by as much with every halving of the step, and has no limit. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, -1e-3, 1e-6})
    void whatDoesNotShrinkIsNoRest(double c) {
        Slope slope = Differences.at(x -> x == 0 ? 0 : x * (1 + c * Math.log(Math.abs(x))), 0);
        assertThat(slope instanceof Slope.Undefined || ((Slope.Smooth) slope).error() > 100 * Math.abs(c))
                .as(slope.toString())
                .isTrue();
    }

    /** The sides of |x|·(c + |x|^p) have the slopes ∓c and come to them slowly; with c = 0 there is no kink at all. */
    @ParameterizedTest
    @CsvSource({"1, 0.5", "1, 0.2", "1, 0.1", "1, 0.05", "1, 0.02", "0, 0.2", "0, 0.1", "0, 0.05", "0, 0.02", "-3, 0.1"
    })
    void theSlopesOfAKinkThatConvergeSlowlyKnowIt(double c, double p) {
        Slope.Kink kink = (Slope.Kink) Differences.at(x -> Math.abs(x) * (c + Math.pow(Math.abs(x), p)), 0);
        assertThat(Math.abs(kink.left() + c)).isLessThanOrEqualTo(kink.error());
        assertThat(Math.abs(kink.right() - c)).isLessThanOrEqualTo(kink.error());
        assertThat(kink.error()).isLessThan(1.5 * Math.abs(kink.right() - c));
    }

    // ---- what falls between the steps

    /** A whole number of periods lies in every step from 1/8 on for many halvings: all large steps agree on the rest. */
    @ParameterizedTest
    @CsvSource({
        "1, 256",
        "0, 256",
        "1, 1024",
        "0, 8000",
        "1, 8192",
        "0, 48000",
        "0, 64000",
        "1, 65536",
        "0, 1e6",
        "0, 1e9"
    })
    void periodsOfAFastSineAreNotSteppedOver(double slope, double frequency) {
        double right = slope + 2 * Math.PI * frequency;
        Differences.Line function = x -> slope * x + Math.sin(2 * Math.PI * frequency * x);
        assertRight(Differences.at(function, 0), right, 1e-9 * right);
    }

    /** What is small and fast changes the slope and hardly the value, whatever the steps have to do with its period. */
    @ParameterizedTest
    @CsvSource({
        "1e7, 1e-9, 1",
        "1e9, 1e-9, 1",
        "1e6, 1e-9, 1",
        "1e5, 1e-9, 0.7",
        "1e8, 1e-9, 0.7",
        "1e8, 1e-12, 0.7",
        "1e10, 1e-12, 0.7",
        "1e10, 1e-9, -2"
    })
    void aFaintRippleIsNotSteppedOver(double w, double size, double at) {
        double right = 2 * at + size * w * Math.cos(w * at);
        Slope slope = Differences.at(x -> x * x + size * Math.sin(w * x), at);
        assertRight(slope, right, 1e-2 * Math.max(size * w, 1e-2));
    }

    private static void assertRight(Slope slope, double right, double error) {
        assertThat(slope).isInstanceOf(Slope.Smooth.class);
        Slope.Smooth smooth = (Slope.Smooth) slope;
        assertThat(Math.abs(smooth.value() - right)).as(smooth.toString()).isLessThanOrEqualTo(4 * smooth.error());
        assertThat(smooth.error()).isLessThan(error);
    }

    /** Rounding of one side only is not known of, and smaller steps show no slope: the error covers what they show. */
    @Test
    void whatSmallerStepsContradictWithoutASlopeOfTheirOwnIsUncertain() {
        Random random = new Random(1);
        Slope.Smooth slope =
                (Slope.Smooth) Differences.at(x -> Math.sin(x) + (x > 0.3 ? 1e-10 * random.nextGaussian() : 0), 0.3);
        assertThat(slope.value()).isCloseTo(Math.cos(0.3), within(1e-6));
        assertThat(slope.error()).isGreaterThan(1e-6);
    }
}
