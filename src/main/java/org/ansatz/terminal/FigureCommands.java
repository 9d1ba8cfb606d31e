package org.ansatz.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Nearest;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Interval;
import org.ansatz.figure.file.FigureFile;
import org.ansatz.figure.text.TextFigure;
import org.ansatz.figure.text.TextStyle;
import org.ansatz.plot.Plotter;
import org.ansatz.practice.Showing;
import org.ansatz.problem.Case;
import org.ansatz.problem.Given;
import org.ansatz.problem.Plot;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.ansatz.terminal.Command.Completion;
import org.jspecify.annotations.Nullable;

/** The commands that draw. */
final class FigureCommands {

    private static final int SWEPT_POINTS = 401;
    private static final int WIDEST = 110;
    private static final int HIGHEST = 24;
    private static final int LINES_BESIDES = 4;

    /** A name and a range, with what people put between them. */
    private static final Pattern SWEPT =
            Pattern.compile("(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)(?:\\s*[=:]\\s*|\\s+(?:from\\s+)?|$)(?<range>.*)");

    private static final Pattern ENDS = Pattern.compile("(?<low>.*?\\S)\\s*(?:\\.{2,}|…|\\bto\\b)\\s*(?<high>\\S.*)");

    private final Desk desk;
    private final Screen screen;

    FigureCommands(Desk desk) {
        this.desk = desk;
        this.screen = desk.screen();
    }

    List<Command> commands() {
        return List.of(
                new Command(
                        "plot",
                        "plot [name|number] [--svg FILE] [--png FILE]",
                        "draw the question; before a reply it counts as a hint",
                        Completion.PLOT,
                        this::plot),
                new Command(
                        "sweep",
                        "sweep NAME FROM .. TO [--svg FILE] [--png FILE]",
                        "draw the answer against a datum, or a plot over another range",
                        Completion.SWEPT,
                        this::sweep));
    }

    /**
     * What is to be drawn, and where to.
     *
     * @param what what stands before the options
     * @param svg a file, or null
     * @param png a file, or null
     */
    private record Order(
            String what, @Nullable Path svg, @Nullable Path png) {
        static Order of(String text) {
            String rest = text;
            Path svg = null;
            Path png = null;
            for (int at = rest.lastIndexOf("--"); at >= 0; at = rest.lastIndexOf("--")) {
                String option = rest.substring(at).strip();
                int space = option.indexOf(' ');
                String name = space < 0 ? option : option.substring(0, space);
                String file = space < 0 ? "" : option.substring(space).strip();
                if (name.equals("--svg")) {
                    svg = ExchangeCommands.path(file);
                } else if (name.equals("--png")) {
                    png = ExchangeCommands.path(file);
                } else {
                    throw new Rejected("There is no option '" + name + "'; there are --svg FILE and --png FILE.");
                }
                rest = rest.substring(0, at);
            }
            return new Order(rest.strip(), svg, png);
        }
    }

    // ---- plot

    private void plot(String text) throws IOException {
        Showing showing = desk.open();
        Order order = Order.of(text);
        Plotter plotter = new Plotter(showing.problem());
        List<Plot> plots = plotter.plots();
        if (plots.isEmpty()) {
            throw new Rejected("There is nothing to draw for this question.");
        }
        Plot plot = order.what().isEmpty() ? plots.get(0) : plotter.plot(order.what());
        if (plot == null) {
            throw new Rejected("There is no plot '" + order.what() + "'. " + names(plots));
        }
        Case data = desk.awaited(showing.marking()).shown();
        draw(desk.worked(() -> plotter.figure(plot, data)), order);
        showing.look();
        if (order.what().isEmpty() && plots.size() > 1) {
            screen.dim(names(plots));
        }
    }

    private static String names(List<Plot> plots) {
        StringBuilder names = new StringBuilder(plots.size() == 1 ? "The plot is: " : "The plots are: ");
        for (int i = 0; i < plots.size(); i++) {
            names.append(i == 0 ? "" : "; ")
                    .append(i + 1)
                    .append(", ")
                    .append(plots.get(i).name());
        }
        return names.append('.').toString();
    }

    // ---- sweep

