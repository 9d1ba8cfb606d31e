package org.ansatz.plot;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.value.Value;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Interval;
import org.ansatz.problem.Case;
import org.ansatz.problem.Given;
import org.ansatz.problem.Option;
import org.ansatz.problem.Plot;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Ranged;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** The figures of a problem, for any set of its data: the published ones, a variant, or data that somebody changed. */
public final class Plotter {

    /** The most points of a sweep; each runs a route. */
    public static final int MAX_POINTS = 500;

    private static final String OPTION = "option";

    private final Problem problem;
    private final List<Plot> plots;

    /**
     * A plotter for one problem.
     *
     * @throws org.ansatz.quantity.NoValue if a plot of it is not written as it should be
     */
    public Plotter(Problem problem) {
        this.problem = problem;
        this.plots = problem.plots().isEmpty()
                ? ofQuestion(problem)
                : problem.plots().all();
    }

    /**
     * What can be drawn: the plots that the problem states; or, where a formula or waveform of one variable is asked for
     * and options are offered, these; otherwise nothing.
     */
    public List<Plot> plots() {
        return plots;
    }

    /** What the {@link #plots} of a problem are called; those that it states are not read for that. */
    public static List<String> names(Problem problem) {
        return problem.plots().isEmpty()
                ? ofQuestion(problem).stream().map(Plot::name).toList()
                : problem.plots().names();
    }

    private static List<Plot> ofQuestion(Problem problem) {
        List<Ranged> arguments = problem.question().arguments();
        boolean drawable = arguments.size() == 1 && arguments.get(0).domain() instanceof RealInterval;
        List<Option> options = problem.answer().options();
        return !drawable || options.isEmpty() || !isReal(options)
                ? List.of()
                : List.of(options(problem, arguments.get(0), options.get(0).expression()));
    }

    private static boolean isReal(List<Option> options) {
        for (Option option : options) {
            Expression value = option.expression();
            if (option.isClaim() || !value.type().isNumber() || !value.type().isScalar()) {
                return false;
            }
        }
        return true;
    }

    /** The options as curves over the argument; arbitrary symbols take a value that is easy to read. */
    private static Plot options(Problem problem, Ranged argument, Expression first) {
        List<Plot.Fixed> with = new ArrayList<>();
        Frame frame = Frame.of(problem.scope().layout());
        for (Ranged symbol : problem.question().arbitrary()) {
            Value value = symbol.domain().roundElements(frame).get(0);
            Expression fixed = Expression.constant(value, symbol.variable().type(), null);
            with.add(new Plot.Fixed(symbol.variable(), fixed));
        }
        Scope scope = problem.scope().inner();
        Binding.Variable option = scope.declare(Role.ASKED, OPTION, first.type());
        Expression value = Expression.of(OPTION, scope);
        List<Plot.Item> items = List.of(new Plot.Item(Plot.Kind.CURVE, "", true, List.of(value)));
        return new Plot(
                "the options",
                "",
                List.of(new Plot.Over(argument, null)),
                new Plot.Logarithmic(false, false),
                null,
                with,
                null,
                items,
                option);
    }

    /** The plot of this name or, counted from 1, of this number; null if there is none. */
    public @Nullable Plot plot(String nameOrNumber) {
        for (int i = 0; i < plots.size(); i++) {
            if (plots.get(i).name().equalsIgnoreCase(nameOrNumber) || nameOrNumber.equals(String.valueOf(i + 1))) {
                return plots.get(i);
            }
        }
        return null;
    }

    /** The first plot whose axis from left to right is this variable, or null. */
    public @Nullable Plot over(String variable) {
        for (Plot plot : plots) {
            if (plot.over().get(0).ranged().name().equals(variable)) {
                return plot;
            }
        }
        return null;
    }

    /** The variable that a plot has from left to right, whose type tells what a range of it must be. */
    public static Binding.Variable variable(Plot plot) {
        return plot.over().get(0).ranged().variable();
    }

    /** The given of this name, or null. */
    public @Nullable Given given(String name) {
        for (Given given : problem.givens()) {
            if (given.name().equals(name)) {
                return given;
            }
        }
        return null;
    }

    /**
     * The figure of a plot. A point without a value is a gap, and the figure's note says how many there are and why.
     *
     * @throws NoValue if the axes themselves cannot be told, with the reason
     */
    public Figure figure(Plot plot, Case data) {
        return figure(plot, data, null);
    }

    /**
     * The figure of a plot over another range.
     *
     * @param range what is shown from left to right, in SI; null for the plot's own
     * @throws NoValue if the axes themselves cannot be told, with the reason
     */
    public Figure figure(Plot plot, Case data, @Nullable Interval range) {
        try {
            return new Drawing(plot, data, range).figure();
        } catch (ExpressionFault | IllegalArgumentException e) {
            throw new NoValue(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The answer against a given, all other data as they are; those that were derived from it, too. The value that the data
     * have is marked.
     *
     * @param range of the given, in SI
     * @param points how many, from 2 to {@link #MAX_POINTS}
     * @throws NoValue if the answer is nothing that could be drawn or has no value anywhere, with the reason
     */
    public Figure sweep(Given given, Case data, Interval range, int points) {
        if (points < 2 || points > MAX_POINTS) {
            throw new IllegalArgumentException(points + " points; from 2 to " + MAX_POINTS + " are possible");
        }
        if (problem.question().isFunction()) {
            throw new NoValue("the answer is a function, which has no single value to draw against " + given.name()
                    + "; change the given and plot again");
        }
        return new Sweep(problem, data, given).figure(range, points);
    }
}
