package org.ansatz.field.circuit.piecewise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Netlist;
import org.junit.jupiter.api.Test;

/** Laws that every circuit with ideal diodes obeys, on random circuits. */
class DiodeLawsTest {

    private static final double STOP = 3e-3;
    private static final double[] TIMES = {0, 1e-5, 2.3e-4, 1.1e-3, 2.9e-3};

    @Test
    void noCurrentIsLostAndNoDiodeBreaksItsConditions() {
        for (long seed = 1; seed <= 40; seed++) {
            Netlist netlist = new RandomNetwork(new Random(seed), 4, 3, 4).netlist(1, 1);
            Transient run = new Transient(netlist, STOP);
            for (double t : TIMES) {
                double[] sum = new double[netlist.ground() + 1];
                for (int k = 0; k < netlist.elements().size(); k++) {
                    Element element = netlist.elements().get(k);
                    double i = run.current(element.name(), t).value();
                    double v = run.voltage(element.plus(), element.minus(), t).value();
                    sum[netlist.plus(k)] += i;
                    sum[netlist.minus(k)] -= i;
                    if (element instanceof Element.Diode) {
                        assertThat(i)
                                .as("seed %s, %s at %s", seed, element.name(), t)
                                .isGreaterThan(-1e-12);
                        assertThat(v)
                                .as("seed %s, %s at %s", seed, element.name(), t)
                                .isLessThan(1e-10);
                        assertThat(i * v).as("seed %s", seed).isCloseTo(0, within(1e-13));
                    }
                    if (element instanceof Element.Resistor) {
                        assertThat(v)
                                .as("seed %s", seed)
                                .isCloseTo(i * ((Element.Resistor) element).ohms(), within(1e-11));
                    }
                }
                for (double lost : sum) {
                    assertThat(lost).as("seed %s at %s", seed, t).isCloseTo(0, within(1e-13));
                }
            }
        }
    }

    @Test
    void chargesAreTheIntegralsOfCurrents() {
        for (long seed = 1; seed <= 10; seed++) {
            Netlist netlist = new RandomNetwork(new Random(seed), 3, 2, 3).netlist(1, 1);
            Transient run = new Transient(netlist, STOP);
            for (Element element : netlist.elements()) {
                if (element instanceof Element.Capacitor) {
                    int steps = 60_000;
                    double charge = 0;
                    double most = 0;
                    for (int k = 0; k < steps; k++) {
                        double i = run.current(element.name(), (k + 0.5) * STOP / steps)
                                .value();
                        charge += i * STOP / steps;
                        most = Math.max(most, Math.abs(i));
                    }
                    double rise = run.voltage(element.plus(), element.minus(), STOP)
                                    .value()
                            - run.voltage(element.plus(), element.minus(), 0).value();
                    double farads = ((Element.Capacitor) element).farads();
                    assertThat(charge / farads)
                            .as("seed %s, by the midpoint rule, whose error is half a step at each of few jumps", seed)
                            .isCloseTo(rise, within(4 * most * STOP / steps / farads));
                }
            }
        }
    }

    @Test
    void everythingGrowsWithTheSources() {
        for (long seed = 1; seed <= 20; seed++) {
            RandomNetwork network = new RandomNetwork(new Random(seed), 4, 3, 4);
            assertSame(seed, network, network.netlist(1, 1), network.netlist(1e3, 1e3), 1e3);
        }
    }

    @Test
    void voltagesKeepWhenImpedancesAndCurrentsAreScaledAgainstEachOther() {
        for (long seed = 1; seed <= 20; seed++) {
            RandomNetwork network = new RandomNetwork(new Random(seed), 4, 3, 4);
            assertSame(seed, network, network.netlist(1, 1), network.netlist(1, 1e-3, 1e3, 1e-3), 1);
        }
    }

    private static void assertSame(long seed, RandomNetwork network, Netlist a, Netlist b, double factor) {
        Transient first = new Transient(a, STOP);
        Transient second = new Transient(b, STOP);
        for (double t : TIMES) {
            for (String node : network.nodes()) {
                assertThat(second.voltage(node, "0", t).value() / factor)
                        .as("seed %s, node %s at %s", seed, node, t)
                        .isCloseTo(first.voltage(node, "0", t).value(), within(1e-10));
            }
        }
    }
}
