package org.ansatz.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Intervals with outward rounding, beside exact arithmetic: on all pairs of numbers at which rounding, overflow and underflow change, and
 * of intervals between them. Nothing is missed, and no end is farther out than it must be.
 */
final class IntervalTest {

    /** Small numbers have some thousand digits, which are found once. */
    private static final Map<Double, BigDecimal> BIG = new ConcurrentHashMap<>();

    private static final double TINY = Double.MIN_VALUE;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** Below it a remainder may be rounded away, and an end may be one step too far out. */
    private static final double SMALL = 0x1p-955;

    private static final double[] MAGNITUDES = {
        TINY,
        3 * TINY,
        Double.MIN_NORMAL,
        0x1p-962,
        0x1.8p-960,
        0x1p-500,
        1e-17,
        0.1,
        1 / 3.0,
        1,
        Math.nextUp(1.0),
        1.5,
        3,
        Math.PI,
        1e15 + 0.3,
        0x1p53 + 2,
        1e155,
        0x1.3p600,
        Double.MAX_VALUE
    };

    /** The magnitudes with both signs, zero, and random numbers of all sizes. */
    private static List<Double> numbers() {
        List<Double> numbers = new ArrayList<>(List.of(0.0));
        for (double magnitude : MAGNITUDES) {
            numbers.add(magnitude);
            numbers.add(-magnitude);
        }
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < 20; i++) {
            numbers.add(Math.scalb(random.nextDouble() - 0.5, random.nextInt(-1040, 1020)));
            numbers.add(random.nextDouble() - 0.5);
        }
        return numbers;
    }

    /** An operation, and the sign of how much a double exceeds what it exactly comes to. */
    enum Operation {
        PLUS {
            @Override
            Interval of(Interval a, Interval b) {
                return a.plus(b);
            }

            @Override
            int excess(double d, double a, double b) {
                return big(d).compareTo(big(a).add(big(b)));
            }

            @Override
            double nearest(double a, double b) {
                return a + b;
            }
        },
        MINUS {
            @Override
            Interval of(Interval a, Interval b) {
                return a.minus(b);
            }

            @Override
            int excess(double d, double a, double b) {
                return big(d).compareTo(big(a).subtract(big(b)));
            }

            @Override
            double nearest(double a, double b) {
                return a - b;
            }
        },
        TIMES {
            @Override
            Interval of(Interval a, Interval b) {
                return a.times(b);
            }

            @Override
            int excess(double d, double a, double b) {
                return big(d).compareTo(big(a).multiply(big(b)));
            }

            @Override
            double nearest(double a, double b) {
                return a * b;
            }
        },
        OVER {
            @Override
            Interval of(Interval a, Interval b) {
                return a.over(b);
            }

            /** d > a/b where d·b > a, or < a for a negative b. */
            @Override
            int excess(double d, double a, double b) {
                return big(d).multiply(big(b)).compareTo(big(a)) * (b < 0 ? -1 : 1);
            }

            @Override
            double nearest(double a, double b) {
                return a / b;
            }
        };

        abstract Interval of(Interval a, Interval b);

        abstract int excess(double d, double a, double b);

        /** The double nearest to it. */
        abstract double nearest(double a, double b);

        boolean isDefined(double b) {
            return this != OVER || b != 0;
        }

        private static BigDecimal big(double x) {
            return IntervalTest.big(x);
        }
    }

    /** Whether a number, perhaps infinite, is not above what an operation comes to, or not below it. */
    private static boolean isBelow(double d, double a, double b, Operation operation) {
        return d == -INFINITE || d != INFINITE && operation.excess(d, a, b) <= 0;
    }

    private static boolean isAbove(double d, double a, double b, Operation operation) {
        return d == INFINITE || d != -INFINITE && operation.excess(d, a, b) >= 0;
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void ofTwoNumbersTheEndsAreTheNeighboursOfTheResult(Operation operation) {
        List<String> wrong = new ArrayList<>();
        for (double a : numbers()) {
            for (double b : numbers()) {
                String fault = operation.isDefined(b) ? fault(a, b, operation) : "";
                if (!fault.isEmpty()) {
                    wrong.add(a + " " + operation + " " + b + ": " + fault);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String fault(double a, double b, Operation operation) {
        Interval found = operation.of(Interval.of(a), Interval.of(b));
        if (!isBelow(found.low(), a, b, operation) || !isAbove(found.high(), a, b, operation)) {
            return "not in " + found;
        }
        double nearest = operation.nearest(a, b);
        boolean isSmall = Math.abs(nearest) < SMALL || Math.abs(a) < SMALL;
        if (!isSmall && Double.isFinite(nearest) && operation.excess(nearest, a, b) == 0) {
            return found.isPoint() ? "" : found + " is no point";
        }
        // One step further in is on the wrong side, or the result itself.
        int steps = isSmall && operation.excess(0, a, b) != 0 ? 2 : 1;
        boolean isTight =
                isAbove(up(found.low(), steps), a, b, operation) && isBelow(-up(-found.high(), steps), a, b, operation);
        return isTight ? "" : found + " is too wide";
    }

    private static double up(double x, int steps) {
        double up = x;
        for (int i = 0; i < steps; i++) {
            up = Math.nextUp(up);
        }
        return up;
    }

    // ---- intervals

    private static final double[] ENDS = {
        -INFINITE, -Double.MAX_VALUE, -3, -1, -0x1p-970, 0, 0x1p-970, 0.1, 2, 1e300, INFINITE
    };

    private static List<Interval> intervals() {
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < ENDS.length; i++) {
            for (int j = i; j < ENDS.length; j++) {
                if (ENDS[i] != INFINITE && ENDS[j] != -INFINITE) {
                    intervals.add(new Interval(ENDS[i], ENDS[j]));
                }
            }
        }
        return intervals;
    }

    /** Finite numbers inside, its ends among them. */
    private static double[] inside(Interval interval) {
        return new double[] {
            Math.max(interval.low(), -Double.MAX_VALUE), interval.middle(), Math.min(interval.high(), Double.MAX_VALUE)
        };
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void whateverIsInsideComesToSomethingInside(Operation operation) {
        List<String> missed = new ArrayList<>();
        for (Interval a : intervals()) {
            for (Interval b : intervals()) {
                Interval found = operation.of(a, b);
                for (double x : inside(a)) {
                    for (double y : inside(b)) {
                        boolean isHeld = !operation.isDefined(y)
                                || isBelow(found.low(), x, y, operation) && isAbove(found.high(), x, y, operation);
                        if (!isHeld) {
                            missed.add(a + " " + operation + " " + b + " at " + x + ", " + y + ": " + found);
                        }
                    }
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    /** Of bounded sets, the divisor away from zero, the ends are those of the corners. */
    @ParameterizedTest
    @EnumSource(Operation.class)
    void theEndsAreThoseOfTheCorners(Operation operation) {
        for (Interval a : intervals()) {
            for (Interval b : intervals()) {
                if (a.isBounded() && b.isBounded() && (operation != Operation.OVER || b.sign() != 0)) {
                    double low = INFINITE;
                    double high = -INFINITE;
                    for (double x : new double[] {a.low(), a.high()}) {
                        for (double y : new double[] {b.low(), b.high()}) {
                            Interval corner = operation.of(Interval.of(x), Interval.of(y));
                            low = Math.min(low, corner.low());
                            high = Math.max(high, corner.high());
                        }
                    }
                    Interval found = operation.of(a, b);
                    // Beside zero one corner may be rounded to the other side, where the set ends at zero.
                    assertThat(found.low()).as("%s %s %s", a, operation, b).isIn(low + 0.0, low + TINY + 0.0);
                    assertThat(found.high()).as("%s %s %s", a, operation, b).isIn(high + 0.0, high - TINY + 0.0);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} over {1} is {2}")
    @CsvSource({
        "1..2, 0..4, 0.25..inf",
        "-2..-1, 0..4, -inf..-0.25",
        "1..2, -4..0, -inf..-0.25",
        "-2..-1, -4..0, 0.25..inf",
        "-1..1, 0..4, -inf..inf",
        "1..2, -1..1, -inf..inf",
        "1..2, 0..0, -inf..inf",
        "0..0, 0..4, 0..inf",
        "1..2, 4..inf, 0..0.5",
        "-2..-1, 4..inf, -0.5..0",
        "1..inf, 4..inf, 0..inf",
        "-inf..-1, 4..inf, -inf..0",
        "1..2, -inf..-4, -0.5..0",
        "2..inf, 1..4, 0.5..inf",
        "-inf..-2, 1..4, -inf..-0.5",
        "1..2, -8..-4, -0.5..-0.125",
    })
    void aQuotientOfSetsThatReachZeroOrInfinity(String a, String b, String quotient) {
        assertThat(interval(a).over(interval(b))).isEqualTo(interval(quotient));
    }

    private static Interval interval(String text) {
        String[] ends = text.split("\\.\\.");
        return new Interval(end(ends[0]), end(ends[1]));
    }

    private static double end(String text) {
        return text.equals("inf") ? INFINITE : text.equals("-inf") ? -INFINITE : Double.parseDouble(text);
    }

    @Test
    void wholeFactorsAndDivisors() {
        Interval third = Interval.ONE.over(3);
        assertThat(third.low()).isLessThan(third.high());
        assertThat(big(third.low()).multiply(big(3)).compareTo(BigDecimal.ONE)).isNegative();
        assertThat(big(third.high()).multiply(big(3)).compareTo(BigDecimal.ONE)).isPositive();
        assertThat(Math.nextUp(third.low())).isEqualTo(third.high());
        assertThat(new Interval(-6, 9).over(3)).isEqualTo(new Interval(-2, 3));
        assertThat(new Interval(-6, 9).over(1)).isEqualTo(new Interval(-6, 9));
        assertThat(new Interval(-6, 9).times(3)).isEqualTo(new Interval(-18, 27));
        assertThat(new Interval(-6, 9).times(1)).isEqualTo(new Interval(-6, 9));
        assertThat(Interval.of(0.1).times(3).isPoint()).isFalse();
        assertThat(Interval.of(0.1).times(3).contains(0.30000000000000004)).isTrue();
    }

    private static BigDecimal big(double x) {
        return BIG.computeIfAbsent(x, BigDecimal::new);
    }

    @Test
    void theSquareRootIsBetweenNeighbours() {
        for (double x : numbers()) {
            if (x >= 0) {
                Interval root = Interval.of(x).sqrt();
                assertThat(big(root.low()).pow(2).compareTo(big(x))).as("%s", x).isNotPositive();
                assertThat(big(root.high()).pow(2).compareTo(big(x)))
                        .as("%s", x)
                        .isNotNegative();
                int steps = x < 0x1p-950 ? 2 : 1;
                assertThat(root.high()).as("%s", x).isLessThanOrEqualTo(up(root.low(), steps));
                if (root.low() != root.high() && steps == 1) {
                    assertThat(big(Math.sqrt(x)).pow(2).compareTo(big(x)))
                            .as("%s", x)
                            .isNotZero();
                }
            }
        }
        assertThat(Interval.of(9).sqrt()).isEqualTo(Interval.of(3));
        assertThat(new Interval(-4, 9).sqrt()).isEqualTo(new Interval(0, 3));
        assertThat(new Interval(-4, -1).sqrt()).isEqualTo(Interval.ZERO);
        assertThat(new Interval(4, INFINITE).sqrt()).isEqualTo(new Interval(2, INFINITE));
    }

    @Test
    void theSquareIsNeverNegative() {
        assertThat(new Interval(-2, 3).square()).isEqualTo(new Interval(0, 9));
        assertThat(new Interval(-3, -2).square()).isEqualTo(new Interval(4, 9));
        assertThat(new Interval(2, 3).square()).isEqualTo(new Interval(4, 9));
        assertThat(Interval.of(TINY).square()).isEqualTo(new Interval(0, TINY));
        Interval square = Interval.of(0.1).square();
        assertThat(big(square.low()).compareTo(big(0.1).pow(2))).isNegative();
        assertThat(big(square.high()).compareTo(big(0.1).pow(2))).isPositive();
    }

    // ---- what it is

    @Test
    void endsAreInOrder() {
        assertThatThrownBy(() -> new Interval(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no interval from 2.0 to 1.0");
        assertThatThrownBy(() -> new Interval(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Interval.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Interval(1, 2)).hasToString("[1.0, 2.0]");
    }

    @Test
    void whatItHolds() {
        Interval interval = new Interval(-1, 2);
        assertThat(List.of(-1.0, 0.0, 2.0)).allMatch(interval::contains);
        assertThat(List.of(Math.nextDown(-1.0), Math.nextUp(2.0), Double.NaN)).noneMatch(interval::contains);
        assertThat(interval.contains(new Interval(-1, 2))).isTrue();
        assertThat(interval.contains(new Interval(-1.5, 2))).isFalse();
        assertThat(interval.contains(new Interval(-1, 2.5))).isFalse();
        assertThat(interval.meets(new Interval(2, 3)) && interval.meets(new Interval(-2, -1)))
                .isTrue();
        assertThat(interval.meets(new Interval(2.5, 3)) || interval.meets(new Interval(-2, -1.5)))
                .isFalse();
        assertThat(interval.hull(new Interval(5, 6))).isEqualTo(new Interval(-1, 6));
        assertThat(interval.hull(new Interval(-5, 1))).isEqualTo(new Interval(-5, 2));
        assertThat(interval.and(new Interval(1, 6))).isEqualTo(new Interval(1, 2));
        assertThat(interval.and(new Interval(2, 6))).isEqualTo(Interval.of(2));
        assertThat(interval.and(new Interval(5, 6))).isEqualTo(interval);
        assertThat(Interval.around(1)).isEqualTo(new Interval(Math.nextDown(1.0), Math.nextUp(1.0)));
    }

    @Test
    void howLargeItIs() {
        assertThat(Interval.of(7).width()).isZero();
        assertThat(new Interval(0, 1).width()).isEqualTo(Math.nextUp(1.0));
        assertThat(new Interval(-1e-30, 1).width()).isGreaterThan(1);
        assertThat(new Interval(-3, 2).magnitude()).isEqualTo(3);
        assertThat(new Interval(-3, 2).mignitude()).isZero();
        assertThat(new Interval(-3, -2).mignitude()).isEqualTo(2);
        assertThat(new Interval(2, 3).mignitude()).isEqualTo(2);
        assertThat(new Interval(2, 3).distance(1)).isCloseTo(2, within(1e-15)).isGreaterThan(2);
        assertThat(new Interval(2, 3).distance(5)).isCloseTo(3, within(1e-15)).isGreaterThan(3);
        assertThat(new Interval(2, 3).gap(1)).isEqualTo(1);
        assertThat(new Interval(2, 3).gap(5)).isEqualTo(2);
        assertThat(List.of(2.0, 2.5, 3.0)).allMatch(x -> new Interval(2, 3).gap(x) == 0);
        assertThat(Interval.ENTIRE.isBounded() || new Interval(0, INFINITE).isBounded())
                .isFalse();
        assertThat(new Interval(-INFINITE, 0).isBounded()).isFalse();
        assertThat(new Interval(-Double.MAX_VALUE, Double.MAX_VALUE).isBounded())
                .isTrue();
    }

    @Test
    void itsSign() {
        assertThat(new Interval(TINY, 1).sign()).isEqualTo(1);
        assertThat(new Interval(-1, -TINY).sign()).isEqualTo(-1);
        assertThat(List.of(new Interval(0, 1), new Interval(-1, 0), new Interval(-1, 1), Interval.ZERO))
                .allMatch(interval -> interval.sign() == 0);
        assertThat(Interval.ZERO.isZero()).isTrue();
        assertThat(new Interval(0, 1).isZero() || new Interval(-1, 0).isZero()).isFalse();
        assertThat(new Interval(-1, 2).negate()).isEqualTo(new Interval(-2, 1));
        assertThat(Double.doubleToRawLongBits(Interval.ZERO.negate().low())).isZero();
    }

    @ParameterizedTest(name = "the middle of {0} to {1} is {2}")
    @CsvSource({
        "1, 3, 2",
        "-1, 1, 0",
        "-Infinity, Infinity, 0",
        "-Infinity, 5, -1.7976931348623157E308",
        "5, Infinity, 1.7976931348623157E308",
        "1.7e308, 1.75e308, 1.725e308",
        "-1.75e308, -1.7e308, -1.725e308",
        "4.9e-324, 4.9e-324, 4.9e-324",
        "2, 2, 2",
    })
    void theMiddleIsInsideAndFinite(double low, double high, double middle) {
        Interval interval = new Interval(low, high);
        assertThat(interval.middle()).isEqualTo(middle);
        assertThat(interval.contains(interval.middle())).isTrue();
    }

    @Test
    void magnitudesExtremesAndWholeNumbers() {
        assertThat(new Interval(-3, 2).abs()).isEqualTo(new Interval(0, 3));
        assertThat(new Interval(-3, -2).abs()).isEqualTo(new Interval(2, 3));
        assertThat(new Interval(1, 4).max(new Interval(2, 3))).isEqualTo(new Interval(2, 4));
        assertThat(new Interval(1, 4).min(new Interval(2, 3))).isEqualTo(new Interval(1, 3));
        assertThat(new Interval(-1.5, 2.5).floor()).isEqualTo(new Interval(-2, 2));
        assertThat(Interval.ZERO.plus(new Interval(0.1, 0.2))).isEqualTo(new Interval(0.1, 0.2));
        assertThat(new Interval(0.1, 0.2).plus(Interval.ZERO)).isEqualTo(new Interval(0.1, 0.2));
        assertThat(Interval.ENTIRE.times(Interval.ZERO)).isEqualTo(Interval.ZERO);
        assertThat(Interval.ENTIRE.plus(Interval.ENTIRE)).isEqualTo(Interval.ENTIRE);
        assertThat(Interval.of(Double.MAX_VALUE).plus(Interval.of(Double.MAX_VALUE)))
                .isEqualTo(new Interval(Double.MAX_VALUE, INFINITE));
        assertThat(Interval.of(-Double.MAX_VALUE).times(Interval.of(2)))
                .isEqualTo(new Interval(-INFINITE, -Double.MAX_VALUE));
        assertThat(Interval.of(Double.MAX_VALUE).over(Interval.of(0.5)))
                .isEqualTo(new Interval(Double.MAX_VALUE, INFINITE));
    }
}
