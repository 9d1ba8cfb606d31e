package org.ansatz.expression.reverse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * Operations in the order in which they were made, each with its pullback (R. E. Wengert, CACM 7, 1964, 463–464). Going
 * back over them once gives the derivative of one number by every entry of a matrix, at about the price of a few
 * evaluations whatever the number of entries (A. Griewank and A. Walther, Evaluating Derivatives, 2nd ed., 2008, ch. 3).
 *
 * <p>Cotangents are values like any other. Where they are exact the gradient is, and where they are dual numbers it is
 * differentiated once more (forward over reverse).
 */
public final class WengertList {

    /** The most numbers that are kept on a tape. */
    public static final long MAX_NUMBERS = 1 << 22;

    private final UnaryOperator<Value> settling;
    private final List<Operation> operations = new ArrayList<>();
    private long numbers;

    /** What an operation was made of, and its derivative. */
    private record Operation(List<Traced> operands, Pullback pullback) {}

    /**
     * An empty tape.
     *
     * @param settling what is done with each cotangent: the step is counted, its rounding simulated
     */
    public WengertList(UnaryOperator<Value> settling) {
        this.settling = settling;
    }

    /** A variable to differentiate by. */
    public Traced variable(Value value) {
        return put(value, new Operation(List.of(), (operand, cotangent) -> cotangent));
    }

    /**
     * The result of an operation.
     *
     * @throws NoValue if the tape grows too long, or the result is no real number or matrix of such
     */
    public Traced result(Value value, List<Traced> operands, Pullback pullback) {
        for (Traced operand : operands) {
            if (!operand.isConstant()) {
                return put(value, new Operation(List.copyOf(operands), pullback));
            }
        }
        return Traced.constant(value);
    }

    private Traced put(Value value, Operation operation) {
        requireReal(value);
        numbers +=
                value instanceof Value.Array ? ((Value.Array) value).entries().size() : 1;
        if (numbers > MAX_NUMBERS) {
            throw new NoValue("more than " + MAX_NUMBERS + " numbers to remember for reverse mode");
        }
        operations.add(operation);
        return new Traced(value, operations.size() - 1);
    }

    private static void requireReal(Value value) {
        if (value instanceof Value.Array) {
            ((Value.Array) value).entries().forEach(WengertList::requireReal);
        } else if (value instanceof Value.Complex) {
            throw new NoValue("reverse mode is for real numbers; this is complex");
        }
    }

    /**
     * How a number changes with every entry of a variable.
     *
     * @throws NoValue if an operation on the way has no derivative there, with the reason
     */
    public Value gradient(Traced result, Traced variable) {
        @Nullable Value[] cotangents = new Value[operations.size()];
        if (!result.isConstant()) {
            cotangents[result.place()] = Adjoints.filled(result.value(), Arithmetic.ONE);
        }
        for (int place = result.place(); place > variable.place(); place--) {
            Value cotangent = cotangents[place];
            if (cotangent != null) {
                pull(operations.get(place), settling.apply(cotangent), cotangents);
            }
        }
        Value gradient = cotangents[variable.place()];
        return gradient == null ? Adjoints.filled(variable.value(), Arithmetic.ZERO) : gradient;
    }

    private static void pull(Operation operation, Value cotangent, @Nullable Value[] cotangents) {
        for (int i = 0; i < operation.operands().size(); i++) {
            Traced operand = operation.operands().get(i);
            if (!operand.isConstant()) {
                Value part = operation.pullback().of(i, cotangent);
                Value before = cotangents[operand.place()];
                cotangents[operand.place()] = before == null ? part : Arrays.entrywise(before, part, Arithmetic::add);
            }
        }
    }
}
