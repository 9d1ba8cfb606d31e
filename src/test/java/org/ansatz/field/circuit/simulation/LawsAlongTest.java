package org.ansatz.field.circuit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.netlist.Law;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.field.circuit.netlist.Probe;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Work;
import org.junit.jupiter.api.Test;

/** Circuits with a law that has a kink in a voltage, through time, against closed forms. */
final class LawsAlongTest {

    private static final double VOLTS = 10;
    private static final double OHMS = 1e3;
    private static final double FARADS = 1e-6;
    private static final double SIEMENS = 3e-3;

    /** No current up to a voltage, and beyond it a current in proportion. */
    private record Bent(double at) implements Law {
        @Override
        public List<Probe> controls() {
            return List.of(new Probe(false, "b", "0"));
        }

        @Override
        public double at(double[] controls, double time, double[] slopes) {
            slopes[0] = controls[0] >= at ? SIEMENS : 0;
            return SIEMENS * Math.max(0, controls[0] - at);
        }

        /** The voltage of a capacitor beside it, charged through a resistor. */
        double voltage(double t) {
            double until = -OHMS * FARADS * Math.log(1 - at / VOLTS);
            if (t < until) {
                return -VOLTS * Math.expm1(-t / (OHMS * FARADS));
            }
            double end = (VOLTS / OHMS + SIEMENS * at) / (1 / OHMS + SIEMENS);
            return end + (at - end) * Math.exp(-(t - until) * (1 / OHMS + SIEMENS) / FARADS);
        }
    }

    /** Wherever in a step the kink comes to lie. */
    @Test
    void theClaimedErrorCoversTheTrueOneBesideAKink() {
        Deck deck = NetlistReader.read("V1 a 0 10\nR1 a b 1k\nC1 b 0 1u\nB1 b 0 I=1", fault -> {
            throw new AssertionError(fault.message());
        });
        for (int k = 1; k <= 300; k++) {
            Bent law = new Bent(0.03 * k);
            SimulatedTransient run = new SimulatedTransient(
                    new Equations(deck.with(List.of(law)).components(new double[0])),
                    SimulatedTransient.Start.STATED,
                    3e-3,
                    SimulatedTransient.TOLERANCE,
                    SimulatedTransient.Claim.ERRORS,
                    Work.unlimited());
            double t = -OHMS * FARADS * Math.log(1 - law.at() / VOLTS) + 0.1e-3;
            Reading reading = run.voltage("b", "0", t);
            double off = Math.abs(reading.value() - law.voltage(t));
            assertThat(off).as("at %s V", law.at()).isLessThan(reading.error());
            assertThat(off).isLessThan(1e-8);
        }
    }
}
