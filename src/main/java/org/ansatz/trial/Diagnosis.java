package org.ansatz.trial;

import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.judge.Mistake;
import org.jspecify.annotations.Nullable;

/** What a wrong value has in common with the right one, in the words of the terminal. */
final class Diagnosis {

    /** So much of the largest entry may be lost in a sum. */
    private static final double ROUNDING = 1e-9;

    private Diagnosis() {}

    /**
     * What is wrong with a value, or an empty text.
     *
     * @param allowed how far a value may be from the right one
     */
    static String of(Value right, Value was, Type type, double allowed) {
        String shape = ofShape(right, was, allowed);
        if (!shape.isEmpty() || right instanceof Value.Array) {
            return shape;
        }
        return isReal(right) && isReal(was)
                ? ofNumber(Arithmetic.real(right), Arithmetic.real(was), type, allowed)
                : Mistake.ofComplex(was, right, allowed);
    }

    /** What is wrong with the rows and columns of a value, or an empty text. */
    static String ofShape(Value right, Value was, double allowed) {
        if (isTransposed(right, was, allowed)) {
            return "the transpose of the right value";
        }
        return Arrays.shape(right).equals(Arrays.shape(was))
                ? ""
                : Arrays.shape(was) + ", where " + Arrays.shape(right) + " is asked for";
    }

    private static boolean isTransposed(Value right, Value was, double allowed) {
        return right instanceof Value.Array
                && was instanceof Value.Array
                && Arrays.distance(right, Arrays.transpose((Value.Array) was))
                        <= allowed + ROUNDING * Arrays.size(right);
    }

    private static boolean isReal(Value value) {
        return value instanceof Value.Real || value instanceof Value.Exact;
    }

    private static String ofNumber(double right, double was, Type type, double allowed) {
        @Nullable Mistake mistake = Mistake.only(Mistake.from(right, type.dimensionOrNone()), was, right, allowed, 0);
        return mistake == null ? "" : mistake.says();
    }
}
