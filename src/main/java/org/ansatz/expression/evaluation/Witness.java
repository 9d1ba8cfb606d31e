package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.expression.value.Value.Truth;

/**
 * The value of a bound variable at which a truth is decided: where {@code all(…)} fails, or {@code any(…)} holds.
 *
 * @param name as the binder declares it
 * @param value of the variable
 * @param type of the variable
 */
public record Witness(String name, Value value, Type type) {

    /** The bound variables on which the value of a term hangs in a frame, from the outside in. */
    public static List<Witness> of(Term term, Frame frame) {
        List<Witness> found = new ArrayList<>();
        try {
            add(term, frame, found);
        } catch (ExpressionFault e) {
            return List.copyOf(found); // what has no value has no more witnesses
        }
        return List.copyOf(found);
    }

    /** Whether a variable stands in a term or in a step that it goes through. */
    public static boolean isRead(Binding.Variable variable, Term term) {
        if (term instanceof Term.Named named) {
            return named.slot() == variable.slot();
        }
        return term.inside().stream().anyMatch(part -> isRead(variable, part));
    }

    private static void add(Term term, Frame frame, List<Witness> found) {
        if (term instanceof Term.Bound bound) {
            addBound(bound, frame, found);
        } else if (term instanceof Term.Logic logic) {
            addLogic(logic, frame, found);
        } else if (term instanceof Term.Choice choice) {
            add(choice.condition(), frame, found);
            add(frame.values().chosen(choice), frame, found);
        } else if (term instanceof Term.Inlined inlined) {
            frame.value(inlined); // binds the arguments
            add(inlined.body(), frame, found);
        } else {
            term.parts().forEach(part -> add(part, frame, found));
        }
    }

    /** The element at which {@code all} fails or {@code any} holds, and what its body hangs on there. */
    private static void addBound(Term.Bound term, Frame frame, List<Witness> found) {
        boolean any = term.rule().name().equals("any");
        if (!any && !term.rule().name().equals("all")) {
            return;
        }
        FrameLoop loop = new FrameLoop(term, frame);
        Frame decisive = loop.first(value -> ((Truth) value).holds() == any);
        if (decisive == null) {
            return;
        }
        for (Generator generator : term.generators()) {
            Value value = decisive.slot(generator.slot());
            if (value != null) {
                found.add(
                        new Witness(generator.name(), value, generator.domain().type()));
            }
        }
        add(term.body(), decisive, found);
    }

    /** One side that decides alone, or both. */
    private static void addLogic(Term.Logic term, Frame frame, List<Witness> found) {
        boolean and = term.op() == Op.AND || term.op() == Op.NAND;
        boolean or = term.op() == Op.OR || term.op() == Op.NOR;
        boolean a = ((Truth) frame.value(term.left())).holds();
        boolean leftDecides = and && !a || or && a;
        boolean rightDecides = false;
        if ((and || or) && !leftDecides) {
            rightDecides = ((Truth) frame.value(term.right())).holds() == or;
        }
        if (!rightDecides) {
            add(term.left(), frame, found);
        }
        if (!leftDecides) {
            add(term.right(), frame, found);
        }
    }
}
