package org.ansatz.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ansatz.cli.Checkout;

/** The launcher on a pseudo-terminal, made by {@code script}, with somebody who types and reads. */
final class Keyboard implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 60_000;
    private static final long TICK_MILLIS = 20;

    private final Process process;
    private final OutputStream keys;
    private final StringBuilder shown = new StringBuilder();
    private int read;

    /** Starts the launcher with these variables, on a terminal of 80 columns and 24 rows. */
    Keyboard(Path data, Map<String, String> environment) throws IOException {
        String launcher = Checkout.launcher().toString();
        // A build in the background ignores Ctrl-C, and so would all that it starts.
        ProcessBuilder builder = new ProcessBuilder(
                "env",
                "--default-signal=INT",
                "script",
                "-qefc",
                "stty cols 80 rows 24; echo tty $(tty) pid $$; exec \"$LAUNCHER\"",
                "/dev/null");
        builder.environment().put("LAUNCHER", launcher);
        builder.environment().put("ANSATZ_HOME", data.toString());
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true).start();
        keys = process.getOutputStream();
        Thread reader = new Thread(this::pump, "screen");
        reader.setDaemon(true);
        reader.start();
    }

    private void pump() {
        try (InputStream in = process.getInputStream()) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                synchronized (shown) {
                    shown.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException e) {
            // The terminal is gone, and so is what it showed.
        }
    }

    /** Types keys at once. */
    void type(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    /** Waits until something is shown after what was waited for last, and returns what was shown up to it. */
    String await(String text) throws InterruptedException {
        String wanted = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < end) {
            String screen = raw();
            int at = screen.indexOf(wanted, read);
            if (at >= 0) {
                String until = screen.substring(read, at + wanted.length());
                read = at + wanted.length();
                return utf8(until);
            }
            Thread.sleep(TICK_MILLIS);
        }
        assertThat(utf8(raw().substring(read))).as("what is shown").contains(text);
        return "";
    }

    /** All that was shown, in bytes. */
    String raw() {
        synchronized (shown) {
            return shown.toString();
        }
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Waits for the end, and returns the exit code. */
    int end() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                .as("it ends")
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
