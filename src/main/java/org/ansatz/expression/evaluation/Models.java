package org.ansatz.expression.evaluation;

import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Term;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** A field block as a function of the names that its text reads. */
public interface Models {

    /**
     * The block, solved for the values that its names have in {@code frame}.
     *
     * @throws NoValue if there is no solution, with the reason
     * @throws ExpressionFault if a value does not exist
     */
    Model in(Frame frame);

    /** The variable for which an exported name stands where it is written, so that it is known wherever that is; null if it is found in no such way. */
    default Binding.@Nullable Variable standsFor(Term.Exported name) {
        return null;
    }
}
