package org.ansatz.expression.evaluation;

import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.quantity.NoValue;

/** A field block as a function of the names that its text reads. */
public interface Models {

    /**
     * The block, solved for the values that its names have in {@code frame}.
     *
     * @throws NoValue if there is no solution, with the reason
     * @throws ExpressionFault if a value does not exist
     */
    Model in(Frame frame);
}
