package org.ansatz.expression;

import java.util.List;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;

/** Checks what a variable may range over, where it is declared outside an expression. */
public final class Domains {

    private Domains() {}

    /**
     * The domain that {@code node} describes: {@code 1:10}, {@code 0..1}, {@code bits(n)}, a list,
     * {@code complex}, {@code real[n, m]} or {@code complex[n, m]}.
     *
     * @throws ExpressionFault if it is none of these
     */
    public static Domain of(Node node, Scope scope) {
        boolean plane = node instanceof Node.Name && ((Node.Name) node).name().equals("complex");
        List<ExpressionFault> unknown = plane ? List.of() : new Names(scope).unknownIn(node);
        if (!unknown.isEmpty()) {
            throw unknown.get(0);
        }
        return new Checker(scope).domain(node, false);
    }
}
