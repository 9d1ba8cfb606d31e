package org.ansatz.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Shows on a terminal that long work is going on, wherever nothing was written for half a second; never on a pipe. */
final class Working {

    private static final int TICK_MILLIS = 100;
    private static final int QUIET_TICKS = 5;
    private static final String[] UNICODE = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
    private static final String[] ASCII = {"|", "/", "-", "\\"};

    private final Sink sink;
    private final Charset charset;

    private Working(Sink sink, Charset charset) {
        this.sink = sink;
        this.charset = charset;
    }

    /** Shows it from now on, until the program ends, by itself or by Ctrl-C, or {@link Sink#end} is called. */
    static void showOn(Sink sink, Charset charset) {
        Runtime.getRuntime().addShutdownHook(new Thread(sink::end, "wipe"));
        Thread thread = new Thread(new Working(sink, charset)::tick, "working");
        thread.setDaemon(true);
        thread.start();
    }

    private void tick() {
        String[] signs = charset.equals(StandardCharsets.UTF_8) ? UNICODE : ASCII;
        try {
            for (int tick = 0; ; tick++) {
                Thread.sleep(TICK_MILLIS);
                String text = signs[tick % signs.length] + " " + sink.work() + " (Ctrl-C stops)";
                if (!sink.showWorking(text.getBytes(charset), (long) QUIET_TICKS * TICK_MILLIS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
