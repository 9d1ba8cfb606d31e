package org.ansatz.field.circuit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.field.circuit.piecewise.PeriodicState;
import org.ansatz.field.circuit.piecewise.Transient;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Solution;
import org.ansatz.field.circuit.solution.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Doubles lie far apart late in a transient: what that does to corners, to phases and to the instant that is asked for is claimed. */
final class LateInstantsTest {

    private static Deck deck(String cards) {
        return NetlistReader.read(cards.replace('|', '\n'), fault -> {
            throw new AssertionError(fault.message());
        });
    }

    private static Solution simulated(String cards, double stop) {
        List<Component> components = deck(cards).components(new double[0]);
        return new SimulatedTransient(
                new Equations(components),
                SimulatedTransient.Start.STATED,
                stop,
                SimulatedTransient.TOLERANCE,
                SimulatedTransient.Claim.ERRORS,
                Work.unlimited());
    }

    private static void assertCovered(Reading reading, double exact, double atMost) {
        assertThat(Math.abs(reading.value() - exact)).as(reading.toString()).isLessThanOrEqualTo(reading.error());
        assertThat(reading.error()).isLessThan(atMost);
    }

    /** A pulse of 1 V that begins at 0.3 s, and a low-pass of 1 ms, 1 ms later. */
    @ParameterizedTest
    @CsvSource({"1e-6, 0.3", "1e-9, 0.3", "1e-10, 0.5", "1e-11, 0.3"})
    void aShortPulseIsAsLongAsItsCornersAreRounded(double width, double start) {
        Solution run = simulated("V1 a 0 PULSE(0 1 " + start + " 0 0 " + width + ")|R1 a b 1k|C1 b 0 1u", 1);
        double exact = -Math.expm1(-width / 1e-3) * Math.exp(-(1e-3 - width) / 1e-3);
        assertCovered(run.voltage("b", "0", start + 1e-3), exact, 1e-10);
    }

    @ParameterizedTest
    @CsvSource({"1n, 1e-9, 1e-6", "1u, 1e-6, 1e-8"})
    void anInstantIsRounded(String farads, double constant, double atMost) {
        Solution run = simulated("V1 a 0 PULSE(0 1 0.3 0 0 0.5)|R1 a b 1|C1 b 0 " + farads, 1);
        assertCovered(run.voltage("b", "0", 0.3 + constant), 1 - Math.exp(-1), atMost);
        assertCovered(run.current("R1", 0.3 + constant), Math.exp(-1), atMost);
    }

    /** A network without memory, after 300 periods, where the sine passes zero. */
    @Test
    void aPhaseIsRounded() {
        Solution run = simulated("V1 a 0 SIN(0 1 1g)|E1 b 0 a 0 1|R1 b 0 1k", 1e-6);
        assertCovered(run.voltage("b", "0", 3e-7), 0, 1e-10);
    }

    /** Where a source turns in 1 ns, 1e-12 of its amplitude is less than an instant is rounded from 1 us on. */
    @Test
    void diodesGoOnSwitchingWhereInstantsAreRoundedByMoreThanMarginsAre() {
        Solution run =
                new Transient(deck("V1 a 0 SIN(0 1 1g)|R1 a b 1k|D1 b 0 ideal").netlist(new double[0]), 1e-5);
        assertCovered(run.voltage("b", "0", 9.00075e-6), -1, 1e-9);
        assertCovered(run.voltage("b", "0", 9.00025e-6), 0, 1e-9);
    }

    /** The phase after so many periods is that of the instant as it is rounded, and its claim says so. */
    @ParameterizedTest
    @CsvSource({"1e-3, 1e-7", "1, 1e-4"})
    void aPeriodicStateIsAskedForLate(double t, double atMost) {
        Solution state =
                new PeriodicState(deck("V1 a 0 SIN(0 1 1g)|R1 a b 1k|C1 b 0 1p").netlist(new double[0]));
        assertCovered(state.voltage("a", "0", t), 0, atMost);
    }

    /** A sine through 90000 periods keeps its phase: 7/8 of a period later, across a divider. */
    @Test
    void aSineKeepsItsPhase() {
        Solution run = new Transient(
                deck("V1 a 0 SIN(0 1 1048576)|R1 a b 1k|R2 b 0 1k").netlist(new double[0]), 0.04);
        double t = (40000 + 0.875) / 1048576; // a double
        Reading reading = run.voltage("b", "0", t);
        assertThat(Math.abs(reading.value() + Math.sqrt(0.125))).isLessThan(1e-15);
    }

    /**
     * Where a capacitor follows at once, a step over many periods and its halves agree on what the source is at their ends; the angle by
     * which it lags would be missing.
     */
    @ParameterizedTest
    @CsvSource({
        "SIN(0 1 1meg), 10f, 1",
        "SIN(0 1 50), 1n, 10000",
        "SFFM(0 1 1meg 5 1k), 10f, 1",
        "SIN(100 1u 50), 1n, 10000"
    })
    void aStepIsNoLongerThanAPeriodOfWhatDrivesIt(String source, String farads, double stop) {
        assertThatThrownBy(() ->
                        simulated("V1 a 0 " + source + "|R1 a b 1|C1 b 0 " + farads + "|E1 c 0 b 0 1|R2 c 0 1", stop))
                .hasMessageContaining("more than 20000 steps");
        Solution run = simulated("V1 a 0 SIN(0 1 50)|R1 a b 1|C1 b 0 1n|E1 c 0 b 0 1|R2 c 0 1", 0.1);
        assertCovered(run.voltage("b", "0", 0.06), -2 * Math.PI * 50 * 1e-9, 1e-8);
    }
}
