package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.expression.term.Law;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.probability.Normal;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantiles of distribution functions that are written down: the error covers what is wrong, and little more. */
class QuantileSearchTest {

    /** A distribution function that counts how often it is asked. */
    private static final class Counted implements DoubleFunction<Estimate> {
        private final DoubleUnaryOperator below;
        private final double error;
        private int asked;

        Counted(DoubleUnaryOperator below, double error) {
            this.below = below;
            this.error = error;
        }

        @Override
        public Estimate apply(double x) {
            asked++;
            return Estimate.of(below.applyAsDouble(x), error);
        }
    }

    private static QuantileSearch search(Counted below, double share) {
        return new QuantileSearch(below, new Value.Exact(Rational.exactly(share)));
    }

    private static QuantileSearch searched(DoubleUnaryOperator below, double share) {
        return search(new Counted(below, 0), share);
    }

    private static Estimate quantile(DoubleUnaryOperator below, double error, double share, double low, double high) {
        return search(new Counted(below, error), share).between(new QuantileSearch.Bracket(low, high));
    }

    private static double at(Estimate found) {
        return Arithmetic.real(found.value());
    }

    private static DoubleUnaryOperator logistic(double centre, double scale) {
        return x -> 1 / (1 + Math.exp(-(x - centre) / scale));
    }

    // ---- the numbers between which it lies

    /** Steps of 1.0957 widths, then twice that, and so on: sums of them are 1, 3, 7 … such steps from the start. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0, 1", "1.05, 0, 1", "1.1, 1, 3", "3.2, 1, 3", "3.3, 3, 7", "100, 63, 127",
        "0, -1, 0", "-1.05, -1, 0", "-1.1, -3, -1", "-3.2, -3, -1", "-3.3, -7, -3", "-100, -127, -63"
    })
    void stepsAreDoubledUntilTheShareIsBetween(double place, double low, double high) {
        for (double width : new double[] {1, 1e-3}) {
            QuantileSearch search = searched(x -> x - 5 >= place * width ? 1 : 0, 0.5);
            QuantileSearch.Bracket bracket = search.bracket(5, width);
            assertThat(bracket.low()).isCloseTo(5 + low * 1.0957 * width, within(1e-12));
            assertThat(bracket.high()).isCloseTo(5 + high * 1.0957 * width, within(1e-12));
        }
    }

    /** What has no width is stepped from by roundings. */
    @Test
    void aStepIsNoLessThanARounding() {
        Counted counted = new Counted(x -> x > 5 ? 1 : 0, 0);
        QuantileSearch.Bracket beside = search(counted, 0.5).bracket(5, 0);
        assertThat(counted.asked).isEqualTo(3);
        assertThat(beside).isEqualTo(new QuantileSearch.Bracket(5, Math.nextUp(5.0)));
        QuantileSearch.Bracket zero = searched(x -> x > 0 ? 1 : 0, 0.5).bracket(0, 0);
        assertThat(zero).isEqualTo(new QuantileSearch.Bracket(0, 1.0957 * Double.MIN_NORMAL));
    }

