package org.ansatz.figure.file;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Interval;
import org.ansatz.figure.Layer;
import org.ansatz.figure.Points;
import org.ansatz.figure.Ticks;
import org.knowm.xchart.XYChart;

/**
 * What is written over a painted chart: the numbers along its axes, which XChart does not put at round places, and the names
 * of its marks, each where it covers least.
 */
final class Overlay {

    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Color INK = new Color(0x303030);
    private static final Color VEIL = new Color(255, 255, 255, 215);
    private static final int GAP = 6;
    private static final int BESIDE = 10;
    private static final int TICK = 5;
    private static final int MARGIN = 3;
    private static final int DOT = 4;

    /** Below the plot the numbers are a line high. */
    private static final int LEAST_ROOM = 30;

    private static final int WORSE = 1000;
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private final Figure figure;
    private final Graphics2D graphics;
    private final Interval along;
    private final Interval up;
    private final Ticks x;
    private final Ticks y;
    private final double left;
    private final double right;
    private final double bottom;
    private final double top;
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final List<Line2D> strokes = new ArrayList<>();

    Overlay(Figure figure, XYChart chart, Graphics2D graphics, Interval along, Interval up, Ticks x, Ticks y) {
        this.figure = figure;
        this.graphics = graphics;
        this.along = along;
        this.up = up;
        this.x = x;
        this.y = y;
        // XChart tells places of its axes between their ends alone, and a round number may lie a rounding beyond one.
        this.left = chart.getScreenXFromChart(along.low() / x.factor());
        this.right = chart.getScreenXFromChart(along.high() / x.factor());
        this.bottom = chart.getScreenYFromChart(up.low() / y.factor());
        this.top = chart.getScreenYFromChart(up.high() / y.factor());
    }

    void paint() {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ticks();
        figure.layers().forEach(this::name);
    }

    // ---- numbers along the axes

    private void ticks() {
        graphics.setStroke(new java.awt.BasicStroke(1));
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
        return between(figure.x().scale().fraction(value, along), left, right);
    }

    private double down(double value) {
        return between(figure.y().scale().fraction(value, up), bottom, top);
    }

    private static double between(double fraction, double from, double to) {
        return from + fraction * (to - from);
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
        TextLayout label = layout(layer.label());
        double width = label.getAdvance() + 2 * MARGIN;
        double height = label.getAscent() + label.getDescent();
        List<Point2D> places = new ArrayList<>();
        if (layer instanceof Layer.VerticalLine line && along.contains(line.x())) {
            besideVertical(across(line.x()), width, height, places);
        } else if (layer instanceof Layer.HorizontalLine line && up.contains(line.y())) {
            besideHorizontal(down(line.y()), width, height, places);
        } else if (layer instanceof Layer.Spot spot && along.contains(spot.x()) && up.contains(spot.y())) {
            around(across(spot.x()), down(spot.y()), width, height, places);
        }
        Rectangle2D best = null;
        int least = Integer.MAX_VALUE;
        for (Point2D place : places) {
            Rectangle2D box = new Rectangle2D.Double(place.getX(), place.getY(), width, height);
            int covered = plot().contains(box) ? covered(box) : Integer.MAX_VALUE;
            if (covered < least) {
                best = box;
                least = covered;
            }
        }
        if (best != null) {
            taken.add(best);
            graphics.setColor(VEIL);
            graphics.fill(best);
            write(label, best.getX() + MARGIN, best.getY() + label.getAscent());
        }
    }

    /** From the top down, first to the right. */
    private void besideVertical(double at, double width, double height, List<Point2D> places) {
        for (double from = plot().getMinY() + 2; from < plot().getMaxY() - height; from += height / 2) {
            places.add(new Point2D.Double(at + GAP / 2.0, from));
            places.add(new Point2D.Double(at - GAP / 2.0 - width, from));
        }
    }

