package org.ansatz.schematic;

import java.util.ArrayList;
import java.util.Collections;
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

    /** Names of strangers may be long; on a larger sheet wires would take too much work. */
    private static final int MAX_CELLS = 60_000;

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
        if (sheet.width() * sheet.height() > MAX_CELLS) {
            return null;
        }
        Router router = new Router(sheet.width(), sheet.height());
        placement.bodies().forEach(area -> router.block(sheet.shifted(area)));
        placement.texts().forEach(text -> router.avoid(Area.of(sheet.shifted(text))));
        List<Net> nets = nets(placement, sheet);
        for (int i = 0; i < nets.size(); i++) {
            for (Cell end : nets.get(i).ends()) {
                router.end(end, i);
            }
        }
        List<Integer> shortest = new ArrayList<>();
        for (int i = 0; i < nets.size(); i++) {
            shortest.add(i);
        }
        shortest.sort(Comparator.comparingInt(i -> nets.get(i).reach()));
        for (int i : shortest) {
            if (!router.join(i, nets.get(i).ends())) {
                return null;
            }
        }
        List<Symbol> symbols = placement.symbols().stream().map(sheet::shifted).collect(Collectors.toList());
        for (Net net : nets) {
            if (net.name().equals(Part.GROUND)) {
                symbols.add(new Symbol(Kind.GROUND, Part.GROUND, net.leftmost(), Heading.DOWN));
            }
        }
        List<Text> texts = placement.texts().stream().map(sheet::shifted).collect(Collectors.toList());
        for (int i = 0; i < nets.size(); i++) {
            boolean isSignal = circuit.signals().contains(nets.get(i).name());
            Text name = isSignal ? name(nets.get(i).name(), i, router, sheet) : null;
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

    /** What is joined, and where. */
    private record Net(String name, List<Cell> ends) {
        /** Half of the way around its ends. */
        int reach() {
            int left = ends.stream().mapToInt(Cell::x).min().orElse(0);
            int right = ends.stream().mapToInt(Cell::x).max().orElse(0);
            int top = ends.stream().mapToInt(Cell::y).min().orElse(0);
            int bottom = ends.stream().mapToInt(Cell::y).max().orElse(0);
            return right - left + 2 * (bottom - top);
        }

        Cell leftmost() {
            return Collections.min(ends, Comparator.comparingInt(Cell::x));
        }
    }

    private static List<Net> nets(Placement placement, Sheet sheet) {
        Map<String, List<Cell>> ends = new LinkedHashMap<>();
        placement
                .pins()
                .forEach(pin -> ends.computeIfAbsent(pin.net(), net -> new ArrayList<>())
                        .add(sheet.shifted(pin.at())));
        List<Net> nets = new ArrayList<>();
        ends.forEach((name, cells) -> nets.add(new Net(name, cells)));
        return nets;
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
