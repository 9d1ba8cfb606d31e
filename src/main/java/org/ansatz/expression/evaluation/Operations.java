package org.ansatz.expression.evaluation;

import static org.ansatz.expression.value.Arithmetic.ONE;
import static org.ansatz.expression.value.Arithmetic.ZERO;
import static org.ansatz.expression.value.Arithmetic.divide;
import static org.ansatz.expression.value.Arithmetic.log;
import static org.ansatz.expression.value.Arithmetic.multiply;
import static org.ansatz.expression.value.Arithmetic.negate;
import static org.ansatz.expression.value.Arithmetic.power;
import static org.ansatz.expression.value.Arithmetic.subtract;

import org.ansatz.expression.reverse.Adjoints;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.quantity.NoValue;

/** The operations on numbers and matrices: value and derivative side by side. */
final class Operations {

    private static final Value J = new Value.Complex(0, 1);

    private Operations() {}

    /** The value. */
    static Value of(Op op, Value a, Value b) {
        switch (op) {
            case ADD:
                return Arithmetic.add(a, b);
            case SUBTRACT:
                return subtract(a, b);
            case MULTIPLY:
                return multiply(a, b);
            case DIVIDE:
                return divide(a, b);
            case POLAR:
                return multiply(a, Arithmetic.exp(multiply(J, b)));
            default:
                return power(a, b);
        }
    }

    /** How the value changes with one operand: with {@code a} if it is 0, with {@code b} if it is 1. */
    static Value slope(Op op, int operand, Value a, Value b) {
        boolean first = operand == 0;
        switch (op) {
            case ADD:
                return ONE;
            case SUBTRACT:
                return first ? ONE : negate(ONE);
            case MULTIPLY:
                return first ? b : a;
            case DIVIDE:
                return first ? divide(ONE, b) : negate(divide(divide(a, b), b));
            case POLAR:
                throw new NoValue("reverse mode is for real numbers; this is complex");
            default:
                return first ? slopeByBase(a, b) : slopeByExponent(a, b);
        }
    }

    /** The value with the other sign, entry by entry. */
    static Value opposite(Value value) {
        return value instanceof Value.Array ? ((Value.Array) value).map(Arithmetic::negate) : negate(value);
    }

    /** Whether an operation on these operands multiplies matrices. */
    static boolean isMatrixProduct(Op op, Value a, Value b) {
        return op == Op.MULTIPLY && a instanceof Value.Array && b instanceof Value.Array;
    }

    /** How many numbers are multiplied in a product of matrices. */
    static long multiplications(Value a, Value b) {
        return (long) ((Value.Array) a).entries().size() * ((Value.Array) b).columns();
    }

    /**
     * Requires matrices of one shape, for only the operators with a point repeat a row or column.
     *
     * @throws NoValue that shows both shapes
     */
    static void requireOneShape(Op op, Value a, Value b) {
        boolean plain = op == op.onEntries() && a instanceof Value.Array && b instanceof Value.Array;
        if (plain && !Arrays.shape(a).equals(Arrays.shape(b))) {
            throw new NoValue(Arrays.shape(a) + " " + op.symbol() + " " + Arrays.shape(b) + ": '"
                    + op.symbol() + "' needs two matrices of one shape; to repeat a row or column write '."
                    + op.symbol() + "'");
        }
    }

    /** How the final result changes with one operand, if it changes by {@code cotangent} with what the operation gives. */
    static Value pullback(Op op, int operand, Value a, Value b, Value cotangent) {
        if (isMatrixProduct(op, a, b)) {
            return Adjoints.ofProduct(operand, (Value.Array) a, (Value.Array) b, cotangent);
        }
        Value slopes = Arrays.entrywise(a, b, (x, y) -> slope(op.onEntries(), operand, x, y));
        return Adjoints.folded(Adjoints.times(cotangent, slopes), operand == 0 ? a : b);
    }

    /** Whether a comparison holds; what is tied counts as equal. */
    static boolean holds(Op op, Value left, Value right, boolean tied) {
        if (op == Op.EQUAL || op == Op.UNEQUAL) {
            return (tied || isEqual(left, right)) == (op == Op.EQUAL);
        }
        return op.holds(tied ? 0 : Arithmetic.compareAtStep(left, right));
    }

    /** Where a comparison may hold, and where it may fail. */
    static Enclosed.Truth holds(Op op, Enclosed left, Enclosed right) {
        if (left instanceof Enclosed.Truth a && right instanceof Enclosed.Truth b) {
            Enclosed.Truth differ = a.differs(b);
            return op == Op.EQUAL ? differ.not() : differ;
        }
        Series a = Enclosed.real(left);
        Series b = Enclosed.real(right);
        Interval x = a.range();
        Interval y = b.range();
        Regularity regularity = a.regularity().and(b.regularity());
        switch (op) {
            case LESS:
                return new Enclosed.Truth(x.low() < y.high(), x.high() >= y.low(), regularity);
            case LESS_OR_EQUAL:
                return new Enclosed.Truth(x.low() <= y.high(), x.high() > y.low(), regularity);
            case GREATER:
                return new Enclosed.Truth(x.high() > y.low(), x.low() <= y.high(), regularity);
            case GREATER_OR_EQUAL:
                return new Enclosed.Truth(x.high() >= y.low(), x.low() < y.high(), regularity);
            default:
                boolean same = x.isPoint() && x.equals(y);
                boolean equal = op == Op.EQUAL;
                return new Enclosed.Truth(equal ? x.meets(y) : !same, equal ? !same : x.meets(y), regularity);
        }
    }

    static boolean isEqual(Value left, Value right) {
        if (left instanceof Value.Truth || right instanceof Value.Truth) {
            return ((Value.Truth) left).holds() == ((Value.Truth) right).holds();
        }
        if (left instanceof Value.Array && right instanceof Value.Array) {
            Value.Array a = (Value.Array) left;
            Value.Array b = (Value.Array) right;
            boolean equal = a.rows() == b.rows() && a.columns() == b.columns();
            for (int i = 0; equal && i < a.entries().size(); i++) {
                equal = isEqual(a.entries().get(i), b.entries().get(i));
            }
            return equal;
        }
        return Arithmetic.isEqual(left, right);
    }

    private static Value slopeByBase(Value a, Value b) {
        return Arithmetic.vanishes(b) ? ZERO : multiply(b, power(a, subtract(b, ONE)));
    }

    /** At the base 0 the power stays 0 for every positive exponent. */
    private static Value slopeByExponent(Value a, Value b) {
        return Arithmetic.isZero(a) && Arithmetic.real(b) > 0 ? ZERO : multiply(power(a, b), log(a));
    }
}
