package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.quantity.NoValue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What outcomes that are drawn come to, and how wrong that may be, by outcomes that a test chooses. */
class SimulationTest {

    /** A space that draws these rows, however many are asked for. */
    private static SampleSpace drawing(List<double[]> rows) {
        return (SampleSpace) Proxy.newProxyInstance(
                SampleSpace.class.getClassLoader(), new Class<?>[] {SampleSpace.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("draw");
                    @SuppressWarnings("unchecked")
                    Predicate<double[]> visitor = (Predicate<double[]>) arguments[1];
                    for (double[] row : rows) {
                        assertThat(visitor.test(row)).isTrue();
                    }
                    return null;
                });
    }

    private static Simulation of(double outcomes, List<double[]> rows) {
        return Simulation.of(drawing(rows), outcomes, rows.isEmpty() ? 1 : rows.get(0).length);
    }

    private static Simulation of(List<double[]> rows) {
        return of(1000, rows);
    }

    private static List<double[]> rows(int count, Function<Integer, double[]> row) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row.apply(i));
        }
        return rows;
    }

    private static List<double[]> column(int count, Function<Integer, Double> value) {
        return rows(count, i -> new double[] {value.apply(i)});
    }

    private static double sign(int i) {
        return i % 2 == 0 ? 1 : -1;
    }

    private static void assertIs(Estimate found, double value, double error) {
        assertThat(Arithmetic.real(found.value())).isCloseTo(value, within(1e-14));
        assertThat(found.error()).isCloseTo(error, within(1e-12));
    }

    // ---- how many

    @ParameterizedTest
    @CsvSource({"99, false", "100, true", "2000000, true", "2000001, false", "NaN, false"})
    void fromAHundredToTwoMillionAreDrawn(double outcomes, boolean isDrawn) {
        ThrowingCallable draw = () -> of(outcomes, column(1, i -> 1.0));
        if (isDrawn) {
            assertThat(of(outcomes, column(1, i -> 1.0)).probability().value())
                    .isEqualTo(Estimate.of(1, 0).value());
        } else {
            assertThatThrownBy(draw)
                    .isInstanceOf(NoValue.class)
                    .hasMessageContaining("from 100 to 2000000 outcomes are drawn");
        }
    }

    @Test
    void ifNoneMeetsWhatIsKnownNothingIsSaid() {
        assertThatThrownBy(() -> of(List.of())).hasMessage("none of 1000 outcomes meets what is known");
    }

    /** Of fewer it is not said how wrong their mean may be. */
    @Test
    void theSpreadIsThatOfAHundredAtLeast() {
        assertThat(of(column(100, SimulationTest::sign)).mean().error()).isPositive();
        assertThatThrownBy(() -> of(column(99, SimulationTest::sign)).mean())
                .hasMessage(
                        "only 99 outcomes meet what is known: too few to say how wrong their mean may be; draw more");
        assertThat(of(column(99, i -> 1.0)).probability().error()).isPositive();
    }

    /** With two at ±3.5 and 98 at ±1 each of the two makes a tenth of the spread. */
    @ParameterizedTest
    @ValueSource(doubles = {3.49, 3.51, -3.51})
    void noOutcomeMakesMoreThanATenthOfTheSpread(double outlier) {
        Simulation drawn = of(column(100, i -> i < 2 ? outlier * sign(i) : sign(i)));
        if (outlier == 3.49) {
            assertIs(drawn.mean(), 0, 0.4 * Math.sqrt((98 + 2 * 3.49 * 3.49) / 99));
        } else {
            assertThatThrownBy(drawn::mean).hasMessageContaining("one of 100 outcomes makes 10 % of the spread of all");
        }
    }

    // ---- probabilities: the ends of the interval are the q with |p - q| = 4 sqrt(q (1 - q)/n)

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.13793103448275862",
        "50, 0.5, 0.18569533817705186",
        "90, 0.9, 0.17950176811944785",
        "10, 0.1, 0.17950176811944785",
        "100, 1, 0.13793103448275862"
    })
    void theErrorOfAProbabilityIsTheFartherEndOfWilsonsInterval(int hits, double expected, double error) {
        assertIs(of(column(100, i -> i < hits ? 1.0 : 0.0)).probability(), expected, error);
        assertIs(
                of(100, column(100, i -> i < hits ? 1.0 : 0.0)).probability(), expected, error); // all of them are kept
    }

    // ---- means

    @Test
    void theErrorOfAMeanIsFourOfItsDeviations() {
        assertIs(of(column(100, i -> 7 + 3 * sign(i))).mean(), 7, 1.2 * Math.sqrt(100 / 99.0));
        assertIs(of(column(400, i -> 7 + 3 * sign(i))).mean(), 7, 0.6 * Math.sqrt(400 / 399.0));
    }

    /** Where nothing varies, what is left is the rounding of the sum. */
    @Test
    void theErrorOfAConstantIsRounding() {
        Estimate found = of(column(400, i -> 7e9)).mean();
        assertThat(found).isEqualTo(Estimate.of(7e9, 20 * Math.ulp(7e9)));
    }

    @Test
    void aVarianceKnowsItsMeanAsWellAsTheOutcomesDo() {
        // each outcome is as far from the mean, but the mean is known to 4·3/√100 only
        double means = 1.44 * 100 / 99;
        assertIs(of(column(100, i -> 7 + 3 * sign(i))).variance(), 9, means);
        assertIs(of(column(100, i -> 7 + 3 * sign(i))).deviation(), 3, means / 3);
        assertThat(of(column(100, i -> 7.0)).deviation().value())
                .isEqualTo(Estimate.of(0, 0).value());
        assertThat(of(column(100, i -> 7.0)).deviation().error()).isBetween(0.0, 1e-26);
    }

    /** Squares of 1 and 9 around their mean of 5. */
    @Test
    void aVarianceIsOffByTheSpreadOfTheSquares() {
        Simulation drawn = of(column(100, i -> 7 + (i % 4 < 2 ? 1 : 3) * sign(i)));
        double squares = 0.4 * Math.sqrt(1600 / 99.0);
        double means = 0.16 * 500 / 99;
        assertIs(drawn.variance(), 5, squares + means);
    }

    @Test
    void aCovarianceIsOffByBothMeans() {
        Simulation drawn = of(rows(100, i -> new double[] {7 + 3 * sign(i), 1 - 2 * sign(i)}));
        assertIs(drawn.covariance(), -6, 1.2 * 0.8 * 100 / 99);
    }

    /** Of eighty that go along and twenty that do not, the correlation is 0.6; the squares of uv − 0.6 come to 64. */
    @Test
    void aCorrelationIsOffByTheSpreadOfWhatMovesIt() {
        Simulation drawn = of(rows(100, i -> new double[] {7 + 3 * sign(i), 1 - 2 * sign(i) * (i % 10 < 8 ? 1 : -1)}));
        assertIs(drawn.correlation(), -0.6, 0.4 * Math.sqrt(64 / 99.0) + 0.16);
    }

    @Test
    void aCorrelationWithinNothingIsRefused() {
        assertThatThrownBy(() -> of(rows(100, i -> new double[] {sign(i), 3})).correlation())
                .hasMessage("the correlation with what does not vary");
        assertThatThrownBy(() -> of(rows(100, i -> new double[] {3, sign(i)})).correlation())
                .hasMessage("the correlation with what does not vary");
    }

    /** x is ±1 or ±3, y is x but for the sign of the smaller ones: r = (9 − 1)/(9 + 1). */
    @Test
    void theSpreadOfACorrelationCountsBothSquares() {
        Simulation drawn = of(rows(100, i -> {
            double x = (i % 4 < 2 ? 1 : 3) * sign(i);
            return new double[] {x, i % 4 < 2 ? -2 * x : 2 * x};
        }));
        // uv − r(u² + v²)/2 is −0.2 − 0.8·0.2 = −0.36 and 1.8 − 0.8·1.8 = 0.36
        assertIs(drawn.correlation(), 0.8, 0.4 * 0.36 * Math.sqrt(100 / 99.0) + 0.16);
    }
}
