package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Integrals, roots and extrema against closed forms. */
class CalculusTest {

    /** The error is that of the rule itself: how far an evaluation moves under simulation is at most its estimate. */
    private static double estimatedError(String formula) {
        Sheet sheet = Sheet.of();
        Value value = sheet.value(formula);
        double spread = 0;
        for (long seed = 0; seed < 8; seed++) {
            long simulated = seed;
            Value moved = sheet.value(formula, frame -> frame.jittered(simulated));
            spread = Math.max(spread, Arrays.distance(value, moved));
        }
        return spread;
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "integrate(exp(-x^2) for x in 0..1e6); 0.8862269254527580",
                "integrate(exp(-x^2) for x in -1e6..0); 0.8862269254527580",
                "integrate(exp(-x/1e-6) for x in 0..1); 1e-6",
                "integrate(0*x for x in 0..1); 0",
                "integrate(x^2 for x in 0..1); 0.3333333333333333",
                "integrate(x^2 for x in 2..2); 0",
                "integrate(sum(x^k for k in 0:3) for x in 0..1); 2.0833333333333333",
                "integrate(prod((x - k) for k in 1:2) for x in 1..2); -0.16666666666666667",
                "integrate(count(x > k for k in 1:3) for x in 0..9); 21",
                "integrate(if(any(x > k for k in 2:3), 1, 0) for x in 0..9); 7",
                "integrate(if(all(x > k for k in 2:3), 1, 0) for x in 0..9); 6",
                "integrate(exp(x) for x in 0..1); 1.718281828459045",
                "integrate(1/x for x in 1..2); 0.6931471805599453",
                "integrate(abs(x - 0.3) for x in 0..1); 0.29",
                "integrate(abs(sin(x)) for x in 0..10*pi); 20",
                "integrate(if(x < 1/3, 0, 1) for x in 0..1); 0.6666666666666667",
                "integrate(1/(1e-6 + (x - 0.3)^2) for x in 0..1); 3136.8307621453013",
                "integrate(sin(200*x)^2 for x in 0..pi); 1.5707963267948966",
                "integrate(cos(100*x)*exp(-x) for x in 0..1); -0.0017943585934243071",
                "integrate(1/sqrt(x) for x in 0..1); 2",
                "integrate(log(x) for x in 0..1); -1",
                "integrate(sqrt(x) for x in 0..1); 0.6666666666666667",
                "integrate(integrate(x*y for x in 0..y) for y in 0..2); 2",
                "real(integrate(exp(1j*x) for x in 0..pi/2)); 1",
                "imag(integrate(exp(1j*x) for x in 0..pi)); 2",
                "integrate(exp(-((x - 0.3)/0.01)^2) for x in 0..1); 0.017724538509055160"
            })
    void theIntegralIsRightWithinItsOwnErrorEstimate(String formula, double expected) {
        double error = Math.abs(Sheet.of().number(formula) - expected);
        double rounding = 4 * Math.ulp(Math.max(1, Math.abs(expected)));
        assertThat(error).isLessThanOrEqualTo(estimatedError(formula) + rounding);
        assertThat(error).isLessThanOrEqualTo(1e-9 * Math.max(1, Math.abs(expected)));
    }

    /**
     * A cubic kink is where the two rules are nearest to each other for what they are worth: an estimate that is a hundred
     * times smaller, or sharpened by a factor of 20 for 200, is below the true error at some of these places.
     */
    @Test
    void theEstimateOfAnIntegralCoversItsErrorWhereverAKinkLies() {
        for (int i = 1; i <= 40; i++) {
            double c = i / 41.0;
            String formula = "integrate(abs(x - " + i + "/41)^3 for x in 0..1)";
            double error = Math.abs(Sheet.of().number(formula) - (Math.pow(c, 4) + Math.pow(1 - c, 4)) / 4);
            assertThat(error).as(formula).isLessThanOrEqualTo(estimatedError(formula) + 4e-16);
        }
    }

    /** Of a jump the estimate is nearest to the true error, which is a tenth of it: a hundredth of the estimate is too little. */
    @Test
    void theEstimateOfAnIntegralCoversItsErrorWhereverAJumpLies() {
        for (int i = 1; i < 37; i++) {
            String formula = "integrate(if(x < " + i + "/37, 0, 1) for x in 0..1)";
            double error = Math.abs(Sheet.of().number(formula) - (1 - i / 37.0));
            assertThat(error).as(formula).isLessThanOrEqualTo(estimatedError(formula) + 4e-16);
        }
    }

    /** An estimate that is a hundred times larger would make every integral vague. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "integrate(exp(x) for x in 0..1)",
                "integrate(abs(x - 0.3)^3 for x in 0..1)",
                "integrate(if(x < 1/3, 0, 1) for x in 0..1)",
                "integrate(1/(1e-6 + (x - 0.3)^2) for x in 0..1)/3000"
            })
    void theEstimateOfAnIntegralIsNoMoreThanTheToleranceAsksFor(String formula) {
        assertThat(estimatedError(formula)).isLessThanOrEqualTo(2e-13 * 1.8);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "integrate(1/x for x in -1..1); the integral does not settle between -0.001953125 and 0.0: it may diverge",
                "integrate(1/x for x in 1..inf); the integral diverges: far out, the integrand does not go to zero faster",
                "integrate(x for x in 1..0); the interval 1.0..0.0 is empty",
                "integrate(x for x in 1:3); integrate takes variables over real intervals, for x in a..b",
                "root(x^2 for x in 1..2); no root between 1 and 2: it is zero nowhere",
                "root(tan(x) for x in 1..2); the sign changes near 1.57079633 at a pole or a jump, not at a root",
                "root(sign(x - 1/3) for x in 0..1); the sign changes near 0.333333333 at a pole or a jump, not at a root",
                "root(1e-9/(x - sqrt(0.5)) for x in 0..1); the sign changes near 0.707106781",
                "root(x for x in -1..inf); the interval is unbounded: give it finite ends",
                "root(x + 1j for x in 0..1); root is for real functions",
                "root(x for x in 0:1); root takes one variable over a real interval a..b",
                "derivative(x for x in 0..1); written derivative(f(t) for t at 1)",
                "max(x + 1j for x in 0..1); complex numbers have no order; compare abs(…), real(…) or imag(…)",
                "max(x*k for x in 0..1, k in 1:3); max searches one variable at a time here; nest it for more",
                "argmax(x*y for x in 0..1, y in 0..1); argmax searches one variable at a time here; nest it for more",
                "max(k for k in 1:0); max over an empty domain",
                "argmin(k for k in 1:2 if k > 2); argmin over an empty domain"
            })
    void whatHasNoValueSaysWhy(String formula, String message) {
        assertThat(Sheet.of().fault(formula).message()).startsWith(message);
    }

    @Test
    void aPoleIsRecognisedAtAnyScale() {
        assertThat(Sheet.of().fault("root(1e-9/(x - sqrt(0.5)) for x in 0..1)").message())
                .contains("at a pole or a jump, not at a root");
        assertThat(Sheet.of().number("root(1e12*(x - 0.7001) for x in 0..1)")).isCloseTo(0.7001, within(1e-15));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "root(x^2 - 2 for x in 0..2); 1.4142135623730951",
                "root(2 - x^2 for x in 0..2); 1.4142135623730951",
                "root(cos(x) - x for x in 0..1); 0.7390851332151607",
                "root(x for x in 0..1); 0",
                "root(x - 1 for x in 0..1); 1",
                "root(x - 1/2 for x in 0..1); 0.5",
                "root((x - 0.3)^3 for x in 0..1); 0.3",
                "root(exp(x) - 1e6 for x in 0..100); 13.815510557964274",
                "root(atan(1e6*(x - 0.123)) for x in -1..1); 0.123",
                "root(x^9 for x in -1..1.5); 0"
            })
    void theOnlyRootIsFoundWithinItsBracket(String formula, double expected) {
        double permitted = formula.contains("^9") || formula.contains("^3") ? 1e-5 : 4 * Math.ulp(expected) + 1e-16;
        assertThat(Sheet.of().number(formula)).isCloseTo(expected, within(permitted));
    }

    @Test
    void twoRootsAreAFaultThatShowsBoth() {
        assertThat(Sheet.of().fault("root(x*(x - 0.6) for x in -1..1)").message())
                .startsWith("there are two roots, near ")
                .endsWith(": narrow the interval to the one that is meant");
        assertThat(Sheet.of().fault("root(x*(x - 1) for x in 0..1)").message()).startsWith("there are two roots");
    }

    /** The sign changes within the stated error, however narrow that is, and the stated error is a few units of rounding. */
    @Test
    void theErrorOfARootIsItsBracketAndNoMore() {
        for (int i = 1; i <= 60; i++) {
            double c = 1 + i / 61.0;
            for (DoubleUnaryOperator f : List.<DoubleUnaryOperator>of(
                    x -> Math.exp(x) - c, x -> x * x * x - c, x -> Math.log1p(x) - c / 2, x -> c - x * x)) {
                Estimate root = RootSearch.onlyRoot(new RootSearch.Sampled(f, x -> 0, 0.01, 3));
                double x = Arithmetic.real(root.value());
                double before = f.applyAsDouble(x - root.error());
                double behind = f.applyAsDouble(x + root.error());
                assertThat(before * behind).as("root %d, near %s", i, x).isLessThanOrEqualTo(0);
                assertThat(root.error()).isLessThanOrEqualTo(4 * Math.ulp(x));
            }
        }
    }

    /** Where sums of two points, and widths, are larger than any double. */
    @ParameterizedTest
    @CsvSource({
        "1.5e308, 1e308, 1.7e308",
        "-1.5e308, -1.7e308, -1e308",
        "1.79e308, -1.79e308, 1.797e308",
        "-1.79e308, -1.797e308, 0",
        "3, -1.7e308, 1.6e308",
        "1.2345e306, 1e300, 1.7e308",
    })
    void aRootIsFoundUpToTheLargestNumbers(double c, double low, double high) {
        for (DoubleUnaryOperator f :
                List.<DoubleUnaryOperator>of(x -> x / 4 - c / 4, x -> Math.atan(x / 1e290 - c / 1e290))) {
            Estimate root = RootSearch.onlyRoot(new RootSearch.Sampled(f, x -> 2, low, high));
            assertThat(Math.abs(Arithmetic.real(root.value()) - c)).isLessThanOrEqualTo(root.error());
            assertThat(root.error()).isLessThanOrEqualTo(4 * Math.ulp(Math.max(-low, high)));
        }
    }

    @Test
    void theSearchNeverTakesMoreThanOneStepOverBisection() {
        int[] calls = {0};
        RootSearch.onlyRoot(new RootSearch.Sampled(
                x -> {
                    calls[0]++;
                    return Math.expm1(50 * (x - 0.7123));
                },
                x -> 0,
                0,
                1));
        assertThat(calls[0]).isLessThanOrEqualTo(257 + 2 + 48 + 2);
        assertThatThrownBy(() -> RootSearch.onlyRoot(new RootSearch.Sampled(x -> 1, x -> 0, 0, 1)))
                .isInstanceOf(NoValue.class);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "min(k^2 - 4*k for k in 0:10); -4",
                "argmin(k^2 - 4*k for k in 0:10); 2",
                "max(k for k in [3, 7, 5]); 7",
                "argmax(mod(7*k, 11) for k in 0:10); 3",
                "min(a - b for a in 1:3, b in 1:3 if a != b); -2",
                "max(x for x in 0..1); 1",
                "argmax(x for x in 0..1); 1",
                "min(x for x in 0..1); 0",
                "max(sin(x) for x in 0..3); 1",
                "min(cosh(x - 0.4) for x in -1..1); 1",
                "max(-abs(x - 0.3) for x in 0..1); 0",
                "min(max(x, 1 - 2*x) for x in 0..1); 0.3333333333333333"
            })
    void extremaOverFiniteAndRealDomains(String formula, double expected) {
        assertThat(Sheet.of().number(formula)).isCloseTo(expected, within(2e-15));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = ';',
            value = {"argmax(sin(x) for x in 0..3); 1.5707963267948966", "argmin(abs(x - 0.3) for x in 0..1); 0.3"})
    void aPlaceIsGoodToItsOwnErrorEstimate(String formula, double expected) {
        double error = Math.abs(Sheet.of().number(formula) - expected);
        assertThat(error).isLessThanOrEqualTo(estimatedError(formula));
        assertThat(error).isLessThan(1e-7);
    }

    /** With 256 cells from 2 to 10, the root 3 is a point of the grid, where simulated errors decide the sign. */
    @Test
    void aRootOnAPointOfTheGridIsFoundUnderEverySimulatedError() {
        Sheet sheet = Sheet.of();
        for (long seed = 0; seed < 200; seed++) {
            long simulated = seed;
            Value root = sheet.value("root(x - 3 for x in 2..10)", frame -> frame.jittered(simulated));
            assertThat(Arithmetic.real(root)).as("seed " + seed).isCloseTo(3, within(1e-12));
        }
    }
}
