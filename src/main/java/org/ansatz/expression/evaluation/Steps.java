package org.ansatz.expression.evaluation;

import java.util.concurrent.CancellationException;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;

/**
 * The steps that are left, and what was noted on the way; shared by all frames of one route's run, and where pooled by all that
 * are rested copies, too. Used by one thread.
 */
final class Steps {

    private static final int BITS_OF_A_STEP = 256;

    /** The interrupt check: once in so many steps. */
    private static final int STEPS_BETWEEN_CHECKS = 256;

    private final boolean pooled;
    private final long most;
    private long left;
    private long unchecked;
    private int differentiations;
    private boolean rounded;
    private boolean overflowed;

    Steps(boolean pooled, long most) {
        this.pooled = pooled;
        this.most = most;
        left = most;
    }

    boolean isPooled() {
        return pooled;
    }

    long left() {
        return left;
    }

    long spent() {
        return most - left;
    }

    boolean isExhausted() {
        return left < 0;
    }

    /** Forgets whether anything was rounded or infinite. */
    void forgetNotes() {
        rounded = false;
        overflowed = false;
    }

    /** Whether anything was rounded since that was forgotten. */
    boolean isRounded() {
        return rounded;
    }

    /** Notes whether something was rounded elsewhere. */
    void noteRounding(boolean isRounded) {
        rounded |= isRounded;
    }

    /** The order of the next differentiation. */
    int nextDifferentiation() {
        return ++differentiations;
    }

    /**
     * Counts steps.
     *
     * @throws NoValue if so many are not left
     * @throws CancellationException if the thread was interrupted: somebody no longer waits for the result
     */
    void spend(long count) {
        if (!areLeft(count)) {
            throw new NoValue(tooMany());
        }
    }

    /**
     * Counts the steps of a term.
     *
     * @throws ExpressionFault if so many are not left
     * @throws CancellationException if the thread was interrupted
     */
    void spend(long count, Term term) {
        if (!areLeft(count)) {
            throw new ExpressionFault(term.span(), tooMany());
        }
    }

    private String tooMany() {
        return "more than " + most + " steps: the work grows too large here";
    }

    private boolean areLeft(long count) {
        left = Math.max(-1, left - count);
        unchecked += count;
        if (unchecked >= STEPS_BETWEEN_CHECKS) {
            unchecked = 0;
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("stopped");
            }
        }
        return left >= 0;
    }

    /**
     * Counts the step that led to a value, by its size, and notes its kind.
     *
     * @throws ExpressionFault if it is not a number, or no step is left for it
     */
    void settle(Value value, Term term) {
        spend(size(value), term);
        rounded |= isRounded(value);
        overflowed |= isInfinite(value);
        if (isUndefined(value)) {
            throw new ExpressionFault(
                    term.span(),
                    overflowed
                            ? "has no value here: a part of it is infinite, or larger than 1.8e308"
                            : "has no value: the result is not a number");
        }
    }

    /** Steps that a value costs: one, but more for long numbers and arrays. */
    private static long size(Value value) {
        if (value instanceof Value.Exact exact) {
            long parts = exact.number().bitLength() / BITS_OF_A_STEP;
            return 1 + parts * (1 + parts);
        }
        return value instanceof Value.Array array ? array.entries().size() : 1;
    }

    private static boolean isRounded(Value value) {
        if (value instanceof Value.Array array) {
            for (Value entry : array.entries()) {
                if (isRounded(entry)) {
                    return true;
                }
            }
            return false;
        }
        return value instanceof Value.Real || value instanceof Value.Complex || value instanceof Value.Dual;
    }

    private static boolean isInfinite(Value value) {
        if (value instanceof Value.Real real) {
            return Double.isInfinite(real.x());
        }
        return value instanceof Value.Complex complex
                && (Double.isInfinite(complex.re()) || Double.isInfinite(complex.im()));
    }

    private static boolean isUndefined(Value value) {
        if (value instanceof Value.Real real) {
            return Double.isNaN(real.x());
        }
        if (value instanceof Value.Complex complex) {
            return Double.isNaN(complex.re()) || Double.isNaN(complex.im());
        }
        if (value instanceof Value.Array array) {
            for (Value entry : array.entries()) {
                if (isUndefined(entry)) {
                    return true;
                }
            }
        }
        return false;
    }
}
