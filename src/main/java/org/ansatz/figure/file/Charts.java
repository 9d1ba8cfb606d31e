package org.ansatz.figure.file;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ansatz.figure.Bands;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Grid;
import org.ansatz.figure.Interval;
import org.ansatz.figure.Layer;
import org.ansatz.figure.Points;
import org.ansatz.figure.Scale;
import org.ansatz.figure.Ticks;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** From a figure to a chart of XChart's. */
final class Charts {

    static final int WIDTH = 960;
    static final int HEIGHT = 600;

    /** How far lines of several layers stand from each other, as a part of the width. */
    private static final double ASIDE = 0.006;

    private static final int TICKS = 8;
    private static final int MAX_BANDS = 8;
    private static final int PLOT_WIDTH = 830;
    private static final int PLOT_HEIGHT = 450;

    private static final int MANY_DOTS = 200;
    private static final int MARKER = 8;
    private static final int SMALL_MARKER = 4;

    /** On the right, for the last number along the axis reaches beyond the plot. */
    private static final int RIGHT = 18;

    /** Below everything. */
    private static final int BOTTOM = 8;

    /** Room beyond a curve that would run along the frame, as a share of the height. */
    private static final double CLEARANCE = 0.03;

    /** How far outside the shown stretch a curve is followed, in lengths of it. */
    private static final double BEYOND = 10;

    /** The same for a spot, as a share of the width. */
    private static final double SPOT = 0.01;

