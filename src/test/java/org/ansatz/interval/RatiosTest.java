package org.ansatz.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that are made of exponentials, on sets on which these change by many orders of magnitude. */
class RatiosTest {

    private static final int ORDER = 8;

    private static final Map<String, UnaryOperator<Series>> FUNCTIONS = Map.ofEntries(
            Map.entry("exp", Series::exp),
            Map.entry("cosh", Series::cosh),
            Map.entry("tanh", Series::tanh),
            Map.entry(
                    "logistic",
                    u -> number(1, u).over(number(1, u).plus(u.negate().exp()))),
            Map.entry("bell", u -> u.square().negate().exp()),
            Map.entry("sech²", u -> number(1, u).over(u.cosh().square())),
            Map.entry("cosh⁻³", u -> u.cosh().power(-3)),
            Map.entry(
                    "sum",
                    u -> number(2, u).times(u.exp()).plus(u.negate().exp().times(number(3, u)))),
            Map.entry("negative sum", u -> u.exp().negate().minus(u.cosh())),
            Map.entry("difference", u -> u.exp().minus(u.cosh())),
            Map.entry("product", u -> u.times(u.exp())),
            Map.entry("log", u -> number(1, u).plus(u.exp()).log()),
            Map.entry("root", u -> number(1, u).plus(u.exp()).sqrt()),
            Map.entry("power", u -> number(1, u).plus(u.exp()).power(number(1.5, u))),
            Map.entry("quotient", u -> u.exp().over(u.cosh().plus(number(1, u)))),
            Map.entry(
                    "composed", u -> u.cosh().plus(number(1, u)).log().negate().exp()));

    private static Series number(double number, Series like) {
        return Series.constant(Interval.of(number), like.order());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp",
                "cosh",
                "tanh",
                "logistic",
                "bell",
                "sech²",
                "cosh⁻³",
                "sum",
                "negative sum",
                "difference",
                "product",
                "log",
                "root",
                "power",
                "quotient",
                "composed"
            })
    void theCoefficientsOnASetHoldThoseAtPointsInside(String name) {
        UnaryOperator<Series> function = Objects.requireNonNull(FUNCTIONS.get(name));
        Random random = new Random(name.hashCode());
        for (int i = 0; i < 500; i++) {
            double low = random.nextGaussian() * 30;
            double width = Math.exp(random.nextDouble() * 8 - 4);
            Interval set = new Interval(low, low + width);
            Series on = function.apply(Series.variable(set, ORDER));
            for (int j = 0; j < 20; j++) {
                double x = Math.min(set.high(), low + width * random.nextDouble());
                Series at = function.apply(Series.variable(Interval.of(x), ORDER));
                for (int k = 0; k <= ORDER; k++) {
                    assertThat(on.coefficient(k).meets(at.coefficient(k)))
                            .as(
                                    "coefficient %d of %s on %s at %s: %s in %s",
                                    k, name, set, x, at.coefficient(k), on.coefficient(k))
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "logistic", "sech²", "cosh⁻³", "bell"})
    void whatIsNextToConstantIsSeenToBe(String name) {
        for (Interval set : new Interval[] {new Interval(100, 1e4), new Interval(-1e8, -500)}) {
            Series on = Objects.requireNonNull(FUNCTIONS.get(name)).apply(Series.variable(set, ORDER));
            assertThat(on.coefficient(ORDER).magnitude())
                    .as("%s on %s: %s", name, set, on)
                    .isLessThan(1e-35);
        }
    }

    @Test
    void aSumOfNothingAndNothingHasNoParts() {
        Series tiny = Series.variable(new Interval(-1e4, -5e3), ORDER).exp();
        Series sum = tiny.plus(tiny);
        assertThat(sum.coefficient(1).low()).isLessThanOrEqualTo(0);
        assertThat(sum.coefficient(1).high()).isGreaterThan(0);
        assertThat(Series.constant(Interval.ONE, ORDER).over(sum).coefficient(1).contains(-1e300))
                .isTrue();
    }
}
