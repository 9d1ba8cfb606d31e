package org.ansatz.expression.term;

import java.util.List;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.type.Type;

/**
 * An operation that makes of a function in one variable the value of another one at a point: {@code laplace(f(t) for t, s at 2)}.
 */
public abstract class Transform extends Abbreviation {

    /**
     * A transform.
     *
     * @param name as it is written
     * @param help one line
     * @param example how it is written
     */
    protected Transform(String name, String help, String example) {
        super(name, help, example);
    }

    /**
     * The type of the variable in which the function is.
     *
     * @throws ExpressionFault if {@code at} cannot be the point
     */
    public abstract Type variable(Term at);

    /** What the variable ranges over where nothing else is said, part by part. */
    public abstract List<Domain> everywhere(Type variable, Span span);

    /** Whether the variable may range over this instead. */
    public boolean mayRangeOver(Domain domain) {
        return false;
    }

    /**
     * What a transform comes to.
     *
     * @param body the function
     * @param variable its variable, over each of the domains
     * @param at the point
     * @throws ExpressionFault if the function has none
     */
    public abstract Term of(Term body, Binding.Variable variable, List<Generator> over, Term at, Span span);
}
