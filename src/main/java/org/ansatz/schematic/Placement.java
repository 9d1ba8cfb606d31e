package org.ansatz.schematic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ansatz.figure.Schematic;
import org.ansatz.figure.Schematic.Anchor;
import org.ansatz.figure.Schematic.Cell;
import org.ansatz.figure.Schematic.Heading;
import org.ansatz.figure.Schematic.Kind;
import org.ansatz.figure.Schematic.Symbol;
import org.ansatz.figure.Schematic.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where the symbols of a circuit stand. A part between a signal and a rail stands in the signal's column, below it or above it; one
 * between two columns lies in the gap between them or, where that is taken or wider, above. The middle row is 0.
 */
final class Placement {

    /** Rows between two levels: from a transistor's base to what is above it. */
    private static final int LEVEL = 3;

    /** How far a transistor's collector lies above its base, and to the right. */
    private static final int HALF = 2;

    private static final int BESIDE = 4;

    /** Rows from an amplifier's upper input to its lower one. */
    private static final int INPUTS = 2;

    /** From a standing symbol to the text beside it. */
    private static final int TO_TEXT = 3;

    /** Room on both sides of what lies in a gap. */
    private static final int ROOM = 3;

    /** Rows that the sign of a rail takes. */
    private static final int SIGN = 2;

    private static final int HIGHEST = 40;

    private final Circuit circuit;
    private final Columns columns;
    private final List<Symbol> symbols = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private final List<Pin> pins = new ArrayList<>();
    private final List<Area> bodies = new ArrayList<>();
    private final Map<Integer, Integer> lefts = new HashMap<>();
    private final Map<Integer, Integer> rights = new HashMap<>();
    private int next;
    private int placed;

    Placement(Circuit circuit) {
        this.circuit = circuit;
        columns = new Columns(circuit);
        for (int c = 0; c < columns.all().size(); c++) {
            placeColumn(c);
        }
        circuit.parts().stream().filter(this::isBetweenRails).forEach(this::placeAlone);
        List<Part> across = new ArrayList<>(
                circuit.parts().stream().filter(circuit::isBetweenSignals).toList());
        across.sort(Comparator.comparingInt(this::span));
        across.stream().filter(part -> span(part) > 0).forEach(this::placeAcross);
    }

    /**
     * Whether every part has a place that nothing else has: one all of whose ends are rails, and which has more than two, has
     * none.
     */
    boolean isClear() {
        boolean isClear = placed == circuit.parts().size();
        for (int i = 0; i < bodies.size(); i++) {
            Area body = bodies.get(i);
            isClear &= bodies.subList(0, i).stream().noneMatch(body::meets);
            isClear &= pins.stream().noneMatch(pin -> body.contains(pin.at()));
        }
        return isClear;
    }

    List<Symbol> symbols() {
        return symbols;
    }

    List<Text> texts() {
        return texts;
    }

    List<Pin> pins() {
        return pins;
    }

    /** Symbols without their ends. */
    List<Area> bodies() {
        return bodies;
    }

    /** Symbols and texts. */
    List<Area> areas() {
        List<Area> areas = new ArrayList<>(bodies);
        texts.forEach(text -> areas.add(Area.of(text)));
        return areas;
    }

    private int row(String node) {
        return LEVEL * columns.level(node);
    }

    private int span(Part part) {
        return Math.abs(columns.of(part.node(0)) - columns.of(part.node(1)));
    }

    private boolean isBetweenRails(Part part) {
        return part.kind().hasTwoEnds() && circuit.isRail(part.node(0)) && circuit.isRail(part.node(1));
    }

    // ---- columns

    private void placeColumn(int column) {
        List<String> nodes = columns.all().get(column);
        int left = left(column, nodes);
        lefts.put(column, left);
        int x = left;
        int right = left;
        for (List<Standing> line : lines(nodes)) {
            int wide = 0;
            right = x;
            for (Standing standing : line) {
                place(standing, x);
                wide = Math.max(wide, standing.part.widest());
            }
            x += TO_TEXT + wide + 2;
        }
        next = x + 1;
        rights.put(column, right);
        hosted(nodes, kind -> kind == Kind.AMPLIFIER).forEach(part -> placeAmplifier(part, column));
        hosted(nodes, Kind::hasTwoPorts).forEach(part -> placePorts(part, column));
    }

