package org.ansatz.judge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.expression.Expression;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;

/** How far a value may be from what is printed. */
final class Precision {

    /** For what is written as a formula, which is exact but for rounding. */
    private static final double FORMULA = 1e-6;

    /** A printed number with its sign; the minus may be a typographic one. */
    private static final Pattern PRINTED = Pattern.compile(
            "[-+\u2212]?\\s*(?=\\.?[0-9])[0-9]*(?:\\.(?<decimals>[0-9]*))?(?:[eE](?<exponent>[-+]?[0-9]{1,4}))?");

    private Precision() {}

    /** The absolute difference that {@code tolerance} allows around a printed value, in SI; none around infinity. */
    static double allowed(Tolerance tolerance, Expression printed, double value) {
        double allowed = difference(tolerance, printed, value);
        return Double.isFinite(allowed) ? allowed : 0;
    }

    private static double difference(Tolerance tolerance, Expression printed, double value) {
        if (tolerance instanceof Tolerance.Absolute) {
            return ((Tolerance.Absolute) tolerance).difference();
        }
        if (tolerance instanceof Tolerance.Relative) {
            return ((Tolerance.Relative) tolerance).fraction() * Math.abs(value);
        }
        if (tolerance instanceof Tolerance.Significant) {
            int digits = ((Tolerance.Significant) tolerance).digits();
            double magnitude = value == 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
            return 0.5 * Math.pow(10, magnitude - digits + 1) * (1 + 1e-9);
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
        return tolerance instanceof Tolerance.Relative
                ? ((Tolerance.Relative) tolerance).fraction() * scale
                : FORMULA * size;
    }

    /** Half a unit of the last printed digit; for a formula a millionth of its value. */
    private static double halfDigit(Expression printed, double value) {
        Matcher number = PRINTED.matcher(printed.text().strip());
        if (!number.lookingAt()) {
            return FORMULA * Math.abs(value);
        }
        Unit unit = printed.unit();
        String rest = printed.text().strip().substring(number.end()).strip();
        if (!rest.isEmpty() && !(unit != null && rest.equals(unit.symbol())) && !isUnit(rest)) {
            return FORMULA * Math.abs(value);
        }
        int decimals = number.group("decimals") == null ? 0 : number.end("decimals") - number.start("decimals");
        int exponent = number.group("exponent") == null ? 0 : Integer.parseInt(number.group("exponent"));
        return 0.5 * Math.pow(10, exponent - decimals) * (unit == null ? 1 : unit.factor()) * (1 + 1e-9);
    }

    private static boolean isUnit(String text) {
        return Units.parse(text) != null;
    }
}
