package org.ansatz.expression.term;

import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/** Something that terms have values in: what a domain, or Java code that stands for a term, may ask of a frame. */
public interface Evaluator {

    /**
     * The value of a term, in SI.
     *
     * @throws ExpressionFault if it does not exist
     */
    Value value(Term term);

    /** The value of a declared name, or null if it has none here. */
    @Nullable
    Value value(Binding.Variable variable);
}