    /** Where a column begins: behind what belongs to it and stands to its left, and behind what lies in the gap before it. */
    private int left(int column, List<String> nodes) {
        boolean hasTransistors = !hosted(nodes, Kind::isTransistor).isEmpty();
        boolean hasWide = !hosted(nodes, kind -> kind == Kind.AMPLIFIER || kind.hasTwoPorts())
                .isEmpty();
        int own = hasWide ? Schematic.ACROSS + ROOM + 1 : hasTransistors ? BESIDE + 1 : 0;
        int gap = own == 0 ? 2 : own + ROOM;
        for (Part part : circuit.parts()) {
            if (circuit.isBetweenSignals(part) && span(part) == 1 && isInGap(part, column)) {
                int wide = Math.max(Schematic.ACROSS, part.length());
                gap = Math.max(gap, wide + ROOM + 1 + (hasTransistors ? BESIDE : 0));
            }
        }
        return column == 0 ? own == 0 ? 0 : gap : Math.max(next + own, rights.getOrDefault(column - 1, 0) + gap);
    }

    /** What stands in a column, line by line: transistors first, then what is between a signal and a rail, or two signals. */
    private List<List<Standing>> lines(List<String> nodes) {
        List<List<Standing>> lines = new ArrayList<>();
        for (Part transistor : hosted(nodes, Kind::isTransistor)) {
            int base = LEVEL * columns.level(transistor);
            add(lines, new Standing(transistor, base - HALF, base + HALF));
        }
        for (String node : nodes) {
            standing(node).forEach(part -> add(lines, part));
        }
        for (Part part : circuit.parts()) {
            if (circuit.isBetweenSignals(part) && span(part) == 0 && nodes.contains(part.node(0))) {
                int top = Math.min(row(part.node(0)), row(part.node(1)));
                add(lines, new Standing(part, top, top + Schematic.DOWN));
            }
        }
        return lines;
    }

    private boolean isInGap(Part part, int column) {
        return Math.max(columns.of(part.node(0)), columns.of(part.node(1))) == column;
    }

    /** The parts with more than two ends that belong to a column: those whose output, or what is above or else below, is in it. */
    private List<Part> hosted(List<String> nodes, Predicate<Kind> test) {
        List<Part> hosted = new ArrayList<>();
        for (Part part : circuit.parts()) {
            if (test.test(part.kind()) && nodes.contains(host(part))) {
                hosted.add(part);
            }
        }
        return hosted;
    }

    private String host(Part part) {
        List<Integer> order = part.kind().isTransistor() ? List.of(1, 2, 0) : List.of(2, 0, 1);
        for (int pin : order) {
            if (!circuit.isRail(part.node(pin))) {
                return part.node(pin);
            }
        }
        return Part.GROUND;
    }

    /**
     * A part that stands in a column.
     *
     * @param top the row of its upper end
     * @param aboveIt rows that the sign of a rail takes above it
     * @param belowIt likewise below
     * @param signal the node between which and a rail it stands; null if both ends are signals
     */
    private record Standing(
            Part part,
            int top,
            int bottom,
            int aboveIt,
            int belowIt,
            @Nullable String signal) {
        /** A part without a rail. */
        Standing(Part part, int top, int bottom) {
            this(part, top, bottom, 0, 0, null);
        }

        /** Whether the two can stand one above the other, joined at most at the signal of both. */
        boolean isApart(Standing other) {
            return bottom + belowIt <= other.top - other.aboveIt || other.bottom + other.belowIt <= top - aboveIt;
        }
    }

    /** What stands between a signal and rails, sources first, and what is above before what is below. */
    private List<Standing> standing(String node) {
        List<Standing> standing = new ArrayList<>();
        for (Part part : circuit.parts()) {
            if (!part.kind().hasTwoEnds()
                    || circuit.isBetweenSignals(part)
                    || !part.nodes().contains(node)) {
                continue;
            }
            String rail = part.node(part.node(0).equals(node) ? 1 : 0);
            int row = row(node);
            standing.add(
                    circuit.isAbove(rail)
                            ? new Standing(part, row - Schematic.DOWN, row, SIGN, 0, node)
                            : new Standing(part, row, row + Schematic.DOWN, 0, SIGN, node));
        }
        standing.sort(Comparator.comparingInt(s -> isSource(s.part) ? 0 : 1));
        return standing;
    }

    private static boolean isSource(Part part) {
        return part.kind() == Kind.VOLTAGE_SOURCE || part.kind() == Kind.CURRENT_SOURCE;
    }

