package org.ansatz.schematic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.ansatz.figure.Schematic;
import org.ansatz.figure.Schematic.Cell;
import org.ansatz.figure.Schematic.Kind;
import org.ansatz.figure.Schematic.Symbol;
import org.ansatz.figure.Schematic.Wire;
import org.ansatz.schematic.Part.Rail;
import org.junit.jupiter.api.Test;

/** A drawing shows the circuit that it was made of: what wires join in it is read back and held against the parts. */
class DrawingTest {

    /** In the order of the enumeration: those with two ends first, then amplifiers, then transistors, then ports. */
    private static final List<Kind> KINDS = List.of(Kind.values());

    private static Part part(Kind kind, String name, String... nodes) {
        return new Part(kind, name, "1 kΩ", List.of(nodes));
    }

    private static Part rail(String name, String node, Rail rail) {
        return new Part(Kind.VOLTAGE_SOURCE, name, "5 V", List.of(node, "0"), rail);
    }

    private static Schematic drawn(List<Part> parts) {
        return Drawing.of("", parts, List.of());
    }

    /** Holds a drawing against its parts; false if there is none. */
    private static boolean isFaithful(List<Part> parts) {
        Schematic schematic = drawn(parts);
        if (!schematic.isDrawn()) {
            return false;
        }
        Map<String, List<Integer>> nets = ReadBack.of(schematic);
        Map<String, Integer> seen = new HashMap<>();
        for (Part part : parts) {
            Symbol symbol = symbol(schematic, part.name());
            List<Integer> joined = Objects.requireNonNull(nets.get(part.name()));
            List<String> nodes = nodes(part, symbol);
            for (int i = 0; i < nodes.size(); i++) {
                Integer before = seen.putIfAbsent(nodes.get(i), joined.get(i));
                assertThat(before == null ? joined.get(i) : before)
                        .as("%s at %s in %s", part.name(), nodes.get(i), parts)
                        .isEqualTo(joined.get(i));
            }
        }
        assertThat(seen.values()).as("%s", parts).doesNotHaveDuplicates();
        assertThat(crossed(schematic)).as("%s", parts).isEmpty();
        return true;
    }

