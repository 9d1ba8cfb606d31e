package org.ansatz.figure.text;

/** Cells of one dot, whose character tells the ink. */
final class AsciiCanvas extends Canvas {

    private static final String MARKS = "*+o#x@%=";

    private final String[] marks;

    AsciiCanvas(int columns, int rows) {
        super(columns, rows);
        marks = new String[columns * rows];
        java.util.Arrays.fill(marks, " ");
    }

    /** The character that stands for an ink. */
    static String mark(int ink) {
        return ink < 0 ? "." : MARKS.substring(ink % MARKS.length(), ink % MARKS.length() + 1);
    }

    @Override
    int across() {
        return 1;
    }

    @Override
    int down() {
        return 1;
    }

    @Override
    void set(int cell, int x, int y, int ink) {
        if (ink >= 0 || isEmpty(cell)) {
            marks[cell] = mark(ink);
        }
    }

    @Override
    boolean isEmpty(int cell) {
        return marks[cell].equals(" ");
    }

    @Override
    String shown(int cell) {
        return marks[cell];
    }
}
