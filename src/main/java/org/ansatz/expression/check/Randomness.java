package org.ansatz.expression.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.jspecify.annotations.Nullable;

/** Checks what is asked of random variables: {@code P(X > 1)}, {@code E(X | A)}, {@code P(X > 1; samples = 10000)}. */
final class Randomness {

    /** What the number of outcomes that are drawn is called. */
    private static final String OUTCOMES = "samples";

    private final Checker checker;

    Randomness(Checker checker) {
        this.checker = checker;
    }

    /** The statistic that is called, or null: a declared name wins. */
    @Nullable
    BinderRule called(Node.Call call) {
        if (!(call.function() instanceof Node.Name name) || checker.scope().find(name.name()) != null) {
            return null;
        }
        BinderRule rule = checker.scope().registry().binder(name.name());
        return rule != null && rule.isStatistic() ? rule : null;
    }

    /** A statistic under what is known, if anything is. */
    Term statistic(BinderRule rule, Node.Call call, @Nullable Node known) {
        return statistic(rule, call, known, null, call.span());
    }

    /** A statistic under what stands behind {@code |}. */
    Term given(Node.Binder node) {
        Node.Call call = (Node.Call) node.body();
        BinderRule rule = called(call);
        if (rule == null) {
            throw new ExpressionFault(node.opSpan(), node.op() + " has no condition behind '|' as P(A | B) has");
        }
        return statistic(rule, call, node.condition());
    }

    /** A statistic with the number of outcomes that are drawn; null if this is a case of something else. */
    @Nullable
    Term drawn(Node.Case node) {
        boolean isGiven =
                node.body() instanceof Node.Binder binder && binder.generators().isEmpty();
        Node body = isGiven ? ((Node.Binder) node.body()).body() : node.body();
        BinderRule rule = body instanceof Node.Call call ? called(call) : null;
        if (rule == null) {
            return null;
        }
        Node.Step only = node.bindings().get(0);
        if (node.bindings().size() != 1 || !only.name().equals(OUTCOMES)) {
            throw new ExpressionFault(
                    only.nameSpan(),
                    "to compare, write '=='; what may stand here is the number of outcomes that are drawn, "
                            + rule.name() + "(…; " + OUTCOMES + " = 10000)");
        }
        Node known = isGiven ? ((Node.Binder) node.body()).condition() : null;
        return statistic(rule, (Node.Call) body, known, only.body(), node.span());
    }

    private Term statistic(BinderRule rule, Node.Call call, @Nullable Node known, @Nullable Node outcomes, Span span) {
        Checker.Noted<Asked> noted = checker.apart(() -> asked(call, known));
        List<Binding.Random> sources = checker.scope().randomIn(noted.uses());
        if (sources.isEmpty()) {
            throw new ExpressionFault(
                    span, "nothing that is random stands here; a random variable is a step such as X ~ normal(0, 1)");
        }
        Term count = outcomes == null ? null : Typing.integer(outcomes.fold(checker));
        BinderRule of = outcomes == null ? rule : rule.sampled();
        List<Term> asked = of.asked(noted.term().arguments(), count, span);
        Term body = new Term.Rows(span, Type.REAL.with(Shape.of(1, asked.size())), asked);
        List<Generator> generators = new ArrayList<>();
        Set<Integer> slots = new TreeSet<>();
        for (Binding.Random source : sources) {
            int slot = source.variable().slot();
            slots.add(slot);
            generators.add(new Generator(source.name(), slot, source.chance(), true));
        }
        Type type = of.type(body, List.of(), span);
        Term.Bound statistic =
                new Term.Bound(span, type, of, body, generators, noted.term().condition());
        checker.note(noted.uses().without(slots));
        checker.note(Uses.of(of.engine(statistic.domains())));
        return statistic;
    }

    /** What a statistic is asked of. */
    private record Asked(List<Term> arguments, @Nullable Term condition) {}

    private Asked asked(Node.Call call, @Nullable Node known) {
        List<Term> arguments = new ArrayList<>();
        checker.checkAll(call.arguments()).forEach(argument -> arguments.add(Application.read(argument)));
        Term condition = known == null ? null : Application.read(known.fold(checker));
        if (condition != null) {
            Typing.truth(condition);
        }
        return new Asked(arguments, condition);
    }
}
