package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Equations solved for their highest derivatives, in the order of the state. */
final class HighestDerivativesTest {

    private static final String NOT_LINEAR = "the equation must be linear in its highest derivative";

    private static HighestDerivatives one(String equation) {
        return WrittenEquations.of(List.of(equation), List.of("x(0) == 1")).slopes();
    }

    private static double[] slopes(HighestDerivatives equations, double t, double... y) {
        double[] slopes = new double[y.length];
        equations.slopes(t, y, slopes);
        return slopes;
    }

    /** Of x the third derivative, of y the first, of z the second; a square that is none keeps the equations from doubles. */
    @ParameterizedTest
    @ValueSource(strings = {"", " + (y')^2 - y'*y'"})
    void lowerDerivativesAreTheStateAndHighestOnesAreSolvedFor(String square) {
        HighestDerivatives equations = WrittenEquations.of(
                        List.of("x''' + y' == 5*t" + square, "x''' - y' == z'", "2*z'' == x + x'' - y"),
                        List.of("x(0) == 0", "x'(0) == 0", "x''(0) == 0", "y(0) == 0", "z(0) == 0", "z'(0) == 0"))
                .slopes();
        double[] found = slopes(equations, 2, 10, 20, 30, 40, 50, 60);
        assertThat(found)
                .containsExactly(new double[] {20, 30, (10 + 60) / 2.0, (10 - 60) / 2.0, 60, 0}, within(1e-13));
        double[][] jacobian = new double[6][6];
        equations.jacobian(2, new double[] {10, 20, 30, 40, 50, 60}, jacobian);
        assertThat(jacobian[0]).containsExactly(0, 1, 0, 0, 0, 0);
        assertThat(jacobian[1]).containsExactly(0, 0, 1, 0, 0, 0);
        assertThat(jacobian[2]).containsExactly(new double[] {0, 0, 0, 0, 0, 0.5}, within(1e-15));
        assertThat(jacobian[3]).containsExactly(new double[] {0, 0, 0, 0, 0, -0.5}, within(1e-15));
        assertThat(jacobian[4]).containsExactly(0, 0, 0, 0, 0, 1);
        assertThat(jacobian[5]).containsExactly(new double[] {0.5, 0, 0.5, -0.5, 0, 0}, within(1e-15));
    }

    /** x' is 1, beside which a hundred-millionth may be left. */
    @ParameterizedTest
    @CsvSource({"0.9e-8, true", "1.1e-8, false", "-0.9e-8, true", "-1.1e-8, false", "1, false"})
    void aHundredMillionthIsLinearEnough(double square, boolean isLinear) {
        HighestDerivatives equation = one("x' + " + square + "*x'^2 == x");
        if (isLinear) {
            assertThat(slopes(equation, 0, 1)[0]).isEqualTo(1);
        } else {
            assertThatThrownBy(() -> slopes(equation, 0, 1)).hasMessageContaining(NOT_LINEAR);
        }
    }

    /** Where all is nearly zero, less than 1e-20 is as good as linear. */
    @ParameterizedTest
    @CsvSource({"0.9e-20, true", "1.1e-20, false"})
    void nextToNothingIsLinear(double square, boolean isLinear) {
        HighestDerivatives equation = one("1e-30*x' + " + square + "*1e20*x'*x'*1e-20 == 1e-30*x");
        if (isLinear) {
            assertThat(slopes(equation, 0, 1)[0]).isEqualTo(1);
        } else {
            assertThatThrownBy(() -> slopes(equation, 0, 1)).hasMessageContaining(NOT_LINEAR);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x'^2 == x", "abs(x') == x", "x'*x' == 0", "x'^2 == 1"})
    void whatIsNotLinearIsRefused(String equation) {
        assertThatThrownBy(() -> slopes(one(equation), 0, 1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining(NOT_LINEAR);
    }

    @Test
    void aCoefficientThatVanishesOrChangesItsSignIsSingular() {
        String singular = "the equation is singular at or before t = ";
        assertThatThrownBy(() -> slopes(one("t*x' == x"), 0, 1)).hasMessageContaining(singular + "0.0");
        HighestDerivatives falling = one("(1 - t)*x' == x");
        assertThat(slopes(falling, 0.5, 3)[0]).isEqualTo(6);
        assertThatThrownBy(() -> slopes(falling, 2, 1)).hasMessageContaining(singular + "2.0");
        HighestDerivatives negative = one("(t - 1)*x' == x");
        assertThat(slopes(negative, 0.5, 3)[0]).isEqualTo(-6);
        assertThatThrownBy(() -> slopes(negative, 2, 1)).hasMessageContaining(singular + "2.0");
        HighestDerivatives byDuals = one("(1 - t)*x' + (x')^2 - x'*x' == x");
        assertThat(slopes(byDuals, 0.5, 3)[0]).isEqualTo(6);
        assertThatThrownBy(() -> slopes(byDuals, 2, 1)).hasMessageContaining(singular + "2.0");
    }

    @Test
    void whatHasNoValueSaysWhereInTheEquation() {
        HighestDerivatives.Undefined undefined =
                catchThrowableOfType(HighestDerivatives.Undefined.class, () -> slopes(one("x' == 1/(x - 1)"), 0, 1));
        assertThat(undefined.fault().message())
                .isEqualTo(undefined.getMessage())
                .contains("division by zero");
        assertThat(slopes(one("x' == 1/(x - 1)"), 0, 3)[0]).isEqualTo(0.5);
    }
}
