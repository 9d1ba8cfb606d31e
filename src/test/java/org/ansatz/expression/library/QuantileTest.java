package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansatz.expression.Sheet;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantiles of random quantities: which values are exact, and which probabilities have one. */
class QuantileTest {

    private static Sheet sheet() {
        return Sheet.of(
                "X ~ normal(10, 2)",
                "D ~ uniform(1:6)",
                "C ~ uniform(1:6)",
                "B ~ discrete([-100, 3, 1000], [1/8, 3/4, 1/8])",
                "F ~ discrete([0.1, 0.2, 0.3], [1/4, 1/2, 1/4])");
    }

    private static Estimate estimate(String formula) {
        return sheet().estimate(formula);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "quantile(D, 1/6); 1",
                "quantile(D, 1e-300); 1",
                "quantile(D, 5/6); 5",
                "quantile(D, 1 - 1e-9); 6",
                "quantile(-D, 1/6); -6",
                "quantile(D*C, 1/36); 1",
                "quantile(D*C, 2/36); 2",
                "quantile(D*C, 35/36); 30",
                "quantile(D - C, 1/2); 0",
                "quantile(D - C, 21/36); 0",
                "quantile(D - C, 22/36); 1",
                "quantile(B, 1/8); -100",
                "quantile(B, 1/8 + 1/1000); 3",
                "quantile(B, 7/8); 3",
                "quantile(B, 8/9); 1000",
                "quantile(F, 1/4); 1/10",
                "quantile(F, 3/4); 1/5",
                "quantile(F + D, 3/4); 26/5"
            })
    void theQuantileOfSingleNumbersIsOneOfThem(String formula, String expected) {
        Estimate found = estimate(formula);
        assertThat(found.error()).isZero();
        assertThat(((Value.Exact) found.value()).number().toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "quantile(X, 1/2); 10",
                "quantile(X - 10, 1/2); 0",
                "quantile(-X, 0.025); -13.91992796908010848",
                "quantile(max(X, 10), 0.3); 10",
                "quantile(max(X - 13, 0), 0.99); 1.652695748081682",
                "quantile(max(10 - X, 0), 0.3); 0",
                "quantile(if(X > 10, 1, 0), 0.3); 0",
                "quantile(if(X > 10, 1, 0), 0.7); 1"
            })
    void theQuantileOfWhatIsContinuousIsWithinItsError(String formula, double expected) {
        Estimate found = estimate(formula);
        assertThat(Math.abs(Arithmetic.real(found.value()) - expected))
                .isLessThanOrEqualTo(found.error() + Math.ulp(expected));
        assertThat(found.error()).isBetween(1e-320, 1e-11);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "-0.25", "1.5"})
    void aProbabilityLiesBetweenZeroAndOne(double share) {
        assertThat(sheet().fault("quantile(D, " + share + ")").getMessage())
                .contains("the quantile for a probability of " + share + "; it must lie between 0 and 1");
    }
}
