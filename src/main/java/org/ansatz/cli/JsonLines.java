package org.ansatz.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.ansatz.bank.BankLoader;
import org.ansatz.bank.Document;
import org.ansatz.field.block.Fields;
import org.ansatz.json.JsonWriter;
import org.ansatz.report.JsonReport;
import org.jspecify.annotations.Nullable;

/**
 * A filter: one request a line on standard input, one answer a line on standard output, in order. A line that cannot be read
 * is answered with the reason.
 */
final class JsonLines {

    /** So many lines are answered by one thread before another is asked. */
    private static final int AT_ONCE = 64;

    /** So many times that number of lines wait at most. */
    private static final int MAX_WAITING = 64;

    private static final int PATIENCE_MS = 100;

    /** What stands behind the last answers. */
    private static final Future<Texts> END = CompletableFuture.completedFuture(new Texts("", true));

    private final Environment environment;

    JsonLines(Environment environment) {
        this.environment = environment;
    }

    /**
     * Answers every line, in order: lines that wait are answered side by side, and each answer is written as soon as those before
     * it are.
     *
     * @param answer from the fields of a request, by any thread; {@code ok} is false if it was refused
     * @return the exit code: whether every line could be answered
     */
    int answer(Function<Fields, Map<String, Object>> answer) {
        ExecutorService answering = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(), task -> daemon(task, "answering"));
        Answers answers = new Answers();
        Thread writing = daemon(() -> write(answers), "writing");
        writing.start();
        try (InputStream in = new BufferedInputStream(environment.in())) {
            int number = 0;
            List<Line> waiting = new ArrayList<>();
            for (String line = line(in); line != null && !answers.areUnwanted(); line = line(in)) {
                number++;
                if (!line.isBlank()) {
                    waiting.add(new Line(number, line));
                }
                if (waiting.size() == AT_ONCE || in.available() == 0 && !waiting.isEmpty()) {
                    List<Line> lines = waiting;
                    answers.add(answering.submit(() -> texts(lines, answer)));
                    waiting = new ArrayList<>();
                }
            }
            List<Line> last = waiting;
            answers.add(answering.submit(() -> texts(last, answer)));
            return answers.finished(writing) ? Exit.OK : Exit.UNREADABLE;
        } catch (IOException e) {
            environment.err().println("ansatz: standard input cannot be read: " + e.getMessage());
            return Exit.UNREADABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.UNREADABLE;
        } finally {
            answering.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** A line that is not blank, and which it is, from 1. */
    private record Line(int number, String text) {}

    /** Answers as text, and whether all lines could be answered. */
    private record Texts(String text, boolean ok) {}

    private static Texts texts(List<Line> lines, Function<Fields, Map<String, Object>> answer) {
        StringBuilder text = new StringBuilder();
        boolean ok = true;
        for (Line line : lines) {
            Map<String, Object> json = answered(line.number, line.text, answer);
            ok &= Boolean.TRUE.equals(json.get("ok"));
            text.append(JsonReport.text(json)).append(System.lineSeparator());
        }
        return new Texts(text.toString(), ok);
    }

    /** Answers in the order of their lines, which are found by several threads; only so many wait for being written. */
    private static final class Answers {
        private final BlockingQueue<Future<Texts>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
        private volatile boolean unwanted;
        private volatile boolean ok = true;

        void add(Future<Texts> texts) throws InterruptedException {
            while (!unwanted && !waiting.offer(texts, PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                // Until there is room, or nobody reads on.
            }
        }

        /** Whether nobody reads on. */
        boolean areUnwanted() {
            return unwanted;
        }

        /** Waits until all is written, the last part of which must have been added. */
        boolean finished(Thread writing) throws InterruptedException {
            add(END);
            writing.join();
            return ok;
        }
    }

    private void write(Answers answers) {
        try {
            for (Future<Texts> next = answers.waiting.take(); next != END; next = answers.waiting.take()) {
                Texts texts = next.get();
                answers.ok &= texts.ok;
                environment.out().print(texts.text);
                if (answers.waiting.isEmpty()) {
                    environment.out().flush();
                }
                if (environment.out().checkError()) {
                    answers.unwanted = true;
                    return;
                }
            }
            environment.out().flush();
        } catch (ExecutionException e) {
            environment.err().println("ansatz: internal error, please report it: " + e.getCause());
            answers.ok = false;
            answers.unwanted = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next line without its end, cut behind the largest that is read; null at the end. */
    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (bytes.size() <= BankLoader.MAX_BYTES) {
                bytes.write(next);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> answered(int number, String line, Function<Fields, Map<String, Object>> answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (line.length() > BankLoader.MAX_BYTES) {
            json.put("ok", false);
            json.put(
                    "faults",
                    List.of(Map.of("message", "a line of at most " + BankLoader.MAX_BYTES + " bytes is read")));
            return json;
        }
        Document request = Document.of("request " + number, line);
        Fields fields = request.fields();
        Object id = request.scalar("id");
        if (fields != null && fields.has("id") && id != null) {
            json.put("id", id instanceof Document.Digits digits ? new JsonWriter.Written(digits.text()) : id);
        }
        Map<String, Object> answered = fields == null ? Map.of() : sheltered(fields, answer);
        if (request.faults().isEmpty()) {
            json.putAll(answered);
        } else {
            json.put("ok", false);
            json.put("faults", request.faults().stream().map(JsonReport::fault).toList());
        }
        return json;
    }

    /** A defect of ours in one request must not cost the answers to all the others. */
    private static Map<String, Object> sheltered(Fields fields, Function<Fields, Map<String, Object>> answer) {
        try {
            return answer.apply(fields);
        } catch (RuntimeException | StackOverflowError e) {
            String message = "internal error, please report it: " + e;
            return Map.of("ok", false, "faults", List.of(Map.of("message", message)));
        }
    }
}
