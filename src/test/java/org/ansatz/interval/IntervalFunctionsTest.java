package org.ansatz.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the ends of an elementary function's range are exact, where it has an extremum inside, and what is beyond its domain. */
final class IntervalFunctionsTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** How far out an end may be, relative to it. */
    private static final double TIGHT = 1e-14;

    private static final Map<String, UnaryOperator<Interval>> FUNCTIONS = Map.ofEntries(
            Map.entry("exp", IntervalFunctions::exp),
            Map.entry("log", IntervalFunctions::log),
            Map.entry("log1p", IntervalFunctions::log1p),
            Map.entry("sin", IntervalFunctions::sin),
            Map.entry("cos", IntervalFunctions::cos),
            Map.entry("tan", IntervalFunctions::tan),
            Map.entry("sinh", IntervalFunctions::sinh),
            Map.entry("cosh", IntervalFunctions::cosh),
            Map.entry("tanh", IntervalFunctions::tanh),
            Map.entry("asin", IntervalFunctions::asin),
            Map.entry("acos", IntervalFunctions::acos),
            Map.entry("atan", IntervalFunctions::atan),
            Map.entry("asinh", IntervalFunctions::asinh),
            Map.entry("acosh", IntervalFunctions::acosh),
            Map.entry("atanh", IntervalFunctions::atanh),
            Map.entry("sigmoid", IntervalFunctions::sigmoid),
            Map.entry("softplus", IntervalFunctions::softplus),
            Map.entry("erf", IntervalFunctions::erf),
            Map.entry("erfc", IntervalFunctions::erfc),
            Map.entry("Q", IntervalFunctions::gaussianTail),
            Map.entry("Qinv", IntervalFunctions::gaussianTailInverse));

    /** An end that is exactly this. */
    private static void assertExact(double end, double wanted) {
        assertThat(end + 0.0).isEqualTo(wanted + 0.0);
    }

    @ParameterizedTest
    @CsvSource({
        "exp, 0, 0, 1, 1",
        "exp, -Infinity, 0, 0, 1",
        "exp, 0, 1000, 1, Infinity",
        "exp, -2000, -1000, 0, 9.9e-324",
        "log, 1, 1, 0, 0",
        "log, 0, 1, -Infinity, 0",
        "log, -3, 0, -Infinity, -Infinity",
        "log, 0, Infinity, -Infinity, Infinity",
        "log1p, 0, 0, 0, 0",
        "log1p, -1, 0, -Infinity, 0",
        "log1p, -2, 0, -Infinity, 0",
        "sin, 0, 0, 0, 0",
        "cos, 0, 0, 1, 1",
        "sin, -Infinity, 0, -1, 1",
        "sin, 0, 6.3, -1, 1",
        "cos, 0, 6.3, -1, 1",
        "cos, 1, 7, -1, 1",
        "tan, 0, 0, 0, 0",
        "tan, 1, 2, -Infinity, Infinity",
        "tan, 0, 3.5, -Infinity, Infinity",
        "tan, -Infinity, 0, -Infinity, Infinity",
        "sinh, 0, 0, 0, 0",
        "cosh, 0, 0, 1, 1",
        "tanh, 0, 0, 0, 0",
        "asin, 0, 0, 0, 0",
        "acos, 1, 1, 0, 0",
        "acos, 1, 3, 0, 0",
        "atan, 0, 0, 0, 0",
        "asinh, 0, 0, 0, 0",
        "acosh, 1, 1, 0, 0",
        "acosh, -3, 1, 0, 0",
        "atanh, 0, 0, 0, 0",
        "atanh, -1, 1, -Infinity, Infinity",
        "atanh, -3, 3, -Infinity, Infinity",
        "erf, 0, 0, 0, 0",
        "erf, -30, 30, -1, 1",
        "erfc, 0, 0, 1, 1",
        "Q, 0, 0, 0.5, 0.5",
        "Qinv, 0.5, 0.5, 0, 0",
        "Qinv, 0, 1, -Infinity, Infinity",
        "Qinv, -3, 3, -Infinity, Infinity"
    })
    void someEndsAreExact(String function, double from, double to, double low, double high) {
        Interval y = Objects.requireNonNull(FUNCTIONS.get(function)).apply(new Interval(from, to));
        assertExact(y.low(), low);
        assertExact(y.high(), high);
    }

    /** What is too large for a double has an end below the largest of them, by as many roundings as are allowed for, and none above. */
    @ParameterizedTest
    @CsvSource({"exp, 1000, 2000", "sinh, 1000, 2000", "cosh, 1000, 2000", "softplus, 1.79769e308, Infinity"})
    void beyondTheDoublesOneEndIsInfinite(String function, double from, double to) {
        Interval y = Objects.requireNonNull(FUNCTIONS.get(function)).apply(new Interval(from, to));
        assertThat(y.low()).isBetween(1.79768e308, Double.MAX_VALUE);
        assertThat(y.high()).isEqualTo(INFINITE);
        if (function.equals("sinh")) {
            Interval down = IntervalFunctions.sinh(new Interval(-to, -from));
            assertThat(down).isEqualTo(y.negate());
        }
    }

    /** The ends hold what is given, to the last digits, and are not farther out than so many parts in 10^14. */
    @ParameterizedTest
    @CsvSource({
        "sin, 1, 2, 0.8414709848078965, 1",
        "sin, 2, 3, 0.1411200080598672, 0.9092974268256817",
        "sin, 4, 5, -1, -0.7568024953079282",
        "sin, -1, 1, -0.8414709848078965, 0.8414709848078965",
        "sin, 0, 4, -0.7568024953079282, 1",
        "sin, -4, 0, -1, 0.7568024953079282",
        "sin, 3, 6.5, -1, 0.21511998808781552",
        "sin, 1e22, 1e22, -0.8522008497671888, -0.8522008497671888",
        "cos, -1, 1, 0.5403023058681398, 1",
        "cos, 0, 1, 0.5403023058681398, 1",
        "cos, -1, 0, 0.5403023058681398, 1",
        "cos, 1, 2, -0.4161468365471424, 0.5403023058681398",
        "cos, 3, 4, -1, -0.6536436208636119",
        "cos, 4, 5, -0.6536436208636119, 0.28366218546322625",
        "cos, 2, 6, -1, 0.9601702866503661",
        "tan, -1, 1, -1.5574077246549023, 1.5574077246549023",
        "tan, 2, 4, -2.185039863261519, 1.1578212823495777",
        "cosh, -1, 2, 1, 3.7621956910836314",
        "cosh, -2, -1, 1.5430806348152437, 3.7621956910836314",
        "cosh, 1, 2, 1.5430806348152437, 3.7621956910836314",
        "tanh, -1, 30, -0.7615941559557649, 1",
        "tanh, -30, 1, -1, 0.7615941559557649",
        "asin, -3, 0.5, -1.5707963267948966, 0.5235987755982989",
        "asin, 0.5, 3, 0.5235987755982989, 1.5707963267948966",
        "acos, -3, 0.5, 1.0471975511965979, 3.141592653589793",
        "acos, -1, -1, 3.141592653589793, 3.141592653589793",
        "acos, 0.5, 0.75, 0.7227342478134157, 1.0471975511965979",
        "asinh, -1, 1e10, -0.881373587019543, 23.718998110500402",
        "asinh, 1e200, 1e200, 461.2101657793691, 461.2101657793691",
        "acosh, 2, 1e10, 1.3169578969248166, 23.718998110500402",
        "acosh, 1.0000000000000002, 2, 2.1073424255447017e-8, 1.3169578969248166",
        "atanh, -0.5, 0.75, -0.5493061443340549, 0.9729550745276566",
        "sigmoid, -1, 2, 0.2689414213699951, 0.8807970779778823",
        "sigmoid, -745, 0, 5e-324, 0.5",
        "softplus, -1, 2, 0.31326168751822286, 2.1269280110429727",
        "erf, -1, 0.5, -0.8427007929497149, 0.5204998778130465",
        "erfc, -1, 0.5, 0.4795001221869535, 1.842700792949715",
        "Q, -1, 0.5, 0.30853753872598694, 0.8413447460685429",
        "Qinv, 0.25, 0.75, -0.6744897501960817, 0.6744897501960817",
        "log1p, -0.5, 1, -0.6931471805599453, 0.6931471805599453",
        "log, 0.5, 2, -0.6931471805599453, 0.6931471805599453",
        "exp, -1, 1, 0.36787944117144233, 2.718281828459045"
    })
    void theOthersAreHeldTightly(String function, double from, double to, double low, double high) {
        Interval y = Objects.requireNonNull(FUNCTIONS.get(function)).apply(new Interval(from, to));
        assertThat(y.low()).isLessThanOrEqualTo(low).isCloseTo(low, within(TIGHT * Math.max(1, Math.abs(low))));
        assertThat(y.high()).isGreaterThanOrEqualTo(high).isCloseTo(high, within(TIGHT * Math.max(1, Math.abs(high))));
        if (Math.abs(low) == 1 && y.low() < -0.5) {
            assertExact(y.low(), low);
        }
        if (high == 1) {
            assertExact(y.high(), 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4, 0.5, 0.5, 0, 2",
        "-3, 4, 0.5, 0.5, 0, 2",
        "0.5, 2, -1, 1, 0.5, 2",
        "0.5, 2, -2, 3, 0.125, 8",
        "2, 3, 2, 2, 4, 9",
        "0.25, 0.5, 2, 2, 0.0625, 0.25",
        "0, 0, 2, 2, 0, 0",
        "-3, 0, 2, 2, 0, 0",
        "0, 1, -1, -1, 1, Infinity",
        "1, 1, -5, 5, 1, 1",
        "2, 7, 0, 0, 1, 1",
        "0, 7, 0, 0, 1, 1",
        "1, 1, 0, Infinity, 1, 1",
        "1, 2, 0, Infinity, 0, Infinity",
        "0.5, 1, 0, Infinity, 0, Infinity",
        "0.5, 0.75, 0, Infinity, 0, 1",
        "1e200, 1e300, 2, 3, 1.7976931348623157e308, Infinity"
    })
    void aRealPowerHasItsExtremesInTheCorners(
            double xLow, double xHigh, double yLow, double yHigh, double low, double high) {
        Interval power = IntervalFunctions.power(new Interval(xLow, xHigh), new Interval(yLow, yHigh));
        assertHeld(power, low, high);
        if (low == 0) {
            assertExact(power.low(), low);
        }
        if (high == 0 || xLow == 1 && xHigh == 1 || yLow == 0 && yHigh == 0) {
            assertExact(power.high(), high);
            assertExact(power.low(), low);
        }
    }

    private static void assertHeld(Interval y, double low, double high) {
        assertThat(y.low()).isLessThanOrEqualTo(low);
        assertThat(y.high()).isGreaterThanOrEqualTo(high);
        if (!Double.isInfinite(low)) {
            assertThat(y.low()).isCloseTo(low, within(TIGHT * Math.max(1, Math.abs(low))));
        }
        if (!Double.isInfinite(high)) {
            assertThat(y.high()).isCloseTo(high, within(TIGHT * Math.max(1, Math.abs(high))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, 3, -1, 1",
        "-2, 1, 3, -8, 1",
        "-1, 2, 5, -1, 32",
        "0, 1, 4, 0, 1",
        "-2, 1, 4, 0, 16",
        "-2, -1, 4, 1, 16",
        "1, 3, 4, 1, 81",
        "-2, 3, 2, 0, 9",
        "-2, 3, 1, -2, 3",
        "-2, 3, 0, 1, 1",
        "2, 4, -1, 0.25, 0.5",
        "-4, -2, -3, -0.125, -0.015625",
        "0, 2, -2, 0.25, Infinity",
        "-1, 2, -2, 0.25, Infinity",
        "-1, 2, -1, -Infinity, Infinity",
        "-Infinity, 2, 3, -Infinity, 8",
        "1e200, 1e300, 3, 1.7976931348623157e308, Infinity",
        "-1e300, -1e200, 3, -Infinity, -1.7976931348623157e308"
    })
    void aWholePowerIsEvenOrOdd(double from, double to, int n, double low, double high) {
        Interval power = IntervalFunctions.power(new Interval(from, to), n);
        assertHeld(power, low, high);
        for (double end : new double[] {0, 1, -1}) {
            if (low == end && (n > 0 || end == 0)) {
                assertExact(power.low(), low);
            }
            if (high == end && n > 0) {
                assertExact(power.high(), high);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 2, 0, 0",
        "0, 1, 1, 1, 0, 0.7853981633974483",
        "-1, 0, 1, 1, -0.7853981633974483, 0",
        "1, 2, -1, 1, 0.7853981633974483, 2.356194490192345",
        "-2, -1, -1, 1, -2.356194490192345, -0.7853981633974483",
        "1e-320, 1, 1e300, 1e300, 0, 1e-300",
        "-1, -1e-320, 1e300, 1e300, -1e-300, 0"
    })
    void anAngleIsZeroOnTheAxisAlone(double yLow, double yHigh, double xLow, double xHigh, double low, double high) {
        Interval angle = IntervalFunctions.atan2(new Interval(yLow, yHigh), new Interval(xLow, xHigh));
        assertHeld(angle, low, high);
        if (yLow == 0) {
            assertExact(angle.low(), 0);
        }
        if (yHigh == 0) {
            assertExact(angle.high(), 0);
        }
        if (yLow > 0 && low == 0) {
            assertThat(angle.low()).isLessThan(0);
        }
        if (yHigh < 0 && high == 0) {
            assertThat(angle.high()).isGreaterThan(0);
        }
    }

    // ---- sin(πx)/(πx)

    @Test
    void theCardinalSineIsZeroAtWholeNumbersAndOneAtZero() {
        assertThat(CardinalSine.at(0)).isEqualTo(1);
        for (double whole : new double[] {1, -1, 2, 3, -7, 1e6, 0x1p52 + 1, 1e16, INFINITE}) {
            assertThat(CardinalSine.at(whole) + 0.0).as("at %s", whole).isZero();
        }
        assertThat(CardinalSine.at(Double.NaN)).isNaN();
        assertThat(CardinalSine.at(0.5)).isCloseTo(2 / Math.PI, within(3e-16));
        assertThat(CardinalSine.at(-2.5)).isCloseTo(2 / (5 * Math.PI), within(1e-16));
        assertThat(CardinalSine.at(1.5)).isCloseTo(-2 / (3 * Math.PI), within(1e-16));
        assertThat(CardinalSine.at(3.5)).isCloseTo(-2 / (7 * Math.PI), within(1e-16));
    }

    @ParameterizedTest
    @CsvSource({
        // 1 - sin(z)/z to 17 digits
        "0.001, -1.6449332551059919734e-6",
        "0.1, -0.016368356916534034461",
        "-0.1, -0.016368356916534034461",
        "0.4, -0.24317327135934304563"
    })
    void itsDistanceFromOneKeepsItsDigits(double x, double wanted) {
        assertThat(CardinalSine.fromOne(x)).isCloseTo(wanted, within(1e-15 * Math.abs(wanted)));
    }

    @Test
    void fartherOutNobodyAsksForItsDistanceFromOne() {
        assertThat(CardinalSine.fromOne(0.48)).isNaN();
        assertThat(CardinalSine.fromOne(-3)).isNaN();
        assertThat(CardinalSine.fromOne(Double.NaN)).isNaN();
    }

    /** By the power series of sin(π(1 + e)) and of those about 0 and 2, and far out by hand. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0",
        "2, 0, -3.289868133696453",
        "3, 0, 0",
        "4, 0, 19.481818206800487",
        "1, 1, -1",
        "2, 1, 2",
        "3, 1, 3.869604401089358",
        "1, 2, 0.5",
        "2, 2, -0.5",
        "3, 2, -4.184802200544679",
        "1, -1, 1",
        "2, -1, 2",
        "1, 10, 0.1",
        "2, 10, -0.02",
        "1, 11, -0.09090909090909091",
        "2, 11, 0.01652892561983471",
        "1, 10.5, -0.0028871645005332487",
        "1, 1.5, 0.14147106052612919"
    })
    void itsDerivativesAreThoseOfItsSeries(int n, double x, double wanted) {
        assertThat(CardinalSine.derivative(n, x)).isCloseTo(wanted, within(2e-14 * Math.max(1, Math.abs(wanted))));
        Interval held = CardinalSine.derivative(n, Interval.of(x));
        double slack = 1e-15 * Math.max(1, Math.abs(wanted));
        assertThat(held.low()).isBetween(wanted - 1e-12, wanted + slack);
        assertThat(held.high()).isBetween(wanted - slack, wanted + 1e-12);
    }

    @Test
    void onASetItHoldsItsValuesAndIsNoWiderThanItNeedBe() {
        assertThat(CardinalSine.derivative(0, Interval.of(0))).isEqualTo(Interval.ONE);
        assertThat(CardinalSine.derivative(0, Interval.of(-4)).isZero()).isTrue();
        Interval middle = CardinalSine.derivative(0, new Interval(0.25, 0.375));
        assertThat(middle.low()).isBetween(0.7, 0.784213303);
        assertThat(middle.high()).isBetween(0.9003163161, 0.98);
        Interval narrow = CardinalSine.derivative(0, new Interval(2.3, 2.3 + 1e-9));
        assertThat(narrow.width()).isBetween(1e-12, 2e-9);
        assertThat(narrow.contains(CardinalSine.at(2.3 + 5e-10))).isTrue();
        Interval least = CardinalSine.derivative(0, new Interval(1, 2));
        assertThat(least.low()).isEqualTo(-0.2172336282112217);
        assertThat(least.high()).isBetween(0.0, 0.4);
        Interval all = CardinalSine.derivative(0, new Interval(-100, 100));
        assertThat(all).isEqualTo(new Interval(-0.2172336282112217, 1));
        for (int n = 0; n <= 6; n++) {
            Interval wide = CardinalSine.wave(n, new Interval(-50, 50));
            assertThat(wide.high()).isBetween(1.0 / (n + 1), Math.nextUp(1.0 / (n + 1)));
            assertThat(wide.low()).isEqualTo(-wide.high());
        }
    }
}
