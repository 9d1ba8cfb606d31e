package org.ansatz.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.ansatz.report.AsciiWriter;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReader.SuggestionType;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Reads lines from a keyboard, with editing, completion, colours and history, and has them followed. */
final class Repl implements AutoCloseable {

    private static final int LINES = 24;
    private static final int KEPT_LINES = 5000;

    private final Terminal terminal;
    private final Line terminalLine;
    private final boolean unicode;
    private final Screen screen;
    private final Path folder;
    private final Attributes before;
    private boolean begun;
    private volatile boolean over;

    /** A prompt on the terminal of this process. */
    Repl(Charset charset, boolean colour, int columns, Path folder) throws IOException {
        this(NativeTerminal.open(charset, folder), charset, colour, columns, folder);
    }

    private Repl(NativeTerminal.Opened opened, Charset charset, boolean colour, int columns, Path folder) {
        this(opened.terminal(), opened.line(), charset, colour, columns, folder);
    }

    /** A prompt on any terminal. */
    Repl(Terminal terminal, Charset charset, boolean colour, int columns, Path folder) {
        this(terminal, Line.none(), charset, colour, columns, folder);
    }

    private Repl(Terminal terminal, Line line, Charset charset, boolean colour, int columns, Path folder) {
        this.terminal = terminal;
        this.terminalLine = line;
        this.unicode = charset.equals(StandardCharsets.UTF_8);
        this.folder = folder;
        if (terminal.getWidth() <= 0 || terminal.getHeight() <= 0) {
            terminal.setSize(new Size(columns, LINES));
        }
        // Raw also while something is computed: what is typed meanwhile is neither shown twice nor lost.
        line.take();
        try {
            this.before = terminal.enterRawMode();
        } finally {
            line.leave();
        }
        PrintWriter out = unicode ? terminal.writer() : new PrintWriter(new AsciiWriter(terminal.writer()));
        this.screen = new Screen(out, terminal::getWidth, terminal::getHeight, unicode, colour);
    }

    Screen screen() {
        return screen;
    }

    /** How this terminal waits. */
    Patience patience() {
        return new Spinner(terminal, unicode, !isDumb());
    }

    private boolean isDumb() {
        return terminal.getType().startsWith("dumb");
    }

    /**
     * Talks until the learner leaves.
     *
     * @param first a line that is followed in place of the greeting, or an empty text; if it cannot be followed, nothing more is read
     * @param stays whether the terminal goes on after that line
     * @param keys what is typed before the learner types anything
     * @return the exit code
     */
    int run(Desk desk, Notices notices, String first, boolean stays, String keys) {
        Preferences preferences = Preferences.in(folder);
        Theme chosen = preferences.theme();
        if (chosen != null) {
            screen.use(chosen);
        }
        Shell shell = new Shell(desk, preferences);
        LineReaderImpl reader = reader(desk, shell);
        reader.runMacro(keys);
        if (first.isEmpty()) {
            Thread greeting = new Thread(() -> greet(reader, desk, shell::prompt, notices), "greeting");
            greeting.setDaemon(true);
            afterFirstPrompt(reader, greeting);
        }
        if (stays) {
            screen.dim("Type a reply or an expression; 'help' shows more, 'tour' teaches, Ctrl-D leaves.");
            screen.flush();
        }
        if (!first.isEmpty()) {
            follow(shell, first, notices);
            if (shell.code() == Shell.TROUBLE || !stays) {
                return shell.code();
            }
        }
        while (!shell.isLeaving()) {
            String line = read(reader, shell);
            if (line == null) {
                break;
            }
            follow(shell, line, notices);
        }
        end();
        return 0;
    }

    /** What is read in the background is no longer shown: the terminal is closed, or shows another bank. */
    private synchronized void end() {
        over = true;
    }

    /** Follows what was typed; of several lines that were pasted, each behind the prompt that it answers. */
    private synchronized void follow(Shell shell, String typed, Notices notices) {
        begun = true;
        List<String> lines = shell.together(Lines.of(typed));
        for (String line : lines) {
            if (lines.size() > 1) {
                screen.dim(shell.prompt() + line);
            }
            shell.follow(line);
            notices.show(screen);
            screen.flush();
            if (shell.isLeaving()) {
                return;
            }
        }
    }

    /** The bank and the progress are read while the learner looks at the prompt. */
    private static void afterFirstPrompt(LineReaderImpl reader, Thread greeting) {
        reader.getWidgets().put(LineReader.CALLBACK_INIT, () -> {
            if (greeting.getState() == Thread.State.NEW) {
                greeting.start();
            }
            return true;
        });
    }

    /** The next line; an empty one after Ctrl-C; null at the end. */
    private @Nullable String read(LineReader reader, Shell shell) {
        terminalLine.take();
        try {
            return reader.readLine(shell.prompt());
        } catch (UserInterruptException e) {
            return "#";
        } catch (EndOfFileException e) {
            return null;
        } finally {
            terminalLine.leave();
        }
    }

    private LineReaderImpl reader(Desk desk, Shell shell) {
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("ansatz")
                .parser(new Lines(shell.commands()))
                .completer(new Words(desk, shell.commands()))
                .highlighter(new Colouring(desk, shell.commands()))
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, unicode ? "… " : "... ")
                .variable(LineReader.HISTORY_SIZE, KEPT_LINES)
                .variable(LineReader.HISTORY_FILE_SIZE, KEPT_LINES)
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.CASE_INSENSITIVE, false)
                .option(Option.AUTO_FRESH_LINE, false)
                .option(Option.HISTORY_REDUCE_BLANKS, true)
                .option(Option.HISTORY_IGNORE_DUPS, true)
                .build();
        InputHistory.keep(reader, folder);
        if (!isDumb()) {
            reader.setAutosuggestion(SuggestionType.HISTORY);
            Suggestions.accept((LineReaderImpl) reader);
        }
        return (LineReaderImpl) reader;
    }

    /**
     * Shows, above the line that is being typed, what there is to do; and the first question if nothing is typed yet. The
     * question is shown before it is solved: what is said of it then follows.
     */
    private void greet(LineReaderImpl reader, Desk desk, Supplier<String> prompt, Notices notices) {
        Writer above = new Above(reader, prompt);
        PrintWriter out = new PrintWriter(unicode ? above : new AsciiWriter(above));
        Desk own = desk.on(screen.to(out), new SimplePatience());
        Shell shell = new Shell(own, Preferences.none());
        try {
            own.session();
            synchronized (this) {
                if (over) {
                    return;
                }
                boolean free = shell.greet();
                if (free && !begun && reader.getBuffer().length() == 0) {
                    shell.follow("next");
                }
                notices.show(screen.to(out));
                out.flush();
            }
        } catch (IOException | RuntimeException e) {
            if (!over) {
                reader.printAbove(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Writes above the line that is being typed, as often as it is flushed, and sets the prompt for that line. */
    private static final class Above extends StringWriter {
        private final LineReaderImpl reader;
        private final Supplier<String> prompt;

        Above(LineReaderImpl reader, Supplier<String> prompt) {
            this.reader = reader;
            this.prompt = prompt;
        }

        @Override
        public void flush() {
            String text = toString();
            getBuffer().setLength(0);
            if (!text.isEmpty()) {
                reader.setPrompt(prompt.get());
                reader.printAbove(text);
            }
        }
    }

    @Override
    public void close() throws IOException {
        terminalLine.take();
        try {
            terminal.setAttributes(before);
            terminal.close();
            terminalLine.giveBack();
        } finally {
            terminalLine.leave();
        }
    }
}
