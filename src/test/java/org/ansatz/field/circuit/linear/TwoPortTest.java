package org.ansatz.field.circuit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ansatz.field.circuit.linear.TwoPort.Kind;
import org.ansatz.field.circuit.linear.TwoPort.Port;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.solution.Work;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two-port parameters: against textbooks, and against what relates the sets. */
final class TwoPortTest {

    private static TwoPort network(String cards) {
        return new TwoPort(
                NetlistReader.read(cards.replace('|', '\n'), NetlistReader.Form.PORTS, fault -> {
                            throw new AssertionError(fault.toString());
                        })
                        .components(new double[0]),
                new Port("a", "0"),
                new Port("b", "0"),
                Work.unlimited());
    }

    private static Kind kind(String name) {
        return Kind.valueOf(name.substring(0, 1).toUpperCase(java.util.Locale.ROOT));
    }

    private static Phasor parameter(TwoPort network, String name, double omega) {
        return network.parameter(kind(name), name.charAt(1) - '0', name.charAt(2) - '0', omega, 50);
    }

    private static Complex complex(TwoPort network, String name, double omega) {
        Phasor phasor = parameter(network, name, omega);
        return new Complex(phasor.re(), phasor.im());
    }

    /** A T of 10, 20 across and 30 ohm; an ideal transformer 2 : 1; a gyrator of 5 ohm; an amplifier of its hybrid equivalent. */
    @ParameterizedTest
    @CsvSource({
        "R1 a m 10|R2 m 0 20|R3 m b 30, z11, 30",
        "R1 a m 10|R2 m 0 20|R3 m b 30, z12, 20",
        "R1 a m 10|R2 m 0 20|R3 m b 30, z22, 50",
        "R1 a m 10|R2 m 0 20|R3 m b 30, y12, -0.018181818181818181",
        "R1 a m 10|R2 m 0 20|R3 m b 30, h11, 22",
        "R1 a m 10|R2 m 0 20|R3 m b 30, h21, -0.4",
        "R1 a m 10|R2 m 0 20|R3 m b 30, a11, 1.5",
        "R1 a m 10|R2 m 0 20|R3 m b 30, a12, 55",
        "R1 a m 10|R2 m 0 20|R3 m b 30, a21, 0.05",
        "R1 a m 10|R2 m 0 20|R3 m b 30, a22, 2.5",
        "TF1 a 0 b 0 2, h12, 2",
        "TF1 a 0 b 0 2, h21, -2",
        "TF1 a 0 b 0 2, a11, 2",
        "TF1 a 0 b 0 2, a22, 0.5",
        "TF1 a 0 b 0 2, s21, 0.8",
        "G1 a 0 b 0 0.2|G2 b 0 a 0 -0.2, z12, -5",
        "G1 a 0 b 0 0.2|G2 b 0 a 0 -0.2, z21, 5",
        "RI a e 1000|E1 e 0 b 0 1m|F1 b 0 RI 100|RO b 0 20k, h11, 1000",
        "RI a e 1000|E1 e 0 b 0 1m|F1 b 0 RI 100|RO b 0 20k, h12, 0.001",
        "RI a e 1000|E1 e 0 b 0 1m|F1 b 0 RI 100|RO b 0 20k, h21, 100",
        "RI a e 1000|E1 e 0 b 0 1m|F1 b 0 RI 100|RO b 0 20k, h22, 5e-5",
        "R1 a b 50, s11, 0.33333333333333333",
        "R1 a b 50, s21, 0.66666666666666667",
        "R1 a b 50, a12, 50",
        "V1 a m 7|R1 m b 50, y11, 0.02",
    })
    void parametersAreThoseOfTextbooks(String cards, String name, double expected) {
        assertThat(parameter(network(cards), name, 0).re()).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
    }

    @ParameterizedTest
    @CsvSource({
        "R1 a b 50, z11, there is no z11 of this network",
        "R1 a 0 50|R2 b a 0.001|E1 a b 0 0 0, y11, there is no y11 of this network",
        "R1 a 0 50|R2 b 0 50, a11, nothing comes through",
    })
    void whatANetworkDoesNotHaveIsSaid(String cards, String name, String message) {
        assertThatThrownBy(() -> parameter(network(cards), name, 0)).hasMessageContaining(message);
    }

    /** Reciprocal, and the sets agree: Z Y = 1, AD - BC = 1, S = (Z - 50)(Z + 50)^-1. */
    @Test
    void theSetsBelongTogether() {
        Random random = new Random(71);
        for (int trial = 0; trial < 50; trial++) {
            TwoPort network = network(String.format(
                    java.util.Locale.ROOT,
                    "R1 a m %f|L1 m b %em|C1 m 0 %eu|R2 b 0 %f|C2 a b %en|R3 a 0 %f",
                    10 + 90 * random.nextDouble(),
                    0.1 + random.nextDouble(),
                    0.1 + random.nextDouble(),
                    100 + 900 * random.nextDouble(),
                    1 + 9 * random.nextDouble(),
                    100 + 900 * random.nextDouble()));
            double w = 1e4 * Math.exp(4 * random.nextDouble());
            Complex z11 = complex(network, "z11", w);
            Complex z12 = complex(network, "z12", w);
            Complex z21 = complex(network, "z21", w);
            Complex z22 = complex(network, "z22", w);
            assertNear(z12, z21);
            assertNear(
                    z11.multiply(complex(network, "y11", w)).add(z12.multiply(complex(network, "y21", w))),
                    Complex.ONE);
            assertNear(complex(network, "h12", w), complex(network, "h21", w).negate());
            assertNear(
                    complex(network, "a11", w)
                            .multiply(complex(network, "a22", w))
                            .subtract(complex(network, "a12", w).multiply(complex(network, "a21", w))),
                    Complex.ONE);
            assertNear(complex(network, "g11", w), z11.reciprocal());
            Complex determinant = z11.add(50).multiply(z22.add(50)).subtract(z12.multiply(z21));
            assertNear(complex(network, "s21", w), z21.multiply(100).divide(determinant));
            assertNear(
                    complex(network, "s11", w),
                    z11.subtract(50)
                            .multiply(z22.add(50))
                            .subtract(z12.multiply(z21))
                            .divide(determinant));
        }
    }

    private static void assertNear(Complex found, Complex expected) {
        assertThat(found.subtract(expected).abs()).isLessThan(1e-9 * (1 + expected.abs()));
    }
}
