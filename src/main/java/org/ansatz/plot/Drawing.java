package org.ansatz.plot;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.figure.Axis;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Grid;
import org.ansatz.figure.Interval;
import org.ansatz.figure.Layer;
import org.ansatz.figure.Points;
import org.ansatz.figure.Scale;
import org.ansatz.problem.Case;
import org.ansatz.problem.Option;
import org.ansatz.problem.Plot;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** One plot at work on one set of data. All its points share the steps that one frame allows. */
final class Drawing {

    private static final int MAP_COLUMNS = 96;
    private static final int MAP_ROWS = 64;

    private final Plot plot;
    private final Case data;
    private final @Nullable Interval other;
    private final Frame base;
    private final List<Value> places;
    private final Measure along;
    private final Measure heights;
    private final Gaps gaps = new Gaps();

    /** With the range in SI that the first axis shows instead of its own, or null. */
    Drawing(Plot plot, Case data, @Nullable Interval other) {
        this.plot = plot;
        this.data = data;
        this.other = other;
        Frame frame = data.frame().rested();
        Plot.Ground ground = plot.ground();
        frame = ground == null ? frame : frame.with(ground.solved());
        for (Plot.Fixed fixed : plot.with()) {
            frame = frame.with(fixed.variable(), frame.value(fixed.value().term()));
        }
        this.base = frame;
        this.along = measure(plot.over().get(0));
        Scale scale = plot.logarithmic().x() ? Scale.LOGARITHMIC : Scale.LINEAR;
        this.places = Series.places(plot.over().get(0).ranged().domain(), base, other, scale);
        this.heights = plot.isMap() ? measure(plot.over().get(1)) : measureOfHeights();
    }

    private static Measure measure(Plot.Over over) {
        return new Measure(over.ranged().variable().type(), over.unit());
    }

    /** The unit of the first expression that is written in one. */
    private Measure measureOfHeights() {
        Expression first = plot.items().get(0).value();
        for (Plot.Item item : plot.items()) {
            if (item.kind() != Plot.Kind.MARK && item.value().unit() != null) {
                return new Measure(first.type(), item.value().unit());
            }
        }
        return new Measure(first.type(), null);
    }

    Figure figure() {
        Axis x = axis(plot.over().get(0), along, plot.logarithmic().x(), other);
        Axis y = y();
        List<Layer> layers = new ArrayList<>();
        for (Plot.Item item : plot.items()) {
            if (!item.eachOption()) {
                layers.add(layer(item, null));
            } else {
                data.options().forEach(option -> layers.add(layer(item, option)));
            }
        }
        return new Figure(plot.name(), x, y, layers, gaps.note());
    }

    // ---- axes

    private Axis axis(Plot.Over over, Measure measure, boolean logarithmic, @Nullable Interval range) {
        Axis axis = measure.axis(over.ranged().name());
        Domain domain = over.ranged().domain();
        axis = logarithmic ? axis.logarithmic() : axis;
        if (domain instanceof RealInterval) {
            return axis.showing(numbers(measure, Series.interval(domain, base, range)));
        }
        return domain.type().set() == NumberSet.INTEGER ? axis.ofWholeNumbers() : axis;
    }

    private static Interval numbers(Measure measure, Interval si) {
        double low = measure.number(si.low());
        double high = measure.number(si.high());
        return new Interval(Math.min(low, high), Math.max(low, high));
    }

    private Axis y() {
        if (plot.isMap()) {
            return axis(plot.over().get(1), heights, plot.logarithmic().y(), null);
        }
        Axis axis = heights.axis(label());
        axis = plot.logarithmic().y() ? axis.logarithmic() : axis;
        boolean whole = heights.type().set() == NumberSet.INTEGER;
        axis = whole ? axis.ofWholeNumbers() : axis;
        return shown(heights, axis);
    }

    /** The axis with the heights, or a map's values, that the plot says are shown. */
    private Axis shown(Measure measure, Axis axis) {
        Plot.Between between = plot.between();
        return between == null
                ? axis
                : axis.showing(numbers(measure, new Interval(real(between.low()), real(between.high()))));
    }

    /** What the heights are: as the plot says, or as its only curve is called. */
    private String label() {
        boolean alone = plot.items().stream()
                        .filter(item -> item.kind() == Plot.Kind.CURVE || item.kind() == Plot.Kind.STEMS)
                        .count()
                == 1;
        String said = plot.shows().isEmpty() && alone ? plot.items().get(0).label() : plot.shows();
        return said.isEmpty() ? heights.kind() : said;
    }

    private double real(Expression expression) {
        return Arithmetic.real(base.value(expression.term()));
    }

    // ---- what is drawn

    private Layer layer(Plot.Item item, @Nullable Option option) {
        String tag = option == null ? "" : Choices.tag(option);
        String label = option == null
                ? item.label()
                : tag.isEmpty() || item.kind().compareTo(Plot.Kind.MARK) >= 0
                        ? Choices.mark(option, data)
                        : Choices.text(option, data);
        Pencil pencil = new Pencil(item, option);
        switch (item.kind()) {
            case CURVE:
                return isDiscrete()
                        ? new Layer.Dots(tag, label, pencil.points())
                        : new Layer.Curve(tag, label, pencil.points());
            case STEMS:
                return new Layer.Stems(tag, label, pencil.points());
            case MAP:
                Expression value = item.value();
                Measure shades = new Measure(value.type(), value.unit());
                return new Layer.HeatMap(shown(shades, shades.axis(label)), pencil.grid(value, shades));
            case MARK:
                return new Layer.VerticalLine(label, along.number(pencil.value(item.value())));
            case LEVEL:
                return new Layer.HorizontalLine(label, heights.number(pencil.value(item.value())));
            default:
                return new Layer.Spot(
                        label,
                        along.number(pencil.value(item.values().get(0))),
                        heights.number(pencil.value(item.value())));
        }
    }

