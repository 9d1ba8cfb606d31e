package org.ansatz.figure.file;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.ansatz.figure.Schematic;
import org.ansatz.figure.Schematic.Anchor;
import org.ansatz.figure.Schematic.Cell;
import org.ansatz.figure.Schematic.Heading;
import org.ansatz.figure.Schematic.Kind;
import org.ansatz.figure.Schematic.Symbol;
import org.ansatz.figure.Schematic.Text;
import org.ansatz.figure.Schematic.Wire;

/** Paints a schematic with the symbols of IEC 60617. A symbol with two ends is drawn from (0, 0) to (80, 0) and then turned. */
final class SchematicPainter {

    /** Pixels of a cell. */
    private static final int WIDE = 10;

    private static final int HIGH = 20;

    private static final int LENGTH = WIDE * Schematic.ACROSS;
    private static final int MIDDLE = LENGTH / 2;
    private static final int FONT = 16;
    /** How much higher a text stands that is centred above a symbol than its row says. */
    private static final int CLEARANCE = 6;

    private static final double JOINT = 4;
    private static final int TITLE = 40;
    private static final int NOTE = 24;
    private static final int LEAST_WIDTH = 320;
    private static final int LEFT = 12;
    private static final Color NODE = new Color(0x0072B2);
    private static final BasicStroke LINE = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final Schematic schematic;
    private final Graphics2D graphics;

    private SchematicPainter(Schematic schematic, Graphics2D graphics) {
        this.schematic = schematic;
        this.graphics = graphics;
    }

    /** How wide the picture is, in pixels. */
    static int width(Schematic schematic) {
        int longest = Math.max(longest(schematic.notes()), schematic.title().length());
        int list = schematic.isDrawn() ? 0 : longest(schematic.parts());
        return Math.max(LEAST_WIDTH, Math.max(schematic.width() * WIDE, 2 * LEFT + WIDE * Math.max(longest, list)));
    }

    private static int longest(Iterable<String> lines) {
        int longest = 0;
        for (String line : lines) {
            longest = Math.max(longest, line.length());
        }
        return longest;
    }

    /** How high the picture is, in pixels. */
    static int height(Schematic schematic) {
        int list = schematic.isDrawn() ? 0 : schematic.parts().size();
        return above(schematic)
                + schematic.height() * HIGH
                + NOTE * (list + schematic.notes().size())
                + HIGH;
    }

    private static int above(Schematic schematic) {
        return schematic.title().isEmpty() ? 0 : TITLE;
    }

    static void paint(Schematic schematic, Graphics2D graphics) {
        new SchematicPainter(schematic, graphics).paint();
    }

