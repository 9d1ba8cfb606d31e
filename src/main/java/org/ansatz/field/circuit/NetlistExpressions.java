package org.ansatz.field.circuit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Steps;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;
import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.netlist.Law;
import org.ansatz.field.circuit.netlist.Measure;
import org.ansatz.field.circuit.netlist.NetlistFault;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.field.circuit.netlist.Parameters;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * The expressions in the braces of a netlist, over the names of the problem and the netlist's own parameters. A parameter that is
 * written as a number is a plain one, as in SPICE, and so is what is computed of such; one that is computed of the problem's
 * quantities keeps its dimension.
 */
final class NetlistExpressions {

    private final Written text;
    private final Deck deck;
    private final Scope outermost;

    /** Whether it is a file of its own, in which all numbers are plain. */
    private final boolean arePlain;

    private final IdentityHashMap<Parameters, Scope> scopes = new IdentityHashMap<>();
    private final List<@Nullable Interpolated> read = new ArrayList<>();
    private @Nullable WrittenLaws laws;

    private NetlistExpressions(Written text, Deck deck, Scope outermost, boolean arePlain) {
        this.arePlain = arePlain;
        this.text = text;
        this.deck = deck;
        this.outermost = outermost;
    }

    /** An expression, and what turns its value in SI into the netlist's unit. */
    private record Interpolated(Expression expression, double factor) {
        double value(Frame frame) {
            return factor * Arithmetic.real(frame.value(expression.term()));
        }
    }

    /**
     * Reads the cards of a netlist.
     *
     * @throws Refused if anything is wrong with them, after reporting it to the text
     */
    static Deck deck(Written text, NetlistReader.Form form) {
        List<NetlistFault> faults = new ArrayList<>();
        Deck deck = NetlistReader.read(text.text(), form, faults::add);
        faults.forEach(fault -> text.fault(new Span(fault.start(), fault.end()), fault.message()));
        if (!faults.isEmpty()) {
            throw new Refused();
        }
        return deck;
    }

    /** Reads all expressions of a deck; faults go to the text. */
    static NetlistExpressions read(Written text, Deck deck, Scope scope) {
        return read(text, deck, scope, /* arePlain= */ false);
    }

    /** The same of a file of its own, in which all are plain numbers, voltages, currents and the time among them, as in SPICE. */
    static NetlistExpressions readPlain(Written text, Deck deck, Scope scope) {
        return read(text, deck, scope, /* arePlain= */ true);
    }

    private static NetlistExpressions read(Written text, Deck deck, Scope scope, boolean arePlain) {
        NetlistExpressions expressions = new NetlistExpressions(text, deck, scope, arePlain);
        for (Deck.Open open : deck.expressions()) {
            Scope names = expressions.scope(open.parameters());
            expressions.read.add(expressions.interpolated(open, names));
        }
        expressions.laws = new WrittenLaws(text, deck, arePlain, law -> expressions.scope(law.parameters()));
        return expressions;
    }

    /** The laws of the deck's behavioural sources. */
    List<Law> laws(Frame frame) {
        return laws == null ? List.of() : laws.in(frame);
    }

    /** Reads the expressions that can be read; the others are reported to nobody, and have no value. */
    static NetlistExpressions readable(Written text, Deck deck, Scope scope) {
        Written quiet = new Written(text.text(), Written.Journal.NONE);
        NetlistExpressions expressions = new NetlistExpressions(quiet, deck, scope, /* arePlain= */ false);
        for (Deck.Open open : deck.expressions()) {
            Interpolated interpolated = null;
            try {
                interpolated = expressions.interpolated(open, expressions.scope(open.parameters()));
            } catch (Refused e) {
                // Then the route alone knows what it means.
            }
            expressions.read.add(interpolated);
        }
        return expressions;
    }

