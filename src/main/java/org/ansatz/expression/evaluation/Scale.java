package org.ansatz.expression.evaluation;

import java.util.List;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;

/**
 * How large a value would be if nothing cancelled in it: sums count by their largest term, products by the product of what
 * their factors are made of. What is left where terms cancel is small beside that.
 */
final class Scale {

    private Scale() {}

    /** The scale of a term, in SI, at least the magnitude of its value; 0 if it has none. */
    static double of(Term term, Frame frame) {
        if (!term.type().isNumber() || term.type().set() == NumberSet.OPAQUE) {
            return 0;
        }
        try {
            double scale = Math.max(Arrays.size(frame.value(term)), inside(term, frame));
            return Double.isFinite(scale) ? scale : 0;
        } catch (ExpressionFault e) {
            return 0;
        }
    }

    private static double inside(Term term, Frame frame) {
        if (term instanceof Term.Step step) {
            return of(step.body(), frame);
        }
        if (term instanceof Term.Inlined inlined) {
            return of(inlined.body(), frame); // its arguments are bound since it was evaluated
        }
        if (term instanceof Term.Choice choice) {
            return of(frame.values().chosen(choice), frame);
        }
        if (term instanceof Term.Unary unary) {
            return of(unary.operand(), frame);
        }
        if (term instanceof Term.Binary binary) {
            return ofBinary(binary, frame);
        }
        if (term instanceof Term.Call call) {
            return ofArguments(call, frame);
        }
        if (term instanceof Term.Exported exported) {
            return ofFamily(exported, frame);
        }
        if (term instanceof Term.Bound bound) {
            return bound.rule().magnitude(new FrameLoop(bound, frame));
        }
        return 0;
    }

    private static double ofBinary(Term.Binary term, Frame frame) {
        double left = of(term.left(), frame);
        switch (term.op().onEntries()) {
            case ADD:
            case SUBTRACT:
                return Math.max(left, of(term.right(), frame));
            case MULTIPLY:
                return left * of(term.right(), frame);
            case DIVIDE:
                return left / Arrays.size(frame.value(term.right()));
            default:
                return 0;
        }
    }

    /**
     * What a field block gives at one of several labels, such as the voltage of a node, is a difference of what it gives at the
     * others; of anything else only the block knows what it sums up.
     */
    private static double ofFamily(Term.Exported term, Frame frame) {
        double scale = 0;
        for (String label : term.export().labels()) {
            try {
                Value there = frame.block().value(term.export(), List.of(new Value.Handle(label)));
                scale = Math.max(scale, Arrays.size(there));
            } catch (NoValue e) {
                // Nothing to be seen there, as of an impedance between two nodes that nothing joins.
            }
        }
        return scale;
    }

    /** A function near its zero, as sin(x) near π, is known as well as its argument is, if that is of its kind. */
    private static double ofArguments(Term.Call term, Frame frame) {
        double scale = 0;
        for (Term argument : term.arguments()) {
            boolean alike = argument.type().isNumber()
                    && argument.type().dimensionOrNone().equals(term.type().dimensionOrNone());
            scale = Math.max(scale, alike ? of(argument, frame) : 0);
        }
        return scale;
    }
}
