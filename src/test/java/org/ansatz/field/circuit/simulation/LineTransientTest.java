package org.ansatz.field.circuit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.ansatz.field.circuit.linear.LinearNetwork;
import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines through time, against reflections that are added up, closed forms and phasors; the claimed error covers the true one. */
final class LineTransientTest {

    private static Deck deck(String cards) {
        return NetlistReader.read(cards.replace('|', '\n'), fault -> {
            throw new AssertionError(fault.message());
        });
    }

    private static SimulatedTransient run(String cards, double stop, SimulatedTransient.Start start) {
        return new SimulatedTransient(
                new Equations(deck(cards).components(new double[0])),
                start,
                stop,
                SimulatedTransient.TOLERANCE,
                SimulatedTransient.Claim.ERRORS,
                Work.unlimited());
    }

    private static SimulatedTransient run(String cards, double stop) {
        return run(cards, stop, SimulatedTransient.Start.STATED);
    }

    private static void assertVoltage(SimulatedTransient run, String node, double stop, DoubleUnaryOperator of) {
        for (int i = 0; i < 97; i++) {
            double t = stop * (i + 0.37) / 97;
            Reading reading = run.voltage(node, "0", t);
            double off = Math.abs(reading.value() - of.applyAsDouble(t));
            assertThat(off).as("t = " + t).isLessThan(1e-8);
            assertThat(off).as("t = " + t).isLessThanOrEqualTo(reading.error() + 1e-13);
        }
    }

