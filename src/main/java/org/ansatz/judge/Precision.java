package org.ansatz.judge;

import org.ansatz.expression.Expression;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Unit;

/** How far a value may be from what is printed. */
final class Precision {

    /** For what is written as a formula, which is exact but for rounding. */
    private static final double FORMULA = 1e-6;

    private Precision() {}

    /** The absolute difference that {@code tolerance} allows around a printed value, in SI. */
    static double allowed(Tolerance tolerance, Expression printed, double value) {
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

    /** Half a unit of the last printed digit; for a formula a millionth of its value. */
    static double halfDigit(Expression printed, double value) {
        String text = printed.text().strip();
        int at = text.startsWith("-") ? 1 : 0;
        int digits = 0;
        int decimals = -1;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            if (text.charAt(at) == '.') {
                decimals = 0;
            } else {
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
            }
            at++;
        }
        Unit unit = printed.unit();
        String rest = text.substring(at).strip();
        boolean plain = digits > 0 && (rest.isEmpty() || unit != null && rest.equals(unit.symbol()) || isUnit(rest));
        if (!plain) {
            return FORMULA * Math.abs(value);
        }
        double factor = unit == null ? 1 : unit.factor();
        return 0.5 * Math.pow(10, -Math.max(decimals, 0)) * factor * (1 + 1e-9);
    }

    private static boolean isUnit(String text) {
        return org.ansatz.quantity.Units.parse(text) != null;
    }
}
