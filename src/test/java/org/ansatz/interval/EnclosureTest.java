package org.ansatz.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Enclosures hold the value, at every point and on every set that is tried, and of points they are narrow. Of each function
 * {@value #POINTS} points and as many sets are tried; {@code -Dansatz.enclosures=1000000} tries so many.
 */
@SuppressWarnings("EnumOrdinal") // a seed for each
class EnclosureTest {

    static final int POINTS = 1000;

    private static final int DIGITS = 45;
    private static final BigNumbers MANY_DIGITS = new BigNumbers(DIGITS);
    private static final Twofold TWOFOLD = new Twofold();

    /** What is decided by two doubles is so by far. */
    private static final double CLEAR = 1e-20;

    /** The relative error of many digits. */
    private static final BigDecimal ERROR = new BigDecimal("1e-30");

    static int points() {
        return Integer.getInteger("ansatz.enclosures", POINTS);
    }

    @ParameterizedTest
    @EnumSource
    void theEnclosureOfAPointHoldsTheValueAndIsNarrow(ElementaryFunction f) {
        Samples samples = new Samples(f.ordinal(), f.low(), f.high());
        for (int i = 0; i < points(); i++) {
            double x = samples.point();
            if (f.isDefined(x)) {
                Series y = f.of(Series.variable(Interval.of(x), 0));
                assertHolds(f, x, y.range());
                assertThat(ulps(y.range())).as("ulps of %s(%s)", f, x).isLessThanOrEqualTo(f.ulps());
                boolean known = y.regularity().isAtLeast(Regularity.CONTINUOUS)
                        || !y.range().isBounded();
                assertThat(known).as("%s is continuous at %s", f, x).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEnclosureOfASetHoldsTheValueAtEachPointInside(ElementaryFunction f) {
        Samples samples = new Samples(1000 + f.ordinal(), f.low(), f.high());
        for (int i = 0; i < points(); i++) {
            Interval set = samples.set();
            Series y = f.of(Series.variable(set, 0));
            for (int k = 0; k < 2; k++) {
                double x = samples.inside(set);
                if (f.isDefined(x)) {
                    assertThat(y.regularity()).as("%s on %s", f, set).isNotEqualTo(Regularity.NOWHERE);
                    assertHolds(f, x, y.range());
                } else {
                    assertThat(y.regularity()).as("%s on %s", f, set).isLessThanOrEqualTo(Regularity.PARTIAL);
                }
            }
        }
    }

    @Test
    void neighbouringDoublesMayLieHalfATurnApart() {
        for (double x = 0x1p50; x < 0x1p60; x *= 2) {
            Interval set = new Interval(x, Math.nextUp(x));
            assertHolds(
                    ElementaryFunction.SIN,
                    x,
                    ElementaryFunction.SIN.of(Series.variable(set, 0)).range());
            assertHolds(
                    ElementaryFunction.COS,
                    x,
                    ElementaryFunction.COS.of(Series.variable(set, 0)).range());
            assertHolds(
                    ElementaryFunction.TAN,
                    x,
                    ElementaryFunction.TAN.of(Series.variable(set, 0)).range());
        }
    }

    /** The two references agree, so that points which the quick one decides are decided rightly. */
    @ParameterizedTest
    @EnumSource
    void theQuickReferenceAgreesWithThatOfManyDigits(ElementaryFunction f) {
        Samples samples = new Samples(2000 + f.ordinal(), f.low(), f.high());
        for (int i = 0; i < POINTS / 40; i++) {
            double x = samples.point();
            if (f.isDefined(x)) {
                Twofold.Pair quick = f.exact(TWOFOLD.of(x), TWOFOLD);
                if (!Double.isNaN(quick.high() + quick.low())) {
                    BigDecimal value = f.exact(MANY_DIGITS.of(x), MANY_DIGITS);
                    BigDecimal sum = new BigDecimal(quick.high()).add(new BigDecimal(quick.low()));
                    assertThat(sum.subtract(value).abs())
                            .as("%s(%s)", f, x)
                            .isLessThanOrEqualTo(value.abs().multiply(new BigDecimal(CLEAR / 10)));
                }
            }
        }
    }

    private static void assertHolds(ElementaryFunction f, double x, Interval y) {
        Twofold.Pair quick = f.exact(TWOFOLD.of(x), TWOFOLD);
        double room = CLEAR * Math.abs(quick.high());
        if (quick.high() - y.low() + quick.low() > room && y.high() - quick.high() - quick.low() > room) {
            return;
        }
        assertHolds(f + "(" + x + ")", f.exact(MANY_DIGITS.of(x), MANY_DIGITS), y);
    }

    static void assertHolds(String what, BigDecimal exact, Interval y) {
        BigDecimal value = BigNumbers.reachable(exact);
        BigDecimal error = value.abs().multiply(ERROR);
        boolean above = y.low() == Double.NEGATIVE_INFINITY
                || y.low() < Double.POSITIVE_INFINITY && new BigDecimal(y.low()).compareTo(value.add(error)) <= 0;
        boolean below = y.high() == Double.POSITIVE_INFINITY
                || y.high() > Double.NEGATIVE_INFINITY
                        && new BigDecimal(y.high()).compareTo(value.subtract(error)) >= 0;
        assertThat(above && below)
                .as("%s = %s lies in %s", what, value.round(new MathContext(25)), y)
                .isTrue();
    }

    /** How many ulps wide it is, where the numbers in it are normal; else 0. */
    static double ulps(Interval y) {
        boolean normal = y.isBounded() && y.mignitude() >= 0x1p-1000 && y.magnitude() < Double.MAX_VALUE / 4;
        return normal ? (y.high() - y.low()) / Math.ulp(y.magnitude()) : 0;
    }
}