    private boolean isDiscrete() {
        return plot.over().get(0).ranged().domain().isDiscrete();
    }

    /** Evaluates one item, for one option if it is drawn for each; whatever has no value is a gap. */
    private final class Pencil {
        private final Plot.Item item;
        private final @Nullable Option option;
        private final Frame start;
        private final @Nullable Exception unsolved;

        Pencil(Plot.Item item, @Nullable Option option) {
            this.item = item;
            this.option = option;
            Frame frame = base;
            Exception trouble = null;
            try {
                frame = option == null ? base : underTest(option);
            } catch (NoValue e) {
                trouble = e;
            }
            this.start = frame;
            this.unsolved = trouble;
        }

        private Frame underTest(Option candidate) {
            Binding asked = data.question().onlyAsked();
            if (asked instanceof Binding.Variable && !isLaidOut((Binding.Variable) asked)) {
                return base.with(
                        (Binding.Variable) asked,
                        base.value(candidate.expression().term()));
            }
            return asked instanceof Binding.AskedFunction
                    ? base.with(
                            (Binding.AskedFunction) asked,
                            candidate.expression().term())
                    : base;
        }

        private boolean isLaidOut(Binding.Variable variable) {
            for (Plot.Over over : plot.over()) {
                if (over.ranged().name().equals(variable.name())) {
                    return true;
                }
            }
            return false;
        }

        /** The value where the frame stands. */
        private double at(Frame place, Expression expression) {
            gaps.point();
            try {
                if (unsolved != null) {
                    return gaps.gap(unsolved, () -> where(place));
                }
                if (Thread.currentThread().isInterrupted()) {
                    return gaps.gap(new NoValue("interrupted"), () -> where(place));
                }
                if (place.isExhausted()) {
                    return gaps.gap(new NoValue("the work of this plot grows too large"), () -> where(place));
                }
                Frame frame = withOption(place, expression);
                Value value = frame.value(expression.term());
                if (Double.isInfinite(Arrays.size(value))) {
                    return gaps.gap(new NoValue("infinite"), () -> where(place));
                }
                return Arithmetic.imaginary(value) == 0 ? Arithmetic.real(value) : Double.NaN;
            } catch (NoValue e) {
                return gaps.gap(e, () -> where(place));
            }
        }

        /** {@code f = 2 kHz, R = 50 ohm}; empty off the axes. */
        private String where(Frame place) {
            StringBuilder where = new StringBuilder();
            for (Plot.Over over : plot.over()) {
                Value here = place.value(over.ranged().variable());
                if (here != null) {
                    where.append(where.length() == 0 ? "" : ", ")
                            .append(over.ranged().name())
                            .append(" = ")
                            .append(measure(over).written(here));
                }
            }
            return where.toString();
        }

        private Frame withOption(Frame frame, Expression expression) {
            Binding.Variable name = plot.option();
            if (option == null || name == null || !expression.uses().names().contains(name.name())) {
                return frame;
            }
            return frame.with(name, frame.value(option.expression().term()));
        }

        /** The value that does not depend on what is laid out. */
        double value(Expression expression) {
            return at(start, expression);
        }

        Points points() {
            Binding.Variable variable = plot.over().get(0).ranged().variable();
            double[] xs = new double[places.size()];
            double[] ys = new double[places.size()];
            for (int i = 0; i < xs.length; i++) {
                Frame place = start.with(variable, places.get(i));
                xs[i] = along.number(Arithmetic.real(places.get(i)));
                ys[i] = heights.number(at(place, item.value()));
            }
            return Points.of(xs, ys);
        }

        Grid grid(Expression value, Measure shades) {
            List<Value> columns = middles(0, MAP_COLUMNS, other);
            List<Value> rows = middles(1, MAP_ROWS, null);
            Binding.Variable x = plot.over().get(0).ranged().variable();
            Binding.Variable y = plot.over().get(1).ranged().variable();
            return Grid.of(MAP_COLUMNS, MAP_ROWS, (column, row) -> {
                Frame place = start.with(x, columns.get(column)).with(y, rows.get(row));
                return shades.number(at(place, value));
            });
        }

        /** The middles of so many cells along an axis. */
        private List<Value> middles(int axis, int cells, @Nullable Interval range) {
            boolean logarithmic =
                    axis == 0 ? plot.logarithmic().x() : plot.logarithmic().y();
            Scale scale = logarithmic ? Scale.LOGARITHMIC : Scale.LINEAR;
            Interval all = Series.interval(plot.over().get(axis).ranged().domain(), base, range);
            double half = 0.5 / cells;
            return Series.along(new Interval(scale.at(half, all), scale.at(1 - half, all)), scale, cells);
        }
    }
}
