package org.ansatz.field.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code run: laplace}: what a linear network is in s, and all that the language asks of quotients of polynomials. */
final class LaplaceTest {

    /** A resonant circuit with R = 1 kohm, L = 1 H and C = 1 uF: poles at −500 ± 866j rad/s. */
    private static String problem(String answer, String formula, String value) {
        return """
                title: A network in s
                statement: What is it?
                given: {R: 1 kohm, L: 1 H, C: 1 uF, T: 2 ms}
                answer: %s
                routes:
                  formula:
                    value: %s
                  network:
                    circuit: |
                      V1 in 0 AC 5
                      R1 in a {R}
                      L1 a out {L}
                      C1 out 0 {C}
                    run: laplace
                    let: |
                      H(x) = v(out; s = x)/v(in; s = x)
                    value: %s
                """.formatted(answer, formula, value);
    }

    private static Verdict verdict(String text) {
        return Verifier.published(Yaml.problem(text), List.of());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: number, unit: rad/s} | R/(2*L) | -real(entry(poles(v(out)/v(in) for s), 1, 1))",
                "{kind: number, unit: rad/s} | sqrt(1/(L*C) - (R/(2*L))^2) | max(imag(poles(H(s) for s)))",
                "{kind: number, unit: rad/s} | 1/sqrt(L*C) | abs(entry(poles(v(out) for s), 2, 1))",
                "{kind: number, unit: s} | L/R | -1/(2*real(mean(poles(H(s) for s))))",
                // What a step makes of ζ = 1/2.
                "{kind: number} | exp(-pi*R/sqrt(4*L/C - R^2)) | overshoot(H(s) for s)",
                "{kind: number, unit: ms} | pi/sqrt(1/(L*C) - (R/(2*L))^2) | peak_time(v(out)/v(in) for s)",
                "{kind: number, unit: mA} | 5 V/sqrt(L/C - R^2/4)*exp(-R/(2*L)*T)*sin(sqrt(1/(L*C) - (R/(2*L))^2)*T)"
                        + " | inverse_laplace(i(L1)/s for s, t at T)",
                "{kind: number, unit: rad/s} | sqrt((1 + sqrt(5))/2)/sqrt(L*C) | bandwidth(H(s) for s)",
                "{kind: number} | sqrt(L/C)/R | abs(H(1j/sqrt(L*C)))",
                "{kind: number, unit: V/s} | 5 V/(L*C)/sqrt(1/(L*C) - (R/(2*L))^2) | 2*abs(residue(v(out) for s at entry(poles(v(out) for s), 1, 1)))",
                "{kind: formula, of: {s: 1..900}} | 1/(1 + s*R*C*(1 Hz) + s^2*L*C*(1 Hz)^2) | v(out)/v(in)",
                "{kind: formula, of: {s: 1 Hz..900 Hz}} | 1/(1 + s*R*C + s^2*L*C) | H(s)",
                "{kind: formula, of: {s: 1 Hz..900 Hz}, unit: ohm} | (R + s*L)/(1 + s*R*C + s^2*L*C) | zin(out)",
                "{kind: formula, of: {x: 1 Hz..900 Hz}, unit: mA} | 5 V/(R + x*L + 1/(x*C)) | -i(V1; s = x)",
            })
    void whatIsAskedOfTheNetworkIsWhatTheFormulaSays(String answer, String formula, String value) {
        assertThat(verdict(problem(answer, formula, value)).judgement().reason())
                .startsWith("2 independent routes share 1");
    }

    @Test
    void anUnknownIsFoundByWhereAPoleIsToBe() {
        assertThat(verdict("""
                title: A snubber
                statement: Which R makes both natural frequencies equal?
                given: {L: 4 mH, C: 1 uF}
                answer: {kind: number, unit: ohm}
                routes:
                  by hand: 2*sqrt(L/C)
                  network:
                    unknown: {R: 1 ohm..1 kohm}
                    circuit: |
                      V1 in 0 AC 1
                      R1 in a {R}
                      L1 a out {L}
                      C1 out 0 {C}
                    run: laplace
                    equation: -real(sum(poles(v(out) for s)))/2 == 1/sqrt(L*C)
                    value: R
                """).judgement().reason()).startsWith("2 independent routes share 1");
    }

    /** Two runs of one netlist are one engine; a quotient says no more than its determinant. */
    @Test
    void itSharesTheEngineOfOtherRunsOfNetlists() {
        String cards = """
                    circuit: |
                      V1 in 0 AC 1
                      R1 in out {R}
                      C1 out 0 {C}
                """;
        assertThat(verdict("""
                title: Twice the same
                statement: What is the magnitude at {f}?
                given: {R: 1 kohm, C: 1 uF, f: 100 Hz}
                answer: {kind: number, unit: V}
                routes:
                  phasors:
                %s    run: ac
                    value: abs(v(out))
                  laplace:
                %s    run: laplace
                    value: abs(v(out; s = 2j*pi*f))
                """.formatted(cards, cards)).judgement().reason()).contains("one engine");
    }

    private static String divider(String upper, String capacitance, String value) {
        return """
                title: A compensated divider
                statement: What is left of the time constants?
                given: {R: 1 kohm, C: 1 uF}
                answer: {kind: number, unit: 1/s}
                routes:
                  network:
                    circuit: |
                      V1 in 0 AC 1
                      R1 in a {%s}
                      C1 in a {%s}
                      R2 a 0 {R}
                      C2 a 0 {C}
                    run: laplace
                    value: %s
                """.formatted(upper, capacitance, value);
    }

    @Test
    void aSourceWithoutAnAmplitudeIsAskedForOne() {
        String text = divider("R", "C", "max(real(poles(v(a)/v(in) for s)))");
        assertThat(said(text.replace("AC 1", "1"))).contains("no source has an amplitude in run: laplace");
        assertThat(said(text.replace("AC 1", "1").replace("v(a)/v(in)", "zin(a, 0)")))
                .contains("-1000");
    }

    /** A third of 1 kohm has no end in decimals, and is exact nevertheless. */
    @Test
    void whatIsComputedExactlyCancels() {
        assertThat(said(divider("R/3", "3*C", "max(real(poles(v(a)/v(in) for s)))")))
                .contains("there are no poles");
    }

    /** Roundings do not say whether a pole is there, and then none is shown that a zero may cancel. */
    @Test
    void aPoleThatAZeroMayCancelIsNotSaidToBeThere() {
        assertThat(said(divider("R/sqrt(3)", "sqrt(3)*C", "max(real(poles(v(a)/v(in) for s)))")))
                .contains("whether a zero cancels the pole at -1000 is not known");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "R1 in 0 1 | laplace | v(in)/(1 V) | say at which s",
                "R1 in 0 1 | s | v(in; s = 1) | written run: laplace",
                "R1 in 0 1 | laplace 5 | v(in; s = 1) | written run: laplace",
                "D1 in 0 ideal | laplace | v(in; s = 1) | D1 is no part of a linear network",
                "T1 in 0 out 0 Z0=50 TD=1n;R1 out 0 5 | laplace | v(in; s = 1 Hz)/(1 V) | a line is no quotient of polynomials",
                "R1 in 0 1;I1 0 in AC 1 30 | laplace | v(in; s = 1 Hz)/(1 V) | I1 has an angle",
                "R1 in 0 1;C1 a b 1 | laplace | v(in; s = 1 Hz)/(1 V) | nothing fixes the voltage of node",
                "R1 in a 1;C1 a 0 1 | laplace | v(a; s = -1 Hz)/(1 V) | there is a pole at -1",
                "R1 in a 1;C1 a 0 1 | laplace | entry(routh_array(v(a)/v(in) for s), 1, 1) | needs a variable that is a pure number",
                "R1 in a 1;C1 a 0 1 | laplace | derivative(real(v(a; s = x))/(1 V) for x at 1 Hz)*(1 Hz) | differences",
            })
    void whatCannotBeIsSaid(String cards, String run, String value, String reason) {
        String text = """
                title: A network in s
                statement: What is it?
                answer: {kind: number}
                routes:
                  network:
                    circuit: |
                      V1 in 0 AC 1
                %s
                    run: %s
                    value: %s
                """.formatted(cards.replace(";", "\n").indent(6).stripTrailing(), run, value);
        assertThat(said(text)).contains(reason);
    }

    @Test
    void aRealSIsNotBoundToAllComplexNumbers() {
        assertThat(said("""
                title: A network in s
                statement: What is it?
                answer: {kind: formula, of: {s: 1..5}}
                routes:
                  network:
                    circuit: |
                      V1 in 0 AC 1
                      R1 in a 1
                      C1 a 0 1
                    run: laplace
                    value: v(a)/v(in) + 0*abs(sum(poles(v(a)/v(in) for s)))
                """))
                .contains("s is bound here to a pure number, which may be complex, and", "the s that is real");
    }

    @Test
    void anotherSIsNotTakenForIt() {
        assertThat(said("""
                title: A network in s
                statement: What is it?
                given: {s: 5 m}
                answer: {kind: number}
                routes:
                  network:
                    circuit: |
                      V1 in 0 AC 1
                      R1 in 0 {1 ohm*s/(1 m)}
                    run: laplace
                    value: v(in)/(1 V)
                """)).contains("s is the complex frequency in this circuit");
    }

    /** What is said of a problem that cannot be read, or of its only route. */
    private static String said(String text) {
        Bank bank = Yaml.read(text);
        return bank.faults().isEmpty()
                ? verdict(text).findings().get(0).conclusion().toString()
                : bank.faults().get(0).message();
    }
}
