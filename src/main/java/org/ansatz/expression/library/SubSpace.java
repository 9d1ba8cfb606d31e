package org.ansatz.expression.library;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Law;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A sample space of which something else is asked.
 *
 * @param sources those of its variables on which this rests
 * @param condition what is known of the outcome, or null
 */
record SubSpace(
        SampleSpace whole,
        List<Generator> sources,
        List<Term> asked,
        @Nullable Term condition) implements SampleSpace {

    @Override
    public SampleSpace with(Generator source, Value value) {
        return new SubSpace(whole.with(source, value), sources, asked, condition);
    }

    @Override
    public Law law(Generator source) {
        return whole.law(source);
    }

    @Override
    public Value value(Term term) {
        return whole.value(term);
    }

    @Override
    public Enclosed.Truth truth(Term term, Generator source, Interval set) {
        return whole.truth(term, source, set);
    }

    @Override
    public Enclosed.Truth truth(Term term, List<Generator> variables, Interval[] box) {
        return whole.truth(term, variables, box);
    }

    @Override
    public Enclosing enclosing(Term term, List<Generator> variables) {
        return whole.enclosing(term, variables);
    }

    @Override
    public <T> T once(Supplier<T> drawing) {
        return whole.once(drawing);
    }

    @Override
    public void draw(long outcomes, Predicate<double[]> visitor) {
        throw new IllegalStateException("a part is not drawn");
    }
}
