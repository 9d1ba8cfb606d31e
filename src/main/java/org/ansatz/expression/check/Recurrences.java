package org.ansatz.expression.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Binding.Sequence;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Sequences: their lines, {@code y[-1] = 0} and {@code y[n] = y[n-1]/2 + x[n]}, in any order, and their elements, {@code y[5]}. A
 * sequence whose rule does not speak of itself is a function of its index; any other follows from element to element.
 */
final class Recurrences {

    /** An index that is written out reaches so far at most. */
    private static final int MAX_INDEX = 1_000_000;

    /** The sets of numbers that elements may turn out to be, each wider than the one before. */
    private static final int MAX_WIDENINGS = 4;

    private final Checker checker;
    private final Application application;

    /** The sequences whose rules are being checked, by their tables. */
    private final Set<Integer> open = new HashSet<>();

    Recurrences(Checker checker, Application application) {
        this.checker = checker;
        this.application = application;
    }

    // ---- lines

    /**
     * A line of a sequence, with the lines before it.
     *
     * @throws ExpressionFault with its place and what would be right
     */
    static Sequence declared(Node.Step step, Node index, Scope scope) {
        if (!step.generators().isEmpty()) {
            throw new ExpressionFault(
                    step.span(), "a rule holds for every index that has no value of its own: leave out 'for'");
        }
        Sequence before = before(step, scope);
        Integer start = whole(index);
        return start != null ? withStart(before, start, step, scope) : withRule(before, step, index, scope);
    }

    private static Sequence before(Node.Step step, Scope scope) {
        Binding known = scope.find(step.name());
        if (known instanceof Sequence sequence) {
            if (!scope.declares(step.name())) {
                throw new ExpressionFault(
                        step.nameSpan(), step.name() + " is a sequence already: all its lines stand in one let");
            }
            return sequence;
        }
        int table = scope.layout().next();
        return new Sequence(step.name(), List.of(), null, Uses.NOTHING, 0, table, scope);
    }

    private static Sequence withStart(Sequence before, int index, Node.Step step, Scope scope) {
        if (before.starts().stream().anyMatch(start -> start.index() == index)) {
            throw new ExpressionFault(step.nameSpan(), step.name() + "[" + index + "] is defined already");
        }
        Names names = known(step, new Names(scope), List.of());
        List<Sequence.Start> starts = new ArrayList<>(before.starts());
        starts.add(new Sequence.Start(index, step.body()));
        starts.sort(Comparator.comparingInt(Sequence.Start::index));
        return with(before, starts, before.rule(), names);
    }

    private static Sequence withRule(Sequence before, Node.Step step, Node index, Scope scope) {
        if (before.rule() != null) {
            throw new ExpressionFault(step.nameSpan(), "the rule of " + step.name() + " is stated already");
        }
        Shifted shifted = shifted(step.name(), index);
        Names names = known(step, new Names(scope), List.of(shifted.parameter, step.name()));
        boolean recurs = new Names(scope).mentions(step.name(), step.body());
        Sequence.Rule rule = new Sequence.Rule(shifted.parameter, shifted.by, recurs, step.body());
        return with(before, before.starts(), rule, names);
    }

    private static Sequence with(Sequence before, List<Sequence.Start> starts, Sequence.@Nullable Rule rule, Names of) {
        return new Sequence(
                before.name(),
                starts,
                rule,
                before.uses().and(of.reads()),
                Math.max(before.height(), of.height()),
                before.table(),
                before.scope());
    }

    private static Names known(Node.Step step, Names names, List<String> bound) {
        List<ExpressionFault> unknown = names.unknownIn(step.body(), bound);
        if (!unknown.isEmpty()) {
            throw unknown.get(0);
        }
        return names;
    }

    /** What an index is written with: {@code n}, {@code n + 1}. */
    private record Shifted(String parameter, int by) {}

    private static Shifted shifted(String name, Node index) {
        if (index instanceof Node.Name parameter) {
            return new Shifted(parameter.name(), 0);
        }
        if (index instanceof Node.Binary binary
                && binary.left() instanceof Node.Name parameter
                && (binary.op() == Op.ADD || binary.op() == Op.SUBTRACT)) {
            Integer by = whole(binary.right());
            if (by != null) {
                return new Shifted(parameter.name(), binary.op() == Op.ADD ? by : -by);
            }
        }
        throw new ExpressionFault(
                index.span(),
                "an index is a whole number, as in " + name + "[0] = …, or a name, as in " + name + "[n] = … or " + name
                        + "[n+1] = …");
    }

    /** A whole number that is written out, or null. */
    private static @Nullable Integer whole(Node node) {
        if (node instanceof Node.Unary unary && unary.op() == Op.NEGATE) {
            Integer opposite = whole(unary.operand());
            return opposite == null ? null : -opposite;
        }
        boolean isWhole = node instanceof Node.Number number
                && !number.imaginary()
                && number.value().isInteger()
                && number.value().abs().compareTo(Rational.of(MAX_INDEX)) <= 0;
        return isWhole ? (int) ((Node.Number) node).value().toDouble() : null;
    }

    // ---- elements

