package org.ansatz.field.circuit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.type.Type;
import org.ansatz.field.block.Written;
import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.netlist.Law;
import org.ansatz.field.circuit.netlist.Measure;
import org.ansatz.field.circuit.netlist.SpiceNumber;
import org.ansatz.quantity.Dimension;

/** The expressions of behavioural sources, over the voltages and currents of their netlist, {@code time} and what its other expressions may use. */
final class WrittenLaws {

    private static final String TIME = "time";

    /** A number with a suffix, no part of a name. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w.])(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?(?:[tgkmunpfaTGKMUNPFA])[a-zA-Z]*\\b");

    private final List<Read> read = new ArrayList<>();

    /** An expression as read. */
    private record Read(Term term, Binding.Variable time, List<Binding.Variable> controls, Deck.WrittenLaw written) {}

    /**
     * Reads the laws of a deck; faults go to the text.
     *
     * @param arePlain whether voltages, currents and the time are plain numbers, as in SPICE
     * @param scopes the names that stand where a law does
     */
    WrittenLaws(Written text, Deck deck, boolean arePlain, Function<Deck.WrittenLaw, Scope> scopes) {
        Probed probed = Probed.of(deck.laws().isEmpty() ? List.of() : deck.sketch());
        for (Deck.WrittenLaw law : deck.laws()) {
            Scope scope = scopes.apply(law).inner();
            Written here = text.part(law.start(), law.end());
            exports(probed, law, arePlain).forEach(export -> {
                declare(export, export.name(), scope, here);
                if (arePlain) {
                    // In a problem they would hide the units.
                    declare(export, export.name().toUpperCase(Locale.ROOT), scope, here);
                }
            });
            Binding.Variable time = scope.declare(Binding.Role.BOUND, TIME, arePlain ? Type.REAL : ReadAt.TIME);
            Written part = arePlain ? asInSpice(here) : here;
            Expression expression = part.formula(scope, arePlain ? Type.REAL : type(law.measure()));
            requireDirect(expression.term(), part);
            List<Binding.Variable> controls = controls(expression.term(), scope);
            read.add(new Read(expression.term(), time, controls, law));
        }
    }

    /** A variable for each voltage and current of a law, under names that nobody can write. */
    private static List<Binding.Variable> controls(Term term, Scope scope) {
        List<Binding.Variable> controls = new ArrayList<>();
        Inside.any(term, part -> {
            if (part instanceof Term.Exported) {
                controls.add(scope.declare(Binding.Role.BOUND, "control " + controls.size(), part.type()));
            }
            return false;
        });
        return controls;
    }

    /** With numbers such as {@code 4.7k} and powers such as {@code x**2} in the words of the language. */
    private static Written asInSpice(Written text) {
        String said = NUMBER.matcher(text.text())
                .replaceAll(number ->
                        BigDecimal.valueOf(SpiceNumber.of(number.group())).toPlainString())
                .replace("**", "^");
        return said.equals(text.text()) ? text : text.said(said);
    }

    private static void declare(Export export, String name, Scope scope, Written text) {
        if (scope.find(name) instanceof Binding.Variable) {
            throw text.fault("behavioural sources are functions of " + name + "(…), and " + name
                    + " means something else here: give that another name");
        }
        scope.declare(new Binding.Exported(export.called(name), Uses.NOTHING, List.of()));
    }

    private static List<Export> exports(Probed probed, Deck.WrittenLaw law, boolean arePlain) {
        Probed named =
                new Probed(law.naming().nodes(probed.nodes()), law.naming().elements(probed.elements()));
        return List.of(
                named.voltage(arePlain ? Type.REAL : type(Measure.VOLTAGE), Engine.ARITHMETIC),
                named.current(arePlain ? Type.REAL : type(Measure.CURRENT), Engine.ARITHMETIC));
    }

    private static Type type(Measure measure) {
        return Type.real(measure == Measure.VOLTAGE ? Dimension.VOLTAGE : Dimension.CURRENT);
    }

    /** A search over what is only being found would look at it where it is not yet. */
    private static void requireDirect(Term term, Written part) {
        boolean searches = Inside.any(
                term,
                inside -> inside instanceof Term.Bound && Inside.any(inside, at -> at instanceof Term.Exported)
                        || inside instanceof Term.Derivative);
        if (searches) {
            throw part.fault(
                    new Span(0, part.text().length()),
                    "a source follows sums, products and functions of voltages and currents; derivatives, integrals and"
                            + " searches of them have no place here");
        }
    }

    /** The laws where the names of the problem have their values. */
    List<Law> in(Frame frame) {
        List<Law> laws = new ArrayList<>();
        for (Read each : read) {
            laws.add(new ExpressionLaw(
                    each.term(), each.time(), each.controls(), each.written().naming(), frame));
        }
        return laws;
    }
}
