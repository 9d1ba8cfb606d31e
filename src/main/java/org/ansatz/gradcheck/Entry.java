package org.ansatz.gradcheck;

/**
 * One entry of a gradient.
 *
 * @param row from 0
 * @param column from 0
 * @param claimed what is said to be the derivative
 * @param found what it is
 * @param error how wrong {@code found} may be, absolute
 */
public record Entry(int row, int column, double claimed, double found, double error) {

    /** How many times too large the claim is: negative if its sign is wrong, infinite or NaN if nothing was to be found. */
    public double factor() {
        return claimed / found;
    }
}
