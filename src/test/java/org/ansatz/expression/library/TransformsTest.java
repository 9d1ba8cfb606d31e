package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansatz.expression.Sheet;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transforms against the closed forms in the tables of Oppenheim and Willsky, Signals and Systems, 2nd ed. */
final class TransformsTest {

    private static final int TRIALS = 3;

    private static Estimate estimate(String formula) {
        Sheet sheet = Sheet.of("x[n] = 0.5^n", "u(t) = step(t)", "tau = 2 ms");
        Term term = sheet.read(formula).term();
        return sheet.frame().estimate(term, TRIALS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "laplace(exp(-t) for t, s at 2) ¦ 1/3",
                "laplace(exp(-t) for t, s at 2 + 1j) ¦ 1/(3 + 1j)",
                "laplace(sin(3*t) for t, s at 1) ¦ 3/10",
                "laplace(t^2*exp(-t) for t, s at 1j) ¦ 2/(1 + 1j)^3",
                "laplace(exp(-(1 + 2j)*t) for t, s at 1) ¦ 1/(2 + 2j)",
                "laplace(exp(-(1 + 2j)*t) for t, s at 1j) ¦ 1/(1 + 3j)",
                "laplace(u(t - 1) for t, s at 2) ¦ exp(-2)/2",
                "laplace(1 for t, s at 3) ¦ 1/3",
                "laplace(1/sqrt(t) for t, s at 2) ¦ sqrt(pi/2)",
                "laplace(floor(t) for t, s at 1) ¦ 1/(e - 1)",
                "laplace(t for t in 0..2, s at 1) ¦ 1 - 3*exp(-2)",
                "laplace(5 V*exp(-t/tau) for t, s at 100/s)/(1 V s) ¦ 5/600",
                "fourier(exp(-abs(t)) for t, w at 3) ¦ 2/10",
                "fourier(if(abs(t) < 1, 1, 0) for t, w at 3) ¦ 2*sin(3)/3",
                "fourier(exp(-t)*u(t) for t, w at 2) ¦ 1/(1 + 2j)",
                "fourier(exp(-t^2/2) for t, w at 1) ¦ sqrt(2*pi)*exp(-1/2)",
                "fourier(sin(t)/t for t, w at 1/2) ¦ pi",
                "fourier(1 for t in -1..1, w at 2) ¦ sin(2)",
                "fourier(exp(-abs(t/tau)) for t, w at 500 rad/s)/(1 s) ¦ 1/500",
                "inverse_fourier(1/(1 + w^2) for w, t at 2) ¦ exp(-2)/2",
                "inverse_fourier(1 for w in -2..2, t at 1) ¦ sin(2)/pi",
                "ztransform(x[n] for n, z at 2) ¦ 4/3",
                "ztransform(x[n] for n, z at 1 + 1j) ¦ 1/(1 - 0.5/(1 + 1j))",
                "ztransform(n*0.5^n for n, z at 1.5) ¦ 3/4",
                "ztransform(0.5^n for n, z at -2) ¦ 4/5",
                "ztransform(1 for n in 0:3, z at 2) ¦ 15/8",
                "ztransform(x[n] for n in 2:inf, z at 2) ¦ 1/12",
                "dtft(0.5^abs(n) for n, w at pi/3) ¦ 1",
                "dtft(if(n >= 0, 0.5^n, 0) for n, w at pi/3) ¦ 1/(1 - exp(-1j*pi/3)/2)",
                "dtft(1 for n in 0:3, w at pi/4) ¦ exp(-1.5j*pi/4)*sin(pi/2)/sin(pi/8)",
                "inverse_dtft(if(abs(w) < pi/4, 1, 0) for w, n at 3) ¦ sin(3*pi/4)/(3*pi)",
                "inverse_dtft(if(abs(w) < pi/4, 1, 0) for w, n at 0) ¦ 1/4",
                "inverse_laplace(1/(s + 2) for s, t at 3) ¦ exp(-6)",
                "inverse_laplace(10/(s^2 + 2*s + 5) for s, t at 0.5) ¦ 5*exp(-0.5)*sin(1)",
                "inverse_laplace(1/(s + 1)^3 for s, t at 2) ¦ 2*exp(-2)",
                "inverse_laplace(1/s^2 for s, t at 7) ¦ 7",
                "inverse_laplace(1/(s + sqrt(2)) for s, t at 1) ¦ exp(-sqrt(2))",
                "inverse_laplace(1/(s + 1) for s, t at -1) ¦ 0",
                "inverse_laplace(5 V/(s*(1 + s*tau)) for s, t at 3 ms)/(1 V) ¦ 5*(1 - exp(-1.5))",
                "inverse_ztransform(z/(z - 0.5) for z, n at 3) ¦ 1/8",
                "inverse_ztransform(1/((z - 1)*(z - 1/2)) for z, n at 4) ¦ 7/4",
                "inverse_ztransform(1/(1 - 0.5*z^-1)^2 for z, n at 3) ¦ 1/2",
                "inverse_ztransform(z/(z - sqrt(2)) for z, n at 3) ¦ 2*sqrt(2)",
                "inverse_ztransform(z/(z^2 - z - 1) for z, n at 100) ¦ 354224848179261915075",
                "inverse_ztransform(z/(z - 0.5) for z, n at -2) ¦ 0"
            })
    void aTransformIsWithinItsErrorOfTheClosedForm(String transform, String closed) {
        Estimate found = estimate(transform);
        Estimate expected = estimate(closed);
        assertThat(Arrays.distance(found.value(), expected.value()))
                .isLessThanOrEqualTo(found.error() + expected.error() + 1e-16 * Arrays.size(expected.value()));
        assertThat(found.error()).isLessThan(1e-9 * Math.max(1e-3, Arrays.size(expected.value())));
    }

