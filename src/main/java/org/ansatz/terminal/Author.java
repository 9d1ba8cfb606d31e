package org.ansatz.terminal;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.ansatz.report.Style;

/** What the terminal does for authors without knowing their files: hands one over to be read and verified. */
public interface Author {

    /** Writes the verdict on the problem in a file, or what is wrong with the file. */
    void report(Path file, PrintWriter out, Style style);
}