    /** A step of 1 V behind a resistance meets a line of 50 ohm and 1 ns with another at its end. */
    @ParameterizedTest
    @CsvSource({"25, 150", "50, 10", "200, 1e6", "10, 1", "75, 50"})
    void theLadderOfReflections(double source, double load) {
        SimulatedTransient run = run("V1 s 0 1|R1 s a " + source + "|T1 a 0 b 0 Z0=50 TD=1n|R2 b 0 " + load, 15e-9);
        double atSource = (source - 50) / (source + 50);
        double atLoad = (load - 50) / (load + 50);
        double first = 50 / (source + 50);
        assertVoltage(run, "b", 15e-9, t -> {
            double sum = 0;
            double wave = first;
            for (double arrives = 1e-9; arrives <= t; arrives += 2e-9, wave *= atLoad * atSource) {
                sum += wave * (1 + atLoad);
            }
            return sum;
        });
        assertVoltage(run, "a", 15e-9, t -> {
            double sum = first;
            double wave = first * atLoad;
            for (double arrives = 2e-9; arrives <= t; arrives += 2e-9, wave *= atLoad * atSource) {
                sum += wave * (1 + atSource);
            }
            return sum;
        });
        double expected = (run.voltage("s", "0", 7.5e-9).value()
                        - run.voltage("a", "0", 7.5e-9).value())
                / source;
        assertThat(run.current("T1", 7.5e-9).value()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void aCapacitorAtTheEndOfAMatchedLineIsCharged() {
        SimulatedTransient run = run("V1 s 0 1|R1 s a 50|T1 a 0 b 0 Z0=50 TD=1n|C1 b 0 20p", 8e-9);
        assertVoltage(run, "b", 8e-9, t -> t < 1e-9 ? 0 : 1 - Math.exp(-(t - 1e-9) / 1e-9));
        // What comes back is the voltage there less what went in.
        assertVoltage(run, "a", 8e-9, t -> 0.5 + (t < 2e-9 ? 0 : 0.5 - Math.exp(-(t - 2e-9) / 1e-9)));
    }

    /** Waves of a sine settle to its phasors at once where the source is matched, and after some ways where it is not. */
    @ParameterizedTest
    @CsvSource({"50, 2e-9", "40, 3e-8"})
    void aSineSettlesToItsPhasors(double source, double settled) {
        String rest = "|R1 s a " + source + "|T1 a 0 b 0 Z0=50 TD=0.73n|R2 b 0 130";
        SimulatedTransient run = run("V1 s 0 SIN(0 1 300meg)" + rest, 5e-8);
        double omega = 2 * Math.PI * 300e6;
        LinearNetwork network = new LinearNetwork(
                NetlistReader.read(("V1 s 0 0 AC 1" + rest).replace('|', '\n'), NetlistReader.Form.PHASORS, fault -> {
                            throw new AssertionError(fault.message());
                        })
                        .components(new double[0]),
                Work.unlimited());
        Phasor phasor = network.voltage("b", "0", omega);
        for (double t = settled; t < 5e-8; t += 0.31e-9) {
            Reading reading = run.voltage("b", "0", t);
            double expected = phasor.re() * Math.sin(omega * t) + phasor.im() * Math.cos(omega * t);
            assertThat(Math.abs(reading.value() - expected)).isLessThan(1e-8).isLessThan(reading.error() + 1e-12);
        }
    }

    /** Two lines in a row, the second twice as long: waves in steps of the first one's delay, added up one by one. */
    @Test
    void wavesArePartlyReflectedWhereTwoLinesMeet() {
        SimulatedTransient run =
                run("V1 s 0 1|R1 s a 20|T1 a 0 b 0 Z0=50 TD=1n|T2 b 0 c 0 Z0=100 TD=2n|R2 c 0 300", 20e-9);
        int steps = 20;
        double[] toJoint = new double[steps + 3];
        double[] back = new double[steps + 3];
        double[] toEnd = new double[steps + 3];
        double[] fromEnd = new double[steps + 3];
        double[] joint = new double[steps + 3];
        for (int n = 0; n < steps; n++) {
            // What leaves in step n: at the source, at the joint, at the end.
            toJoint[n] = 50.0 / 70 - 30.0 / 70 * (n >= 1 ? back[n - 1] : 0);
            double left = n >= 1 ? toJoint[n - 1] : 0;
            double right = n >= 2 ? fromEnd[n - 2] : 0;
            joint[n] = 4.0 / 3 * left + 2.0 / 3 * right;
            back[n] = joint[n] - left;
            toEnd[n] = joint[n] - right;
            fromEnd[n] = 0.5 * (n >= 2 ? toEnd[n - 2] : 0);
        }
        assertVoltage(run, "b", 20e-9, t -> joint[(int) (t / 1e-9)]);
    }

    @Test
    void atRestNothingTravels() {
        SimulatedTransient run =
                run("V1 s 0 2|R1 s a 50|T1 a 0 b 0 Z0=75 TD=1n|R2 b 0 100", 1e-8, SimulatedTransient.Start.REST);
        assertVoltage(run, "a", 1e-8, t -> 4 / 3.0);
        assertVoltage(run, "b", 1e-8, t -> 4 / 3.0);
    }

    /** What a switch sets off travels as well: it closes at 2 ns, when what controls it passes a half. */
    @Test
    void aSwitchSetsOffAWave() {
        SimulatedTransient run = run(
                ".model W SW(VT=0.5 VH=0 RON=1e-3 ROFF=1e12)|V1 s 0 1|VC k 0 PWL(0 0 4n 1)|S1 s a k 0 W|R1 a x 50"
                        + "|T1 x 0 b 0 Z0=50 TD=1n|R2 b 0 50",
                8e-9);
        assertThat(run.voltage("b", "0", 2.9e-9).value()).isCloseTo(0, within(1e-9));
        assertThat(run.voltage("b", "0", 3.1e-9).value()).isCloseTo(0.5, within(1e-5));
        assertThat(run.voltage("b", "0", 7.9e-9).value()).isCloseTo(0.5, within(1e-5));
    }

    /** Corners of a source that repeats come back from both ends again and again; those that have died away cost nothing. */
    @Test
    void cornersThatHaveDiedAwayAreForgotten() {
        String cards = "V1 s 0 PULSE(0 1 0 1n 1n 5n 20n)|R1 s a 30|T1 a 0 b 0 Z0=50 TD=1.234n|R2 b 0 70";
        SimulatedTransient run = run(cards, 400e-9);
        assertThat(run.times()).hasSizeLessThan(8000);
        // It has settled, so that periods are alike.
        assertThat(run.voltage("b", "0", 371e-9).value())
                .isCloseTo(run.voltage("b", "0", 391e-9).value(), within(1e-9));
    }
}
