package org.ansatz.figure.text;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.figure.Bands;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Interval;
import org.ansatz.figure.Label;
import org.ansatz.figure.Layer;
import org.ansatz.figure.Points;

/** Draws the layers of a figure on a canvas: maps, zero lines, curves, marks, and at last the letters of the curves. */
final class Drawing {

    private static final int ROWS_AROUND = 2;
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
        figure.layers().forEach(this::spotOf);
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
            double step = 1.0 / canvas.columns();
            for (int i = 0; i < points.size(); i++) {
                double end = points.isGap(i) ? foot : Layer.Stems.end(points.y(i), foot, up);
                if (end != foot) {
                    double at = figure.aside((Layer.Stems) layer, points.x(i), step, pen.along());
                    pen.line(at, foot, at, end, ink, 0);
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

    private void spotOf(Layer layer) {
        if (layer instanceof Layer.Spot spot) {
            int column = pen.column(spot.x());
            int row = column < 0 ? -1 : pen.row(spot.y());
            if (row >= 0) {
                canvas.write(column, row, unicode ? "◆" : "X", Canvas.PLAIN);
            }
        }
    }

    private void labelOf(Layer layer) {
        if (layer instanceof Layer.VerticalLine line) {
            int column = pen.column(line.x());
            if (column >= 0) {
                String text = fitted(layer.label());
                int width = Label.columns(text);
                List<int[]> places = new ArrayList<>();
                for (int row = 0; row < canvas.rows(); row++) {
                    places.add(new int[] {column + 1, row});
                    places.add(new int[] {column - width, row});
                }
                write(text, width, places);
            }
        } else if (layer instanceof Layer.HorizontalLine line) {
            int row = pen.row(line.y());
            if (row >= 0) {
                String text = fitted(layer.label());
                int width = Label.columns(text);
                List<int[]> places = new ArrayList<>();
                for (int start = canvas.columns() - width - 1; start >= 0; start--) {
                    places.add(new int[] {start, row});
                }
                write(text, width, places);
            }
        } else if (layer instanceof Layer.Spot spot && !spot.label().isEmpty()) {
            int column = pen.column(spot.x());
            int row = column < 0 ? -1 : pen.row(spot.y());
            if (row >= 0) {
                around(column, row, " " + fitted(spot.label()) + " ");
            }
        }
    }

    private String fitted(String label) {
        return TextFigure.fitted(label, canvas.columns() / 2, unicode);
    }

    /** Beside a cell, in its row or in one of the rows around it. */
    private void around(int column, int row, String text) {
        int width = Label.columns(text);
        int step = row > canvas.rows() / 2 ? -1 : 1;
        List<int[]> places = new ArrayList<>();
        for (int away = 0; away <= ROWS_AROUND; away++) {
            for (int side : new int[] {step, -step}) {
                places.add(new int[] {column + 1, row + side * away});
                places.add(new int[] {column - width, row + side * away});
            }
        }
        write(text, width, places);
    }

    /** Writes a text at the first of some places where it covers nothing; else where it covers least. */
    private void write(String text, int width, List<int[]> places) {
        int[] best = null;
        int least = Integer.MAX_VALUE;
        for (int[] place : places) {
            int covered = covered(place[0], place[1], width, !text.startsWith(" "));
            if (covered < least) {
                least = covered;
                best = place;
            }
        }
        if (best != null) {
            canvas.write(best[0], best[1], text, Canvas.PLAIN);
        }
    }

    /** How many cells of a curve a text would cover; what is written is worse, there or right beside, and the edge worst. */
    private int covered(int start, int row, int width, boolean needsGap) {
        if (start < 0 || row < 0 || row >= canvas.rows() || start + width > canvas.columns()) {
            return Integer.MAX_VALUE;
        }
        int covered = 0;
        for (int column = start; column < start + width; column++) {
            covered += canvas.isWritten(column, row) ? canvas.columns() : canvas.isDrawn(column, row) ? 1 : 0;
        }
        boolean touches = needsGap && (isText(start - 1, row) || isText(start + width, row));
        return covered + (touches ? canvas.columns() : 0);
    }

    private boolean isText(int column, int row) {
        return column >= 0 && column < canvas.columns() && canvas.isWritten(column, row);
    }
}
