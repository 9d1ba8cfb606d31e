package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Impulses {@code delta(t - t0)} in differential equations, beside closed forms. */
final class ImpulsesTest {

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                // the area of the impulse over the coefficient of the highest derivative
                "y' + 2*y == 3*delta(t); y(0) == 1; y(1); 0.54134113294645077",
                "4*y' + 2*y == 3*delta(t); y(0) == 1; y(0); 1.75",
                "y' + 2*y == 3*delta(t - 1); y(0) == 1; y(2); 0.42432148859857226",
                "y' + 2*y == 3*delta(2*t - 1); y(0) == 0; y(1); 0.55181916175716348",
                "y' + 2*y == 3*delta(1 - t); y(0) == 0; y(2); 0.4060058497098381",
                "2*y' + 2*y == 3*delta(t) - 3*delta(t - 1); y(0) == 1; y(2); -0.21348095366563175",
                "y'' + 3*y' + 2*y == delta(t); [y(0) == 0, y'(0) == 0]; y(1); 0.23254415793482963",
                "y'' + 3*y' + 2*y == delta(t); [y(0) == 0, y'(0) == 0]; y'(0); 1",
                "y'' + 3*y' + 2*y == delta(t - 2); [y(0) == 0, y'(0) == 0]; y(3); 0.23254415793482963",
                "y'' + 3*y' + 2*y == delta(t - 2); [y(0) == 0, y'(0) == 0]; y(2); 0",
                // initial values just before and just after, as textbooks write them
                "y' + 2*y == 3*delta(t); y(0-) == 1; y(1); 0.54134113294645077",
                "y' + 2*y == 3*delta(t); y(0 -) == 1; y(0); 4",
                "y' + 2*y == 3*delta(t); y(0+) == 1; y(1); 0.1353352832366127",
                "y' + 2*y == 3*delta(t) + delta(t - 1); y(0+) == 1; y(1); 1.1353352832366127",
                "y'' + 3*y' + 2*y == delta(t); [y(0-) == 0, y'(0-) == 0]; y(1); 0.23254415793482963",
                "y'' + 3*y' + 2*y == delta(t); [y(0+) == 0, y'(0+) == 1]; y(1); 0.23254415793482963",
                "y' + 2*y == 0; y(0-) == 1 - 2; y(1); -0.1353352832366127",
                // at the instant itself the value just after; before it nothing
                "y' == -y + delta(t - 0.25); y(0) == 0; y(0.25); 1",
                "y' == -y + delta(t - 0.25); y(0) == 1; y(0.24); 0.78662786106655336",
                "y' == -y + delta(t + 1); y(0) == 1; y(1); 0.36787944117144232",
                "y' == -y + delta(t - 1/3); y(0) == 1; y(1); 0.88129656020403444",
                "y' == -y + delta(t - 1/3); y(1/3) == 0; y(1); 0.51341711903259203",
                "y' == -y + delta(3*t - 1); y(1/3) == 0; y(1); 0.17113903967753068",
                // a factor that is known there
                "y' == -y + exp(-t)*delta(t - 1); y(0) == 0; y(2); 0.13533528323661269",
                "y' == -y + if(y > 0.5, 1, 2)*delta(t - 0.1); y(0) == 1; y(1); 0.77444910091203",
                // beside switches and pulses
                "y' == -y + delta(t - 0.5) + if(t > 0.5 and t < 0.6, 10, 0); y(0) == 0; y(1); 1.2444245229426925",
                "y' == if(y > 2, -3, 1) + 5*delta(t - 1); y(0) == 0; y(1.5); 4.5",
                // integrals and extremes see the jump
                "y' + 2*y == delta(t - 0.3); y(0) == 1; integrate(y(x) for x in 0..2); 0.97415554557546977",
                "y' + 2*y == delta(t - 0.3); y(0) == 1; max(y(x) for x in 0.1..2); 1.5488116360940264",
            })
    void theSolutionJumpsByTheAreaOfTheImpulse(String ode, String from, String value, double truth) {
        Estimate found = OneEquation.found(ode, from, value);
        double off = Math.abs(Arithmetic.real(found.value()) - truth);
        assertThat(off).isLessThanOrEqualTo(found.error() + 1e-10);
        assertThat(found.error()).isLessThan(1e-8);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "y' == -y + delta(t)^2; y(1); stands in an equation as a term",
                "y' == -y + y*delta(t - 1); y(2); a factor that jumps with it",
                "y' == -y + delta(y - 0.5); y(2); an impulse is written delta(t)",
                "y' == -y + delta(t^2 - 1); y(2); an impulse is written delta(t)",
                "y' == -y + sum(delta(t - k) for k in 1:3); y(4); each by itself",
                "y' == -y + delta(t + 1); y(-2); not followed backwards over an impulse",
            })
    void whatHasNoMeaningIsRefused(String ode, String value, String why) {
        Verdict verdict = OneEquation.verdict(ode, "y(0) == 1", value);
        assertThat(verdict.judgement().status()).isEqualTo("failed");
        assertThat(verdict.judgement().reason()).contains(why);
    }

    /** Whether it is before the start nobody knows: then so large is the error. */
    @ParameterizedTest
    @ValueSource(strings = {"-", "+"})
    void anImpulseThatRoundingPutsBesideTheStartIsNotPassedOverInSilence(String sign) {
        String instant = "(sqrt(2) + 0.1 - sqrt(2) - 0.1)";
        Estimate found = OneEquation.found("y' == -y + delta(t " + sign + " " + instant + ")", "y(0) == 0", "y(1)");
        double off = Math.abs(Arithmetic.real(found.value()) - Math.exp(-1));
        assertThat(off).isLessThanOrEqualTo(found.error() + 1e-10);
    }

    /** A response to an impulse, with units and data, beside the transform's. */
    @Test
    void theResponseOfACircuitIsThatOfItsTransform() {
        Verdict verdict = Verifier.published(Yaml.problem("""
                title: A coil is struck
                statement: A coil takes a flux of {F} in no time. Which current flows {T} later?
                given: {R: 10 ohm, L: 1 mH, F: 2 mWb, T: 0.1 ms}
                answer: {kind: number, unit: A}
                routes:
                  equation:
                    ode: L*i' + R*i == F*delta(t)
                    from: i(0 s) == 0 A
                    value: i(T)
                  closed form: F/L*exp(-R*T/L)
                """), List.of());
        assertThat(verdict.judgement().reason()).matches("2 independent routes share (9|1[0-6]) digits.*");
    }

    @Test
    void aNameThatIsDeclaredIsNoImpulse() {
        Verdict verdict = Verifier.published(Yaml.problem("""
                title: A loss
                statement: How much is left?
                given: {delta: 0.5}
                answer: {kind: number}
                routes:
                  equation:
                    ode: y' == -delta*y
                    from: y(0) == 1
                    value: y(2)
                  closed form: exp(-2*delta)
                """), List.of());
        assertThat(verdict.judgement().reason()).startsWith("2 independent routes share");
    }
}
