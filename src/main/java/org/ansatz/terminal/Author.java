package org.ansatz.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.ansatz.report.Style;
import org.jspecify.annotations.Nullable;

/** What the terminal does for authors without knowing their files: hands them over to be read and verified. */
public interface Author {

    /**
     * A problem file or a bank whose files are being changed. Nothing is verified yet.
     *
     * @param path a file or a folder; null for the bank in use
     * @throws IOException in a sentence, if it is neither
     */
    Watched watched(@Nullable Path path) throws IOException;

    /** Files that are verified whenever they were saved. What is written goes to the writer that is handed in. */
    interface Watched {
        /** What it is called. */
        String name();

        /** Whether it is a bank, and not a single file. */
        boolean isBank();

        /** Another text whenever a file was saved, came or went; empty while there is none to be read. */
        String stamp();

        /** Reads the files again, and writes the verdict on whatever changed since the last time. */
        void verify(PrintWriter out, Style style);

        /** Goes on to the next problem or file that does not pass. */
        void next(PrintWriter out, Style style);

        /** Every route of the problem that was shown last, and where misconceptions lead. */
        void explain(PrintWriter out, Style style);

        /**
         * What an author may want to mend in the problem that was shown last; in all of them if none was.
         *
         * @throws InterruptedException if it was broken off
         */
        void lint(PrintWriter out, Style style) throws InterruptedException;
    }
}
