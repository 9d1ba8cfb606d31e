package org.ansatz.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The order with which something vanishes is seen where rounding does not blur it, and nowhere else. */
class OrderTest {

    private static double departure(DoubleUnaryOperator function, double tangent) {
        return Order.ofDeparture(function, function.applyAsDouble(0), tangent);
    }

    private static double central(double... slopes) {
        List<Level> levels = new ArrayList<>();
        for (double slope : slopes) {
            levels.add(new Level(1, 0, 0, slope, 0, 0, 1e-6));
        }
        return Order.ofCentralDifferences(levels);
    }

    @Test
    void whatFallsToAQuarterAtHalfTheStepIsOfOrderTwo() {
        assertThat(Order.between(8, 2)).isEqualTo(2);
        assertThat(Order.between(2, 2)).isZero();
        assertThat(Order.between(1, 8)).isCloseTo(-3, within(1e-12));
    }

    @Test
    void aFunctionDepartsFromItsTangentWithTheSquareAndFromAnotherLineLinearly() {
        for (double offset : new double[] {0, 1, -1, 1e9, -1e9}) {
            DoubleUnaryOperator curve = x -> offset + 3 * x + x * x;
            assertThat(departure(curve, 3)).as("offset %s", offset).isCloseTo(2, within(0.05));
            assertThat(departure(curve, 2)).as("offset %s", offset).isCloseTo(1, within(0.2));
        }
        assertThat(departure(x -> 1e6 * x + 1e-3 * x * x, 1e6)).isCloseTo(2, within(0.1));
        assertThat(departure(x -> x == 0 ? 0 : -1e9 + x * x, 0)).isFinite();
        assertThat(departure(x -> -1e6 * x + 1e-3 * x * x, -1e6)).isCloseTo(2, within(0.1));
    }

    @Test
    void onlyRoundingHasNoOrder() {
        assertThat(departure(x -> 5 + 3 * x, 3)).isNaN();
        assertThat(departure(x -> 1e9 + 1e-7 * x * x, 0)).isNaN();
    }

    @Test
    void aStepWithoutAValueDoesNotCount() {
        DoubleUnaryOperator holed = x -> {
            if (x > 1e-3 && x < 1e-2) {
                throw new ArithmeticException("none here");
            }
            return Math.exp(x);
        };
        assertThat(departure(holed, 1)).isCloseTo(2, within(0.05));
        DoubleUnaryOperator none = x -> {
            if (x > 0) {
                throw new ArithmeticException("none here");
            }
            return 0;
        };
        assertThat(departure(none, 1)).isNaN();
        DoubleUnaryOperator once = x -> x > 0.1 ? Double.NaN : x > 0.05 ? 1 : 0;
        assertThat(departure(once, 0)).isNaN();
    }

    @Test
    void centralDifferencesShowTheirOrderAboveAHundredTimesTheNoise() {
        assertThat(central(5, 4, 3.75)).isEqualTo(2);
        assertThat(central(3, 4, 4.5)).isEqualTo(1);
        assertThat(central(5, 4, 3.75, 3.75 + 2e-4)).isCloseTo(Math.log(0.25 / 2e-4) / Math.log(2), within(1e-9));
        assertThat(central(5, 4, 3.75, 3.75 + 0.5e-4)).isEqualTo(2);
        assertThat(central(5, 5 + 1e-5, 5)).isNaN();
        assertThat(central(5, 4)).isNaN();
    }
}
