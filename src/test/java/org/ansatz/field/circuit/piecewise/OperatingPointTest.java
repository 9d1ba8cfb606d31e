package org.ansatz.field.circuit.piecewise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ansatz.field.circuit.netlist.Circuits;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.Waveform;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatingPointTest {

    @ParameterizedTest
    @CsvSource({
        "V1 a 0 6|R1 a b 1k|R2 b 0 2k, b, 4",
        "V1 a 0 5|R1 a b 1k|D1 b 0 ideal, b, 0",
        "V1 a 0 -5|R1 a b 1k|D1 b 0 ideal, b, -5",
        "I1 0 a 2m|R1 a 0 1k, a, 2",
        "I1 0 a 2m|D1 a b ideal|R1 b 0 1k, a, 2",
        "V1 a 0 4|C1 a b 1u|C2 b 0 3u, b, 2",
        "V1 a 0 4|D1 b a ideal|D2 0 b ideal, b, 2",
        "V1 a 0 4|D1 a b ideal|D2 0 b ideal, b, 4",
        "V1 a 0 SIN(1 2 50 0 0 90)|R1 a 0 1, a, 3",
        "V1 a 0 5|R1 a b 1k|D1 b 0 ideal|D2 b c ideal|R2 c 0 1k, c, 0",
    })
    void aNodeTakesItsPotential(String text, String node, double volts) {
        OperatingPoint point = new OperatingPoint(Circuits.read(text.replace('|', '\n')));
        assertThat(point.voltage(node, "0", 0).value()).isCloseTo(volts, within(1e-12));
    }

    @Test
    void parallelDiodesShareTheirCurrent() {
        OperatingPoint point =
                new OperatingPoint(Circuits.read("I1 0 a 3m\nD1 a 0 ideal\nD2 a 0 ideal\nD3 a 0 ideal\nR1 a 0 1"));
        for (String diode : List.of("D1", "D2", "D3")) {
            assertThat(point.current(diode, 0).value()).isCloseTo(1e-3, within(1e-16));
        }
    }

    @ParameterizedTest
    @CsvSource({"V1 a 0 5|D1 a 0 ideal", "I1 0 a 1m|D1 0 a ideal|C1 a 0 1u", "V1 a 0 1|D1 a b ideal|V2 b 0 -1"})
    void whatHasNoOperatingPointIsRefused(String text) {
        Netlist netlist = Circuits.read(text.replace('|', '\n'));
        assertThatThrownBy(() -> new OperatingPoint(netlist))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("no pattern of conduction fits");
    }

    /**
     * The diodes as ports of a network of conductances: their reverse voltages are w = Z i + q with w ≥ 0, i ≥ 0, w·i = 0.
     * Z and q come from nodal analysis with the diodes taken out, the solution from trying all complementary bases.
     */
    @Test
    void aRandomNetworkSolvesItsLinearComplementarityProblem() {
        int conducting = 0;
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            Ports ports = new Ports(random, 5, 1 + random.nextInt(6));
            double[] currents = ports.complementary();
            OperatingPoint point = new OperatingPoint(ports.netlist());
            for (int d = 0; d < currents.length; d++) {
                assertThat(point.current("D" + d, 0).value())
                        .as("seed %s, diode %s", seed, d)
                        .isCloseTo(currents[d], within(1e-13));
                conducting += currents[d] > 1e-12 ? 1 : 0;
            }
        }
        assertThat(conducting).as("both states occur").isBetween(150, 600);
    }

    /** A random network of conductances and current sources with diodes between distinct pairs of nodes. */
    private static final class Ports {
        private final int size;
        private final List<Element> elements = new ArrayList<>();
        private final RealMatrix conductance;
        private final RealVector injected;
        private final RealMatrix incidence;

        Ports(Random random, int size, int diodes) {
            this.size = size;
            conductance = new Array2DRowRealMatrix(size, size);
            injected = new ArrayRealVector(size);
            incidence = new Array2DRowRealMatrix(size, diodes);
            for (int k = 0; k < size; k++) {
                resistor(k, size, 1e3 * (1 + random.nextInt(20)));
                resistor(k, (k + 1) % size, 1e3 * (1 + random.nextInt(20)));
                double amperes = 1e-3 * random.nextGaussian();
                elements.add(new Element.CurrentSource("I" + k, "0", "n" + k, new Waveform.Constant(amperes)));
                injected.addToEntry(k, amperes);
            }
            List<Integer> tree = new ArrayList<>();
            for (int k = 0; k < size; k++) {
                tree.add(k);
            }
            for (int d = 0; d < diodes && d < size; d++) {
                int anode = tree.get(d);
                boolean grounded = d == 0 || random.nextBoolean();
                int cathode = grounded ? size : random.nextInt(d);
                boolean turned = random.nextBoolean();
                diode(d, turned ? cathode : anode, turned ? anode : cathode);
            }
        }

        private static String name(int node, int size) {
            return node == size ? "0" : "n" + node;
        }

        private void resistor(int a, int b, double ohms) {
            elements.add(new Element.Resistor("R" + elements.size(), name(a, size), name(b, size), ohms));
            conductance.addToEntry(a, a, 1 / ohms);
            if (b < size) {
                conductance.addToEntry(b, b, 1 / ohms);
                conductance.addToEntry(a, b, -1 / ohms);
                conductance.addToEntry(b, a, -1 / ohms);
            }
        }

        private void diode(int d, int anode, int cathode) {
            elements.add(new Element.Diode("D" + d, name(anode, size), name(cathode, size)));
            if (anode < size) {
                incidence.addToEntry(anode, d, 1);
            }
            if (cathode < size) {
                incidence.addToEntry(cathode, d, -1);
            }
        }

        Netlist netlist() {
            return new Netlist(elements);
        }

        double[] complementary() {
            int diodes = (int)
                    elements.stream().filter(e -> e instanceof Element.Diode).count();
            RealMatrix a = incidence.getSubMatrix(0, size - 1, 0, diodes - 1);
            RealMatrix impedance = new LUDecomposition(conductance).getSolver().getInverse();
            RealMatrix z = a.transpose().multiply(impedance).multiply(a);
            RealVector q = a.transpose().operate(impedance.operate(injected)).mapMultiply(-1);
            double[] found = null;
            for (int basis = 0; basis < 1 << diodes; basis++) {
                double[] i = basic(z, q, basis, diodes);
                RealVector w = z.operate(new ArrayRealVector(i)).add(q);
                boolean fits = true;
                for (int d = 0; d < diodes; d++) {
                    fits &= i[d] >= -1e-15 && w.getEntry(d) >= -1e-12;
                }
                if (fits) {
                    assertThat(found).as("a P-matrix has one solution").isNull();
                    found = i;
                }
            }
            assertThat(found).isNotNull();
            return found;
        }

        private static double[] basic(RealMatrix z, RealVector q, int basis, int diodes) {
            RealMatrix m = z.copy();
            RealVector right = q.mapMultiply(-1);
            for (int d = 0; d < diodes; d++) {
                if ((basis >> d & 1) == 0) {
                    double[] unit = new double[diodes];
                    unit[d] = 1;
                    m.setRow(d, unit);
                    right.setEntry(d, 0);
                }
            }
            return new LUDecomposition(m, 1e-300).getSolver().solve(right).toArray();
        }
    }
}
