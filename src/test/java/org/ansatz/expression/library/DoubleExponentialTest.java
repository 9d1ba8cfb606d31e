package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Integrals with singular or infinite ends against closed forms, and each number that decides on both sides of it. */
class DoubleExponentialTest {

    private static Value real(double y) {
        return new Value.Real(y);
    }

    private static double x(Value point) {
        return Arithmetic.real(point);
    }

    private static @Nullable Rational end(@Nullable String end) {
        return end == null ? null : Rational.parse(end);
    }

    private static Estimate over(DoubleUnaryOperator f, @Nullable String from, @Nullable String to) {
        return DoubleExponential.over(x -> real(f.applyAsDouble(x(x))), end(from), end(to));
    }

    private static double number(Estimate found) {
        return Arithmetic.real(found.value());
    }

    /** A function and its integral. */
    private record Known(
            DoubleUnaryOperator f,
            @Nullable String from,
            @Nullable String to,
            double integral) {}

    static List<Known> known() {
        return List.of(
                new Known(x -> 1 / Math.sqrt(x), "0", "1", 2),
                new Known(x -> 1 / Math.sqrt(-x), "-1", "0", 2),
                new Known(Math::log, "0", "1", -1),
                new Known(x -> Math.log(x) / Math.sqrt(x), "0", "4", 4 * Math.log(4) - 8),
                new Known(Math::exp, "-1", "3", Math.exp(3) - Math.exp(-1)),
                new Known(x -> x * x * x, "2", "5", 609 / 4.0),
                new Known(x -> 7, "0.5", "0.75", 1.75),
                new Known(x -> Math.exp(-x), "0", null, 1),
                new Known(x -> Math.exp(-x), "2", null, Math.exp(-2)),
                new Known(Math::exp, null, "3", Math.exp(3)),
                new Known(x -> 1 / (1 + x * x), "1", null, Math.PI / 4),
                new Known(x -> 1 / (1 + x * x), null, "1", 3 * Math.PI / 4),
                new Known(x -> 1 / (1 + x * x), null, null, Math.PI),
                new Known(x -> Math.exp(-(x - 1) * (x - 1)), null, null, Math.sqrt(Math.PI)),
                new Known(x -> x < 0 ? Math.exp(x) : 2 * Math.exp(-x), null, null, 3));
    }

    @ParameterizedTest
    @MethodSource("known")
    void anIntegralIsRightWithinItsError(Known known) {
        Estimate found = over(known.f, known.from, known.to);
        assertThat(Math.abs(number(found) - known.integral))
                .isLessThanOrEqualTo(found.error() + 4 * Math.ulp(known.integral));
        assertThat(found.error()).isBetween(1e-16 * Math.abs(known.integral), 1e-13 * Math.abs(known.integral));
    }

    @Test
    void numbersAreComplex() {
        Estimate found = DoubleExponential.over(
                x -> new Value.Complex(Math.exp(-x(x)), 3 * Math.exp(-x(x))), Rational.ZERO, null);
        assertThat(Arithmetic.real(found.value())).isCloseTo(1, within(1e-14));
        assertThat(Arithmetic.imaginary(found.value())).isCloseTo(3, within(1e-14));
        assertThat(found.error()).isBetween(Math.ulp(1.0) * 3.1, 1e-13);
    }

    /** What is left beyond the outermost points is no more than their largest: of x^(a − 1) it is e^(−634a)/a. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.1, 0.07, 0.05})
    void theErrorCoversWhatIsLeftNextToAnEnd(double a) {
        DoubleUnaryOperator f = x -> Math.pow(Math.abs(x), a - 1);
        for (Estimate found : List.of(over(f, "0", "1"), over(f, "-1", "0"))) {
            assertThat(Math.abs(number(found) - 1 / a)).isLessThanOrEqualTo(found.error() + 1e-13);
            assertThat(found.error()).isBetween(Math.exp(-Math.PI * Math.sinh(6) * a) / a, 1e-6 / a);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.2, 0.1})
    void theErrorCoversWhatIsLeftFarOut(double a) {
        DoubleUnaryOperator f = x -> Math.pow(Math.abs(x), -a - 1);
        for (Estimate found : List.of(over(f, "1", null), over(f, null, "-1"))) {
            assertThat(Math.abs(number(found) - 1 / a)).isLessThanOrEqualTo(found.error() + 1e-13);
            assertThat(found.error()).isBetween(Math.exp(-Math.PI / 2 * Math.sinh(6) * a) / a, 1e-6 / a);
        }
    }

    // ---- what does not settle

    private static void assertRefused(DoubleUnaryOperator f, @Nullable String from, @Nullable String to, String where) {
        assertThatThrownBy(() -> over(f, from, to))
                .isInstanceOf(NoValue.class)
                .hasMessage("the integral does not settle" + where + ": it may diverge");
    }

    @Test
    void whatDivergesIsRefusedAndSaysWhere() {
        assertRefused(x -> 1 / x, "0", "1", " between 0.0 and 1.0");
        assertRefused(x -> 1 / x, "2", null, " from 2.0 on");
        assertRefused(x -> 1 / x, null, "-2", " up to -2.0");
        assertRefused(x -> 1, null, null, "");
        assertRefused(x -> 1 / Math.abs(x - 0.5), "0", "1", " between 0.0 and 1.0");
        assertRefused(x -> x == 0.5 ? Double.POSITIVE_INFINITY : 1, "0", "1", " between 0.0 and 1.0");
    }

    /** e^(−x), and so much more at the one point of the substitution x = exp(π/2 sinh t) that the sum has this part there. */
    private static DoubleUnaryOperator withSpike(double scale, double t, double part) {
        double at = Math.exp(Math.PI / 2 * Math.sinh(t));
        double weight = at * Math.PI / 2 * Math.cosh(t);
        return x -> scale * (Math.exp(-x) + (x == at ? part / weight : 0));
    }

