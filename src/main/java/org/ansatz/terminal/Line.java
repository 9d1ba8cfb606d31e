package org.ansatz.terminal;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jline.nativ.CLibrary;
import org.jline.nativ.CLibrary.Termios;
import org.jspecify.annotations.Nullable;

/**
 * The line that leads to the terminal, as the system describes it. JLine knows only some of a line's settings and sets the
 * others to zero, the speed among them; so the line is noted as it was found, and given back whole.
 */
final class Line {

    private static final int INPUT = 0;
    private static final long PATIENCE = 500;

    private final @Nullable Termios found;
    private final Semaphore use = new Semaphore(1);
    private volatile @Nullable Thread user;

    private Line(@Nullable Termios found) {
        this.found = found;
    }

    /** The line of standard input as it is now; on systems that describe lines otherwise, one that cannot be given back. */
    static Line found() {
        try {
            Termios state = new Termios();
            return new Line(CLibrary.tcgetattr(INPUT, state) == 0 ? state : null);
        } catch (LinkageError e) {
            return none();
        }
    }

    /** One that is not of this process: there is nothing to give back. */
    static Line none() {
        return new Line(null);
    }

    /** Has the caller set what it likes of the line until it calls {@link #leave}; after the end by a signal it waits for ever. */
    void take() {
        use.acquireUninterruptibly();
        user = Thread.currentThread();
    }

    /** The caller sets nothing of the line from now on. */
    void leave() {
        user = null;
        use.release();
    }

    /** Sets everything as it was found. */
    void giveBack() {
        if (found != null) {
            CLibrary.tcsetattr(INPUT, CLibrary.TCSANOW, found);
        }
    }

    /**
     * The same when the program is ended by a signal, for good: nobody can take the line afterwards. Who has it then is interrupted
     * and awaited, for JLine, in the thread that reads, sets what it knows of the line before it looks for a key, even if the
     * terminal has been closed; not if it is interrupted.
     */
    void giveBackAtLast() {
        Thread reading = user;
        if (reading != null) {
            reading.interrupt();
        }
        giveBack();
        try {
            use.tryAcquire(PATIENCE, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        giveBack();
    }
}
