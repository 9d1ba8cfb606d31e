package org.ansatz.expression.term;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Size;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * A checked expression: every name is resolved, every dimension fits, and it can be evaluated. A term says what is to be
 * computed; how it is, each mode of evaluation says by {@link Cases}: values, reverse mode, a tape of doubles. A new kind of
 * term is a new case there, and the compiler names the modes that forgot it.
 */
public sealed interface Term {

    /** Where it stands in its source text. */
    Span span();

    /** Number set, shape and dimension. */
    Type type();

    /** What {@code cases} makes of this kind of term. */
    <R> R fold(Cases<R> cases);

    /** The terms it is made of that are evaluated in the frame in which it is itself. */
    default List<Term> parts() {
        return List.of();
    }

    /** All terms it is made of, wherever they are evaluated. */
    default List<Term> inside() {
        return parts();
    }

    /** One mode of evaluation, or anything else that tells terms apart. */
    interface Cases<R> {
        /** A number. */
        R ofConstant(Constant term);

        /** What Java code computes. */
        R ofComputed(Computed term);

        /** A variable. */
        R ofNamed(Named term);

        /** The formula under test. */
        R ofCandidate(Candidate term);

        /** A named step. */
        R ofStep(Step term);

        /** A matrix written out. */
        R ofRows(Rows term);

        /** A transposed matrix. */
        R ofTransposed(Transposed term);

        /** A sign or complement. */
        R ofUnary(Unary term);

        /** An operation on two numbers or matrices. */
        R ofBinary(Binary term);

        /** An operation on two truth values. */
        R ofLogic(Logic term);

        /** A chain of comparisons. */
        R ofComparison(Comparison term);

        /** A choice between two. */
        R ofChoice(Choice term);

        /** A function of the registry applied. */
        R ofCall(Call term);

        /** A step with parameters applied. */
        R ofInlined(Inlined term);

        /** A name that the field block gives. */
        R ofExported(Exported term);

        /** A derivative where its variable stands. */
        R ofDerivative(Derivative term);

        /** A term with some variables given other values. */
        R ofCase(Case term);

        /** A binder applied. */
        R ofBound(Bound term);

        /** An element of a sequence that follows from those before it. */
        R ofElement(Element term);

        /** An earlier element, where a sequence follows from it. */
        R ofEarlier(Earlier term);
    }

    /** What it says of the size of a matrix: a number that is written out, or a symbol of the question. */
    default Size asSize() {
        if (this instanceof Named) {
            Binding.Variable variable = ((Named) this).variable();
            boolean drawn = variable.role() == Binding.Role.ARBITRARY || variable.role() == Binding.Role.ARGUMENT;
            return drawn ? Size.of(new Size.Symbol(variable.name(), variable.slot())) : Size.UNKNOWN;
        }
        Value value = this instanceof Constant ? ((Constant) this).value() : Arithmetic.ZERO;
        double size = Arithmetic.real(value);
        return size >= 1 && size < Integer.MAX_VALUE ? Size.of((int) size) : Size.UNKNOWN;
    }

    /** The partial derivative by a real variable, to be evaluated with dual numbers. */
    default Term slopeBy(Binding.Variable variable) {
        return slopeBy(variable, span());
    }

    /** The partial derivative, as it stands at {@code place}. */
    default Term slopeBy(Binding.Variable variable, Span place) {
        Dimension dimension = type().dimensionOrNone().over(variable.type().dimensionOrNone());
        Type slope = type().with(dimension).with(type().set().join(NumberSet.REAL));
        return new Derivative(place, slope, this, variable.slot());
    }

    /** The fault that this term takes part in. */
    default ExpressionFault fault(String message) {
        return new ExpressionFault(span(), message);
    }

    // ---- leaves

