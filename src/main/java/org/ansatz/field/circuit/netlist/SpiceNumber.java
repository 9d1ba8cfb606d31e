package org.ansatz.field.circuit.netlist;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as SPICE reads them: {@code 4.7k}, {@code 1meg}, {@code 100nF}; letters after the suffix are a comment. */
public final class SpiceNumber {

    private static final Pattern NUMBER =
            Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)([a-zA-Zµ]*)");

    private SpiceNumber() {}

    /** Whether a text is a number. */
    public static boolean is(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** The power of ten is part of the decimal, so that 4.7k is the double nearest to 4700. */
    public static double of(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            throw new NumberFormatException(text);
        }
        String suffix = matcher.group(2).toLowerCase(Locale.ROOT);
        String digits = matcher.group(1);
        if (suffix.startsWith("mil")) {
            return Double.parseDouble(digits) * 25.4e-6;
        }
        int power = power(suffix);
        int e = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        String mantissa = e < 0 ? digits : digits.substring(0, e);
        int exponent = e < 0 ? 0 : Integer.parseInt(digits.substring(e + 1).replace("+", ""));
        return Double.parseDouble(mantissa + "e" + (exponent + power));
    }

    private static int power(String suffix) {
        if (suffix.startsWith("meg")) {
            return 6;
        }
        switch (suffix.isEmpty() ? ' ' : suffix.charAt(0)) {
            case 't':
                return 12;
            case 'g':
                return 9;
            case 'k':
                return 3;
            case 'm':
                return -3;
            case 'u':
            case 'µ':
                return -6;
            case 'n':
                return -9;
            case 'p':
                return -12;
            case 'f':
                return -15;
            case 'a':
                return -18;
            default:
                return 0;
        }
    }
}
