package org.ansatz.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** How much values scatter is seen where it is more than rounding, on the side where it is less. */
class NoiseTest {

    private static final double GRID = 0x1p-53;

    private static double noise(DoubleUnaryOperator function) {
        return Noise.near0(function::applyAsDouble, GRID, 0.125);
    }

    private static DoubleUnaryOperator scattered(double above, double below) {
        Random random = new Random(3);
        return x -> Math.exp(x) + (x > 0 ? above : below) * random.nextGaussian();
    }

    @Test
    void roundingIsNothingUnusual() {
        assertThat(noise(Math::exp)).isZero();
        assertThat(noise(x -> -Math.exp(x))).isZero();
        assertThat(noise(x -> 7)).isZero();
        assertThat(noise(x -> 1e9 + Math.sin(x))).isZero();
        assertThat(noise(x -> Double.NaN)).isZero();
    }

    @Test
    void scatterIsBoundedFromAboveAndNotByTooMuch() {
        for (double size : new double[] {1e-12, 1e-9, 1e-3}) {
            assertThat(noise(scattered(size, size)) / size).isBetween(4.0, 30.0);
        }
        double cancelled = noise(x -> 1e6 + x * x - 1e6);
        assertThat(cancelled).isBetween(2 * Math.ulp(1e6) / 2, 32 * Math.ulp(1e6));
    }

    /** A jump just at zero scatters on neither side; what scatters on one side alone is no noise of the function. */
    @Test
    void theSideWithLessCounts() {
        assertThat(noise(scattered(1e-6, 1e-9))).isBetween(4e-9, 30e-9);
        assertThat(noise(scattered(1e-9, 1e-6))).isBetween(4e-9, 30e-9);
        assertThat(noise(scattered(1e-6, 0))).isZero();
        assertThat(noise(scattered(0, 1e-6))).isZero();
    }

    @Test
    void aSideWithoutValuesDoesNotCount() {
        DoubleUnaryOperator scattered = scattered(1e-9, 1e-9);
        assertThat(noise(x -> x < 0 ? Double.NaN : scattered.applyAsDouble(x))).isBetween(4e-9, 30e-9);
        DoubleUnaryOperator half = x -> {
            if (x < 0) {
                throw new ArithmeticException("nothing there");
            }
            return scattered.applyAsDouble(x);
        };
        assertThat(noise(half)).isBetween(4e-9, 30e-9);
        assertThat(noise(x -> half.applyAsDouble(-x))).isZero();
    }

    /** Values in steps: where points are so close that all are the same, farther ones are asked. */
    @Test
    void stairsAreNoiseOfTheirHeight() {
        assertThat(noise(x -> Math.rint(Math.sin(x + 1) * 1e7) / 1e7)).isBetween(1e-8, 3e-6);
        assertThat(noise(x -> (float) Math.cos(x))).isBetween(0x1p-28, 0x1p-19);
    }

    /** Where close points show no steps, the side where they are lower still counts. */
    @Test
    void lowerStairsCount() {
        DoubleUnaryOperator low = x -> Math.rint(Math.sin(x + 1) * 1e7) / 1e7;
        Random random = new Random(3);
        assertThat(noise(x -> x > 0 ? low.applyAsDouble(x) : 1 + 1e-3 * random.nextGaussian()))
                .isBetween(1e-8, 3e-6);
    }

    /** Fourth differences of what changes its sign from point to point are 16 times as large: 16·16/√70 of it is its noise. */
    @Test
    void theBoundIsSixteenStandardDeviations() {
        double apart = 0.125 * 1.37 * 0x1p-36;
        for (double h : new double[] {1e-12, 1e-6}) {
            assertThat(noise(x -> Math.rint(x / apart) % 2 == 0 ? h : -h) / h)
                    .isCloseTo(16 * 16 / Math.sqrt(70), within(1e-9));
        }
    }

    /** Every function may have 2^-49 of its value: of 16·h/√70 that is as much for the value 1 if h is 9.3e-16. */
    @Test
    void whatIsUsualIsNoNoise() {
        double usual = 0x1p-49 * Math.sqrt(70) / 16;
        double apart = 0.125 * 1.37 * 0x1p-36;
        for (double value : new double[] {0x1p20, -0x1p20}) {
            for (double part : new double[] {0.8, 1.3}) {
                double h = part * usual * 0x1p20;
                double noise = noise(x -> Math.rint(x / apart) % 2 == 0 ? value + h : value - h);
                assertThat(noise > 0).as("%s of %s", part, value).isEqualTo(part > 1);
            }
        }
    }

    @Test
    void aSteepBendIsNoNoise() {
        assertThat(noise(x -> Math.tanh(1e8 * x))).isLessThan(1e-6);
        assertThat(noise(x -> Math.exp(-Math.abs(x) * 1e6))).isLessThan(1e-6);
    }
}
