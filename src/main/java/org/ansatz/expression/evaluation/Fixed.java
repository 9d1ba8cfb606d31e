package org.ansatz.expression.evaluation;

import java.util.IdentityHashMap;
import java.util.Map;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * What is taken as it is evaluated because it does not say what it lies in, and is the same wherever the variables are: evaluated once,
 * so that it is the same, too, where errors are simulated.
 */
final class Fixed {

    private Map<Term, Value> values = Map.of();

    /** What was taken for a term; null if nothing was yet. */
    @Nullable
    Value known(Term term) {
        return values.get(term);
    }

    /**
     * The value of a term, where that is the same everywhere.
     *
     * @throws NoValue if it does not exist
     */
    Value value(Term term, Frame frame) {
        Value known = known(term);
        if (known == null) {
            known = frame.unenclosed(term);
            values = values.isEmpty() ? new IdentityHashMap<>() : values;
            values.put(term, known);
        }
        return known;
    }
}
