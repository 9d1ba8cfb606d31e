package org.ansatz.field.circuit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.solution.Work;
import org.ansatz.polynomial.Fraction;
import org.ansatz.polynomial.Point;
import org.ansatz.polynomial.Polynomial;
import org.ansatz.polynomial.Roots;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks in s: against formulas by hand, and against the same networks in phasors, which numerical elimination solves. */
final class NetworkFunctionsTest {

    private static List<Component> parts(String cards) {
        Deck deck = NetlistReader.read(cards.replace('|', '\n'), NetlistReader.Form.PHASORS, fault -> {
            throw new AssertionError(fault.message());
        });
        return deck.components(new double[0]);
    }

    private static NetworkFunctions network(String cards) {
        return new NetworkFunctions(parts(cards), StatedValues.NOTHING, Work.unlimited());
    }

    private static String coefficients(Polynomial polynomial) {
        StringBuilder text = new StringBuilder();
        for (int k = polynomial.degree(); k >= 0; k--) {
            text.append(polynomial.at(k)).append(k > 0 ? " " : "");
        }
        return text.toString();
    }

    // ---- by hand

    @ParameterizedTest(name = "{0}: v({1})")
    @CsvSource(
            delimiter = ';',
            value = {
                "V1 a 0 AC 1|R1 a b 1|C1 b 0 1; b; 1; 1 1",
                "V1 a 0 AC 1|R1 a b 1k|C1 b 0 1u; b; 1000; 1 1000",
                // Twin T: a pair of zeros on the axis, and three poles.
                "V1 a 0 AC 1|R1 a b 1|R2 b c 1|C3 b 0 2|C1 a d 1|C2 d c 1|R3 d 0 0.5; c; 1 0 1; 1 4 1",
                // Sallen and Key, equal parts: a double pole.
                "V1 a 0 AC 1|R1 a b 1|R2 b c 1|C1 b d 1|C2 c 0 1|E1 d 0 opamp c d; d; 1; 1 2 1",
                // An integrator, and the pole that a divider around it cancels.
                "V1 a 0 AC 1|R1 a b 2|C1 b c 0.25|E1 c 0 opamp 0 b; c; -2; 1 0",
                "V1 a 0 AC 1|R1 a b 1|C1 a b 1|R2 b 0 1|C2 b 0 1; b; 1/2; 1",
                "V1 a 0 AC 1|R1 a b 2|L1 b 0 3|C1 b 0 1; b; 1/2 0; 1 1/2 1/3",
                // Coupled coils, whose product of inductances is a square: the mutual inductance is 1.
                "V1 a 0 AC 1|R1 a b 1|L1 b 0 1|L2 c 0 4|K1 L1 L2 0.5|R2 c 0 1; c; 1/3 0; 1 5/3 1/3",
                "I1 0 a AC 2|R1 a 0 3; a; 6; 1",
                "V1 a 0 AC 1|R1 a 0 1|C1 a 0 2|F1 0 b C1 3|R2 b 0 1; b; 6 0; 1",
                "V1 a 0 AC 1|TF1 a 0 b 0 2|R1 b c 1|C1 c 0 1; c; 1/2; 1 1",
            })
    void aVoltageIsAQuotientOfPolynomials(String cards, String node, String numerator, String denominator) {
        Fraction found = network(cards).voltage(node, "0");
        assertThat(coefficients(found.numerator())).isEqualTo(numerator);
        assertThat(coefficients(found.denominator())).isEqualTo(denominator);
    }

    /** Twice the root of L/C: irrational, though its double has fifteen digits. Critical damping has a double pole. */
    @Test
    void aRootOfFewDigitsIsRoundedNevertheless() {
        List<Component> parts = parts("V1 a 0 AC 1|R1 a b 1054.09255338946|L1 b c 1m|C1 c 0 3.6n");
        StatedValues stated = new StatedValues(Map.of(), Set.of(1054.09255338946));
        Fraction found = new NetworkFunctions(parts, stated, Work.unlimited()).voltage("c", "0");
        double pole = -1 / Math.sqrt(1e-3 * 3.6e-9);
        assertThat(found.poles())
                .allSatisfy(root -> assertThat(
                                Math.hypot(root.at().re() - pole, root.at().im()))
                        .isLessThan(root.error()));
    }

