package org.ansatz.terminal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The bank that is practised, and the way to another. */
public interface BankChoice {

    /** The folder of the bank; an empty text for the one that comes with the program. */
    String current();

    /** A bank that lies where the learner is and is not the one that is practised; or null. */
    @Nullable
    String offered();

    /** Whether a folder of which progress is kept is no longer there. */
    boolean isGone(String folder);

    /**
     * Has another bank practised next, once this session is left; an empty text is the one that comes with the program.
     *
     * @throws IOException in a sentence, if there is no bank
     */
    void choose(String folder) throws IOException;
}
