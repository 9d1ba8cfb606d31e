package org.ansatz.terminal;

import java.util.concurrent.CountDownLatch;
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
    private static final long PATIENCE = 60;

    private final @Nullable Termios found;
    private final CountDownLatch givenBack = new CountDownLatch(1);

    private Line(@Nullable Termios found) {
        this.found = found;
    }

    /** The line of standard input as it is now; on systems that describe lines otherwise, one that cannot be given back. */
    static Line found() {
        try {
            Termios state = new Termios();
            return new Line(CLibrary.tcgetattr(INPUT, state) == 0 ? state : null);
        } catch (LinkageError e) {
            return new Line(null);
        }
    }

    /** Sets everything as it was found, for good: whoever calls this sets nothing of the line afterwards. */
    void giveBack() {
        set();
        givenBack.countDown();
    }

    /**
     * The same when the program is ended by a signal. JLine may still be setting what it knows of the line then, in the thread that
     * reads it; that thread is awaited, if it does not take long.
     */
    void giveBackAtLast() {
        set();
        try {
            givenBack.await(PATIENCE, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        set();
    }

    private void set() {
        if (found != null) {
            CLibrary.tcsetattr(INPUT, CLibrary.TCSANOW, found);
        }
    }
}
