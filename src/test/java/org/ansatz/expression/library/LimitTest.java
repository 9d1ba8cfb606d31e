package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits against closed forms; what has none never gets a value. */
class LimitTest {

    private static Estimate estimate(String formula) {
        return Sheet.of().estimate(formula);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "limit(sin(x)/x for x -> 0); 1",
                "limit((1 + 1/x)^x for x -> inf); e",
                "limit((cos(x) - 1 + x^2/2)/x^4 for x -> 0); 1/24",
                "limit((tan(x) - sin(x))/x^3 for x -> 0); 1/2",
                "limit((sin(x)/x)^(1/x^2) for x -> 0); exp(-1/6)",
                "limit(sqrt(x^2 + x) - x for x -> inf); 1/2",
                "limit((x^(1/3) - 2)/(x - 8) for x -> 8); 1/12",
                "limit(sin(pi*x)/(x - 1) for x -> 1); -pi",
                "limit((2^x + 3^x)^(1/x) for x -> inf); 3",
                "limit(exp(-x)*x^10 for x -> inf); 0",
                "limit(x*log(x) for x -> 0+); 0",
                "limit(x^x for x -> 0+); 1",
                "limit(x*sin(1/x) for x -> 0); 0",
                "limit(x/(x + 1e30) for x -> inf); 1",
                "limit(exp(1/x) for x -> 0-); 0",
                "limit(abs(x)/x for x -> 0-); -1",
                "limit(atan(x) for x -> -inf); -pi/2",
                "limit(erfc(x)*exp(x^2)*x for x -> inf); 1/sqrt(pi)",
                "limit(asinh(x) - log(x) for x -> inf); log(2)",
                "limit(arg(1/(j*w*(1 + j*w))) for w -> inf); -pi",
                "limit(w*abs(1/(1 + j*w)) for w -> inf); 1",
                "limit(exp(-exp(x))*exp(x^3) for x -> inf); 0",
                "limit(if(x < 1, x^2, 3*x) for x -> 1-); 1",
                "limit(factorial(n)/(n^n*exp(-n)*sqrt(n)) for n in 1:inf); sqrt(2*pi)",
                "limit(binomial(2*n, n)*sqrt(n)/4^n for n in 1:inf); 1/sqrt(pi)",
                "limit((-1)^n/n for n in 1:inf); 0",
                "limit(f/sqrt(f^2 + (1 kHz)^2) for f -> inf Hz); 1",
                "limit(x/(x + 1 m) for x -> 2 m+); 2/3"
            })
    void aLimitIsRightWithinItsOwnError(String formula, String expected) {
        Estimate found = estimate(formula);
        double value = Sheet.of().number(expected);
        assertThat(Math.abs(Arithmetic.real(found.value()) - value))
                .isLessThanOrEqualTo(found.error() + Math.ulp(value));
        assertThat(found.error()).isLessThan(1e-13);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "limit(sin(1/x) for x -> 0); does not settle",
                "limit(sin(x) for x -> inf); does not settle",
                "limit(sin(pi*x) for x -> inf); does not settle",
                "limit(x - floor(x) for x -> inf); does not settle",
                "limit(sin(x)*exp(x) for x -> inf); does not settle",
                "limit(abs(x)/x for x -> 0); goes to -1 from below and to 1 from above",
                "limit(if(x < 1, x^2, 3*x) for x -> 1); goes to 1 from below and to 3 from above",
                "limit(1 + 1e-17*sign(x) for x -> 0); from below",
                "limit(1/x for x -> 0); from below it falls without bound, from above it grows without bound",
                "limit(1/x^2 for x -> 0); grows without bound: there is no limit",
                "limit(exp(1/x) for x -> 0); from below it goes to 0",
                "limit(1/sin(x) for x -> inf); cannot be told",
                "limit(log(log(x)) for x -> inf); cannot be told",
                "limit(sqrt(x) for x -> 0); it is written x -> a+",
                "limit((-1)^n for n in 1:inf); some of its values go to 1 and others to -1",
                "limit(x for x -> inf+); write inf or -inf",
                "limit(x + j for x -> 1); limit is for real functions",
                "limit(x for x in 0..1); written limit(f(x) for x -> inf)",
                "limit(x for x -> 1, y -> 2); written limit(f(x) for x -> inf)",
                "limit(x for x -> j); goes to a real number",
                "limit(x for x -> ); expected a number",
                "derivative(limit(a*x/(x + 1) for x -> inf) for a at 1); differences"
            })
    void whatHasNoLimitSaysWhy(String formula, String message) {
        assertThat(Sheet.of().fault(formula).getMessage()).contains(message);
    }

    /** A ratio of polynomials goes to the ratio of its first coefficients, to zero, or nowhere. */
    @Test
    void rationalFunctionsGoWhereTheirFirstCoefficientsSay() {
        Random random = new Random(1);
        for (int trial = 0; trial < 60; trial++) {
            int up = random.nextInt(5);
            int down = random.nextInt(5);
            long[] p = random.longs(up + 1L, -9, 10).toArray();
            long[] q = random.longs(down + 1L, -9, 10).toArray();
            p[up] = 1L + random.nextInt(9);
            q[down] = 1L + random.nextInt(9);
            String formula = "limit((" + polynomial(p) + ")/(" + polynomial(q) + ") for x -> inf)";
            if (up > down) {
                assertThat(Sheet.of().fault(formula).getMessage()).contains("grows without bound");
            } else {
                double expected = up == down ? (double) p[up] / q[down] : 0;
                assertThat(Sheet.of().number(formula)).as(formula).isEqualTo(expected);
            }
        }
    }

    private static String polynomial(long[] coefficients) {
        StringBuilder text = new StringBuilder("0");
        for (int k = 0; k < coefficients.length; k++) {
            text.append(" + (").append(coefficients[k]).append(")*x^").append(k);
        }
        return text.toString();
    }

    /** What oscillates stays without a limit whatever smooth things surround it, and gets one once a factor vanishes. */
    @ParameterizedTest
    @ValueSource(
            strings = {"sin(x)", "cos(2*x + 1)", "sin(x^2)", "sin(x)^2", "cos(sqrt(x))", "sin(x + 1/x)", "sin(pi*x)"})
    void whatOscillatesIsNeverGivenALimit(String wave) {
        for (String around : new String[] {"%s", "1 + %s", "atan(x)*(%s)", "(%s)/(1 + 1/x)", "(%s)*log(x)/x + %s"}) {
            String formula = "limit(" + around.replace("%s", wave) + " for x -> inf)";
            assertThat(Sheet.of().fault(formula).getMessage()).as(formula).contains("settle");
        }
        assertThat(Sheet.of().number("limit((" + wave + ")*exp(-x/100) for x -> inf)"))
                .isZero();
    }
}
