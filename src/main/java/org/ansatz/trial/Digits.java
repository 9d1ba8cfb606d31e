package org.ansatz.trial;

import org.ansatz.problem.Tolerance;

/**
 * How near a number must come: as near as the right one rounded to so many significant digits.
 *
 * @param count digits, 1 to 15
 */
record Digits(int count) {

    private static final int MOST = 15;

    Digits {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("digits are from 1 to " + MOST + ", not " + count);
        }
    }

    /** Half a unit of the last digit that a number of this size shows; of zero, which shows none, nothing. */
    double half(double size) {
        return new Tolerance.Significant(count).half(size);
    }

    /**
     * The largest difference from a number that still agrees. Zero has no digits: there it is a fraction of the unit.
     *
     * @param size of the number, in SI
     * @param error how wrong the number itself may be, in SI
     * @param unit the unit's size, in SI
     */
    double allowed(double size, double error, double unit) {
        return (size == 0 ? unit * Math.pow(10, -count) : half(size)) + error;
    }
}
