package org.ansatz.field.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.ansatz.bank.Bank;
import org.ansatz.bank.BankLoader;
import org.ansatz.expression.library.StandardLibrary;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.field.Language;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The block as it stands in a problem file. */
class CircuitBlockTest {

    private static final String GIVENS = "  R1: 1 kohm\n  C: 1 uF\n  E: 5 V\n  f: 1 kHz\n  phi: 90 deg\n  tau: 1 ms\n";

    private static Bank bank(String netlist, String run, String value, String unit) {
        String text = "title: A circuit\nstatement: What?\ngiven:\n" + GIVENS + "answer: {kind: number, unit: " + unit
                + "}\nroutes:\n  circuit:\n    circuit: |\n      " + netlist.replace("|", "\n      ") + "\n    run: "
                + run
                + "\n    value: " + value + "\n";
        return new BankLoader(StandardLibrary.registry(), Language.blockKinds())
                .problem(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.yaml")
                .bank();
    }

    private static Estimate estimate(String netlist, String run, String value, String unit) {
        Bank bank = bank(netlist, run, value, unit);
        assertThat(bank.faults()).isEmpty();
        Problem problem = bank.problems().values().iterator().next();
        Evidence evidence = problem.routes().get(0).evidence(problem.published());
        return ((Evidence.Values) evidence).first();
    }

    private static double value(String netlist, String run, String value, String unit) {
        return Arithmetic.real(estimate(netlist, run, value, unit).value());
    }

    /** Of a voltage that is nothing but the rounding of a datum nothing is known, whatever the network makes of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "V1 a 0 {(sqrt(2)^2 - 2)*1e16*1 V}|R1 a 0 1k~ dc~ v(a)~ 0",
                "V1 b 0 {(sqrt(2)^2 - 2)*1e16*1 V}|R1 b a 1k|C1 a 0 1u~ transient 5 ms~ v(a; t = tau)~ 0",
                "V1 b 0 AC {(sqrt(2)^2 - 2)*1e16*1 V}|R1 b a 1k|C1 a 0 1u~ ac~ abs(v(a))~ 0",
                "V1 b 0 1|R1 b a {(sqrt(2)^2 - 2)*1e18*1 ohm + 1 kohm}|R2 a 0 1k~ dc~ v(a)~ 0.5"
            })
    void theErrorsOfItsDataAreErrorsOfWhatItGives(String netlist, String run, String ask, double truth) {
        Estimate found = estimate(netlist, run, ask, "V");
        assertThat(Math.abs(Arithmetic.real(found.value()) - truth)).isLessThanOrEqualTo(found.error());
    }

    @Test
    void dataThatAreOnlyRoundedLeaveTheirDigits() {
        Estimate found = estimate("V1 b 0 {E}|R1 b a {sqrt(R1*R1/3)*sqrt(3)}|R2 a 0 1k", "dc", "v(a)", "V");
        assertThat(Math.abs(Arithmetic.real(found.value()) - 2.5)).isLessThanOrEqualTo(found.error());
        assertThat(found.error()).isLessThan(1e-10);
    }

    private static final String RC = "V1 in 0 {E}|R1 in out {R1}|C1 out 0 {C}";
    private static final String SINE = "V1 1 0 SIN(0 {E} {f} 0 0 {phi})|R1 1 2 {R1}|R2 2 0 1k";

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "transient 5 ms~ v(out; t = 1 ms)~ 5*(1 - 1/2.718281828459045)",
                "transient 5*tau~ v(in, out; t = tau)~ 5/2.718281828459045",
                "transient 5 ms~ v(0, out; t = 0 s)~ 0",
                "transient 5 ms~ R1*i(R1; t = tau)~ 5/2.718281828459045",
                "transient 5 ms~ R1*i(r1; t = tau)~ 5/2.718281828459045",
                "dc~ v(OUT)~ 5",
            })
    void probesAreAskedForAtATime(String run, String ask, String expected) {
        double wanted = Arithmetic.real(org.ansatz.expression.evaluation.Frame.of(
                        new org.ansatz.expression.term.Layout())
                .value(org.ansatz.expression.check.Expression.of(
                                expected, org.ansatz.expression.term.Scope.outermost(StandardLibrary.registry()))
                        .term()));
        assertThat(value(RC, run, ask, "V")).isCloseTo(wanted, within(1e-11));
    }

    @Test
    void aPhaseGivenAsAnAngleIsTurnedIntoDegrees() {
        assertThat(value(SINE, "periodic", "v(2; t = 0 s)", "V")).isCloseTo(2.5, within(1e-12));
        assertThat(value(SINE, "periodic", "v(1, 2; t = 0.25 ms)", "V")).isCloseTo(0, within(1e-12));
    }

    /** An inductance that is stated by its reactance, at the frequency of the problem and at another one. */
    @Test
    void aNetlistMayReadTheFrequencyAtWhichItIsProbed() {
        String netlist = "V1 in 0 AC 5|R1 in out {R1}|L1 out 0 {R1/(2*pi*f)}";
        assertThat(value(netlist, "ac", "abs(v(out))", "V")).isCloseTo(5 / Math.sqrt(2), within(1e-12));
        assertThat(value(netlist, "ac", "abs(v(out; f = 50 Hz))", "V")).isCloseTo(5 / Math.sqrt(2), within(1e-12));
        assertThat(value(netlist, "ac", "R1*abs(i(L1; f = 2*f))", "V")).isCloseTo(5 / Math.sqrt(2), within(1e-12));
    }

    /** The parameters of an instance are those of where it stands; a plain number needs no unit, a quantity keeps its own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                ".param top=3k ratio=2|V1 in 0 6|R1 in out {top}|R2 out 0 {top/ratio}~ 2",
                ".param top={2*R1}|V1 in 0 6|R1 in out {top}|R2 out 0 {R1}~ 2",
                "V1 in 0 6|X1 in out 0 d k={2}|.subckt d a b c k=1|R1 a b {k*1000}|R2 b c 1k|.ends~ 2",
                "V1 in 0 6|X1 in out 0 d|.subckt d a b c k=1|.param m={2*k}|R1 a b {m*1000}|R2 b c 1k|.ends~ 2",
                "V1 in 0 6|X1 in out 0 d R={R1}|.subckt d a b c R=1|R1 a b {2*R}|R2 b c {R}|.ends~ 2",
            })
    void parametersAndSubcircuitsAreThoseOfSpice(String netlist, double volts) {
        // Lines that begin with a dot or X are cards like all others.
        assertThat(value(
                        netlist.replace("R=", "r=").replace("{2*R}", "{2*r}").replace("c {R}", "c {r}"),
                        "dc",
                        "v(out)",
                        "V"))
                .isCloseTo(volts, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "R1 in out {R1}~ dc|    ports: in 0, out 0~ 1/y11 - {R1}~ ohm~ 0",
                "R1 in out {R1}|C1 out 0 {C}~ ac|    ports: in 0, out 0~ imag(z11)*2*pi*f*C~ 1~ -1",
                "R1 in out 100~ ac|    ports: in 0, out 0|    reference: 75 ohm~ abs(s11)~ 1~ 0.4",
            })
    void withPortsTwoPortParametersAreAskedFor(String netlist, String run, String ask, String unit, double expected) {
        assertThat(value(netlist, run.replace('|', '\n'), ask.replace("{R1}", "R1"), unit))
                .isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "dc|    ports: in 0~ z11~ written ports: in 0, out 0",
                "dc|    ports: in 0, zz 0~ z11~ there is no node zz",
                "transient 1 ms|    ports: in 0, out 0~ z11~ two-port parameters are those of run: dc or run: ac",
                "dc|    reference: 50 ohm~ v(out)~ a reference is that of scattering parameters",
                "dc|    ports: in 0, out 0~ z13~ did you mean",
            })
    void whatIsWrongWithPortsIsSaid(String run, String ask, String message) {
        Bank bank = bank("R1 in out {R1}|R2 out 0 1k", run.replace('|', '\n'), ask, "ohm");
        assertThat(bank.faults().get(0).message()).contains(message);
    }

    @Test
    void aResistorThatEndsNowhereCarriesNoCurrent() {
        String netlist = "V1 in 0 6|R1 in out 1k|R2 out 0 2k|R3 out end 47";
        assertThat(value(netlist, "dc", "v(end)", "V")).isCloseTo(4, within(1e-12));
        assertThat(value(netlist + "|C1 out 0 1u", "transient 10 ms", "v(end; t = 10 ms)", "V"))
                .isCloseTo(4, within(1e-5));
        Problem problem = bank(netlist, "dc", "v(end)", "V")
                .problems()
                .values()
                .iterator()
                .next();
        Evidence evidence = problem.routes().get(0).evidence(problem.published());
        assertThat(((Evidence.Values) evidence).remarks()).contains("nothing but R3 is joined to node end");
    }

    @Test
    void aParameterCannotHideAQuantityOfTheProblem() {
        Bank bank = bank(".param R1=1k|V1 in 0 6|Ra in out {R1}|Rb out 0 1k", "dc", "v(out)", "V");
        assertThat(bank.faults().get(0).message()).contains("R1", "declared already");
    }

    @Test
    void aPeriodicRunStatesItsMultiplier() {
        String netlist = "V1 in 0 SIN(0 1 {f})|R1 in out {R1}|C1 out 0 {C}";
        assertThat(value(netlist, "periodic", "multiplier", "1")).isCloseTo(Math.exp(-1), within(1e-8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "R1 in out {C}|V1 in 0 1|R2 out 0 1~ dc~ v(out)~ 14~ 18~ an impedance (ohm) is needed here",
                "R1 in out {X}|V1 in 0 1|R2 out 0 1~ dc~ v(out)~ 14~ 18~ unknown name 'X'",
                "R1 in out 1|V1 in 0 1|Y2 out 0 1  ~ dc~ v(out)~ 16~  7~ other elements are not read yet",
                "R1 in out 1|V1 in 0 1|R2 out 0 1  ~ ac 5~ v(out)~ 17~ 10~ written run: ac",
                "R1 in out 1|V1 in 0 1|R2 out 0 1  ~ transient~ v(out)~ 17~ 10~ say how long",
                "R1 in out 1|V1 in 0 1|R2 out 0 1  ~ transient 5 V~ v(out)~ 17~ 20~ a time (s) is needed here",
                "R1 in out 1|V1 in 0 1|R2 out 0 1  ~ dc~ v(ou)~ 18~ 14~ did you mean 'out'?",
                "R1 in out 1|V1 in 0 1|R2 out 0 1  ~ dc~ v(R1)~ 18~ 14~ v takes one of in, out, 0",
                "R1 in out 1|V1 in 0 1|R2 out 0 1  ~ dc~ i(out)~ 18~ 14~ i takes one of R1, V1, R2",
                "R1 in out 1|V1 in 0 1|R2 out 0 1  ~ dc~ v(in, out, 0)~ 18~ 12~ 1 to 2 arguments",
            })
    void faultsAreToldWhereTheyAre(String netlist, String run, String ask, int line, int column, String message) {
        Bank bank = bank(netlist.strip(), run, ask, "V");
        assertThat(bank.faults()).isNotEmpty();
        var fault = bank.faults().get(0);
        assertThat(fault.message()).contains(message);
        assertThat(fault.place().line() + ":" + fault.place().column()).isEqualTo(line + ":" + column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "transient 5 ms~ v(out)~ say at which time: v(out; t = 1 ms)",
                "transient 5 ms~ v(out; t = 6 ms)~ outside the transient",
                "periodic~ v(out; t = 1 ms)~ every source is constant",
            })
    void whatHasNoValueSaysWhy(String run, String ask, String message) {
        assertThatThrownBy(() -> value(RC, run, ask, "V")).hasMessageContaining(message);
    }

    @Test
    void aResistanceThatIsNotPositiveSaysSo() {
        assertThatThrownBy(() -> value(RC.replace("{R1}", "{R1 - 1 kohm}"), "dc", "v(out)", "V"))
                .hasMessageContaining("R1 must be positive");
    }
}
