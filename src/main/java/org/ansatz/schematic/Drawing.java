package org.ansatz.schematic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ansatz.figure.Label;
import org.ansatz.figure.Schematic;
import org.ansatz.figure.Schematic.Anchor;
import org.ansatz.figure.Schematic.Cell;
import org.ansatz.figure.Schematic.Heading;
import org.ansatz.figure.Schematic.Kind;
import org.ansatz.figure.Schematic.Symbol;
import org.ansatz.figure.Schematic.Text;
import org.jspecify.annotations.Nullable;

/** Draws the schematic of a circuit from its parts. */
public final class Drawing {

    /** Of more parts there is a list alone: nobody reads their schematic. */
    public static final int MAX_PARTS = 40;

    private Drawing() {}

    /**
     * The schematic of some parts; where they are too many, or wires find no way, their list alone.
     *
     * @param title what it shows
     * @param parts in the order of the netlist
     * @param notes sentences below the picture
     */
    public static Schematic of(String title, List<Part> parts, List<String> notes) {
        List<String> list = parts.stream().map(Drawing::line).toList();
        if (parts.isEmpty() || parts.size() > MAX_PARTS) {
            return Schematic.list(title, list, notes);
        }
        Schematic drawn = drawn(title, new Circuit(parts), list, notes);
        return drawn == null ? Schematic.list(title, list, notes) : drawn;
    }

    private static String line(Part part) {
        return part.label() + ": " + String.join(", ", part.nodes());
    }

    private static @Nullable Schematic drawn(String title, Circuit circuit, List<String> list, List<String> notes) {
        Placement placement = new Placement(circuit);
        if (!placement.isClear()) {
            return null;
        }
        Sheet sheet = Sheet.around(placement);
        Router router = new Router(sheet.width(), sheet.height());
        placement.bodies().forEach(area -> router.block(sheet.shifted(area)));
        placement.texts().forEach(text -> router.avoid(Area.of(sheet.shifted(text))));
        Map<String, List<Cell>> nets = new LinkedHashMap<>();
        placement
                .pins()
                .forEach(pin -> nets.computeIfAbsent(pin.net(), net -> new ArrayList<>())
                        .add(sheet.shifted(pin.at())));
        List<String> order = new ArrayList<>(nets.keySet());
        for (String net : order) {
            nets.get(net).forEach(cell -> router.end(cell, order.indexOf(net)));
        }
        List<String> shortest = new ArrayList<>(order);
        shortest.sort(Comparator.comparingInt(net -> reach(nets.get(net))));
        for (String net : shortest) {
            if (!router.join(order.indexOf(net), nets.get(net))) {
                return null;
            }
        }
        List<Symbol> symbols = placement.symbols().stream().map(sheet::shifted).collect(Collectors.toList());
        if (nets.containsKey(Part.GROUND)) {
            Cell sign = nets.get(Part.GROUND).stream()
                    .min(Comparator.comparingInt(Cell::x))
                    .orElseThrow();
            symbols.add(new Symbol(Kind.GROUND, Part.GROUND, sign, Heading.DOWN));
        }
        List<Text> texts = placement.texts().stream().map(sheet::shifted).collect(Collectors.toList());
        for (String node : circuit.signals()) {
            Text name = name(node, order.indexOf(node), router, sheet);
            if (name != null) {
                texts.add(name);
                router.block(Area.of(name));
            }
        }
        return new Schematic(
                title,
                sheet.width(),
                sheet.height(),
                symbols,
                router.wires(),
                joints(router, placement, sheet),
                texts,
                list,
                notes);
    }

    /** Half of the way around the ends of a net. */
    private static int reach(List<Cell> cells) {
        int left = cells.stream().mapToInt(Cell::x).min().orElse(0);
        int right = cells.stream().mapToInt(Cell::x).max().orElse(0);
        int top = cells.stream().mapToInt(Cell::y).min().orElse(0);
        int bottom = cells.stream().mapToInt(Cell::y).max().orElse(0);
        return right - left + 2 * (bottom - top);
    }

    /** The name of a node above the first of its wires over which there is room, or else beside one of its cells; a number says nothing. */
    private static @Nullable Text name(String node, int net, Router router, Sheet sheet) {
        if (node.chars().allMatch(Character::isDigit)) {
            return null;
        }
        int wide = Label.columns(Label.of(node));
        for (int[] beside : new int[][] {{0, -1, 1}, {2, 0, 0}, {-1 - wide, 0, 0}, {0, -1, 0}, {0, 1, 0}}) {
            for (int y = 1; y + 1 < sheet.height(); y++) {
                for (int x = 1; x < sheet.width(); x++) {
                    boolean isOn = beside[2] == 1 ? router.across(x, y) == net : router.isOf(net, x, y);
                    if (isOn && isRoom(router, x + beside[0], y + beside[1], wide)) {
                        return new Text(new Cell(x + beside[0], y + beside[1]), Anchor.START, node, /* isNode= */ true);
                    }
                }
            }
        }
        return null;
    }

    private static boolean isRoom(Router router, int x, int y, int wide) {
        for (int k = -1; k <= wide; k++) {
            if (!router.isEmpty(x + k, y)) {
                return false;
            }
        }
        return true;
    }

    private static List<Cell> joints(Router router, Placement placement, Sheet sheet) {
        int[][] symbols = new int[sheet.height()][sheet.width()];
        placement.pins().forEach(pin -> {
            Cell at = sheet.shifted(pin.at());
            symbols[at.y()][at.x()]++;
        });
        List<Cell> joints = new ArrayList<>();
        for (int y = 0; y < sheet.height(); y++) {
            for (int x = 0; x < sheet.width(); x++) {
                if (router.isJoint(x, y, symbols[y][x])) {
                    joints.add(new Cell(x, y));
                }
            }
        }
        return joints;
    }
}
