package org.ansatz.expression.library;

import java.util.List;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Type;
import org.ansatz.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/** What is asked of a quotient in the variable that stands after {@code for}, wherever that is. */
abstract class OfWhole extends OfQuotient {
    private final Type type;
    private final boolean isPure;
    private final Per per;

    /** What becomes of a result where the variable is no pure number. */
    enum Per {
        /** It is a value of the variable, a pole or a frequency. */
        VARIABLE {
            @Override
            Dimension of(Dimension variable) {
                return variable;
            }
        },
        /** It is one over such a value, a moment. */
        INVERSE {
            @Override
            Dimension of(Dimension variable) {
                return Dimension.NONE.over(variable);
            }
        },
        /** It is what it is. */
        NOTHING {
            @Override
            Dimension of(Dimension variable) {
                return Dimension.NONE;
            }
        },
        /** It is a table whose entries would have different units. */
        REFUSED {
            @Override
            @Nullable
            Dimension of(Dimension variable) {
                return variable.isNone() ? variable : null;
            }
        };

        /** By which its dimension is multiplied; null if there is no such result. */
        abstract @Nullable Dimension of(Dimension variable);
    }

    /**
     * One of them.
     *
     * @param type of the result for a variable that is a pure number
     * @param isPure whether the quotient must be a pure number
     */
    OfWhole(String name, String help, Engine engine, Type type, boolean isPure, Per per) {
        super(name, help, engine);
        this.type = type;
        this.isPure = isPure;
        this.per = per;
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
        Dimension variable = domains.get(0).type().dimensionOrNone();
        Dimension dimension = per.of(variable);
        if (dimension == null) {
            throw new ExpressionFault(
                    span, name() + " needs a variable that is a pure number; its entries would have different units");
        }
        return variable.isNone() ? type : type.with(type.dimensionOrNone().times(dimension));
    }
}