    /** An element of a sequence inside its own rule. */
    Term earlier(Binding.Earlier sequence, Node.Index node) {
        return new Term.Earlier(node.span(), sequence.type(), sequence.name(), sequence.table(), index(node));
    }

    /** An element of a sequence. */
    Term element(Sequence sequence, Node.Index node) {
        Term index = index(node);
        Sequence.Rule rule = sequence.rule();
        if (rule != null && !rule.recurs() && sequence.starts().isEmpty()) {
            return application.inlined(function(sequence, rule), List.of(unshifted(index, rule.shift())), node.span());
        }
        if (sequence.starts().isEmpty()) {
            String before = sequence.name() + "[" + (rule == null ? "n" : rule.parameter()) + "-1]";
            throw new ExpressionFault(
                    node.span(),
                    sequence.name() + " follows from its own elements, such as " + before
                            + ", and nothing says where it begins: state " + sequence.name() + "[0] = …");
        }
        checker.note(Uses.ofStep(sequence.name()));
        Term.Recurrence recurrence =
                application.deeper(node.span(), sequence.name(), () -> opened(sequence, node.span()));
        checker.note(Uses.of(Engine.RECURRENCE));
        return new Term.Element(node.span(), recurrence, index);
    }

    private Term index(Node.Index node) {
        Term index = node.index().fold(checker);
        if (!index.type().isNumber()
                || !index.type().isScalar()
                || !index.type().set().isExact()) {
            throw new ExpressionFault(
                    node.index().span(),
                    "an index is a whole number; this is " + index.type().describe());
        }
        return Typing.integer(index);
    }

    private static Binding.StepFunction function(Sequence sequence, Sequence.Rule rule) {
        return new Binding.StepFunction(
                sequence.name(),
                List.of(rule.parameter()),
                rule.body(),
                sequence.uses(),
                sequence.height(),
                sequence.scope());
    }

    private static Term unshifted(Term index, int shift) {
        if (shift == 0) {
            return index;
        }
        Term by = new Term.Constant(index.span(), Type.INTEGER, Value.Exact.of(shift), false);
        return new Term.Binary(index.span(), index.type(), Op.SUBTRACT, index, by);
    }

    private Term.Recurrence opened(Sequence sequence, Span place) {
        if (!open.add(sequence.table())) {
            throw new ExpressionFault(
                    place,
                    "it needs itself through another sequence; sequences that need each other are one of columns, as in "
                            + "s[n] = A*s[n-1] + b");
        }
        try {
            return recurrence(sequence);
        } finally {
            open.remove(sequence.table());
        }
    }

    /** A sequence, checked until its rule makes no more of its elements than they are taken for. */
    private Term.Recurrence recurrence(Sequence sequence) {
        List<Term.Recurrence.Start> starts = new ArrayList<>();
        Term like = null;
        Type type = null;
        for (Sequence.Start start : sequence.starts()) {
            Term value = checker.within(sequence.scope(), start.value());
            type = type == null || like == null ? Typing.number(value) : joined(type, like, value);
            like = like == null || like.type().dimension() == null ? value : like;
            starts.add(new Term.Recurrence.Start(start.index(), value));
        }
        Type elements = Objects.requireNonNull(type);
        Sequence.Rule rule = sequence.rule();
        if (rule == null) {
            int index = sequence.scope().layout().next();
            return new Term.Recurrence(sequence.name(), elements, starts, null, index, 0, sequence.table());
        }
        for (int widening = 0; ; widening++) {
            Scope inside = sequence.scope().inner();
            inside.declare(new Binding.Earlier(sequence.name(), elements, sequence.table()));
            Span place = rule.body().span();
            BoundPlace bound = BoundPlace.of(rule.parameter(), place, Type.INTEGER, sequence::uses, inside);
            Term body = body(inside, rule, elements);
            Type wider = joined(elements, new Term.Earlier(place, elements, sequence.name(), 0, body), body);
            if (wider.equals(elements) || widening == MAX_WIDENINGS) {
                return new Term.Recurrence(
                        sequence.name(), elements, starts, body, bound.slot(), rule.shift(), sequence.table());
            }
            elements = wider;
        }
    }

    private Term body(Scope inside, Sequence.Rule rule, Type elements) {
        try {
            Term body = checker.within(inside, rule.body());
            Typing.number(body);
            return body;
        } catch (ExpressionFault e) {
            boolean isItsOwn = !e.message().startsWith(Application.IN_STEP);
            String hint = isItsOwn && elements.dimension() == null
                    ? "; if the sequence has a unit, it begins with it, as in 0 V: a plain 0 has none of its own"
                    : "";
            throw new ExpressionFault(e.span(), e.message() + hint);
        }
    }

    /** The type of elements some of which are like one term, and one is another. */
    private static Type joined(Type type, Term like, Term other) {
        if (!like.type().shape().equals(other.type().shape())) {
            throw new ExpressionFault(
                    other.span(),
                    "all elements of a sequence have one shape; one is "
                            + like.type().describe() + ", another "
                            + other.type().describe());
        }
        Type both = Typing.same(like, other);
        return both.with(type.set().join(both.set()));
    }
}
