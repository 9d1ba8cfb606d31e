package org.ansatz.expression;

import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How many rows or columns a matrix has, as far as it is known before evaluation: a number, a symbol that is drawn, or
 * nothing. A size that is drawn differs from every other one, whatever numbers are drawn.
 *
 * @param count 0 of a single number, −1 if it is no number
 * @param symbol what is drawn; null if it is a number or unknown
 */
public record Size(int count, Binding.@Nullable Variable symbol) {

    /** Not known before evaluation. */
    public static final Size UNKNOWN = new Size(-1, null);

    /** A single row or column. */
    public static final Size ONE = new Size(1, null);

    /** So many; unknown if negative. */
    public static Size of(int count) {
        return count < 0 ? UNKNOWN : new Size(count, null);
    }

    /** What a term says of a size: a number that is written out, or a symbol of the question. */
    public static Size of(Term term) {
        if (term instanceof Term.Named) {
            Binding.Variable variable = ((Term.Named) term).variable();
            boolean drawn = variable.role() == Binding.Role.ARBITRARY || variable.role() == Binding.Role.ARGUMENT;
            return drawn ? new Size(-1, variable) : UNKNOWN;
        }
        Value value = term instanceof Term.Constant ? ((Term.Constant) term).value() : Arithmetic.ZERO;
        double size = Arithmetic.real(value);
        return size >= 1 && size < Integer.MAX_VALUE ? of((int) size) : UNKNOWN;
    }

    private boolean isKnown() {
        return count >= 0 || symbol != null;
    }

    /** Whether it is known to be one. */
    public boolean isOne() {
        return count == 1;
    }

    /** Whether it may be more than one, as far as is known. */
    public boolean isSeveral() {
        return count > 1 || symbol != null;
    }

    /** Whether the two are known to be different. */
    public boolean differs(Size other) {
        return isKnown() && other.isKnown() && (count != other.count || slot() != other.slot());
    }

    /** Which symbol it is. */
    private int slot() {
        return symbol == null ? -1 : symbol.slot();
    }

    /** The size if what is single is repeated to fit; null if the two cannot fit. */
    @Nullable
    Size fitted(Size other) {
        if (isOne() || !isKnown() && !other.isOne()) {
            return other;
        }
        return other.isOne() || !differs(other) ? this : null;
    }

    /** The size of what has one of these for each of the others. */
    public Size times(Size other) {
        if (isOne() || other.isOne()) {
            return isOne() ? other : this;
        }
        long product = (long) count * other.count;
        return count > 0 && other.count > 0 && product <= Integer.MAX_VALUE ? of((int) product) : UNKNOWN;
    }

    @Override
    public String toString() {
        return symbol != null ? symbol.name() : count < 0 ? "?" : String.valueOf(count);
    }
}
