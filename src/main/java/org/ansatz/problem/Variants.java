package org.ansatz.problem;

import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Term;
import org.jspecify.annotations.Nullable;

/**
 * How further sets of data are drawn.
 *
 * @param order all givens, each behind those that its draw reads; otherwise in the order of the file
 * @param draws which givens change, and how
 * @param conditions what a drawn set must meet
 * @param options the options as expressions in the givens; empty if those of the question serve
 * @param generated whether options are built from the answer and the misconceptions instead
 */
public record Variants(
        List<Given> order, List<Draw> draws, List<Expression> conditions, List<Option> options, boolean generated) {

    /** Copies the lists. */
    public Variants {
        order = List.copyOf(order);
        draws = List.copyOf(draws);
        conditions = List.copyOf(conditions);
        options = List.copyOf(options);
    }

    /**
     * A given that is drawn: from a list, or from {@code low} to {@code high} in steps.
     *
     * @param variable the given
     * @param list its possible values; empty if it is drawn from a range
     * @param low the lower end of the range, or null
     * @param high the upper end of the range, or null
     * @param step the step, or null for a thousandth of the range
     */
    public record Draw(
            Binding.Variable variable,
            List<Term> list,
            @Nullable Term low,
            @Nullable Term high,
            @Nullable Term step) {
        /** Copies the list. */
        public Draw {
            list = List.copyOf(list);
        }
    }
}