    /** Puts a part into the first of a column's lines in which there is room. */
    private static void add(List<List<Standing>> lines, Standing standing) {
        for (List<Standing> line : lines) {
            if (line.stream().allMatch(standing::isApart)) {
                line.add(standing);
                return;
            }
        }
        lines.add(new ArrayList<>(List.of(standing)));
    }

    // ---- parts that stand

    private void place(Standing standing, int x) {
        if (standing.part.kind().isTransistor()) {
            placeTransistor(standing.part, x);
        } else {
            stand(standing.part, x, standing.top, isFirstAbove(standing));
        }
    }

    /** Puts a part with two ends upright, its upper end in a row. */
    private void stand(Part part, int x, int top, boolean isFirstAbove) {
        Cell at = new Cell(x, isFirstAbove ? top : top + Schematic.DOWN);
        put(new Symbol(part.kind(), part.name(), at, isFirstAbove ? Heading.DOWN : Heading.UP), part.nodes());
        bodies.add(new Area(x - 1, top + 1, x + 1, top + Schematic.DOWN - 1));
        textBeside(part, x + TO_TEXT, top + 1);
    }

    /** Puts a symbol whose ends are joined to nodes, in their order. */
    private void put(Symbol symbol, List<String> nodes) {
        symbols.add(symbol);
        placed++;
        List<Cell> ends = symbol.ends();
        for (int i = 0; i < ends.size(); i++) {
            pin(nodes.get(i), ends.get(i), symbol.inward(ends.get(i)).back());
        }
    }

    private boolean isFirstAbove(Standing standing) {
        Part part = standing.part;
        if (standing.signal == null) {
            return row(part.node(0)) <= row(part.node(1));
        }
        boolean isSignalFirst = part.node(0).equals(standing.signal);
        return isSignalFirst == (standing.top == row(standing.signal));
    }

    private void textBeside(Part part, int x, int y) {
        List<String> lines = part.value().isEmpty() ? List.of(part.name()) : List.of(part.name(), part.value());
        for (int i = 0; i < lines.size(); i++) {
            texts.add(new Text(new Cell(x, y + i), Anchor.START, lines.get(i), /* isNode= */ false));
        }
    }

    private void placeTransistor(Part part, int x) {
        Cell at = new Cell(x - BESIDE, LEVEL * columns.level(part));
        put(new Symbol(part.kind(), part.name(), at, Heading.RIGHT), part.nodes());
        bodies.add(new Area(at.x() + 1, at.y() - 1, x, at.y() + 1));
        textBeside(part, x + 2, at.y());
    }

    /** A part between two rails stands by itself on the right. */
    private void placeAlone(Part part) {
        stand(part, next, 0, circuit.isAbove(part.node(0)) || !circuit.isAbove(part.node(1)));
        next += TO_TEXT + part.widest() + 2;
    }

    // ---- parts between columns

    private void placeAmplifier(Part part, int column) {
        String plus = part.node(0);
        String minus = part.node(1);
        String output = part.node(2);
        boolean isInvertedAbove = isUpper(minus, plus, output, column);
        Cell at = besideColumn(part, column);
        put(
                new Symbol(Kind.AMPLIFIER, part.name(), at, Heading.RIGHT, isInvertedAbove),
                isInvertedAbove ? List.of(minus, plus, output) : List.of(plus, minus, output));
        int bottom = at.y() + INPUTS + 1;
        bodies.add(new Area(at.x() + 1, at.y() - 1, at.x() + Schematic.ACROSS - 1, bottom));
        texts.add(new Text(
                new Cell(at.x() + Schematic.ACROSS / 2, bottom + 1), Anchor.MIDDLE, part.label(), /* isNode= */ false));
    }

    /** Where the upper left end is of what stands to the left of a column. */
    private Cell besideColumn(Part part, int column) {
        return new Cell(lefts.getOrDefault(column, 0) - ROOM - Schematic.ACROSS, row(host(part)));
    }

    /** Whether an input lies above the other: the one that a neighbour leads to, not a rail and not the output itself. */
    private boolean isUpper(String input, String other, String output, int column) {
        if (circuit.isRail(input) || input.equals(output)) {
            return false;
        }
        if (circuit.isRail(other) || other.equals(output)) {
            return true;
        }
        boolean isNear = columns.of(input) == column - 1;
        boolean isOtherNear = columns.of(other) == column - 1;
        return isNear || !isOtherNear;
    }

