package org.ansatz.trial;

/**
 * How near a number must come: so many digits of the right one, in the sense in which routes share digits.
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

    /** One unit of the last digit, relative to the number. */
    double fraction() {
        return Math.pow(10, -count);
    }

    /**
     * The largest difference from a number that still agrees. Zero has no digits: there it is a fraction of the unit.
     *
     * @param size of the number, in SI
     * @param error how wrong the number itself may be, in SI
     * @param unit the unit's size, in SI
     */
    double allowed(double size, double error, double unit) {
        return fraction() * (size == 0 ? unit : size) + error;
    }
}
