package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.expression.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivativesTest {

    private static double at(String formula) {
        return Sheet.of().number(formula);
    }

    @Test
    void nestedDerivativesAreNotConfused() {
        // Siskind and Pearlmutter, "Perturbation confusion and referential transparency", 2005
        assertThat(at("derivative(x*derivative(x + y for y at 1) for x at 1)")).isEqualTo(1);
        assertThat(at("derivative(x*derivative(x*y for y at 2) for x at 3)")).isEqualTo(6);
        assertThat(at("derivative(derivative(x^2*y^3 for y at 2) for x at 5)")).isEqualTo(120);
    }

    @ParameterizedTest(name = "second derivative of {0} at {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2^(x^2)| 0| 1.3862943611198906", // 2 ln 2: the exponent's slope vanishes there, its change does not
                "x^(x - 1)| 1| 2",
                "e^(-x^2)| 0| -2",
                "exp(-x^2)| 0| -2",
                "x^3| 2| 12",
                "1/x| 2| 0.25",
                "sqrt(x)| 4| -0.03125",
                "sin(x)*cos(x)| 0| 0",
                "log(x)| 2| -0.25",
                "atan2(x, 2)| 2| -0.125",
                "norm([x, 3])| 4| 0.072",
                "arg(3 + x*j)| 4| -0.0384",
                "abs(3 + x*j)| 4| 0.072",
                "log(abs(x + 2j))| 1| 0.12",
                "abs((x + j)/(x - 2j))^2| 1| 0.048",
                "abs(x)^3| -2| 12",
                "acosh(x)| 2| -0.3849001794597505"
            })
    void secondDerivatives(String f, String at, double expected) {
        String formula = "derivative(derivative(" + f + " for x at y) for y at " + at + ")";
        assertThat(at(formula)).isCloseTo(expected, within(1e-14 * Math.max(1, Math.abs(expected))));
    }

    @ParameterizedTest(name = "derivative of {0} at {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "x| 0| 1",
                "x^0| 0| 0",
                "x^1| 0| 1",
                "x^2| 0| 0",
                "x^(3/2)| 0| 0",
                "(-x)^3| 2| -12",
                "3^x| 0| 1.0986122886681098",
                "atan2(x, 1)| 0| 1",
                "atan2(1, x)| 0| -1",
                "atan2(x, -2)| 1| -0.4",
                "arg(x + 2j)| 0| -0.5",
                "norm([x, 1])| 1| 0.7071067811865476",
                "real((x + 1j)^2)| 3| 6",
                "imag((x + 1j)^2)| 3| 2",
                "real(conj(x*1j)*(1 + 1j))| 3| 1",
                "abs(x)| -2| -1",
                "min(x, 2*x)| 3| 1",
                "max(x, 2*x)| 3| 2",
                "mod(x, 2)| 5.5| 1",
                "mod(5.5, x)| 2| -2",
                "floor(x)| 5.5| 0",
                "if(x > 1, x^2, x^3)| 2| 4",
                "sum(x^k for k in 0:3)| 2| 17",
                "prod(x + k for k in 0:2)| 1| 11",
                "integrate(x*t^2 for t in 0..3)| 7| 9",
                "max(k*x for k in 1:3)| 1| 3",
                "db2pow(x)| 10 dB| 2.302585092994046",
                "pow2db(x)| 10| 0.4342944819032518",
                "det([x, 1; 1, x])| 3| 6",
                "entry(inv([x, 0; 0, 2]), 1, 1)| 2| -0.25",
                "entry(solve([x, 1; 1, 3], [1; 2]), 1, 1)| 1| -0.75"
            })
    void firstDerivatives(String f, String at, double expected) {
        assertThat(at("derivative(" + f + " for x at " + at + ")"))
                .isCloseTo(expected, within(4e-15 * Math.max(1, Math.abs(expected))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "root(x^2 - a for x in 0..2)| a search over an interval inside a derivative is not differentiated",
                "max(a*x - x^2 for x in 0..2)| a search over an interval inside a derivative is not differentiated",
                "argmin((x - a)^2 for x in 0..4)| a search over an interval inside a derivative is not differentiated",
                "det([a - 2, 0; 0, 1])| the matrix is singular here: its determinant is not differentiated",
                "sqrt(a - 2)| division by zero"
            })
    void aDerivativeThatIsNotComputedIsRefusedAndNotZero(String f, String message) {
        assertThat(Sheet.of().fault("derivative(" + f + " for a at 2)").message())
                .isEqualTo(message);
    }

    @Test
    void aPrimeDifferentiatesAStepAnyNumberOfTimesUpToEight() {
        Sheet sheet = Sheet.of("f(x) = x^9");
        assertThat(sheet.number("f'(1)")).isEqualTo(9);
        assertThat(sheet.number("f''(1)")).isEqualTo(72);
        assertThat(sheet.number("f''''''''(1)")).isEqualTo(362880);
        assertThat(sheet.fault("f'''''''''(1)").message()).isEqualTo("derivatives go up to order 8");
    }

    @Test
    void aDerivativeHasTheUnitOfTheQuotient() {
        Sheet sheet = Sheet.of("x(t) = 3 m/s^2*t^2/2");
        assertThat(sheet.holds("x'(2 s) == 6 m/s")).isTrue();
        assertThat(sheet.holds("derivative(x(t) for t at 2 s) == 6 m/s")).isTrue();
    }

    @Test
    void aPhasorIsDifferentiatedByItsAngle() {
        assertThat(at("imag(derivative(1∠t for t at 0))")).isEqualTo(1);
        assertThat(at("real(derivative(r∠(pi/3) for r at 2))")).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void theEndOfAnIntervalIsNotDifferentiatedSilently() {
        assertThat(Sheet.of()
                        .fault("derivative(integrate(x for x in 0..b) for b at 2)")
                        .message())
                .contains("the end of an interval is not differentiated");
    }

    /** What the equations of Cauchy and Riemann hold for, and for nothing else, also where the value is cancelled. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "z^2| 1+2j| 2| 4",
                "log(z)| 1+2j| 0.2| -0.4",
                "conj(z)*z| 0+0j| 0| 0",
                "real(z^2) + j*imag(z^2)| 1+2j| 2| 4",
                "conj(conj(z)^3)| 1+1j| 0| 6",
                "sin(z)^2 + cos(z)^2| 1+2j| 0| 0",
                "sin(z)^2 + cos(z)^2| 1+9j| 0| 0",
                "1e10 + z*1e-4| 1+1j| 1e-4| 0",
                "derivative(exp(2*w) for w at z)| 0+0j| 4| 0"
            })
    void byAComplexNumberTheDerivativeIsThatOfEveryDirection(String f, String at, double re, double im) {
        String formula = "derivative(" + f + " for z at " + at + ")";
        assertThat(at("real(" + formula + ")")).isCloseTo(re, within(1e-7));
        assertThat(at("imag(" + formula + ")")).isCloseTo(im, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conj(z)| 1| -1",
                "real(z)| 1| 0",
                "imag(z)| 0| 0 - 1j",
                "arg(z)| -0.4| 0 - 0.2j",
                "abs(z)| 0.447214| 0 - 0.894427j",
                "conj(z)*z| 2| 0 - 4j",
                "z^3 + 1e-4*conj(z)| -8.9999 + 12j| -9.0001 + 12j",
                "[z, conj(z)]| [1, 1]| [1, -1]"
            })
    void whereDirectionsDifferThereIsNone(String f, String real, String imaginary) {
        assertThatThrownBy(() -> Sheet.of().value("derivative(" + f + " for z at 1+2j)"))
                .hasMessage("there is no complex derivative here: along the real axis it is " + real
                        + ", and along the imaginary one " + imaginary);
    }

    @Test
    void theAngleAndSizeOfAComplexFunctionHaveSlopesAlongARealVariable() {
        // a resonance is highest at sqrt(1 - 2 zeta^2)
        assertThat(at("root(derivative(abs(1/(1 - x^2 + 0.2j*x)) for x at t) for t in 0.5..1.5)"))
                .isCloseTo(Math.sqrt(0.98), within(1e-12));
        assertThat(at("laplacian(log(abs(x + j*y)) for x at 1, y at 2)")).isCloseTo(0, within(1e-14));
        assertThat(at("laplacian(abs(x + j*y) for x at 3, y at 4)")).isCloseTo(0.2, within(1e-14));
    }
}
