package org.ansatz.expression.syntax;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.syntax.Token.Kind;
import org.ansatz.quantity.Units;

/** Cuts a text into tokens. */
final class Lexer {

    private static final String[] SYMBOLS = {
        "==", "!=", "!", "<=", ">=", "..", ".*", "./", ".^", ".+", ".-", "->", "+", "-", "*", "/", "^", "(", ")", "[",
        "]", "{", "}", ",", ";", ":", "<", ">", "'", "=", "∠", "~", "|"
    };

    /** The symbols that begin with each character of ASCII, in their order. */
    private static final String[][] BY_FIRST = new String[128][];

    static {
        for (int c = 0; c < BY_FIRST.length; c++) {
            List<String> own = new ArrayList<>();
            for (String symbol : SYMBOLS) {
                if (symbol.charAt(0) == c) {
                    own.add(symbol);
                }
            }
            BY_FIRST[c] = own.toArray(new String[0]);
        }
    }

    private static final String FOLDED = "×*·*⋅*÷/⁄/∕/≤L≥G≠N’'′'";
    private static final String UNIT_SIGNS = "°%Ωµμ\u2103\u2127";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /**
     * The tokens of {@code text}, the last of kind END.
     *
     * @throws ExpressionFault at a character that starts no token
     */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        lexer.run();
        return withoutOneOfUnits(lexer.tokens);
    }

    /** {@code 2 1/s} is written for 2/s: the 1 belongs to the unit, and says nothing. */
    private static List<Token> withoutOneOfUnits(List<Token> tokens) {
        List<Token> left = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            if (!isOneOfUnit(tokens, i)) {
                left.add(tokens.get(i));
            }
        }
        return left;
    }

    private static boolean isOneOfUnit(List<Token> tokens, int at) {
        Token one = tokens.get(at);
        boolean isBehindNumber = at > 0 && tokens.get(at - 1).kind() == Kind.NUMBER;
        if (one.kind() != Kind.NUMBER || !one.text().equals("1") || !isBehindNumber) {
            return false;
        }
        int unit = at + 2 < tokens.size() - 1 && tokens.get(at + 2).is("(") ? at + 3 : at + 2;
        return tokens.get(at + 1).is("/")
                && unit < tokens.size()
                && tokens.get(unit).kind() == Kind.NAME
                && Units.find(tokens.get(unit).text()) != null;
    }

    private void run() {
        while (true) {
            int before = at;
            skipSpaceAndComment();
            boolean space = at > before || at == 0;
            if (at >= text.length()) {
                tokens.add(new Token(Kind.END, "", new Span(text.length(), text.length()), space));
                return;
            }
            char c = text.charAt(at);
            if (isDigit(c) || c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
                number(space);
            } else if (startsName(c)) {
                name(space);
            } else {
                symbol(c, space);
            }
        }
    }

    private void skipSpaceAndComment() {
        while (at < text.length() && (isSpace(text.charAt(at)) || text.charAt(at) == '#')) {
            if (text.charAt(at) == '#') {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else {
                at++;
            }
        }
    }

    private void number(boolean space) {
        int start = at;
        if (text.startsWith("0x", at) || text.startsWith("0b", at) || text.startsWith("0o", at)) {
            based(space, text.charAt(at + 1) == 'x' ? 16 : text.charAt(at + 1) == 'o' ? 8 : 2);
            return;
        }
        digits();
        if (at < text.length() && text.charAt(at) == '.' && !isOperatorAfterPoint()) {
            at++;
            digits();
        }
        exponent();
        requireOneExponent(start);
        String digits = PlainSigns.of(text.substring(start, at));
        boolean imaginary = at < text.length()
                && (text.charAt(at) == 'j' || text.charAt(at) == 'i')
                && (at + 1 == text.length() || !isNamePart(text.charAt(at + 1)));
        if (imaginary) {
            at++;
        }
        add(imaginary ? Kind.IMAGINARY : Kind.NUMBER, digits, start, space);
    }

    private void based(boolean space, int radix) {
        int start = at;
        at += 2;
        while (at < text.length() && Character.digit(text.charAt(at), radix) >= 0) {
            at++;
        }
        if (at == start + 2) {
            throw new ExpressionFault(new Span(start, at), "digits of base " + radix + " are missing");
        }
        add(Kind.NUMBER, new java.math.BigInteger(text.substring(start + 2, at), radix).toString(), start, space);
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    /** Whether the point before us belongs to {@code ..} or to an elementwise operator. */
    private boolean isOperatorAfterPoint() {
        return at + 1 < text.length() && ".*/^+-".indexOf(text.charAt(at + 1)) >= 0;
    }

    /** {@code 1.5e−3}, as it is printed, is no 1.5·e − 3. */
    private void exponent() {
        if (at >= text.length() || text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return;
        }
        int digit = at + 1;
        if (digit < text.length() && isSign(text.charAt(digit))) {
            digit++;
        }
        if (digit < text.length() && isDigit(text.charAt(digit))) {
            at = digit;
            digits();
        }
    }

    /** {@code 3 e-3} is 3·e − 3 as it stands, and hardly meant; {@code 3e - 3} is. */
    private void requireOneExponent(int start) {
        int letter = skipSpaces(at);
        if (letter >= text.length() || "eE".indexOf(text.charAt(letter)) < 0) {
            return;
        }
        int sign = skipSpaces(letter + 1);
        boolean apart = letter > at || sign > letter + 1;
        boolean signed = sign + 1 < text.length() && isSign(text.charAt(sign));
        if (apart && signed && isDigit(text.charAt(sign + 1))) {
            String number = PlainSigns.of(text.substring(start, at));
            char plus = text.charAt(sign) == '+' ? '+' : '-';
            at = sign + 1;
            digits();
            String digits = text.substring(sign + 1, at);
            throw new ExpressionFault(
                    new Span(start, at),
                    "is this " + number + "e" + plus + digits + ", or " + number + "*e " + plus + " " + digits
                            + "? Write one of them");
        }
    }

    private static boolean isSign(char c) {
        return c == '+' || PlainSigns.isMinus(c);
    }

    private int skipSpaces(int from) {
        int next = from;
        while (next < text.length() && isSpace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private void name(boolean space) {
        int start = at;
        if (UNIT_SIGNS.indexOf(text.charAt(at)) >= 0 && text.charAt(at) == '%') {
            at++;
        } else {
            at++;
            while (at < text.length() && isNamePart(text.charAt(at))) {
                at++;
            }
        }
        String name = text.substring(start, at);
        add(Kind.NAME, name.equals("π") ? "pi" : name, start, space);
    }

    private void symbol(char c, boolean space) {
        if (c == '²' || c == '³') {
            tokens.add(new Token(Kind.SYMBOL, "^", new Span(at, at), space));
            at++;
            add(Kind.NUMBER, c == '²' ? "2" : "3", at - 1, false);
            return;
        }
        if (PlainSigns.isMinus(c) && c != '-') { // with that of the keyboard -> begins, too
            at++;
            add(Kind.SYMBOL, "-", at - 1, space);
            return;
        }
        int folded = FOLDED.indexOf(c);
        if (folded >= 0 && folded % 2 == 0) {
            char to = FOLDED.charAt(folded + 1);
            String symbol = to == 'L' ? "<=" : to == 'G' ? ">=" : to == 'N' ? "!=" : String.valueOf(to);
            at++;
            add(Kind.SYMBOL, symbol, at - 1, space);
            return;
        }
        for (String symbol : c < BY_FIRST.length ? BY_FIRST[c] : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                at += symbol.length();
                add(Kind.SYMBOL, symbol, at - symbol.length(), space);
                return;
            }
        }
        int end = text.offsetByCodePoints(at, 1);
        throw new ExpressionFault(
                new Span(at, end),
                end > at + 1 ? "'" + text.substring(at, end) + "' has no meaning in an expression" : unknown(c));
    }

    private static String unknown(char c) {
        switch (c) {
            case '&':
                return "'&' is not an operator: write 'and'";
            case '?':
                return "'?' is not an operator: write if(condition, a, b)";
            case '"':
            case '`':
            case '$':
            case '\\':
                return "'" + c + "' has no meaning in an expression";
            default:
                return Character.isISOControl(c)
                        ? "a control character (code " + (int) c + ") has no meaning in an expression"
                        : "'" + c + "' has no meaning in an expression";
        }
    }

    private void add(Kind kind, String content, int start, boolean space) {
        tokens.add(new Token(kind, content, new Span(start, at), space));
    }

    private static boolean isSpace(char c) {
        return c == '\t' || c == '\n' || c == '\r' || PlainSigns.isBlank(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean startsName(char c) {
        return Character.isLetter(c) || c == '_' || UNIT_SIGNS.indexOf(c) >= 0;
    }

    private static boolean isNamePart(char c) {
        return isDigit(c) || Character.isLetter(c) || c == '_';
    }
}
