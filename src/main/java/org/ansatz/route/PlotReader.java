package org.ansatz.route;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Type;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Ground;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Given;
import org.ansatz.problem.Plot;
import org.ansatz.problem.Question;
import org.ansatz.problem.Ranged;
import org.ansatz.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/** From the fields of a plot in a problem file to the plot. One reader reads the plots of one problem. */
public final class PlotReader {

    /** The most that one plot draws. */
    public static final int MAX_ITEMS = 24;

    private static final String OPTION = "option";
    private static final String EACH = "each option";

    private final RouteReader.Asked asked;
    private final List<Given> givens;
    private final List<BlockKind> kinds;

    /** A reader for the plots of one problem. */
    public PlotReader(RouteReader.Asked asked, List<Given> givens, List<BlockKind> kinds) {
        this.asked = asked;
        this.givens = List.copyOf(givens);
        this.kinds = List.copyOf(kinds);
    }

    /**
     * A plot.
     *
     * @param shows the label of the heights, or empty
     * @throws Refused if anything is wrong, after reporting it
     */
    public Plot read(String name, String shows, Fields fields) {
        Scope scope = scope();
        List<Plot.Fixed> with = fixed(fields, scope);
        Binding.Variable option = option(scope);
        List<Plot.Over> over = new PlotAxes(givens).read(fields, scope);
        Uses before = fields.uses();
        Ground ground = GroundReader.read(fields, scope, kinds, question(over)).block();
        if (ground != null && ground.block().isSampled()) {
            throw fields.fault("this block draws at random, so that a plot of it would be noise; draw a formula");
        }
        List<Plot.Item> items = items(fields, scope, over);
        Plot.Between between = between(fields, scope, items);
        Plot.Logarithmic logarithmic = logarithmic(fields);
        fields.finish();
        PlotNames names = new PlotNames(over, with, scope);
        names.require(before, false, fields);
        for (Plot.Item item : items) {
            names.require(item.uses(), item.eachOption(), fields);
        }
        Plot.Ground solved = ground == null ? null : () -> ground.solved(Sample.inside(1, 0));
        return new Plot(name, shows, over, logarithmic, between, with, solved, items, option);
    }

    /** The names of a plot: those of the problem, but the claims' quantities only if the plot defines them. */
    private Scope scope() {
        Scope outer = asked.scope().inner();
        for (String name : asked.quantities()) {
            Binding quantity = outer.find(name);
            if (quantity instanceof Binding.Variable) {
                Binding.Variable bound = (Binding.Variable) quantity;
                outer.declare(new Binding.Variable(Role.UNKNOWN, name, bound.type(), bound.slot()));
            }
        }
        return outer.inner();
    }

    private Binding.@Nullable Variable option(Scope scope) {
        Type type = asked.wanted().size() == 1 ? asked.wanted().get(0) : null;
        if (type == null || !type.isNumber() || !type.isScalar() || !asked.hasOptions() || scope.find(OPTION) != null) {
            return null;
        }
        return scope.declare(Role.ASKED, OPTION, type);
    }

    private static List<Plot.Fixed> fixed(Fields fields, Scope scope) {
        List<Plot.Fixed> fixed = new ArrayList<>();
        if (fields.has("with")) {
            Fields with = fields.fields("with");
            for (String name : with.keys()) {
                Written text = with.text(name);
                Binding binding = scope.find(name);
                if (!(binding instanceof Binding.Variable)
                        || !((Binding.Variable) binding).type().isScalar()) {
                    throw text.fault(
                            "'" + name + "' is no number that the problem declares, and so needs no value here");
                }
                Binding.Variable variable = (Binding.Variable) binding;
                Expression value =
                        text.formula(scope, variable.type().with(variable.type().dimensionOrNone()));
                fixed.add(new Plot.Fixed(variable, value));
            }
        }
        return fixed;
    }

    /** What the block takes for the answer's arguments: what the plot runs over, unless that is one of the data. */
    private Question question(List<Plot.Over> over) {
        List<Ranged> arguments = new ArrayList<>();
        for (Plot.Over each : over) {
            if (each.ranged().variable().role() == Role.ARGUMENT) {
                arguments.add(each.ranged());
            }
        }
        Question own = asked.question();
        return arguments.isEmpty()
                ? own
                : new Question(
                        own.asked(), own.domains(), arguments, own.arbitrary(), own.conditions(), own.notation());
    }

    // ---- what is drawn

    private List<Plot.Item> items(Fields fields, Scope scope, List<Plot.Over> over) {
        List<Plot.Item> items = new ArrayList<>();
        boolean heights = false;
        for (Plot.Kind kind : Plot.Kind.values()) {
            if (fields.has(kind.field())) {
                Fields drawn = fields.fields(kind.field());
                boolean plane = kind == Plot.Kind.MAP;
                boolean line = kind == Plot.Kind.CURVE || kind == Plot.Kind.STEMS;
                if (plane && over.size() < 2 || line && over.size() > 1) {
                    throw drawn.fault(
                            plane
                                    ? "a map runs over two variables: over: {x: 0..1, y: 0..1}"
                                    : "over two variables there is a 'map', and no " + kind.field());
                }
                heights |= plane || line;
                for (String label : drawn.keys()) {
                    Written text = drawn.text(label);
                    Plot.Item item = item(kind, label, text, scope, over, items);
                    requireOption(item, text);
                    items.add(item);
                }
            }
        }
        if (!heights) {
            throw fields.fault("a plot draws something: curves: {label: EXPR}, stems or map");
        }
        if (items.size() > MAX_ITEMS) {
            throw fields.fault("at most " + MAX_ITEMS + " things are drawn in one plot; these are " + items.size());
        }
        return items;
    }

