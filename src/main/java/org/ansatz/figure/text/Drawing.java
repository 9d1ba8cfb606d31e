package org.ansatz.figure.text;

import java.util.List;
import org.ansatz.figure.Bands;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Interval;
import org.ansatz.figure.Label;
import org.ansatz.figure.Layer;
import org.ansatz.figure.Points;

/** Draws the layers of a figure on a canvas: maps, zero lines, curves, marks, and at last the letters of the curves. */
final class Drawing {

    private static final int ROWS_FOR_MARKS = 6;
    private static final int DOTS_BESIDE = 4;

    private final Figure figure;
    private final Canvas canvas;
    private final Pen pen;
    private final Interval up;
    private final boolean unicode;
    private final List<String> tags;

    Drawing(Figure figure, Canvas canvas, Pen pen, Interval up, boolean unicode) {
        this.figure = figure;
        this.canvas = canvas;
        this.pen = pen;
        this.up = up;
        this.unicode = unicode;
        this.tags = figure.tags();
    }

    /** Draws everything, and gives the letters that stand to the right of each row, or null where none does. */
    String[] draw() {
        figure.layers().forEach(this::map);
        zeroLine();
        int ink = 0;
        for (Layer layer : figure.layers()) {
            if (layer instanceof Layer.Tagged) {
                tagged((Layer.Tagged) layer, ink++);
            }
        }
        figure.layers().forEach(this::lineOf);
        figure.layers().forEach(this::labelOf);
        return new Tags(figure, canvas, pen, unicode).write();
    }

    // ---- what fills the plane

    private void map(Layer layer) {
        if (layer instanceof Layer.HeatMap) {
            Layer.HeatMap map = (Layer.HeatMap) layer;
            Bands bands = Bands.of(map, Shades.MOST);
            fill((x, y) -> {
                double value = map.grid().near(x, y);
                return Double.isNaN(value) ? "?" : Shades.shade(bands.of(value), unicode);
            });
        } else if (layer instanceof Layer.Regions) {
            Layer.Regions regions = (Layer.Regions) layer;
            fill((x, y) -> {
                double number = regions.grid().near(x, y);
                return Double.isNaN(number) ? " " : Shades.region((int) number, unicode);
            });
        }
    }

    private interface Filling {
        String at(double along, double up);
    }

    private void fill(Filling filling) {
        for (int row = 0; row < canvas.rows(); row++) {
            for (int column = 0; column < canvas.columns(); column++) {
                String glyph = filling.at((column + 0.5) / canvas.columns(), 1 - (row + 0.5) / canvas.rows());
                canvas.write(column, row, glyph, Canvas.FAINT);
            }
        }
    }

    // ---- what is drawn with dots

    private void zeroLine() {
        if (TextFigure.crossesZero(figure.y().scale(), up)) {
            dotted((int) Math.round(pen.down(0)), true);
        }
    }

    /** A faint line from edge to edge. */
    private void dotted(int at, boolean across) {
        int length = across ? canvas.columns() * canvas.across() : canvas.rows() * canvas.down();
        int every = unicode ? 4 : 2;
        for (int i = 0; i < length; i += every / (across ? 1 : 2)) {
            canvas.dot(across ? i : at, across ? at : i, Canvas.FAINT);
        }
    }

    private void tagged(Layer.Tagged layer, int ink) {
        Points points = layer.points();
        if (layer instanceof Layer.Curve) {
            curve(points, ink);
        } else if (layer instanceof Layer.Stems) {
            double foot = Layer.Stems.foot(figure.y(), up);
            for (int i = 0; i < points.size(); i++) {
                if (!points.isGap(i) && points.y(i) > up.low()) {
                    pen.line(points.x(i), foot, points.x(i), points.y(i), ink, 0);
                }
            }
        } else {
            for (int i = 0; i < points.size(); i++) {
                int column = points.isGap(i) ? -1 : pen.column(points.x(i));
                int row = column < 0 ? -1 : pen.row(points.y(i));
                if (row >= 0) {
                    int free = freeBeside(column, row);
                    canvas.write(free, row, tags.size() == 1 ? unicode ? "•" : "o" : tags.get(ink), ink);
                }
            }
        }
    }

