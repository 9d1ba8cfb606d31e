package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ansatz.expression.Sheet;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Integrals over several variables, nested or not, against closed forms: nothing narrow is overlooked, and the error covers the truth. */
class SeveralVariablesTest {

    private static Estimate estimate(String formula) {
        Sheet sheet = Sheet.of();
        Expression expression = sheet.read(formula);
        return sheet.frame().estimate(expression.term(), 3);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                // pi/10^6, the disc in a square
                "integrate(if((x-0.3)^2+(y-0.7)^2 < 1e-6,1,0) for x in 0..1, y in 0..1); 3.141592653589793e-6; 1e-6",
                // something stands between the two, so that the inner one is looked at in outline
                "integrate(integrate(cos(x)/r for x in -pi/2..pi/2)*0.2 for r in 0.02..0.1); 0.64377516497364015; 1e-9",
                "integrate(integrate(if((x-0.3)^2+(y-0.7)^2 < 1e-6,1,0) for x in 0..1) for y in 0..1); 3.141592653589793e-6; 1e-6",
                "integrate(1 for x in 0..1, y in 0..1 if abs(x-0.3) < 1e-4 and abs(y-0.713) < 1e-5); 4e-9; 1e-6",
                "1+integrate(1000*integrate(if(abs(x-0.3) < 1e-3 and abs(y-0.713) < 1e-3,1,0) for x in 0..1) for y in 0..1); 1.004; 1e-6",
                "integrate(y*integrate(if(abs(x-0.3)+abs(y-0.7) < 1e-3,1,0) for x in 0..1) for y in 0..1); 1.4e-6; 1e-6",
                "integrate(exp(-((x-0.3)^2+(y-0.7)^2)/1e-6) for x in 0..1, y in 0..1); 3.141592653589793e-6; 1e-9",
                // a ridge that leaves the square at two of its corners
                "integrate(exp(-(x - y)^2/0.000163^2) for x in 0..1, y in 0..1); 2.8888340869759911e-4; 1e-9",
                "integrate(if(abs(x - y) < 1e-4, 1, 0) for x in 0..1, y in 0..1); 1.9999e-4; 1e-9",
                // the order: what is written first is outermost, and those after it may depend on it
                "integrate(x*y for y in 0..1, x in 0..y); 0.125; 1e-12",
                "integrate(1 for x in -1..1, y in -sqrt(1-x^2)..sqrt(1-x^2)); 3.141592653589793; 1e-8",
                "integrate(x*y*z for x in 0..1, y in 0..x, z in 0..y); 0.020833333333333332; 1e-12",
                "integrate(exp(-x*y*z) for x in 0..1, y in 0..1, z in 0..1); 0.8912127981113; 1e-12",
                "integrate(sin(x*y)*exp(x) for y in 0..1, x in 0..y); 0.20778790943299482; 1e-12",
                "integrate(if(x+y<1,exp(x),0) for x in 0..1, y in 0..1); 0.7182818284590452; 1e-9",
                "integrate(abs(x-y) for x in 0..1, y in 0..1); 0.3333333333333333; 1e-9",
                "integrate(1 for x in 0..1, y in 0..1, z in 0..1 if x^2+y^2+z^2 < 1); 0.5235987755982989; 1e-2",
                // a condition says where the body counts, over one variable as well
                "integrate(1 for x in 0..1 if x > 0.25); 0.75; 1e-12",
                "integrate(x for x in 0..2 if x < 0.5 or x > 1.5); 1; 1e-12"
            })
    void theErrorCoversTheTruthAndIsNoLargerThanItNeedBe(String formula, double expected, double relative) {
        Estimate found = estimate(formula);
        double error = Math.abs(Arithmetic.real(found.value()) - expected);
        assertThat(error).isLessThanOrEqualTo(found.error() + 4 * Math.ulp(expected));
        assertThat(found.error()).isLessThanOrEqualTo(relative * expected);
    }

    /** A disc of any size at any place. */
    @Test
    void noDiscIsOverlooked() {
        for (int k = 1; k <= 8; k++) {
            double radius = Math.pow(10, -0.5 * k);
            double x = 0.5 + (0.5 - radius) * Math.sin(k);
            double y = 0.5 + (0.5 - radius) * Math.cos(3 * k);
            String formula =
                    "integrate(if((x-" + x + ")^2+(y-" + y + ")^2 < (" + radius + ")^2,1,0) for x in 0..1, y in 0..1)";
            Estimate found = estimate(formula);
            double expected = Math.PI * radius * radius;
            assertThat(Math.abs(Arithmetic.real(found.value()) - expected))
                    .as(formula)
                    .isLessThanOrEqualTo(found.error() + 1e-12 * expected);
            assertThat(found.error()).as(formula).isLessThanOrEqualTo(0.02 * expected);
        }
    }

    @Test
    void whatIsNoIntegralSaysWhy() {
        assertThatThrownBy(() -> estimate("integrate(x*k for x in 0..1, k in 1:3)"))
                .hasMessageContaining("takes variables over real intervals");
        assertThatThrownBy(() -> estimate("integrate(1/(x*y) for x in 0..1, y in 0..1)"))
                .hasMessageContaining("not settle");
    }
}
