package org.ansatz.expression;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.reverse.Traced;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/** Checked terms that are evaluated where they stand: leaves and matrices. What combines terms is in {@link Operators}. */
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
        private final Binding.Variable variable;

        Slot(Span span, Binding.Variable variable) {
            super(span, variable.type());
            this.variable = variable;
        }

        Binding.Variable variable() {
            return variable;
        }

        int slot() {
            return variable.slot();
        }

        @Override
        @Nullable
        AffineForm writeOn(TapeWriter tape) {
            return tape.variable(slot());
        }

        @Override
        Traced trace(Recording recording) {
            Traced traced = recording.variable(slot());
            return traced == null ? Traced.constant(value(recording.frame())) : traced;
        }

        @Override
        Value value(Frame frame) {
            Value value = frame.slot(slot());
            if (value == null) {
                String name = variable.name();
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

        @Override
        Traced trace(Recording recording) {
            Value formula = recording.frame().slot(slot);
            return formula instanceof Value.Handle
                    ? ((Term) ((Value.Handle) formula).of()).traced(recording)
                    : Traced.constant(value(recording.frame()));
        }
    }

    /** A named step, evaluated once in each frame. */
    static final class Step extends Term {
        private final Binding.Step step;

        Step(Span span, Binding.Step step) {
            super(span, step.term().type());
            this.step = step;
        }

        int slot() {
            return step.slot();
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

        @Override
        Traced trace(Recording recording) {
            try {
                return recording.step(step.slot(), step.term());
            } catch (ExpressionFault e) {
                throw fault("in the step " + step.name() + ": " + e.message());
            }
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
            return filled(values(entries, frame));
        }

        private Value filled(List<Value> values) {
            return new Value.Array(
                    type().shape().rows().count(), type().shape().columns().count(), values);
        }

        @Override
        Traced trace(Recording recording) {
            List<Traced> traced = recording.traced(entries);
            return recording.result(
                    filled(Recording.values(traced)),
                    traced,
                    (entry, cotangent) -> ((Value.Array) cotangent).entries().get(entry));
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

        @Override
        Traced trace(Recording recording) {
            Traced traced = operand.traced(recording);
            return recording.result(
                    Arrays.transpose((Value.Array) traced.value()),
                    List.of(traced),
                    (i, cotangent) -> Arrays.transpose((Value.Array) cotangent));
        }
    }
}