    /** Then they grow 64 times: few come to any number that there is. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-100, -1e-100, 1, -1, 1e297, -1e297})
    void fromNoWidthEveryNumberIsReached(double place) {
        Counted counted = new Counted(x -> x >= place ? 1 : 0, 0);
        QuantileSearch.Bracket bracket = search(counted, 0.5).bracket(0, 0);
        assertThat(place).isBetween(bracket.low(), bracket.high());
        assertThat(bracket.high() - bracket.low()).isLessThan(64 * Math.abs(place));
        assertThat(counted.asked).isLessThan(345);
    }

    @Test
    void whatIsFartherThanAnyNumberIsNotLookedFor() {
        for (double width : new double[] {0, 1e250}) {
            Counted counted = new Counted(x -> Double.isInfinite(x) ? 1 : 0, 0);
            assertThatThrownBy(() -> search(counted, 0.5).bracket(0, width))
                    .hasMessageContaining("no quantile is found");
        }
    }

    @Test
    void theShareIsReachedWhereItIsEqual() {
        QuantileSearch.Bracket bracket =
                searched(x -> x >= 1 ? 1 : x >= -50 ? 0.5 : 0, 0.5).bracket(0, 1);
        assertThat(bracket.low()).isLessThan(-50);
        assertThat(bracket.high()).isBetween(-50.0, 0.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4999})
    void whatIsNeverReachedIsNotLookedForForEver(double never) {
        Counted counted = new Counted(x -> never, 0);
        assertThatThrownBy(() -> search(counted, 0.5).bracket(7, 1e-9))
                .isInstanceOf(NoValue.class)
                .hasMessage("no quantile is found near 7.0");
        assertThat(counted.asked).isEqualTo(402);
        Counted always = new Counted(x -> 1 - never, 0);
        assertThatThrownBy(() -> search(always, 0.5).bracket(7, 1e-9)).hasMessage("no quantile is found near 7.0");
        assertThat(always.asked).isEqualTo(402);
    }

    // ---- single numbers

    @ParameterizedTest
    @ValueSource(doubles = {0.3, -0.3, 7, 1e-300, -1e300, 0})
    void aJumpIsBetweenTwoDoubles(double at) {
        double low = at - Math.abs(at) - 1;
        double high = at + Math.abs(at) + 3;
        double found = searched(x -> x >= at ? 0.5 : 0.25, 0.5).jump(new QuantileSearch.Bracket(low, high));
        assertThat(found).isEqualTo(Math.nextDown(at));
    }

    // ---- numbers with a density

    @ParameterizedTest
    @CsvSource({"0.5, 3, 2", "0.9, 3, 2", "0.01, -1e6, 2", "0.999, 0, 1e-6", "1e-9, 1e6, 1e6", "0.3, 0, 1e9"})
    void aQuantileIsRightWithinItsError(double share, double centre, double scale) {
        double expected = centre + scale * Math.log(share / (1 - share));
        Counted counted = new Counted(logistic(centre, scale), 2e-16);
        QuantileSearch search = search(counted, share);
        Estimate found = search.between(search.bracket(centre + scale / 3, scale));
        assertThat(Math.abs(at(found) - expected)).isLessThanOrEqualTo(found.error());
        double slope = share * (1 - share) / scale;
        assertThat(found.error()).isBetween(2e-16 / slope, 40e-16 / slope + 8 * Math.ulp(expected));
        assertThat(counted.asked).isLessThan(40);
    }

    /** What is known to e is known to e by the slope: the first width that is tried is twice that. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-6, 1e-9, 1e-12})
    void theErrorIsThatOfTheFunctionByItsSlope(double error) {
        for (double bias : new double[] {-error, 0, error}) {
            for (double slope : new double[] {1, 0.125}) {
                Estimate found = quantile(x -> 0.5 + slope * x + bias, error, 0.375, -2, 1.5);
                double wrong = Math.abs(at(found) + 0.125 / slope);
                assertThat(wrong).isLessThanOrEqualTo(found.error());
                assertThat(found.error()).isBetween(1.99 * error / slope, 4.01 * error / slope + 1e-14);
            }
        }
    }

    /** The share is not told from what lies on a level part: all of it may be meant, on whichever side it was met. */
    @ParameterizedTest
    @CsvSource({"1, 2", "-5, 2", "-5, -3", "-1e-3, 1e-3", "1, 1e6"})
    void theErrorCoversALevelPart(double from, double to) {
        DoubleUnaryOperator f = x -> x < from ? 0.5 + (x - from) * 1e-3 : x > to ? 0.5 + (x - to) * 1e-3 : 0.5;
        Estimate found = quantile(f, 1e-15, 0.5, from - 10, to + 20);
        assertThat(at(found) - found.error()).isLessThanOrEqualTo(from);
        assertThat(at(found) + found.error()).isGreaterThanOrEqualTo(to);
        assertThat(found.error()).isLessThan(4.1 * (to - from));
    }

    /** It is met beside one of its ends: then the other one is what the error is for. */
    @ParameterizedTest
    @CsvSource({"-0.1, 1.9, 0.1", "-0.9, 1.1, 0.9"})
    void theErrorReachesTheFartherEndOfALevelPart(double low, double high, double met) {
        DoubleUnaryOperator f = x -> x < 0 ? 0.5 + x : x > 1 ? x - 0.5 : 0.5;
        Estimate found = quantile(f, 0, 0.5, low, high);
        assertThat(at(found)).isCloseTo(met, within(1e-15));
        assertThat(found.error()).isBetween(0.9, 3.6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, -7, 1e-9, 1e9})
    void aJumpIsKnownToARounding(double at) {
        Counted counted = new Counted(x -> x >= at ? 0.75 : 0.25, 1e-12);
        Estimate found = search(counted, 0.5).between(new QuantileSearch.Bracket(at - 10, at + 10));
        assertThat(at(found)).isEqualTo(at);
        assertThat(found.error()).isBetween(Math.ulp(at), 2.01 * Math.ulp(at));
        assertThat(counted.asked).as("it ends where no double lies between").isLessThan(120);
    }

    @Test
    void aJumpAtZeroIsKnownToTheLeastNormalNumber() {
        Estimate found = quantile(x -> x >= 1e-310 ? 0.75 : 0.25, 1e-12, 0.5, -1e-300, 1e-300);
        assertThat(at(found)).isEqualTo(1e-310);
        assertThat(found.error()).isBetween(Double.MIN_NORMAL, 1.01 * Double.MIN_NORMAL);
    }

