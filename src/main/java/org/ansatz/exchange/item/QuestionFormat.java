package org.ansatz.exchange.item;

import java.util.List;

/** A format of another program. */
public interface QuestionFormat {

    /** By what it is called on a command line. */
    String name();

    /** How the names of its files end, with the dot. */
    String ending();

    /** What it is, in a few words. */
    String description();

    /** Whether its files are text, which a screen can show. */
    boolean isText();

    /**
     * Items as a file of this format.
     *
     * @throws java.io.UncheckedIOException in a sentence, if it needs a file of its own that cannot be written
     */
    Exported write(List<Item> items);
}