    private static Symbol symbol(Schematic schematic, String name) {
        return schematic.symbols().stream()
                .filter(symbol -> symbol.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not drawn"));
    }

    /** The nodes of a part in the order of its symbol's ends; of a rail the one that it feeds. */
    private static List<String> nodes(Part part, Symbol symbol) {
        if (symbol.kind() == Kind.SUPPLY || symbol.kind() == Kind.LOW_SUPPLY) {
            return List.of(part.node(0));
        }
        return part.kind() == Kind.AMPLIFIER && symbol.isInvertedAbove()
                ? List.of(part.node(1), part.node(0), part.node(2))
                : part.nodes();
    }

    /** Symbols that a wire runs through. */
    private static List<String> crossed(Schematic schematic) {
        List<String> crossed = new ArrayList<>();
        for (Symbol symbol : schematic.symbols()) {
            List<Cell> ends = symbol.ends();
            if (!symbol.kind().hasTwoEnds()) {
                continue;
            }
            for (Wire wire : schematic.wires()) {
                for (int k = 1; k < 4; k++) {
                    int x = ends.get(0).x() + k * (ends.get(1).x() - ends.get(0).x()) / 4;
                    int y = ends.get(0).y() + k * (ends.get(1).y() - ends.get(0).y()) / 4;
                    if (x >= wire.from().x()
                            && x <= wire.to().x()
                            && y >= wire.from().y()
                            && y <= wire.to().y()) {
                        crossed.add(symbol.name());
                    }
                }
            }
        }
        return crossed;
    }

    @Test
    void laddersAndBridges() {
        assertThat(isFaithful(List.of(
                        part(Kind.VOLTAGE_SOURCE, "V1", "in", "0"),
                        part(Kind.RESISTOR, "R1", "in", "a"),
                        part(Kind.CAPACITOR, "C1", "a", "0"),
                        part(Kind.INDUCTOR, "L1", "a", "out"),
                        part(Kind.RESISTOR, "R2", "0", "out"))))
                .isTrue();
        assertThat(isFaithful(List.of(
                        part(Kind.VOLTAGE_SOURCE, "V1", "t", "0"),
                        part(Kind.RESISTOR, "R1", "t", "a"),
                        part(Kind.RESISTOR, "R2", "t", "b"),
                        part(Kind.RESISTOR, "R3", "a", "0"),
                        part(Kind.RESISTOR, "R4", "b", "0"),
                        part(Kind.RESISTOR, "R5", "a", "b"))))
                .isTrue();
    }

    @Test
    void partsInParallelLieOneAboveTheOther() {
        List<Part> parts = List.of(
                part(Kind.VOLTAGE_SOURCE, "V1", "a", "0"),
                part(Kind.RESISTOR, "R1", "a", "b"),
                part(Kind.CAPACITOR, "C1", "b", "a"),
                part(Kind.DIODE, "D1", "a", "b"),
                part(Kind.RESISTOR, "R2", "b", "0"));
        assertThat(isFaithful(parts)).isTrue();
        Schematic schematic = drawn(parts);
        assertThat(List.of("R1", "C1", "D1").stream()
                        .map(name -> symbol(schematic, name).at().y()))
                .doesNotHaveDuplicates();
    }

    @Test
    void amplifiersWithEitherInputGrounded() {
        for (List<String> inputs :
                List.of(List.of("0", "n"), List.of("n", "0"), List.of("p", "n"), List.of("n", "out"))) {
            assertThat(isFaithful(List.of(
                            part(Kind.VOLTAGE_SOURCE, "V1", "in", "0"),
                            part(Kind.RESISTOR, "R1", "in", "n"),
                            part(Kind.RESISTOR, "R2", "n", "out"),
                            part(Kind.AMPLIFIER, "E1", inputs.get(0), inputs.get(1), "out"),
                            part(Kind.RESISTOR, "R3", "p", "0"),
                            part(Kind.RESISTOR, "R4", "in", "p"),
                            part(Kind.RESISTOR, "RL", "out", "0"))))
                    .as("%s", inputs)
                    .isTrue();
        }
    }

    @Test
    void aSourceThatFeedsTransistorsIsARail() {
        List<Part> pair = List.of(
                rail("VCC", "c", Rail.HIGH),
                rail("VEE", "ee", Rail.LOW),
                part(Kind.VOLTAGE_SOURCE, "V1", "a", "0"),
                part(Kind.RESISTOR, "R1", "c", "k1"),
                part(Kind.RESISTOR, "R2", "c", "k2"),
                part(Kind.NPN, "Q1", "a", "k1", "e"),
                part(Kind.PNP, "Q2", "k2", "c", "b"),
                part(Kind.N_CHANNEL, "M1", "b", "k2", "e"),
                part(Kind.RESISTOR, "R3", "e", "ee"),
                part(Kind.RESISTOR, "R4", "b", "0"));
        assertThat(isFaithful(pair)).isTrue();
        Schematic schematic = drawn(pair);
        assertThat(schematic.symbols())
                .filteredOn(symbol -> symbol.kind() == Kind.SUPPLY)
                .isNotEmpty()
                .allMatch(symbol -> symbol.name().equals("VCC"));
        assertThat(schematic.symbols())
                .filteredOn(symbol -> symbol.kind() == Kind.LOW_SUPPLY)
                .hasSize(1);
    }

    @Test
    void portsAndPartsWithoutGround() {
        assertThat(isFaithful(List.of(
                        part(Kind.VOLTAGE_SOURCE, "V1", "s", "0"),
                        part(Kind.RESISTOR, "R1", "s", "a"),
                        part(Kind.LINE, "T1", "a", "0", "b", "0"),
                        part(Kind.RESISTOR, "RL", "b", "0"))))
                .isTrue();
        assertThat(isFaithful(List.of(part(Kind.RESISTOR, "R1", "a", "b"), part(Kind.RESISTOR, "R2", "b", "c"))))
                .isTrue();
    }

    /** Whatever is drawn is right, and most is drawn: of parts with two ends, of amplifiers beside them, of anything at all. */
    @Test
    void randomCircuitsAreDrawnAsTheyAre() {
        assertThat(share(Kind.SWITCH)).isEqualTo(1);
        assertThat(share(Kind.AMPLIFIER)).isGreaterThan(0.75);
        assertThat(share(Kind.TRANSFORMER)).isGreaterThan(0.5);
    }

    private static double share(Kind last) {
        Random random = new Random(7);
        int drawn = 0;
        int all = 300;
        for (int i = 0; i < all; i++) {
            if (isFaithful(random(random, 2 + random.nextInt(9), last))) {
                drawn++;
            }
        }
        return (double) drawn / all;
    }

    private static List<Part> random(Random random, int count, Kind last) {
        List<String> names = List.of("0", "a", "b", "c", "d", "e");
        int nodes = 2 + random.nextInt(names.size() - 1);
        List<Part> parts = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            Kind kind = KINDS.get(random.nextInt(KINDS.indexOf(last) + 1));
            int ends = kind.hasTwoEnds() ? 2 : kind.hasTwoPorts() ? 4 : 3;
            List<String> at = new ArrayList<>();
            for (int end = 0; end < ends; end++) {
                at.add(names.get(random.nextInt(nodes)));
            }
            if (ends == 2 && at.get(0).equals(at.get(1))) {
                at.set(1, at.get(0).equals("0") ? "a" : "0");
            }
            parts.add(new Part(kind, "X" + k, random.nextBoolean() ? "" : "47 µF", at));
        }
        return parts;
    }

    @Test
    void tooManyPartsAreAList() {
        List<Part> many = new ArrayList<>();
        for (int k = 0; k <= Drawing.MAX_PARTS; k++) {
            many.add(part(Kind.RESISTOR, "R" + k, "a" + k, "a" + (k + 1)));
        }
        Schematic list = drawn(many);
        assertThat(list.isDrawn()).isFalse();
        assertThat(list.parts()).hasSize(many.size()).contains("R0 1 kΩ: a0, a1");
    }

    @Test
    void namesThatTakeTooMuchRoomMakeAList() {
        List<Part> wide = new ArrayList<>();
        for (int k = 0; k < Drawing.MAX_PARTS; k++) {
            wide.add(part(Kind.RESISTOR, "R" + "x".repeat(180) + k, "a" + k, "a" + (k + 1)));
            if (k % 2 == 0) {
                wide.set(k, part(Kind.CAPACITOR, "C" + "x".repeat(180) + k, "a" + k, "0"));
            }
        }
        assertThat(drawn(wide).isDrawn()).isFalse();
    }

    @Test
    void textsOfStrangersAreCleaned() {
        Schematic schematic = drawn(List.of(
                new Part(Kind.RESISTOR, "R1\u001b[31m", "1\n2", List.of("a\u202e", "0")),
                part(Kind.RESISTOR, "R2", "a\u202e", "0")));
        assertThat(schematic.texts()).allMatch(text -> text.text().chars().noneMatch(Character::isISOControl));
        assertThat(schematic.parts()).allMatch(text -> text.chars().noneMatch(Character::isISOControl));
    }
}
