package org.ansatz.expression.syntax;

/**
 * One token.
 *
 * @param kind what it is
 * @param text as written, with typographic variants folded ({@code −} to {@code -}, {@code ≤} to {@code <=})
 * @param span where it stands
 * @param spaceBefore whether white space stands before it
 */
record Token(Kind kind, String text, Span span, boolean spaceBefore) {

    /** The kinds of token. */
    enum Kind {
        NUMBER,
        IMAGINARY,
        NAME,
        SYMBOL,
        END
    }

    boolean is(String symbolOrWord) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(symbolOrWord);
    }
}
