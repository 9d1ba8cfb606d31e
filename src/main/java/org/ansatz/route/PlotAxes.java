package org.ansatz.route;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Domains;
import org.ansatz.expression.check.WrittenUnit;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Given;
import org.ansatz.problem.Plot;
import org.ansatz.problem.Ranged;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/** Reads what a plot runs over: a name of the problem, which takes other values then, or a new one. */
final class PlotAxes {

    private final List<Given> givens;

    PlotAxes(List<Given> givens) {
        this.givens = givens;
    }

    List<Plot.Over> read(Fields fields, Scope scope) {
        Fields over = fields.fields("over");
        if (over.keys().isEmpty() || over.keys().size() > 2) {
            throw over.fault("a plot runs over one variable, or over two if it is a map: over: {f: 1 MHz..2 MHz}");
        }
        List<Plot.Over> read = new ArrayList<>();
        for (String name : over.keys()) {
            Plot.Over axis = axis(over, name, scope);
            if (over.keys().size() == 2 && !(axis.ranged().domain() instanceof RealInterval)) {
                throw over.text(name).fault("a map runs over intervals: 0..1");
            }
            read.add(axis);
        }
        return read;
    }

    private Plot.Over axis(Fields over, String name, Scope scope) {
        Written text = over.text(name);
        Binding known = scope.find(name);
        Ranged ranged = known instanceof Binding.Variable
                ? again((Binding.Variable) known, text, scope)
                : RouteReader.ranged(over, name, Role.ARGUMENT, scope);
        if (!(ranged.domain() instanceof RealInterval) && !isSeries(ranged.domain())) {
            throw text.fault("a plot runs over an interval 0 s..1 ms, whole numbers 1:8, or a list [1, 2, 5]");
        }
        return new Plot.Over(ranged, unit(text, ranged, scope));
    }

    /** Whether a domain is real numbers that can be counted off. */
    private static boolean isSeries(Domain domain) {
        Type type = domain.type();
        return domain.isDiscrete() && type.isScalar() && type.isNumber() && type.set() != NumberSet.COMPLEX;
    }

    /** A name of the problem that takes other values. */
    private static Ranged again(Binding.Variable variable, Written text, Scope scope) {
        Domain domain = text.reporting(() -> Domains.of(Parser.expression(text.text()), scope));
        if (!domain.type().has(variable.type().dimensionOrNone())) {
            throw text.fault(variable.name() + " is " + variable.type().describe() + "; this is "
                    + domain.type().describe());
        }
        return new Ranged(variable, domain);
    }

    /** The unit in which one end of the interval is written, or else the given; null if it is the coherent one, prefixed. */
    private @Nullable Unit unit(Written text, Ranged ranged, Scope scope) {
        Unit unit = null;
        Node node = text.syntax();
        if (node instanceof Node.Range) {
            Node.Range ends = (Node.Range) node;
            unit = unit(text, ends.high(), scope);
            unit = unit == null ? unit(text, ends.low(), scope) : unit;
        }
        for (Given given : givens) {
            boolean same = unit == null && given.name().equals(ranged.name());
            unit = same ? given.published().unit() : unit;
        }
        return unit == null || isCoherent(unit, ranged.variable().type().dimensionOrNone()) ? null : unit;
    }

    private static @Nullable Unit unit(Written text, Node node, Scope scope) {
        Node number = node instanceof Node.Unary signed ? signed.operand() : node;
        WrittenUnit units = new WrittenUnit(
                name -> scope.find(name) != null, name -> scope.registry().constant(name) != null);
        return number instanceof Node.In || units.isQuantity(number)
                ? text.part(node).formula(scope).unit()
                : null;
    }

    /** Whether a unit is the coherent one with a prefix or none, which is chosen to suit the numbers. */
    private static boolean isCoherent(Unit unit, Dimension dimension) {
        String coherent = Units.symbol(dimension);
        if (coherent.isEmpty() || !unit.symbol().endsWith(coherent)) {
            return unit.symbol().isEmpty();
        }
        String prefix = unit.symbol().substring(0, unit.symbol().length() - coherent.length());
        return prefix.isEmpty() || Units.prefix(prefix) != null;
    }
}
