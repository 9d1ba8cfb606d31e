package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A filter of requests, answered side by side. */
final class JsonLinesTest {

    private static final String SLOW = "sum(1/k for k in 1:2000)";

    private static String request(int id) {
        return "{\"id\": " + id + ", \"expression\": \"" + (id % 7 == 0 ? SLOW : "1 + " + id) + "\"}\n";
    }

    @Test
    void answersComeInTheOrderOfTheLines() {
        String lines = IntStream.range(0, 700).mapToObj(JsonLinesTest::request).collect(Collectors.joining());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Main.run(
                new String[] {"eval", "--jsonl"},
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err,
                Path.of("."));
        assertThat(code).isEqualTo(Exit.OK);
        List<String> answers = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(answers).hasSize(700);
        for (int id = 0; id < 700; id++) {
            assertThat(answers.get(id)).startsWith("{\"id\":" + id + ",\"ok\":true");
        }
    }

    @Test
    @Timeout(30)
    void aLineIsAnsweredBeforeTheNextIsSent() throws Exception {
        PipedInputStream in = new PipedInputStream();
        PipedInputStream fromOut = new PipedInputStream(1 << 16);
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(new PipedOutputStream(fromOut), true, StandardCharsets.UTF_8);
                PrintStream err = new PrintStream(complaints, true, StandardCharsets.UTF_8)) {
            FutureTask<Integer> code =
                    new FutureTask<>(() -> Main.run(new String[] {"eval", "--jsonl"}, in, out, err, Path.of(".")));
            // A thread of its own: one that other tests share may be interrupted for what they did.
            Thread program = new Thread(code, "eval --jsonl");
            program.setDaemon(true);
            program.start();
            try (PipedOutputStream keyboard = new PipedOutputStream(in)) {
                for (int id = 1; id <= 3; id++) {
                    keyboard.write(request(id).getBytes(StandardCharsets.UTF_8));
                    keyboard.flush();
                    assertThat(line(fromOut)).startsWith("{\"id\":" + id + ",");
                }
            }
            assertThat(code.get(20, TimeUnit.SECONDS)).isEqualTo(Exit.OK);
        }
        assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static String line(PipedInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }
}
