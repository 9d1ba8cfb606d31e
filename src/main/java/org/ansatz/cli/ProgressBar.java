package org.ansatz.cli;

import java.io.PrintWriter;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** How far long work has come, in one line of a terminal that is written over and wiped in the end. */
final class ProgressBar implements IntConsumer {

    private static final int WIDTH = 40;

    /** Work that is done sooner shows no bar. */
    private static final long PATIENCE_NANOS = 200_000_000;

    private static final long REST_NANOS = 100_000_000;

    private final PrintWriter out;
    private final int steps;
    private long next = System.nanoTime() + PATIENCE_NANOS;
    private int shown;

    /** A bar for so many steps. */
    ProgressBar(PrintWriter out, int steps) {
        this.out = out;
        this.steps = steps;
    }

    @Override
    public void accept(int step) {
        show(step, () -> "");
    }

    /**
     * Shows how far the work has come, if it is time to.
     *
     * @param note what is said behind the bar
     */
    void show(int step, Supplier<String> note) {
        long now = System.nanoTime();
        if (now - next >= 0) {
            next = now + REST_NANOS;
            int done = (int) ((long) WIDTH * step / steps);
            String line =
                    "[" + "#".repeat(done) + "-".repeat(WIDTH - done) + "] " + 100L * step / steps + " %" + note.get();
            out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
            out.flush();
            shown = line.length();
        }
    }

    /** Wipes the bar. */
    void end() {
        if (shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            out.flush();
        }
    }
}