    /** A number; {@code isMeasured} if it was written with a unit. */
    record Constant(Span span, Type type, Value value, boolean isMeasured) implements Term {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofConstant(this);
        }
    }

    /** What Java code makes of the frame. */
    record Computed(Span span, Type type, java.util.function.Function<Evaluator, Value> function) implements Term {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofComputed(this);
        }
    }

    /** The value of a variable. */
    record Named(Span span, Binding.Variable variable) implements Term {
        @Override
        public Type type() {
            return variable.type();
        }

        /** The place of its value in a frame. */
        public int slot() {
            return variable.slot();
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofNamed(this);
        }
    }

    /** A formula under test, at the point where its argument stands; {@code slot} is the formula's place in a frame. */
    record Candidate(Span span, Type type, String name, int slot) implements Term {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofCandidate(this);
        }
    }

    /** A named step, evaluated once in each frame, where {@code slot} is the place of its value. */
    record Step(Span span, String name, Term body, int slot) implements Term {
        @Override
        public Type type() {
            return body.type();
        }

        @Override
        public List<Term> parts() {
            return List.of(body);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofStep(this);
        }
    }

    // ---- matrices

    /** A matrix written out, row after row. */
    record Rows(Span span, Type type, List<Term> entries) implements Term {
        /** Copies the list. */
        public Rows {
            entries = List.copyOf(entries);
        }

        @Override
        public List<Term> parts() {
            return entries;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofRows(this);
        }
    }

    /** Rows exchanged for columns. */
    record Transposed(Span span, Type type, Term operand) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(operand);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofTransposed(this);
        }
    }

    // ---- operators

    /** Sign or complement. */
    record Unary(Span span, Type type, Op op, Term operand) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(operand);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofUnary(this);
        }
    }

    /** Sum, difference, product, quotient, power, on numbers or entry by entry. */
    record Binary(Span span, Type type, Op op, Term left, Term right) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(left, right);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofBinary(this);
        }
    }

    /** Logic on truth values. */
    record Logic(Span span, Op op, Term left, Term right) implements Term {
        @Override
        public Type type() {
            return Type.TRUTH;
        }

        @Override
        public List<Term> parts() {
            return List.of(left, right);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofLogic(this);
        }
    }

    /** A chain of comparisons, each operator between two neighbours. */
    record Comparison(Span span, List<Term> operands, List<Op> ops) implements Term {
        /** Copies the lists. */
        public Comparison {
            operands = List.copyOf(operands);
            ops = List.copyOf(ops);
        }

        @Override
        public Type type() {
            return Type.TRUTH;
        }

        @Override
        public List<Term> parts() {
            return operands;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofComparison(this);
        }
    }

    /** {@code if(condition, a, b)}: only the chosen branch is evaluated. */
    record Choice(Span span, Type type, Term condition, Term then, Term otherwise) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(condition, then, otherwise);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofChoice(this);
        }
    }

    // ---- what is applied

    /** A function of the registry applied. */
    record Call(Span span, Type type, Function function, List<Term> arguments) implements Term {
        /** Copies the list. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Term> parts() {
            return arguments;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofCall(this);
        }
    }

    /** A step with parameters, its body checked for these arguments, whose values stand in {@code slots}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; read in hot loops
    record Inlined(Span span, String name, Term body, List<Term> arguments, int[] slots) implements Term {
        /** Copies the list. */
        public Inlined {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return body.type();
        }

        @Override
        public List<Term> inside() {
            return and(arguments, body);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofInlined(this);
        }
    }

    /** A name that the field block gives. */
    record Exported(Span span, Export export, List<Term> arguments) implements Term {
        /** Copies the list. */
        public Exported {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return export.result();
        }

        @Override
        public List<Term> parts() {
            return arguments;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofExported(this);
        }
    }

    /** The derivative of a term with respect to the variable in {@code slot}, where the variable stands. */
    record Derivative(Span span, Type type, Term body, int slot) implements Term {
        @Override
        public List<Term> inside() {
            return List.of(body);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofDerivative(this);
        }
    }

    /** A term with some variables given other values. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; read in hot loops
    record Case(Span span, Term body, int[] slots, List<Term> values) implements Term {
        /** Copies the list. */
        public Case {
            values = List.copyOf(values);
        }

        @Override
        public Type type() {
            return body.type();
        }

        @Override
        public List<Term> inside() {
            return and(values, body);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofCase(this);
        }
    }

    /** A binder applied; {@code condition} is null if every element counts. */
    record Bound(
            Span span,
            Type type,
            BinderRule rule,
            Term body,
            List<Generator> generators,
            @Nullable Term condition) implements Term {
        /** Copies the list. */
        public Bound {
            generators = List.copyOf(generators);
        }

        /** What its variables range over. */
        public List<Domain> domains() {
            List<Domain> domains = new ArrayList<>(generators.size());
            generators.forEach(generator -> domains.add(generator.domain()));
            return domains;
        }

        @Override
        public List<Term> inside() {
            List<Term> inside = new ArrayList<>(List.of(body));
            generators.forEach(generator -> inside.addAll(generator.domain().parts()));
            if (condition != null) {
                inside.add(condition);
            }
            return inside;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofBound(this);
        }
    }

    // ---- sequences

    /**
     * A sequence that follows from its own elements.
     *
     * @param type of its elements
     * @param starts the elements that have values of their own, ascending; at least one
     * @param rule what the others follow from; null if there are none
     * @param index the place in a frame of the number that the rule calls the index
     * @param shift by how much the index of an element is above that number
     * @param table the place in a frame of the elements that are known
     */
    record Recurrence(
            String name,
            Type type,
            List<Start> starts,
            @Nullable Term rule,
            int index,
            int shift,
            int table) {
        /** Copies the list. */
        public Recurrence {
            starts = List.copyOf(starts);
        }

        /** An element with a value of its own. */
        public record Start(int index, Term value) {}

        /** The index of the first element. */
        public int first() {
            return starts.get(0).index();
        }

        /** The index of the last element that has a value of its own. */
        public int last() {
            return starts.get(starts.size() - 1).index();
        }

        /** The value that an element has of its own, or null. */
        public @Nullable Term start(long at) {
            for (Start start : starts) {
                if (start.index() == at) {
                    return start.value();
                }
            }
            return null;
        }

        /** All that it is made of. */
        public List<Term> terms() {
            List<Term> terms = new ArrayList<>();
            starts.forEach(start -> terms.add(start.value()));
            if (rule != null) {
                terms.add(rule);
            }
            return terms;
        }

        /**
         * The rule, for an element without a value of its own.
         *
         * @throws NoValue if there is none
         */
        public Term ruleFor(long at) {
            if (rule == null) {
                throw new NoValue(name + "[" + at + "] has no value: no rule " + name + "[n] = … is stated");
            }
            return rule;
        }
    }

    /** An element of a sequence that follows from those before it. */
    record Element(Span span, Recurrence recurrence, Term index) implements Term {
        @Override
        public Type type() {
            return recurrence.type();
        }

        @Override
        public List<Term> inside() {
            return and(recurrence.terms(), index);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofElement(this);
        }
    }

    /** An element of a sequence inside its own rule; {@code table} is the place in a frame of those that are known. */
    record Earlier(Span span, Type type, String name, int table, Term index) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(index);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofEarlier(this);
        }
    }

    private static List<Term> and(List<Term> terms, Term last) {
        List<Term> all = new ArrayList<>(terms);
        all.add(last);
        return all;
    }
}
