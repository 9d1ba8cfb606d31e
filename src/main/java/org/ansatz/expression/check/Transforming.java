package org.ansatz.expression.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.term.Transform;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Type;

/** Checks transforms, {@code laplace(f(t) for t, s at 2)}: the point first, for it says of which kind the variable is. */
final class Transforming {

    private final Checker checker;

    Transforming(Checker checker) {
        this.checker = checker;
    }

    Term of(Transform rule, Node.Binder node) {
        List<Node.Generator> written = node.generators();
        boolean isWhole = written.size() == 2
                && (written.get(0).ranging() == Node.Ranging.FREE
                        || written.get(0).ranging() == Node.Ranging.IN)
                && written.get(1).ranging() == Node.Ranging.AT
                && node.condition() == null;
        if (!isWhole) {
            throw new ExpressionFault(node.opSpan(), "written " + rule.example());
        }
        Node.Generator running = written.get(0);
        Term at = written.get(1).domain().fold(checker);
        Typing.scalar(at);
        Type type = rule.variable(at);
        List<Domain> domains = running.ranging() == Node.Ranging.FREE
                ? rule.everywhere(type, running.nameSpan())
                : List.of(range(rule, running, type));
        Scope inside = checker.scope().inner();
        BoundPlace place = BoundPlace.of(running.name(), running.nameSpan(), type, () -> through(node.body()), inside);
        Binding.Variable variable = (Binding.Variable) Objects.requireNonNull(inside.find(running.name()));
        List<Generator> generators = new ArrayList<>();
        domains.forEach(
                domain -> generators.add(new Generator(running.name(), place.slot(), domain, place.isDeclared())));
        Term body = checker.within(inside, node.body());
        Typing.scalar(body);
        Term term = rule.of(body, variable, generators, at, node.span());
        checker.note(Uses.of(rule.engine(domains)));
        return term;
    }

    private Domain range(Transform rule, Node.Generator running, Type type) {
        Domain domain = Domains.of(running.domain(), checker);
        if (!rule.mayRangeOver(domain) || !domain.type().has(type.dimensionOrNone())) {
            throw new ExpressionFault(
                    running.domain().span(),
                    running.name() + " is " + type.describe() + " here, over " + describe(type)
                            + "; leave it out for all of it: " + rule.example());
        }
        return domain;
    }

    private static String describe(Type type) {
        return type.set().isExact() ? "whole numbers such as 0:7" : "an interval such as 0..2";
    }

    /** What the body reads through steps and blocks. */
    private Uses through(Node body) {
        Names names = new Names(checker.scope());
        names.unknownIn(body);
        return names.through();
    }
}