    /** One point is a 512th of the sum, and counts as a whole where it lies beyond 5.25. */
    @ParameterizedTest
    @CsvSource({"5.5, 1", "-5.5, 1", "6, 1", "-6, 1", "5.25, 0", "-5.25, 0", "0.5, 0"})
    void theOutermostPointsAreAnErrorEach(double t, double whole) {
        double part = 1e-7;
        Estimate found = over(withSpike(1, t, part), "0", null);
        assertThat(found.error()).isCloseTo(part * (whole + 1 / 512.0), within(2e-15));
    }

    @Test
    void anErrorOfAMillionthIsSettled() {
        for (double scale : new double[] {1, 1000, 1e-3}) {
            assertThat(number(over(withSpike(scale, 6, 0.99e-6), "0", null))).isCloseTo(scale, within(1e-8 * scale));
            assertRefused(withSpike(scale, 6, 1e-6), "0", null, " from 0.0 on");
        }
    }

    @Test
    void errorsOfBothSidesAreAddedUp() {
        DoubleUnaryOperator half = withSpike(1, 6, 0.7e-6);
        assertThat(over(x -> half.applyAsDouble(Math.abs(x)), null, null).error())
                .isBetween(1.4e-6, 1.41e-6);
    }

    /** Steps from a half on, halved once more: 25 points, 49, and so on to 6145. */
    @ParameterizedTest
    @CsvSource({"1e-14, 385", "3e-13, 385", "3.4e-13, 769", "5e-13, 769", "6.6e-13, 1537", "1e-11, 6145", "1e-9, 6145"})
    void stepsAreHalvedUntilTheyAgree(double part, int points) {
        List<Double> asked = new ArrayList<>();
        DoubleUnaryOperator f = withSpike(1, -1, part);
        over(
                x -> {
                    asked.add(x);
                    return f.applyAsDouble(x);
                },
                "0",
                null);
        assertThat(asked).hasSize(points);
        assertThat(new TreeSet<>(asked)).hasSize(points);
    }

    /** Beside 1000 the points are 1770 apart in the second look, and 14 in the last. */
    @Test
    void whereAllIsZeroAPeakMayLieBetween() {
        assertRefused(x -> Math.exp(-Math.pow((x - 1000) / 10, 2) / 2), "0", null, " from 0.0 on");
        Estimate wide = over(x -> Math.exp(-Math.pow((x - 1000) / 40, 2) / 2), "0", null);
        assertThat(number(wide)).isCloseTo(40 * Math.sqrt(2 * Math.PI), within(wide.error() + 1e-11));
        assertThat(over(x -> 0, "0", null)).isEqualTo(Estimate.of(0, 0));
    }

    @Test
    void aPieceWithoutWidthIsNothing() {
        DoubleUnaryOperator unknown = x -> {
            throw new NoValue("nothing is asked");
        };
        assertThat(over(unknown, "2", "2").error()).isZero();
        assertThat(number(over(unknown, "2", "1"))).isZero();
    }

    // ---- the points

    private static List<Value> points(@Nullable String from, @Nullable String to) {
        List<Value> points = new ArrayList<>();
        UnaryOperator<Value> f = x -> {
            points.add(x);
            double size = Math.abs(x(x));
            return real(Math.exp(-size));
        };
        DoubleExponential.over(f, end(from), end(to));
        return points;
    }

    /** The least distance of a piece is e^(−π sinh 6) of its width, which 1 + 10^(−275) keeps. */
    @Test
    void aPointIsTheExactSumOfAnEndAndItsDistance() {
        double q = Math.exp(-Math.PI * Math.sinh(6));
        assertThat(points("1", "3")).contains(new Value.Exact(Rational.ONE.plus(Rational.exactly(q * 2))));
        assertThat(points("1", "3")).contains(new Value.Exact(Rational.of(3).minus(Rational.exactly(q * 2))));
        Rational away = Rational.exactly(Math.exp(Math.PI / 2 * Math.sinh(-6)));
        assertThat(points("1", null)).contains(new Value.Exact(Rational.ONE.plus(away)));
        assertThat(points(null, "-1")).contains(new Value.Exact(Rational.of(-1).minus(away)));
    }

