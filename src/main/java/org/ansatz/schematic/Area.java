package org.ansatz.schematic;

import org.ansatz.figure.Schematic.Cell;
import org.ansatz.figure.Schematic.Text;

/**
 * A rectangle of cells.
 *
 * @param right its last column
 * @param bottom its last row
 */
record Area(int left, int top, int right, int bottom) {

    /** The cells of a text. */
    static Area of(Text text) {
        int y = text.at().y();
        int start = Math.min(text.start(), text.inAscii().start());
        return new Area(start, y, start + text.columns() - 1, y);
    }

    boolean contains(Cell cell) {
        return left <= cell.x() && cell.x() <= right && top <= cell.y() && cell.y() <= bottom;
    }

    boolean meets(Area other) {
        return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
    }
}
