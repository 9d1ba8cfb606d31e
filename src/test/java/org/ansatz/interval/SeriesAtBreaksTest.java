package org.ansatz.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What series say of a function on sets on which it ends, has a kink or jumps, and what they are at points whose coefficients are known. */
final class SeriesAtBreaksTest {

    private static final int ORDER = 3;

    private static final Map<String, UnaryOperator<Series>> FUNCTIONS = Map.ofEntries(
            Map.entry("abs", Series::abs),
            Map.entry("max(x,0)", x -> x.max(number(0))),
            Map.entry("min(x,0)", x -> x.min(number(0))),
            Map.entry("floor", Series::floor),
            Map.entry("sign", Series::sign),
            Map.entry("step", Series::step),
            Map.entry("mod 2", x -> x.modulo(number(2))),
            Map.entry("mod -2", x -> x.modulo(number(-2))),
            Map.entry("3 mod x", x -> number(3).modulo(x)),
            Map.entry("sqrt", Series::sqrt),
            Map.entry("log", Series::log),
            Map.entry("log1p", Series::log1p),
            Map.entry("asin", Series::asin),
            Map.entry("acos", Series::acos),
            Map.entry("acosh", Series::acosh),
            Map.entry("atanh", Series::atanh),
            Map.entry("Qinv", Series::gaussianTailInverse),
            Map.entry("tan", Series::tan),
            Map.entry("1/x", x -> number(1).over(x)),
            Map.entry("x^0.5", x -> x.power(number(0.5))),
            Map.entry("x^-0.5", x -> x.power(number(-0.5))),
            Map.entry("x^-2", x -> x.power(-2)),
            Map.entry("x^0", x -> x.power(0)),
            Map.entry("x^3", x -> x.power(3)),
            Map.entry("x^4", x -> x.power(4)),
            Map.entry("square", Series::square));

    private static Series number(double value) {
        return Series.constant(Interval.of(value), ORDER);
    }

    private static Series on(double low, double high) {
        return Series.variable(new Interval(low, high), ORDER);
    }

