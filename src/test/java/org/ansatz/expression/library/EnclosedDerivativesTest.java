package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.expression.Sheet;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.quantity.NoValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Derivatives inside searches enclose themselves, so that nothing between the samples is overlooked; against closed forms. */
class EnclosedDerivativesTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "integrate(derivative(exp(y^2) for y at x) for x in 0..1); 1.718281828459045",
                "integrate(derivative(sin(y) for y at x^2)^2 for x in 0..1); 0.8337984240735841",
                // the body may move with the outer variable as well
                "integrate(derivative(exp(x*y) for y at x) for x in 0..1); 0.859140914229522",
                // at a kink there is no derivative; elsewhere it is 1 or -1
                "integrate(derivative(abs(y-0.3)*x for y at x) for x in 0..1); 0.41",
                // a pulse that no sample meets
                "integrate(derivative(max(0, 1e-4 - abs(y-0.637)) for y at x)^2 for x in 0..1); 2e-4",
                "max(derivative(exp(-((y-0.637)/1e-5)^2) for y at x) for x in 0..1); 85776.38849607068",
                "root(derivative(y^3-y for y at x) for x in 0..1); 0.5773502691896258"
            })
    void nothingIsOverlooked(String formula, double expected) {
        assertThat(Sheet.of().number(formula)).isCloseTo(expected, within(1e-9 * expected));
    }

    /** At a jump no derivative is known, and its neighbourhood is not passed over in silence. */
    @Test
    void aJumpIsNotPassedOver() {
        Sheet sheet = Sheet.of();
        String pulse = "integrate(derivative(if(abs(y-0.637)<2.5e-3,y,0) for y at x) for x in 0..1)";
        try {
            Term term = sheet.read(pulse).term();
            Estimate found = sheet.frame().estimate(term, 3);
            assertThat(Math.abs(Arithmetic.real(found.value()) - 0.005)).isLessThanOrEqualTo(found.error());
        } catch (NoValue e) {
            assertThat(e).hasMessageContaining("does not settle");
        }
    }

    /** acos(tanh(x)) is 2·atan(exp(−x)), with the derivative −1/cosh(x). */
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "derivative(acos(tanh(x)) for x at 20); -4.122307244877115e-9",
                "derivative(asin(tanh(x)) for x at 20); 4.122307244877115e-9",
                "derivative(acos(tanh(x)) for x at -20); -4.122307244877115e-9",
                "acos(tanh(20)); 4.122307244877115e-9",
                "acos(1 - 1e-20); 1.4142135623730951e-10",
                "acos(-1); 3.141592653589793",
                "acos(0.9); 0.4510268117962624",
                "asin(-0.9); -1.1197695149986342"
            })
    void anglesNextToOneKeepTheirDigits(String formula, double expected) {
        assertThat(Sheet.of().number(formula)).isCloseTo(expected, within(4e-15 * Math.abs(expected)));
    }

    @Test
    void beyondOneThereIsNoAngle() {
        assertThatThrownBy(() -> Sheet.of().number("acos(1 + 1e-20)")).hasMessageContaining("acos is defined for");
        assertThatThrownBy(() -> Sheet.of().number("asin(-1.1)")).hasMessageContaining("asin is defined for");
    }
}
