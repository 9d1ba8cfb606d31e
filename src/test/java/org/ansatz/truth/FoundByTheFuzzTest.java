package org.ansatz.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.expression.Sheet;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the fuzz of truth has found, and what is akin to it. */
final class FoundByTheFuzzTest {

    /** Under a sum, a product, a count or a maximum over a finite domain a narrow bell was sampled, and missed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "if(sum(x for k in 1:1) < 3, exp(-((x + 0.534673)/1.67e-5)^2), 0); 1",
                "sum(k*exp(-((x + 0.534673)/1.67e-5)^2) for k in 1:3); 6",
                "prod(exp(-((x + 0.534673)/1.67e-5)^2/k) for k in [2, 2]); 1",
                "max(k for k in 1:3)*exp(-((x + 0.534673)/1.67e-5)^2); 3",
                "count(x > -7 for k in 1:2)*exp(-((x + 0.534673)/1.67e-5)^2); 2",
                "if(all(x < 3 for k in 1:2), exp(-((x + 0.534673)/1.67e-5)^2), 0); 1",
                "if(any(x < 3*k for k in 1:2), exp(-((x + 0.534673)/1.67e-5)^2), 0); 1"
            })
    void aBellUnderABinderIsSeen(String integrand, double times) {
        double bell = 1.67e-5 * Math.sqrt(Math.PI);
        assertThat(Sheet.of().number("integrate(" + integrand + " for x in -2.75..1.25)"))
                .isCloseTo(times * bell, within(1e-12 * bell));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "if(x < 1, x - 1, 2*x - 2) for x in 0..3; 1",
                "if(x < 1, 1 - x, x - 1) for x in 0..3; 1",
                "sqrt(x - 1) for x in 0..2; 1",
                "mod(x, 3) for x in 0.75..3.25; 3",
                "sign(x) for x in -4..0; 0",
                "x*log(x) for x in 0..2; 1"
            })
    void aZeroWhereAnotherBranchBeginsIsAZero(String function, double root) {
        assertThat(Sheet.of().number("root(" + function + ")")).isCloseTo(root, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "step(x) - 1/4 for x in -4..0; no root",
                "step(0.8*x*x) - 0.25 for x in -4..0; the sign changes",
                "-0.68*x*cos(4*ceil(log(2.39 + x))) for x in 3.25..5.25; the sign changes",
                "if(x < 1, x - 1, 1) for x in 0..3; whether there is a root",
                "round(max(sigmoid(step(x)), 0.25)) for x in 0..1; whether there is a root"
            })
    void aJumpIsNoZeroAndWhatCannotBeToldIsSaidToBeSo(String function, String reason) {
        assertThat(Sheet.of().fault("root(" + function + ")").message()).startsWith(reason);
    }

    /** Of three simulations all let these roundings cancel; the truth is to 20 digits. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "log1p(1) - 0.562; 0.1311471805599453094172321e0",
                "log(2) - 0.562; 0.1311471805599453094172321e0",
                "mod(sinh(1.5), 0.13); 0.04927945509481749683438749e0",
                "sin(sinh(atan(-2.675))^4); -0.6868128880712576275949677e0"
            })
    void theErrorOfAValueCoversTheTruth(String formula, String truth) {
        Sheet sheet = Sheet.of();
        var term = sheet.read(formula).term();
        Estimate found = sheet.frame().estimate(term, 3);
        double off = new java.math.BigDecimal(Arithmetic.real(found.value()))
                .subtract(new java.math.BigDecimal(truth))
                .abs()
                .doubleValue();
        assertThat(off).isLessThanOrEqualTo(found.error());
        assertThat(found.error()).isLessThan(1e-11);
    }

    /** What is right may be all of the value away; a rounding of that distance must not leave it out. */
    @Test
    void theErrorOfAnExactValueCoversTheTruthToTheLastBit() {
        Sheet sheet = Sheet.of();
        var term = sheet.read("ceil(sin(pi)*29.12454)*38.556675").term(); // sin(pi) is 0, and so is its ceiling
        Estimate found = sheet.frame().estimate(term, 3);
        Value.Exact value = (Value.Exact) found.value();
        assertThat(Rational.exactly(found.error()).compareTo(value.number())).isNotNegative();
    }
}
