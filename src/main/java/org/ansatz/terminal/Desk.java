package org.ansatz.terminal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.ansatz.expression.term.Registry;
import org.ansatz.practice.Calculator;
import org.ansatz.practice.Exam;
import org.ansatz.practice.Selection;
import org.ansatz.practice.Session;
import org.ansatz.practice.Showing;
import org.jspecify.annotations.Nullable;

/** What lies before a learner: screen, session, calculator. The session may still be on its way while the first line is typed. */
final class Desk {

    /** The most digits a result can have. */
    static final int MAX_DIGITS = 15;

    private static final int USUAL_DIGITS = 4;

    private final Screen screen;
    private final Patience patience;
    private final ExecutorService worker;
    private final FutureTask<Session> session;
    private final Calculator calculator;
    private final Registry registry;
    private final Author author;
    private final BankChoice banks;
    private final Pages pages;
    private Selection selection = Selection.USUAL;
    private int digits = USUAL_DIGITS;

    /**
     * A desk.
     *
     * @param session reads the bank when it is needed first
     * @param worker does what may take long
     * @param author verifies files
     * @param banks which bank the session is of
     */
    Desk(
            Screen screen,
            Patience patience,
            ExecutorService worker,
            FutureTask<Session> session,
            Registry registry,
            Author author,
            BankChoice banks) {
        this.screen = screen;
        this.patience = patience;
        this.worker = worker;
        this.session = session;
        this.calculator = new Calculator(registry);
        this.registry = registry;
        this.author = author;
        this.banks = banks;
        this.pages = new Pages(screen);
    }

    /** This desk with another screen before it, waiting otherwise. */
    Desk on(Screen other, Patience waiting) {
        Desk desk = new Desk(other, waiting, worker, session, registry, author, banks);
        desk.selection = selection;
        return desk;
    }

    Screen screen() {
        return screen;
    }

    Calculator calculator() {
        return calculator;
    }

    Registry registry() {
        return registry;
    }

    Author author() {
        return author;
    }

    /** What is longer than a screen. */
    Pages pages() {
        return pages;
    }

    BankChoice banks() {
        return banks;
    }

    /** The key that is typed within some time, see {@link Patience#key}. */
    int key(Duration time) {
        return patience.key(time);
    }

    /** The session; reads the bank, or waits until another thread has done so. */
    Session session() {
        session.run();
        return session.isDone() ? SimplePatience.done(session) : patience.await(session);
    }

    /** Whether the bank is read. */
    boolean isReady() {
        return session.isDone();
    }

    /** The question that replies are for, or null. */
    @Nullable
    Showing showing() {
        if (!session.isDone()) {
            return null;
        }
        Exam exam = session().exam();
        return exam != null ? exam.current().showing() : session().showing();
    }

    /**
     * The question that is open.
     *
     * @throws Rejected if none is
     */
    Showing open() {
        Showing showing = session().exam() != null ? showing() : session().showing();
        if (showing == null) {
            throw new Rejected("No question is open. Enter or 'next' shows one.");
        }
        return showing;
    }

    /** Does what may take long, and waits for it. */
    <T> T worked(Callable<T> work) {
        return patience.await(worker.submit(work));
    }

    /**
     * The same, shown with how far it has come.
     *
     * @param how says so in a few words
     */
    <T> T worked(Callable<T> work, Supplier<String> how) {
        return patience.await(worker.submit(work), how);
    }

    /** Waits for what is being done. */
    <T> T awaited(Future<T> work) {
        return patience.await(work);
    }

    /** How many digits results are shown with. */
    int digits() {
        return digits;
    }

    /**
     * Shows results with so many digits from now on.
     *
     * @throws NumberFormatException if there cannot be so many
     */
    void showDigits(int number) {
        if (number < 1 || number > MAX_DIGITS) {
            throw new NumberFormatException(String.valueOf(number));
        }
        digits = number;
    }

    Selection selection() {
        return selection;
    }

    void select(Selection chosen) {
        selection = chosen;
    }
}
