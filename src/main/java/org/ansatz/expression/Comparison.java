package org.ansatz.expression;

import java.util.List;
import org.ansatz.expression.reverse.Traced;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.expression.value.Value.Truth;

/**
 * A chain of comparisons. Exact numbers are compared exactly. Where claims are judged, inexact ones that differ by no
 * more than their own simulated error are tied: they satisfy {@code ==}, {@code <=} and {@code >=}.
 */
final class Comparison extends Term {

    private static final int TRIALS = 4;
    private static final int MOST_TRIALS = 12;
    private static final double SAFETY = 4;
    private static final double FAR = 1000;

    private final List<Term> operands;
    private final List<Op> ops;

    Comparison(Span span, List<Term> operands, List<Op> ops) {
        super(span, Type.TRUTH);
        this.operands = operands;
        this.ops = ops;
    }

    @Override
    List<Term> parts() {
        return operands;
    }

    @Override
    Traced trace(Recording recording) {
        return Traced.constant(value(recording.frame()));
    }

    @Override
    Value value(Frame frame) {
        Value left = operands.get(0).in(frame);
        for (int i = 0; i < ops.size(); i++) {
            Value right = operands.get(i + 1).in(frame);
            boolean tied = frame.isJudging() && isTied(left, right, i, frame);
            if (!holds(ops.get(i), left, right, tied)) {
                return Truth.FALSE;
            }
            left = right;
        }
        return Truth.TRUE;
    }

    private boolean isTied(Value left, Value right, int index, Frame frame) {
        if (isDiscrete(left) && isDiscrete(right)) {
            return false;
        }
        if (!isAlike(left, right)) {
            return false;
        }
        Value apart = minus(left, right);
        double difference = Arrays.size(apart);
        double spread = 0;
        for (int trial = 1; trial <= MOST_TRIALS; trial++) {
            Frame jittered = frame.jittered(trial);
            Value moved = minus(
                    operands.get(index).in(jittered), operands.get(index + 1).in(jittered));
            spread = Math.max(spread, Arrays.distance(moved, apart));
            if (difference <= SAFETY * spread) {
                return true;
            }
            // Simulated errors may cancel in one trial; a spread of zero says nothing yet.
            boolean known = spread > 0 && trial >= (difference > FAR * spread ? 2 : TRIALS);
            if (known) {
                return false;
            }
        }
        return false;
    }

    private static Value minus(Value left, Value right) {
        return Arrays.entrywise(left, right, Arithmetic::subtract);
    }

    /** Two numbers, or two matrices of one shape. */
    private static boolean isAlike(Value left, Value right) {
        if (!(left instanceof Value.Array) || !(right instanceof Value.Array)) {
            return !(left instanceof Value.Array) && !(right instanceof Value.Array);
        }
        Value.Array a = (Value.Array) left;
        Value.Array b = (Value.Array) right;
        return a.rows() == b.rows() && a.columns() == b.columns();
    }

    private static boolean isDiscrete(Value value) {
        return value instanceof Value.Exact || value instanceof Truth;
    }

    private static boolean holds(Op op, Value left, Value right, boolean tied) {
        if (op == Op.EQUAL || op == Op.UNEQUAL) {
            return (tied || isEqual(left, right)) == (op == Op.EQUAL);
        }
        int order = tied ? 0 : Arithmetic.compare(left, right);
        switch (op) {
            case LESS:
                return order < 0;
            case LESS_OR_EQUAL:
                return order <= 0;
            case GREATER:
                return order > 0;
            default:
                return order >= 0;
        }
    }

    private static boolean isEqual(Value left, Value right) {
        if (left instanceof Truth || right instanceof Truth) {
            return ((Truth) left).holds() == ((Truth) right).holds();
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
        return Arithmetic.isZero(Arithmetic.subtract(left, right));
    }
}
