package org.ansatz.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.ansatz.report.Style;

/**
 * What a command finds around it.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param style colour and width of the output
 * @param home where the shipped bank lies
 */
record Environment(InputStream in, PrintWriter out, PrintWriter err, Style style, Path home) {

    private static final int UNWRAPPED = 100_000;

    static Environment ofProcess() {
        boolean terminal = Boolean.getBoolean("ansatz.terminal");
        String dumb = System.getenv("TERM");
        boolean colour = terminal && System.getenv("NO_COLOR") == null && dumb != null && !dumb.equals("dumb");
        Path home = Path.of(System.getProperty("ansatz.home", "."));
        Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        return new Environment(
                System.in,
                writer(new FileOutputStream(FileDescriptor.out), charset),
                writer(new FileOutputStream(FileDescriptor.err), charset),
                new Style(colour, terminal ? columns() : UNWRAPPED),
                home);
    }

    static Environment of(InputStream in, OutputStream out, OutputStream err, Path home) {
        return new Environment(
                in,
                writer(out, StandardCharsets.UTF_8),
                writer(err, StandardCharsets.UTF_8),
                new Style(false, UNWRAPPED),
                home);
    }

    private static PrintWriter writer(OutputStream stream, Charset charset) {
        Writer encoded = new OutputStreamWriter(stream, charset);
        boolean unicode = charset.equals(StandardCharsets.UTF_8);
        return new PrintWriter(new java.io.BufferedWriter(unicode ? encoded : new AsciiWriter(encoded), 1 << 14));
    }

    private static int columns() {
        String columns = System.getenv("COLUMNS");
        try {
            return columns == null ? 80 : Integer.parseInt(columns);
        } catch (NumberFormatException e) {
            return 80;
        }
    }
}
