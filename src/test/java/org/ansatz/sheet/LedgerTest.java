package org.ansatz.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LedgerTest {

    private static final int QUESTIONS = 7;

    /** A response as the test remembers it. */
    private record Kept(long row, int outcome) {}

    @ParameterizedTest
    @ValueSource(longs = {0, 100_000, 64 << 20})
    void theLastResponseToEachQuestionComesBackWhateverFitsIntoMemory(long inMemory) throws IOException {
        Map<String, Map<Integer, Kept>> wanted = new HashMap<>();
        Map<String, Long> firstRows = new HashMap<>();
        Random random = new Random(inMemory);
        int responses = 60_000;
        int superseded = 0;
        try (Ledger ledger = new Ledger(inMemory)) {
            Ledger.Writer[] writers = {ledger.writer(), ledger.writer()};
            for (long row = 1; row <= responses; row++) {
                String name = "Kandidat ü" + random.nextInt(9000) * 1_000_003L;
                int question = random.nextInt(QUESTIONS);
                int outcome = random.nextInt(300);
                writers[random.nextInt(2)].add(name, row, question, outcome);
                firstRows.putIfAbsent(name, row);
                Kept before =
                        wanted.computeIfAbsent(name, fresh -> new TreeMap<>()).put(question, new Kept(row, outcome));
                superseded += before == null ? 0 : 1;
            }
            for (Ledger.Writer writer : writers) {
                writer.flush();
            }
            assertComesBack(ledger, wanted, firstRows, superseded);
            assertComesBack(ledger, wanted, firstRows, superseded);
        }
    }

    private static void assertComesBack(
            Ledger ledger, Map<String, Map<Integer, Kept>> wanted, Map<String, Long> firstRows, int superseded)
            throws IOException {
        long[] latest = new long[QUESTIONS];
        int replaced = 0;
        int candidates = 0;
        for (int which = 0; which < ledger.parts(); which++) {
            Part part = ledger.part(which);
            long row = 0;
            for (int i = 0; i < part.candidates(); i++) {
                Map<Integer, Integer> found = new TreeMap<>();
                replaced += part.counted(i, latest, found::put);
                Map<Integer, Integer> outcomes = new TreeMap<>();
                wanted.getOrDefault(part.name(i), Map.of())
                        .forEach((question, kept) -> outcomes.put(question, kept.outcome()));
                assertThat(found).isEqualTo(outcomes);
                assertThat(part.firstRow(i))
                        .isEqualTo(firstRows.get(part.name(i)))
                        .isGreaterThan(row);
                row = part.firstRow(i);
                candidates++;
            }
        }
        assertThat(candidates).isEqualTo(wanted.size());
        assertThat(replaced).isEqualTo(superseded);
    }

    /** More than there is room for at first, of responses and of candidates. */
    @Test
    void aPartGrowsWithWhatIsInIt() {
        int candidates = 20_000;
        Bytes bytes = new Bytes(16);
        for (int pass = 0; pass < 3; pass++) {
            for (int i = 0; i < candidates; i++) {
                bytes.number(1L + (long) pass * candidates + i);
                bytes.number(pass % 2);
                bytes.number(pass + i % 5);
                bytes.text("N" + i);
            }
        }
        byte[] written = new byte[bytes.length()];
        bytes.copyTo(written, 0);
        Part part = Part.of(written);
        assertThat(part.candidates()).isEqualTo(candidates);
        long[] latest = new long[2];
        for (int i = 0; i < candidates; i++) {
            Map<Integer, Integer> found = new TreeMap<>();
            assertThat(part.counted(i, latest, found::put)).isEqualTo(1);
            assertThat(part.name(i)).isEqualTo("N" + i);
            assertThat(part.firstRow(i)).isEqualTo(1L + i);
            assertThat(found).isEqualTo(Map.of(0, 2 + i % 5, 1, 1 + i % 5));
        }
        assertThat(latest).containsOnly(0);
    }

    @Test
    void noTemporaryFileIsLeft() throws IOException {
        long before = temporaryFiles();
        try (Ledger ledger = new Ledger(0)) {
            Ledger.Writer writer = ledger.writer();
            for (int i = 0; i < 100; i++) {
                writer.add("C" + i, i + 1, 0, 0);
            }
            writer.flush();
            assertThat(temporaryFiles()).isGreaterThan(before);
        }
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private static long temporaryFiles() throws IOException {
        String own = "ansatz-mark-";
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(own))
                    .count();
        }
    }

    @Test
    void numbersOfAnySizeAreReadBack() throws IOException {
        Bytes bytes = new Bytes(1);
        long[] numbers = {0, 1, 127, 128, 16_383, 16_384, Integer.MAX_VALUE, Long.MAX_VALUE};
        for (long number : numbers) {
            bytes.number(number);
        }
        bytes.text("\uD83D\uDE00 ü");
        byte[] written = new byte[bytes.length()];
        bytes.copyTo(written, 0);
        Bytes.Cursor cursor = new Bytes.Cursor(written);
        InputStream in = new ByteArrayInputStream(written);
        for (long number : numbers) {
            assertThat(cursor.number()).isEqualTo(number);
            assertThat(Bytes.number(in)).isEqualTo(number);
        }
        assertThat(cursor.hasNext()).isTrue();
        assertThat(Bytes.text(in)).isEqualTo("\uD83D\uDE00 ü");
        assertThat(Bytes.number(in)).isEqualTo(-1);
        assertThatThrownBy(() -> Bytes.number(new ByteArrayInputStream(new byte[] {-1})))
                .isInstanceOf(EOFException.class);
    }

    /** What was kept in a file and in memory comes back in one piece, as often as one likes. */
    @Test
    void aSpillIsReadAsOne() throws IOException {
        for (long inMemory : new long[] {0, 100, 1 << 20}) {
            try (Spill spill = new Spill(inMemory)) {
                Bytes bytes = new Bytes(8);
                for (int i = 0; i < 1000; i++) {
                    bytes.clear();
                    bytes.number(i);
                    spill.add(bytes);
                }
                for (int time = 0; time < 2; time++) {
                    InputStream in = spill.open();
                    Bytes.Cursor cursor = new Bytes.Cursor(spill.bytes());
                    for (int i = 0; i < 1000; i++) {
                        assertThat(Bytes.number(in)).isEqualTo(i);
                        assertThat(cursor.number()).isEqualTo(i);
                    }
                    assertThat(Bytes.number(in)).isEqualTo(-1);
                    in.close();
                }
            }
        }
    }
}
