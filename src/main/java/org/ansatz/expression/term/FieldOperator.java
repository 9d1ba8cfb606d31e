package org.ansatz.expression.term;

import java.util.List;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;

/**
 * An operator of vector analysis on a field, a function of the coordinates, at a point: {@code div([x*y, y^2] for x at 1, y at 2)}. It is
 * an abbreviation: what it comes to is a term of partial derivatives, which is evaluated in its place.
 */
public abstract class FieldOperator extends BinderRule {

    private final String example;

    /**
     * An operator.
     *
     * @param name as it is written
     * @param help one line
     * @param example how it is written
     */
    protected FieldOperator(String name, String help, String example) {
        super(name, help);
        this.example = example;
    }

    /** How it is written. */
    public final String example() {
        return example;
    }

    @Override
    public final Engine engine(List<Domain> domains) {
        return Engine.DUAL;
    }

    /**
     * What it comes to where the coordinates stand.
     *
     * @param field a number, or a row or column of components along the coordinates
     * @throws ExpressionFault if the field or the number of coordinates is not for this operator
     */
    public abstract Term of(Term field, List<Binding.Variable> coordinates, Span span);

    @Override
    public final Type type(Term body, List<Domain> domains, Span span) {
        throw new ExpressionFault(span, "written " + example);
    }

    @Override
    public final Estimate apply(Loop loop) {
        throw new IllegalStateException(name() + " is an abbreviation");
    }
}
