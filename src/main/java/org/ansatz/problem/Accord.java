package org.ansatz.problem;

/**
 * How well the routes of a problem agree.
 *
 * @param routes how many of them are independent of each other
 * @param digits how many significant digits their values share; {@link #EXACTLY} if all of them; −1 if not all routes are
 *     compared by value
 */
public record Accord(int routes, int digits) {

    /** The digits of values that do not differ at all. */
    public static final int EXACTLY = Integer.MAX_VALUE;

    /** Whether the values do not differ at all. */
    public boolean isExact() {
        return digits == EXACTLY;
    }

    /** {@code 2 independent routes share 14 digits}. */
    @Override
    public String toString() {
        String how = isExact() ? " agree exactly" : digits < 0 ? " agree" : " share " + digits + " digits";
        return routes + " independent routes" + how;
    }
}