    private static void assertRange(Interval range, double low, double high) {
        if (Double.isInfinite(low)) {
            assertThat(range.low()).isEqualTo(low);
        } else {
            assertThat(range.low()).isLessThanOrEqualTo(low).isCloseTo(low, within(1e-14 * (1 + Math.abs(low))));
        }
        if (Double.isInfinite(high)) {
            assertThat(range.high()).isEqualTo(high);
        } else {
            assertThat(range.high()).isGreaterThanOrEqualTo(high).isCloseTo(high, within(1e-14 * (1 + Math.abs(high))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "abs, -1, 2, CONTINUOUS, 0, 2",
        "abs, 0, 2, SMOOTH, 0, 2",
        "abs, -2, 0, SMOOTH, 0, 2",
        "abs, -3, -1, SMOOTH, 1, 3",
        "'max(x,0)', -1, 2, CONTINUOUS, 0, 2",
        "'max(x,0)', 0, 2, SMOOTH, 0, 2",
        "'max(x,0)', -2, 0, SMOOTH, 0, 0",
        "'min(x,0)', -1, 2, CONTINUOUS, -1, 0",
        "'min(x,0)', 0, 2, SMOOTH, 0, 0",
        "'min(x,0)', -2, 0, SMOOTH, -2, 0",
        "floor, 0.2, 0.8, SMOOTH, 0, 0",
        "floor, 0.5, 1.5, DEFINED, 0, 1",
        "floor, 1, 1, SMOOTH, 1, 1",
        "floor, 0.5, 1, DEFINED, 0, 1",
        "sign, 1, 2, SMOOTH, 1, 1",
        "sign, -2, -1, SMOOTH, -1, -1",
        "sign, 0, 0, SMOOTH, 0, 0",
        "sign, -1, 0, DEFINED, -1, 0",
        "sign, 0, 1, DEFINED, 0, 1",
        "sign, -1, 1, DEFINED, -1, 1",
        "step, 0, 0, SMOOTH, 0, 0",
        "step, -1, 0, SMOOTH, 0, 0",
        "step, 0, 1, DEFINED, 0, 1",
        "step, -1, 1, DEFINED, 0, 1",
        "step, 0.5, 1, SMOOTH, 1, 1",
        "mod 2, 0.5, 1.5, SMOOTH, 0.5, 1.5",
        "mod 2, 1.5, 2.5, DEFINED, 0, 2",
        "mod 2, -0.5, -0.25, SMOOTH, 1.5, 1.75",
        "mod -2, 0.5, 1.5, SMOOTH, -1.5, -0.5",
        "3 mod x, 0, 0, NOWHERE, -Infinity, Infinity",
        "3 mod x, -1, 2, PARTIAL, -1, 2",
        "3 mod x, 0, 2, PARTIAL, 0, 2",
        "sqrt, -2, -1, NOWHERE, -Infinity, Infinity",
        "sqrt, -1, 4, PARTIAL, 0, 2",
        "sqrt, 0, 4, CONTINUOUS, 0, 2",
        "sqrt, 1, 4, SMOOTH, 1, 2",
        "log, -1, 0, NOWHERE, -Infinity, Infinity",
        "log, 0, 1, PARTIAL, -Infinity, 0",
        "log, 1, 1, SMOOTH, 0, 0",
        "log1p, -2, -1, NOWHERE, -Infinity, Infinity",
        "log1p, -1, 0, PARTIAL, -Infinity, 0",
        "log1p, -0.5, 0, SMOOTH, -0.6931471805599453, 0",
        "asin, 2, 3, NOWHERE, -Infinity, Infinity",
        "asin, -3, -2, NOWHERE, -Infinity, Infinity",
        "asin, -1, 1, CONTINUOUS, -1.5707963267948966, 1.5707963267948966",
        "asin, 0, 2, PARTIAL, 0, 1.5707963267948966",
        "asin, -2, 0, PARTIAL, -1.5707963267948966, 0",
        "asin, -0.5, 0.5, SMOOTH, -0.5235987755982989, 0.5235987755982989",
        "acos, -1, 1, CONTINUOUS, 0, 3.141592653589793",
        "acos, 1, 1, CONTINUOUS, 0, 0",
        "acos, -2, -1, PARTIAL, 3.141592653589793, 3.141592653589793",
        "acosh, 0, 0.5, NOWHERE, -Infinity, Infinity",
        "acosh, 1, 2, CONTINUOUS, 0, 1.3169578969248166",
        "acosh, 0, 2, PARTIAL, 0, 1.3169578969248166",
        "acosh, 2, 2, SMOOTH, 1.3169578969248166, 1.3169578969248166",
        "atanh, 1, 2, NOWHERE, -Infinity, Infinity",
        "atanh, -2, -1, NOWHERE, -Infinity, Infinity",
        "atanh, 0, 1, PARTIAL, 0, Infinity",
        "atanh, -1, 0, PARTIAL, -Infinity, 0",
        "atanh, -0.5, 0.5, SMOOTH, -0.5493061443340549, 0.5493061443340549",
        "Qinv, 1, 2, NOWHERE, -Infinity, Infinity",
        "Qinv, -1, 0, NOWHERE, -Infinity, Infinity",
        "Qinv, 0, 0.5, PARTIAL, 0, Infinity",
        "Qinv, 0.5, 1, PARTIAL, -Infinity, 0",
        "Qinv, 0.5, 0.5, SMOOTH, 0, 0",
        "tan, 1, 2, PARTIAL, -Infinity, Infinity",
        "tan, 0, 1, SMOOTH, 0, 1.5574077246549023",
        "1/x, 0, 0, NOWHERE, -Infinity, Infinity",
        "1/x, -1, 1, PARTIAL, -Infinity, Infinity",
        "1/x, 1, 2, SMOOTH, 0.5, 1",
        "x^0.5, -2, -1, NOWHERE, -Infinity, Infinity",
        "x^0.5, -1, 4, PARTIAL, 0, 2",
        "x^0.5, 0, 4, CONTINUOUS, 0, 2",
        "x^0.5, 1, 4, SMOOTH, 1, 2",
        "x^-0.5, 0, 4, PARTIAL, 0.5, Infinity",
        "x^-0.5, 1, 4, SMOOTH, 0.5, 1",
        "x^-2, -1, 1, PARTIAL, 1, Infinity",
        "x^-2, 1, 2, SMOOTH, 0.25, 1",
        "x^0, -1, 1, SMOOTH, 1, 1",
        "x^3, -1, 2, SMOOTH, -1, 8",
        "x^4, -1, 2, SMOOTH, 0, 16",
        "square, -1, 2, SMOOTH, 0, 4"
    })
    void itSaysHowSmoothItIsAndWhereItLies(
            String function, double from, double to, Regularity regularity, double low, double high) {
        UnaryOperator<Series> f = Objects.requireNonNull(FUNCTIONS.get(function));
        Series series = f.apply(on(from, to));
        assertThat(series.regularity()).isEqualTo(regularity);
        assertRange(series.range(), low, high);
        assertThat(series.order()).isEqualTo(ORDER);
        // Of what is less than continuous itself no more can be known.
        Series worse = f.apply(on(from, to).atMost(Regularity.PARTIAL));
        assertThat(worse.regularity()).isIn(Regularity.PARTIAL, Regularity.NOWHERE);
    }

    @ParameterizedTest
    @CsvSource({
        "abs, -1, 2, -1, 1",
        "'max(x,0)', -1, 2, 0, 1",
        "'min(x,0)', -1, 2, 0, 1",
        "abs, 1, 2, 1, 1",
        "abs, -2, -1, -1, -1",
        "floor, 0.5, 1.5, -Infinity, Infinity",
        "sqrt, 0, 1, -Infinity, Infinity",
        "mod 2, 0.5, 1.5, 1, 1"
    })
    void itsSlopeOnASet(String function, double from, double to, double low, double high) {
        Series series = Objects.requireNonNull(FUNCTIONS.get(function)).apply(on(from, to));
        assertRange(series.coefficient(1), low, high);
    }

    @ParameterizedTest
    @CsvSource({
        "x^3, 2, 8, 12, 6, 1",
        "x^-2, -2, 0.25, 0.25, 0.1875, 0.125",
        "square, -3, 9, -6, 1, 0",
        "x^4, -1, 1, -4, 6, -4",
        "x^0.5, 4, 2, 0.25, -0.015625, 0.001953125",
        "sqrt, 4, 2, 0.25, -0.015625, 0.001953125",
        "1/x, 2, 0.5, -0.25, 0.125, -0.0625",
        "mod 2, 5.5, 1.5, 1, 0, 0",
        "log, 2, 0.6931471805599453, 0.5, -0.125, 0.041666666666666664",
        "asin, 0, 0, 1, 0, 0.16666666666666666",
        "acos, 0, 1.5707963267948966, -1, 0, -0.16666666666666666",
        "atanh, 0, 0, 1, 0, 0.3333333333333333",
        "acosh, 1.25, 0.6931471805599453, 1.3333333333333333, -1.4814814814814814, 2.897119341563786"
    })
    void itsCoefficientsAtAPoint(String function, double x, double c0, double c1, double c2, double c3) {
        Series series = Objects.requireNonNull(FUNCTIONS.get(function)).apply(on(x, x));
        double[] wanted = {c0, c1, c2, c3};
        for (int k = 0; k <= ORDER; k++) {
            Interval c = series.coefficient(k);
            double slack = 1e-13 * Math.max(1, Math.abs(wanted[k]));
            assertThat(c.low()).as("coefficient %d", k).isBetween(wanted[k] - slack, wanted[k] + slack / 1e3);
            assertThat(c.high()).as("coefficient %d", k).isBetween(wanted[k] - slack / 1e3, wanted[k] + slack);
        }
    }

    // ---- two functions

    @ParameterizedTest
    @CsvSource({
        "1, 2, 1, 2, SMOOTH, 0.4636476090008061, 1.1071487177940904",
        "-1, 1, 1, 2, SMOOTH, -0.7853981633974483, 0.7853981633974483",
        "1, 2, -1, 1, SMOOTH, 0.7853981633974483, 2.356194490192345",
        "-2, -1, -1, 1, SMOOTH, -2.356194490192345, -0.7853981633974483",
        "0, 0, 1, 2, SMOOTH, 0, 0",
        "-1, 1, -2, -1, DEFINED, -3.141592653589793, 3.141592653589793",
        "0, 1, -2, -1, DEFINED, -3.141592653589793, 3.141592653589793",
        "0, 1, -1, 1, PARTIAL, -3.141592653589793, 3.141592653589793",
        "0, 0, 0, 0, PARTIAL, -3.141592653589793, 3.141592653589793",
        "-1, 1, 0, 1, PARTIAL, -3.141592653589793, 3.141592653589793"
    })
    void anAngleJumpsAcrossTheNegativeAxis(
            double yLow, double yHigh, double xLow, double xHigh, Regularity regularity, double low, double high) {
        Series angle = on(yLow, yHigh).angle(Series.constant(new Interval(xLow, xHigh), ORDER));
        assertThat(angle.regularity()).isEqualTo(regularity);
        assertRange(angle.range(), low, high);
        Series alone =
                Series.variable(new Interval(yLow, yHigh), 0).angle(Series.constant(new Interval(xLow, xHigh), 0));
        assertThat(alone.range()).isEqualTo(angle.range());
        assertThat(alone.regularity()).isEqualTo(regularity);
    }

    @ParameterizedTest
    @CsvSource({"0.3", "2", "-1.2", "-2.9"})
    void theAngleOfAPointThatTurnsGrowsEvenly(double at) {
        Series t = on(at, at);
        Series angle = t.sin().angle(t.cos());
        assertRange(angle.coefficient(0), at, at);
        assertRange(angle.coefficient(1), 1, 1);
        assertRange(angle.coefficient(2), 0, 0);
        assertRange(angle.coefficient(3), 0, 0);
    }

    @Test
    void theAngleOfAPointThatMovesIsThatOfTheQuotient() {
        for (double at : new double[] {-0.8, 0, 0.7, 1.5}) {
            Series t = on(at, at);
            Series y = t.plus(number(2));
            Series x = t.times(t).minus(number(3));
            Series angle = y.angle(x);
            Series byQuotient = y.over(x).atan();
            for (int k = 1; k <= ORDER; k++) {
                assertThat(angle.coefficient(k).meets(byQuotient.coefficient(k)))
                        .isTrue();
                assertThat(angle.coefficient(k).width()).isLessThan(1e-13);
            }
        }
    }

    @Test
    void ofTwoFunctionsOneOrTheOther() {
        Series three = number(3);
        assertThat(three.or(number(3)).regularity()).isEqualTo(Regularity.SMOOTH);
        assertThat(three.or(number(3)).isConstant()).isTrue();
        Series either = three.or(number(4));
        assertThat(either.regularity()).isEqualTo(Regularity.DEFINED);
        assertThat(either.range()).isEqualTo(new Interval(3, 4));
        assertThat(either.coefficient(1)).isEqualTo(Interval.ENTIRE);
        Series set = Series.constant(new Interval(1, 2), ORDER);
        assertThat(set.or(set).regularity()).isEqualTo(Regularity.DEFINED);
        Series x = on(1, 1);
        assertThat(x.or(number(1)).regularity()).isEqualTo(Regularity.DEFINED);
        assertThat(number(1).or(x).regularity()).isEqualTo(Regularity.DEFINED);
        Series nowhere = Series.nowhere(ORDER);
        assertThat(nowhere.or(three).regularity()).isEqualTo(Regularity.PARTIAL);
        assertThat(nowhere.or(three).range()).isEqualTo(Interval.of(3));
        assertThat(three.or(nowhere).regularity()).isEqualTo(Regularity.PARTIAL);
        assertThat(three.or(nowhere).range()).isEqualTo(Interval.of(3));
        assertThat(nowhere.or(nowhere).regularity()).isEqualTo(Regularity.NOWHERE);
        assertThat(three.atMost(Regularity.PARTIAL).or(number(3)).regularity()).isEqualTo(Regularity.PARTIAL);
    }

    @Test
    void ofTwoFunctionsTheLarger() {
        Series low = on(0, 1);
        Series high = Series.constant(new Interval(1, 2), ORDER);
        assertThat(low.max(high)).hasToString(high.toString());
        assertThat(high.max(low)).hasToString(high.toString());
        Series inside = Series.constant(new Interval(0.5, 0.75), ORDER).atMost(Regularity.PARTIAL);
        Series larger = low.max(inside);
        assertThat(larger.range()).isEqualTo(new Interval(0.5, 1));
        assertThat(larger.coefficient(1)).isEqualTo(new Interval(0, 1));
        assertThat(larger.regularity()).isEqualTo(Regularity.PARTIAL);
        assertThat(Series.variable(new Interval(0, 1), 0)
                        .max(Series.constant(new Interval(0.5, 2), 0))
                        .range())
                .isEqualTo(new Interval(0.5, 2));
    }

    @Test
    void sumsAndProductsAreNoSmootherThanTheirParts() {
        Series kinked = on(-1, 1).abs();
        Series x = on(-1, 1);
        assertThat(kinked.plus(x).regularity()).isEqualTo(Regularity.CONTINUOUS);
        assertThat(x.plus(kinked).regularity()).isEqualTo(Regularity.CONTINUOUS);
        assertThat(x.times(kinked).regularity()).isEqualTo(Regularity.CONTINUOUS);
        assertThat(kinked.times(x).regularity()).isEqualTo(Regularity.CONTINUOUS);
        assertThat(x.over(kinked.plus(number(1))).regularity()).isEqualTo(Regularity.CONTINUOUS);
        assertThat(x.atMost(Regularity.SMOOTH)).isSameAs(x);
        assertThat(kinked.atMost(Regularity.SMOOTH)).isSameAs(kinked);
    }

    // ---- series of series

    @Test
    void aFunctionOfAFunctionFollowsFromBothSeries() {
        double at = 0.6;
        Series t = on(at, at);
        Series inner = t.times(t).plus(number(0.25)); // its range is exact
        Series outer = Series.variable(inner.range(), ORDER).sin();
        Series composed = outer.at(inner);
        Series direct = inner.sin();
        for (int k = 0; k <= ORDER; k++) {
            assertThat(composed.coefficient(k).meets(direct.coefficient(k)))
                    .as("coefficient %d", k)
                    .isTrue();
            assertThat(composed.coefficient(k).width()).isLessThan(1e-14);
        }
        assertThat(outer.at(inner.atMost(Regularity.PARTIAL)).regularity()).isEqualTo(Regularity.PARTIAL);
        assertThat(outer.atMost(Regularity.DEFINED).at(inner).regularity()).isEqualTo(Regularity.DEFINED);
    }

    @Test
    void derivativesAndMirrors() {
        Series cube = on(2, 2).power(3);
        assertThat(cube.derivative()).hasToString("[[12.0, 12.0], [12.0, 12.0], [3.0, 3.0]] SMOOTH");
        assertThat(cube.mirrored()).hasToString("[[8.0, 8.0], [-12.0, -12.0], [6.0, 6.0], [-1.0, -1.0]] SMOOTH");
        assertThat(on(-1, 1).abs().derivative().regularity()).isEqualTo(Regularity.CONTINUOUS);
        Series ranging = Series.ranging(new Interval(2, 3), ORDER, Regularity.DEFINED);
        assertThat(ranging.range()).isEqualTo(new Interval(2, 3));
        assertThat(ranging.coefficient(ORDER)).isEqualTo(Interval.ENTIRE);
        assertThat(ranging.regularity()).isEqualTo(Regularity.DEFINED);
    }

    @Test
    void constantsStayConstant() {
        assertThat(number(0).sqrt().isConstant()).isTrue();
        assertThat(number(0).sqrt().regularity()).isEqualTo(Regularity.CONTINUOUS);
        assertThat(number(4).sqrt().isConstant()).isTrue();
        assertThat(on(1, 1).isConstant()).isFalse();
        assertThat(on(1, 2).minus(on(1, 2)).isConstant()).isTrue();
        assertThat(Series.constant(new Interval(1, 2), 0).isConstant()).isTrue();
    }

    @Test
    void aPowerWithAVariableExponent() {
        Series x = on(2, 2);
        Series power = x.power(x);
        // x^x: its slope is x^x (1 + log x)
        assertRange(power.coefficient(0), 4, 4);
        assertRange(power.coefficient(1), 4 * (1 + Math.log(2)), 4 * (1 + Math.log(2)));
        assertThat(on(0, 1).power(on(0, 1)).regularity()).isEqualTo(Regularity.PARTIAL);
        assertThat(on(0, 1).power(on(0.5, 1)).regularity()).isEqualTo(Regularity.CONTINUOUS);
        assertThat(on(0, 1).power(on(0.5, 1).atMost(Regularity.DEFINED)).regularity())
                .isEqualTo(Regularity.DEFINED);
        assertThat(on(0, 1).atMost(Regularity.DEFINED).power(on(0.5, 1)).regularity())
                .isEqualTo(Regularity.DEFINED);
    }
}