    private Plot.Item item(
            Plot.Kind kind, String label, Written text, Scope scope, List<Plot.Over> over, List<Plot.Item> before) {
        boolean each = label.equals(EACH);
        if (each && (!asked.hasOptions() || !asked.claims().isEmpty())) {
            throw text.fault(
                    asked.hasOptions()
                            ? "the options are claims, of which nothing can be drawn"
                            : "this question has no options to draw");
        }
        List<Expression> values = values(kind, text, scope);
        Type first = over.get(0).ranged().variable().type();
        if (kind == Plot.Kind.MARK || kind == Plot.Kind.SPOT) {
            text.require(values.get(0), Type.real(first.dimensionOrNone()));
        }
        if (kind != Plot.Kind.MARK) {
            requireHeight(kind, values.get(values.size() - 1), text, over, before);
        }
        return new Plot.Item(kind, each ? "" : label, each, values);
    }

    /** What is drawn for each option speaks of it, or stands on a block that does. */
    private void requireOption(Plot.Item item, Written text) {
        Uses uses = item.uses();
        if (item.eachOption() && !uses.names().contains(OPTION) && !uses.names().contains(askedName())) {
            throw text.fault("this depends on neither " + OPTION
                    + (askedName().isEmpty() ? "" : " nor " + askedName())
                    + ", so every option would be drawn alike");
        }
    }

    private String askedName() {
        Binding name = asked.question().onlyAsked();
        return name == null ? "" : name.name();
    }

    private static List<Expression> values(Plot.Kind kind, Written text, Scope scope) {
        if (kind != Plot.Kind.SPOT) {
            return List.of(inUnit(text.formula(scope), text.syntax()));
        }
        Node node = text.syntax();
        List<List<Node>> rows = node instanceof Node.Rows ? ((Node.Rows) node).rows() : List.of();
        if (rows.size() != 1 || rows.get(0).size() != 2) {
            throw text.fault("a spot is written [along, height]");
        }
        return List.of(
                text.part(rows.get(0).get(0)).formula(scope),
                text.part(rows.get(0).get(1)).formula(scope));
    }

    /** The unit of an expression is that which it asks for with 'in', and not just one that stands in it. */
    private static Expression inUnit(Expression value, Node node) {
        return node instanceof Node.In
                ? value
                : new Expression(value.text(), value.term(), value.uses(), null, value.height());
    }

    /** Whatever stands at a height is of one dimension: that of the second axis, or of what was drawn before. */
    private static void requireHeight(
            Plot.Kind kind, Expression value, Written text, List<Plot.Over> over, List<Plot.Item> before) {
        text.require(value, Type.real(value.type().dimensionOrNone()));
        if (kind == Plot.Kind.MAP) {
            for (Plot.Item item : before) {
                if (item.kind() == Plot.Kind.MAP) {
                    throw text.fault("one map fills the plane; make a second plot");
                }
            }
            return;
        }
        if (over.size() == 2) {
            Type second = over.get(1).ranged().variable().type();
            text.require(value, Type.real(second.dimensionOrNone()));
            return;
        }
        for (Plot.Item item : before) {
            Type type = item.value().type();
            if (item.kind() != Plot.Kind.MARK && !value.type().has(type.dimensionOrNone())) {
                throw text.fault("what is drawn in one plot shares an axis: "
                        + (item.eachOption() ? "each option" : "'" + item.label() + "'") + " is " + type.describe()
                        + ", this is " + value.type().describe());
            }
        }
    }

    private static Plot.@Nullable Between between(Fields fields, Scope scope, List<Plot.Item> items) {
        if (!fields.has("between")) {
            return null;
        }
        Written text = fields.text("between");
        Node node = text.syntax();
        if (!(node instanceof Node.Range) || ((Node.Range) node).integer()) {
            throw text.fault("the heights that are shown are written low..high");
        }
        Dimension height = items.get(0).value().type().dimensionOrNone();
        Expression low = text.part(((Node.Range) node).low()).formula(scope);
        Expression high = text.part(((Node.Range) node).high()).formula(scope);
        text.require(low, Type.real(height));
        text.require(high, Type.real(height));
        return new Plot.Between(low, high);
    }

    private static Plot.Logarithmic logarithmic(Fields fields) {
        String axes = fields.has("logarithmic") ? fields.word("logarithmic", List.of("x", "y", "both")) : "";
        return new Plot.Logarithmic(axes.equals("x") || axes.equals("both"), axes.equals("y") || axes.equals("both"));
    }
}
