package org.ansatz.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found by enclosures is known no better than what it rests on: here differences, which are estimated. */
final class NestedEstimateTest {

    /** The derivative of sin(t·π/6) at 1, known to some 5e-13, is (π/6)·cos(π/6). */
    private static final String SLOPE = "differences(sin(t*pi/6) for t at 1)";

    private static final double TRUTH = Math.PI / 6 * Math.cos(Math.PI / 6);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "root(u - SLOPE for u in 0..3) | 1",
                "root(u - slope(1) for u in 0..3) | 1",
                "max(u*SLOPE for u in 0..1) | 1",
                "max(u*slope(1) for u in 0..1) | 1",
                "argmax(-(u - SLOPE)^2 for u in 0..1) | 1",
                "max(u for u in 0..1 if u <= SLOPE) | 1",
                "max(u + w - 1 for u in 0..1, w in 0..1 if u <= SLOPE) | 1",
                "integrate(2*u*SLOPE for u in 0..1) | 1",
                "integrate(4*u*w*SLOPE for u in 0..1, w in 0..1) | 1",
                "integrate(integrate(4*u*w*slope(1) for u in 0..1) for w in 0..1) | 1",
                "max(root(u - w*SLOPE for u in 0..3) for w in 0..1) | 1",
                "max(integrate(2*u*w*slope(1) for u in 0..1) for w in 0..1) | 1",
                "integrate(u for u in 0..SLOPE) | 0.5*TRUTH",
                "root(u^2 - u*SLOPE for u in SLOPE/2..1) | 1",
                "sum(SLOPE/2^k for k in 0:9)*512/1023 | 1",
                "sum(SLOPE/2^k for k in 0:inf)/2 | 1",
                "sum(SLOPE^k for k in 1:inf)*(1-SLOPE) | 1",
                "limit(SLOPE*sin(x)/x for x -> 0) | 1",
                "limit(SLOPE*x/(x+1) for x -> inf) | 1",
                "integrate(SLOPE*exp(-x) for x in 0..inf) | 1",
                "integrate(exp(-x/SLOPE) for x in 0..inf) | 1",
                "E(2*X*SLOPE) | 1",
                "E(N) | 1",
                "E(U) | 1",
                "E(T) | 1",
                "E(B) | 1",
                "E(D) | 1",
                "P(B == 1) | 1",
                "P(D == 1) | 1",
                "P(X < SLOPE) | 1",
                "cdf(X, SLOPE) | 1",
                "P(X < SLOPE/2 and B == 1) | 2",
                "P(X*Y < SLOPE) + SLOPE*log(SLOPE) | 1",
                "std(N2) | 1",
                "sum(x for x in roots((u - SLOPE)*(u-2) for u in 0..1)) | 1",
                "min(abs(u-SLOPE) + SLOPE for u in 0..1) | 1",
                "residue(SLOPE/(s-1) for s at 1) | 1",
                "prod(SLOPE for k in 1:1) | 1",
                "quantile(U, 1/2) | 1",
                "derivative(SLOPE*t for t at 1) | 1",
            })
    void itHasTheErrorOfThat(String formula, String factor) {
        Sheet sheet = Sheet.of(
                "slope(x) = differences(sin(t*pi/6*x) for t at 1)",
                "X ~ uniform(0, 1)",
                "Y ~ uniform(0,1)",
                "N ~ normal(slope(1), 1)",
                "U ~ uniform(0, 2*slope(1))",
                "T ~ exponential(1/slope(1))",
                "B ~ bernoulli(slope(1))",
                "D ~ discrete([0,1],[1-slope(1), slope(1)])",
                "N2 ~ normal(0, slope(1))",
                "y[0] = 0",
                "y[n] = y[n-1]/2 + slope(1)/2",
                "z[0] = 0.5",
                "z[n] = (z[n-1] + slope(1)^2/z[n-1])/2");
        double truth = factor.equals("1") ? TRUTH : TRUTH * TRUTH / 2;
        Estimate found = sheet.estimate(formula.replace("SLOPE", SLOPE));
        double off = Math.abs(Arithmetic.real(found.value()) - truth);
        assertThat(found.error())
                .as("%s is off by %s", found, off)
                .isGreaterThanOrEqualTo(off)
                .isGreaterThan(1e-14);
        assertThat(off).isLessThan(1e-11);
    }
}