    /** Their values as far as they have one; else NaN. */
    double[] known(Frame frame) {
        double[] values = new double[read.size()];
        for (int i = 0; i < values.length; i++) {
            Interpolated interpolated = read.get(i);
            try {
                values[i] = interpolated == null ? Double.NaN : interpolated.value(frame);
            } catch (NoValue e) {
                values[i] = Double.NaN;
            }
        }
        return values;
    }

    /** Whether all of them are computed without any rounding. */
    boolean areExact(Frame frame) {
        for (Interpolated interpolated : read) {
            if (interpolated != null && !frame.isExact(interpolated.expression().term())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Their values, in the order and the units of the deck.
     *
     * @throws NoValue if they carry more than one derivative
     */
    NetlistValues values(Frame frame) {
        List<Value> values = new ArrayList<>();
        for (Interpolated interpolated : read) {
            Value value = frame.value(interpolated.expression().term());
            // What needs no other unit stays exact.
            values.add(
                    interpolated.factor() == 1
                            ? value
                            : Arithmetic.multiply(new Value.Real(interpolated.factor()), value));
        }
        return NetlistValues.of(values);
    }

    /** Whether one of them rests on the value of this variable. */
    boolean restOn(Binding.Variable variable) {
        return read.stream()
                .flatMap(interpolated -> interpolated.expression().uses().places().stream())
                .anyMatch(place -> place.slot() == variable.slot());
    }

    private Scope scope(Parameters parameters) {
        Scope known = scopes.get(parameters);
        if (known != null) {
            return known;
        }
        Parameters outer = parameters.outer();
        Scope around = outer == null ? outermost : scope(outer);
        if (parameters.values().isEmpty()) {
            scopes.put(parameters, around);
            return around;
        }
        Scope scope = around.inner();
        scopes.put(parameters, scope);
        parameters.values().forEach((name, number) -> declare(name, number, scope));
        return scope;
    }

    private void declare(String name, Deck.Number number, Scope scope) {
        String objection = outermost.objectionTo(name);
        if (objection != null) {
            throw text.fault("the parameter " + name + " of this netlist needs another name: " + objection);
        }
        if (number.open() < 0) {
            scope.declare(name, new Value.Real(number.value()), Type.REAL);
            return;
        }
        Deck.Open open = deck.expressions().get(number.open());
        Expression value = text.part(open.start(), open.end()).formula(scope(open.parameters()));
        scope.declare(Steps.of(name, value, scope));
    }

    private Interpolated interpolated(Deck.Open open, Scope scope) {
        Written part = text.part(open.start(), open.end());
        Expression expression = part.formula(scope);
        boolean isPlain = (arePlain || scope != outermost)
                && expression.type().dimensionOrNone().isNone();
        if (open.measure() == Measure.PLAIN) {
            part.require(expression, Type.real(expression.type().dimensionOrNone()));
            return new Interpolated(expression, 1);
        }
        part.require(expression, isPlain ? Type.REAL : Type.real(dimension(open.measure())));
        return new Interpolated(expression, open.measure() == Measure.PHASE && !isPlain ? Math.toDegrees(1) : 1);
    }

    private static Dimension dimension(Measure measure) {
        switch (measure) {
            case RESISTANCE:
                return Dimension.IMPEDANCE;
            case TRANSCONDUCTANCE:
                return Dimension.CURRENT.over(Dimension.VOLTAGE).over(Dimension.VOLTAGE);
            case PER_VOLT:
                return Dimension.NONE.over(Dimension.VOLTAGE);
            case INDUCTANCE:
                return Dimension.TIME.times(Dimension.IMPEDANCE);
            case CONDUCTANCE:
                return Dimension.NONE.over(Dimension.IMPEDANCE);
            case CAPACITANCE:
                return Dimension.TIME.over(Dimension.IMPEDANCE);
            case VOLTAGE:
                return Dimension.VOLTAGE;
            case CURRENT:
                return Dimension.CURRENT;
            case TIME:
                return Dimension.TIME;
            case FREQUENCY:
            case DAMPING:
                return Dimension.FREQUENCY;
            default:
                return Dimension.NONE;
        }
    }
}
