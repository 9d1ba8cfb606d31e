package org.ansatz.expression.check;

import java.util.function.Supplier;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;

/**
 * Where a bound name has its value: a place of its own, unless steps or blocks inside read the variable that it hides; then
 * that one's place, so that they see what is bound.
 *
 * @param slot the place in the frame
 * @param isDeclared whether it is that of a declared variable
 */
public record BoundPlace(int slot, boolean isDeclared) {

    /**
     * Declares a bound name.
     *
     * @param through what is read inside through steps and blocks; asked for only if the name hides another
     * @throws ExpressionFault at {@code span}, if what it hides is read and is of another kind
     */
    public static BoundPlace of(String name, Span span, Type type, Supplier<Uses> through, Scope scope) {
        Binding hidden = scope.find(name);
        if (hidden instanceof Binding.Variable) {
            Binding.Variable variable = (Binding.Variable) hidden;
            if (through.get().readsSlot(variable.slot())) {
                if (!variable.holds(type)) {
                    throw refused(name, span, type, variable.type());
                }
                scope.declare(new Binding.Variable(Role.BOUND, name, type, variable.slot()));
                return new BoundPlace(variable.slot(), true);
            }
        } else if (hidden instanceof Binding.Step && through.get().steps().contains(name)) {
            throw refused(name, span, type.describe() + ",", "a step");
        }
        return new BoundPlace(scope.declare(Role.BOUND, name, type).slot(), false);
    }

    private static ExpressionFault refused(String name, Span span, Type type, Type hidden) {
        String bound = type.describe();
        return bound.equals(hidden.describe()) && type.set() == NumberSet.COMPLEX
                ? refused(name, span, bound + ", which may be complex,", "real")
                : refused(name, span, bound + ",", hidden.describe());
    }

    private static ExpressionFault refused(String name, Span span, String bound, String hidden) {
        return new ExpressionFault(
                span,
                name + " is bound here to " + bound
                        + " and what stands inside reads, through steps or a block, the " + name + " that is " + hidden
                        + ": give one of them another name");
    }
}
