package org.ansatz.quantity;

import org.jspecify.annotations.Nullable;

/** Reads a compound unit from left to right; one instance reads one text. */
final class UnitReader {

    /** More factors than any unit has; it bounds what a hostile text can cost. */
    private static final int MAX_FACTORS = 16;

    private final String text;
    private int at;

    UnitReader(String text) {
        this.text = text;
    }

    @Nullable
    Unit read() {
        Unit product = Unit.ONE;
        int direction = 1;
        int factors = 0;
        while (at < text.length()) {
            if (++factors > MAX_FACTORS) {
                return null;
            }
            Unit factor = Units.find(symbol());
            if (factor == null || factor.isShifted()) {
                return null;
            }
            int exponent = exponent();
            if (exponent == 0 || Math.abs(exponent) > 12) {
                return null;
            }
            product = product.times(factor, direction * exponent, text);
            direction = separator();
            if (direction == 0) {
                return null;
            }
        }
        return text.isEmpty() ? null : product;
    }

    private String symbol() {
        int start = at;
        while (at < text.length() && " */^·²³".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    /** The exponent after a symbol: 1 if none is written, 0 if it cannot be read. */
    private int exponent() {
        if (at >= text.length() || "^²³".indexOf(text.charAt(at)) < 0) {
            return 1;
        }
        char mark = text.charAt(at++);
        if (mark != '^') {
            return mark == '²' ? 2 : 3;
        }
        int start = at;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        while (at < text.length() && Character.isDigit(text.charAt(at)) && at - start < 4) {
            at++;
        }
        String digits = text.substring(start, at);
        return digits.isEmpty() || digits.equals("-") ? 0 : Integer.parseInt(digits);
    }

    /** 1 to go on multiplying, −1 to divide, 0 if something must follow and does not. */
    private int separator() {
        int direction = 1;
        boolean explicit = false;
        while (at < text.length() && " */·".indexOf(text.charAt(at)) >= 0) {
            char c = text.charAt(at++);
            if (c != ' ') {
                if (explicit) {
                    return 0;
                }
                explicit = true;
                direction = c == '/' ? -1 : 1;
            }
        }
        return explicit && at >= text.length() ? 0 : direction;
    }
}
