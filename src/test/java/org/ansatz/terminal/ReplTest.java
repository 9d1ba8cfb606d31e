package org.ansatz.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.ansatz.expression.term.SplitMix;
import org.ansatz.field.Language;
import org.ansatz.practice.Session;
import org.ansatz.problem.Catalogue;
import org.ansatz.progress.MemoryProgress;
import org.ansatz.progress.Progress;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The prompt on a dumb terminal of JLine's: the whole screen. */
final class ReplTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);
    private static final String CTRL_D = "\u0004";
    private static final long PAUSE_MILLIS = 60;
    private static final long PATIENCE_MILLIS = 20_000;

    @TempDir
    private Path folder;

    private final CountDownLatch over = new CountDownLatch(1);
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    @Timeout(60)
    void theWholeScreenOfAShortSession() throws Exception {
        String screen = session("t^2", "hnit", "D");
        assertThat(screen).isEqualTo("""
                        Type a reply or an expression; 'help' shows more, 'tour' teaches, Ctrl-D leaves.
                        Ansatz: 0 due, 6 new

                        A first-order linear equation
                        gate-2012-ec/q12 · mathematics/differential-equations · GATE 2012 EC, question
                        12

                        With the initial condition x(1) = 1/2, what is the solution of t dx/dt + x = 1
                        t?

                          (A) k·t - k/2
                          (B) k·t² - k/2
                          (C) k·t²/2
                          (D) k·t/2
                        q12> t^2
                        No. At t = 1 yours is 1, and should be 1/2.
                        q12> hnit
                          hnit
                          ^^^^
                        Unknown name 'hnit'.
                        Did you mean the command 'hint'?
                        q12> D
                        Right.
                        Rated hard, after a wrong reply; it comes again in 6 minutes.
                        Enter shows the next question, 'solve' the worked solution.
                        q12>""");
    }

    /** What is on the screen after these lines were typed, each when the prompt for it had come. */
    private String session(String... lines) throws IOException, InterruptedException {
        PipedOutputStream keys = new PipedOutputStream();
        ExecutorService worker = Executors.newSingleThreadExecutor();
        Progress progress = new MemoryProgress();
        FutureTask<Session> session = new FutureTask<>(() ->
                new Session(Catalogue.of(Play.bank()), () -> progress, NOON, ZoneOffset.UTC, new SplitMix(1), worker));
        Terminal terminal = TerminalBuilder.builder()
                .system(false)
                .streams(new PipedInputStream(keys), shown)
                .type("dumb")
                .encoding(StandardCharsets.UTF_8)
                .size(new Size(80, 24))
                .build();
        terminal.setSize(new Size(80, 24));
        Thread typist = new Thread(() -> type(keys, lines), "typist");
        typist.start();
        try (Repl repl = new Repl(terminal, StandardCharsets.UTF_8, false, 80, folder)) {
            Desk desk = new Desk(
                    repl.screen(),
                    new SimplePatience(),
                    worker,
                    session,
                    Language.registry(),
                    Played::new,
                    new OnlyBank());
            repl.run(desk, new Notices(), "", true, "");
        }
        over.countDown();
        typist.join();
        worker.shutdownNow();
        return screen().stripTrailing();
    }

    private void type(PipedOutputStream keys, String... lines) {
        try {
            int prompts = 0;
            for (String line : lines) {
                prompts++;
                awaitPrompts(prompts);
                write(line + "\r", keys);
            }
            awaitPrompts(lines.length + 1);
            write(CTRL_D, keys);
            over.await(); // a pipe whose writer has died complains
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(String text, PipedOutputStream keys) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    private void awaitPrompts(int count) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < end && screen().split("q12> ", -1).length <= count) {
            Thread.sleep(PAUSE_MILLIS);
        }
        Thread.sleep(PAUSE_MILLIS);
    }

    private String screen() {
        StringBuilder screen = new StringBuilder();
        for (String line : shown.toString(StandardCharsets.UTF_8).split("\n", -1)) {
            screen.append(screen.length() == 0 ? "" : "\n").append(overwritten(line));
        }
        return screen.toString();
    }

    /** A line on which the cursor went back to the beginning. */
    private static String overwritten(String line) {
        StringBuilder shownLine = new StringBuilder();
        int at = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\r') {
                at = 0;
            } else {
                shownLine.setLength(Math.max(at, shownLine.length()));
                shownLine.replace(at, Math.min(at + 1, shownLine.length()), line.substring(i, i + 1));
                at++;
            }
        }
        return shownLine.toString();
    }
}
