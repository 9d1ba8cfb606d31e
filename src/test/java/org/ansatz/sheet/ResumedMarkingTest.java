package org.ansatz.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ansatz.bank.Bank;
import org.ansatz.json.JsonWriter;
import org.ansatz.problem.MarkingScheme;
import org.ansatz.report.ClassReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that ends before its class is marked, and another that goes on. */
final class ResumedMarkingTest {

    private static final int EVERY = 1000;

    @TempDir
    private static Path bankFolder;

    private static Bank bank;
    private static byte[] responses;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeAClass() throws IOException {
        bank = SmallBank.in(bankFolder);
        Random random = new Random(7);
        String[][] replies = {
            {"choice", "A", "B", "C", "-", "E"},
            {"several", "A, C", "A", "B;C", "?"},
            {"number", "300 cm", "3", "1.5 m", "3 kg", "many", "?"},
            {"nowhere", "x", "y"}
        };
        StringBuilder text = new StringBuilder("candidate,question,response\n");
        for (int i = 0; i < 12_345; i++) {
            String[] of = replies[random.nextInt(replies.length)];
            String reply = of[1 + random.nextInt(of.length - 1)];
            boolean isNumber = of[0].equals("number") && random.nextInt(3) == 0;
            text.append("c")
                    .append(random.nextInt(4000))
                    .append(',')
                    .append(of[0])
                    .append(",\"");
            text.append(isNumber ? random.nextInt(500) + " cm" : reply).append("\"\n");
            if (random.nextInt(500) == 0) {
                text.append("too few\n");
            }
        }
        responses = text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @BeforeEach
    void nothingIsKept() {
        assertThat(folder).isEmptyDirectory();
    }

    private static Sheet sheet(int threads) {
        return new Sheet(bank, MarkingScheme.GATE, Authority.ROUTES, threads);
    }

    /** All that is told of a class, candidate by candidate. */
    private static List<String> told(Sheet sheet) throws IOException {
        List<String> told = new ArrayList<>();
        MarkedClass marked = sheet.marked(candidate -> told.add(candidate.toString()));
        told.add(JsonWriter.text(ClassReport.json(marked)));
        told.add(marked.unread().toString());
        return told;
    }

    private static List<String> toldAtOnce() throws IOException {
        try (Sheet sheet = sheet(2)) {
            sheet.read(new ByteArrayInputStream(responses), Sheet.Form.CSV, Sheet.Each.NOBODY);
            return told(sheet);
        }
    }

    /** The beginning of the class, behind which the disk fails. */
    private static InputStream until(int bytes) {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk was pulled out");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return read();
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(Arrays.copyOf(responses, bytes)), failing);
    }

    private long interrupted(int bytes, int threads) throws IOException {
        try (Sheet sheet = sheet(threads)) {
            sheet.keep(folder.resolve("kept"), "this class", EVERY);
            assertThatThrownBy(() -> sheet.read(until(bytes), Sheet.Form.CSV, Sheet.Each.NOBODY))
                    .hasMessageContaining("pulled out");
            return sheet.kept();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "1, 3", "4, 2"})
    void itGoesOnWithoutLosingOrDoublingAnything(int first, int then) throws IOException {
        List<String> wanted = toldAtOnce();
        long before = 0;
        for (double share : new double[] {0.35, 0.36, 0.8}) {
            long kept = interrupted((int) (share * responses.length), first);
            assertThat(kept).isGreaterThanOrEqualTo(before).isGreaterThan((long) (share * 10_000) - 3 * EVERY);
            before = kept;
        }
        try (Sheet sheet = sheet(then)) {
            assertThat(sheet.keep(folder.resolve("kept"), "this class", EVERY)).isEqualTo(before);
            sheet.read(new ByteArrayInputStream(responses), Sheet.Form.CSV, Sheet.Each.NOBODY);
            assertThat(told(sheet)).isEqualTo(wanted);
            assertThat(sheet.responses()).isBetween(1L, 12_345 - before + 100);
            sheet.forget();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatWasKeptForSomethingElseDoesNotCount() throws IOException {
        assertThat(interrupted(responses.length / 2, 2)).isPositive();
        try (Sheet sheet = sheet(2)) {
            assertThat(sheet.keep(folder.resolve("kept"), "another class", EVERY))
                    .isZero();
            sheet.read(new ByteArrayInputStream(responses), Sheet.Form.CSV, Sheet.Each.NOBODY);
            assertThat(told(sheet)).isEqualTo(toldAtOnce());
        }
    }

    @Test
    void aClassThatIsMarkedBeforeAnythingIsKeptLeavesNothing() throws IOException {
        try (Sheet sheet = sheet(2)) {
            sheet.keep(folder.resolve("kept"), "this class");
            sheet.read(new ByteArrayInputStream(responses), Sheet.Form.CSV, Sheet.Each.NOBODY);
            assertThat(told(sheet)).isEqualTo(toldAtOnce());
        }
        assertThat(folder).isEmptyDirectory();
        try (Sheet sheet = sheet(2)) {
            sheet.keep(folder.resolve("results").resolve("kept"), "this class");
            assertThatThrownBy(() -> sheet.read(until(5000), Sheet.Form.CSV, Sheet.Each.NOBODY))
                    .hasMessageContaining("pulled out");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void twoAtOnceDoNotMix() throws IOException {
        assertThat(interrupted(responses.length / 2, 2)).isPositive();
        try (Sheet one = sheet(1);
                Sheet other = sheet(1)) {
            one.keep(folder.resolve("kept"), "this class", EVERY);
            assertThatThrownBy(() -> other.keep(folder.resolve("kept"), "this class", EVERY))
                    .hasMessageContaining("another program is marking into " + folder);
        }
    }

    /** Another class that is given up before anything of it is kept leaves nothing that the first could take for its own. */
    @Test
    void whatAnotherClassHasOverwrittenIsNotGoneOnWith() throws IOException {
        assertThat(interrupted(responses.length / 2, 2)).isPositive();
        try (Sheet other = sheet(1)) {
            other.keep(folder.resolve("kept"), "another class");
        }
        try (Sheet sheet = sheet(2)) {
            assertThat(sheet.keep(folder.resolve("kept"), "this class", EVERY)).isZero();
            sheet.read(new ByteArrayInputStream(responses), Sheet.Form.CSV, Sheet.Each.NOBODY);
            assertThat(told(sheet)).isEqualTo(toldAtOnce());
        }
    }

    /** From the first row on, not only once something is kept. */
    @Test
    void twoThatBeginAtOnceDoNotMix() throws IOException {
        try (Sheet one = sheet(1);
                Sheet other = sheet(1)) {
            one.keep(folder.resolve("kept"), "this class", EVERY);
            assertThatThrownBy(() -> other.keep(folder.resolve("kept"), "this class", EVERY))
                    .hasMessageContaining("another program is marking into " + folder);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.part", "state"})
    void whatIsDamagedIsNotTakenForWhole(String name) throws IOException {
        assertThat(interrupted(responses.length / 2, 2)).isPositive();
        Path file = folder.resolve("kept").resolve(name);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (Sheet sheet = sheet(2)) {
                assertThatThrownBy(() -> sheet.keep(folder.resolve("kept"), "this class", EVERY))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("is damaged; remove that folder to begin anew");
            }
        }
    }
}
