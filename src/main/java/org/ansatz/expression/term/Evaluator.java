package org.ansatz.expression.term;

import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.NoEnclosure;
import org.jspecify.annotations.Nullable;

/** Something that terms have values in: what a domain, or Java code that stands for a term, may ask of a frame. */
public interface Evaluator {

    /**
     * The value of a term, in SI.
     *
     * @throws ExpressionFault if it does not exist
     */
    Value value(Term term);

    /**
     * What the value of a term is known to lie in, whatever it was computed with.
     *
     * @throws NoEnclosure if the term, or a part of it, does not say
     */
    Enclosed enclosure(Term term);

    /**
     * The value of a term that does not say what it lies in, where that is wanted: what is found by it is found anew where errors are
     * simulated.
     *
     * @throws ExpressionFault if it does not exist
     */
    Value unenclosed(Term term);

    /** The value of a declared name, or null if it has none here. */
    @Nullable
    Value value(Binding.Variable variable);
}
