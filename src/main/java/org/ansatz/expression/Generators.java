package org.ansatz.expression;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.Binding.Role;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;

/**
 * What a binder's variables range over, and the places of their values in the frame: {@code for k in 1:10}, {@code for t at 0},
 * {@code by W}.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the term that takes the places reads them in a hot loop
record Generators(List<Domain> domains, int[] slots) {

    /** Checks generators, each in the scope of those before it, and declares their variables. */
    static Generators of(List<Node.Generator> nodes, Checker checker) {
        List<Domain> domains = new ArrayList<>();
        int[] slots = new int[nodes.size()];
        for (int i = 0; i < slots.length; i++) {
            Node.Generator generator = nodes.get(i);
            if (generator.ranging() == Node.Ranging.BY) {
                Binding.Variable variable = declared(generator, checker);
                domains.add(new Domain.Here(variable));
                slots[i] = variable.slot();
            } else {
                Domain domain = generator.ranging() == Node.Ranging.AT
                        ? point(generator.domain(), checker)
                        : Domains.of(generator.domain(), checker);
                domains.add(domain);
                slots[i] = checker.scope()
                        .declare(Role.BOUND, generator.name(), domain.type())
                        .slot();
            }
        }
        return new Generators(domains, slots);
    }

    private static Binding.Variable declared(Node.Generator generator, Checker checker) {
        Binding binding = checker.scope().find(generator.name());
        if (!(binding instanceof Binding.Variable)
                || !((Binding.Variable) binding).type().isNumber()) {
            throw new ExpressionFault(
                    generator.nameSpan(), generator.name() + " is not a variable that can be differentiated by");
        }
        checker.note((Binding.Variable) binding);
        return (Binding.Variable) binding;
    }

    private static Domain point(Node node, Checker checker) {
        Term point = node.fold(checker);
        Typing.number(point);
        return new Domain.Point(point);
    }
}
