package org.ansatz.bank;

import java.util.function.Consumer;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Uses;
import org.ansatz.field.block.Written;

/** A piece of a file as it is read: its faults go to the file, and a file that it names is read the same way. */
final class SourceText implements Written.Journal {

    private final SourceFile file;
    private final Excerpt excerpt;
    private final Consumer<Uses> uses;

    private SourceText(SourceFile file, Excerpt excerpt, Consumer<Uses> uses) {
        this.file = file;
        this.excerpt = excerpt;
        this.uses = uses;
    }

    /**
     * A piece of a file.
     *
     * @param uses takes what is found to rest on other things
     */
    static Written of(SourceFile file, Excerpt excerpt, Consumer<Uses> uses) {
        return new Written(excerpt.text(), new SourceText(file, excerpt, uses));
    }

    /** All of a file. */
    static Written of(SourceFile file, Consumer<Uses> uses) {
        return of(file, Excerpt.contiguous(file.text(), 0), uses);
    }

    @Override
    public void fault(Span span, String message) {
        excerpt.fault(file, span, message);
    }

    @Override
    public void uses(Uses found) {
        uses.accept(found);
    }

    @Override
    public Written.Neighbour neighbour(Span span, String name) {
        int start = excerpt.source(Math.min(span.start(), excerpt.text().length()));
        int end = start + Math.max(1, span.end() - span.start());
        Neighbours.Found found = file.neighbour(new Span(start, end), name);
        return new Written.Neighbour(found.identity(), of(found.file(), uses));
    }
}
