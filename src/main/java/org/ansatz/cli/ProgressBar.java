package org.ansatz.cli;

import java.io.PrintWriter;
import java.util.function.IntConsumer;

/** How far long work has come, in one line of a terminal that is written over and wiped in the end. */
final class ProgressBar implements IntConsumer {

    private static final int WIDTH = 40;

    /** Work that is done sooner shows no bar. */
    private static final long PATIENCE_NANOS = 200_000_000;

    private static final long REST_NANOS = 100_000_000;

    private final PrintWriter out;
    private final int steps;
    private long next = System.nanoTime() + PATIENCE_NANOS;
    private boolean shown;

    /** A bar for so many steps. */
    ProgressBar(PrintWriter out, int steps) {
        this.out = out;
        this.steps = steps;
    }

    @Override
    public void accept(int step) {
        long now = System.nanoTime();
        if (now - next >= 0) {
            next = now + REST_NANOS;
            shown = true;
            int done = (int) ((long) WIDTH * step / steps);
            out.print("\r[" + "#".repeat(done) + "-".repeat(WIDTH - done) + "] " + 100L * step / steps + " %");
            out.flush();
        }
    }

    /** Wipes the bar. */
    void end() {
        if (shown) {
            out.print("\r" + " ".repeat(WIDTH + 8) + "\r");
            out.flush();
        }
    }
}
