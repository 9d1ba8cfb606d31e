package org.ansatz.judge;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.PlainSigns;
import org.ansatz.expression.syntax.Span;
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

    /** A power of ten behind a number: {@code e3}, {@code *10^3}, {@code ·10³}. */
    private static final String POWER_OF_TEN = "[eE](?<exponent>[-+]?[0-9]{1,4})"
            + "|\\s*[*·×]\\s*10(?:\\s*\\^\\s*\\(?(?<power>[-+]?[0-9]{1,4})\\)?|(?<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))";

    /** A number with its sign. */
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?\\s*(?<digits>[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:" + POWER_OF_TEN + ")?");

    /** What stands before an entry and is no part of it. */
    private static final Pattern OPENING = Pattern.compile("^.*[{\\[,.]");

    /** What stands behind an entry and is no part of it. */
    private static final Pattern CLOSING = Pattern.compile("[}\\],.].*$");

    private static final List<String> POWERS = List.of("exponent", "power", "raised");

    /** What is printed, or null if it is a formula. */
    static @Nullable Printed of(Expression expression) {
        return of(PlainSigns.of(expression.text()).strip(), expression.unit());
    }

    /**
     * What is printed of one number of a set or an interval that is written out; null if that is a formula, or nothing.
     *
     * @param number its value
     * @param frame in which the collection has it
     */
    static @Nullable Printed of(Expression collection, Value number, Frame frame) {
        if (!(collection.term() instanceof Term.Call call)
                || call.span().end() > collection.text().length()) {
            return null;
        }
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < call.arguments().size(); i++) {
            double distance = Arrays.distance(frame.value(call.arguments().get(i)), number);
            if (distance < least) {
                nearest = i;
                least = distance;
            }
        }
        return nearest < 0
                ? null
                : of(PlainSigns.of(entry(call, nearest, collection.text())).strip(), collection.unit());
    }

    /** One entry as it is written, with its parentheses: a sum in some has a span without them, and so has what begins with it. */
    private static String entry(Term.Call collection, int entry, String text) {
        List<Term> entries = collection.arguments();
        Span here = entries.get(entry).span();
        int before = entry == 0
                ? collection.span().start()
                : entries.get(entry - 1).span().end();
        int after = entry == entries.size() - 1
                ? collection.span().end()
                : entries.get(entry + 1).span().start();
        String open = text.substring(before, here.start());
        String close = text.substring(here.end(), after);
        return OPENING.matcher(open).replaceFirst("")
                + here.of(text)
                + CLOSING.matcher(close).replaceFirst("");
    }

    private static @Nullable Printed of(String text, @Nullable Unit unit) {
        Printed real = real(text, unit);
        if (real != null) {
            return real;
        }
        Printed imaginary = imaginary(text, unit);
        if (imaginary != null) {
            return imaginary;
        }
        int close = text.indexOf(')');
        String behind = text.substring(close + 1);
        if (text.startsWith("(") && close > 0 && isUnit(behind, unit)) {
            return of(text.substring(1, close).strip(), behind.isBlank() ? unit : Units.parse(behind));
        }
        int angle = text.indexOf('∠');
        return angle >= 0
                ? polar(text.substring(0, angle), text.substring(angle + 1).strip(), unit)
                : sum(text, unit);
    }

    /** {@code 1.58 m} */
    private static @Nullable Printed real(String text, @Nullable Unit unit) {
        Matcher number = NUMBER.matcher(text);
        String behind = number.lookingAt() ? text.substring(number.end()) : "?";
        return isUnit(behind, unit) ? part(number, 1).times(factor(behind, unit)) : null;
    }

    /** {@code 4.2j ohm} */
    private static @Nullable Printed imaginary(String text, @Nullable Unit unit) {
        Matcher number = NUMBER.matcher(text);
        String rest = number.lookingAt() ? text.substring(number.end()).strip() : "";
        boolean isOfPower = !rest.isEmpty() && number.group("power") != null; // 10^3j is 10^(3j)
        boolean isPart = (rest.startsWith("j") || rest.startsWith("i")) && !isOfPower;
        String behind = isPart ? rest.substring(1) : "?";
        return isUnit(behind, unit) ? part(number, 1).times(factor(behind, unit)) : null;
    }

    /** {@code 3.0-4.2j ohm}, {@code 3.0 ohm - 4.2j ohm} */
    private static @Nullable Printed sum(String text, @Nullable Unit unit) {
        for (int sign = 1; sign < text.length(); sign++) {
            if ("+-".indexOf(text.charAt(sign)) >= 0) {
                Printed real = real(text.substring(0, sign), unit);
                Printed imaginary = imaginary(text.substring(sign), unit);
                if (real != null && imaginary != null) {
                    return real.and(imaginary);
                }
            }
        }
        return null;
    }

    /** {@code 5.00∠53.1° mV}, {@code 5.00 mV∠53.1°}: what the angle leaves open is as much as the magnitude is large. */
    private static @Nullable Printed polar(String magnitude, String angle, @Nullable Unit unit) {
        Matcher size = NUMBER.matcher(magnitude);
        Matcher turn = NUMBER.matcher(angle);
        if (!size.lookingAt() || !turn.lookingAt()) {
            return null;
        }
        String behind = magnitude.substring(size.end());
        String tail = angle.substring(turn.end()).strip();
        String mark = Stream.of("°", "deg", "rad")
                .filter(tail::startsWith)
                .findFirst()
                .orElse("");
        String last = tail.substring(mark.length());
        if (!isUnit(behind, unit) || !isUnit(last, unit)) {
            return null;
        }
        double radians = mark.isEmpty() || mark.equals("rad") ? 1 : Math.PI / 180;
        Printed turned = part(size, 1).and(part(turn, radians * size(size)));
        return turned.times(factor(behind.isBlank() ? last : behind, unit));
    }

    /** The magnitude of a number. */
    private static double size(Matcher number) {
        return Double.parseDouble(number.group("digits")) * Math.pow(10, exponent(number));
    }

    private static int exponent(Matcher number) {
        String power = power(number);
        return power == null ? 0 : Integer.parseInt(Normalizer.normalize(power, Normalizer.Form.NFKC));
    }

    private static @Nullable String power(Matcher number) {
        return POWERS.stream()
                .map(number::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Printed part(Matcher number, double factor) {
        String written = number.group("digits");
        int point = written.indexOf('.');
        int decimals = point < 0 ? 0 : written.length() - point - 1;
        boolean hasExponent = power(number) != null;
        int digits = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            digits += c != '.' && (digits > 0 || c != '0') ? 1 : 0;
        }
        boolean whole = point < 0 && !hasExponent;
        // 0.00 may be a rounded 0.004; 0 is no number that was rounded to its digits, for it has none.
        double half =
                whole && digits == 0 ? 0 : 0.5 * Math.pow(10, exponent(number) - decimals) * factor * Tolerance.EDGE;
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

    /** Whether this is nothing or a unit; where the whole has none, what stands behind a number is a name: twice L. */
    private static boolean isUnit(String text, @Nullable Unit unit) {
        return text.isBlank() || unit != null && Units.parse(text) != null;
    }

    /** What the unit behind a number is worth in SI, or that of the whole: the parts of a sum may have different ones. */
    private static double factor(String text, @Nullable Unit unit) {
        Unit own = text.isBlank() ? unit : Units.parse(text);
        return own == null ? 1 : own.factor();
    }
}
