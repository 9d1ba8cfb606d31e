package org.ansatz.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slopes that are extrapolated to the step zero: what is found, and how wrong it may be. */
class TableauTest {

    private static Level level(double step, double central, double noise) {
        return new Level(step, 0, 0, central, central, central, noise);
    }

    private static Tableau of(int steps, double noise, DoubleUnaryOperator slope) {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            double h = Math.scalb(1.0, -i);
            levels.add(level(h, slope.applyAsDouble(h), noise));
        }
        return Tableau.of(levels);
    }

    /** Of 3 and 6 the limit is 7, which is 4 from the first and 1 from the second. */
    @ParameterizedTest
    @ValueSource(doubles = {1, -1})
    void theErrorIsTheDistanceFromTheFartherNeighbourAndTheRoundingOfTwo(double sign) {
        Tableau two = Tableau.of(List.of(level(2, 3 * sign, 0.5), level(1, 6 * sign, 0.25)));
        assertThat(two.best()).isEqualTo(7 * sign);
        assertThat(two.error()).isEqualTo(4 + 2 * 0.25);
        assertThat(two.since()).isZero();
    }

    @Test
    void aColumnTakesAwayAPowerOfTheStepSquared() {
        DoubleUnaryOperator slope = h -> 1 + h * h + Math.pow(h, 4) + Math.pow(h, 6);
        assertThat(of(4, 0, slope).best()).isCloseTo(1, within(1e-14));
        Tableau three = of(3, 0, slope);
        double truth = Math.abs(three.best() - 1);
        assertThat(truth).isBetween(1e-4, three.error());
    }

    @Test
    void oneStepSaysNothing() {
        assertThat(of(1, 0, h -> 5)).isEqualTo(new Tableau(5, Double.POSITIVE_INFINITY, 0));
    }

    /** What is as good is taken from the latest row; what is worse is not taken. */
    @Test
    void theLatestOfTheBestIsTaken() {
        assertThat(of(5, 0.25, h -> 5)).isEqualTo(new Tableau(5, 0.5, 0));
        List<Level> levels = new ArrayList<>(List.of(level(8, 5, 1), level(4, 5, 1), level(2, 5, 1)));
        levels.add(level(1, 6, 2));
        levels.add(level(0.5, 6, 4));
        assertThat(Tableau.of(levels)).isEqualTo(new Tableau(5, 2, 2));
    }
}
