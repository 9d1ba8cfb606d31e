package org.ansatz.field.circuit.linear;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the values of parts beyond their doubles: a third of 1 kohm is exact where it is computed exactly, and a root is
 * rounded even where its double happens to have few digits. Of any other double, one of at most fifteen digits is the decimal number
 * that was written.
 *
 * @param exact the exact numbers for which doubles stand
 * @param rounded the doubles that stand for numbers which are not known exactly
 */
public record StatedValues(Map<Double, Rational> exact, Set<Double> rounded) {

    /** Nothing beyond the doubles. */
    public static final StatedValues NOTHING = new StatedValues(Map.of(), Set.of());

    /** Every decimal number of so many digits comes back from its double. */
    private static final int MAX_DIGITS = 15;

    public StatedValues {
        exact = Map.copyOf(exact);
        rounded = Set.copyOf(rounded);
    }

    /** The exact number for which a double stands; null if it was rounded. */
    @Nullable
    Rational of(double value) {
        if (rounded.contains(value)) {
            return null;
        }
        Rational known = exact.get(value);
        if (known != null) {
            return known;
        }
        return digits(value) <= MAX_DIGITS ? Rational.parse(Double.toString(value)) : null;
    }

    private static int digits(double x) {
        return new BigDecimal(Double.toString(x)).stripTrailingZeros().precision();
    }
}
