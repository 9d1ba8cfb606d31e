package org.ansatz.expression;

import java.util.List;
import org.ansatz.expression.reverse.Adjoints;
import org.ansatz.expression.reverse.Traced;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.expression.value.Value.Truth;
import org.jspecify.annotations.Nullable;

/** Checked terms that combine others: operators, and the choice between two. Comparisons are {@link Comparison}. */
final class Operators {

    private Operators() {}

    /** Sign or complement. */
    static final class Unary extends Term {
        private final Op op;
        private final Term operand;

        Unary(Span span, Type type, Op op, Term operand) {
            super(span, type);
            this.op = op;
            this.operand = operand;
        }

        @Override
        List<Term> parts() {
            return List.of(operand);
        }

        @Override
        @Nullable
        AffineForm writeOn(TapeWriter tape) {
            return op == Op.NOT ? null : tape.negated(operand.writeOn(tape));
        }

        @Override
        Value value(Frame frame) {
            Value value = operand.in(frame);
            if (op == Op.NOT) {
                return Truth.of(!((Truth) value).holds());
            }
            return value instanceof Value.Array
                    ? Arrays.entrywise(Arithmetic.ZERO, value, Arithmetic::subtract)
                    : Arithmetic.negate(value);
        }

        @Override
        Traced trace(Recording recording) {
            if (op == Op.NOT) {
                return Traced.constant(value(recording.frame()));
            }
            Traced traced = operand.traced(recording);
            return recording.result(opposite(traced.value()), List.of(traced), (i, cotangent) -> opposite(cotangent));
        }

        private static Value opposite(Value value) {
            return Arrays.entrywise(Arithmetic.ZERO, value, Arithmetic::subtract);
        }
    }

    /** Sum, difference, product, quotient, power, on numbers or entry by entry. */
    static final class Binary extends Term {
        private final Op op;
        private final Term left;
        private final Term right;

        Binary(Span span, Type type, Op op, Term left, Term right) {
            super(span, type);
            this.op = op;
            this.left = left;
            this.right = right;
        }

        Op op() {
            return op;
        }

        @Override
        List<Term> parts() {
            return List.of(left, right);
        }

        @Override
        @Nullable
        AffineForm writeOn(TapeWriter tape) {
            return TapeWriter.isReal(this)
                    ? tape.combined(op.onEntries(), left.writeOn(tape), right.writeOn(tape))
                    : null;
        }

        @Override
        Value value(Frame frame) {
            return combined(left.in(frame), right.in(frame), frame);
        }

        @Override
        Traced trace(Recording recording) {
            Traced a = left.traced(recording);
            Traced b = right.traced(recording);
            Value value = combined(a.value(), b.value(), recording.frame());
            return recording.result(
                    value,
                    List.of(a, b),
                    (operand, cotangent) -> pulled(operand, a.value(), b.value(), cotangent, recording.frame()));
        }

        private Value combined(Value a, Value b, Frame frame) {
            if (!(a instanceof Value.Array) && !(b instanceof Value.Array)) {
                Value result = Operations.of(op.onEntries(), a, b);
                if (result instanceof Value.Exact) {
                    return result;
                }
                Value left = frame.converted(a);
                Value right = frame.converted(b);
                return left == a && right == b ? result : Operations.of(op.onEntries(), left, right);
            }
            if (isMatrixProduct(a, b)) {
                frame.spend(multiplications(a, b), this);
                return number(Arrays.product((Value.Array) a, (Value.Array) b));
            }
            requireOneShape(a, b);
            return Arrays.entrywise(a, b, (x, y) -> Operations.of(op.onEntries(), x, y));
        }

        /** Only the operators with a point repeat a row or column. */
        private void requireOneShape(Value a, Value b) {
            boolean plain = op == op.onEntries() && a instanceof Value.Array && b instanceof Value.Array;
            if (plain && !Arrays.shape(a).equals(Arrays.shape(b))) {
                throw new ArithmeticException(Arrays.shape(a) + " " + op.symbol() + " " + Arrays.shape(b) + ": '"
                        + op.symbol() + "' needs two matrices of one shape; to repeat a row or column write '."
                        + op.symbol() + "'");
            }
        }

        private Value pulled(int operand, Value a, Value b, Value cotangent, Frame frame) {
            if (isMatrixProduct(a, b)) {
                frame.spend(multiplications(a, b), this);
                return Adjoints.ofProduct(operand, (Value.Array) a, (Value.Array) b, cotangent);
            }
            Value slopes = Arrays.entrywise(a, b, (x, y) -> Operations.slope(op.onEntries(), operand, x, y));
            return Adjoints.folded(Adjoints.times(cotangent, slopes), operand == 0 ? a : b);
        }

        private boolean isMatrixProduct(Value a, Value b) {
            return op == Op.MULTIPLY && a instanceof Value.Array && b instanceof Value.Array;
        }

        private static long multiplications(Value a, Value b) {
            return (long) ((Value.Array) a).entries().size() * ((Value.Array) b).columns();
        }

        /** A 1 × 1 product of a row and a column is a number. */
        private Value number(Value product) {
            Value.Array array = (Value.Array) product;
            return type().isScalar() ? array.at(0, 0) : array;
        }
    }

    /** Logic on truth values. */
    static final class Logic extends Term {
        private final Op op;
        private final Term left;
        private final Term right;

        Logic(Span span, Op op, Term left, Term right) {
            super(span, Type.TRUTH);
            this.op = op;
            this.left = left;
            this.right = right;
        }

        @Override
        List<Term> parts() {
            return List.of(left, right);
        }

        @Override
        Value value(Frame frame) {
            boolean a = ((Truth) left.in(frame)).holds();
            switch (op) {
                case AND:
                    return Truth.of(a && holds(frame));
                case OR:
                    return Truth.of(a || holds(frame));
                case NAND:
                    return Truth.of(!(a && holds(frame)));
                case NOR:
                    return Truth.of(!(a || holds(frame)));
                case XNOR:
                    return Truth.of(a == holds(frame));
                default:
                    return Truth.of(a != holds(frame));
            }
        }

        private boolean holds(Frame frame) {
            return ((Truth) right.in(frame)).holds();
        }

        @Override
        Traced trace(Recording recording) {
            return Traced.constant(value(recording.frame()));
        }
    }

    /** {@code if(condition, a, b)}: only the chosen branch is evaluated. */
    static final class Choice extends Term {
        private final Term condition;
        private final Term then;
        private final Term otherwise;

        Choice(Span span, Type type, Term condition, Term then, Term otherwise) {
            super(span, type);
            this.condition = condition;
            this.then = then;
            this.otherwise = otherwise;
        }

        @Override
        List<Term> parts() {
            return List.of(condition, then, otherwise);
        }

        @Override
        Value value(Frame frame) {
            return chosen(frame).in(frame);
        }

        @Override
        Traced trace(Recording recording) {
            return chosen(recording.frame()).traced(recording);
        }

        private Term chosen(Frame frame) {
            return ((Truth) condition.in(frame)).holds() ? then : otherwise;
        }
    }
}
