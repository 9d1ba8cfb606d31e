package org.ansatz.figure.text;

import java.util.Arrays;

/** Cells of a terminal, each of which holds dots, or a character written over them; and the ink each was drawn with. */
abstract class Canvas {

    /** The ink of what is no curve: axes and labels. */
    static final int PLAIN = -1;

    /** The ink of what should stand back: zero lines and marks. */
    static final int FAINT = -2;

    private static final int[] COLOURS = {36, 31, 32, 35, 34, 33};

    private final int columns;
    private final int rows;
    private final String[] written;
    private final int[] inks;

    Canvas(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.written = new String[columns * rows];
        this.inks = new int[columns * rows];
        Arrays.fill(written, "");
        Arrays.fill(inks, PLAIN);
    }

    static Canvas of(int columns, int rows, boolean unicode) {
        return unicode ? new BrailleCanvas(columns, rows) : new AsciiCanvas(columns, rows);
    }

    final int columns() {
        return columns;
    }

    final int rows() {
        return rows;
    }

    /** How many dots a cell has from left to right. */
    abstract int across();

    /** How many dots a cell has from top to bottom. */
    abstract int down();

    /** Sets a dot, counted from the left and from the top; whatever lies outside is left out. */
    final void dot(int x, int y, int ink) {
        if (x < 0 || y < 0 || x >= columns * across() || y >= rows * down()) {
            return;
        }
        int cell = y / down() * columns + x / across();
        if (ink != FAINT || isEmpty(cell)) {
            inks[cell] = ink;
        }
        set(cell, x % across(), y % down(), ink);
    }

    /** Sets a dot of a cell. */
    abstract void set(int cell, int x, int y, int ink);

    /** Whether no dot of a cell is set. */
    abstract boolean isEmpty(int cell);

    /** The character that shows the dots of a cell. */
    abstract String shown(int cell);

    /** Whether a character was written into a cell; cells outside count as written. */
    final boolean isWritten(int column, int row) {
        return column < 0 || row < 0 || column >= columns || row >= rows || !written[row * columns + column].isEmpty();
    }

    /** Whether a dot of a curve was set in a cell. */
    final boolean isDrawn(int column, int row) {
        int cell = row * columns + column;
        return inks[cell] >= 0 && !isEmpty(cell);
    }

    /** Writes a text over the dots, which takes one column for each of its characters; it is cut at the edge. */
    final void write(int column, int row, String text, int ink) {
        int at = column;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String character = Character.toString(text.codePointAt(i));
            int width = org.ansatz.figure.Label.columns(character);
            if (width == 1 && at >= 0 && at < columns) {
                written[row * columns + at] = character;
                inks[row * columns + at] = ink;
            } else if (width == 0 && at > 0 && at <= columns) {
                written[row * columns + at - 1] += character;
            } else if (width == 2 && at >= 0 && at + 1 < columns) {
                written[row * columns + at] = character;
                written[row * columns + at + 1] = "\0";
                inks[row * columns + at] = ink;
                inks[row * columns + at + 1] = ink;
            }
            at += width;
        }
    }

    /** A row as text, in colour if that is wanted. */
    final String row(int row, boolean colour) {
        StringBuilder line = new StringBuilder();
        int ink = PLAIN;
        for (int column = 0; column < columns; column++) {
            int cell = row * columns + column;
            String shown = written[cell].isEmpty() ? shown(cell) : written[cell];
            int wanted = shown.equals(" ") ? PLAIN : inks[cell];
            if (colour && wanted != ink) {
                line.append(ink == PLAIN ? "" : "\u001b[0m").append(start(wanted));
                ink = wanted;
            }
            line.append(shown.equals("\0") ? "" : shown);
        }
        return line.append(ink == PLAIN ? "" : "\u001b[0m").toString();
    }

    /** A text in the colour of an ink. */
    static String coloured(String text, int ink, boolean colour) {
        return colour && ink != PLAIN ? start(ink) + text + "\u001b[0m" : text;
    }

    private static String start(int ink) {
        if (ink == PLAIN) {
            return "";
        }
        return ink == FAINT ? "\u001b[2m" : "\u001b[" + COLOURS[ink % COLOURS.length] + "m";
    }
}