    /** So it is within a thousandth of the end, on either side of zero. */
    @ParameterizedTest
    @CsvSource({"0.25, 16.25", "-16.25, -0.25", "5, 5.5", "0, 4", "5,", "0.25,", "-0.25,", ", -5", ", 0"})
    void whatIsFartherFromAnEndIsRounded(@Nullable String from, @Nullable String to) {
        double low = from == null ? Double.NEGATIVE_INFINITY : Double.parseDouble(from);
        double high = to == null ? Double.POSITIVE_INFINITY : Double.parseDouble(to);
        int exact = 0;
        for (Value point : points(from, to)) {
            double x = x(point);
            boolean isClose = x - low < 1e-3 * Math.abs(low) && low != Double.NEGATIVE_INFINITY
                    || high - x < 1e-3 * Math.abs(high) && high != Double.POSITIVE_INFINITY;
            assertThat(point instanceof Value.Exact).as("at %s", x).isEqualTo(isClose);
            exact += isClose ? 1 : 0;
        }
        assertThat(exact > 0).isEqualTo(Math.min(Math.abs(low), Math.abs(high)) > 0 || high == 4);
    }

    // ---- values that are missing

    /** A function that has no value where it is nearer to an end than that, which it says or which is infinite. */
    private static Estimate without(
            UnaryOperator<Value> f,
            DoubleUnaryOperator distance,
            double missing,
            @Nullable String from,
            @Nullable String to) {
        UnaryOperator<Value> infinite =
                x -> distance.applyAsDouble(x(x)) < missing ? real(Double.POSITIVE_INFINITY) : f.apply(x);
        UnaryOperator<Value> saying = x -> {
            if (distance.applyAsDouble(x(x)) < missing) {
                throw new NoValue("none so near");
            }
            return f.apply(x);
        };
        Estimate found = DoubleExponential.over(saying, end(from), end(to));
        assertThat(DoubleExponential.over(infinite, end(from), end(to))).isEqualTo(found);
        return found;
    }

    @Test
    void nextToAnEndAValueMayBeMissing() {
        UnaryOperator<Value> f = x -> real(1);
        without(f, x -> x, 1.99e-8, "0", "2");
        without(f, x -> -x, 1.99e-8, "-2", "0");
        assertThatThrownBy(() -> without(f, x -> x, 2.2e-8, "0", "2")).hasMessage("none so near");
        assertThatThrownBy(() -> without(f, x -> -x, 2.2e-8, "-2", "0")).hasMessage("none so near");
    }

    @Test
    void besideATailAValueMayBeMissingNextToItsEndAndFarOut() {
        UnaryOperator<Value> f = x -> real(1 / Math.pow(1 + Math.abs(x(x)), 2));
        without(f, x -> x, 0.99e-8, "0", null);
        without(f, x -> -x, 0.99e-8, null, "0");
        without(f, x -> 1 / x, 0.99e-8, "0", null);
        assertThatThrownBy(() -> without(f, x -> x, 1.1e-8, "0", null)).hasMessage("none so near");
        assertThatThrownBy(() -> without(f, x -> 1 / x, 1.1e-8, "0", null)).hasMessage("none so near");
    }

    /** Of 1/√x up to d it is 2√d. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-16, 3e-16, 1e-15, 3e-15, 1e-14, 3e-14, 5e-14, 1e-13})
    void theErrorCoversWhatIsMissing(double near) {
        UnaryOperator<Value> f = x -> real(1 / Math.sqrt(Math.abs(x(x))));
        for (Estimate found : List.of(without(f, x -> x, near, "0", "1"), without(f, x -> -x, near, "-1", "0"))) {
            assertThat(Math.abs(number(found) - 2)).isBetween(Math.sqrt(near), found.error());
            assertThat(found.error()).isLessThan(30 * Math.sqrt(near));
        }
        UnaryOperator<Value> tail = x -> real(Math.pow(Math.abs(x(x)), -0.5) / (1 + Math.abs(x(x))));
        for (Estimate found : List.of(
                without(tail, x -> x, near, "0", null),
                without(tail, x -> 1 / x, near, "0", null),
                without(tail, x -> -x, near, null, "0"))) {
            assertThat(Math.abs(number(found) - Math.PI)).isBetween(Math.sqrt(near), found.error());
            assertThat(found.error()).isLessThan(30 * Math.sqrt(near));
        }
    }

    @Test
    void whatIsMissingAtBothEndsCountsTwice() {
        UnaryOperator<Value> f = x -> real(1 / Math.sqrt(x(x) * (1 - x(x))));
        double low = without(f, x -> x, 1e-14, "0", "1").error();
        double high = without(f, x -> 1 - x, 1e-14, "0", "1").error();
        double both = without(f, x -> Math.min(x, 1 - x), 1e-14, "0", "1").error();
        assertThat(both).isGreaterThan(1.8 * Math.max(low, high));
    }
}
