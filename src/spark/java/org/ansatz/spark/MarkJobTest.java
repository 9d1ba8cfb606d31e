package org.ansatz.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.ansatz.cli.Main;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job in local mode beside {@code ansatz mark}, on a small bank: each table is the same, byte for byte. */
final class MarkJobTest {

    private static final String BANK = "src/test/resources/bank";

    private static final List<String> TABLES =
            List.of("candidates.csv", "questions.csv", "choices.csv", "mistakes.csv", "unread.csv", "summary.json");

    private static final String[] QUESTIONS = {
        "gate-2012-ec/q28", "gate-2012-ec/q7", "gate-2012-ec/q12", "rf/image-rejection", "q13x"
    };

    private static final String[] REPLIES = {
        "A", "(b)", "C", "D", "", "-", "-22.8 dB", "-22.83", "22.8 dB", "-11.4 dB", "dunno"
    };

    private static SparkSession session;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private int seed = 1;

    @BeforeAll
    static void start() {
        session = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 2)
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        session.stop();
    }

    private String table(int rows, boolean quotes) {
        Random random = new Random(seed++);
        StringBuilder text = new StringBuilder("candidate,question,response\n");
        for (int i = 0; i < rows; i++) {
            String reply = REPLIES[random.nextInt(REPLIES.length)];
            text.append("C").append(random.nextInt(1 + rows / 5)).append(',');
            text.append(QUESTIONS[random.nextInt(QUESTIONS.length)]).append(',');
            text.append(quotes && random.nextInt(3) == 0 ? "\"" + reply + "\n\"" : reply);
            text.append(random.nextInt(99) == 0 ? ",more\n" : "\n");
        }
        return text.toString();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The exit code of the job for these responses, whose tables are in the folder {@code spark}. */
    private int job(Path responses, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                responses.toString(),
                "--bank",
                ".",
                "--out",
                folder.resolve("spark").toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return MarkJob.run(
                session,
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    /** The exit code of the program for the same, whose tables are in the folder {@code one}. */
    private int program(Path responses, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "mark",
                responses.toString(),
                "--bank",
                ".",
                "--out",
                folder.resolve("one").toString()));
        arguments.addAll(List.of(more));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return Main.run(
                arguments.toArray(String[]::new),
                new ByteArrayInputStream(new byte[0]),
                nowhere,
                nowhere,
                Path.of("."));
    }

    private void assertSameTables() {
        assertSameTables(TABLES);
    }

    private void assertSameTables(List<String> names) {
        for (String name : names) {
            assertThat(folder.resolve("spark").resolve(name))
                    .as(name)
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1024", "9000", "99999999"})
    void aTableInPieces(String piece) throws IOException {
        Path file = file("class.csv", utf8(table(3000, false)));
        assertThat(job(file, "--piece", piece)).isEqualTo(program(file)).isEqualTo(2);
        assertSameTables();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        try (var written = Files.list(folder.resolve("spark"))) {
            assertThat(written.map(path -> path.getFileName().toString())).containsExactlyInAnyOrderElementsOf(TABLES);
        }
    }

    @Test
    void rowsThatGoOnOverSeveralLinesAreReadByOneTask() throws IOException {
        Path file = file("class.csv", utf8(table(2000, true)));
        assertThat(job(file, "--piece", "1024")).isEqualTo(program(file));
        assertSameTables();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("one task reads all of it");
    }

    @Test
    void packedTables() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(utf8(table(500, true)));
        }
        Path file = file("class.csv.gz", packed.toByteArray());
        assertThat(job(file, "--piece", "1024")).isEqualTo(program(file));
        assertSameTables();
    }

    @Test
    void jsonLinesAndRules() throws IOException {
        StringBuilder text = new StringBuilder();
        table(800, false)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(row -> text.append(String.format(
                        "{\"candidate\":\"%s\",\"question\":\"%s\",\"response\":\"%s\"}%n", row[0], row[1], row[2])));
        Path file = file("class.jsonl", utf8(text.toString()));
        Path decisions = file("decisions.csv", utf8("question,reply,decision\nq28,dunno,blank\n"));
        Path scheme = file("scheme.yaml", utf8("scheme: Plain\nwrong:\n  one option: -1/4\nunit missing: 1/2\n"));
        String[] rules = {
            "--decisions", decisions.toString(), "--scheme", scheme.toString(), "--against", "keys", "--decimal-comma"
        };
        List<String> inPieces = new ArrayList<>(List.of(rules));
        inPieces.addAll(List.of("--piece", "2000"));
        assertThat(job(file, inPieces.toArray(String[]::new))).isEqualTo(program(file, rules));
        assertSameTables();
    }

    @Test
    void parquetInAndOut() throws IOException {
        Path csv = file("class.csv", utf8(table(1500, false).replaceAll(",more", "")));
        session.read()
                .option("header", true)
                .option("emptyValue", "")
                .csv(csv.toString())
                .coalesce(1)
                .write()
                .parquet(folder.resolve("class.parquet").toString());
        assertThat(job(folder.resolve("class.parquet"))).isEqualTo(program(csv));
        assertSameTables(TABLES.subList(0, 5)); // what is said of single rows counts rows, not lines
        job(folder.resolve("class.parquet"), "--format", "parquet");
        List<Row> candidates = session.read()
                .parquet(folder.resolve("spark/candidates.parquet").toString())
                .collectAsList();
        List<String> rows = Files.readAllLines(folder.resolve("one/candidates.csv"));
        assertThat(candidates).hasSize(rows.size() - 1);
        for (int i = 0; i < candidates.size(); i++) {
            String[] fields = rows.get(i + 1).split(",");
            assertThat(candidates.get(i).getString(0)).isEqualTo(fields[0]);
            assertThat(candidates.get(i).getDouble(1)).isEqualTo(Double.parseDouble(fields[1]));
        }
    }

    @Test
    void aFolderOfTablesIsReadInTheOrderOfNames() throws IOException {
        String first = table(300, false);
        String second = table(300, false);
        Files.createDirectories(folder.resolve("tables"));
        Files.write(folder.resolve("tables/b.csv"), utf8(second));
        Files.write(folder.resolve("tables/a.csv"), utf8(first));
        Path both = file("both.csv", utf8(first + second.substring(second.indexOf('\n') + 1)));
        assertThat(job(folder.resolve("tables"), "--piece", "2000")).isEqualTo(program(both));
        assertThat(folder.resolve("spark/candidates.csv")).hasSameBinaryContentAs(folder.resolve("one/candidates.csv"));
        assertThat(folder.resolve("spark/questions.csv")).hasSameBinaryContentAs(folder.resolve("one/questions.csv"));
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        assertThat(job(folder.resolve("none.csv"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("none.csv: there is no such file\n");
        Path other = file("other.csv", utf8("a,b\n1,2\n"));
        assertThat(job(other)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("other.csv: line 1: there are neither columns for question and response");
        Path open = file("open.csv", utf8("candidate,question,response\nAda,q28,\"x\"y\n" + "Ada,q28,A\n".repeat(300)));
        assertThat(job(open, "--piece", "1024")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("line 2: behind a closing quote");
        assertThat(run(other.toString(), "--bank", BANK, "--format", "xml")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--format takes csv or parquet, not xml");
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--piece=BYTES");
    }
}
