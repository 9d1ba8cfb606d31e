package org.ansatz.figure.file;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Interval;
import org.ansatz.figure.Layer;
import org.ansatz.figure.Ticks;
import org.knowm.xchart.XYChart;

/**
 * What is written over a painted chart: the numbers along its axes, which XChart does not put at round places, and the names
 * of its marks, each where none stands yet.
 */
final class Overlay {

    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Color INK = new Color(0x303030);
    private static final Color VEIL = new Color(255, 255, 255, 215);
    private static final int GAP = 6;
    private static final int TICK = 5;

    private final Figure figure;
    private final XYChart chart;
    private final Graphics2D graphics;
    private final Interval along;
    private final Interval up;
    private final Ticks x;
    private final Ticks y;
    private final List<Rectangle2D> taken = new ArrayList<>();

    Overlay(Figure figure, XYChart chart, Graphics2D graphics, Interval along, Interval up, Ticks x, Ticks y) {
        this.figure = figure;
        this.chart = chart;
        this.graphics = graphics;
        this.along = along;
        this.up = up;
        this.x = x;
        this.y = y;
    }

    void paint() {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ticks();
        figure.layers().forEach(this::name);
    }

    // ---- numbers along the axes

    private void ticks() {
        graphics.setStroke(new java.awt.BasicStroke(1));
        double left = across(along.low());
        double bottom = down(up.low());
        for (Ticks.Tick tick : x.marks()) {
            double at = across(tick.at());
            TextLayout label = layout(tick.label());
            line(at, bottom, at, bottom + TICK);
            write(label, at - label.getAdvance() / 2, bottom + TICK + 2 + label.getAscent());
        }
        for (Ticks.Tick tick : y.marks()) {
            double at = down(tick.at());
            TextLayout label = layout(tick.label());
            line(left - TICK, at, left, at);
            write(label, left - TICK - 3 - label.getAdvance(), at + label.getAscent() / 2 - 1);
        }
    }

    private double across(double value) {
        return chart.getScreenXFromChart(value / x.factor());
    }

    private double down(double value) {
        return chart.getScreenYFromChart(value / y.factor());
    }

    private void line(double x1, double y1, double x2, double y2) {
        graphics.setColor(INK);
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    // ---- names of marks

    private void name(Layer layer) {
        if (layer.label().isBlank()) {
            return;
        }
        double top = down(up.high());
        if (layer instanceof Layer.VerticalLine) {
            double at = ((Layer.VerticalLine) layer).x();
            if (along.contains(at)) {
                beside(layer.label(), across(at), top + GAP, 1);
            }
        } else if (layer instanceof Layer.HorizontalLine) {
            double at = ((Layer.HorizontalLine) layer).y();
            if (up.contains(at)) {
                TextLayout label = layout(layer.label());
                double above = down(at) - label.getAscent() - label.getDescent() - 2;
                beside(layer.label(), across(along.high()) - label.getAdvance() - 3 * GAP, above, -1);
            }
        } else if (layer instanceof Layer.Spot) {
            Layer.Spot spot = (Layer.Spot) layer;
            if (along.contains(spot.x()) && up.contains(spot.y())) {
                beside(layer.label(), across(spot.x()) + GAP, down(spot.y()) - GAP, 1);
            }
        }
    }

    /** To the right of a place, or to its left if there is no room, and so far down that it covers no other name. */
    private void beside(String text, double at, double from, int step) {
        TextLayout label = layout(text);
        double width = label.getAdvance() + 2 * 3;
        double height = label.getAscent() + label.getDescent();
        double right = across(along.high());
        double start = at + GAP + width <= right ? at + 3 : at - 3 - width;
        Rectangle2D box = new Rectangle2D.Double(start, from, width, height);
        for (int i = 0; i < 20 && isTaken(box); i++) {
            box = new Rectangle2D.Double(start, box.getY() + step * (height + 1), width, height);
        }
        taken.add(box);
        graphics.setColor(VEIL);
        graphics.fill(box);
        write(label, start + 3, box.getY() + label.getAscent());
    }

    private boolean isTaken(Rectangle2D box) {
        return taken.stream().anyMatch(other -> other.intersects(box));
    }

    private TextLayout layout(String text) {
        return new TextLayout(text, SMALL, graphics.getFontRenderContext());
    }

    private void write(TextLayout label, double atX, double atY) {
        graphics.setColor(INK);
        graphics.fill(label.getOutline(AffineTransform.getTranslateInstance(atX, atY)));
    }
}
