package org.ansatz.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import org.ansatz.expression.term.Registry;
import org.ansatz.practice.Session;
import org.ansatz.report.Style;

/** The practice terminal, before a keyboard or for a script. */
public final class PracticeTerminal {

    /** Some editors write it at the beginning of a file; it is no part of the first line. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final int COLUMNS = 80;
    private static final int LINES = 24;

    private final FutureTask<Session> session;
    private final Registry registry;
    private final ExecutorService worker;
    private final Author author;
    private final BankChoice banks;
    private final Path folder;
    private final Notices notices;

    /**
     * A terminal.
     *
     * @param session reads the bank when it is needed first
     * @param registry the language of expressions
     * @param worker does what may take long
     * @param author verifies files
     * @param banks which bank the session is of
     * @param folder where the learner's own files are
     * @param notices what happens in the background
     */
    public PracticeTerminal(
            FutureTask<Session> session,
            Registry registry,
            ExecutorService worker,
            Author author,
            BankChoice banks,
            Path folder,
            Notices notices) {
        this.session = session;
        this.registry = registry;
        this.worker = worker;
        this.author = author;
        this.banks = banks;
        this.folder = folder;
        this.notices = notices;
    }

    /**
     * Follows one line and ends; what is long is shown whole.
     *
     * @param err takes what goes wrong
     * @param style width and colour of the output
     * @param unicode whether the output takes braille and box characters
     * @return 0 if the line was followed, 2 if it could not be
     */
    public int once(String line, PrintWriter out, PrintWriter err, Style style, boolean unicode) {
        Screen screen = new Screen(out, style::width, () -> LINES, unicode, style.colour());
        screen.writeTroublesTo(err);
        Shell shell = shell(screen);
        follow(shell, line, screen);
        return shell.code();
    }

    /**
     * Follows a script, without prompts.
     *
     * @param first a line before those of the script, which is not followed if this one cannot be; or an empty text
     * @param width columns of the output
     * @param unicode whether the output takes braille and box characters
     * @return 0 if all replies were right, 1 if one was wrong, 2 if a line could not be followed
     * @throws IOException if the script cannot be read
     */
    public int script(String first, BufferedReader lines, PrintWriter out, int width, boolean unicode)
            throws IOException {
        Screen screen = new Screen(out, () -> width, () -> LINES, unicode, false);
        Shell shell = shell(screen);
        follow(shell, first, screen);
        StringBuilder line = new StringBuilder();
        boolean isFirst = true;
        boolean refused = !first.isEmpty() && shell.code() == Shell.TROUBLE;
        while (!refused && !shell.isLeaving()) {
            String read = lines.readLine();
            if (read == null) {
                break;
            }
            line.append(isFirst && read.startsWith(BYTE_ORDER_MARK) ? read.substring(1) : read);
            isFirst = false;
            if (Lines.goesOn(line.toString())) {
                line.append('\n');
            } else {
                follow(shell, taken(line), screen);
            }
        }
        follow(shell, taken(line), screen);
        return shell.code();
    }

    /** A shell before nobody, so that nothing is shown page by page. */
    private Shell shell(Screen screen) {
        Desk desk = new Desk(screen, new SimplePatience(), worker, session, registry, author, banks);
        desk.pages().showWhole();
        return new Shell(desk, Preferences.none());
    }

    private static String taken(StringBuilder line) {
        String text = line.toString();
        line.setLength(0);
        return text;
    }

    /** A script has no empty lines but to be read by people. */
    private void follow(Shell shell, String line, Screen screen) {
        String joined = Lines.joined(line);
        if (!joined.isBlank()) {
            shell.follow(joined);
        }
        notices.show(screen);
    }

    /**
     * Talks to a learner before a keyboard until that learner leaves.
     *
     * @param charset of the terminal
     * @param colour whether escape sequences for colour may be written
     * @param columns the width if the terminal does not tell
     * @param first a line that is followed in place of the greeting, or an empty text
     * @param stays whether the terminal goes on after that line
     * @return the exit code
     * @throws IOException if there is no terminal to talk to
     */
    public int keyboard(Charset charset, boolean colour, int columns, String first, boolean stays) throws IOException {
        return run(new Repl(charset, colour, columns, folder), first, stays, "");
    }

    /**
     * Does what happens before a keyboard at the beginning, before nobody: what Java loads for it can be stored for faster
     * starts.
     *
     * @throws IOException if that cannot be done here
     */
    public void rehearse() throws IOException {
        run(new Repl(StandardCharsets.UTF_8, true, COLUMNS, folder), "", true, "1+1\rnext\rA\rquit\r");
    }

    private int run(Repl repl, String first, boolean stays, String keys) throws IOException {
        try (repl) {
            Desk desk = new Desk(repl.screen(), repl.patience(), worker, session, registry, author, banks);
            return repl.run(desk, notices, first, stays, keys);
        }
    }
}
