package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.expression.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At a point where a formula branches there is a derivative only if both sides agree; slopes and values worked out by hand. */
class KinksTest {

    private static final String[] MODES = {"derivative", "grad"};

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            if(x < 1, x^2, 3*x - 2)              | 1    | a kink: the slope is 2 before and 3 after
            if(x > 1, 3*x - 2, x^2)              | 1    | a kink: the slope is 2 before and 3 after
            if(not x >= 1 and x < 5, x^2, 3*x - 2) | 1  | a kink: the slope is 2 before and 3 after
            abs(x - 2)                           | 2    | a kink: the slope is -1 before and 1 after
            max(x, 4 - x)                        | 2    | a kink: the slope is -1 before and 1 after
            min(x, 2)                            | 2    | a kink: the slope is 1 before and 0 after
            max([x, 2*x; 3*x, 0])                | 0    | a kink: the slope is 0 before and 3 after
            relu(-3*x)                           | 0    | a kink: the slope is -3 before and 0 after
            x*sign(x)                            | 0    | a kink: the slope is -1 before and 1 after
            mod(x, 3)*(x - 3)                    | 3    | a kink: the slope is 3 before and 0 after
            sum(abs(x - k) for k in 1:3)         | 2    | a kink: the slope is -1 before and 1 after
            if(x < 1, x^2, 3*x)                  | 1    | a jump: the value is 1 before and 3 after
            floor(x)                             | 2    | a jump: the value is 1 before and 2 after
            ceil(x)                              | 2    | a jump: the value is 2 before and 3 after
            round(x)                             | 2.5  | a jump: the value is 2 before and 3 after
            round(x)                             | -2.5 | a jump: the value is -3 before and -2 after
            sign(x)                              | 0    | a jump: the value is -1 before and 1 after
            step(x)                              | 0    | a jump: the value is 0 before and 1 after
            mod(x, 3)                            | 6    | a jump: the value is 3 before and 0 after
            atan2(x, -1)                         | 0    | a jump: the value is -3.14159 before and 3.14159 after
            if(x == 0, 5, x)                     | 0    | here: the value is 5, and 0 on both sides
            if(x^2 > 0, x, 5)                    | 0    | a jump, or a vertical tangent
            if(x^2 > 0, x, 0)                    | 0    | by dual numbers it is 0, by differences 1
            """)
    void aKinkSaysBothSides(String f, String at, String message) {
        for (String mode : MODES) {
            assertThat(Sheet.of()
                            .fault(mode + "(" + f + " for x at " + at + ")")
                            .message())
                    .as(mode)
                    .endsWith(message);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            if(x == 0, 0, x)                     | 0    | 1
            if(x != 0, x, 0)                     | 0    | 1
            if(x < 1, x^2, 2*x - 1)              | 1    | 2
            if(x < 1, exp(x), e*x)               | 1    | 2.718281828459045
            if(x < 0.3, sin(x), sin(0.3) + (x - 0.3)*cos(0.3)) | 0.3 | 0.955336489125606
            x*abs(x)                             | 0    | 0
            relu(x)^2                            | 0    | 0
            max(x, 0)^2 - min(x, 0)^2 + x        | 0    | 1
            max(x, x)                            | 1    | 1
            max([x; 2*x]) + min([x; 2*x])        | 0    | 3
            x^2*sign(x)                          | 0    | 0
            0*floor(x) + x                       | 2    | 1
            if(floor(x) == 2, x^2, 0)            | 2.5  | 5
            if(relu(x) > 0, x, 3*x)              | -1   | 3
            if(any(x > k for k in 1:3), x^2, 7)  | 4    | 8
            if(x > 0 xor x < 0, x^3, 0)          | 0    | 0
            """)
    void whereBothSidesAgreeThereIsADerivative(String f, String at, double expected) {
        for (String mode : MODES) {
            assertThat(Sheet.of().number(mode + "(" + f + " for x at " + at + ")"))
                    .as(mode)
                    .isCloseTo(expected, within(1e-14));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            derivative(derivative(if(x < 1, x^2, 3*x - 2) for x at y) for y at 1) | the value is 2 before and 3 after
            derivative(derivative(x*abs(x) for x at y) for y at 0)                | the slope is -2 before and 2 after
            derivative(grad(x*abs(x) for x at y) for y at 0)                      | the slope is -2 before and 2 after
            derivative(derivative(if(x < 1, x^3, x^2) for x at y) for y at 1)     | the value is 3 before and 2 after
            """)
    void aKinkOfADerivativeIsSeen(String formula, String message) {
        assertThat(Sheet.of().fault(formula).message()).endsWith(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            derivative(derivative(x^2*abs(x) for x at y) for y at 0)                            | 0
            derivative(derivative(if(x < y, x^2, 2*x*y - y^2) for x at y) for y at 1)           | 2
            derivative(derivative(if(x < 1, x^3, 3*x^2 - 3*x + 1) for x at y) for y at 1)       | 6
            """)
    void aSecondDerivativeWhereBothSidesAgree(String formula, double expected) {
        assertThat(Sheet.of().number(formula)).isEqualTo(expected);
    }

    @Test
    void eachEntryOfAGradientIsApproachedFromBothSides() {
        Sheet sheet = Sheet.of();
        assertThat(sheet.holds("grad(sum(relu(A).^2) for A at [0; 1; -1]) == [0; 2; 0]"))
                .isTrue();
        assertThat(sheet.holds("grad(max(A)^2 + min(A)^2 for A at [1; 1]) == [2; 2]"))
                .isTrue();
        assertThat(sheet.holds("derivative(max(A)^2 + min(A)^2 for A at [1; 1]) == [2; 2]"))
                .isTrue();
        assertThat(sheet.fault("grad(max(A) for A at [1; 1])").message())
                .endsWith("a kink: the slope is 0 before and 1 after");
    }

    @Test
    void aSlopeHasItsUnit() {
        assertThat(Sheet.of()
                        .fault("derivative(abs(t - 2 s)*(3 m/s^2) for t at 2 s)")
                        .message())
                .endsWith("a kink: the slope is -3 m/s^2 before and 3 m/s^2 after");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            imag(log(-1 + x*j))
            imag(sqrt(-1 + x*j))
            arg(-1 + x*j)
            imag((-1 + x*j)^(1/3))
            """)
    void aBranchCutIsAJump(String f) {
        assertThat(Sheet.of().fault("derivative(" + f + " for x at 0)").message())
                .contains("but a jump");
        assertThat(Sheet.of().number("derivative(" + f + " for x at 1)")).isFinite();
    }

    @Test
    void whatNoSideDecidesIsRefused() {
        assertThat(Sheet.of().fault("grad(relu(floor(x)) for x at 0.5)").message())
                .isEqualTo("there is no derivative here: the function has a step or a kink");
        assertThat(Sheet.of().number("derivative(relu(floor(x)) for x at 0.5)")).isZero();
    }

    @Test
    void whatHasNoValueBesideAKinkIsSaid() {
        assertThat(Sheet.of()
                        .fault("derivative(if(x == 0, 1, sin(x)/x) for x at 0)")
                        .message())
                .endsWith("division by zero; differences(…) may find the derivative");
    }

    @ParameterizedTest
    @CsvSource({
        "x + sin(2*pi*1024*x), 0",
        "sin(2*pi*256*x), 0",
        "sin(2*pi*64000*x), 0",
        "x^2 + 1e-9*sin(1e7*x), 1",
        "x^2 + 1e-9*sin(1e9*x), 1"
    })
    void differencesStepOverNothing(String f, String at) {
        double right = Sheet.of().number("derivative(" + f + " for x at " + at + ")");
        assertThat(Sheet.of().number("differences(" + f + " for x at " + at + ")"))
                .isCloseTo(right, within(1e-4 * right));
    }
}
