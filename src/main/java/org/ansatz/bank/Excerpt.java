package org.ansatz.bank;

import java.util.Collections;
import java.util.List;
import org.ansatz.expression.syntax.Span;

/**
 * A piece of a file's text that knows where each of its characters stands: contiguous, or the lines of a block.
 *
 * @param text the piece
 * @param lineStarts offset in {@code text} of each of its lines
 * @param sources offset in the file of each of these lines
 */
record Excerpt(String text, List<Integer> lineStarts, List<Integer> sources) {

    /** Copies the lists. */
    Excerpt {
        lineStarts = List.copyOf(lineStarts);
        sources = List.copyOf(sources);
    }

    static Excerpt contiguous(String text, int start) {
        return new Excerpt(text, List.of(0), List.of(start));
    }

    /** The offset in the file of the character at {@code offset}. */
    int source(int offset) {
        int found = Collections.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return sources.get(line) + offset - lineStarts.get(line);
    }

    /** A part of it, within one line. */
    Excerpt part(int from, int to) {
        return contiguous(text.substring(from, to), source(from));
    }

    void fault(SourceFile file, Span span, String message) {
        int start = source(Math.min(span.start(), text.length()));
        file.fault(start, start + Math.max(1, span.end() - span.start()), message);
    }
}
