package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.expression.Sheet;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a function is all but constant, what is left of its derivative keeps its digits. Right values by mpmath, 40 digits. */
class SaturationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            derivative(tanh(x) for x at 10)                               | 8.2446144557673974e-9
            derivative(tanh(x) for x at -300)                             | 1.0601586212017243e-260
            derivative(derivative(tanh(x) for x at y) for y at 15)        | -7.4860983750693376e-13
            derivative(sigmoid(x) for x at 40)                            | 4.248354255291589e-18
            derivative(derivative(sigmoid(x) for x at y) for y at 30)     | -9.357622968836672e-14
            derivative(derivative(sigmoid(x) for x at y) for y at 1e-10)  | -1.25e-11
            derivative(softplus(x) for x at -40)                          | 4.248354255291589e-18
            derivative(real(tanh(x + 2j)) for x at 25)                    | -5.0428601374531048e-22
            entry(grad(-entry(log_softmax(A), 1, 1) for A at [30; 0]), 1, 1)  | -9.357622968839299e-14
            entry(grad(-entry(log_softmax(A), 1, 1) for A at [30; 0]), 2, 1)  | 9.357622968839299e-14
            derivative(entry(log_softmax([x; 0]), 1, 1) for x at 30)          | 9.357622968839299e-14
            entry(grad(entry(softmax(A), 1, 1) for A at [30; 0]), 1, 1)       | 9.3576229688384233e-14
            entry(grad(entry(softmax(A), 2, 1) for A at [0; 35; 1]), 1, 1)    | -6.3051167601469598e-16
            entry(grad(entry(softmax(A), 2, 1) for A at [0; 35; 1]), 2, 1)    | 2.3444201075567009e-15
            """)
    void aDerivativeInSaturationKeepsItsDigits(String formula, double expected) {
        Sheet sheet = Sheet.of();
        Term term = sheet.read(formula).term();
        Estimate estimate = sheet.frame().estimate(term, 3);
        double found = Arithmetic.real(estimate.value());
        assertThat(found).isCloseTo(expected, within(1e-14 * Math.abs(expected)));
        assertThat(estimate.error()).isBetween(Math.abs(found - expected), 1e-13 * Math.abs(expected));
    }
}
