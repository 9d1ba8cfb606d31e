package org.ansatz.figure.text;

/** Cells of two by four dots (Unicode, block Braille Patterns). */
final class BrailleCanvas extends Canvas {

    private static final int FIRST = 0x2800;

    /** The bit of each dot, row by row. */
    private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private final int[] dots;

    BrailleCanvas(int columns, int rows) {
        super(columns, rows);
        dots = new int[columns * rows];
    }

    @Override
    int across() {
        return 2;
    }

    @Override
    int down() {
        return 4;
    }

    @Override
    void set(int cell, int x, int y, int ink) {
        dots[cell] |= BITS[y][x];
    }

    @Override
    boolean isEmpty(int cell) {
        return dots[cell] == 0;
    }

    @Override
    String shown(int cell) {
        return dots[cell] == 0 ? " " : Character.toString((char) (FIRST + dots[cell]));
    }
}
