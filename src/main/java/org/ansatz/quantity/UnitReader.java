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
    private static final String ROOT = "sqrt(";
    private static final int ROOTS = 12;

    private final String text;
    private int at;
    private int factors;

    UnitReader(String text) {
        this.text = text;
    }

    /** The unit, or null if it cannot be read. */
    @Nullable
    Unit read() {
        try {
            Unit product = product();
            return product == null || at < text.length() ? null : product;
        } catch (ArithmeticException e) {
            return null; // there is no such root of what is a root already
        }
    }

    private @Nullable Unit product() {
        Unit product = Unit.ONE;
        // A bracket is a factor as well, so that no text is deep in brackets.
        int direction = startsWithOne() ? -1 : 1;
        while (direction != 0) {
            Unit factor = ++factors > MAX_FACTORS ? null : factor();
            Rational exponent = factor == null ? null : exponent();
            boolean isRead = exponent != null && Math.abs(exponent.toDouble()) <= MAX_EXPONENT;
            if (factor == null || exponent == null || !isRead || exponent.signum() == 0 || !isRoot(exponent)) {
                return null;
            }
            product = product.times(factor, direction < 0 ? exponent.negate() : exponent, text);
            skipSpaces();
            direction = at >= text.length() || text.charAt(at) == ')' ? 0 : separator();
        }
        return product;
    }

    /** Whether dimensions have such powers: halves, thirds, quarters. */
    private static boolean isRoot(Rational exponent) {
        return exponent.times(Rational.of(ROOTS)).isInteger();
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

    /** A symbol, a product in brackets, or the root of one, as in {@code nV/sqrt(Hz)}. On a scale with another zero it is differences that are multiplied. */
    private @Nullable Unit factor() {
        boolean isRoot = text.startsWith(ROOT, at);
        at += isRoot ? ROOT.length() - 1 : 0;
        if (at < text.length() && text.charAt(at) == '(') {
            at++;
            Unit inside = product();
            if (inside == null || at >= text.length()) {
                return null;
            }
            at++; // the bracket, which alone ends a product before the end of the text
            return isRoot ? root(inside) : inside;
        }
        int start = at;
        while (at < text.length() && SIGNS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        Unit unit = Units.find(text.substring(start, at));
        return unit == null ? null : unit.difference();
    }

    private Unit root(Unit of) {
        return Unit.ONE.times(of, Rational.of(1, 2), text);
    }

    /** The exponent after a factor: 1 if none is written, {@code 2}, {@code 0.5}, {@code (1/2)}; null if it cannot be read. */
    private @Nullable Rational exponent() {
        if (at >= text.length() || "^²³".indexOf(text.charAt(at)) < 0) {
            return Rational.ONE;
        }
        char mark = text.charAt(at++);
        if (mark != '^') {
            return Rational.of(mark == '²' ? 2 : 3);
        }
        boolean isBracketed = at < text.length() && text.charAt(at) == '(';
        at += isBracketed ? 1 : 0;
        Rational above = number();
        if (!isBracketed || above == null) {
            return above;
        }
        boolean isQuotient = at < text.length() && text.charAt(at) == '/';
        at += isQuotient ? 1 : 0;
        Rational below = isQuotient ? number() : Rational.ONE;
        boolean isClosed = at < text.length() && text.charAt(at++) == ')';
        return !isClosed || below == null || below.signum() == 0 ? null : above.over(below);
    }

    /** A decimal of a few digits, or null. */
    private @Nullable Rational number() {
        int start = at;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        int first = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.') && at - first < 4) {
            at++;
        }
        String digits = text.substring(first, at);
        boolean isNumber = !digits.isEmpty()
                && Character.isDigit(digits.charAt(0))
                && Character.isDigit(digits.charAt(digits.length() - 1))
                && digits.indexOf('.') == digits.lastIndexOf('.');
        return isNumber ? Rational.parse(text.substring(start, at)) : null;
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
