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
            })
    void itHasTheErrorOfThat(String formula, String factor) {
        Sheet sheet = Sheet.of("slope(x) = differences(sin(t*pi/6*x) for t at 1)");
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
