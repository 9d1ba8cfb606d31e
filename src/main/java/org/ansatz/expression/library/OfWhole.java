package org.ansatz.expression.library;

import java.util.List;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Type;

/** What is asked of a quotient in the variable that stands after {@code for}, wherever that is. */
abstract class OfWhole extends OfQuotient {
    private final Type type;
    private final boolean isPure;

    /**
     * One of them.
     *
     * @param isPure whether the quotient must be a pure number
     */
    OfWhole(String name, String help, Engine engine, Type type, boolean isPure) {
        super(name, help, engine);
        this.type = type;
        this.isPure = isPure;
    }

    @Override
    public final Type type(Term body, List<Domain> domains, Span span) {
        if (domains.size() != 1 || !(domains.get(0) instanceof Domain.Plane)) {
            throw new ExpressionFault(span, "written " + name() + "(1/(s^2 + 2*s + 5) for s)");
        }
        if (isPure) {
            Typing.pure(body);
        } else {
            Typing.scalar(body);
        }
        return type;
    }
}
