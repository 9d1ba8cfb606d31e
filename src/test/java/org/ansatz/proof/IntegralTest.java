package org.ansatz.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.junit.jupiter.api.Test;

/** Integrals lie in their enclosures, wherever jumps and kinks are. */
class IntegralTest {

    /** A function of one variable, as series. */
    private interface Of {
        Series of(Series x);
    }

    private static Enclosing function(Of of) {
        return (box, by, order) -> of.of(Series.variable(box[0], order));
    }

    private static Series number(double c, Series like) {
        return Series.constant(Interval.of(c), like.order());
    }

    @Test
    void aPolynomialIsExactToRounding() {
        Interval value = Integral.of(function(x -> x.power(5)), 0, 2).value();
        assertThat(value.contains(64 / 6.0)).isTrue();
        assertThat(value.width()).isLessThan(1e-13);
    }

    @Test
    void aJumpAnywhereIsCovered() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 50; i++) {
            double c = random.nextDouble();
            Interval value = Integral.of(function(x -> x.minus(number(c, x)).step()), 0, 1)
                    .value();
            assertThat(value.contains(1 - c)).as("jump at %s", c).isTrue();
            assertThat(value.width()).isLessThan(1e-12);
        }
    }

    @Test
    void aPulseNarrowerThanAnyRuleIsCovered() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 50; i++) {
            double from = random.nextDouble();
            double to = from + 0x1p-40;
            Interval value = Integral.of(
                            function(x -> x.minus(number(from, x))
                                    .step()
                                    .minus(x.minus(number(to, x)).step())),
                            0,
                            1)
                    .value();
            assertThat(value.contains(Math.min(to, 1) - from))
                    .as("pulse at %s", from)
                    .isTrue();
        }
    }

    @Test
    void aPoleIsSaidToBeOne() {
        Integral.Found found = Integral.of(function(x -> number(1, x).over(x.minus(number(0.3, x)))), 0, 1);
        assertThat(found.unbounded()).hasSize(1);
        assertThat(found.unbounded().get(0).contains(0.3)).isTrue();
        assertThat(found.value().isBounded()).isFalse();
    }

    /** Far out the exponential is below the smallest double, which times a power of 2^400 is much; it is no reason to go on. */
    @Test
    void aTailBelowTheSmallestDoubleIsRounding() {
        int[] asked = {0};
        Enclosing counted = (box, by, order) -> {
            asked[0]++;
            Series x = Series.variable(box[0], order);
            return x.square().times(x.negate().exp());
        };
        Integral.Found found = Integral.ofUnbounded(counted, new Interval(0, Double.POSITIVE_INFINITY));
        assertThat(found.value().contains(2)).isTrue();
        assertThat(asked[0]).isLessThan(4000);
    }
}
