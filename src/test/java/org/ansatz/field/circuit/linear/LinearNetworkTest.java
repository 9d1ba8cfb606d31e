package org.ansatz.field.circuit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.solution.Work;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Linear networks at rest and in phasors: against ngspice, against formulas, and against the laws that all of them obey. */
final class LinearNetworkTest {

    private static LinearNetwork network(String cards) {
        Deck deck = NetlistReader.read(cards.replace('|', '\n'), NetlistReader.Form.PHASORS, fault -> {
            throw new AssertionError(fault.message());
        });
        return new LinearNetwork(deck.components(new double[0]), Work.unlimited());
    }

    private static double omega(double hertz) {
        return 2 * Math.PI * hertz;
    }

    // ---- ngspice

    private record Row(double hertz, String node, double re, double im) {}

    private record Reference(String name, String cards, List<Row> rows) {}

    private static List<Reference> references() throws IOException {
        List<Reference> references = new ArrayList<>();
        try (InputStream stream = LinearNetworkTest.class.getResourceAsStream("/golden/circuit/linear.txt")) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            for (String block : text.split("(?m)^# ")) {
                StringBuilder cards = new StringBuilder();
                List<Row> rows = new ArrayList<>();
                for (String line : block.lines().skip(1).toList()) {
                    if (line.startsWith(">")) {
                        String[] words = line.split(" ");
                        rows.add(new Row(
                                Double.parseDouble(words[1]),
                                words[2],
                                Double.parseDouble(words[3]),
                                Double.parseDouble(words[4])));
                    } else {
                        cards.append(line).append('\n');
                    }
                }
                if (!rows.isEmpty()) {
                    references.add(new Reference(block.lines().findFirst().orElse(""), cards.toString(), rows));
                }
            }
        }
        return references;
    }

    @TestFactory
    Stream<DynamicTest> voltagesAreThoseOfNgspice() throws IOException {
        assertThat(references()).hasSize(40);
        return references().stream()
                .map(reference -> DynamicTest.dynamicTest(reference.name(), () -> {
                    LinearNetwork network = network(reference.cards());
                    for (Row row : reference.rows()) {
                        double largest = reference.rows().stream()
                                .filter(other -> other.hertz() == row.hertz())
                                .mapToDouble(other -> Math.hypot(other.re(), other.im()))
                                .max()
                                .orElse(0);
                        Phasor voltage = network.voltage(row.node(), "0", omega(row.hertz()));
                        assertThat(Math.hypot(voltage.re() - row.re(), voltage.im() - row.im()))
                                .as(row.node() + " at " + row.hertz())
                                .isLessThanOrEqualTo(1e-9 * largest + voltage.error());
                        assertThat(voltage.error()).isLessThan(1e-8 * largest);
                    }
                }));
    }

    // ---- formulas

    @Test
    void anIdealAmplifierInverts() {
        LinearNetwork network = network("V1 a 0 0.1|R1 a m 1k|R2 m out 10k|E1 out 0 opamp 0 m");
        assertThat(network.voltage("out", "0", 0).re()).isCloseTo(-1, within(1e-14));
        assertThat(network.voltage("m", "0", 0).re()).isCloseTo(0, within(1e-15));
        assertThat(network.current("E1", 0).re()).isCloseTo(1e-4, within(1e-17)); // it takes the current that R2 brings
    }

    @Test
    void aTransformerShowsItsLoadByTheSquareOfItsRatio() {
        LinearNetwork network = network("TF1 a 0 b 0 4|RL b 0 8");
        assertThat(network.impedance("a", "0", 0).re()).isCloseTo(128, within(1e-12));
        assertThat(network.impedance("a", "0", omega(50)).magnitude()).isCloseTo(128, within(1e-12));
    }

    /** A gyrator of two controlled sources turns a capacitor into an inductor, L = C/g². */
    @Test
    void aGyratorTurnsACapacitorRound() {
        LinearNetwork network = network("G1 0 b a 0 1m|G2 a 0 b 0 1m|C1 b 0 1n|R1 b 0 1g|R0 a 0 1g");
        Phasor impedance = network.impedance("a", "0", omega(1e3));
        assertThat(impedance.im()).isCloseTo(omega(1e3) * 1e-3, within(1e-7));
    }

    @Test
    void atRestAnInductorIsAWireAndACapacitorNone() {
        LinearNetwork network = network("V1 a 0 10|R1 a b 2|L1 b c 1m|R2 c 0 3|C1 c 0 1u");
        assertThat(network.voltage("c", "0", 0).re()).isCloseTo(6, within(1e-14));
        assertThat(network.current("L1", 0).re()).isCloseTo(2, within(1e-14));
        assertThat(network.current("C1", 0).magnitude()).isZero();
    }

    @Test
    void aDanglingElementTakesNoCurrent() {
        LinearNetwork network = network("V1 a 0 AC 1|R1 a b 1k|R2 b 0 1k|R3 b c 47");
        assertThat(network.voltage("c", "b", omega(1)).magnitude()).isCloseTo(0, within(1e-16));
    }

    /** The controlling current may be that of a resistor or of another controlled source, too. */
    @Test
    void currentsOfAllElementsControl() {
        LinearNetwork network = network(
                "V1 a 0 1|R1 a 0 100|F1 0 b R1 3|R2 b 0 10|F2 0 c F1 2|R3 c 0 1|I1 0 d 1m|R4 d 0 1|H1 e 0 I1 50|R5 e 0 1");
        assertThat(network.voltage("b", "0", 0).re()).isCloseTo(0.3, within(1e-15));
        assertThat(network.voltage("c", "0", 0).re()).isCloseTo(0.06, within(1e-15));
        assertThat(network.voltage("e", "0", 0).re()).isCloseTo(0.05, within(1e-15));
    }

    // ---- laws

    /** Of networks without controlled sources: what one pair of nodes gives to another is what that gives to it. */
    @Test
    void passiveNetworksAreReciprocal() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            StringBuilder cards = new StringBuilder();
            int size = 3 + random.nextInt(5);
            for (int i = 1; i <= size; i++) {
                cards.append("R%d n%d %s %g%n"
                        .formatted(i, i, i == 1 ? "0" : "n" + random.nextInt(1, i), value(random, 1, 5)));
            }
            for (int i = 0; i < size; i++) {
                String ends = " n%d n%d ".formatted(1 + random.nextInt(size), 1 + random.nextInt(size));
                cards.append("C" + i + ends + value(random, -11, -6) + "\n");
                cards.append("L" + i + ends.replaceFirst("n\\d+", "0") + value(random, -5, -1) + "\n");
            }
            cards.append("K1 L0 L1 0.7\n");
            double omega = omega(value(random, 2, 6));
            Phasor forth = transfer(cards + "I1 0 n1 AC 1\n", "n" + size, omega);
            Phasor back = transfer(cards + "I1 0 n" + size + " AC 1\n", "n1", omega);
            assertThat(Math.hypot(forth.re() - back.re(), forth.im() - back.im()))
                    .as("seed " + seed)
                    .isLessThanOrEqualTo(forth.error() + back.error() + 1e-14 * forth.magnitude());
        }
    }

    private static double value(Random random, double from, double to) {
        return Math.pow(10, from + (to - from) * random.nextDouble());
    }

    private static Phasor transfer(String cards, String node, double omega) {
        return network(cards).voltage(node, "0", omega);
    }

    /** Kirchhoff's laws and Tellegen's theorem, for all elements of the networks of the reference. */
    @Test
    void powersSumUpToNothing() throws IOException {
        for (Reference reference : references()) {
            LinearNetwork network = network(reference.cards());
            double omega = omega(reference.rows().get(0).hertz());
            double re = 0;
            double im = 0;
            double all = 0;
            for (String card : reference.cards().lines().toList()) {
                String[] words = card.split(" ");
                if (words[0].startsWith("K")) {
                    continue;
                }
                Phasor voltage = network.voltage(words[1], words[2], omega);
                Phasor current = network.current(words[0], omega);
                re += voltage.re() * current.re() + voltage.im() * current.im();
                im += voltage.im() * current.re() - voltage.re() * current.im();
                all += voltage.magnitude() * current.magnitude();
            }
            assertThat(Math.hypot(re, im)).as(reference.name()).isLessThanOrEqualTo(1e-9 * all);
        }
    }

    // ---- what is wrong

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "V1 a 0 1|R1 a 0 1|R2 b c 1|R3 b c 2; nothing fixes the voltage of node",
                "V1 a 0 1|V2 a 0 2|R1 a 0 1; nothing fixes the current through V",
                "V1 a 0 1|L1 a 0 1m|R1 a 0 1; nothing fixes the current through",
                "I1 0 a 1|C1 a 0 1u|R1 b 0 1; nothing fixes the voltage of node a at rest",
                "TF1 a 0 b c 2|R1 a 0 1|R2 b c 1; nothing fixes the voltage of node",
                "V1 a 0 1|E1 b 0 opamp a a|R1 b 0 1; nothing fixes",
            })
    void whatIsNotDeterminedIsNamed(String cards, String message) {
        LinearNetwork network = network(cards);
        assertThatThrownBy(() -> network.voltage(network.nodes().get(0), "0", 0))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "V1 a 0 AC|R1 a 0 1; AC takes an amplitude",
                "V1 a 0 AC 1 2 3|R1 a 0 1; AC takes an amplitude",
                "L1 a 0 -1m|R1 a 0 1; L1 must be positive",
                "L1 a 0 1m|L2 a 0 1m|K1 L1 L3 0.5; there is no inductor L3",
                "L1 a 0 1m|L2 a 0 1m|K1 L1 L2 1.5; its magnitude is at most 1",
                "E1 a 0 b 0|R1 a 0 1; too little on this card; written E1 a b c d 10",
                "F1 a 0 VX 2|R1 a 0 1; there is no element VX whose current could control F1",
                "T1 a 0 b 0 50|R1 a 0 1; an ideal transformer begins with TF",
                "T1 a 0 b 0 Z0=50|R1 a 0 1; T1 needs TD=, a positive time, or F=",
                "T1 a 0 b 0 TD=1n|R1 a 0 1; T1 needs Z0=",
                "T1 a 0 b 0 Z0=50 TD=1n LEN=3|R1 a 0 1; written NAME=value, with each of these once: Z0, TD, F, NL",
                "T1 a 0 b 0 Z0=-50 TD=1n|R1 a 0 1; the characteristic impedance of T1 is positive",
                "TF1 a 0 b 0 0|R1 a 0 1; TF1 has a ratio of 0",
                "D1 a 0 ideal|R1 a 0 1|L1 a 0 1; D1 is no part of a linear network",
                "Y1 a b c x|R1 a 0 1; a card begins with R, C, L, K, V, I, B, D, E, F, G, H, J, M, Q, S, T, W, X or TF",
                "L1 a b 1m|R1 a b 1; no element is joined to the ground",
                "R1 a 0 1|L1 a 0 1m|r1 a 0 1; a second element is called r1",
            })
    void whatIsWrongOnACardIsNamed(String cards, String message) {
        List<String> faults = new ArrayList<>();
        NetlistReader.read(cards.replace('|', '\n'), NetlistReader.Form.PHASORS, fault -> faults.add(fault.message()));
        assertThat(faults.toString()).contains(message);
    }

    // ---- claims

    /** 1 A into 1 S and nearly -1 S: what is left of both is rounded as they are, in decimals 1e10 V. */
    @ParameterizedTest
    @CsvSource({"G1 0 a a 0 0.9999999999", "F1 0 a R1 0.9999999999", "G1 0 a a 0 0.5|G2 0 a a 0 0.4999999999"})
    void whereConductancesCancelTheirRoundingsDoNot(String nearly) {
        Phasor volts = network("I1 0 a 1 AC 1|R1 a 0 1|" + nearly).voltage("a", "0", 0);
        assertThat(Math.abs(volts.re() - 1e10)).isLessThanOrEqualTo(volts.error());
        assertThat(volts.error()).isLessThan(1e6);
    }
}
