package org.ansatz.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which values a slope takes, how many, and what does not change it: a mirror, a sign, a scale, asking for several at once. */
class DifferencesStepsTest {

    /** Counts what is asked for, one by one and at once. */
    private static final class Asked implements Differences.Line {
        private final DoubleUnaryOperator function;
        private final boolean atOnce;
        private int single;
        private int lists;

        Asked(DoubleUnaryOperator function, boolean atOnce) {
            this.function = function;
            this.atOnce = atOnce;
        }

        @Override
        public double at(double x) {
            single++;
            return function.applyAsDouble(x);
        }

        @Override
        public double[] at(double[] xs) {
            lists++;
            return Arrays.stream(xs)
                    .map(x -> atOnce ? function.applyAsDouble(x) : Double.NaN)
                    .toArray();
        }
    }

    /** A function, a point, how many values are asked for there, and in how many lists. */
    private record Known(String name, DoubleUnaryOperator function, double at, int most, int lists) {}

    static List<Known> known() {
        return List.of(
                new Known("exp", Math::exp, 0.5, 29, 4),
                new Known("a sine far out", Math::sin, 1e6, 65, 9),
                new Known("a parabola far out", x -> x * x, 1e8, 23, 3),
                new Known("a constant", x -> 7, 2, 59, 8),
                new Known("zero", x -> 0, 2, 55, 7),
                new Known("a cancelled one", x -> 300.1 + 0.001 * x * x - 300.1, 0.7, 51, 7),
                new Known("a pole close by", x -> 1 / (x - 1), 1.001, 53, 7),
                new Known("a kink", x -> Math.abs(x - 3) + x * x, 3, 97, 13),
                new Known("a faint kink", x -> Math.sin(x - 3) + 1e-5 * Math.abs(x - 3), 3, 75, 10),
                new Known("a kink close by", x -> Math.abs(x - 1e-4) + x * x, 0, 47, 6),
                new Known("a faint kink close by", x -> Math.sin(10 * x) + 1e-3 * Math.abs(x - 1e-5), 0, 53, 7),
                new Known("a slow one", x -> Math.pow(Math.abs(x), 1.5), 0, 121, 16),
                new Known("a slow one to one side", x -> x > 0 ? Math.pow(x, 1.5) : 0, 0, 143, 18),
                new Known("a steep one", Math::cbrt, 0, 43, 6),
                new Known("a jump", x -> x > 2 ? 1 : 0, 2, 141, 18));
    }

    @ParameterizedTest
    @MethodSource("known")
    void noMoreValuesAreAskedForThan(Known known) {
        Asked asked = new Asked(known.function, false);
        Differences.at(asked, known.at);
        assertThat(List.of(asked.single <= known.most, asked.lists <= known.lists))
                .as("%s: %d, %d", known.name, asked.single, asked.lists)
                .containsOnly(true);
    }

