package org.ansatz.quantity;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A base in which whole numbers are shown, asked for where a unit may be: {@code w in binary}, {@code w in hex}; with a number of
 * digits, zeros before, {@code w in binary8}.
 *
 * @param radix 2, 8 or 16
 * @param digits at least so many
 */
public record NumberBase(int radix, int digits) {

    private static final int MAX_DIGITS = 64;

    private static final String LONG_HEX = "hexadecimal";

    /** The base that a word names; null if it names none. {@code hexadecimal} is the long form of {@code hex}. */
    public static @Nullable NumberBase of(String name) {
        String word = name.startsWith(LONG_HEX) ? "hex" + name.substring(LONG_HEX.length()) : name;
        for (NumberBase base : new NumberBase[] {new NumberBase(2, 1), new NumberBase(8, 1), new NumberBase(16, 1)}) {
            if (word.startsWith(base.word())) {
                return base.withDigits(word.substring(base.word().length()));
            }
        }
        return null;
    }

    private @Nullable NumberBase withDigits(String count) {
        if (count.isEmpty()) {
            return this;
        }
        boolean number = count.length() <= 2 && count.charAt(0) != '0';
        for (int i = 0; i < count.length(); i++) {
            number &= count.charAt(i) >= '0' && count.charAt(i) <= '9';
        }
        int most = number ? Integer.parseInt(count) : MAX_DIGITS + 1;
        return most <= MAX_DIGITS ? new NumberBase(radix, most) : null;
    }

    private String word() {
        return radix == 2 ? "binary" : radix == 8 ? "octal" : "hex";
    }

    /** As a unit of pure numbers, which changes nothing but how they are shown. */
    public Unit unit() {
        return Unit.exact(word() + (digits == 1 ? "" : String.valueOf(digits)), Dimension.NONE, Rational.ONE);
    }

    /** The digits of a whole number. */
    public String digits(BigInteger number) {
        String all = number.abs().toString(radix).toUpperCase(java.util.Locale.ROOT);
        return (number.signum() < 0 ? "-" : "") + "0".repeat(Math.max(0, digits - all.length())) + all;
    }

    /** The digits as the language reads them: {@code 0b1010}, {@code 0x1F}. */
    public String written(BigInteger number) {
        String shown = digits(number.abs());
        String mark = radix == 2 ? "0b" : radix == 8 ? "0o" : "0x";
        return (number.signum() < 0 ? "-" : "") + mark + shown;
    }
}
