package org.ansatz.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.BinaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operations on two numbers, and functions with jumps and kinks, hold the value; tried as often as {@link EnclosureTest}. */
@SuppressWarnings({"EnumOrdinal", "ImmutableEnumChecker"}) // a seed for each
class PairedEnclosureTest {

    private static final BigNumbers MANY_DIGITS = new BigNumbers(45);
    private static final Twofold TWOFOLD = new Twofold();
    private static final double CLEAR = 1e-18;

    /** An operation as series, and exactly. */
    enum Operation {
        PLUS(Series::plus, 1),
        MINUS(Series::minus, 1),
        TIMES(Series::times, 2),
        OVER(Series::over, 2),
        POWER((x, y) -> x.power(y), 4),
        ANGLE((y, x) -> y.angle(x), 8),
        MAX(Series::max, 0),
        MIN(Series::min, 0),
        MODULO(Series::modulo, Double.POSITIVE_INFINITY),
        FLOOR((x, y) -> x.floor(), Double.POSITIVE_INFINITY),
        SIGN((x, y) -> x.sign(), 0),
        STEP((x, y) -> x.step(), 0),
        ABS((x, y) -> x.abs(), 0),
        OR(Series::or, Double.POSITIVE_INFINITY);

        private final BinaryOperator<Series> ours;
        private final double ulps;

        Operation(BinaryOperator<Series> ours, double ulps) {
            this.ours = ours;
            this.ulps = ulps;
        }

        boolean isDefined(double x, double y) {
            return switch (this) {
                case OVER, MODULO -> y != 0;
                case POWER -> x > 0 || x == 0 && y > 0;
                case ANGLE -> x != 0 || y != 0;
                default -> true;
            };
        }

        BigDecimal exact(double x, double y) {
            BigDecimal a = new BigDecimal(x);
            BigDecimal b = new BigDecimal(y);
            return switch (this) {
                case PLUS -> a.add(b);
                case MINUS -> a.subtract(b);
                case TIMES -> a.multiply(b);
                case OVER -> MANY_DIGITS.over(a, b);
                case POWER -> x == 0 ? BigDecimal.ZERO : MANY_DIGITS.power(a, b);
                case ANGLE -> y < 0 && x == 0 ? MANY_DIGITS.halfTurn() : MANY_DIGITS.angle(a, b);
                case MAX -> a.max(b);
                case MIN -> a.min(b);
                case MODULO ->
                    a.subtract(b.multiply(a.divide(b, 700, RoundingMode.FLOOR).setScale(0, RoundingMode.FLOOR)));
                case FLOOR -> a.setScale(0, RoundingMode.FLOOR);
                case SIGN -> BigDecimal.valueOf(a.signum());
                case STEP -> a.signum() > 0 ? BigDecimal.ONE : BigDecimal.ZERO;
                case ABS -> a.abs();
                case OR -> a;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEnclosureAtAPointHoldsTheValueAndIsNarrow(Operation operation) {
        Samples samples = new Samples(3000 + operation.ordinal(), lowest(operation), Double.MAX_VALUE);
        Samples others = new Samples(4000 + operation.ordinal(), -Double.MAX_VALUE, Double.MAX_VALUE);
        for (int i = 0; i < EnclosureTest.points(); i++) {
            double x = samples.point();
            double y = others.below(20) == 0 ? x : others.point();
            if (operation.isDefined(x, y)) {
                Interval range = on(operation, Interval.of(x), Interval.of(y)).range();
                assertHolds(operation, x, y, range);
                boolean isCut = operation == Operation.ANGLE && x == 0 && y <= 0;
                assertThat(isCut ? 0 : EnclosureTest.ulps(range))
                        .as("ulps of %s of %s and %s", operation, x, y)
                        .isLessThanOrEqualTo(operation.ulps);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEnclosureOnSetsHoldsTheValueAtEachPointInside(Operation operation) {
        Samples samples = new Samples(5000 + operation.ordinal(), lowest(operation), Double.MAX_VALUE);
        Samples others = new Samples(6000 + operation.ordinal(), -Double.MAX_VALUE, Double.MAX_VALUE);
        for (int i = 0; i < EnclosureTest.points(); i++) {
            Interval a = samples.set();
            Interval b = others.set();
            Series on = on(operation, a, b);
            double x = samples.inside(a);
            double y = others.inside(b);
            if (operation.isDefined(x, y)) {
                assertHolds(operation, x, y, on.range());
            } else {
                boolean isZero = operation == Operation.POWER && x == 0 && y == 0;
                assertThat(isZero || !on.regularity().isAtLeast(Regularity.DEFINED))
                        .as("%s is not defined at %s and %s", operation, x, y)
                        .isTrue();
            }
        }
    }

    private static double lowest(Operation operation) {
        return operation == Operation.POWER ? 0 : -Double.MAX_VALUE;
    }

    private static Series on(Operation operation, Interval x, Interval y) {
        return operation.ours.apply(Series.variable(x, 0), Series.constant(y, 0));
    }

    private static void assertHolds(Operation operation, double x, double y, Interval range) {
        if (operation == Operation.POWER && x > 0) {
            Twofold.Pair quick = TWOFOLD.power(TWOFOLD.of(x), TWOFOLD.of(y));
            double room = CLEAR * Math.abs(quick.high());
            if (quick.high() - range.low() > room && range.high() - quick.high() > room) {
                return;
            }
        }
        EnclosureTest.assertHolds(operation + " of " + x + " and " + y, operation.exact(x, y), range);
    }
}