    private void placePorts(Part part, int column) {
        Cell at = besideColumn(part, column);
        put(new Symbol(part.kind(), part.name(), at, Heading.RIGHT), part.nodes());
        bodies.add(new Area(at.x() + 1, at.y(), at.x() + Schematic.ACROSS - 1, at.y() + Schematic.DOWN));
        texts.add(label(part, at.x(), at.y()));
    }

    private void placeAcross(Part part) {
        boolean isForwards = columns.of(part.node(0)) < columns.of(part.node(1));
        String left = part.node(isForwards ? 0 : 1);
        String right = part.node(isForwards ? 1 : 0);
        int from = rights.getOrDefault(columns.of(left), 0);
        int to = lefts.getOrDefault(columns.of(right), 0);
        boolean isNear = span(part) == 1;
        int room = isNear
                        && !hosted(columns.all().get(columns.of(right)), Kind::isTransistor)
                                .isEmpty()
                ? BESIDE
                : 0;
        int x = from + (to - room - from - Schematic.ACROSS) / 2;
        int y = isNear ? nearRow(part, row(left), row(right), x) : farRow(part, from, to);
        Cell at = new Cell(isForwards ? x : x + Schematic.ACROSS, y);
        put(new Symbol(part.kind(), part.name(), at, isForwards ? Heading.RIGHT : Heading.LEFT), part.nodes());
        bodies.add(new Area(x + 1, y, x + Schematic.ACROSS - 1, y));
        texts.add(label(part, x, y));
    }

    private static Text label(Part part, int x, int y) {
        return new Text(new Cell(x + Schematic.ACROSS / 2, y - 1), Anchor.MIDDLE, part.label(), /* isNode= */ false);
    }

    /** A row in the gap between two columns: that of either node, or the next above in which there is room. */
    private int nearRow(Part part, int left, int right, int x) {
        for (int row : new int[] {left, right}) {
            if (isFree(part, x, row, x, x + Schematic.ACROSS)) {
                return row;
            }
        }
        int row = Math.min(left, right) - LEVEL;
        while (row > -HIGHEST && !isFree(part, x, row, x, x + Schematic.ACROSS)) {
            row--;
        }
        return row;
    }

    /** The lowest row above the middle in which nothing is in the way from one column to the other. */
    private int farRow(Part part, int from, int to) {
        int x = from + (to - from - Schematic.ACROSS) / 2;
        int row = -LEVEL;
        while (row > -HIGHEST && !isFree(part, x, row, from, to)) {
            row--;
        }
        return row;
    }

    private boolean isFree(Part part, int x, int row, int from, int to) {
        Area label = Area.of(label(part, x, row));
        Area text = new Area(label.left() - 1, label.top(), label.right() + 1, label.bottom());
        Area body = new Area(from, row, to, row);
        for (Area area : areas()) {
            if (area.meets(body) || area.meets(text)) {
                return false;
            }
        }
        return true;
    }

    // ---- ends

    /** An end of a symbol; at a rail it gets a sign of its own, unless all of ground is one line. */
    private void pin(String node, Cell at, Heading out) {
        boolean isOneLine = node.equals(Part.GROUND) && circuit.isOfTwoEnds();
        if (!circuit.isRail(node) || isOneLine) {
            pins.add(new Pin(node, at));
            return;
        }
        Heading way = circuit.isAbove(node) ? Heading.UP : Heading.DOWN;
        if (out == way) {
            bodies.add(new Area(at.x(), at.y(), at.x(), at.y()));
            sign(node, at, way);
            return;
        }
        Cell beside = at.plus(out.lies() ? out.x() : 2, way.y());
        String net = node + " " + pins.size();
        pins.add(new Pin(net, at));
        pins.add(new Pin(net, beside));
        sign(node, beside, way);
    }

    private void sign(String rail, Cell at, Heading way) {
        symbols.add(new Symbol(circuit.sign(rail), circuit.source(rail), at, way));
        bodies.add(new Area(at.x() - 1, at.y() + way.y(), at.x() + 1, at.y() + way.y()));
        String label = circuit.label(rail);
        if (!label.isEmpty()) {
            texts.add(new Text(at.plus(0, 2 * way.y()), Anchor.MIDDLE, label, /* isNode= */ false));
        }
    }
}
