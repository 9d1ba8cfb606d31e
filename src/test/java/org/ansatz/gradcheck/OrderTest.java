package org.ansatz.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
