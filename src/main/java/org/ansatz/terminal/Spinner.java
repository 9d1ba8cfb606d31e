package org.ansatz.terminal;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.NonBlockingReader;

/** Waits before a terminal: shows after half a second that something is going on, and stops at Ctrl-C. */
final class Spinner implements Patience {

    private static final int TICK_MILLIS = 100;
    private static final int QUIET_TICKS = 5;
    private static final String[] UNICODE = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
    private static final String[] ASCII = {"|", "/", "-", "\\"};

    private final Terminal terminal;
    private final String[] signs;
    private final boolean moves;

    /**
     * A spinner.
     *
     * @param unicode whether braille can be shown
     * @param moves whether the cursor can be moved back
     */
    Spinner(Terminal terminal, boolean unicode, boolean moves) {
        this.terminal = terminal;
        this.signs = unicode ? UNICODE : ASCII;
        this.moves = moves;
    }

    @Override
    public <T> T await(Future<T> work, Supplier<String> how) {
        AtomicBoolean stopped = new AtomicBoolean();
        SignalHandler before = terminal.handle(Signal.INT, signal -> {
            stopped.set(true);
            work.cancel(true);
        });
        try {
            return awaited(work, how, stopped);
        } finally {
            terminal.handle(Signal.INT, before);
        }
    }

    @Override
    public int key(Duration time) {
        AtomicBoolean stopped = new AtomicBoolean();
        SignalHandler before = terminal.handle(Signal.INT, signal -> stopped.set(true));
        try {
            int key = terminal.reader().read(time.toMillis());
            return stopped.get() || key == NonBlockingReader.EOF ? LEAVE : Math.max(key, NO_KEY);
        } catch (IOException e) {
            return LEAVE;
        } finally {
            terminal.handle(Signal.INT, before);
        }
    }

    private <T> T awaited(Future<T> work, Supplier<String> how, AtomicBoolean stopped) {
        int shown = 0;
        for (int tick = 0; ; tick++) {
            try {
                T result = work.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
                clear(shown);
                return result;
            } catch (TimeoutException e) {
                if (moves && tick >= QUIET_TICKS) {
                    shown = show(signs[tick % signs.length] + " " + how.get() + " (Ctrl-C stops) ", shown);
                }
            } catch (CancellationException e) {
                clear(shown);
                throw new Stopped();
            } catch (InterruptedException e) {
                work.cancel(true);
                clear(shown);
                throw new Stopped();
            } catch (ExecutionException e) {
                clear(shown);
                throw stopped.get() ? new Stopped() : SimplePatience.failure(e);
            }
        }
    }

    /** Writes over what was shown before; the columns that it takes. */
    private int show(String line, int before) {
        terminal.writer().print("\r" + line + " ".repeat(Math.max(0, before - line.length())));
        terminal.flush();
        return Math.max(before, line.length());
    }

    private void clear(int shown) {
        if (shown > 0) {
            terminal.writer().print("\r" + " ".repeat(shown) + "\r");
            terminal.flush();
        }
    }
}
