package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansatz.expression.Sheet;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums and products without an end against closed forms, and numbers to 30 digits by mpmath 1.3; none that diverges has a value. */
class UnendingTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "sum(1/n^2 for n in 1:inf); pi^2/6",
                "sum(1/n^2 for n in -inf:-1); pi^2/6",
                "sum(1/n^10 for n in 1:inf); 1.000994575127818",
                // over all whole numbers
                "sum(0.5^abs(n) for n in -inf:inf); 3",
                "sum(1/(n^2 + 1) for n in -inf:inf); pi/tanh(pi)",
                "sum(exp(-n^2) for n in -inf:inf); 1.7726372048266522",
                "sum(1/n^2 for n in -inf:inf if n != 0); pi^2/3",
                "prod(1 + 1/(2*n + 1)^2 for n in -inf:inf); cosh(pi/2)^2",
                "prod(1 + 1/n^2 for n in -inf:inf if n != 0); (sinh(pi)/pi)^2",
                // over those that meet a condition
                "sum(1/n^2 for n in 1:inf if n > 3); pi^2/6 - 1 - 1/4 - 1/9",
                "sum(1/n^2 for n in 1:inf if mod(n, 2) == 1); pi^2/8",
                "sum(1/n^2 for n in -inf:inf if mod(n, 2) == 1); pi^2/4",
                "sum(1/n^3 for n in 1:inf if mod(n, 3) != 0); 1.157536277116646349",
                "sum(1/n^2 for n in 1:inf if mod(n^2, 5) == 4); 0.436462650457278205",
                // By Hurwitz's zeta function, ζ(2, 1/7)/49 and ζ(2, 2/13)/169; geometric series.
                "sum(1/n^2 for n in 1:inf if mod(n, 7) == 1); 1.02770349871248353",
                "sum(1/n^2 for n in 1:inf if mod(n, 13) == 2); 0.257924414227614741",
                "sum(0.5^n for n in 0:inf if mod(n, 9) == 1); 256/511",
                "sum(0.5^abs(n) for n in -inf:inf if mod(n, 16) == 8); 2*0.5^8/(1 - 0.5^16)",
                "sum((-1)^n/n for n in 1:inf if mod(n, 4) == 0 or mod(n, 4) == 1); -0.912559467118683137",
                "prod(1 - 1/n^2 for n in 2:inf if mod(n, 2) == 0); 2/pi",
                "sum(1/n^1.5 for n in 1:inf); 2.612375348685488",
                "sum(1/n^1.01 for n in 1:inf); 100.57794333849687",
                "sum(log(n)/n^2 for n in 1:inf); 0.9375482543158438",
                "sum(1/(n^2 + 1) for n in -5:inf); 1/26 + 1/17 + 1/10 + 1/5 + 1/2 + 1 + (pi/tanh(pi) - 1)/2",
                "sum(1/n^2 for n in 1000000:inf); 1.0000005000001667e-6",
                "sum((-1)^(n + 1)/n for n in 1:inf); log(2)",
                "sum((-1)^n/(2*n + 1) for n in 0:inf); pi/4",
                "sum((-1)^n/sqrt(n) for n in 1:inf); -0.6048986434216304",
                "sum((-1)^n*n/(n^2 + 1) for n in 0:inf); -0.26961050270800898",
                "sum(cos(pi*n)/n^2 for n in 1:inf); -pi^2/12",
                "sum(sin(pi*n/2)/n for n in 1:inf); pi/4",
                "sum(4/(pi*(2*n + 1))*sin((2*n + 1)*pi/4) for n in 0:inf); 1",
                "sum(1/2^n for n in 0:inf); 2",
                "sum(0.999^n for n in 0:inf); 1000",
                "sum(n^10/2^n for n in 0:inf); 204495126",
                "sum(2^n/factorial(n) for n in 0:inf); exp(2)",
                "sum(0.0132^n/factorial(n) for n in 0:inf); exp(0.0132)",
                "sum(1e-6^n/factorial(n) for n in 0:inf); exp(1e-6)",
                "sum(exp(-10)*10^n/factorial(n) for n in 0:inf); 1",
                "sum(0.3^(n^2) for n in 0:inf); 1.308119687304756829",
                "sum(binomial(2*n, n)/8^n for n in 0:inf); sqrt(2)",
                "sum(exp(-sqrt(n)) for n in 1:inf); 1.6704068179663397",
                "sum(exp(-(n - 1000)^2) for n in 1:inf); 1.7726372048266522",
                "sum(sin(n)*exp(-n) for n in 1:inf); 0.41956978951241555",
                "sum(atan(1/n^2) for n in 1:inf); 1.4247417784299809",
                "sum((n + 1)/(n^3 + 1) - 1/n^2 for n in 1:inf); 0.15321321371446374",
                "sum(1/factorial(n)/(1 + exp(n - 122)) for n in 1:inf); e - 1",
                "sum(1/sinh(n) for n in 1:inf); 1.2844230273036765",
                "sum(erfc(n) for n in 0:inf); 1.1619990479471264",
                "sum(if(n == 10, 5, 1/n^2) for n in 1:inf); pi^2/6 + 4.99",
                "sum(if(n == 100000, 5, 1/n^2) for n in 1:inf); 6.644934066748227",
                "real(sum(0.5^n*exp(-j*n) for n in 0:inf)); real(1/(1 - 0.5*exp(-j)))",
                "imag(sum(0.5^n*exp(-j*n) for n in 0:inf)); imag(1/(1 - 0.5*exp(-j)))",
                "prod(1 - 1/n^2 for n in 2:inf); 1/2",
                "prod(1 + 1/n^2 for n in 1:inf); sinh(pi)/pi",
                "prod(1 + (-1)^n/n for n in 2:inf); 1",
                "sum(0 for n in 1:inf); 0"
            })
    void aSeriesIsRightWithinItsOwnError(String formula, String expected) {
        Estimate found = Sheet.of().estimate(formula);
        double value = Sheet.of().number(expected);
        double error = Math.abs(Arithmetic.real(found.value()) - value);
        assertThat(error).isLessThanOrEqualTo(found.error() + 2 * Math.ulp(value));
        assertThat(found.error()).isLessThan(1e-12 * Math.max(1, Math.abs(value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sum(1/n for n in 1:inf); diverges",
                "sum(1/(n*log(n)) for n in 2:inf); diverges",
                "sum(log(1 + 1/n) for n in 1:inf); diverges",
                "sum(1/sqrt(n^2 + 1) for n in 0:inf); diverges",
                "sum(1e-9/n + exp(-n) for n in 1:inf); diverges",
                "sum((-1)^n for n in 0:inf); its terms do not go to zero",
                "sum(n for n in 1:inf); its terms do not go to zero",
                "sum((-1)^n*n for n in 1:inf); its terms do not go to zero",
                "sum(2^n/n^2 for n in 1:inf); its terms do not go to zero",
                "sum((-1)^n/sqrt(n) + 1/n for n in 1:inf); diverges",
                "sum(sin(n) for n in 1:inf); cannot be told",
                "sum(sin(n)/n for n in 1:inf); cannot be told",
                "sum(1/(n*log(n)^2) for n in 2:inf); cannot be told",
                "sum(sin(n)/n^2 for n in 1:inf); cannot be told well enough",
                "sum(1/(n + sin(n/10000))^2 for n in 1:inf); cannot be told well enough",
                "sum(1/(n^2 + 1e12) for n in 1:inf); cannot be told well enough",
                "sum(1/n^2 + exp(-(n - 1000000)^2) for n in 1:inf); cannot be told well enough",
                "sum(1/(n^2 + 1) + exp(-(n - 1000000)^2) for n in 1:inf); cannot be told well enough",
                "sum(if(n == 1000000, 5, 1/n^2) for n in 1:inf); cannot be told well enough",
                "sum(binomial(2*n, n)/5^n + 1/(1 + exp(n - 112)) for n in 1:inf); too far apart",
                "prod(1 + 1/n for n in 1:inf); the product diverges",
                "prod(1/2 for n in 1:inf); its factors do not go to 1",
                "sum(1/n^2 for n in 0:inf); division by zero",
                "sum(1/n^2 for n in 1:inf, k in 1:2); takes one variable",
                "sum(1/n^2 for n in -inf:inf); division by zero",
                "sum(0.5^n for n in -inf:inf); its terms do not go to zero",
                "sum(1/(n + 0.5) for n in -inf:inf); diverges",
                "max(1/n for n in -inf:inf); -inf:-1",
                "sum(1/n^2 for n in 1:inf if sin(n) > 0); cannot be told",
                "sum(1/n for n in 1:inf if mod(n, 2) == 1); diverges",
                "sum(1/n^2 for n in 1:inf if mod(n, 17) == 1); a multiple of 17",
                "sum(1/n^2 for n in 1:inf if n == 1000000 or n < 5); cannot be told well enough",
                "count(n > 3 for n in 1:inf); needs an end",
                "max(1/n for n in 1:inf); needs an end",
                "all(n > 0 for n in 1:inf); needs an end",
                "derivative(sum(x^n/factorial(n) for n in 0:inf) for x at 1); differences"
            })
    void whatDivergesOrIsNotKnownHasNoValue(String formula, String message) {
        assertThat(Sheet.of().fault(formula).getMessage()).contains(message);
    }
}
