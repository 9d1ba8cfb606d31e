package org.ansatz.trial;

import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

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

    /** Whether a number is as near to the right one as it must come; whole numbers must be equal. */
    boolean agree(Estimate right, Value number, @Nullable Unit shown) {
        if (Arithmetic.isWhole(right.value()) && Arithmetic.isWhole(number)) {
            return Arithmetic.compare(right.value(), number) == 0;
        }
        return Arrays.distance(right.value(), number) <= allowed(right, shown);
    }

    /** How far a number may be from the right one. */
    double allowed(Estimate right, @Nullable Unit shown) {
        return allowed(Arrays.size(right.value()), right.error(), shown == null ? 1 : Math.abs(shown.factor()));
    }
}
