package org.ansatz.expression;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.reverse.Traced;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/** Checked terms that apply something: a function, a step, what a block exports, a binder, a derivative, other values. */
final class Applied {

    private Applied() {}

    /** The derivative part of a value; of an array, entry by entry. */
    static Value slope(Value value, int order) {
        return value instanceof Value.Array
                ? ((Value.Array) value).map(entry -> Arithmetic.eps(entry, order))
                : Arithmetic.eps(value, order);
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

        @Override
        List<Term> inside() {
            return and(arguments, body);
        }

        @Override
        Traced trace(Recording recording) {
            for (int i = 0; i < slots.length; i++) {
                recording.bind(slots[i], arguments.get(i).traced(recording));
            }
            try {
                return body.traced(recording);
            } catch (ExpressionFault e) {
                throw fault("in the step " + name + ": " + e.message());
            }
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
            return applied(Terms.values(arguments, frame), frame);
        }

        @Override
        Traced trace(Recording recording) {
            List<Traced> traced = recording.traced(arguments);
            List<Value> values = Recording.values(traced);
            Value result = applied(new ArrayList<>(values), recording.frame());
            return recording.result(
                    result, traced, (argument, cotangent) -> function.pullback(argument, values, result, cotangent));
        }

        private Value applied(List<Value> values, Frame frame) {
            Engine engine = engine(values);
            if (engine.equals(Engine.LINEAR_SOLVE)) {
                frame.spend(operations(values.get(0)), this);
            }
            Estimate result = function.apply(values);
            boolean settled = frame.isPlain() || result.value() instanceof Value.Exact || !convert(values, frame);
            return number(frame.result(engine, settled ? result : function.apply(values)));
        }

        /** A matrix of one entry is a number where the shapes of the arguments said so. */
        private Value number(Value result) {
            boolean single = type().isScalar() && result instanceof Value.Array;
            return single ? ((Value.Array) result).at(0, 0) : result;
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
            return frame.export(export, Terms.values(arguments, frame));
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
        List<Term> inside() {
            return List.of(body);
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

        @Override
        List<Term> inside() {
            return and(values, body);
        }

        @Override
        Traced trace(Recording recording) {
            Recording at = recording;
            for (int i = 0; i < slots.length; i++) {
                at = at.with(slots[i], values.get(i).traced(recording));
            }
            return body.traced(at);
        }
    }

    /** A binder applied. */
    static final class Bound extends Term {
        private final BinderRule rule;
        private final Term body;
        private final List<Generator> generators;
        private final List<Domain> domains = new ArrayList<>();
        private final @Nullable Term condition;

        Bound(Span span, Type type, BinderRule rule, Term body, List<Generator> generators, @Nullable Term condition) {
            super(span, type);
            this.rule = rule;
            this.body = body;
            this.generators = List.copyOf(generators);
            this.condition = condition;
            generators.forEach(generator -> domains.add(generator.domain()));
        }

        @Override
        Value value(Frame frame) {
            return applied(body, frame);
        }

        private Value applied(Term term, Frame frame) {
            Loop loop = new Loop(term, generators, condition, frame);
            Estimate estimate = rule.apply(loop);
            return frame.result(loop.triedOne() ? Engine.ARITHMETIC : rule.engine(domains), estimate);
        }

        @Override
        List<Term> inside() {
            List<Term> inside = new ArrayList<>(List.of(body));
            domains.forEach(domain -> inside.addAll(domain.parts()));
            if (condition != null) {
                inside.add(condition);
            }
            return inside;
        }

        /** What is recorded are the values of the body, in the order in which the rule asks for them. */
        @Override
        Traced trace(Recording recording) {
            if (!rule.isPulledBack() || !recording.isReadBy(this)) {
                return super.trace(recording);
            }
            for (Domain domain : domains) {
                for (Term end : domain.parts()) {
                    if (recording.isReadBy(end)) {
                        throw new ExpressionFault(
                                end.span(), "reverse mode does not go through what a variable ranges over");
                    }
                }
            }
            List<Traced> bodies = new ArrayList<>();
            Value result = applied(new Recorded(body, recording, generators, bodies), recording.frame());
            List<Value> values = Recording.values(bodies);
            return recording.result(
                    result, bodies, (element, cotangent) -> rule.pullback(element, values, result, cotangent));
        }
    }

    /** A body that keeps what is recorded of it. */
    private static final class Recorded extends Term {
        private final Term body;
        private final Recording recording;
        private final List<Generator> generators;
        private final List<Traced> kept;

        Recorded(Term body, Recording recording, List<Generator> generators, List<Traced> kept) {
            super(body.span(), body.type());
            this.body = body;
            this.recording = recording;
            this.generators = generators;
            this.kept = kept;
        }

        @Override
        Value value(Frame frame) {
            Traced traced = body.traced(recording.in(frame, generators));
            kept.add(traced);
            return traced.value();
        }
    }

    private static List<Term> and(List<Term> terms, Term last) {
        List<Term> all = new ArrayList<>(terms);
        all.add(last);
        return all;
    }
}
