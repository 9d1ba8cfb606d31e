package org.ansatz.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.junit.jupiter.api.Test;

/** Integrals over several variables against closed forms; the enclosure holds them always. */
class CubatureTest {

    private static Interval[] cube(int sides) {
        Interval[] cube = new Interval[sides];
        java.util.Arrays.fill(cube, new Interval(0, 1));
        return cube;
    }

    private static Series variable(Interval[] box, int i, int by, int order) {
        return i == by ? Series.variable(box[i], order) : Series.constant(box[i], order);
    }

    /** exp(a·x + b·y + …) has the integral (e^a − 1)/a · (e^b − 1)/b · … */
    @Test
    void whatIsSmoothIsEnclosedAsWellAsRoundingPermits() {
        Random random = new Random(1);
        for (int trial = 0; trial < 60; trial++) {
            int sides = 2 + trial % 2;
            double[] rates = random.doubles(sides, -3, 3).toArray();
            Enclosing function = (box, by, order) -> {
                Series sum = Series.constant(Interval.ZERO, order);
                for (int i = 0; i < sides; i++) {
                    sum = sum.plus(variable(box, i, by, order).times(Series.constant(Interval.of(rates[i]), order)));
                }
                return sum.exp();
            };
            double expected = 1;
            for (double rate : rates) {
                expected *= Math.expm1(rate) / rate;
            }
            Cubature.Found found = Cubature.of(function, cube(sides));
            assertThat(found.value().gap(expected)).isLessThanOrEqualTo(8 * Math.ulp(expected));
            assertThat(found.value().width()).isLessThanOrEqualTo(2e-12 * expected);
        }
    }

    /** The volume of a ball in a corner is π/6, that of a disc π/4; between them there is no rule, and the range must do. */
    @Test
    void aJumpThroughTheDomainIsEnclosedThoughWidely() {
        double[] expected = {Math.PI / 4, Math.PI / 6};
        for (int sides = 2; sides <= 3; sides++) {
            int all = sides;
            Enclosing ball = (box, by, order) -> {
                Series square = Series.constant(Interval.ZERO, order);
                for (int i = 0; i < all; i++) {
                    square = square.plus(variable(box, i, by, order).square());
                }
                return Series.constant(Interval.ONE, order).minus(square).step();
            };
            Cubature.Found found = Cubature.of(ball, cube(sides));
            assertThat(found.value().contains(expected[sides - 2])).isTrue();
            assertThat(found.value().width()).isLessThan(sides == 2 ? 0.01 : 0.1);
        }
    }

    @Test
    void aSmallDiscIsFoundAndSaidWhereItIs() {
        Enclosing disc = (box, by, order) -> {
            Series x = variable(box, 0, by, order).minus(Series.constant(Interval.of(0.375), order));
            Series y = variable(box, 1, by, order).minus(Series.constant(Interval.of(0.71), order));
            Series size = Series.constant(Interval.of(0x1p-24), order);
            return size.minus(x.square().plus(y.square())).step();
        };
        Cubature.Found found = Cubature.of(disc, cube(2));
        assertThat(found.value().contains(Math.PI * 0x1p-24)).isTrue();
        assertThat(found.rough()).hasSize(1);
        assertThat(found.rough().get(0).low()).isCloseTo(0.375 - 0x1p-12, within(1e-5));
        assertThat(found.rough().get(0).high()).isCloseTo(0.375 + 0x1p-12, within(1e-5));
    }

    @Test
    void whatMayBeInfiniteHasNoEnclosure() {
        Enclosing pole = (box, by, order) -> Series.constant(Interval.ONE, order)
                .over(variable(box, 0, by, order).plus(variable(box, 1, by, order)));
        assertThat(Cubature.of(pole, cube(2)).value().isBounded()).isFalse();
    }
}
