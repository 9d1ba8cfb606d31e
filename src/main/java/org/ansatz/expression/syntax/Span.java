package org.ansatz.expression.syntax;

/**
 * Where in its source text something stands: offsets in characters, the end exclusive.
 *
 * @param start offset of the first character
 * @param end offset after the last character, at least {@code start}
 */
public record Span(int start, int end) {

    /** The smallest span that covers both. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** The text it covers. */
    public String of(String source) {
        return source.substring(Math.min(start, source.length()), Math.min(end, source.length()));
    }
}
