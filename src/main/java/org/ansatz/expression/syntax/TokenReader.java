package org.ansatz.expression.syntax;

import java.util.List;
import org.ansatz.expression.syntax.Token.Kind;

/** Goes through the tokens of a text: what comes next, what must come, and how deep it is nested. */
abstract class TokenReader {

    /** The longest expression that is read, in characters. */
    public static final int MAX_LENGTH = 10_000;

    /** The most tokens that are read; it bounds the height of the tree whatever its shape. */
    public static final int MAX_TOKENS = 2_000;

    /** The deepest nesting of brackets and signs that is read. */
    public static final int MAX_DEPTH = 100;

    private final String text;
    private final List<Token> tokens;
    private int at;
    private Token next;
    private int depth;

    /** A reader at the first token; refuses what is too long. */
    TokenReader(String text) {
        requireShort(text);
        this.text = text;
        this.tokens = Lexer.tokens(text);
        this.next = tokens.get(0);
        if (tokens.size() > MAX_TOKENS) {
            throw new ExpressionFault(
                    new Span(0, 20),
                    "an expression of " + tokens.size() + " tokens; at most " + MAX_TOKENS + " are read");
        }
    }

    final List<Token> tokens() {
        return tokens;
    }

    final String textOf(Span span) {
        return span.of(text);
    }

    /** Comes back from a bracket or sign. */
    final void leave() {
        depth--;
    }

    static boolean isWordOperator(String word) {
        switch (word) {
            case "in":
            case "for":
            case "if":
            case "at":
            case "by":
            case "and":
            case "or":
            case "xor":
            case "xnor":
            case "nand":
            case "nor":
            case "not":
                return true;
            default:
                return false;
        }
    }

    /** Whether the next token is all of an argument: so a node of a circuit may be called {@code in}, as in v(in, out). */
    final boolean isWholeArgument() {
        Token after = following();
        return peek().kind() == Kind.NAME && (after.is(",") || after.is(")") || after.is(";"));
    }

    /** Goes one bracket or sign deeper. */
    final void enter(Token where) {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionFault(
                    where.span(), "nested deeper than " + MAX_DEPTH + " terms; name parts of it in 'let'");
        }
    }

    final Token peek() {
        return next;
    }

    /** The token after the next. */
    final Token following() {
        return following(1);
    }

    /** The token so many after the next. */
    final Token following(int further) {
        return tokens.get(Math.min(at + further, tokens.size() - 1));
    }

    final Token next() {
        Token token = next;
        if (token.kind() != Kind.END) {
            at++;
            next = tokens.get(at);
        }
        return token;
    }

    final boolean accept(String symbol) {
        if (!peek().is(symbol)) {
            return false;
        }
        next();
        return true;
    }

    final Token expect(String symbol) {
        if (!peek().is(symbol)) {
            throw expected("'" + symbol + "'");
        }
        return next();
    }

    final Token expectName(String what) {
        if (peek().kind() != Kind.NAME) {
            throw expected(what);
        }
        if (isWordOperator(peek().text())) {
            throw new ExpressionFault(
                    peek().span(), "'" + peek().text() + "' is a word of the language and cannot be " + what);
        }
        return next();
    }

    final void expectEnd() {
        if (peek().is(",") && at > 0 && tokens.get(at - 1).kind() == Kind.NUMBER) {
            throw new ExpressionFault(peek().span(), "a comma separates arguments; decimals are written with a point");
        }
        if (peek().kind() != Kind.END) {
            throw expected(peek().is(")") || peek().is("]") ? "no further bracket" : "an operator or the end");
        }
    }

    final ExpressionFault expected(String what) {
        Token token = peek();
        if (tokens.size() == 1) {
            return new ExpressionFault(new Span(0, 0), "expected " + what + ", found nothing");
        }
        if (token.kind() == Kind.END) {
            int end = text.length();
            return new ExpressionFault(new Span(Math.max(0, end - 1), end), "expected " + what + " after this");
        }
        if (token.is("|")) {
            return new ExpressionFault(
                    token.span(),
                    "'|' is not an operator: write abs(x) for a magnitude, 'or' for a logical sum; it stands only in"
                            + " P(A | B) and its like");
        }
        boolean isPower = token.is("*") && at > 0 && tokens.get(at - 1).is("*") && !token.spaceBefore();
        if (isPower) {
            return new ExpressionFault(token.span(), "a power is written '^', not '**'");
        }
        return new ExpressionFault(token.span(), "expected " + what + ", found '" + token.text() + "'");
    }

    /**
     * Refuses what is too long, before anything else is done with it.
     *
     * @throws ExpressionFault if it has more than {@link #MAX_LENGTH} characters
     */
    static void requireShort(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new ExpressionFault(
                    new Span(0, 20),
                    "an expression of " + text.length() + " characters; at most " + MAX_LENGTH + " are read");
        }
    }
}
