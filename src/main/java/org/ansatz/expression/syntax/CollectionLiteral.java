package org.ansatz.expression.syntax;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/**
 * A set or an interval as a person writes it: each number has a unit of its own or that of the last, {@code {2, 7, 11 kHz}},
 * {@code {2, 7, 11} kHz}, {@code 24..36 V}.
 */
final class CollectionLiteral {

    private final String text;
    private final List<Token> tokens;

    private CollectionLiteral(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /**
     * The set or interval; null if the text is neither, or wrong in a way that the grammar says better.
     *
     * @throws ExpressionFault if an entry cannot be read
     */
    static @Nullable Node read(String text, List<Token> tokens) {
        CollectionLiteral literal = new CollectionLiteral(text, tokens);
        int end = tokens.size() - 1;
        int dots = literal.next("..", 0, end);
        if (dots > 0 && dots < end - 1) {
            return literal.interval(dots, end);
        }
        int close = tokens.get(0).is("{") ? literal.next("}", 1, end) : end;
        return close < end ? literal.set(close) : null;
    }

    private Node interval(int dots, int end) {
        Node high = entry(dots + 1, end);
        Node low = entry(0, dots);
        if (high instanceof Node.Measured measured) {
            low = inUnit(measured.unit(), measured.unitSpan(), low);
        }
        return new Node.Range(low.span().to(high.span()), low, high, false);
    }

    private @Nullable Node set(int close) {
        List<Node> entries = new ArrayList<>();
        for (int from = 1; from < close; ) {
            int comma = next(",", from, close);
            entries.add(entry(from, comma));
            from = comma + 1;
        }
        Span rest =
                new Span(tokens.get(close).span().end(), text.stripTrailing().length());
        if (!rest.of(text).isBlank() && Units.parse(rest.of(text).strip()) == null) {
            return null;
        }
        if (!rest.of(text).isBlank()) {
            Span unit = tokens.get(close + 1).span().to(rest);
            entries.replaceAll(entry -> inUnit(unit.of(text), unit, entry));
        } else if (!entries.isEmpty() && entries.get(entries.size() - 1) instanceof Node.Measured last) {
            entries.replaceAll(entry -> inUnit(last.unit(), last.unitSpan(), entry));
        }
        return Parser.set(tokens.get(0).span(), tokens.get(close).span(), entries);
    }

    /** What is written between two tokens, at its place in the text. */
    private Node entry(int from, int to) {
        int start = tokens.get(from).span().start();
        return Parser.literal(
                " ".repeat(start) + text.substring(start, tokens.get(to).span().start()));
    }

    /** A bare number in this unit; anything else as it is. */
    private static Node inUnit(String unit, Span span, Node entry) {
        return isBare(entry) ? new Node.Measured(entry.span(), entry, unit, span) : entry;
    }

    /** Whether it is written in digits alone. */
    private static boolean isBare(Node node) {
        return node instanceof Node.Number
                || node instanceof Node.Unary unary && isBare(unary.operand())
                || node instanceof Node.Binary binary && isBare(binary.left()) && isBare(binary.right());
    }

    /** The first such token outside all brackets that open from {@code from} on; {@code end} if there is none. */
    private int next(String symbol, int from, int end) {
        int depth = 0;
        for (int i = from; i < end; i++) {
            Token token = tokens.get(i);
            if (depth == 0 && token.is(symbol)) {
                return i;
            }
            depth += token.is("(") || token.is("[") || token.is("{") ? 1 : 0;
            depth -= token.is(")") || token.is("]") || token.is("}") ? 1 : 0;
        }
        return end;
    }
}
