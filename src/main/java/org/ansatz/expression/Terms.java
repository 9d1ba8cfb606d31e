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

/** The kinds of checked term, but for comparisons: leaves first, then what is built of them. */
final class Terms {

    private Terms() {}

    /** The derivative part of a value; of an array, entry by entry. */
    static Value slope(Value value, int order) {
        return value instanceof Value.Array
                ? ((Value.Array) value).map(entry -> Arithmetic.eps(entry, order))
                : Arithmetic.eps(value, order);
    }

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

    /** A step with parameters, its body checked for these arguments. */
    static final class Inlined extends Term {
        private final String name;
        private final Term body;
        private final List<Term> arguments;
        private final int[] slots;

        Inlined(Span span, String name, Term body, List<Term> arguments, int[] slots) {
            super(span, body.type());
            this.name = name;
            this.body = body;
            this.arguments = arguments;
            this.slots = slots;
        }

        @Override
        @Nullable
        AffineForm writeOn(TapeWriter tape) {
            return tape.bind(slots, arguments) ? body.writeOn(tape) : null;
        }

        @Override
        Value value(Frame frame) {
            for (int i = 0; i < slots.length; i++) {
                frame.bind(slots[i], arguments.get(i).in(frame));
            }
            try {
                return body.in(frame);
            } catch (ExpressionFault e) {
                throw fault("in the step " + name + ": " + e.message());
            }
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

    /** A function of the registry applied. */
    static final class Call extends Term {
        private final Function function;
        private final List<Term> arguments;

        Call(Span span, Type type, Function function, List<Term> arguments) {
            super(span, type);
            this.function = function;
            this.arguments = arguments;
        }

        @Override
        List<Term> parts() {
            return arguments;
        }

        @Override
        @Nullable
        AffineForm writeOn(TapeWriter tape) {
            boolean plain = TapeWriter.isReal(this) && function.engine().equals(Engine.ARITHMETIC);
            return plain ? tape.called(function, arguments) : null;
        }

        @Override
        Value value(Frame frame) {
            List<Value> values = values(arguments, frame);
            Engine engine = engine(values);
            if (engine.equals(Engine.LINEAR_SOLVE)) {
                frame.spend(operations(values.get(0)), this);
            }
            Estimate result = function.apply(values);
            boolean settled = frame.isPlain() || result.value() instanceof Value.Exact || !convert(values, frame);
            return frame.result(engine, settled ? result : function.apply(values));
        }

        /** Replaces exact numbers by what a function takes them for; whether that changes any. */
        private static boolean convert(List<Value> values, Frame frame) {
            boolean changed = false;
            for (int i = 0; i < values.size(); i++) {
                Value converted = frame.converted(values.get(i));
                changed |= converted != values.get(i);
                values.set(i, converted);
            }
            return changed;
        }

        /** About as many steps as elimination in a matrix takes. */
        private static long operations(Value matrix) {
            int entries = matrix instanceof Value.Array
                    ? ((Value.Array) matrix).entries().size()
                    : 1;
            return (long) (entries * Math.sqrt(entries));
        }

        /** The algebra of a 1 × 1 matrix is arithmetic. */
        private Engine engine(List<Value> values) {
            boolean trivial = function.engine().equals(Engine.LINEAR_SOLVE);
            for (Value value : values) {
                trivial &= !(value instanceof Value.Array)
                        || ((Value.Array) value).entries().size() == 1;
            }
            return trivial ? Engine.ARITHMETIC : function.engine();
        }
    }

    /** A name that the field block gives. */
    static final class Exported extends Term {
        private final Export export;
        private final List<Term> arguments;

        Exported(Span span, Export export, List<Term> arguments) {
            super(span, export.result());
            this.export = export;
            this.arguments = arguments;
        }

        @Override
        Value value(Frame frame) {
            return frame.export(export, values(arguments, frame));
        }
    }

    private static List<Value> values(List<Term> terms, Frame frame) {
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

    /** The derivative of a term with respect to a variable, where the variable stands. */
    static final class Derivative extends Term {
        private final Term body;
        private final int slot;

        Derivative(Span span, Type type, Term body, int slot) {
            super(span, type);
            this.body = body;
            this.slot = slot;
        }

        @Override
        Value value(Frame frame) {
            Value at = frame.slot(slot);
            if (at == null) {
                throw fault("the variable of this derivative has no value here");
            }
            int order = frame.nextDifferentiation();
            Value slope = slope(body.in(frame.with(slot, new Value.Dual(order, at, Arithmetic.ONE))), order);
            return frame.result(Engine.DUAL, Estimate.exact(slope));
        }
    }

    /** A term with some variables given other values. */
    static final class Case extends Term {
        private final Term body;
        private final int[] slots;
        private final List<Term> values;

        Case(Span span, Term body, int[] slots, List<Term> values) {
            super(span, body.type());
            this.body = body;
            this.slots = slots;
            this.values = values;
        }

        @Override
        Value value(Frame frame) {
            Frame at = frame;
            for (int i = 0; i < slots.length; i++) {
                at = at.with(slots[i], values.get(i).in(frame));
            }
            return body.in(at);
        }
    }

    /** A binder applied. */
    static final class Bound extends Term {
        private final BinderRule rule;
        private final Term body;
        private final List<Domain> domains;
        private final int[] slots;
        private final @Nullable Term condition;

        Bound(
                Span span,
                Type type,
                BinderRule rule,
                Term body,
                List<Domain> domains,
                int[] slots,
                @Nullable Term condition) {
            super(span, type);
            this.rule = rule;
            this.body = body;
            this.domains = domains;
            this.slots = slots;
            this.condition = condition;
        }

        @Override
        Value value(Frame frame) {
            Loop loop = new Loop(body, domains, slots, condition, frame);
            Estimate estimate = rule.apply(loop);
            return frame.result(loop.triedOne() ? Engine.ARITHMETIC : rule.engine(domains), estimate);
        }
    }
}
