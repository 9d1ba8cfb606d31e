package org.ansatz.expression;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.expression.value.Value.Truth;
import org.jspecify.annotations.Nullable;

/** Checked terms that are evaluated where they stand: leaves, and operators on them. Comparisons are {@link Comparison}. */
final class Terms {

    private Terms() {}

    /** A number; {@code measured} if it was written with a unit. */
    static final class Constant extends Term {
        private final Value value;
        private final boolean measured;

        Constant(Span span, Type type, Value value, boolean measured) {
            super(span, type);
            this.value = value;
            this.measured = measured;
        }

        boolean isMeasured() {
            return measured;
        }

        Value value() {
            return value;
        }

        @Override
        @Nullable
        AffineForm writeOn(TapeWriter tape) {
            return tape.constant(value);
        }

        @Override
        Value value(Frame frame) {
            return value;
        }
    }

    /** What Java code makes of the frame. */
    static final class Computed extends Term {
        private final java.util.function.Function<Frame, Value> function;

        Computed(Type type, java.util.function.Function<Frame, Value> function) {
            super(new Span(0, 0), type);
            this.function = function;
        }

        @Override
        Value value(Frame frame) {
            return function.apply(frame);
        }
    }

    /** The value of a variable. */
    static final class Slot extends Term {
        private final String name;
        private final int slot;

        Slot(Span span, Type type, String name, int slot) {
            super(span, type);
            this.name = name;
            this.slot = slot;
        }

        int slot() {
            return slot;
        }

        @Override
        @Nullable
        AffineForm writeOn(TapeWriter tape) {
            return tape.variable(slot);
        }

        @Override
        Value value(Frame frame) {
            Value value = frame.slot(slot);
            if (value == null) {
                throw fault(name + " has no value here; give it one, as in f(…; " + name + " = …)");
            }
            return value;
        }
    }

    /** A formula under test, at the point where its argument stands. */
    static final class Candidate extends Term {
        private final String name;
        private final int slot;

        Candidate(Span span, Type type, String name, int slot) {
            super(span, type);
            this.name = name;
            this.slot = slot;
        }

        @Override
        Value value(Frame frame) {
            Value formula = frame.slot(slot);
            if (!(formula instanceof Value.Handle)) {
                throw fault(name + " is what is asked for; here no candidate is under test");
            }
            return ((Term) ((Value.Handle) formula).of()).in(frame);
        }
    }

    /** A named step, evaluated once in each frame. */
    static final class Step extends Term {
        private final Binding.Step step;

        Step(Span span, Binding.Step step) {
            super(span, step.term().type());
            this.step = step;
        }

        @Override
        List<Term> parts() {
            return List.of(step.term());
        }

        @Override
        @Nullable
        AffineForm writeOn(TapeWriter tape) {
            return tape.step(step.slot(), step.term());
        }

        @Override
        Value value(Frame frame) {
            Value value = frame.slot(step.slot());
            if (value == null) {
                try {
                    value = step.term().in(frame);
                } catch (ExpressionFault e) {
                    throw fault("in the step " + step.name() + ": " + e.message());
                }
                frame.bind(step.slot(), value);
            }
            return value;
        }
    }

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
    }

    /** Sum, difference, product, quotient, power, on numbers or entry by entry. */
    static final class Binary extends Term {
        private static final Value J = new Value.Complex(0, 1);

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
            Value a = left.in(frame);
            Value b = right.in(frame);
            if (!(a instanceof Value.Array) && !(b instanceof Value.Array)) {
                Value result = onNumbers(op.onEntries(), a, b);
                if (result instanceof Value.Exact) {
                    return result;
                }
                Value left = frame.converted(a);
                Value right = frame.converted(b);
                return left == a && right == b ? result : onNumbers(op.onEntries(), left, right);
            }
            if (op == Op.MULTIPLY && a instanceof Value.Array && b instanceof Value.Array) {
                Value.Array left = (Value.Array) a;
                Value.Array right = (Value.Array) b;
                frame.spend((long) left.entries().size() * right.columns(), this);
                return number(Arrays.product(left, right));
            }
            return Arrays.entrywise(a, b, (x, y) -> onNumbers(op.onEntries(), x, y));
        }

        /** A 1 × 1 product of a row and a column is a number. */
        private Value number(Value product) {
            Value.Array array = (Value.Array) product;
            return type().isScalar() ? array.at(0, 0) : array;
        }

        private static Value onNumbers(Op op, Value a, Value b) {
            switch (op) {
                case ADD:
                    return Arithmetic.add(a, b);
                case SUBTRACT:
                    return Arithmetic.subtract(a, b);
                case MULTIPLY:
                    return Arithmetic.multiply(a, b);
                case DIVIDE:
                    return Arithmetic.divide(a, b);
                case POLAR:
                    return Arithmetic.multiply(a, Arithmetic.exp(Arithmetic.multiply(J, b)));
                default:
                    return Arithmetic.power(a, b);
            }
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
            return (((Truth) condition.in(frame)).holds() ? then : otherwise).in(frame);
        }
    }

    /** The values of all terms, in a list that may be changed. */
    static List<Value> values(List<Term> terms, Frame frame) {
        List<Value> values = new ArrayList<>(terms.size());
        for (Term term : terms) {
            values.add(term.in(frame));
        }
        return values;
    }

    /** A matrix written out. */
    static final class Rows extends Term {
        private final List<Term> entries;

        Rows(Span span, Type type, List<Term> entries) {
            super(span, type);
            this.entries = entries;
        }

        @Override
        List<Term> parts() {
            return entries;
        }

        @Override
        Value value(Frame frame) {
            return new Value.Array(type().shape().rows(), type().shape().columns(), values(entries, frame));
        }
    }

    /** Rows exchanged for columns. */
    static final class Transposed extends Term {
        private final Term operand;

        Transposed(Term operand, Span span, Type type) {
            super(span, type);
            this.operand = operand;
        }

        @Override
        List<Term> parts() {
            return List.of(operand);
        }

        @Override
        Value value(Frame frame) {
            return Arrays.transpose((Value.Array) operand.in(frame));
        }
    }
}
