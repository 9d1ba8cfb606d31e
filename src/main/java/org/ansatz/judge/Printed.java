package org.ansatz.judge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/**
 * A number as it is printed, real or complex: {@code 1.58 m}, {@code 3.0-4.2j ohm}, {@code 5.00∠53.1°}.
 *
 * @param half half a unit of its last digit, in SI; of a complex number, for both of its parts; nothing of a bare 0, which nobody
 *     prints for what is not zero
 * @param digits how many significant digits it has, in the part that has most
 * @param whole whether it is a whole number without a decimal point or an exponent
 * @param zeros with how many zeros such a number ends, each of which may be a digit or stand for one that was rounded away;
 *     of a complex number, both parts
 */
record Printed(double half, int digits, boolean whole, int zeros) {

    /** A number with its sign; the minus may be a typographic one. */
    private static final Pattern NUMBER = Pattern.compile(
            "[-+\u2212]?\\s*(?<digits>[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)" + "(?:[eE](?<exponent>[-+\u2212]?[0-9]{1,4}))?");

    /** What is printed, or null if it is a formula. */
    static @Nullable Printed of(Expression expression) {
        return of(expression.text().strip(), expression.unit());
    }

    /**
     * What is printed of one number of a set or an interval that is written out; null if that is a formula, or nothing.
     *
     * @param number its value
     * @param frame in which the collection has it
     */
    static @Nullable Printed of(Expression collection, Value number, Frame frame) {
        if (!(collection.term() instanceof Term.Call)) {
            return null;
        }
        Term nearest = null;
        double least = Double.POSITIVE_INFINITY;
        for (Term entry : ((Term.Call) collection.term()).arguments()) {
            double distance = Arrays.distance(frame.value(entry), number);
            if (distance < least) {
                nearest = entry;
                least = distance;
            }
        }
        if (nearest == null || nearest.span().end() > collection.text().length()) {
            return null;
        }
        String text = nearest.span().of(collection.text()).strip();
        return of(text, unit(text, collection.unit()));
    }

    /** The unit behind a number, or that of the collection it is from. */
    private static @Nullable Unit unit(String text, @Nullable Unit other) {
        Matcher number = NUMBER.matcher(text);
        Unit own = number.lookingAt() ? Units.parse(text.substring(number.end()).strip()) : null;
        return own == null || own.equals(Unit.ONE) ? other : own;
    }

    private static @Nullable Printed of(String text, @Nullable Unit unit) {
        Matcher number = NUMBER.matcher(text);
        if (!number.lookingAt()) {
            return null;
        }
        Printed first = part(number, 1);
        String rest = text.substring(number.end()).strip();
        double factor = unit == null ? 1 : unit.factor();
        if (isUnit(rest, unit)) {
            return first.times(factor);
        }
        if (rest.startsWith("j") || rest.startsWith("i")) {
            return isUnit(rest.substring(1).strip(), unit) ? first.times(factor) : null;
        }
        boolean polar = rest.startsWith("∠");
        Matcher second = NUMBER.matcher(polar ? rest.substring(1).strip() : rest);
        if (!second.lookingAt()) {
            return null;
        }
        String tail = (polar ? rest.substring(1).strip() : rest)
                .substring(second.end())
                .strip();
        return polar
                ? first.turned(second, Double.parseDouble(number.group("digits")), tail)
                : first.beside(second, tail, unit, factor);
    }

    private @Nullable Printed beside(Matcher imaginary, String tail, @Nullable Unit unit, double factor) {
        boolean isPart = tail.startsWith("j") || tail.startsWith("i");
        return isPart && isUnit(tail.substring(1).strip(), unit)
                ? and(part(imaginary, 1)).times(factor)
                : null;
    }

    private Printed turned(Matcher angle, double magnitude, String tail) {
        boolean degrees = tail.startsWith("°") || tail.startsWith("deg");
        return and(part(angle, degrees ? Math.PI / 180 * magnitude : magnitude));
    }

    private static Printed part(Matcher number, double factor) {
        String written = number.group("digits");
        int point = written.indexOf('.');
        int decimals = point < 0 ? 0 : written.length() - point - 1;
        String exponentText = number.group("exponent");
        int exponent = exponentText == null ? 0 : Integer.parseInt(exponentText.replace('\u2212', '-'));
        int digits = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            digits += c != '.' && (digits > 0 || c != '0') ? 1 : 0;
        }
        boolean whole = point < 0 && exponentText == null;
        // 0.00 may be a rounded 0.004; 0 is no number that was rounded to its digits, for it has none.
        double half = whole && digits == 0 ? 0 : 0.5 * Math.pow(10, exponent - decimals) * factor * Tolerance.EDGE;
        return new Printed(half, digits, whole, whole ? zeros(written) : 0);
    }

    private static int zeros(String written) {
        int zeros = 0;
        while (zeros < written.length() && written.charAt(written.length() - 1 - zeros) == '0') {
            zeros++;
        }
        return zeros;
    }

    private Printed and(Printed other) {
        return new Printed(
                Math.hypot(half, other.half),
                Math.max(digits, other.digits),
                whole && other.whole,
                Math.min(zeros, other.zeros));
    }

    private Printed times(double factor) {
        return new Printed(half * factor, digits, whole, zeros);
    }

    /** The same number if as many of its zeros as may be, but for {@code least} digits, stand for what was rounded away. */
    Printed rounded(int least) {
        int away = Math.max(0, Math.min(zeros, digits - least));
        return new Printed(half * Math.pow(10, away), digits - away, whole, zeros - away);
    }

    /** The same number, but if it has fewer digits than these, as if zeros followed; a zero has no digits, only its place. */
    Printed withDigits(int least) {
        boolean few = digits > 0 && digits < least;
        return few ? new Printed(half * Math.pow(10, digits - least), least, whole, zeros) : this;
    }

    private static boolean isUnit(String text, @Nullable Unit unit) {
        return text.isEmpty() || unit != null && text.equals(unit.symbol()) || Units.parse(text) != null;
    }
}
