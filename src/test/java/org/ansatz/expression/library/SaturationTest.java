package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.expression.Sheet;
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
        Estimate estimate = Sheet.of().estimate(formula);
        double found = Arithmetic.real(estimate.value());
        assertThat(found).isCloseTo(expected, within(1e-14 * Math.abs(expected)));
        assertThat(estimate.error()).isBetween(Math.abs(found - expected), 1e-13 * Math.abs(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            derivative(-(1 - sigmoid(x))^0.5*log(sigmoid(x)) for x at 36) | -5.2989428583012085e-24
            grad(-(1 - sigmoid(x))^0.5*log(sigmoid(x)) for x at 36)       | -5.2989428583012085e-24
            -(1 - sigmoid(36))^0.5*log(sigmoid(36))   | 3.5326285722008062e-24
            1 - sigmoid(40)                           | 4.248354255291589e-18
            1 - tanh(30)^2                            | 3.5026043050786081e-26
            1 + tanh(-30)                             | 1.7513021525393041e-26
            tanh(12) - tanh(10)                       | 4.0468045454976755e-9
            derivative(1 - tanh(x)^2 for x at 30)     | -7.0052086101572163e-26
            1 - entry(softmax([40; 0; 1]), 1, 1)      | 1.5796578428307375e-17
            log(entry(softmax([40; 0; 1]), 1, 1))     | -1.5796578428307375e-17
            exp(1e-20) - 1                            | 1e-20
            1 - cos(1e-10)                            | 5e-21
            log(1 + 1e-20*pi)                         | 3.1415926535897932e-20
            sqrt(1 + 1e-20*pi) - 1                    | 1.5707963267948966e-20
            1/(1 + 1e-20*pi) - 1                      | -3.1415926535897932e-20
            (1 + 1/10^8)^(10^8)                       | 2.7182818148676362
            (1 + 1e-12*pi)^(10^12)                    | 23.140692632665074
            """)
    void whatIsLeftOfADifferenceFromOneKeepsItsDigits(String formula, double expected) {
        aDerivativeInSaturationKeepsItsDigits(formula, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p = sigmoid(40)                | -log(1 - p)          | 40
            p = tanh(20)                   | log((1 + p)/(1 - p)) | 40
            p = 1 + 1e-20*pi               | (p - 1)*1e20         | 3.1415926535897932
            """)
    void aStepCarriesItsDistanceFromOne(String step, String formula, double expected) {
        assertThat(Sheet.of(step).number(formula)).isCloseTo(expected, within(1e-14 * expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sigmoid(50) < 1 and not sigmoid(50) == 1
            tanh(12) > tanh(10) and -tanh(12) < -tanh(10)
            1 + 1e-20*pi > 1 and 1 - 1e-20*pi < 1
            tanh(50) <= 1 and 1 >= tanh(50)
            """)
    void numbersNearOneAreCompared(String comparison) {
        assertThat(Sheet.of().holds(comparison)).isTrue();
    }

    /** Where what is below the line overflows, the derivative is 0 as far as doubles tell. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            derivative(1/(1 + exp(x)) for x at 1000)                         | 0
            derivative(1/cosh(x) for x at 1000)                              | 0
            derivative(1/(1 + exp(x))^2 for x at 900)                        | 0
            derivative(derivative(1/(1 + exp(x)) for x at y) for y at 1000)  | 0
            derivative(3*x + 1/(1 + exp(x)) for x at 1000)                   | 3
            """)
    void aDerivativeBeyondTheRangeOfDoublesIsEnclosed(String formula, double expected) {
        Estimate estimate = Sheet.of().estimate(formula);
        double off = Math.abs(Arithmetic.real(estimate.value()) - expected);
        assertThat(estimate.error()).isBetween(Math.max(off, Double.MIN_VALUE), Math.max(1e-14 * expected, 1e-307));
    }
}
