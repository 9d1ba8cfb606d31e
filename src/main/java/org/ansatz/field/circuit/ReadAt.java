package org.ansatz.field.circuit;

import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Type;
import org.ansatz.field.block.Fields;
import org.ansatz.problem.Question;
import org.ansatz.problem.Ranged;
import org.ansatz.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/** The variables at whose values probes of a circuit are read. */
final class ReadAt {

    static final Type TIME = Type.real(Dimension.TIME);

    private ReadAt() {}

    /** A time: the answer's argument if it is one, else {@code t}. */
    static Binding.Variable time(Question question, Scope scope, Fields route) {
        Binding.Variable argument = argument(question, Dimension.TIME);
        if (argument != null) {
            return argument;
        }
        if (scope.find("t") != null) {
            throw route.fault(
                    "t is the time in a circuit, and means something else here: rename that, or give it a time");
        }
        return scope.declare(Role.BOUND, "t", TIME);
    }

    /**
     * The frequency of phasors: the answer's argument if it is one, a quantity {@code f} of the problem, or else a new {@code f}, whose
     * value stands with what is asked.
     */
    static Binding.Variable frequency(Question question, Scope scope) {
        Binding.Variable argument = argument(question, Dimension.FREQUENCY);
        if (argument != null) {
            return argument;
        }
        return scope.find("f") instanceof Binding.Variable own && own.type().has(Dimension.FREQUENCY)
                ? own
                : scope.declare(Role.BOUND, "f", Type.real(Dimension.FREQUENCY));
    }

    /** The complex frequency: the problem's {@code s} if it may be one, such as the answer's argument, or else a new one. */
    static Binding.Variable complexFrequency(Scope scope, Fields route) {
        if (scope.find("s") == null) {
            return scope.declare(Role.BOUND, "s", Type.complex(Dimension.FREQUENCY));
        }
        if (scope.find("s") instanceof Binding.Variable own && isComplexFrequency(own.type())) {
            return own;
        }
        throw route.fault("s is the complex frequency in this circuit, a pure number or one of 1/s, and means something"
                + " else here: rename that");
    }

    private static boolean isComplexFrequency(Type type) {
        return type.isNumber() && type.isScalar() && (type.has(Dimension.NONE) || type.has(Dimension.FREQUENCY));
    }

    private static Binding.@Nullable Variable argument(Question question, Dimension dimension) {
        for (Ranged argument : question.arguments()) {
            if (argument.variable().type().has(dimension)) {
                return argument.variable();
            }
        }
        return null;
    }
}