    /** On the side on which the function goes on less steeply the quantile may lie farther off. */
    @ParameterizedTest
    @CsvSource({"1, 0.01", "0.01, 1"})
    void theErrorIsThatOfTheLessSteepSide(double below, double above) {
        Estimate found = quantile(x -> 0.5 + (x < 0 ? below : above) * x, 1e-6, 0.5, -0.5, 0.25);
        assertThat(Math.abs(at(found))).isLessThanOrEqualTo(found.error());
        assertThat(found.error()).isBetween(1e-4, 1e-3);
    }

    /** A share that differs by just what is not known is not told from the function, on its way there nor beside it. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0.5", "1.001, 0, 0.0078125", "1, 1, 0.99610894", "1.001, 1, 0.01556420"})
    void whatDiffersByJustTheDoubtIsNotTold(double factor, double first, double error) {
        double doubt = 0x1p-10;
        DoubleUnaryOperator f =
                x -> Math.abs(x) > 0.4 ? 0.5 + x / 4 : 0.5 + doubt * (x == 0 ? first : Math.signum(x) * factor);
        Estimate found = quantile(f, doubt - Math.ulp(0.5), 0.5, -1, 1);
        assertThat(at(found)).isZero();
        assertThat(found.error()).isCloseTo(error, within(1e-8));
    }

    /** Where noise hides the slope, the error is still no larger than it need be. */
    @Test
    void aSlopeTheWrongWayIsNone() {
        DoubleUnaryOperator f = x -> x == -1 ? 0.5 + 2e-4 : 0.5 + x / 100;
        Estimate found = quantile(f, 1e-4, 0.5, -1, 1);
        assertThat(found.error()).isBetween(0.01, 0.05);
        assertThat(Math.abs(at(found))).isLessThanOrEqualTo(found.error());
    }

    /** At 0 a rounding is so small that the search would not come from there to where the function is told from the share. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-16, 1e-3})
    void aQuantileMayBeZero(double error) {
        Estimate found = quantile(x -> 0.5 + x / 8, error, 0.5, -1, 1);
        assertThat(at(found)).isZero();
        assertThat(found.error()).isBetween(8 * error, 33 * (error + Math.ulp(0.5)));
    }

    @Test
    void whatIsNeverCertainIsNotDetermined() {
        Counted counted = new Counted(x -> 0.5, 1e-3);
        assertThatThrownBy(() -> search(counted, 0.5).between(new QuantileSearch.Bracket(0, 1)))
                .isInstanceOf(NoValue.class)
                .hasMessage("the quantile is not determined: the distribution function stays near 0.5");
        assertThat(counted.asked).isEqualTo(403);
        assertThatThrownBy(() -> quantile(x -> x < 0 ? 0 : 0.501, 1e-3, 0.5, -1, 1))
                .hasMessageContaining("not determined");
        assertThat(quantile(x -> x < 0 ? 0 : 0.50101, 1e-3, 0.5, -1, 1).error()).isLessThan(1e-15);
    }

    /** Secants alone stay on one side of a steep bend; an end that stays counts half, and every eighth step is a half. */
    @ParameterizedTest
    @CsvSource({"20, 25", "200, 30", "-20, 25", "-200, 30"})
    void steepBendsTakeFewSteps(double steep, int most) {
        DoubleUnaryOperator f = x -> steep > 0 ? Math.exp(steep * (x - 1)) : 1 - Math.exp(steep * x);
        Counted counted = new Counted(f, 1e-16);
        double share = 0.125;
        Estimate found = search(counted, share).between(new QuantileSearch.Bracket(0, 1));
        double expected = steep > 0 ? 1 + Math.log(share) / steep : Math.log(1 - share) / steep;
        assertThat(Math.abs(at(found) - expected)).isLessThanOrEqualTo(found.error());
        assertThat(counted.asked).isLessThanOrEqualTo(most);
    }

    // ---- where to start

    @ParameterizedTest
    @CsvSource({"0.25, -0.674489750196082", "0.5, 0", "0.75, 0.674489750196082"})
    void aDensityIsTypicallyAtItsQuantile(double share, double expected) {
        for (double mean : new double[] {0, 10, -10}) {
            Value typical = Quantile.typical(new Law.Density(new Normal(mean, 2)), share);
            double at = Arithmetic.real(typical);
            assertThat(at).isBetween(mean + 2 * expected - 1e-15, mean + 2 * expected + 2e-6 * (Math.abs(at) + 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.24, 1", "0.25, 1", "0.26, 4", "0.75, 4", "0.76, 9", "0.9999, 9", "1, 9"})
    void anAtomIsTypicalWhereTheSumReachesTheShare(double share, int expected) {
        List<Value> values = List.of(Value.Exact.of(1), Value.Exact.of(4), Value.Exact.of(9));
        List<Value> weights = List.of(new Value.Real(0.25), new Value.Real(0.5), new Value.Real(0.125));
        Law law = Law.Atoms.whole(() -> new Law.Weighted(values, weights, 0.125, 0), uniform -> values.get(0));
        assertThat(Quantile.typical(law, share)).isEqualTo(Value.Exact.of(expected));
    }
}
