package org.ansatz.field.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Derivatives go through linear circuits, by their data and by the frequency, and are refused elsewhere. */
final class DerivativesTest {

    /** All that a linear circuit is made of; the datum p is 2. */
    private static final String NETWORK = """
            V1 in 0 AC {3 V*p}
            R1 in a {100 ohm*p^2}
            C1 a 0 {1 uF/p}
            L1 a b {1 mH*p}
            R2 b 0 {50 ohm + p*(1 ohm)}
            E1 c 0 a b {p/3}
            R3 c d 70
            G1 d 0 a 0 {10 mS*p}
            R4 d 0 200
            F1 e 0 L1 {p}
            R5 e 0 30
            H1 g 0 R1 {20 ohm*p}
            R6 g h 40
            TF1 h 0 k 0 {p}
            C2 k 0 2u
            R7 k 0 25
            T1 b 0 n 0 Z0={25 ohm*p} TD=1n
            R8 n 0 80
            I1 b 0 AC {10 mA*p} 30
            X1 a m 0 stage R={40 ohm*p}
            .subckt stage x y z R=10
            R1 x y {R}
            E1 o z opamp z y
            R2 y o {3*R}
            R3 o z 60
            .ends
            """;

    private static Verdict verdict(String netlist, String run, String... routes) {
        StringBuilder text = new StringBuilder("""
                title: A derivative
                statement: How fast does it change?
                given: {p: 2, w: 900 Hz}
                answer: {kind: number, tolerance: 10}
                routes:
                """);
        for (int i = 0; i < routes.length; i++) {
            text.append("  route ").append(i).append(":\n    circuit: |\n");
            text.append(netlist.indent(6));
            text.append("    run: ")
                    .append(run)
                    .append("\n    value: ")
                    .append(routes[i])
                    .append("\n");
        }
        return Verifier.published(Yaml.problem(text.toString()), List.of());
    }

    private static Estimate found(Verdict verdict, int route) {
        Evidence evidence = verdict.findings().get(route).evidence();
        assertThat(evidence).as(verdict.judgement().reason()).isInstanceOf(Evidence.Values.class);
        return ((Evidence.Values) evidence).first();
    }

    @ParameterizedTest(name = "{0} of {1} by {2}")
    @CsvSource({
        "ac, v(a), p, V",
        "ac, 'v(d, b)', p, V",
        "ac, v(k), p, V",
        "ac, v(e), p, V",
        "ac, v(m), p, V",
        "ac, v(n), p, V",
        "ac, i(V1), p, A",
        "ac, i(R1), p, A",
        "ac, i(C1), p, A",
        "ac, i(F1), p, A",
        "ac, i(G1), p, A",
        "ac, i(I1), p, A",
        "ac, i(L1), p, A",
        "ac, i(H1), p, A",
        "ac, 'zin(a, b)', p, ohm",
        "ac, zin(k), p, ohm",
        "ac, v(a), w, V",
        "ac, v(k), w, V",
        "ac, i(C1), w, A",
        "ac, i(R1), w, A",
        "ac, i(L1), w, A",
        "ac, zin(a), w, ohm",
    })
    void aDerivativeIsWhatDifferencesShow(String run, String probe, String by, String unit) {
        String value = probe.substring(0, probe.length() - 1) + "; f = w)";
        for (String part : List.of("real", "imag")) {
            String asked = "%s(" + part + "(" + value + ")/(1 " + unit + ") by " + by + ")"
                    + (by.equals("w") ? "*(1 Hz)" : "");
            Verdict verdict = verdict(NETWORK, run, asked.formatted("derivative"), asked.formatted("differences"));
            Estimate slope = found(verdict, 0);
            Estimate differences = found(verdict, 1);
            double apart = Arrays.distance(slope.value(), differences.value());
            assertThat(apart).isLessThanOrEqualTo(slope.error() + differences.error());
            double size = Math.max(Arrays.size(slope.value()), 1e-9);
            assertThat(slope.error()).as(part).isLessThan(1e-9 * Math.max(size, 1e-3));
            assertThat(differences.error()).isLessThan(1e-4 * Math.max(size, 1e-3));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "v(out)/(1 V)*(1 ohm); E*R1/(R1 + R2)^2/(1 V)*(1 ohm)",
                "i(R1)/(1 A)*(1 ohm); -E/(R1 + R2)^2/(1 A)*(1 ohm)",
                "v(out)*i(R2)/(1 W)*(1 ohm); E^2*(R1 - R2)/(R1 + R2)^3/(1 W)*(1 ohm)",
            })
    void aDerivativeAtRestIsThatOfTheFormula(String probed, String formula) {
        Verdict verdict = Verifier.published(Yaml.problem("""
                title: A derivative
                statement: How fast does it change?
                given: {E: 10 V, R1: 1 kohm, R2: 3 kohm}
                answer: {kind: number}
                routes:
                  network:
                    circuit: |
                      V1 in 0 {E}
                      R1 in out {R1}
                      R2 out 0 {R2}
                    run: dc
                    value: derivative(%s by R2)
                  formula: %s
                """.formatted(probed, formula)), List.of());
        assertThat(verdict.judgement().reason()).matches("2 independent routes share 1[3-6] digits.*");
    }

