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
import org.junit.jupiter.params.provider.ValueSource;

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
            Estimate found = sheet.estimate(pulse);
            assertThat(Math.abs(Arithmetic.real(found.value()) - 0.005)).isLessThanOrEqualTo(found.error());
        } catch (NoValue e) {
            assertThat(e).hasMessageContaining("has an impulse there");
        }
    }

    /** Of what jumps the derivative has an impulse, which no value shows: the integral was 0, and proved. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "integrate(div([step(x), 0] by x, y) for x in -1..1, y in 0..1)",
                "integrate(div([0, step(x)] by y, x) for y in -1..1, x in -1..1)",
                "integrate(div([step(y-x), 0] by x, y) for x in -1..1, y in 0..1)",
                "integrate(curl([0, step(x)] by x, y) for x in -1..1, y in 0..1)",
                "integrate(derivative(step(x) by x) for x in -1..1)",
                "integrate(derivative(floor(t) for t at x) for x in 0..2.5)",
                "integrate(derivative(derivative(abs(s) for s at t) for t at x) for x in -1..1)",
                "integrate(derivative(step(x-1/3)*1e-9+x by x) for x in 0..1)",
                "integrate(derivative(floor(x)*1j by x) for x in 0.1..sqrt(8))",
                "integrate(abs(derivative(exp(1j*floor(x)) by x)) for x in 0.1..sqrt(8))",
                "integrate(sum(derivative(step(x-k/7) by x) for k in 1:3) for x in -1..1)",
                "integrate(entry(grad(step(entry(V,1,1)-sqrt(0.5)) for V at [x,1]),1,1) for x in 0..1)",
                "integrate(2*integrate(derivative(step(x) by x)*y for y in 0..1) for x in -1..1)",
                "laplace(derivative(step(x-sqrt(2)) for x at t) for t, s at 2)",
                "real(fourier(derivative(if(abs(x)<1/sqrt(2),1,0) for x at t) for t, w at 1))"
            })
    void noImpulseIsLost(String formula) {
        Sheet sheet = Sheet.of();
        Term term = sheet.read(formula).term();
        assertThatThrownBy(() -> sheet.frame().estimate(term, 3)).hasMessageContaining("has an impulse there");
    }

    /** What is steep, or changes its formula, does not jump; a pulse of a derivative by a name was overlooked. */
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "integrate(derivative(if(x<1,x,if(x<2,2-x,0)) for x at t)^2 for t in 0..3); 2",
                "integrate(derivative(if(x<1e6+1,x,1e6+1) for x at t) for t in 1e6+0.9..1e6+1.1); 0.1",
                "integrate(derivative(step(x)*x for x at t) for t in -5..5); 5",
                "integrate(derivative(x*log(x) by x) for x in 0..1); 0",
                "integrate(derivative(tanh(1e9*(x-0.3)) by x) for x in 0..1); 2",
                "integrate(div([tanh(1e9*(x-0.3)),0] by x,y) for x in 0..1, y in 0..1); 2",
                "integrate(div([y^2*tanh(1e6*(x-0.3)),0] by x,y) for x in 0..1, y in 0..1); 0.6666666666666667",
                "integrate(grad(tanh(1e9*(V-0.3)) for V at x) for x in 0..1); 2",
                "integrate(laplacian(x^3 + y by x, y) for x in -1..1, y in 0..1); 0",
                "integrate(laplacian(exp(x*y) by x, y) for x in 0..1, y in 0..1); 1",
                "integrate(div([x*y^2/(1+x), sin(x*y)^2] by x,y) for x in 0..1, y in 0..1); 0.439342309960246"
            })
    void whatDoesNotJumpIsIntegrated(String formula, double expected) {
        Estimate found = Sheet.of().estimate(formula);
        assertThat(Arithmetic.real(found.value())).isCloseTo(expected, within(2e-6));
        assertThat(Math.abs(Arithmetic.real(found.value()) - expected)).isLessThanOrEqualTo(found.error() + 1e-13);
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