    /** The column itself or, where other dots stand in the same place, the next. */
    private int freeBeside(int column, int row) {
        for (int at = column; at < column + DOTS_BESIDE; at++) {
            if (!canvas.isWritten(at, row)) {
                return at;
            }
        }
        return column;
    }

    private void curve(Points points, int ink) {
        int phase = 0;
        for (int i = 0; i < points.size(); i++) {
            boolean joined = i > 0 && !points.isGap(i) && !points.isGap(i - 1);
            if (joined) {
                phase = pen.line(points.x(i - 1), points.y(i - 1), points.x(i), points.y(i), ink, phase);
            } else if (!points.isGap(i)) {
                pen.dot(points.x(i), points.y(i), ink);
            }
        }
    }

    // ---- marks

    private void lineOf(Layer layer) {
        if (layer instanceof Layer.VerticalLine) {
            double x = ((Layer.VerticalLine) layer).x();
            if (pen.column(x) >= 0) {
                dotted((int) Math.round(pen.across(x)), false);
            }
        } else if (layer instanceof Layer.HorizontalLine) {
            double y = ((Layer.HorizontalLine) layer).y();
            if (pen.row(y) >= 0) {
                dotted((int) Math.round(pen.down(y)), true);
            }
        }
    }

    private void labelOf(Layer layer) {
        if (layer instanceof Layer.VerticalLine) {
            int column = pen.column(((Layer.VerticalLine) layer).x());
            if (column >= 0) {
                beside(column, 0, 1, fitted(layer.label()));
            }
        } else if (layer instanceof Layer.HorizontalLine) {
            int row = pen.row(((Layer.HorizontalLine) layer).y());
            String text = fitted(layer.label());
            if (row >= 0) {
                canvas.write(free(row, text), row, text, Canvas.PLAIN);
            }
        } else if (layer instanceof Layer.Spot) {
            Layer.Spot spot = (Layer.Spot) layer;
            int column = pen.column(spot.x());
            int row = column < 0 ? -1 : pen.row(spot.y());
            if (row >= 0) {
                if (!spot.label().isEmpty()) {
                    beside(column, row, row > canvas.rows() / 2 ? -1 : 1, " " + fitted(spot.label()) + " ");
                }
                canvas.write(column, row, unicode ? "◆" : "X", Canvas.PLAIN);
            }
        }
    }

    private String fitted(String label) {
        return TextFigure.fitted(label, canvas.columns() / 2, unicode);
    }

    /** Where in a row a text finds room, from the right. */
    private int free(int row, String text) {
        int width = Label.columns(text);
        for (int start = canvas.columns() - width - 1; start >= 0; start--) {
            if (isFree(start, row, width)) {
                return start;
            }
        }
        return Math.max(0, canvas.columns() - width - 1);
    }

    private boolean isFree(int start, int row, int width) {
        for (int column = start - 1; column <= start + width; column++) {
            if (canvas.isWritten(column, row) && column >= 0 && column < canvas.columns()) {
                return false;
            }
        }
        return true;
    }

    /** Writes a text to the right of a column, or to its left if there is no room, in the first row that is free. */
    private void beside(int column, int from, int step, String text) {
        int width = Label.columns(text);
        int start = column + 1 + width <= canvas.columns() ? column + 1 : column - width;
        for (int i = 0; i < ROWS_FOR_MARKS; i++) {
            int row = from + i * step;
            if (row >= 0 && row < canvas.rows() && isFree(start, row, width)) {
                canvas.write(start, row, text, Canvas.PLAIN);
                return;
            }
        }
        canvas.write(start, Math.max(0, Math.min(canvas.rows() - 1, from)), text, Canvas.PLAIN);
    }
}
