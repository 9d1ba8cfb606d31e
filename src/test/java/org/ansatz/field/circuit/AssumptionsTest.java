package org.ansatz.field.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a circuit comes to if its devices are as other books assume them. */
final class AssumptionsTest {

    private static final String DIODES = "diodes are ideal";
    private static final String DROP = "diodes keep 0.7 V";
    private static final String CURVE = "diodes are exponential, 0.7 V at 1 mA";

    private static List<Verdict.Assumption> assumptions(String answer, String netlist, String run, String value) {
        Verdict verdict = Verifier.published(
                Yaml.problem("""
                title: Devices
                statement: What is it?
                given: {V: 10 V}
                answer: %s
                routes:
                  network:
                    circuit: |
                %s
                    run: %s
                    value: %s
                """.formatted(
                                answer, netlist.replace("|", "\n").indent(6).stripTrailing(), run, value)),
                List.of());
        assertThat(verdict.findings().get(0).evidence()).isNotNull();
        return Verifier.assuming(verdict).assumptions();
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "V1 a 0 {V}|R1 a b 1k|D1 b 0 drop VF=0.6 RON=20; i(R1); " + DIODES + ": 10 mA",
                "V1 a 0 {V}|R1 a b 1k|D1 b 0 drop VF=0.6 RON=20; i(R1); " + DROP + ": 9.3 mA",
                // 10 V = 1 kohm i + n V_T log(i/I_S + 1), solved by mpmath.
                "V1 a 0 {V}|R1 a b 1k|D1 b 0 ideal; i(R1); " + CURVE + ": 9.24251 mA",
                "V1 a 0 {V}|R1 a b 1k|D1 0 b zener VZ=5 VF=0.6 RZ=50; i(R1); " + DIODES + ": 5 mA",
                "V1 a 0 {V}|R1 b a 1k|D1 0 b zener VZ=5 VF=0.6 RZ=50; i(R1)*(-1); " + DROP + ": 5 mA",
                "V1 c 0 {V}|R1 c b 100k|R2 b 0 100k|R3 c k 1|Q1 k b e npn BETA=50 VBE=0.6|R4 e 0 1k; i(Q1);"
                        + " base currents are neglected: 4.4 mA",
                "V1 c 0 {V}|R1 c b 930k|R3 c k 1|Q1 k b 0 npn BETA=100 VBE=0.6; i(Q1);"
                        + " transistors keep 0.7 V between base and emitter: 1 mA",
                "V1 c 0 {V}|R1 c b 1k|R3 c k 10k|Q1 k b 0 npn BETA=100 VBE=0.6 VCESAT=0.2; i(Q1);"
                        + " saturated transistors keep no voltage: 1 mA",
                "V1 d 0 {V}|V2 g 0 3|M1 d g 0 nmos K=2m VT=1 LAMBDA=0.02; i(M1);"
                        + " channel length modulation is neglected: 4 mA",
            })
    void aDeviceIsTakenAsIsSaid(String netlist, String value, String expected) {
        assertThat(assumptions("{kind: number, unit: mA}", netlist, "dc", value))
                .extracting(assumption ->
                        assumption.assuming() + ": " + assumption.conclusion().describe())
                .contains(expected.strip());
    }

    @Test
    void nothingIsAssumedOfWhatIsAssumedAlready() {
        String ideal = "V1 a 0 {V}|R1 a b 1k|D1 b 0 ideal";
        assertThat(assumptions("{kind: number, unit: mA}", ideal, "dc", "i(R1)"))
                .extracting(Verdict.Assumption::assuming)
                .containsExactly(DROP, CURVE);
        assertThat(assumptions("{kind: number, unit: mA}", ideal, "transient 1 ms", "i(R1; t = 0.5 ms)"))
                .extracting(Verdict.Assumption::assuming)
                .containsExactly(DROP);
        assertThat(assumptions("{kind: number, unit: mA}", "V1 a 0 {V}|R1 a 0 1k", "dc", "i(R1)"))
                .isEmpty();
        assertThat(assumptions(
                        "{kind: number, unit: mA}",
                        "V1 a 0 {V}|R1 a b 1k|D1 b 0 DX|.model DX D(IS=1e-14)",
                        "dc",
                        "i(R1)"))
                .isEmpty();
    }

    @Test
    void throughTimeAndInTheSteadyStateADropIsHeldToo() {
        String peak = "V1 a 0 SIN(0 10 1k)|D1 a b ideal|C1 b 0 1u|R1 b 0 1k";
        assertThat(assumptions(
                        "{kind: number, unit: V, tolerance: 1 %}",
                        peak, "transient 1 ms", "max(v(b; t = x) for x in 0 s..1 ms)"))
                .extracting(assumption -> assumption.conclusion().describe())
                .containsExactly("9.3 V");
        assertThat(assumptions("{kind: number, unit: V}", peak, "periodic", "max(v(b; t = x) for x in 0 s..1 ms)"))
                .extracting(assumption -> assumption.conclusion().describe())
                .containsExactly("9.3 V");
    }

    @Test
    void itIsSaidWhichOptionWouldBeRight() {
        assertThat(assumptions(
                        "{kind: mcq, match: nearest, options: {A: 10 mA, B: 9.3 mA, C: 9.7 mA}}",
                        "V1 a 0 {V}|R1 a b 1k|D1 b 0 drop VF=0.3",
                        "dc",
                        "i(R1)"))
                .extracting(assumption -> assumption.conclusion().brief())
                .startsWith("A", "B");
    }

    @Test
    void severalPartsAreFoundUnderOneAssumption() {
        assertThat(assumptions(
                        "{kind: number, find: {I: mA, U: V}}",
                        "V1 a 0 {V}|R1 a b 1k|D1 b 0 drop VF=0.6",
                        "dc",
                        "{I: i(R1), U: v(b)}"))
                .extracting(assumption -> assumption.conclusion().describe())
                .startsWith("I = 10 mA, U = 0 V", "I = 9.3 mA, U = 0.7 V");
    }

    /** An assumption under which a circuit has no solution says why, and costs nothing else. */
    @Test
    void anAssumptionThatCannotBeSaysWhy() {
        assertThat(assumptions("{kind: number, unit: mA}", "V1 a 0 {V}|D1 a 0 drop VF=0.6 RON=10", "dc", "i(D1)"))
                .anySatisfy(assumption -> {
                    assertThat(assumption.assuming()).isEqualTo(DIODES);
                    assertThat(assumption.conclusion().describe()).contains("short-circuit a voltage source");
                });
    }
}
