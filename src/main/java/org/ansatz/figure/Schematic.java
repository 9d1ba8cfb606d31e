package org.ansatz.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schematic of a circuit: symbols, wires between them, and texts. Places are cells of a grid, from the left and from the top; a
 * cell is twice as high as it is wide, like a letter on a terminal.
 *
 * @param title what it shows
 * @param width in cells
 * @param height in cells
 * @param symbols what stands for the parts
 * @param wires straight pieces
 * @param joints where wires of one node meet
 * @param texts names and values
 * @param parts a line for each part, with the nodes it is joined to: all there is where {@code width} is 0
 * @param notes sentences below the picture
 */
public record Schematic(
        String title,
        int width,
        int height,
        List<Symbol> symbols,
        List<Wire> wires,
        List<Cell> joints,
        List<Text> texts,
        List<String> parts,
        List<String> notes)
        implements Graphic {

    /** How far apart the ends of a symbol that lies are, in cells. */
    public static final int ACROSS = 8;

    /** How far apart the ends of a symbol that stands are, in cells: the same length. */
    public static final int DOWN = 4;

    /** Cleans the title and copies the lists. */
    public Schematic {
        title = Label.of(title);
        symbols = List.copyOf(symbols);
        wires = List.copyOf(wires);
        joints = List.copyOf(joints);
        texts = List.copyOf(texts);
        parts = parts.stream().map(Label::of).toList();
        notes = notes.stream().map(Label::of).toList();
    }

    /** A circuit of which there is no drawing, only the list of its parts. */
    public static Schematic list(String title, List<String> parts, List<String> notes) {
        return new Schematic(title, 0, 0, List.of(), List.of(), List.of(), List.of(), parts, notes);
    }

    /** Whether there is a drawing. */
    public boolean isDrawn() {
        return width > 0;
    }

    /** Where the ends of symbols are. */
    private enum Ends {
        TWO,
        OF_TRANSISTOR,
        OF_TWO_PORTS,
        OTHER
    }

    /** What a symbol stands for. */
    public enum Kind {
        /** A resistor. */
        RESISTOR(Ends.TWO),
        /** A capacitor. */
        CAPACITOR(Ends.TWO),
        /** An inductor. */
        INDUCTOR(Ends.TWO),
        /** A source of voltage, its plus at the first end. */
        VOLTAGE_SOURCE(Ends.TWO),
        /** A source of current, which flows from the first end through it to the second. */
        CURRENT_SOURCE(Ends.TWO),
        /** A source of voltage that something controls. */
        CONTROLLED_VOLTAGE(Ends.TWO),
        /** A source of current that something controls. */
        CONTROLLED_CURRENT(Ends.TWO),
        /** A diode, its anode at the first end. */
        DIODE(Ends.TWO),
        /** A Zener diode, its anode at the first end. */
        ZENER_DIODE(Ends.TWO),
        /** A switch. */
        SWITCH(Ends.TWO),
        /** An operational amplifier: its upper input, its lower input, its output. */
        AMPLIFIER(Ends.OTHER),
        /** An npn transistor: its base, its collector above, its emitter below. */
        NPN(Ends.OF_TRANSISTOR),
        /** A pnp transistor: its base, its emitter above, its collector below. */
        PNP(Ends.OF_TRANSISTOR),
        /** An n-channel field-effect transistor: its gate, its drain above, its source below. */
        N_CHANNEL(Ends.OF_TRANSISTOR),
        /** A p-channel field-effect transistor: its gate, its source above, its drain below. */
        P_CHANNEL(Ends.OF_TRANSISTOR),
        /** An n-channel junction field-effect transistor, as above. */
        N_JUNCTION(Ends.OF_TRANSISTOR),
        /** A p-channel junction field-effect transistor, as above. */
        P_JUNCTION(Ends.OF_TRANSISTOR),
        /** A transmission line between two ports. */
        LINE(Ends.OF_TWO_PORTS),
        /** An ideal transformer between two ports. */
        TRANSFORMER(Ends.OF_TWO_PORTS),
        /** The node that voltages are measured against. */
        GROUND(Ends.OTHER),
        /** A rail that a source keeps above it. */
        SUPPLY(Ends.OTHER),
        /** A rail that a source keeps below it. */
        LOW_SUPPLY(Ends.OTHER);

        private final Ends ends;

        Kind(Ends ends) {
            this.ends = ends;
        }

        /** Whether it has two ends on a line. */
        public boolean hasTwoEnds() {
            return ends == Ends.TWO;
        }

        /** Whether it is a transistor. */
        public boolean isTransistor() {
            return ends == Ends.OF_TRANSISTOR;
        }

        /** Whether it has two ports. */
        public boolean hasTwoPorts() {
            return ends == Ends.OF_TWO_PORTS;
        }
    }

    /** Where a symbol's second end lies, seen from its first. */
    public enum Heading {
        /** To the right. */
        RIGHT(1, 0),
        /** To the left. */
        LEFT(-1, 0),
        /** Below. */
        DOWN(0, 1),
        /** Above. */
        UP(0, -1);

        private final int x;
        private final int y;

        Heading(int x, int y) {
            this.x = x;
            this.y = y;
        }

        /** Cells to the right in a step this way. */
        public int x() {
            return x;
        }

        /** Cells down in a step this way. */
        public int y() {
            return y;
        }

        /** Whether it lies. */
        public boolean lies() {
            return y == 0;
        }

        /** The other way. */
        public Heading back() {
            return switch (this) {
                case RIGHT -> LEFT;
                case LEFT -> RIGHT;
                case DOWN -> UP;
                case UP -> DOWN;
            };
        }
    }

    /** A place. */
    public record Cell(int x, int y) {
        /** The place so many cells away. */
        public Cell plus(int right, int down) {
            return new Cell(x + right, y + down);
        }

        // By hand: the first call of those that are generated costs 20 ms.

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Cell cell && x == cell.x && y == cell.y;
        }

        @Override
        public int hashCode() {
            return 31 * x + y;
        }
    }

    /**
     * A symbol.
     *
     * @param name of the part, or of the source that feeds a rail; of the ground {@code 0}
     * @param at its first end; of an amplifier or a port the upper left one, of a transistor its base or gate
     * @param heading where its second end lies, if it has two
     * @param isInvertedAbove whether the upper input of an amplifier is the inverting one
     */
    public record Symbol(Kind kind, String name, Cell at, Heading heading, boolean isInvertedAbove) {
        /** A symbol with two ends, or one whose direction is always the same. */
        public Symbol(Kind kind, String name, Cell at, Heading heading) {
            this(kind, name, at, heading, /* isInvertedAbove= */ false);
        }

        /** All ends. */
        public List<Cell> ends() {
            if (kind.hasTwoEnds()) {
                int length = heading.lies() ? ACROSS : DOWN;
                return List.of(at, at.plus(heading.x() * length, heading.y() * length));
            }
            if (kind.isTransistor()) {
                return List.of(at, at.plus(ACROSS / 2, -DOWN / 2), at.plus(ACROSS / 2, DOWN / 2));
            }
            if (kind.hasTwoPorts()) {
                return List.of(at, at.plus(0, DOWN), at.plus(ACROSS, 0), at.plus(ACROSS, DOWN));
            }
            return kind == Kind.AMPLIFIER ? List.of(at, at.plus(0, DOWN / 2), at.plus(ACROSS, DOWN / 4)) : List.of(at);
        }

        /** Where the symbol lies, seen from one of its ends. */
        public Heading inward(Cell end) {
            if (kind.hasTwoEnds()) {
                return end.equals(at) ? heading : heading.back();
            }
            if (kind.isTransistor() && end.x() > at.x()) {
                return end.y() < at.y() ? Heading.DOWN : Heading.UP;
            }
            return kind == Kind.GROUND || kind == Kind.LOW_SUPPLY
                    ? Heading.DOWN
                    : kind == Kind.SUPPLY ? Heading.UP : end.x() > at.x() ? Heading.LEFT : Heading.RIGHT;
        }
    }

    /** A straight wire, to the right or down. */
    public record Wire(Cell from, Cell to) {}

    /** How a text lies about its place. */
    public enum Anchor {
        /** It begins there. */
        START,
        /** Its middle is there. */
        MIDDLE
    }

    /**
     * A text.
     *
     * @param at the place of its first or middle letter
     * @param isNode whether it is the name of a node
     */
    public record Text(Cell at, Anchor anchor, String text, boolean isNode) {
        /** Cleans the text. */
        public Text {
            text = Label.of(text);
        }

        /** The same in ASCII, which may be longer. */
        public Text inAscii() {
            return new Text(at, anchor, Label.ascii(text), isNode);
        }

        /** The cells that it takes, whether in ASCII or not. */
        public int columns() {
            return Math.max(Label.columns(text), Label.ascii(text).length());
        }

        /** The cell of its first letter. */
        public int start() {
            return anchor == Anchor.START ? at.x : at.x - Label.columns(text) / 2;
        }
    }
}
