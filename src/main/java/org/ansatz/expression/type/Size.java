package org.ansatz.expression.type;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many rows or columns a matrix has, as far as it is known before evaluation: a number, a symbol that is drawn, or
 * nothing. A size that is drawn differs from every other one, whatever numbers are drawn.
 *
 * @param count 0 of a single number, −1 if it is no number
 * @param symbol what is drawn; null if it is a number or unknown
 */
public record Size(int count, @Nullable Symbol symbol) {

    /** Not known before evaluation. */
    public static final Size UNKNOWN = new Size(-1, null);

    /** A single row or column. */
    public static final Size ONE = new Size(1, null);

    // By hand: the first call of those that are generated costs 20 ms, and there is one at every start.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Size size && count == size.count && Objects.equals(symbol, size.symbol);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(symbol) + count;
    }

    /** So many; unknown if negative. */
    public static Size of(int count) {
        return count < 0 ? UNKNOWN : new Size(count, null);
    }

    /** A size that is drawn. */
    public static Size of(Symbol symbol) {
        return new Size(-1, symbol);
    }

    /**
     * What a size is called that is drawn.
     *
     * @param name as it is written
     * @param slot the place of its value in a frame, which tells it from others of its name
     */
    public record Symbol(String name, int slot) {}

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
