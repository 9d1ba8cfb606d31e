package org.ansatz.expression.evaluation;

import java.util.List;
import org.ansatz.expression.program.Block;
import org.ansatz.expression.program.Form;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.program.Lanes;
import org.ansatz.expression.program.Program;
import org.ansatz.expression.program.Unwritten;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.NearOne;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Rational;

/**
 * A program for terms.
 *
 * @param program the program
 * @param inputs where it takes the values of the names that vary
 * @param constants where it takes what rests on none of them
 * @param results where it leaves the values of the terms
 */
record Compiled(Program program, List<Block> inputs, List<Block> constants, List<Block> results) {

    /** Copies the lists. */
    Compiled {
        inputs = List.copyOf(inputs);
        constants = List.copyOf(constants);
        results = List.copyOf(results);
    }

    /**
     * The form of a value.
     *
     * @throws Unwritten if it has none
     */
    static Form form(Value value) {
        if (!(value instanceof Value.Array array)) {
            return Form.single(kind(value));
        }
        boolean isHeld = true;
        boolean isExact = true;
        for (Value entry : array.entries()) {
            Kind kind = kind(entry);
            isHeld &= kind == Kind.EXACT;
            isExact &= kind.isExact();
        }
        Kind kind = isHeld ? Kind.EXACT : isExact ? Kind.RATIONAL : inexactKind(array.entries());
        return new Form(kind, array.rows(), array.columns());
    }

    /** What is known of numbers where exact ones are not told apart from others. */
    private static Kind inexactKind(List<Value> numbers) {
        for (Value number : numbers) {
            if (!Double.isNaN(NearOne.distance(number))) {
                return Kind.NEAR;
            }
        }
        return Kind.REAL;
    }

    /** The form of a value of which an entry is replaced by numbers of which no more is known than they show. */
    static Form formOfMoved(Value value) {
        Form form = form(value);
        return value instanceof Value.Array array ? form.with(inexactKind(array.entries())) : form.with(Kind.REAL);
    }

    private static Kind kind(Value value) {
        if (value instanceof Value.Truth) {
            return Kind.TRUTH;
        }
        if (value instanceof Value.Real real) {
            return real.isNearOne() ? Kind.NEAR : Kind.REAL;
        }
        if (!(value instanceof Value.Exact exact) || Arithmetic.isBeyondDoubles(value)) {
            throw new Unwritten("a value that is no number a double can hold");
        }
        return Double.isNaN(exact.number().asDouble()) ? Kind.RATIONAL : Kind.EXACT;
    }

    /** A number or truth value as a double. */
    static double number(Value value) {
        return value instanceof Value.Truth truth ? truth.holds() ? 1 : 0 : Arithmetic.real(value);
    }

    /** The value in an entry of a block. */
    static Value value(Lanes lanes, Block block, int entry, int lane) {
        double x = lanes.at(block.place(entry), lane);
        switch (block.kind()) {
            case TRUTH:
                return Value.Truth.of(x == 1);
            case EXACT:
                return new Value.Exact(Rational.exactly(x));
            default:
                return new Value.Real(x, lanes.distance(block, block.place(entry), lane));
        }
    }
}
