package org.ansatz.expression.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.NumberSet;

/** Checks the variables of a binder and what they range over. */
final class Generators {

    private Generators() {}

    /** Checks the generators of a binder, each in the scope of those before it, and declares their variables. */
    public static List<Generator> of(Node.Binder binder, Checker checker) {
        List<Generator> generators = new ArrayList<>();
        for (Node.Generator node : binder.generators()) {
            if (node.ranging() == Node.Ranging.BY) {
                Binding.Variable variable = declared(node, checker);
                generators.add(new Generator(node.name(), variable.slot(), new Domain.Here(variable), true));
            } else {
                Domain domain = node.ranging() == Node.Ranging.FREE
                        ? plane(node, () -> through(binder, checker), checker)
                        : domain(node, checker);
                BoundPlace bound = BoundPlace.of(
                        node.name(), node.nameSpan(), domain.type(), () -> through(binder, checker), checker.scope());
                generators.add(new Generator(node.name(), bound.slot(), domain, bound.isDeclared()));
            }
        }
        return generators;
    }

    /** What stands inside a binder reads through steps and blocks. */
    private static Uses through(Node.Binder binder, Checker checker) {
        Names names = new Names(checker.scope());
        names.unknownIn(binder.body());
        if (binder.condition() != null) {
            names.unknownIn(binder.condition());
        }
        return names.through();
    }

    private static Binding.Variable declared(Node.Generator generator, Checker checker) {
        Binding binding = checker.scope().find(generator.name());
        if (!(binding instanceof Binding.Variable)
                || !((Binding.Variable) binding).type().isNumber()) {
            throw new ExpressionFault(
                    generator.nameSpan(),
                    generator.name() + " is not a variable that can be differentiated by"
                            + (binding instanceof Binding.Step
                                    ? ", but a step; those are data, arguments and symbols. Of a formula in "
                                            + generator.name() + " write for " + generator.name() + " at …"
                                    : ""));
        }
        checker.note((Binding.Variable) binding);
        return (Binding.Variable) binding;
    }

    /** All values of a variable: of the complex one that it hides, if what stands inside reads that; else pure numbers. */
    private static Domain plane(Node.Generator node, Supplier<Uses> through, Checker checker) {
        return checker.scope().find(node.name()) instanceof Binding.Variable hidden
                        && hidden.type().isScalar()
                        && hidden.type().set() == NumberSet.COMPLEX
                        && through.get().readsSlot(hidden.slot())
                ? new Domain.Plane(hidden.type())
                : new Domain.Plane();
    }

    private static Domain domain(Node.Generator node, Checker checker) {
        switch (node.ranging()) {
            case AT:
                return point(node.domain(), checker);
            case TO:
                return approach(node.domain(), 0, checker);
            case TO_FROM_ABOVE:
                return approach(node.domain(), 1, checker);
            case TO_FROM_BELOW:
                return approach(node.domain(), -1, checker);
            default:
                return Domains.of(node.domain(), checker);
        }
    }

    private static Domain approach(Node node, int side, Checker checker) {
        Term point = node.fold(checker);
        if (!Typing.scalar(point).isScalar() || point.type().set() == NumberSet.COMPLEX) {
            throw new ExpressionFault(node.span(), "a variable goes to a real number, to inf or to -inf");
        }
        return new Domain.Approach(point, side);
    }

    private static Domain point(Node node, Checker checker) {
        Term point = node.fold(checker);
        Typing.number(point);
        return new Domain.Point(point);
    }
}
