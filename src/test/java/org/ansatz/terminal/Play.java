package org.ansatz.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.ansatz.bank.Bank;
import org.ansatz.bank.FrozenBank;
import org.ansatz.expression.term.SplitMix;
import org.ansatz.field.Language;
import org.ansatz.practice.Session;
import org.ansatz.problem.Catalogue;
import org.ansatz.problem.Problem;
import org.ansatz.progress.MemoryProgress;
import org.ansatz.progress.Progress;

/** A learner at a shell without a terminal: what is typed, and what is shown. The time passes only when told to. */
final class Play {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final ExecutorService WORKER = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });

    private final StringWriter shown = new StringWriter();
    private final Ticking clock;
    private final Progress progress;
    private final Shell shell;

    Play() {
        this(80);
    }

    Play(int width) {
        this(width, bank(), new MemoryProgress());
    }

    /** A learner with the whole of a bank. */
    static Play of(Bank bank) {
        return new Play(80, List.copyOf(bank.problems().values()), new MemoryProgress());
    }

    /** The questions of engineering: few enough to know what comes next. */
    static List<Problem> bank() {
        List<Problem> problems = new ArrayList<>(FrozenBank.bank().problems().values());
        problems.removeIf(problem -> problem.card().topic().startsWith("machine-learning"));
        return problems;
    }

    Play(int width, List<Problem> problems, Progress progress) {
        this(width, Catalogue.of(problems), progress, new Ticking());
    }

    /** A learner with what can be read of a catalogue. */
    Play(Catalogue catalogue, Progress progress) {
        this(60, catalogue, progress, new Ticking());
    }

    /** The same learner at a terminal that is started anew, after this one was killed. */
    Play restarted(Catalogue catalogue, Progress again) {
        return new Play(60, catalogue, again, clock);
    }

    private Play(int width, Catalogue catalogue, Progress progress, Ticking clock) {
        this.progress = progress;
        this.clock = clock;
        Session session = new Session(catalogue, () -> progress, clock, ZoneOffset.UTC, new SplitMix(1), WORKER);
        Screen screen = new Screen(new PrintWriter(shown), () -> width, () -> 24, true, false);
        shell = new Shell(
                new Desk(
                        screen,
                        new SimplePatience(),
                        WORKER,
                        new FutureTask<>(() -> session),
                        Language.registry(),
                        Played::new,
                        new OnlyBank()),
                Preferences.none());
    }

    /** A clock that is set by hand. */
    private static final class Ticking extends Clock {
        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** What is shown after lines were typed. */
    String type(String... lines) {
        for (String line : lines) {
            shown.getBuffer().setLength(0);
            shell.follow(line);
        }
        return shown.toString();
    }

    /** What is shown at the start. */
    String greeting() throws IOException {
        shown.getBuffer().setLength(0);
        shell.greet();
        return shown.toString();
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    String prompt() {
        return shell.prompt();
    }

    Shell shell() {
        return shell;
    }

    Progress progress() {
        return progress;
    }
}
