package org.ansatz.field.circuit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.field.circuit.analysis.Analyses;
import org.ansatz.field.circuit.analysis.Solvers;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.field.circuit.netlist.Probe;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Solution;
import org.ansatz.field.circuit.solution.Table;
import org.ansatz.field.circuit.solution.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Switches change where what controls them passes their thresholds: closed forms between the instants, which are known. */
final class SwitchesTest {

    private static List<Component> components(String cards) {
        return NetlistReader.read(cards.replace('|', '\n'), fault -> {
                    throw new AssertionError(fault.message());
                })
                .components(new double[0]);
    }

    private static SimulatedTransient run(String cards, SimulatedTransient.Start start, double stop) {
        return new SimulatedTransient(
                new Equations(components(cards)),
                start,
                stop,
                SimulatedTransient.TOLERANCE,
                SimulatedTransient.Claim.ERRORS,
                Work.unlimited());
    }

    private static SimulatedTransient run(String cards, double stop) {
        return run(cards, SimulatedTransient.Start.STATED, stop);
    }

    private static void assertVoltage(
            SimulatedTransient run, String node, double stop, double scale, DoubleUnaryOperator of) {
        for (int i = 0; i <= 97; i++) {
            double t = stop * i / 97;
            Reading reading = run.voltage(node, "0", t);
            double off = Math.abs(reading.value() - of.applyAsDouble(t));
            assertThat(off).as("t = " + t).isLessThan(1e-7 * scale);
            assertThat(off).as("t = " + t).isLessThanOrEqualTo(reading.error() + 1e-13 * scale);
        }
    }

    /** A voltage that goes on from one instant to the next as an exponential. */
    private static final class Course {
        private final List<double[]> pieces = new ArrayList<>(); // from, there, towards, time constant

        Course from(double t, double volts, double towards, double tau) {
            pieces.add(new double[] {t, volts, towards, tau});
            return this;
        }

        Course then(double t, double towards, double tau) {
            return from(t, at(t), towards, tau);
        }

        double at(double t) {
            double[] piece = pieces.get(0);
            for (double[] next : pieces) {
                piece = next[0] <= t ? next : piece;
            }
            return piece[2] + (piece[1] - piece[2]) * Math.exp(-(t - piece[0]) / piece[3]);
        }
    }

    /** The ramp of the control passes 0.6 V at 1.06 ms and 0.4 V at 3.16 ms. */
    @Test
    void aRampClosesAndOpensAboveAndBelowItsThreshold() {
        SimulatedTransient run = run(
                ".model M SW(VT=0.5 VH=0.1 RON=1 ROFF=1meg)|V1 a 0 10|VC c 0 PULSE(0 1 1m 0.1m 0.1m 2m 5m)"
                        + "|S1 a b c 0 M|R1 b d 1k|R2 d 0 10k|C1 d 0 1u",
                SimulatedTransient.Start.REST,
                10e-3);
        double open = 1e5 / 1.011e6;
        double closed = 1e5 / 11001;
        double slow = 1.001e6 * 1e4 / 1.011e6 * 1e-6;
        double fast = 1001e4 / 11001 * 1e-6;
        Course course = new Course().from(0, open, open, slow);
        for (double start = 0; start < 10e-3; start += 5e-3) {
            course.then(start + 1.06e-3, closed, fast).then(start + 3.16e-3, open, slow);
        }
        assertVoltage(run, "d", 10e-3, 10, course::at);
    }