    private static final Color GRID = new Color(0xE4E4E4);
    private static final Color MARK = new Color(0x808080);
    private static final BasicStroke MARKED =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {4, 4}, 0);

    private final Figure figure;
    private final XYChart chart = new XYChart(WIDTH, HEIGHT);
    private final Key key = new Key();
    private final Interval along;
    private final Interval up;
    private final Ticks ticksX;
    private final Ticks ticksY;
    private int series;

    private Charts(Figure figure) {
        this.figure = figure;
        this.along = clearedAlong(figure);
        this.up = figure.y().range() == null
                ? cleared(Ticks.rounded(figure.y(), figure.up(), TICKS), figure)
                : figure.up();
        this.ticksX = Ticks.of(figure.x(), along, TICKS);
        this.ticksY = Ticks.of(figure.y(), up, TICKS);
        chart.setTitle(text(figure.title()));
        chart.setXAxisTitle(text(ticksX.title()));
        chart.setYAxisTitle(text(ticksY.title()));
    }

    /** Paints a figure. */
    static void paint(Figure figure, Graphics2D graphics) {
        Charts charts = new Charts(figure);
        charts.draw();
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle(WIDTH, HEIGHT));
        int below = charts.key.height(WIDTH) + BOTTOM;
        charts.chart.paint(graphics, WIDTH - RIGHT, HEIGHT - below);
        new Overlay(figure, charts.chart, graphics, charts.along, charts.up, charts.ticksX, charts.ticksY).paint();
        charts.key.paint(graphics, WIDTH, HEIGHT - below);
    }

    /** What is shown, with a little more where it would end at the highest or lowest point of a curve. */
    private static Interval cleared(Interval shown, Figure figure) {
        Scale scale = figure.y().scale();
        boolean stems = figure.tagged().stream().anyMatch(Layer.Stems.class::isInstance);
        boolean below = !stems && scale.fraction(figure.up().low(), shown) < CLEARANCE;
        boolean above = scale.fraction(figure.up().high(), shown) > 1 - CLEARANCE;
        return new Interval(
                below ? scale.at(-CLEARANCE, shown) : shown.low(),
                above ? scale.at(1 + CLEARANCE, shown) : shown.high());
    }

    /** The same from left to right, where a spot would be cut in half by the frame. */
    private static Interval clearedAlong(Figure figure) {
        Interval shown = figure.along();
        Scale scale = figure.x().scale();
        boolean left = false;
        boolean right = false;
        for (Layer layer : figure.layers()) {
            if (layer instanceof Layer.HeatMap || layer instanceof Layer.Regions) {
                return shown;
            }
            if (layer instanceof Layer.Spot spot && scale.shows(spot.x())) {
                left |= scale.fraction(spot.x(), shown) < SPOT;
                right |= scale.fraction(spot.x(), shown) > 1 - SPOT;
            }
        }
        return new Interval(
                left ? scale.at(-SPOT, shown) : shown.low(), right ? scale.at(1 + SPOT, shown) : shown.high());
    }

    /** A text as XChart can lay it out: never empty, and no formula of TeX, for which it would want another library. */
    private static String text(String text) {
        return text.isBlank() ? " " : text.replace("$", "");
    }

    private void draw() {
        style();
        figure.layers().forEach(this::plane);
        grid();
        List<String> tags = figure.tags();
        int number = 0;
        int curves = 0;
        for (Layer layer : figure.layers()) {
            if (layer instanceof Layer.Tagged) {
                String tag = tags.size() == 1 ? "" : tags.get(number) + "  ";
                tagged((Layer.Tagged) layer, tag, number++, curves);
                curves += layer instanceof Layer.Curve ? 1 : 0;
            }
        }
        figure.layers().forEach(this::mark);
        if (series == 0) {
            add(new double[] {x(along.low())}, new double[] {y(up.low())}, new Color(0, 0, 0, 0))
                    .setMarker(SeriesMarkers.NONE);
        }
    }

    private void style() {
        XYStyler styler = chart.getStyler();
        styler.setLocale(Locale.ROOT);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotGridLinesVisible(false);
        styler.setAxisTicksVisible(false);
        styler.setAxisTitlePadding(Overlay.roomFor(ticksY));
        styler.setLegendVisible(false);
        styler.setMarkerSize(isDense() ? SMALL_MARKER : MARKER);
        styler.setXAxisLogarithmic(figure.x().scale() == Scale.LOGARITHMIC);
        styler.setYAxisLogarithmic(figure.y().scale() == Scale.LOGARITHMIC);
        styler.setXAxisMin(x(along.low()));
        styler.setXAxisMax(x(along.high()));
        styler.setYAxisMin(y(up.low()));
        styler.setYAxisMax(y(up.high()));
        styler.setPlotContentSize(1);
    }

    private double x(double value) {
        return value / ticksX.factor();
    }

    /** In the unit of the axis; not a number where the axis has no place for it, and never far outside. */
    private double y(double value) {
        if (!figure.y().scale().shows(value)) {
            return Double.NaN;
        }
        double reach = BEYOND * up.length();
        boolean linear = figure.y().scale() == Scale.LINEAR;
        return (linear ? Math.max(up.low() - reach, Math.min(up.high() + reach, value)) : value) / ticksY.factor();
    }

    private XYSeries add(double[] xs, double[] ys, Color color) {
        XYSeries added = chart.addSeries(series++ + " ", xs, ys);
        added.setLineColor(color);
        added.setMarkerColor(color);
        return added;
    }

    /** Faint lines at the round numbers; none over a map, which they would cover. */
    private void grid() {
        if (series > 0) {
            return;
        }
        for (Ticks.Tick tick : ticksX.marks()) {
            line(x(tick.at()), x(tick.at()), y(up.low()), y(up.high()), new BasicStroke(1), GRID);
        }
        for (Ticks.Tick tick : ticksY.marks()) {
            line(x(along.low()), x(along.high()), y(tick.at()), y(tick.at()), new BasicStroke(1), GRID);
        }
    }

    // ---- curves

    /**
     * Draws a layer.
     *
     * @param number of its colour
     * @param curve how many curves were drawn before, for its dashes
     */
    private void tagged(Layer.Tagged layer, String tag, int number, int curve) {
        Points points = layer.points();
        List<double[]> kept = new ArrayList<>();
        boolean stems = layer instanceof Layer.Stems;
        double foot = Layer.Stems.foot(figure.y(), up);
        int shown = 0;
        for (int i = 0; i < points.size(); i++) {
            double height = points.isGap(i) || !figure.x().scale().shows(points.x(i)) ? Double.NaN : y(points.y(i));
            double place = points.x(i);
            double at = x(layer instanceof Layer.Stems some ? figure.aside(some, place, ASIDE, along) : place);
            shown += Double.isNaN(height) ? 0 : 1;
            double end = Double.isNaN(height) ? foot : Layer.Stems.end(points.y(i), foot, up);
            if (stems && end != foot) {
                kept.add(new double[] {at, y(foot)});
                kept.add(new double[] {at, y(end)});
            }
            kept.add(new double[] {at, stems ? Double.NaN : height});
        }
        if (shown == 0) {
            return;
        }
        if (layer instanceof Layer.Curve) {
            kept = dashed(kept, Palette.dashes(curve));
        }
        double[] xs = new double[kept.size()];
        double[] ys = new double[kept.size()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = kept.get(i)[0];
            ys[i] = kept.get(i)[1];
        }
        boolean alone = tag.isEmpty() && layer.label().equals(figure.y().label());
        String name = alone ? "" : layer.label();
        boolean drowns = layer instanceof Layer.Dots
                && isDense()
                && figure.tagged().stream().anyMatch(Layer.Curve.class::isInstance);
        Color colour = drowns ? Palette.soft(number) : Palette.colour(number);
        XYSeries added = add(xs, ys, colour);
        if (layer instanceof Layer.Dots) {
            added.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
            Marker[] markers = {
                SeriesMarkers.CIRCLE,
                SeriesMarkers.CROSS,
                SeriesMarkers.SQUARE,
                SeriesMarkers.DIAMOND,
                SeriesMarkers.PLUS
            };
            Marker marker = markers[number % markers.length];
            added.setMarker(marker);
            key.marker(tag, name, colour, marker);
        } else {
            BasicStroke stroke = stems ? new BasicStroke(4) : stroke(curve);
            added.setMarker(SeriesMarkers.NONE);
            added.setLineStyle(stroke);
            key.line(tag, name, colour, stroke);
        }
    }

    /** Whether there are so many points that large ones would run into each other. */
    private boolean isDense() {
        int dots = 0;
        for (Layer.Tagged layer : figure.tagged()) {
            dots += layer instanceof Layer.Dots ? layer.points().size() : 0;
        }
        return dots > MANY_DOTS;
    }

    /** A curve cut into dashes that are as long on paper wherever they are. */
    private List<double[]> dashed(List<double[]> points, float[] pattern) {
        Interval shownX = new Interval(x(along.low()), x(along.high()));
        Interval shownY = new Interval(y(up.low()), y(up.high()));
        Scale scaleX = figure.x().scale();
        Scale scaleY = figure.y().scale();
        List<double[]> pixels = new ArrayList<>();
        for (double[] point : points) {
            pixels.add(new double[] {
                PLOT_WIDTH * scaleX.fraction(point[0], shownX), PLOT_HEIGHT * scaleY.fraction(point[1], shownY)
            });
        }
        List<double[]> cut = new ArrayList<>();
        for (double[] pixel : Dashes.of(pixels, pattern)) {
            cut.add(new double[] {scaleX.at(pixel[0] / PLOT_WIDTH, shownX), scaleY.at(pixel[1] / PLOT_HEIGHT, shownY)});
        }
        return cut;
    }

    private static BasicStroke stroke(int number) {
        float[] dashes = Palette.dashes(number);
        return dashes.length == 0
                ? new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    // ---- marks

    private void mark(Layer layer) {
        if (layer instanceof Layer.VerticalLine) {
            double at = x(((Layer.VerticalLine) layer).x());
            line(at, at, y(up.low()), y(up.high()), MARKED, MARK);
        } else if (layer instanceof Layer.HorizontalLine) {
            double at = y(((Layer.HorizontalLine) layer).y());
            line(x(along.low()), x(along.high()), at, at, MARKED, MARK);
        } else if (layer instanceof Layer.Spot) {
            Layer.Spot spot = (Layer.Spot) layer;
            if (Double.isFinite(spot.x()) && !Double.isNaN(y(spot.y()))) {
                XYSeries point = add(new double[] {x(spot.x())}, new double[] {y(spot.y())}, Color.BLACK);
                point.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
                point.setMarker(SeriesMarkers.DIAMOND);
            }
        }
    }

    private void line(double x1, double x2, double y1, double y2, BasicStroke stroke, Color color) {
        if (Double.isFinite(x1) && Double.isFinite(y1)) {
            XYSeries line = add(new double[] {x1, x2}, new double[] {y1, y2}, color);
            line.setMarker(SeriesMarkers.NONE);
            line.setLineStyle(stroke);
        }
    }

    // ---- what fills the plane

    private void plane(Layer layer) {
        if (layer instanceof Layer.HeatMap) {
            Layer.HeatMap map = (Layer.HeatMap) layer;
            Bands bands = Bands.of(map, MAX_BANDS);
            for (int band = 0; band < bands.count(); band++) {
                int only = band;
                Color shade = Palette.shade(band, bands.count());
                cells(map.grid(), bands.label(band), shade, value -> bands.of(value) == only);
            }
        } else if (layer instanceof Layer.Regions) {
            Layer.Regions regions = (Layer.Regions) layer;
            for (int i = 0; i < regions.labels().size(); i++) {
                int only = i;
                Color pale = Palette.pale(i);
                cells(regions.grid(), regions.labels().get(i), pale, value -> value == only);
            }
        }
    }

    private void cells(Grid grid, String label, Color shade, java.util.function.DoublePredicate shown) {
        List<double[]> cells = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                double value = grid.value(column, row);
                if (!Double.isNaN(value) && shown.test(value)) {
                    double at = figure.x().scale().at((column + 0.5) / grid.columns(), along);
                    double height = figure.y().scale().at((row + 0.5) / grid.rows(), up);
                    cells.add(new double[] {x(at), y(height)});
                }
            }
        }
        if (!cells.isEmpty()) {
            double[] xs = cells.stream().mapToDouble(cell -> cell[0]).toArray();
            double[] ys = cells.stream().mapToDouble(cell -> cell[1]).toArray();
            XYSeries added = add(xs, ys, shade);
            key.area(label, shade);
            added.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
            added.setMarker(new Cell(PLOT_WIDTH / grid.columns() + 2, PLOT_HEIGHT / grid.rows() + 2));
        }
    }
}
