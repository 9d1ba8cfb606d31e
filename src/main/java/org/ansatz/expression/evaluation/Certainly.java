package org.ansatz.expression.evaluation;

import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Evaluator;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.NoEnclosure;
import org.jspecify.annotations.Nullable;

/** Where variables range over sets: a term has a value only where that is one number for certain. */
record Certainly(Enclosures here) implements Evaluator {

    @Override
    public Value value(Term term) {
        Value certain = here.certain(term);
        if (certain == null) {
            throw new NoEnclosure("a domain that is not known for certain");
        }
        return certain;
    }

    @Override
    public Enclosed enclosure(Term term) {
        return here.enclosure(term);
    }

    @Override
    public Value unenclosed(Term term) {
        return value(term);
    }

    @Override
    public @Nullable Value value(Binding.Variable variable) {
        return here.frame().value(variable);
    }
}