    /** A transform and its inverse, by engines that share nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "laplace(inverse_laplace(1/(s^2 + 3*s + 2) for s, t at 1)*exp(-t) for t, s at 1)"
                        + " ¦ inverse_laplace(1/(s^2 + 3*s + 2) for s, t at 1)/2",
                "ztransform(sum(inverse_ztransform(1/(z - 1/2) for z, n at k) for k in n:n) for n in 0:40, z at 2) ¦ 2/3"
            })
    void transformsNest(String formula, String expected) {
        Estimate found = estimate(formula);
        assertThat(Arrays.distance(found.value(), estimate(expected).value())).isLessThan(1e-9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "laplace(exp(-t) for t) ¦ written laplace(exp(-t) for t, s at 2)",
                "laplace(exp(-t) for t in 0..inf) ¦ written laplace(exp(-t) for t, s at 2)",
                "laplace(exp(-t) for t, s in 0..1) ¦ expected 'in', found ','",
                "laplace(exp(-t) for t in 1:3, s at 2) ¦ over an interval such as 0..2",
                "laplace(exp(-t) for t in 0 s..1 s, s at 2) ¦ t is a pure number here",
                "laplace(exp(-t) for t, s at 2/s) ¦ a pure number is needed here; this is a time",
                "laplace(exp(2*t) for t, s at 1) ¦ the integral diverges",
                "laplace(1 for t, s at 0) ¦ the integral diverges",
                "laplace(exp(-k*t) for t, k at 2) ¦ unknown name 'k'",
                "fourier(1 for t, w at 0) ¦ the integral diverges",
                "fourier(exp(-t^2) for t, w at 1j) ¦ an angular frequency is a real number",
                "ztransform(2^n for n, z at 1) ¦ the series diverges",
                "ztransform(0.5^n for n in 0..3, z at 2) ¦ over whole numbers such as 0:7",
                "ztransform(0.5^n for n, z at 2 V) ¦ a pure number is needed",
                "dtft(2^n for n, w at 0) ¦ diverges",
                "dtft(0.5^abs(n) for n, w at 1j) ¦ is a real number",
                "inverse_dtft(1 for w, n at sqrt(2)) ¦ a whole number is needed",
                "inverse_laplace(1/(s + 1) for s, t at 2 s) ¦ '+' needs two quantities of one kind",
                "inverse_laplace(s/(s + 1) for s, t at 2) ¦ makes an impulse at 0",
                "inverse_laplace(exp(-s)/(s + 1) for s, t at 2) ¦ this is no quotient of polynomials",
                "inverse_laplace(1/(s + 1) for s, t at 1j) ¦ a moment is a real number",
                "inverse_ztransform(z^2/(z - 1) for z, n at 4) ¦ begins before 0",
                "inverse_ztransform(z/(z - 1) for z, n at 20000) ¦ whole numbers up to 10000",
                "integrate(1/x for x in 1..inf) ¦ the integral diverges",
                "integrate(x for x in -inf..0) ¦ the integral diverges",
                "sum(x*y for x, y in 1:3) ¦ expected 'in', found ','"
            })
    void whatHasNoTransformIsRefused(String formula, String said) {
        assertThat(Sheet.of().fault(formula).getMessage()).contains(said);
    }

    @Test
    void theEnginesAreThoseOfIntegralsSumsAndRoots() {
        Sheet sheet = Sheet.of();
        assertThat(sheet.read("laplace(exp(-t) for t, s at 2)").uses().engines())
                .containsExactly(Engine.QUADRATURE);
        assertThat(sheet.read("dtft(0.5^abs(n) for n, w at 1)").uses().engines())
                .containsExactly(new Engine("series"));
        assertThat(sheet.read("ztransform(1 for n in 0:3, z at 2)").uses().engines())
                .containsExactly(Engine.ENUMERATION);
        assertThat(sheet.read("inverse_laplace(1/(s + 1) for s, t at 2)").uses().engines())
                .containsExactly(new Engine("polynomial roots"));
        assertThat(sheet.read("inverse_ztransform(1/(z + 1) for z, n at 2)")
                        .uses()
                        .engines())
                .containsExactly(new Engine("long division"));
    }

    /** The imaginary part is nothing but rounding, and must not cost the real part its digits. */
    @Test
    void aPartThatIsNotKnownLeavesTheOtherItsDigits() {
        Sheet sheet = Sheet.of();
        Value value = new Value.Complex(1.520346901066279, 1.7e-15);
        assertThat(Show.known(value, 1.7e-13, sheet.read("1j").type(), null, 6)).isEqualTo("1.52035");
    }
}
