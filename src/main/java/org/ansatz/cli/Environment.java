package org.ansatz.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.ansatz.bank.BankFolder;
import org.ansatz.files.Cache;
import org.ansatz.progress.DataFolder;
import org.ansatz.report.AsciiWriter;
import org.ansatz.report.Style;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds around it.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param sink what {@code out} writes to
 * @param style colour and width of the output
 * @param home where the program lies, with the bank that comes with it
 * @param bank the bank that commands read if they are told no other
 * @param preferred the folder of the bank that the learner prefers, as the variable {@code ANSATZ_BANK} says, or null
 * @param data where a learner's progress lies; null if none is kept
 * @param cache what is kept of earlier runs to save work
 */
record Environment(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        Sink sink,
        Style style,
        Path home,
        BankFolder bank,
        @Nullable String preferred,
        @Nullable Path data,
        Cache cache) {

    private static final int UNWRAPPED = 100_000;
    private static final int USUAL_WIDTH = 80;

    static Environment ofProcess() {
        boolean terminal = Boolean.getBoolean("ansatz.terminal");
        String kind = System.getenv("TERM");
        String refusal = System.getenv("NO_COLOR");
        boolean wanted = refusal == null || refusal.isEmpty();
        boolean colour = terminal && wanted && kind != null && !kind.equals("dumb");
        Path home = Path.of(System.getProperty("ansatz.home", "."));
        Charset charset = charset();
        Sink sink = new Sink(new FileOutputStream(FileDescriptor.out));
        return new Environment(
                System.in,
                writer(sink, charset),
                writer(sink.beside(new FileOutputStream(FileDescriptor.err)), charset),
                sink,
                new Style(colour, terminal ? columns() : UNWRAPPED, charset.equals(StandardCharsets.UTF_8)),
                home,
                BankFolder.whole(home),
                preferred(System.getenv("ANSATZ_BANK")),
                DataFolder.of(System.getenv(), System.getProperty("user.home", ".")),
                kept());
    }

    private static @Nullable String preferred(@Nullable String variable) {
        return variable == null || variable.isEmpty() ? null : variable;
    }

    /**
     * The same with another bank.
     *
     * @param folder as it was typed; null for the one that is preferred, or comes with the program
     * @throws IOException in a sentence, if it is no bank
     */
    Environment reading(@Nullable String folder) throws IOException {
        if (folder != null) {
            return with(bank(folder));
        }
        if (preferred == null) {
            return this;
        }
        try {
            return with(bank(preferred));
        } catch (IOException e) {
            throw new IOException("ANSATZ_BANK is " + preferred + ", but " + e.getMessage(), e);
        }
    }

    /** The bank of a folder, or in a pack, as it was typed. */
    private BankFolder bank(String typed) throws IOException {
        return !typed.isBlank() && Packs.isPack(Command.path(typed))
                ? Packs.opened(Path.of(typed), cache)
                : BankFolder.of(typed);
    }

    /** The same with another bank. */
    Environment with(BankFolder other) {
        return new Environment(in, out, err, sink, style, home, other, preferred, data, cache);
    }

    /** The bank that comes with the program. */
    BankFolder shipped() {
        return BankFolder.whole(home);
    }

    /** Beside what is built, or in the user's cache, as the launcher has chosen; nowhere if it has not. */
    private static Cache kept() {
        String folder = System.getProperty("ansatz.cache", "");
        String program = folder.isEmpty() ? null : Program.identity();
        return program == null ? Cache.NONE : Cache.in(Path.of(folder), program);
    }

    static Environment of(InputStream in, OutputStream out, OutputStream err, Path home, Cache cache) {
        Sink sink = new Sink(out);
        return new Environment(
                in,
                writer(sink, StandardCharsets.UTF_8),
                writer(err, StandardCharsets.UTF_8),
                sink,
                new Style(false, UNWRAPPED),
                home,
                BankFolder.whole(home),
                null,
                null,
                cache);
    }

    /** The encoding of the terminal, as the launcher has seen; otherwise as Java has. */
    static Charset charset() {
        return Charset.forName(System.getProperty("ansatz.charset", System.getProperty("native.encoding", "UTF-8")));
    }

    /** Whether standard output is a terminal, as the launcher has seen. */
    static boolean hasScreen() {
        return Boolean.getBoolean("ansatz.terminal");
    }

    /** Shows from now on, where the output is a terminal that can, that long work is going on. */
    void showWorking() {
        String kind = System.getenv("TERM");
        if (hasScreen() && kind != null && !kind.equals("dumb")) {
            Working.showOn(sink, charset());
        }
    }

    /** Whether a person sits at a keyboard before a screen, as the launcher has seen. */
    static boolean hasKeyboard() {
        return Boolean.getBoolean("ansatz.terminal") && Boolean.getBoolean("ansatz.keyboard");
    }

    private static PrintWriter writer(OutputStream stream, Charset charset) {
        Writer encoded = new OutputStreamWriter(stream, charset);
        boolean unicode = charset.equals(StandardCharsets.UTF_8);
        return new PrintWriter(new java.io.BufferedWriter(unicode ? encoded : new AsciiWriter(encoded), 1 << 14));
    }

    /** What the launcher was told by the terminal, or what a shell exports. */
    private static int columns() {
        String told = System.getProperty("ansatz.columns", "");
        String columns = told.isEmpty() ? System.getenv("COLUMNS") : told;
        try {
            int width = columns == null ? 0 : Integer.parseInt(columns);
            return width > 0 ? width : USUAL_WIDTH;
        } catch (NumberFormatException e) {
            return USUAL_WIDTH;
        }
    }

    /** Writes out what is left; {@code code} unless that fails. */
    int closed(int code) {
        out.flush();
        sink.end();
        String complaint = sink.complaint();
        if (complaint != null) {
            err.println("ansatz: the output is incomplete: " + complaint);
        }
        err.flush();
        return complaint == null ? code : Exit.UNREADABLE;
    }
}