    private void sweep(String text) throws IOException {
        Showing showing = desk.open();
        Order order = Order.of(text);
        Matcher written = SWEPT.matcher(order.what());
        String name = written.matches() ? written.group("name") : "";
        String range = written.matches() ? written.group("range") : "";
        Plotter plotter = new Plotter(showing.problem());
        Case data = desk.awaited(showing.marking()).shown();
        draw(swept(plotter, name, range, showing, data), order);
        showing.look();
    }

    private Figure swept(Plotter plotter, String name, String range, Showing showing, Case data) {
        Given given = plotter.given(name);
        if (given != null) {
            Interval interval = interval(range, given.variable(), showing);
            return desk.worked(() -> plotter.sweep(given, data, interval, SWEPT_POINTS));
        }
        Plot plot = plotter.over(name);
        if (plot != null) {
            Interval interval = interval(range, Plotter.variable(plot), showing);
            return desk.worked(() -> plotter.figure(plot, data, interval));
        }
        Set<String> names = names(plotter, showing);
        if (names.isEmpty()) {
            throw new Rejected("This question has nothing to sweep.");
        }
        String unknown = name.isEmpty()
                ? "Write 'sweep NAME FROM .. TO'."
                : "Nothing here is called '" + name + "'." + Nearest.asked(name, names);
        throw new Rejected(unknown + " What can be swept: " + String.join(", ", names) + ".");
    }

    /** What can be swept in a question. */
    static Set<String> names(Plotter plotter, Showing showing) {
        Set<String> names = new TreeSet<>();
        showing.problem().givens().forEach(given -> names.add(given.name()));
        plotter.plots().forEach(plot -> names.add(Plotter.variable(plot).name()));
        return names;
    }

    /** The range from one end to the other; an end without a unit takes that of the other. */
    private static Interval interval(String range, Binding.Variable variable, Showing showing) {
        Matcher ends = ENDS.matcher(range);
        if (!ends.matches()) {
            throw new Rejected("Write 'sweep " + variable.name() + " FROM .. TO', each with its unit.");
        }
        Expression from = end(ends.group("low"), showing);
        Expression to = end(ends.group("high"), showing);
        double low = number(measured(from, to, showing), variable, showing);
        double high = number(measured(to, from, showing), variable, showing);
        if (!(low < high)) {
            throw new Rejected("The range of " + variable.name() + " begins at or above its end.");
        }
        if (variable.type().set() == NumberSet.INTEGER && Math.ceil(low) > high) {
            throw new Rejected("There is no whole number in the range of " + variable.name() + ".");
        }
        return new Interval(low, high);
    }

    private static Expression end(String text, Showing showing) {
        try {
            return Expression.literal(text, showing.problem().scope());
        } catch (ExpressionFault e) {
            throw new Rejected("'" + text + "' cannot be read: " + e.message() + ".");
        }
    }

    private static Expression measured(Expression end, Expression other, Showing showing) {
        Unit unit = other.unit();
        boolean isBare = end.unit() == null && end.type().dimensionOrNone().isNone();
        return isBare && unit != null ? end(end.text() + " " + unit.symbol(), showing) : end;
    }

    private static double number(Expression end, Binding.Variable variable, Showing showing) {
        Dimension dimension = variable.type().dimensionOrNone();
        if (!end.type().isNumber() || !end.type().isScalar() || !end.type().has(dimension)) {
            throw new Rejected(variable.name() + " is " + Units.describe(dimension) + "; '" + end.text() + "' is "
                    + end.type().describe() + ".");
        }
        double value = Arithmetic.real(showing.data().frame().rested().value(end.term()));
        if (!Double.isFinite(value)) {
            throw new Rejected("'" + end.text() + "' is no finite number.");
        }
        return value;
    }

    // ---- drawing

    private void draw(Figure figure, Order order) throws IOException {
        if (order.svg() != null) {
            FigureFile.svg(figure, order.svg());
            screen.text("Written to " + order.svg() + ".");
        }
        if (order.png() != null) {
            FigureFile.png(figure, order.png());
            screen.text("Written to " + order.png() + ".");
        }
        if (order.svg() == null && order.png() == null) {
            TextStyle style = new TextStyle(
                    Math.min(screen.width(), WIDEST),
                    Math.min(screen.height() - LINES_BESIDES, HIGHEST),
                    screen.theme() != Theme.PLAIN,
                    screen.isUnicode());
            for (String line : TextFigure.lines(figure, style)) {
                screen.out().println(line);
            }
        }
    }
}
