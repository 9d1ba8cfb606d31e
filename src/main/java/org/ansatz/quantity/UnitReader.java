package org.ansatz.quantity;

import org.jspecify.annotations.Nullable;

/**
 * Reads a compound unit from left to right, as arithmetic does: a solidus divides by the one factor after it, which brackets may
 * make a product. A 1 before a solidus is no unit. One instance reads one text.
 */
final class UnitReader {

    /** More factors than any unit has; it bounds what a hostile text can cost. */
    private static final int MAX_FACTORS = 16;

    private static final String SIGNS = " */·^²³()";
    private static final int MAX_EXPONENT = 12;

    private final String text;
    private int at;
    private int factors;

    UnitReader(String text) {
        this.text = text;
    }

    /** The unit, or null if it cannot be read. */
    @Nullable
    Unit read() {
        Unit product = product(0);
        return product == null || at < text.length() ? null : product;
    }

    private @Nullable Unit product(int depth) {
        Unit product = Unit.ONE;
        int direction = startsWithOne() ? -1 : 1;
        while (direction != 0) {
            Unit factor = ++factors > MAX_FACTORS ? null : factor(depth);
            int exponent = factor == null ? 0 : exponent();
            if (factor == null || exponent == 0 || Math.abs(exponent) > MAX_EXPONENT) {
                return null;
            }
            product = product.times(factor, direction * exponent, text);
            skipSpaces();
            direction = at >= text.length() || text.charAt(at) == ')' ? 0 : separator();
        }
        return product;
    }

    /** {@code 1/s}: passes the 1 and the solidus by. */
    private boolean startsWithOne() {
        int solidus = at + 1;
        while (solidus < text.length() && text.charAt(solidus) == ' ') {
            solidus++;
        }
        boolean one =
                at < text.length() && text.charAt(at) == '1' && solidus < text.length() && text.charAt(solidus) == '/';
        at = one ? solidus + 1 : at;
        skipSpaces();
        return one;
    }

    /** A symbol, or a product in brackets. On a scale with another zero it is differences that are multiplied. */
    private @Nullable Unit factor(int depth) {
        if (at < text.length() && text.charAt(at) == '(') {
            at++;
            Unit inside = depth < MAX_FACTORS ? product(depth + 1) : null;
            boolean closed = at < text.length() && text.charAt(at) == ')';
            at++;
            return closed ? inside : null;
        }
        int start = at;
        while (at < text.length() && SIGNS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        Unit unit = Units.find(text.substring(start, at));
        return unit == null ? null : unit.difference();
    }

    /** The exponent after a factor: 1 if none is written, 0 if it cannot be read. */
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

    /** 1 to go on multiplying, −1 to divide. */
    private int separator() {
        char c = text.charAt(at);
        if ("*/·".indexOf(c) < 0) {
            return 1; // a space, or a bracket, as in m(K)
        }
        at++;
        skipSpaces();
        return c == '/' ? -1 : 1;
    }

    private void skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
