package org.ansatz.expression.syntax;

/** Signs of printed texts, where a keyboard has a minus or a blank: the language reads the ones as the others. */
public final class PlainSigns {

    /** Hyphens, the en and the em dash, and the minus. */
    private static final String MINUS = "\u2010\u2011\u2013\u2014\u2212";

    /** The blank that does not break, the thin one, and the thin one that does not break. */
    private static final String BLANK = "\u00A0\u2009\u202F";

    private PlainSigns() {}

    /** The text with the minus and the blank of a keyboard, as long as before. */
    public static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(isMinus(c) ? '-' : isBlank(c) ? ' ' : c);
        }
        return plain.toString();
    }

    static boolean isMinus(char c) {
        return c == '-' || MINUS.indexOf(c) >= 0;
    }

    static boolean isBlank(char c) {
        return c == ' ' || BLANK.indexOf(c) >= 0;
    }
}
