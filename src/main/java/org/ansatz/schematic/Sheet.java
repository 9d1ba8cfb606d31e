package org.ansatz.schematic;

import org.ansatz.figure.Schematic.Cell;
import org.ansatz.figure.Schematic.Symbol;
import org.ansatz.figure.Schematic.Text;

/**
 * The sheet that a placement takes, with a margin for wires: its upper left corner, and its size.
 *
 * @param left the column of the placement that comes first
 * @param top the row of the placement that comes first
 */
record Sheet(int left, int top, int width, int height) {

    private static final int ACROSS = 4;
    private static final int ABOVE = 2;
    private static final int BELOW = 3;

    static Sheet around(Placement placement) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = Integer.MIN_VALUE;
        int bottom = Integer.MIN_VALUE;
        for (Area area : placement.areas()) {
            left = Math.min(left, area.left());
            top = Math.min(top, area.top());
            right = Math.max(right, area.right());
            bottom = Math.max(bottom, area.bottom());
        }
        for (Pin pin : placement.pins()) {
            left = Math.min(left, pin.at().x());
            top = Math.min(top, pin.at().y());
            right = Math.max(right, pin.at().x());
            bottom = Math.max(bottom, pin.at().y());
        }
        return new Sheet(left - ACROSS, top - ABOVE, right - left + 1 + 2 * ACROSS, bottom - top + 1 + ABOVE + BELOW);
    }

    Cell shifted(Cell cell) {
        return new Cell(cell.x() - left, cell.y() - top);
    }

    Area shifted(Area area) {
        return new Area(area.left() - left, area.top() - top, area.right() - left, area.bottom() - top);
    }

    Symbol shifted(Symbol symbol) {
        return new Symbol(
                symbol.kind(), symbol.name(), shifted(symbol.at()), symbol.heading(), symbol.isInvertedAbove());
    }

    Text shifted(Text text) {
        return new Text(shifted(text.at()), text.anchor(), text.text(), text.isNode());
    }
}
