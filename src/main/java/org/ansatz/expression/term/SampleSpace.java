package org.ansatz.expression.term;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** What a statistic is taken over: random variables, what is asked of them, and what is known; a place at which some have values. */
public interface SampleSpace {

    /** The random variables in the order in which they are declared: the distribution of each may depend on those before it. */
    List<Generator> sources();

    /** What is asked: the entries of a row. */
    List<Term> asked();

    /** What is known of the outcome, or null. */
    @Nullable
    Term condition();

    /** The same where one variable has a value. */
    SampleSpace with(Generator source, Value value);

    /** The distribution of a variable here. */
    Law law(Generator source);

    /** The value of a term here. */
    Value value(Term term);

    /** Where a condition holds if one more variable ranges over a set; {@link NoEnclosure} if that is not known. */
    Enclosed.Truth truth(Term condition, Generator source, Interval set);

    /** Where a condition holds if these variables range over sets; {@link NoEnclosure} if that is not known. */
    Enclosed.Truth truth(Term condition, List<Generator> variables, Interval[] box);

    /** A term as a function of more variables that encloses itself. */
    Enclosing enclosing(Term term, List<Generator> variables);

    /** A term as a function of one more variable that encloses itself. */
    default Enclosing enclosing(Term term, Generator source) {
        return enclosing(term, List.of(source));
    }

    /** What is found by drawing outcomes, which is done once where the names it rests on keep their values. */
    <T> T once(Supplier<T> drawing);

    /**
     * Draws outcomes until there are so many, and shows what is asked of those that meet the condition, truth as 1 or 0.
     *
     * @param visitor returns whether to go on
     * @throws NoValue if what is asked has no value for one of them
     */
    void draw(long outcomes, Predicate<double[]> visitor);
}
