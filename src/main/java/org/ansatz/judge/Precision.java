package org.ansatz.judge;

import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Given;
import org.ansatz.problem.Tolerance;
import org.jspecify.annotations.Nullable;

/** How far a value may be from what is printed. */
final class Precision {

    private Precision() {}

    /** The absolute difference that {@code tolerance} allows around a printed value, in SI; none around infinity. */
    static double allowed(Tolerance tolerance, Expression printed, double value) {
        return allowed(tolerance, Printed.of(printed), value);
    }

    /** The same of a value that is printed so, or written as a formula if that is null. */
    static double allowed(Tolerance tolerance, @Nullable Printed printed, double value) {
        double allowed = difference(tolerance, printed, value);
        return Double.isFinite(allowed) ? allowed : 0;
    }

    /**
     * How far what was found may be from an option that is printed so, in SI: as {@link #allowed(Tolerance, Printed, double)}, but
     * an option of one digit is taken to have a second one. Among 1, 2 and 4 none is 1.4.
     */
    static double ofOption(Tolerance tolerance, @Nullable Printed printed, double value) {
        return allowed(tolerance, printed == null ? null : printed.withDigits(Decisions.LEAST_DIGITS), value);
    }

    /**
     * The same from a published key: half a unit of its last digit, but of a single digit no larger a part than two digits ever
     * leave open. {@code 7 V} may be a rounded 6.67 V; {@code 1 kV} is not 800 V.
     */
    static double ofClaim(Tolerance tolerance, Expression key, double value) {
        Printed printed = Printed.of(key);
        double allowed = allowed(tolerance, printed, value);
        return tolerance instanceof Tolerance.Digits && printed != null && printed.digits() > 0
                ? Math.min(allowed, Decisions.COARSEST * Tolerance.EDGE * Math.abs(value))
                : allowed;
    }

    /** The same around a value that nobody has printed: where digits are to be enough, half a unit of the last of them. */
    static double allowed(Tolerance tolerance, double value) {
        return tolerance instanceof Tolerance.Digits digits
                ? new Tolerance.Significant(digits.enough()).half(Math.abs(value))
                : allowed(tolerance, (Printed) null, value);
    }

    private static double difference(Tolerance tolerance, @Nullable Printed printed, double value) {
        if (tolerance instanceof Tolerance.Absolute) {
            return ((Tolerance.Absolute) tolerance).difference();
        }
        if (tolerance instanceof Tolerance.Relative) {
            return ((Tolerance.Relative) tolerance).fraction() * Math.abs(value);
        }
        if (tolerance instanceof Tolerance.Significant) {
            return ((Tolerance.Significant) tolerance).half(Math.abs(value));
        }
        return halfDigit(printed, value);
    }

    /**
     * The absolute difference that is allowed between functions at a point, in SI.
     *
     * @param size of their values there
     * @param scale their largest value
     */
    static double ofFunction(Tolerance tolerance, double size, double scale) {
        if (tolerance instanceof Tolerance.Absolute) {
            return ((Tolerance.Absolute) tolerance).difference();
        }
        if (tolerance instanceof Tolerance.Significant) {
            return 0.5 * Math.pow(10, 1 - ((Tolerance.Significant) tolerance).digits()) * size;
        }
        return tolerance instanceof Tolerance.Relative
                ? ((Tolerance.Relative) tolerance).fraction() * scale
                : Decisions.FORMULA * size;
    }

    /** Half a unit of the last printed digit; for a formula a millionth of its value. */
    private static double halfDigit(@Nullable Printed printed, double value) {
        return printed == null ? Decisions.FORMULA * Math.abs(value) : printed.half();
    }

    /**
     * How far a response may be from a key, in SI: as far as what is right may be from it, but for a whole number not at all if no
     * tolerance is stated.
     *
     * @param value of the key
     */
    static double ofKey(Tolerance tolerance, Expression key, Value value) {
        if (!(tolerance instanceof Tolerance.Digits)) {
            return allowed(tolerance, key, Arrays.size(value));
        }
        Printed right = Printed.of(key);
        boolean whole = right == null ? Arithmetic.isWhole(value) : right.whole();
        return whole ? 0 : ofClaim(tolerance, key, Arrays.size(value));
    }

    /**
     * Half a unit of a response's last digit, in SI, if it has enough of them to be rounded; otherwise nothing. Zeros at the
     * end of a whole number, as in {@code 3830 mV}, may stand for digits that were rounded away, unless the right value is
     * whole itself.
     */
    static double ofResponse(Expression response, Value right, Tolerance tolerance) {
        int enough = tolerance instanceof Tolerance.Digits
                ? ((Tolerance.Digits) tolerance).enough()
                : Tolerance.Digits.USUAL;
        Printed given = Printed.of(response);
        if (given == null || given.digits() < enough) {
            return 0;
        }
        return Arithmetic.isWhole(right) ? given.half() : given.rounded(enough).half();
    }

    /** How many digits are enough for an answer: three, or as many as the data have that have most, if those are fewer. */
    static int enoughDigits(List<Given> data) {
        int most = 0;
        for (Given given : data) {
            Printed printed = Printed.of(given.published());
            most = Math.max(most, printed == null ? Tolerance.Digits.USUAL : printed.digits());
        }
        return data.isEmpty()
                ? Tolerance.Digits.USUAL
                : Math.max(Decisions.LEAST_DIGITS, Math.min(Tolerance.Digits.USUAL, most));
    }

    /**
     * In what a response is the right value with fewer digits, in a few words; or an empty text if it is not.
     *
     * @param distance between both, in SI
     * @param size of the right value
     * @param isNearer whether the response is nearer to zero
     */
    static String rounded(Expression response, double distance, double size, boolean isNearer) {
        Printed printed = Printed.of(response);
        Printed given = printed == null ? null : printed.rounded(1);
        if (given == null || given.digits() == 0 || size < given.half()) {
            return "";
        }
        if (distance <= given.half()) {
            return "right to " + Tolerance.counted(given.digits());
        }
        boolean cut = isNearer && given.digits() > 1 && distance < 2 * given.half();
        return cut ? "cut off after " + Tolerance.counted(given.digits()) + " instead of rounded" : "";
    }
}