    /** A third and a seventh are exact where they are stated to be. */
    @Test
    void quotientsAreExactWhereTheyAreStated() {
        List<Component> parts = parts("V1 a 0 AC 1|R1 a b 0.3333333333333333|C1 b 0 0.14285714285714285");
        StatedValues stated =
                new StatedValues(Map.of(1 / 3.0, Rational.of(1, 3), 1 / 7.0, Rational.of(1, 7)), Set.of());
        Fraction found = new NetworkFunctions(parts, stated, Work.unlimited()).voltage("b", "0");
        assertThat(coefficients(found.denominator())).isEqualTo("1 21");
    }

    @ParameterizedTest(name = "{0}: i({1})")
    @CsvSource(
            delimiter = ';',
            value = {
                "V1 a 0 AC 1|C1 a 0 2; C1; 2 0; 1",
                "V1 a 0 AC 1|L1 a 0 2; L1; 1/2; 1 0",
                "V1 a 0 AC 1|R1 a b 1|C1 b 0 1; V1; -1 0; 1 1",
                "I1 0 a AC 1|R1 a 0 1|F1 0 b I1 5|R2 b 0 1; R2; 5; 1",
            })
    void soIsACurrent(String cards, String element, String numerator, String denominator) {
        Fraction found = network(cards).current(element);
        assertThat(coefficients(found.numerator())).isEqualTo(numerator);
        assertThat(coefficients(found.denominator())).isEqualTo(denominator);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "L1 a 0 3; 3 0; 1",
                "R1 a b 1|C1 b 0 1; 1 1; 1 0",
                "V1 a b AC 5|R1 b 0 2; 2; 1",
                // L/C = R²: a resistor at all frequencies.
                "R1 a b 2|L1 b 0 4|R2 a c 2|C1 c 0 1; 2; 1",
            })
    void soIsAnImpedance(String cards, String numerator, String denominator) {
        Fraction found = network(cards).impedance("a", "0");
        assertThat(coefficients(found.numerator())).isEqualTo(numerator);
        assertThat(coefficients(found.denominator())).isEqualTo(denominator);
    }

    @Test
    void polesOfALadderAfterButterworthLieOnACircle() {
        StringBuilder cards = new StringBuilder("V1 in 0 AC 1|R1 in n1 1");
        double[] values = {0.6180339887498949, 1.618033988749895, 2, 1.618033988749895, 0.6180339887498949};
        for (int k = 1; k <= 5; k++) {
            int to = (k + 1) / 2;
            cards.append(
                    k % 2 == 1
                            ? "|C" + k + " n" + to + " 0 " + values[k - 1]
                            : "|L" + k + " n" + to + " n" + (to + 1) + " " + values[k - 1]);
        }
        cards.append("|R2 n3 0 1");
        Fraction transfer = network(cards.toString()).voltage("n3", "0");
        assertThat(transfer.numerator().degree()).isZero();
        List<Roots.Root> poles = Roots.of(transfer.denominator());
        assertThat(poles).hasSize(5);
        for (Roots.Root pole : poles) {
            assertThat(Math.abs(pole.at().size() - 1)).isLessThanOrEqualTo(pole.error());
            assertThat(pole.error()).isLessThan(1e-12);
        }
        assertThat(transfer.at(new Point(0, 1)).at().size()).isCloseTo(0.5 / Math.sqrt(2), within(1e-14));
    }

    @Test
    void equalPolesAreOneThatCountsTwice() {
        List<Roots.Root> poles = Roots.of(network("V1 a 0 AC 1|R1 a b 200|L1 b c 10m|C1 c 0 1u")
                .voltage("c", "0")
                .denominator());
        assertThat(poles).singleElement().satisfies(pole -> {
            assertThat(pole.exact()).isEqualTo(Rational.of(-10_000));
            assertThat(pole.multiplicity()).isEqualTo(2);
        });
    }

    @Test
    void valuesThatWereRoundedLeaveTheirRoundings() {
        double third = 1000.0 / 3;
        Fraction transfer =
                network("V1 a 0 AC 1|R1 a b " + third + "|C1 b 0 3u").voltage("b", "0");
        assertThat(transfer.isExact()).isFalse();
        Roots.Root pole = Roots.of(transfer.denominator()).get(0);
        assertThat(Math.abs(pole.at().re() + 1000)).isLessThanOrEqualTo(pole.error());
        assertThat(pole.error()).isBetween(1e-13, 1e-11);
    }

    // ---- the same in phasors

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void atARealFrequencyItIsThePhasor(int seed) {
        Random random = new Random(seed);
        List<Component> parts = parts(randomNetwork(random));
        NetworkFunctions functions = new NetworkFunctions(parts, StatedValues.NOTHING, Work.unlimited());
        LinearNetwork phasors = new LinearNetwork(parts, Work.unlimited());
        for (int trial = 0; trial < 3; trial++) {
            double omega = Math.pow(10, 2 * random.nextDouble() - 1);
            for (String node : List.of("1", "2", "3", "4")) {
                assertSame(functions.voltage(node, "0"), phasors.voltage(node, "0", omega), omega);
                assertSame(functions.impedance(node, "0"), phasors.impedance(node, "0", omega), omega);
            }
            for (Component part : parts) {
                if (!(part instanceof Component.Coupling)) {
                    assertSame(functions.current(part.name()), phasors.current(part.name(), omega), omega);
                }
            }
        }
    }

    private static void assertSame(Fraction function, Phasor phasor, double omega) {
        Fraction.Found found = function.at(new Point(0, omega));
        double apart = Math.hypot(found.at().re() - phasor.re(), found.at().im() - phasor.im());
        assertThat(apart).isLessThanOrEqualTo(found.error() + phasor.error());
        assertThat(phasor.error()).isLessThan(1e-9 * Math.max(1, phasor.magnitude()));
    }

    private static String value(Random random) {
        return String.valueOf((1 + random.nextInt(99)) / 10.0);
    }

    private static String randomNetwork(Random random) {
        StringBuilder cards = new StringBuilder("V1 1 0 AC 1|R0 4 0 1|R9 1 2 1|R8 2 3 2|R7 3 4 1");
        for (int k = 0; k < 8; k++) {
            int a = 1 + random.nextInt(4);
            int b = (a + random.nextInt(4)) % 5;
            if (a != b) {
                char kind = "RLC".charAt(random.nextInt(3));
                // An inductor has a resistor in series, so that none closes a loop with the source.
                cards.append(
                        kind == 'L'
                                ? "|L" + k + " " + a + " m" + k + " " + value(random) + "|RL" + k + " m" + k + " " + b
                                        + " 1"
                                : "|" + kind + "x" + k + " " + a + " " + b + " " + value(random));
            }
        }
        cards.append("|G1 2 0 3 4 0.3|F1 3 0 R9 0.4|E1 5 0 3 2 1.5|R5 5 4 2|H1 6 0 R8 0.7|R6 6 2 3|I1 0 4 AC 2");
        return cards.toString();
    }

    // ---- what has none

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "V1 a 0 AC 1|T1 a 0 b 0 Z0=50 TD=1n|R1 b 0 50; a line is no quotient of polynomials in s",
                "V1 a 0 AC 1 90|R1 a 0 50; V1 has an angle",
                "V1 a 0 AC 1|V2 a 0 AC 1|R1 a 0 1; nothing fixes the current through V2 at any frequency",
                "V1 a 0 AC 1|R1 a 0 1|I1 b c AC 1|R2 b c 1; nothing fixes the voltage of node c at any frequency",
            })
    void theReasonIsSaid(String cards, String reason) {
        assertThatThrownBy(() -> network(cards).voltage("a", "0")).hasMessageContaining(reason);
    }

    @Test
    void atAPoleThereIsNoValue() {
        Fraction transfer = network("V1 a 0 AC 1|L1 a b 1|C1 b 0 1").voltage("b", "0");
        assertThatThrownBy(() -> transfer.at(new Point(0, 1)))
                .isInstanceOf(NoValue.class)
                .hasMessageContaining("pole");
    }
}
