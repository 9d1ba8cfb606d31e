package org.ansatz.expression.check;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.term.Chance;
import org.ansatz.expression.term.Family;
import org.ansatz.expression.term.Term;

/** Checks the distribution of a random variable: {@code normal(0, s)}, or {@code uniform(1:6)}, whose range is two parameters. */
final class Distributions {

    private Distributions() {}

    /**
     * A distribution as it is written.
     *
     * @param names takes note of what its parameters read
     */
    static Chance of(Node node, Names names, Checker checker) {
        if (!(node instanceof Node.Call call) || !(call.function() instanceof Node.Name name)) {
            throw new ExpressionFault(node.span(), "a distribution stands behind '~', such as " + all(checker));
        }
        boolean isRange =
                call.arguments().size() == 1 && call.arguments().get(0) instanceof Node.Range range && range.integer();
        Family family = checker.scope().registry().family(isRange ? name.name() + ":" : name.name());
        if (family == null) {
            family = checker.scope().registry().family(name.name());
            if (family == null) {
                throw new ExpressionFault(
                        name.span(), "'" + name.name() + "' is no distribution; there are " + all(checker));
            }
        }
        List<Node> written = isRange
                ? List.of(
                        ((Node.Range) call.arguments().get(0)).low(),
                        ((Node.Range) call.arguments().get(0)).high())
                : call.arguments();
        if (written.size() != family.parameters()) {
            throw new ExpressionFault(node.span(), "written " + family.signature());
        }
        List<ExpressionFault> unknown = new ArrayList<>();
        written.forEach(parameter -> unknown.addAll(names.unknownIn(parameter)));
        if (!unknown.isEmpty()) {
            throw unknown.get(0);
        }
        List<Term> parameters = checker.checkAll(written);
        return new Chance(family, parameters, family.type(parameters, node.span()));
    }

    private static String all(Checker checker) {
        List<String> all = new ArrayList<>();
        checker.scope().registry().families().forEach(family -> all.add(family.signature()));
        return String.join(", ", all);
    }
}