    /** Charged to 7 V and discharged to 3 V for ever. */
    @Test
    void aCapacitorThatDischargesItselfOscillates() {
        SimulatedTransient run =
                run(".model M SW(VT=5 VH=2 RON=100 ROFF=10meg)|V1 a 0 10|R1 a b 10k|C1 b 0 0.1u|S1 b 0 b 0 M", 10e-3);
        double up = 10 * 10e6 / 10.01e6;
        double down = 10 * 100 / 10100.0;
        double slow = 10e3 * 10e6 / 10.01e6 * 0.1e-6;
        double fast = 10e3 * 100 / 10100.0 * 0.1e-6;
        Course course = new Course().from(0, 0, up, slow);
        double t = slow * Math.log(up / (up - 7));
        while (t < 10e-3) {
            course.from(t, 7, down, fast);
            t += fast * Math.log((7 - down) / (3 - down));
            course.from(t, 3, up, slow);
            t += slow * Math.log((up - 3) / (up - 7));
        }
        assertVoltage(run, "b", 10e-3, 10, course::at);
    }

    /** There is no charge whose steps would have to be short: the current passes 6 mA and 4 mA in each period all the same. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 3e-3, 7.3e-3, 40e-3})
    void nothingHidesBetweenSteps(double stop) {
        SimulatedTransient run = run(
                ".model M CSW(IT=5m IH=1m RON=10 ROFF=100k)|V1 a 0 SIN(0 10 1k)|R1 a b 1k|VS b 0 0|V2 e 0 5"
                        + "|W1 e f VS M|R2 f 0 1k",
                stop);
        double closes = Math.asin(0.6) / (2 * Math.PI);
        double opens = 0.5 - Math.asin(0.4) / (2 * Math.PI);
        for (int i = 0; i < 200; i++) {
            double t = (i + 0.5) / 200 * stop;
            double phase = t / 1e-3 - Math.floor(t / 1e-3);
            boolean isClosed = phase > closes && phase < opens;
            assertThat(run.voltage("f", "0", t).value())
                    .as("t = " + t)
                    .isCloseTo(isClosed ? 5000 / 1010.0 : 5 / 101.0, within(1e-9));
        }
    }

    /** The current of a resistor controls the switch, and is told as well as that of the switch. */
    @Test
    void theCurrentOfAnyElementControls() {
        SimulatedTransient run = run(
                ".model M CSW(IT=5m RON=1 ROFF=1meg)|V1 a 0 PWL(0 0 10m 10)|R1 a 0 1k|V2 e 0 2|W1 e f R1 M|R2 f 0 1",
                10e-3);
        assertThat(run.current("W1", 4.99e-3).value()).isCloseTo(2 / 1000001.0, within(1e-12));
        assertThat(run.current("W1", 5.01e-3).value()).isCloseTo(1, within(1e-12));
        assertThat(run.current("R1", 5.01e-3).value()).isCloseTo(5.01e-3, within(1e-12));
    }

    /** The jump of a source is a jump of what it controls. */
    @Test
    void aJumpClosesAtOnce() {
        SimulatedTransient run = run(
                ".model M SW(VT=2.5 RON=1 ROFF=1g)|VC c 0 PULSE(0 5 1m 0 0 1m)|V1 a 0 1|S1 a b c 0 M|R1 b 0 999", 3e-3);
        assertThat(run.voltage("b", "0", Math.nextDown(1e-3)).value()).isLessThan(1e-5);
        assertThat(run.voltage("b", "0", 1e-3).value()).isCloseTo(0.999, within(1e-12));
        assertThat(run.voltage("b", "0", 1.999e-3).value()).isCloseTo(0.999, within(1e-12));
        assertThat(run.voltage("b", "0", 2e-3).value()).isLessThan(1e-5);
    }

    @Test
    void aSwitchThatOpensItselfWithoutHysteresisNeverSettles() {
        String cards = ".model M SW(VT=1 RON=1 ROFF=1meg)|V1 a 0 PWL(0 0 1m 5)|R1 a b 1k|S1 b 0 b 0 M|C1 a 0 1n";
        assertThatThrownBy(() -> run(cards, 1e-3))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("switch S1 opens and closes without end at t = 2.0")
                .hasMessageContaining("give its model a hysteresis");
        assertThatThrownBy(() -> Solvers.atRest(
                        components(".model M SW(VT=1 RON=1 ROFF=1meg)|V1 a 0 5|R1 a b 1k|S1 b 0 b 0 M"),
                        Work.unlimited()))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("switch S1 opens where it is closed");
    }