    /** Beside a value that changes by all of itself: one that changes by a billionth, and one that stands beside a thousand million times as much. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "I1 0 a 1|R1 a 0 {1e9 ohm + p*(1 ohm)}|I2 0 b 1|R2 b 0 {1 ohm*p}; 1",
                "I1 0 a 1|R1 a 0 1|R2 a 0 {1e9 ohm*p}; 0.24999999975e-9",
                "I1 0 a 1|R1 a 0 {1 Tohm*(p - 1)}|R2 a 0 {1e-3 ohm*p}; 1e-3"
            })
    void whatHardlyChangesIsNotLostInRoundings(String cards, double truth) {
        Estimate slope = found(verdict(cards.replace('|', '\n'), "dc", "derivative(v(a)/(1 V) by p)"), 0);
        assertThat(Arrays.distance(slope.value(), new Value.Real(truth))).isLessThanOrEqualTo(slope.error());
        assertThat(slope.error()).isLessThan(2e-13 * truth);
    }

    /** Each coil twice as large makes the mutual inductance twice as large, though that is a root. */
    @Test
    void coupledInductorsMayGrowTogether() {
        Verdict verdict = verdict(
                """
                V1 in 0 AC 5
                R1 in a 10
                L1 a 0 {1 mH*p}
                L2 out 0 {4 mH*p}
                R2 out 0 100
                K1 L1 L2 0.5
                """, "ac", "derivative(real(v(out; f = w)/(1 V)) by p)", "differences(real(v(out; f = w)/(1 V)) by p)");
        double apart =
                Arrays.distance(found(verdict, 0).value(), found(verdict, 1).value());
        assertThat(apart)
                .isLessThanOrEqualTo(
                        found(verdict, 1).error() + found(verdict, 0).error());
        assertThat(found(verdict, 0).error()).isLessThan(1e-12);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "T1 in 0 out 0 Z0=50 TD=0.1m | ac | derivative(real(v(out; f = w)/(1 V)) by w)*(1 Hz) | the length of a line",
                "T1 in 0 out 0 Z0=50 TD={0.1 ms*p} | ac | derivative(real(v(out; f = w)/(1 V)) by p) | the length of a line",
                "R1 in out 50 | ac | derivative(derivative(real(v(out; f = w)/(1 V)) by p) by p) | second derivative",
                "D1 in out exponential IS=1e-14 | dc | derivative(v(out)/(1 V) by p) | devices",
                "D1 in out ideal | dc | derivative(v(out)/(1 V) by p) | devices",
                "R1 in out 50 | transient 1 ms | derivative(v(out; t = 1 us)/(1 V) by p) | differences(",
            })
    void whatHasNoExactDerivativeIsRefused(String part, String run, String value, String why) {
        String source = run.equals("ac") ? "V1 in 0 AC 5" : "V1 in 0 5";
        Verdict verdict = verdict(source + "\n" + part + "\nR2 out 0 {10 ohm*p}\n", run, value);
        assertThat(verdict.judgement().reason()).contains(why).contains("differences(");
    }

    @ParameterizedTest
    @ValueSource(strings = {"K1 L1 L2 0.5", "K1 L1 L2 {p/4}"})
    void coupledInductorsMayChangeTheirCouplingAlone(String coupling) {
        Verdict verdict = verdict(
                """
                V1 in 0 AC 5
                R1 in a 10
                L1 a 0 {1 mH*%s}
                L2 out 0 4m
                R2 out 0 100
                %s
                """.formatted(coupling.contains("p") ? "1" : "p", coupling),
                "ac",
                "derivative(real(v(out; f = w)/(1 V)) by p)",
                "differences(real(v(out; f = w)/(1 V)) by p)");
        if (coupling.contains("p")) {
            double apart =
                    Arrays.distance(found(verdict, 0).value(), found(verdict, 1).value());
            assertThat(apart)
                    .isLessThanOrEqualTo(
                            found(verdict, 1).error() + found(verdict, 0).error());
        } else {
            assertThat(verdict.judgement().reason()).contains("coupled");
        }
    }
}
