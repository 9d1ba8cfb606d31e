package org.ansatz.field.circuit.piecewise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ansatz.field.circuit.netlist.Circuits;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.ode.InitialValueProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resistors, capacitors and sources alone. */
class LinearCircuitTest {

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-3, 1, 1e6})
    void aStepChargesExponentially(double ohms) {
        Netlist netlist = Circuits.read("V1 a 0 2\nR1 a b " + ohms + "\nC1 b 0 1u");
        Transient run = new Transient(netlist, 1);
        for (double t : new double[] {0, 1e-15, 1e-9, 1e-6, 1e-3, 0.1, 1}) {
            double decay = Math.exp(-t / (ohms * 1e-6));
            assertThat(run.voltage("b", "0", t).value()).as("t = %s", t).isCloseTo(2 - 2 * decay, within(1e-14));
            assertThat(run.current("R1", t).value()).isCloseTo(2 * decay / ohms, within(1e-12 * 2 / ohms));
        }
    }

    @Test
    void aSourceAtAModesOwnRateGivesTheResonantSolution() {
        Netlist netlist = Circuits.read("V1 a 0 SIN(0 1 1u 0 1k 90)\nR1 a b 1k\nC1 b 0 1u");
        Transient run = new Transient(netlist, 5e-3);
        for (double t = 0; t <= 5e-3; t += 1e-4) {
            assertThat(run.voltage("b", "0", t).value())
                    .as("te^{−t}, but for a cosine of 1 µHz, at %s", t)
                    .isCloseTo(1e3 * t * Math.exp(-1e3 * t), within(1e-14));
        }
    }

    @Test
    void aLadderFollowsItsDifferentialEquations() {
        int n = 6;
        StringBuilder text = new StringBuilder("V1 n0 0 SIN(0.5 1 300 0.1m 50 20)\n");
        for (int k = 1; k <= n; k++) {
            text.append("R" + k + " n" + (k - 1) + " n" + k + " " + 100 * k + "\nC" + k + " n" + k + " 0 1u\n");
        }
        Transient run = new Transient(Circuits.read(text.toString()), 0.01);
        for (double stop : new double[] {5e-5, 1e-4, 1e-3, 0.004, 0.01}) {
            double[] y = new double[n];
            double from = 0;
            for (double to : new double[] {Math.min(stop, 1e-4), stop}) {
                boolean delayed = to <= 1e-4;
                y = new InitialValueProblem((t, v, slopes) -> ladder(t, v, slopes, delayed), from, y)
                        .solve(to, 1e-13)
                        .at(to);
                from = to;
            }
            for (int k = 1; k <= n; k++) {
                assertThat(run.voltage("n" + k, "0", stop).value())
                        .as("node %s at %s", k, stop)
                        .isCloseTo(y[k - 1], within(2e-11));
            }
        }
    }

    private static void ladder(double t, double[] v, double[] slopes, boolean delayed) {
        double phase = Math.toRadians(20);
        double since = t - 1e-4;
        double source = delayed
                ? 0.5 + Math.sin(phase)
                : 0.5 + Math.exp(-50 * since) * Math.sin(2 * Math.PI * 300 * since + phase);
        for (int k = 0; k < v.length; k++) {
            double in = ((k == 0 ? source : v[k - 1]) - v[k]) / (100 * (k + 1));
            double out = k + 1 < v.length ? (v[k] - v[k + 1]) / (100 * (k + 2)) : 0;
            slopes[k] = (in - out) / 1e-6;
        }
    }

    @Test
    void capacitorsInALoopWithASourceShareItsVoltageAtOnce() {
        Transient run = new Transient(Circuits.read("V1 a 0 SIN(6 1 1k)\nC1 a b 1u\nC2 b 0 2u\nR1 b 0 1e9"), 1e-3);
        assertThat(run.voltage("b", "0", 0).value()).isCloseTo(2, within(1e-12));
        double current = -2 * Math.PI * 1e3 * 1e-6 * 2 / 3;
        assertThat(run.current("V1", 0).value()).isCloseTo(current, within(1e-8));
    }

    @Test
    void whatLiesOutsideTheRunIsRefused() {
        Transient run = new Transient(Circuits.read("V1 a 0 2\nR1 a 0 1"), 1e-3);
        assertThatThrownBy(() -> run.voltage("a", "0", 1.1e-3)).hasMessageContaining("outside the transient");
        assertThatThrownBy(() -> run.voltage("a", "0", -1e-9)).hasMessageContaining("outside the transient");
    }

    @Test
    void effectsOfSourcesAddUp() {
        for (long seed = 1; seed <= 20; seed++) {
            RandomNetwork network = new RandomNetwork(new Random(seed), 4, 3, 0);
            Transient both = new Transient(network.netlist(1, 1), 2e-3);
            Transient first = new Transient(network.netlist(1, 0), 2e-3);
            Transient second = new Transient(network.netlist(0, 1), 2e-3);
            for (double t : new double[] {0, 1e-5, 3e-4, 2e-3}) {
                for (String node : network.nodes()) {
                    double sum = first.voltage(node, "0", t).value()
                            + second.voltage(node, "0", t).value();
                    assertThat(both.voltage(node, "0", t).value())
                            .as("seed %s, node %s, t = %s", seed, node, t)
                            .isCloseTo(sum, within(1e-11));
                }
            }
        }
    }
}
