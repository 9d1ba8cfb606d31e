package org.ansatz.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.ansatz.bank.BankFolder;
import org.ansatz.bank.BankLoader;
import org.ansatz.bank.Fault;
import org.ansatz.expression.term.SplitMix;
import org.ansatz.field.Language;
import org.ansatz.practice.Session;
import org.ansatz.practice.SteadyClock;
import org.ansatz.progress.MemoryProgress;
import org.ansatz.progress.PatientProgress;
import org.ansatz.progress.Progress;
import org.ansatz.progress.SqliteProgress;
import org.ansatz.progress.Unusable;
import org.ansatz.terminal.BankChoice;
import org.ansatz.terminal.Notices;
import org.ansatz.terminal.PracticeTerminal;
import org.jspecify.annotations.Nullable;

/** {@code ansatz} without a command, or with a word of the prompt: the practice terminal. The answer keys are not read. */
final class Practice {

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Environment environment;
    private final Notices notices = new Notices();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Practice::daemon);
    private @Nullable Progress progress;

    private @Nullable Environment chosen;

    Practice(Environment environment) {
        this.environment = environment;
    }

    /** Practises the bank of an environment, then those that are chosen meanwhile; the worst of their exit codes. */
    static int run(Environment environment, Opening opening) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8));
        Practice practice = new Practice(environment);
        int worst = practice.run(lines, opening);
        for (Environment next = practice.chosen; next != null; next = practice.chosen) {
            practice = new Practice(next);
            worst = Math.max(worst, practice.run(lines, Opening.NONE));
        }
        return worst;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(null, work, "work", 1 << 24);
        thread.setDaemon(true);
        return thread;
    }

    private int run(BufferedReader lines, Opening opening) throws IOException {
        PracticeTerminal terminal = terminal();
        boolean unicode = Environment.charset().equals(StandardCharsets.UTF_8);
        try {
            if (!opening.stays() && !(opening.readsKeys() && Environment.hasKeyboard())) {
                return terminal.once(
                        opening.line(), environment.out(), environment.err(), environment.style(), unicode);
            }
            if (Environment.hasKeyboard()) {
                Charset charset = Environment.charset();
                return terminal.keyboard(
                        charset,
                        environment.style().colour(),
                        environment.style().width(),
                        opening.line(),
                        opening.stays());
            }
            return terminal.script(
                    opening.line(),
                    lines,
                    environment.out(),
                    environment.style().width(),
                    unicode);
        } finally {
            close();
        }
    }

    /** Starts the terminal before nobody, and leaves it at once. */
    void rehearse() throws IOException {
        PracticeTerminal terminal = terminal();
        try {
            terminal.rehearse();
        } finally {
            close();
        }
    }

    private PracticeTerminal terminal() {
        Path folder = environment.data() == null ? Path.of("") : environment.data();
        return new PracticeTerminal(
                new FutureTask<>(this::loaded),
                Language.registry(),
                worker,
                path -> WatchedBank.at(path, environment),
                new Choice(),
                folder,
                notices);
    }

    /** With the bank; the progress is opened when it is needed first. */
    private Session loaded() {
        BankLoader loader = Banks.list(List.of(), environment);
        List<Fault> faults = loader.bank().faults();
        if (!faults.isEmpty()) {
            notices.add("Some of the bank cannot be read, such as " + faults.get(0) + ". './ansatz verify"
                    + (isShipped() ? "" : " --bank " + environment.bank().folder()) + "' shows more.");
        }
        long seed = Long.getLong("ansatz.seed", System.nanoTime() * MIX ^ System.currentTimeMillis());
        Supplier<Progress> store = this::progress;
        return new Session(
                loader.catalogue(),
                store,
                new SteadyClock(Clock.systemUTC(), System::nanoTime),
                ZoneId.systemDefault(),
                new SplitMix(seed),
                worker);
    }

    /** Which bank this session is of, and the way to the next one. */
    private final class Choice implements BankChoice {
        @Override
        public String current() {
            return isShipped() ? "" : absolute(environment.bank().folder());
        }

        @Override
        public @Nullable String offered() {
            if (!isShipped()) {
                return null;
            }
            BankFolder here = BankFolder.found(Path.of("."));
            return here == null || here.isSameAs(environment.shipped())
                    ? null
                    : here.folder().toString();
        }

        @Override
        public boolean isGone(String folder) {
            return !isShipped() && Files.notExists(Path.of(folder));
        }

        @Override
        public void choose(String folder) throws IOException {
            chosen = folder.isEmpty() ? environment.with(environment.shipped()) : environment.reading(folder);
        }
    }

    private static String absolute(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }

    private boolean isShipped() {
        return environment.bank().isSameAs(environment.shipped());
    }

    private synchronized Progress progress() {
        if (progress == null) {
            progress = opened();
        }
        return progress;
    }

    private Progress opened() {
        Path folder = environment.data();
        if (folder == null) {
            return new MemoryProgress();
        }
        try {
            return new PatientProgress(
                    readable(SqliteProgress.open(
                            folder,
                            isShipped()
                                    ? SqliteProgress.SHIPPED
                                    : environment.bank().identity())),
                    failure -> notices.add(failure.getMessage()
                            + ". What you answer is kept in memory and written as soon as that is possible."));
        } catch (IOException e) {
            notices.add(e.getMessage() + ". This session goes on, but what you answer is not kept.");
            // Kept in memory, and said again at the end if there was anything to keep: the exit code is then that of a
            // failure.
            return new PatientProgress(new Unusable(e), failure -> {});
        }
    }

    /** A database that can be read: damage behind its first page shows only then. */
    private static Progress readable(Progress database) throws IOException {
        try {
            database.attempts();
            return database;
        } catch (IOException e) {
            database.close();
            throw e;
        }
    }

    private synchronized void close() throws IOException {
        worker.shutdownNow();
        if (progress != null) {
            progress.close();
        }
    }
}
