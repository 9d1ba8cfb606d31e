package org.ansatz.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order that changes from step to step show, and what rounding leaves of it. */
class OrderTest {

    /** Levels of slopes that change by so much each, of which the last is known to {@code noise} and the others exactly. */
    private static List<Level> changing(double noise, double... changes) {
        List<Level> levels = new ArrayList<>();
        double slope = 0;
        levels.add(level(0, slope, 0));
        for (int i = 0; i < changes.length; i++) {
            slope += changes[i];
            levels.add(level(i + 1, slope, i == changes.length - 1 ? noise : 0));
        }
        return levels;
    }

    private static Level level(int i, double slope, double noise) {
        return new Level(Math.scalb(1.0, -i), 0, 0, slope, -slope, 3 * slope, noise);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    @Test
    void changesThatHalveAreOfTheFirstOrderOnEitherSide() {
        List<Level> levels = changing(0, 4, 2, 1);
        assertThat(Order.ofCentralDifferences(levels)).isEqualTo(1);
        assertThat(Order.least(levels, Level::central)).isEqualTo(1);
        assertThat(Order.least(levels, Level::left)).isEqualTo(1);
        assertThat(Order.least(changing(0, 0, 0, 0), Level::right)).isNaN();
    }

    /** 64, 4 and 1: of the last change a hundredth is rounding, so that the one before is asked. */
    @Test
    void aChangeCountsIfItIsAHundredTimesItsRounding() {
        assertThat(Order.ofCentralDifferences(changing(0.0099, 64, 4, 1))).isEqualTo(2);
        assertThat(Order.ofCentralDifferences(changing(0.0101, 64, 4, 1))).isEqualTo(4);
        assertThat(Order.least(changing(0.0099, 64, 4, 1), Level::central)).isCloseTo(log2(4 / 1.0198), within(1e-9));
        assertThat(Order.least(changing(0.0101, 64, 4, 1), Level::central)).isEqualTo(4);
    }

    /** The last two changes are of the order 0.1, of which a tenth is rounding from a noise of 0.00348 on; those before of 0.5. */
    @Test
    void anOrderIsKnownIfRoundingLeavesNineTenthsOfIt() {
        double before = Math.pow(2, 0.1);
        double first = before * Math.sqrt(2);
        assertThat(Order.least(changing(0.0034, first, before, 1), Level::central))
                .isCloseTo(log2(before / 1.0068), within(1e-9));
        assertThat(Order.least(changing(0.0036, first, before, 1), Level::central))
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void whatIsKnownNowhereIsSmallForCertain() {
        assertThat(Order.least(changing(0.001, 1, 1), Level::central)).isCloseTo(log2(1 / 1.002), within(1e-9));
        assertThat(Order.least(changing(0.001, 0, 1), Level::central)).isEqualTo(Double.NEGATIVE_INFINITY);
        List<Level> rough = new ArrayList<>(changing(0, 1, 1));
        rough.set(1, level(1, 1, 0.001));
        assertThat(Order.least(rough, Level::central)).isCloseTo(log2(0.998), within(1e-9));
        rough.set(1, level(1, 0.001, 0.001));
        rough.set(2, level(2, 1, 0));
        assertThat(Order.least(rough, Level::central)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    /** Of several that are not known the one at the finest step counts. */
    @Test
    void ofWhatIsKnownNowhereTheFinestStepCounts() {
        List<Level> rough = new ArrayList<>(changing(0, 2, 1.99, 1.98));
        rough.set(2, level(2, 3.99, 0.01));
        rough.set(3, level(3, 5.97, 0.01));
        assertThat(Order.least(rough, Level::central)).isCloseTo(log2((1.99 - 0.02) / (1.98 + 0.02)), within(1e-9));
    }

    @Test
    void furtherChangesAreAsManyTimesTheLastAsTheirSeriesSays() {
        assertThat(Order.rest(1)).isEqualTo(1);
        assertThat(Order.rest(2)).isEqualTo(1);
        assertThat(Order.rest(Double.NaN)).isEqualTo(1);
        assertThat(Order.rest(0.5)).isCloseTo(1 / (Math.sqrt(2) - 1), within(1e-12));
        assertThat(Order.rest(0)).isInfinite();
        assertThat(Order.rest(-1)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    // ---- how a function departs from a tangent

    @ParameterizedTest
    @ValueSource(doubles = {1.25, 1.5, 2, 3})
    void theOrderOfADepartureIsItsPower(double power) {
        for (double sign : new double[] {1, -1}) {
            assertThat(Order.ofDeparture(x -> 3 + 2 * x + sign * Math.pow(x, power), 3, 2))
                    .isCloseTo(power, within(0.01));
            assertThat(Order.ofDeparture(x -> sign * (7 + Math.pow(x, power)), sign * 7, 0))
                    .isCloseTo(power, within(0.01));
        }
        assertThat(Order.ofDeparture(x -> 3 + 2 * x, 3, 2)).isNaN();
        assertThat(Order.ofDeparture(x -> 3 + 2 * x, 3, 1)).isCloseTo(1, within(1e-9));
    }

    @Test
    void aDepartureIsAskedForWhereThereAreValues() {
        int[] asked = new int[1];
        double order = Order.ofDeparture(
                x -> {
                    asked[0]++;
                    if (x > 0.01) {
                        throw new ArithmeticException("nothing there");
                    }
                    return x * x;
                },
                0,
                0);
        assertThat(order).isEqualTo(2);
        assertThat(asked[0]).isEqualTo(27); // from 2^-3 to 2^-29
        DoubleUnaryOperator gap = x -> {
            if (x == 0x1p-28) {
                throw new ArithmeticException("nothing there");
            }
            return x * x;
        };
        assertThat(Order.ofDeparture(gap, 0, 0)).isEqualTo(2);
    }

    /** Of 2^43 rounding is 100/128, and of half of it half. */
    @Test
    void aDepartureCountsIfItIsAHundredTimesItsRounding() {
        for (double here : new double[] {0x1p43, -0x1p43}) {
            assertThat(departing(here, 0, 398 / 512.0)).isNaN();
            assertThat(departing(here, 0, 402 / 512.0)).isEqualTo(log2(4 * 512 / 402.0));
            assertThat(departing(here, -8 * here, 398 / 512.0)).isNaN();
            assertThat(departing(here, -8 * here, 402 / 512.0)).isEqualTo(log2(4 * 512 / 402.0));
        }
        for (double slope : new double[] {0x1p46, -0x1p46}) {
            assertThat(departing(0, slope, 199 / 512.0)).isNaN();
            assertThat(departing(0, slope, 201 / 512.0)).isEqualTo(log2(4 * 512 / 201.0));
        }
    }

    /** Departs by 4 at the first step, by so much at the second, and then no more. */
    private static double departing(double here, double tangent, double second) {
        return Order.ofDeparture(x -> here + x * tangent + (x == 0x1p-3 ? 4 : x == 0x1p-4 ? second : 0), here, tangent);
    }
}