    private void paint() {
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle(width(schematic), height(schematic)));
        graphics.setColor(Color.BLACK);
        graphics.setStroke(LINE);
        if (!schematic.title().isEmpty()) {
            graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, FONT + 2));
            graphics.drawString(schematic.title(), LEFT, TITLE - 14);
        }
        AffineTransform page = graphics.getTransform();
        graphics.translate(WIDE / 2, above(schematic));
        for (Wire wire : schematic.wires()) {
            graphics.draw(new Line2D.Double(x(wire.from()), y(wire.from()), x(wire.to()), y(wire.to())));
        }
        for (Cell joint : schematic.joints()) {
            graphics.fill(disc(x(joint), y(joint), JOINT));
        }
        schematic.symbols().forEach(this::symbol);
        schematic.texts().forEach(this::text);
        graphics.setTransform(page);
        lines();
    }

    /** The list of parts, where there is no drawing, and the notes. */
    private void lines() {
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, FONT));
        int y = above(schematic) + schematic.height() * HIGH + NOTE;
        for (String part : schematic.isDrawn() ? List.<String>of() : schematic.parts()) {
            graphics.drawString(part, LEFT, y);
            y += NOTE;
        }
        for (String note : schematic.notes()) {
            graphics.drawString(note, LEFT, y);
            y += NOTE;
        }
    }

    private static int x(Cell cell) {
        return cell.x() * WIDE;
    }

    private static int y(Cell cell) {
        return cell.y() * HIGH + HIGH / 2;
    }

    private static Shape disc(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private void text(Text text) {
        graphics.setFont(new Font(Font.SANS_SERIF, text.isNode() ? Font.ITALIC : Font.PLAIN, FONT));
        graphics.setColor(text.isNode() ? NODE : Color.BLACK);
        int wide = graphics.getFontMetrics().stringWidth(text.text());
        boolean isCentred = text.anchor() == Anchor.MIDDLE;
        int left = x(text.at()) - (isCentred ? wide / 2 : WIDE / 2);
        graphics.drawString(text.text(), left, y(text.at()) + FONT / 3 - (isCentred ? CLEARANCE : 0));
        graphics.setColor(Color.BLACK);
    }

    // ---- symbols

    private void symbol(Symbol symbol) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(x(symbol.at()), y(symbol.at()));
        if (symbol.kind().hasTwoEnds()) {
            graphics.rotate(Math.atan2(symbol.heading().y(), symbol.heading().x()));
            twoEnds(symbol);
        } else if (symbol.kind().isTransistor()) {
            transistor(symbol.kind());
        } else {
            switch (symbol.kind()) {
                case AMPLIFIER -> amplifier(symbol.isInvertedAbove());
                case LINE -> transmissionLine();
                case TRANSFORMER -> transformer();
                case SUPPLY -> rail(-1);
                case LOW_SUPPLY -> rail(1);
                default -> ground();
            }
        }
        graphics.setTransform(before);
    }

    private void line(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        graphics.draw(path);
    }

    private void filled(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        graphics.fill(path);
    }

    /** The leads of a body that is so long. */
    private void leads(double body) {
        line(0, 0, MIDDLE - body / 2, 0);
        line(MIDDLE + body / 2, 0, LENGTH, 0);
    }

    private void twoEnds(Symbol symbol) {
        switch (symbol.kind()) {
            case RESISTOR -> {
                leads(44);
                graphics.draw(new Rectangle2D.Double(MIDDLE - 22, -8, 44, 16));
            }
            case CAPACITOR -> {
                leads(10);
                line(MIDDLE - 5, -16, MIDDLE - 5, 16);
                line(MIDDLE + 5, -16, MIDDLE + 5, 16);
            }
            case INDUCTOR -> {
                leads(48);
                for (int k = 0; k < 4; k++) {
                    graphics.draw(new Arc2D.Double(MIDDLE - 24 + 12 * k, -6, 12, 12, 0, 180, Arc2D.OPEN));
                }
            }
            case VOLTAGE_SOURCE -> {
                graphics.draw(disc(MIDDLE, 0, 18));
                line(0, 0, LENGTH, 0);
                plus(symbol.heading());
            }
            case CURRENT_SOURCE -> {
                leads(36);
                graphics.draw(disc(MIDDLE, 0, 18));
                arrow();
            }
            case CONTROLLED_VOLTAGE -> {
                diamond();
                line(0, 0, LENGTH, 0);
                plus(symbol.heading());
            }
            case CONTROLLED_CURRENT -> {
                leads(44);
                diamond();
                arrow();
            }
            case DIODE, ZENER_DIODE -> {
                line(0, 0, LENGTH, 0);
                line(MIDDLE - 10, -11, MIDDLE - 10, 11, MIDDLE + 10, 0, MIDDLE - 10, -11);
                line(MIDDLE + 10, -11, MIDDLE + 10, 11);
                if (symbol.kind() == Kind.ZENER_DIODE) {
                    line(MIDDLE + 10, 11, MIDDLE + 4, 11);
                }
            }
            default -> {
                leads(40);
                line(MIDDLE - 20, 0, MIDDLE + 18, -14);
                graphics.fill(disc(MIDDLE - 20, 0, 3));
                graphics.fill(disc(MIDDLE + 20, 0, 3));
            }
        }
    }

    private void diamond() {
        line(MIDDLE - 22, 0, MIDDLE, -16, MIDDLE + 22, 0, MIDDLE, 16, MIDDLE - 22, 0);
    }

    /** A plus beside the first lead, on the side away from the text. */
    private void plus(Heading heading) {
        double y = heading == Heading.DOWN || heading == Heading.RIGHT ? 11 : -11;
        line(5, y, 15, y);
        line(10, y - 5, 10, y + 5);
    }

    private void arrow() {
        line(MIDDLE - 11, 0, MIDDLE + 6, 0);
        filled(MIDDLE + 12, 0, MIDDLE + 3, -5, MIDDLE + 3, 5);
    }

    private void amplifier(boolean isInvertedAbove) {
        line(0, 0, 12, 0);
        line(0, 40, 12, 40);
        line(12, -18, 12, 58, 68, 20, 12, -18);
        line(68, 20, LENGTH, 20);
        double minus = isInvertedAbove ? 0 : 40;
        double plus = 40 - minus;
        line(17, minus, 25, minus);
        line(17, plus, 25, plus);
        line(21, plus - 4, 21, plus + 4);
    }

    private void transistor(Kind kind) {
        boolean isBipolar = kind == Kind.NPN || kind == Kind.PNP;
        boolean isInsulated = kind == Kind.N_CHANNEL || kind == Kind.P_CHANNEL;
        double bar = 20;
        if (isBipolar) {
            line(0, 0, bar, 0);
            line(bar, -16, bar, 16);
            line(bar, -8, MIDDLE, -24, MIDDLE, -HIGH * 2);
            line(bar, 8, MIDDLE, 24, MIDDLE, HIGH * 2);
            if (kind == Kind.NPN) {
                arrowHead(bar, 8, MIDDLE, 24, 0.75);
            } else {
                arrowHead(MIDDLE, -24, bar, -8, 0.7);
            }
            return;
        }
        line(0, 0, isInsulated ? bar - 6 : bar, 0);
        if (isInsulated) {
            line(bar - 6, -12, bar - 6, 12);
        }
        line(bar, -16, bar, 16);
        line(bar, -12, MIDDLE, -12, MIDDLE, -HIGH * 2);
        line(bar, 12, MIDDLE, 12, MIDDLE, HIGH * 2);
        switch (kind) {
            case N_CHANNEL -> arrowHead(bar, 12, MIDDLE, 12, 0.8);
            case P_CHANNEL -> arrowHead(MIDDLE, -12, bar, -12, 0.8);
            case N_JUNCTION -> arrowHead(0, 0, bar, 0, 0.95);
            default -> arrowHead(bar, 0, 0, 0, 0.6);
        }
    }

    /** The head of an arrow, its tip at a part of the way from one point to another. */
    private void arrowHead(double fromX, double fromY, double toX, double toY, double part) {
        double length = Math.hypot(toX - fromX, toY - fromY);
        double ux = (toX - fromX) / length;
        double uy = (toY - fromY) / length;
        double x = fromX + part * (toX - fromX);
        double y = fromY + part * (toY - fromY);
        filled(x, y, x - 9 * ux + 4 * uy, y - 9 * uy - 4 * ux, x - 9 * ux - 4 * uy, y - 9 * uy + 4 * ux);
    }

    private void transmissionLine() {
        double low = HIGH * Schematic.DOWN;
        line(0, 0, LENGTH, 0);
        line(0, low, LENGTH, low);
        graphics.draw(new Rectangle2D.Double(10, -6, LENGTH - 20, 12));
        graphics.draw(new Rectangle2D.Double(10, low - 6, LENGTH - 20, 12));
    }

    private void transformer() {
        double low = HIGH * Schematic.DOWN;
        line(0, 0, 26, 0, 26, 10);
        line(0, low, 26, low, 26, low - 10);
        line(LENGTH, 0, LENGTH - 26, 0, LENGTH - 26, 10);
        line(LENGTH, low, LENGTH - 26, low, LENGTH - 26, low - 10);
        for (int k = 0; k < 4; k++) {
            double y = 10 + 15 * k;
            graphics.draw(new Arc2D.Double(18.5, y, 15, 15, -90, 180, Arc2D.OPEN));
            graphics.draw(new Arc2D.Double(LENGTH - 33.5, y, 15, 15, 90, 180, Arc2D.OPEN));
        }
        line(MIDDLE - 2, 10, MIDDLE - 2, low - 10);
        line(MIDDLE + 2, 10, MIDDLE + 2, low - 10);
        graphics.fill(disc(16, 10, 3));
        graphics.fill(disc(LENGTH - 16, 10, 3));
    }

    private void rail(int way) {
        line(0, 0, 0, way * HIGH);
        line(-14, way * HIGH, 14, way * HIGH);
    }

    private void ground() {
        line(0, 0, 0, 14);
        line(-14, 14, 14, 14);
        line(-9, 19, 9, 19);
        line(-4, 24, 4, 24);
    }
}
