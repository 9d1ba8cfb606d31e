package org.ansatz.judge;

import java.util.List;
import java.util.function.Supplier;

/**
 * What may have been done wrong besides a slip of arithmetic; asked for only where a number is wrong, since finding it out
 * costs as much as solving the problem again.
 *
 * @param first wrong models that the problem knows of, which count before anything else
 * @param also mistakes that are as likely as those of arithmetic
 */
public record Suspects(Supplier<List<Mistake>> first, Supplier<List<Mistake>> also) {

    /** None. */
    public static final Suspects NONE = new Suspects(List::of, List::of);
}
