package org.ansatz.expression.term;

import java.util.List;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.type.Engine;

/**
 * An operator of vector analysis on a field, a function of the coordinates, at a point: {@code div([x*y, y^2] for x at 1, y at 2)}.
 * What it comes to is a term of partial derivatives.
 */
public abstract class FieldOperator extends Abbreviation {

    /**
     * An operator.
     *
     * @param name as it is written
     * @param help one line
     * @param example how it is written
     */
    protected FieldOperator(String name, String help, String example) {
        super(name, help, example);
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
}
