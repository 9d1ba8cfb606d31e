package org.ansatz.figure.text;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.figure.Label;
import org.ansatz.figure.Schematic;
import org.ansatz.figure.Schematic.Cell;
import org.ansatz.figure.Schematic.Symbol;
import org.ansatz.figure.Schematic.Text;
import org.ansatz.figure.Schematic.Wire;

/** A schematic as lines of text; the list of its parts where there is no drawing, or no room for it. */
final class TextSchematic {

    private static final int RIGHT = 1;
    private static final int LEFT = 2;
    private static final int DOWN = 4;
    private static final int UP = 8;
    private static final int ALL = 15;

    /** The line characters by the sides that lines leave to, as the sums of the above. */
    private static final String LINES = " ╶╴─╷┌┐┬╵└┘┴│├┤┼";

    private final Schematic schematic;
    private final boolean unicode;
    private final String[][] letters;
    private final int[][] lines;

    private TextSchematic(Schematic schematic, boolean unicode) {
        this.schematic = schematic;
        this.unicode = unicode;
        letters = new String[schematic.height()][schematic.width()];
        lines = new int[schematic.height()][schematic.width()];
    }

    static List<String> lines(Schematic schematic, TextStyle style) {
        List<String> lines = new ArrayList<>();
        if (!schematic.title().isEmpty()) {
            lines.add(fitted(schematic.title(), style));
        }
        List<String> drawing = new TextSchematic(schematic, style.unicode()).drawing();
        boolean fits = !drawing.isEmpty() && drawing.stream().allMatch(line -> Label.columns(line) <= style.width());
        if (fits) {
            lines.addAll(drawing);
        } else {
            schematic.parts().forEach(part -> lines.add(fitted("  " + part, style)));
        }
        schematic.notes().forEach(note -> lines.add(fitted(note, style)));
        return lines;
    }

    private static String fitted(String text, TextStyle style) {
        return TextFigure.fitted(text, style.width(), style.unicode());
    }

    private List<String> drawing() {
        schematic.wires().forEach(this::wire);
        schematic.symbols().forEach(this::symbol);
        schematic.texts().forEach(this::text);
        List<String> drawing = new ArrayList<>();
        for (int y = 0; y < letters.length; y++) {
            drawing.add(row(y).stripTrailing());
        }
        return trimmed(drawing);
    }

    private String row(int y) {
        StringBuilder row = new StringBuilder();
        int column = 0;
        for (int x = 0; x < letters[y].length; x++) {
            String letter = letters[y][x] == null ? line(x, y) : letters[y][x];
            if (x >= column) {
                row.append(letter);
                column += Math.max(1, Label.columns(letter));
            }
        }
        return row.toString();
    }

    /** What the wires in a cell look like; where two cross that are not joined, the one that stands goes through. */
    private String line(int x, int y) {
        boolean isCrossing = lines[y][x] == ALL && !schematic.joints().contains(new Cell(x, y));
        String line = String.valueOf(LINES.charAt(isCrossing ? UP + DOWN : lines[y][x]));
        return unicode ? line : Glyph.ascii(line);
    }

    /** Without empty lines at either end, and with two spaces before what begins first. */
    private static List<String> trimmed(List<String> lines) {
        int first = 0;
        int last = lines.size();
        while (first < last && lines.get(first).isEmpty()) {
            first++;
        }
        while (last > first && lines.get(last - 1).isEmpty()) {
            last--;
        }
        List<String> kept = lines.subList(first, last);
        int indent = kept.stream()
                .filter(line -> !line.isEmpty())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        int cut = Math.max(0, indent - 2);
        return kept.stream()
                .map(line -> line.isEmpty() ? line : line.substring(cut))
                .toList();
    }

    private void wire(Wire wire) {
        Cell from = wire.from();
        Cell to = wire.to();
        for (int x = from.x(); x < to.x(); x++) {
            lines[from.y()][x] |= RIGHT;
            lines[from.y()][x + 1] |= LEFT;
        }
        for (int y = from.y(); y < to.y(); y++) {
            lines[y][from.x()] |= DOWN;
            lines[y + 1][from.x()] |= UP;
        }
    }

    private void symbol(Symbol symbol) {
        Glyph glyph = Glyph.of(symbol);
        int y = symbol.at().y() + glyph.down();
        for (String row : glyph.rows()) {
            put(symbol.at().x() + glyph.right(), y++, unicode ? row : Glyph.ascii(row));
        }
        for (Cell end : symbol.ends()) {
            lines[end.y()][end.x()] |= towards(symbol, end);
        }
    }

    /** The side on which a symbol lies of one of its ends. */
    private static int towards(Symbol symbol, Cell end) {
        return switch (symbol.inward(end)) {
            case RIGHT -> RIGHT;
            case LEFT -> LEFT;
            case DOWN -> DOWN;
            case UP -> UP;
        };
    }

    private void text(Text text) {
        Text shown = unicode ? text : text.inAscii();
        put(shown.start(), shown.at().y(), shown.text());
    }

    /** Puts letters into cells, but for spaces; one that is two columns wide takes two. */
    private void put(int start, int y, String text) {
        int x = start;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String letter = Character.toString(text.codePointAt(i));
            boolean isInside = y >= 0 && y < letters.length && x >= 0 && x < letters[y].length;
            if (isInside && !letter.equals(" ")) {
                letters[y][x] = letter;
            }
            x += Math.max(1, Label.columns(letter));
        }
    }
}
