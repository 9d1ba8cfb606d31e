package org.ansatz.field.circuit.piecewise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.field.circuit.netlist.Circuits;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.solution.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clamper with a peak detector of GATE 2012 EC, question 13: 1 kHz, 1 V, cosine. */
class ClamperTest {

    private static final double PERIOD = 1e-3;
    private static final double OMEGA = 2 * Math.PI / PERIOD;

    private static Netlist clamper(String c1) {
        return Circuits.read(
                "V1 in 0 SIN(0 1 1k 0 0 90)\nC1 in n1 " + c1 + "\nD1 n1 0 ideal\nD2 n2 n1 ideal\nC2 n2 0 1u");
    }

    @Test
    void theSteadyStateIsACosineHungBelowZero() {
        PeriodicState state = new PeriodicState(clamper("1u"));
        for (int i = 0; i <= 200; i++) {
            double t = i * PERIOD / 100;
            Reading v = state.voltage("n1", "0", t);
            assertThat(v.value()).as("t = %s", t).isCloseTo(Math.cos(OMEGA * t) - 1, within(1e-11));
            assertThat(v.error()).isLessThan(1e-10);
            assertThat(state.voltage("n2", "0", t).value()).isCloseTo(-2, within(1e-11));
        }
    }

    @Test
    void theStateMapHasAFixedPointAndHalvesADisturbance() {
        PeriodicState state = new PeriodicState(clamper("1u"));
        assertThat(state.residual()).isLessThan(1e-12);
        assertThat(state.multiplier().value()).isCloseTo(0.5, within(1e-6));
        assertThat(new PeriodicState(clamper("10u")).multiplier().value()).isCloseTo(1 / 11.0, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "1u, 1, -1",
        "1u, 2, -1.5",
        "1u, 3, -1.75",
        "1u, 4, -1.875",
        "10u, 1, -1.8182",
        "10u, 2, -1.9835",
        "10u, 3, -1.9985",
    })
    void theSecondCapacitorChargesCycleByCycle(String c1, int cycles, double volts) {
        Transient run = new Transient(clamper(c1), 5 * PERIOD);
        Reading v = run.voltage("n2", "0", cycles * PERIOD);
        assertThat(v.value()).isCloseTo(volts, within(5e-5));
        double share = c1.equals("1u") ? 0.5 : 1 / 11.0;
        assertThat(v.value()).isCloseTo(-2 * (1 - Math.pow(share, cycles)), within(1e-11));
        assertThat(v.error()).isLessThan(1e-10);
    }

    @Test
    void theFirstCapacitorIsChargedAtOnce() {
        Transient run = new Transient(clamper("1u"), 2 * PERIOD);
        assertThat(run.voltage("in", "n1", 0).value()).isCloseTo(1, within(1e-12));
        assertThat(run.voltage("n1", "0", 0).value()).isCloseTo(0, within(1e-12));
    }
}
