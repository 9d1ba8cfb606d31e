package org.ansatz.trial;

/**
 * How near a number must come: as near as the right one rounded to so many significant digits.
 *
 * @param count digits, 1 to 15
 */
record Digits(int count) {

    private static final int MOST = 15;

    /** A number rounded to these digits agrees, though it is itself rounded to a double. */
    private static final double EDGE = 1 + 1e-9;

    Digits {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("digits are from 1 to " + MOST + ", not " + count);
        }
    }

    /** Half a unit of the last digit that a number of this size shows; of zero, which shows none, nothing. */
    double half(double size) {
        return size == 0 || !Double.isFinite(size)
                ? 0
                : 0.5 * Math.pow(10, Math.floor(Math.log10(size)) + 1 - count) * EDGE;
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