    /** Between its thresholds it stays as it begins. */
    @ParameterizedTest
    @CsvSource({"on, 3, 0.5", "off, 3, 1e-9", "on, 0.5, 1e-9", "off, 4.5, 0.5"})
    void atRestItIsAsItsControlSaysOrAsItBegins(String state, double control, double volts) {
        Solution rest = Solvers.atRest(
                components(".model M SW(VT=2.5 VH=1.5 RON=1k ROFF=1e12)|VC c 0 " + control + "|V1 a 0 1|S1 a b c 0 M "
                        + state + "|R1 b 0 1k"),
                Work.unlimited());
        assertThat(rest.voltage("b", "0", 0).value()).isCloseTo(volts, within(1e-12));
    }

    /** A sweep goes from each point of rest to the next: down, a switch opens later than it closed on the way up. */
    @ParameterizedTest
    @CsvSource({"'0 5 0.5', 3.5", "'5 0 -0.5', 1.5"})
    void aSweepHasHysteresis(String range, double changes) {
        String file =
                ".model M SW(VT=2.5 VH=0.5 RON=1 ROFF=1meg)|VC c 0 0|V1 a 0 1|S1 a b c 0 M|R1 b 0 1k|.dc VC " + range;
        Deck deck = NetlistReader.read(file.replace('|', '\n'), NetlistReader.Form.FILE, fault -> {
            throw new AssertionError(fault.message());
        });
        Table table = new Analyses(
                        deck.components(new double[0]), List.of(new Probe(false, "b", "0")), Work.unlimited())
                .run(deck.analyses(new double[0]).get(0));
        List<double[]> rows = table.rows();
        for (int i = 1; i < rows.size(); i++) {
            boolean isAnother = Math.abs(rows.get(i)[1] - rows.get(i - 1)[1]) > 0.5;
            assertThat(isAnother).as("at " + rows.get(i)[0]).isEqualTo(rows.get(i)[0] == changes);
        }
    }

    @Test
    void smallSignalsPassAClosedSwitch() {
        String cards = ".model M SW(VT=1 RON=1k ROFF=1e12)|VC c 0 2|V1 a 0 0 AC 1|S1 a b c 0 M|R1 b 0 3k";
        assertThat(Solvers.inPhasors(components(cards), Work.unlimited())
                        .voltage("b", "0", 100)
                        .re())
                .isCloseTo(0.75, within(1e-12));
    }

    /** The top of a sine passes the threshold for as little as 14 ns of 1 ms, or not at all; for that long a capacitor is discharged. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-4, 1e-6, 1e-7, 1e-9, -1e-7})
    void whatPassesAThresholdForAMomentIsNotOverlooked(double above) {
        String cards = "V1 a 0 SIN(0 1 1k)|R9 a 0 1|V2 p 0 5|R2 p q 1k|S1 q 0 a 0 SM|C2 q 0 1u|.model SM SW(VT="
                + (1 - above) + " RON=1 ROFF=1e12)";
        Reading reading = run(cards, 1e-3).voltage("q", "0", 0.3e-3);
        double exact = -5 * Math.expm1(-0.3);
        if (above > 0) {
            double closes = Math.asin(1 - above) / (2 * Math.PI * 1e3);
            double opens = 0.5e-3 - closes;
            double low = 5.0 / 1001;
            double charged = -5 * Math.expm1(-closes / 1e-3);
            double left = low + (charged - low) * Math.exp(-(opens - closes) * (1 + 1e-3) / 1e-6);
            exact = 5 + (left - 5) * Math.exp(-(0.3e-3 - opens) / 1e-3);
        }
        assertThat(Math.abs(reading.value() - exact)).isLessThanOrEqualTo(reading.error() + 2e-10);
        assertThat(reading.error()).isLessThan(1e-3);
    }
}