    /** From the right to the left, first above. */
    private void besideHorizontal(double at, double width, double height, List<Point2D> places) {
        for (double from = plot().getMaxX() - width - GAP; from > plot().getMinX(); from -= width / 3) {
            places.add(new Point2D.Double(from, at - height - 2));
            places.add(new Point2D.Double(from, at + 2));
        }
    }

    /** Beside, above and below, and then farther away. */
    private static void around(double x, double y, double width, double height, List<Point2D> places) {
        for (int gap = BESIDE; gap <= 4 * BESIDE; gap += GAP) {
            places.add(new Point2D.Double(x + gap, y - height / 2));
            places.add(new Point2D.Double(x - gap - width, y - height / 2));
            places.add(new Point2D.Double(x + gap, y - gap - height / 2));
            places.add(new Point2D.Double(x + gap, y + gap));
            places.add(new Point2D.Double(x - gap - width, y - gap - height / 2));
            places.add(new Point2D.Double(x - gap - width, y + gap));
            places.add(new Point2D.Double(x - width / 2, y - gap - height));
            places.add(new Point2D.Double(x - width / 2, y + gap));
        }
    }

    private Rectangle2D plot() {
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    /** How much of what is drawn a name would cover: another name is worse than any curve. */
    private int covered(Rectangle2D box) {
        int covered = 0;
        for (Rectangle2D other : taken) {
            covered += other.intersects(box) ? WORSE : 0;
        }
        Rectangle2D around = new Rectangle2D.Double(
                box.getX() - MARGIN, box.getY() - MARGIN, box.getWidth() + 2 * MARGIN, box.getHeight() + 2 * MARGIN);
        for (Line2D stroke : strokes()) {
            covered += around.intersectsLine(stroke) ? 1 : 0;
        }
        return covered;
    }

    /** The pieces of curves and marks on the sheet. */
    private List<Line2D> strokes() {
        if (strokes.isEmpty()) {
            figure.tagged().forEach(this::strokes);
            for (Layer layer : figure.layers()) {
                if (layer instanceof Layer.VerticalLine line) {
                    double at = across(line.x());
                    strokes.add(new Line2D.Double(at, plot().getMinY(), at, plot().getMaxY()));
                } else if (layer instanceof Layer.HorizontalLine line) {
                    double at = down(line.y());
                    strokes.add(new Line2D.Double(plot().getMinX(), at, plot().getMaxX(), at));
                } else if (layer instanceof Layer.Spot spot) {
                    strokes.add(dot(across(spot.x()), down(spot.y())));
                }
            }
        }
        return strokes;
    }

    private void strokes(Layer.Tagged layer) {
        Points points = layer.points();
        double foot = down(Layer.Stems.foot(figure.y(), up));
        for (int i = 0; i < points.size(); i++) {
            if (points.isGap(i)) {
                continue;
            }
            double at = across(points.x(i));
            double height = down(points.y(i));
            if (layer instanceof Layer.Curve && i > 0 && !points.isGap(i - 1)) {
                strokes.add(new Line2D.Double(across(points.x(i - 1)), down(points.y(i - 1)), at, height));
            } else {
                strokes.add(layer instanceof Layer.Stems ? new Line2D.Double(at, foot, at, height) : dot(at, height));
            }
        }
    }

    private static Line2D dot(double x, double y) {
        return new Line2D.Double(x - DOT, y, x + DOT, y);
    }

    /** How far from an axis its title has to stand, for its numbers to have room. */
    static int roomFor(Ticks ticks) {
        double widest = 0;
        for (Ticks.Tick tick : ticks.marks()) {
            widest = Math.max(widest, new TextLayout(tick.label(), SMALL, MEASURE).getAdvance());
        }
        return (int) Math.ceil(Math.max(LEAST_ROOM, widest + TICK + 3 + 2 * GAP));
    }

    private TextLayout layout(String text) {
        return new TextLayout(text, SMALL, graphics.getFontRenderContext());
    }

    private void write(TextLayout label, double atX, double atY) {
        graphics.setColor(INK);
        graphics.fill(label.getOutline(AffineTransform.getTranslateInstance(atX, atY)));
    }
}