    @ParameterizedTest
    @MethodSource("known")
    void whatIsAskedForAtOnceIsTheSame(Known known) {
        Asked atOnce = new Asked(known.function, true);
        assertThat(Differences.at(atOnce, known.at)).isEqualTo(Differences.at(known.function::applyAsDouble, known.at));
        assertThat(atOnce.single).as("only the value at the point itself").isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("known")
    void theNegatedFunctionHasTheNegatedSlope(Known known) {
        assertNegated(
                Differences.at(x -> -known.function.applyAsDouble(x), known.at),
                Differences.at(known.function::applyAsDouble, known.at),
                false);
    }

    @ParameterizedTest
    @MethodSource("known")
    void theMirroredFunctionHasTheNegatedSlope(Known known) {
        if (!List.of("a jump", "a cancelled one").contains(known.name)) { // whose value or rounding is that of one side
            assertNegated(
                    Differences.at(x -> known.function.applyAsDouble(-x), -known.at),
                    Differences.at(known.function::applyAsDouble, known.at),
                    true);
        }
    }

    private static void assertNegated(Slope negated, Slope slope, boolean isMirrored) {
        if (slope instanceof Slope.Smooth) {
            Slope.Smooth smooth = (Slope.Smooth) slope;
            assertThat(((Slope.Smooth) negated).value()).isCloseTo(-smooth.value(), within(0.0));
            assertThat(((Slope.Smooth) negated).error()).isEqualTo(smooth.error());
        } else if (slope instanceof Slope.Kink) {
            Slope.Kink kink = (Slope.Kink) slope;
            Slope.Kink other = (Slope.Kink) negated;
            assertThat(other.left()).isEqualTo(isMirrored ? -kink.right() : -kink.left());
            assertThat(other.right()).isEqualTo(isMirrored ? -kink.left() : -kink.right());
            assertThat(other.error()).isEqualTo(kink.error());
        } else {
            assertThat(negated).isEqualTo(slope);
        }
    }

    @ParameterizedTest
    @MethodSource("known")
    void aFunctionTimesAPowerOfTwoHasTheSlopeTimesIt(Known known) {
        for (double power : new double[] {0x1p-100, 0x1p100}) {
            Slope scaled = Differences.at(x -> power * known.function.applyAsDouble(x), known.at);
            Slope slope = Differences.at(known.function::applyAsDouble, known.at);
            if (slope instanceof Slope.Smooth) {
                Slope.Smooth smooth = (Slope.Smooth) slope;
                assertThat(scaled)
                        .isEqualTo(new Slope.Smooth(power * smooth.value(), power * smooth.error(), smooth.order()));
            } else {
                assertThat(scaled).hasSameClassAs(slope);
            }
        }
    }

    @Test
    void whatLiesBeyondAGapIsNotOfThisPoint() {
        DoubleUnaryOperator gap =
                x -> Math.abs(x) > 0.01 ? Math.cbrt(x) : Math.abs(x) > 0.001 ? Double.NaN : Math.sin(3 * x);
        assertSmooth(Differences.at(gap::applyAsDouble, 0), 3, 1e-9);
        DoubleUnaryOperator kinked =
                x -> Math.abs(x) > 1e-4 ? Math.abs(x) : Math.abs(x) > 1e-6 ? Double.NaN : Math.sin(3 * x);
        assertSmooth(Differences.at(kinked::applyAsDouble, 0), 3, 1e-6);
        DoubleUnaryOperator torn =
                x -> Math.abs(x) > 0.03 ? Math.cbrt(x) : Math.abs(x) > 0.01 ? Double.NaN : Math.abs(x);
        assertThat(Differences.at(torn::applyAsDouble, 0)).isInstanceOf(Slope.Kink.class);
    }

    private static void assertSmooth(Slope slope, double value, double error) {
        assertThat(slope).isInstanceOf(Slope.Smooth.class);
        Slope.Smooth smooth = (Slope.Smooth) slope;
        assertThat(Math.abs(smooth.value() - value)).isLessThanOrEqualTo(4 * smooth.error());
        assertThat(smooth.error()).isLessThan(error);
    }

    @Test
    void aFaintKinkCloseByIsPassed() {
        assertSmooth(Differences.at(x -> Math.sin(10 * x) + 1e-3 * Math.abs(x - 1e-5), 0), 10 - 1e-3, 1e-6);
        assertSmooth(Differences.at(x -> Math.sin(10 * x) + 1e-3 * Math.abs(x + 1e-5), 0), 10 + 1e-3, 1e-6);
    }

    /** Only above the point is there noise; the sides part where it is seen, having come together before. */
    @Test
    void noiseOnOneSideIsNoJump() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Slope slope = Differences.at(x -> Math.sin(x) + (x > 0.3 ? 1e-10 * random.nextGaussian() : 0), 0.3);
            assertThat(slope).isInstanceOf(Slope.Smooth.class);
            assertThat(((Slope.Smooth) slope).value()).isCloseTo(Math.cos(0.3), within(1e-6));
        }
    }

    @Test
    void aSlopeThatConvergesSlowlyIsOneAndASteepOneIsNone() {
        for (double power : new double[] {1.3, 1.5, 1.8}) {
            Slope slow = Differences.at(x -> Math.signum(x) * Math.pow(Math.abs(x), power), 0);
            assertThat(slow).isInstanceOf(Slope.Smooth.class);
            Slope.Smooth smooth = (Slope.Smooth) slow;
            assertThat(Math.abs(smooth.value())).isLessThanOrEqualTo(smooth.error());
            assertThat(smooth.order()).isCloseTo(power - 1, within(0.01));
        }
        for (double power : new double[] {1.03, 1.05, 1.1, 1.3}) {
            for (double part : new double[] {1e-4, 1e-6, -1e-5}) {
                Slope.Smooth late =
                        (Slope.Smooth) Differences.at(x -> x + part * Math.signum(x) * Math.pow(Math.abs(x), power), 0);
                assertThat(Math.abs(late.value() - 1))
                        .as("%s of %s", part, power)
                        .isLessThanOrEqualTo(late.error());
            }
        }
        for (double power : new double[] {0.3, 0.5, 0.9}) {
            for (double scale : new double[] {1, 1e-30, 1e30}) {
                Slope steep = Differences.at(x -> scale * Math.signum(x) * Math.pow(Math.abs(x), power), 0);
                assertThat(steep).asString().contains("grows without bound");
            }
        }
    }

    @Test
    void theSlopesOfACurvedKinkAreRightWithinTheirError() {
        for (double curve : new double[] {0.1, 1, -1, 10, -10}) {
            for (double jump : new double[] {1, -1, 1e-3}) {
                Slope.Kink kink = (Slope.Kink) Differences.at(x -> jump * Math.abs(x) + Math.exp(curve * x), 0);
                assertThat(Math.abs(kink.left() - (curve - jump))).isLessThanOrEqualTo(kink.error());
                assertThat(Math.abs(kink.right() - (curve + jump))).isLessThanOrEqualTo(kink.error());
                assertThat(kink.error()).isLessThan(1e-6);
                Slope.Kink below =
                        (Slope.Kink) Differences.at(x -> Math.exp(curve * x) + (x < 0 ? jump * Math.sin(3 * x) : 0), 0);
                assertThat(Math.abs(below.left() - (curve + 3 * jump))).isLessThanOrEqualTo(below.error());
                assertThat(Math.abs(below.right() - curve)).isLessThanOrEqualTo(below.error());
            }
        }
    }

    @Test
    void oneStepAloneIsNoSlope() {
        Slope slope = Differences.at0(Math::exp, 1, 1.0 / 40);
        assertThat(slope).isEqualTo(new Slope.Undefined("no two steps show the same slope"));
        assertThat(Differences.at0(Math::exp, 1, 1.0 / 80)).isInstanceOf(Slope.Smooth.class);
        assertThat(Differences.at0(x -> x < 0 ? Double.NaN : x, 1, 1.0 / 80))
                .isEqualTo(
                        new Slope.Undefined(
                                "the function has values only on one side of the point, or at the point alone: its value is NaN"));
    }
}
