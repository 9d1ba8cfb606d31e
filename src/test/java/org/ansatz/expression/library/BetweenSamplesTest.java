package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansatz.expression.Sheet;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What lies between the points at which a sampling method would look: each value beside one that was computed by hand or with
 * mpmath 1.3.0 at 30 digits. The claimed error covers the true one.
 */
final class BetweenSamplesTest {

    private static Estimate estimate(String formula) {
        return Sheet.of().estimate(formula);
    }

    private static void assertCovered(String formula, double truth, double permitted) {
        Estimate found = estimate(formula);
        double error = Math.abs(Arithmetic.real(found.value()) - truth);
        assertThat(error).as(formula).isLessThanOrEqualTo(found.error() + Math.ulp(truth));
        assertThat(found.error()).as("claimed error of " + formula).isLessThanOrEqualTo(permitted);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "integrate(if(abs(x-0.637) < 2.5e-3, 1, 0) for x in 0..1); 0.005",
                "integrate(if(abs(s-0.7123) < 0.025, 20, 0) for s in 0..1); 1",
                "integrate(if(x > 0.30001 and x < 0.30002, 1e5, 0) + 1 for x in 0..1); 2",
                "integrate(step(x - 0.9999999) for x in 0..1); 1e-7",
                "integrate(min(floor(1e5*x), 1) - step(x - 3e-5) for x in 0..1); 2e-5",
                "integrate(if(mod(x, 1) < 1e-6, 1e6, 0) for x in 0..5); 5",
                "integrate(sign(x - 0.123456) for x in 0..1); 0.753088",
                "integrate(if(x == 0.5, 1, 0) for x in 0..1); 0",
                "integrate(max(0, 1 - abs(x - 0.777)*1e4) for x in 0..1); 1e-4",
                "integrate(exp(-(t-37)^2*1e4) for t in 0..1000); 0.017724538509055160273",
                "integrate(1e3/((x-0.123)^2*1e6 + 1) for x in 0..1); 3.1323225010488347",
                "integrate(sin(500*x)^2 for x in 0..pi); 1.5707963267948966",
                "integrate(norm([if(abs(x-0.637) < 2.5e-3, 3, 0), if(abs(x-0.637) < 2.5e-3, 4j, 0)]) for x in 0..1); 0.025",
                "'integrate(det([if(abs(x-0.637) < 2.5e-3, 1, 0), 2; 0, 1]) for x in 0..1)'; 0.005",
                "'integrate(entry(solve([1, 0; 1, 2], [if(abs(x-0.637) < 2.5e-3, 1, 0); 0]), 2, 1) for x in 0..1)'; -0.0025",
                "integrate(entry(inv([2 + x]), 1, 1) for x in 0..1); 0.40546510810816438",
                "'integrate(mean([if(abs(x-0.637) < 2.5e-3, 1, 0), 0]) for x in 0..1)'; 0.0025",
                "'integrate(entry(row_sums([if(abs(x-0.637) < 2.5e-3, 1, 0), 2]), 1, 1) - 2 for x in 0..1)'; 0.005",
                "'integrate(entry(column_means([if(abs(x-0.637) < 2.5e-3, 1, 0), 2]), 1, 1) for x in 0..1)'; 0.005",
                "'integrate(trace([if(abs(x-0.637) < 2.5e-3, 1, 0), 0; 0, 0]) for x in 0..1)'; 0.005",
                "'integrate(entry(cross([if(abs(x-0.637) < 2.5e-3, 1, 0), 0, 0], [0, 1, 0]), 1, 3) for x in 0..1)'; 0.005",
                "'integrate(entry(conv([1, if(abs(x-0.637) < 2.5e-3, 1, 0)], [1, 3]), 1, 2) - 3 for x in 0..1)'; 0.005",
                "'integrate(entry(diag([2, if(abs(x-0.637) < 2.5e-3, 1, 0)]), 2, 2) for x in 0..1)'; 0.005",
                "'integrate(entry(rows([7; if(abs(x-0.637) < 2.5e-3, 1, 0)], [2]), 1, 1) for x in 0..1)'; 0.005",
                "'integrate(entry(pick([7; if(abs(x-0.637) < 2.5e-3, 1, 0)], [2]), 1, 1) for x in 0..1)'; 0.005",
                "'integrate(logsumexp([if(abs(x-0.637) < 2.5e-3, 1, 0); 0]) - log(2) for x in 0..1)'; 0.0031005725347913876",
                "'integrate(entry(expm([if(abs(x-0.637) < 2.5e-3, 1, 0), 0; 0, 0]), 1, 1) - 1 for x in 0..1)'; 0.0085914091422952262",
                "'integrate(abs(entry(dft([if(abs(x-0.637) < 2.5e-3, 1, 0), 0]), 1, 1)) for x in 0..1)'; 0.005",
                "'integrate(max(real(roots([1, -if(abs(x-0.637) < 2.5e-3, 1, 0)]))) for x in 0..1)'; 0.005",
                "'integrate(binomial(2, if(abs(x-0.637) < 2.5e-3, 1, 0)) - 1 for x in 0..1)'; 0.005",
                "'integrate(weight(if(abs(x-0.637) < 2.5e-3, 1, 0)) for x in 0..1)'; 0.005",
                "'integrate(entry(softmax([0; 1e8*((x-0.5123)^2-1e-8)]), 1, 1) for x in 0..1)'; 1.8204113571469626e-4"
            })
    void noPulseIsOverlookedByAnIntegral(String formula, double truth) {
        assertCovered(formula, truth, 1e-8 * Math.max(1, truth));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "integrate(if(abs(x-0.637) < 2.5e-3, 1j, 0) for x in 0..1); 0; 0.005",
                "integrate((3 + 4j)*exp(-1e8*(x-0.777)^2) for x in 0..1); 5.3173615527165481e-4; 7.0898154036220641e-4",
                "integrate(1/(x - 0.3 + 1e-5j) for x in 0..1); 0.84729785993368887; -3.1415450345421875",
                "integrate(exp(j*x) for x in 0..pi); 0; 2",
                "integrate(exp(j*x)/sqrt(x) for x in 0..1); 1.8090484758005441; 0.6205366034467622"
            })
    void noPulseIsOverlookedByAComplexIntegral(String formula, double re, double im) {
        Estimate found = estimate(formula);
        double error = Math.hypot(Arithmetic.real(found.value()) - re, Arithmetic.imaginary(found.value()) - im);
        assertThat(error).isLessThanOrEqualTo(found.error() + Math.ulp(Math.hypot(re, im)));
        assertThat(found.error()).isLessThanOrEqualTo(1e-9);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "integrate(1/sqrt(1-x) for x in 0..1); 2",
                "integrate(1/sqrt(x-1) for x in 1..2); 2",
                "integrate(log(x) for x in 0..1); -1",
                "integrate(log(sin(x)) for x in 0..pi); -2.1775860903036021305",
                "integrate((sin(pi*x)/(pi*x))^2 for x in -5..5); 0.97977634230777011",
                "integrate(1/sqrt(abs(x-0.3)) for x in 0..1); 2.7687651680784446",
                "integrate(log(abs(x)) for x in -1..1); -2",
                "integrate(exp(-x^2) for x in -inf..inf); 1.7724538509055160273",
                "integrate(exp(-x)/sqrt(x) for x in 0..inf); 1.7724538509055160273",
                "integrate(1/(1+x^2) for x in -inf..inf); 3.1415926535897932385",
                "integrate(exp(x) for x in -inf..0); 1",
                // what has a unit and no end on either side
                "integrate(exp(-(x/(2 V))^2)/(1 V) for x in -inf V..inf V); 3.5449077018110320546",
                "integrate(exp(-(x/(2 V))^2)/(1 mV) for x in -inf V..0 mV if x < 0 V); 1772.4538509055160273",
                "integrate(exp(-x/(2 W/(m K)))/(1 W/(m K)) for x in 0 W/(m K)..inf W/(m K)); 2",
                "integrate(1/x^2 for x in 1..inf); 1",
                "integrate(1/x^1.5 for x in 1..inf); 2",
                "integrate(exp(-1e6*(x-12345.678)^2) for x in 0..inf); 0.0017724538509055160273",
                "integrate(sin(x)/x for x in 0..inf); 1.5707963267948966192",
                "integrate(sin(x)/x for x in -inf..inf); 3.1415926535897932385",
                "integrate(cos(x^2) for x in 0..inf); 0.62665706865775012560",
                "integrate(if(x > 1000 and x < 1001, 1, 0) + exp(-x)/sqrt(x) for x in 0..inf); 2.7724538509055160273",
                // moments: far out a power beyond the largest double meets a tail below the smallest
                "integrate(x^2*exp(-x^2/2) for x in -inf..inf); 2.5066282746310005024",
                "integrate(x^4*exp(-x^2) for x in -inf..inf); 1.3293403881791370205",
                "integrate(x^10*exp(-x^2) for x in 0..inf); 26.171388892276760091",
                "integrate(x^10*exp(-x^2) for x in -inf..0); 26.171388892276760091",
                "integrate(x^6*exp(-x) for x in 0..inf); 720",
                "integrate(x^4*exp(-sqrt(x)) for x in 0..inf); 725760",
                "integrate(x^4*exp(-(x-1e4)^2) for x in 0..inf); 17724539040791316.874",
                "integrate(x^4/(1+x^6) for x in 0..inf); 1.0471975511965977462",
                // 169!, whose integrand has a factor that is beyond the largest double when written as a power
                "integrate(exp(169*log(x) - x) for x in 0..inf); 4.2690680090047052749e304"
            })
    void anIntegrandMayBeInfiniteAtAPointAndTheIntervalWithoutEnd(String formula, double truth) {
        assertCovered(formula, truth, 1e-8 * Math.max(1, Math.abs(truth)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "max(cos(2*pi*30*t) + cos(2*pi*31*t + 1) for t in 0..1); 1.9994613761774067",
                "min(x^2 + 10*(1 - cos(20*x)) for x in -5.12..4); 0",
                "max(cos(50*x) + 0.1*x for x in 0..10); 1.9927452785350415",
                "argmax(cos(50*x) + 0.1*x for x in 0..10); 9.927472785370414",
                "argmax(-x^2 for x in -1..1); 0", // just in the middle
                "argmin(abs(x) for x in -1..1); 0",
                "argmin(x^2*(x - 3)^2 for x in -1..1); 0",
                "max(-x^2 for x in -1..1 if x >= 0.3); -0.09", // the middle does not count
                "max(exp(-((t-0.5033)/0.0001)^2) for t in 0..10); 1",
                "max(if(abs(t - 3.21) < 1e-7, 5, sin(t)) for t in 0..10); 5",
                "min(1 - exp(-((t-0.77777)/1e-6)^2) for t in 0..1); 0",
                "max(sqrt(1-x) for x in 0..1); 1",
                "max(x*exp(-x) for x in 0..30); 0.36787944117144233",
                "max(x*y*(1-x-y) for x in 0..1, y in 0..1); 0.037037037037037035",
                "min((1-x)^2 + 100*(y-x^2)^2 for x in -2..2, y in -1..3); 0",
                "max(x*y for x in 0..10, y in 0..10 if x + y <= 4); 4",
                "max(1 - x^2 for x in -1..2 if abs(x - 0.7123) < 1e-10); 0.49262871014246",
                "max(x for x in 0..1 if sin(1e5*x) > 1 - 1e-9); 0.99998465004811273231",
                "max(x for x in 0..1 if x == 0.25); 0.25",
                "argmax(x^2 for x in 0..1 if x == 0.25); 0.25",
                "max(norm([exp(-((t-0.5033)/0.0001)^2), 0]) for t in 0..10); 1",
                "'max(det([exp(-((t-0.5033)/0.0001)^2), 0; 0, 1]) for t in 0..10)'; 1"
            })
    void noPeakIsOverlookedByASearch(String formula, double truth) {
        assertCovered(formula, truth, 1e-3 * Math.max(1, Math.abs(truth)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "root(x - 2 for x in 0..2); 2",
                "root(cos(x) for x in 0..pi/2); 1.5707963267948966",
                "root(sin(x) for x in 3..4); 3.141592653589793",
                "root(x for x in 0..1); 0",
                "root(x^2 - 2*x + 1 for x in -1..2); 1",
                "root(abs(x - 0.3) for x in 0..1); 0.3",
                "root((x - 0.7)^4 for x in 0..1); 0.7",
                "root(exp(x) - 1 - x for x in -1..1); 0",
                "root((x - 0.25)^3 for x in 0..1); 0.25",
                "root(log(x) - log(3) for x in 1..3); 3",
                "root(cos(x) + 1 for x in 0..pi); 3.141592653589793",
                "root((sin(x) - 1)^2 for x in 0..pi/2); 1.5707963267948966",
                "root(norm([x - 0.5, 0]) for x in 0..1); 0.5",
                "root(x - x^2 for x in -0.1..0.2); 0",
                "root(sign(3*x - 1)*abs(3*x - 1)^0.15 for x in 0..1); 0.3333333333333333" // a root of a high order is
                // steep, and no jump
            })
    void aZeroAtAnEndOrOneThatIsOnlyTouchedIsFound(String formula, double truth) {
        Estimate found = estimate(formula);
        assertThat(Arithmetic.real(found.value())).isBetween(truth - 1e-5, truth + 1e-5);
        assertThat(Math.abs(Arithmetic.real(found.value()) - truth)).isLessThanOrEqualTo(found.error() + 1e-16);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "root((x-0.3)*(x-0.3005)*(x-0.9) for x in 0..1); there are 3 roots, near 0.3",
                "root(sin(100*x) for x in 0.01..1); there are 31 roots, near 0.0314",
                "root(x*(x - 1e-9) for x in -1..1); there are two roots, near 0 and near 1e-9",
                "root(1e-3 - exp(-((x-0.123)/1e-6)^2) for x in 0..1); there are two roots, near 0.122997",
                "root(x^2 + 1e-9 for x in -1..1); no root between -1 and 1: it is zero nowhere",
                "root(floor(x) - 0.5 for x in 0..3); the sign changes near 1 at a pole or a jump",
                "root(tanh(x) - 1 for x in 0..19); whether there is a root between 17.8125 and 19 cannot be told",
                "root(1 + tanh(x) for x in -100..0); whether there is a root between -100 and ",
                "root(erf(x) - 1 for x in 0..10); whether there is a root between 5 and 10 cannot be told",
                "root(sigmoid(x) - 1 for x in 0..100); whether there is a root between ",
                "root(sqrt(1 + 1/x) - 1 for x in 1..1e18); whether there is a root between ",
                "root(atan(x) - pi/2 for x in 0..1e17); whether there is a root between ",
                "'root(det([x - 0.3, 0; 0, x - 0.3001]) for x in 0..1)'; there are two roots, near 0.3 and near 0.3001",
                "'root(entry(solve([1, 0; 0, 2], [(x-0.2)*(x-0.2003)*(x-0.9); 1]), 1, 1) for x in 0..1)'; there are 3 roots",
                "max(x for x in 0..1 if x == 1/3); max: no value that counts was met, but there may be one near 0.333333333",
                "root(relu(x) for x in -1..1); it is zero on the whole of -1..",
                "max(1/x for x in -1..1); max: the values may grow beyond all bounds near ",
                "max(x for x in 0..1 if x > 2); max: nowhere in the domain is there a value that counts",
                "argmax(cos(x) for x in 0..7); argmax: the largest value is taken at more than one place, from 0 to 6.28318",
                "argmax(min(sin(x), 1/2) for x in 0..3); argmax: the largest value is taken at more than one place, from 0.52",
                "integrate(x^2/(exp(x^2) - 1) for x in 0..inf); the integrand may have no value, or be infinite, between 0.0",
                "integrate(1/x^2 for x in -1..1); the integral does not settle between",
                "integrate(1/x for x in 1..inf); the integral diverges: far out, the integrand does not go to zero faster",
                "integrate(x for x in 0..inf); the integral diverges",
                "integrate(sqrt(x - 2) for x in 0..3); sqrt is defined for x ≥ 0",
                "max(log(x) for x in -1..1); log is defined for x ≥ 0",
                "derivative(integrate(if(t<x,1,0) for t in 0..1) for x at 0.3712); the integrand jumps at a point that moves"
            })
    void whatIsNotOneValueIsSaid(String formula, String message) {
        assertThat(Sheet.of().fault(formula).message()).startsWith(message);
    }
}
