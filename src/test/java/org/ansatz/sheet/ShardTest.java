package org.ansatz.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.ansatz.bank.Bank;
import org.ansatz.problem.MarkingScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that are marked piece by piece and put together, beside the same at one go. */
final class ShardTest {

    private static Bank bank;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void readTheBank() throws IOException {
        bank = SmallBank.in(folder);
    }

    // ---- as another program would do it, each step with an examiner of its own

    private static Examiner examiner() {
        return new Examiner(bank, MarkingScheme.GATE, Authority.ROUTES);
    }

    /** The pieces of a file between ends of lines, at most so many bytes long if lines are shorter than that. */
    private static List<byte[]> pieces(byte[] file, int length) {
        List<byte[]> pieces = new ArrayList<>();
        int from = 0;
        while (from < file.length) {
            int to = Math.min(file.length, from + length);
            while (to < file.length && file[to - 1] != '\n') {
                to++;
            }
            pieces.add(Arrays.copyOfRange(file, from, to));
            from = to;
        }
        return pieces;
    }

    private static List<Shard> shards(byte[] file, Sheet.Form form, int length) throws IOException {
        List<Shard> shards = new ArrayList<>();
        for (byte[] piece : pieces(file, length)) {
            shards.add(Shard.ofLines(
                    examiner(),
                    () -> new ByteArrayInputStream(file),
                    form,
                    new ByteArrayInputStream(piece),
                    shards.isEmpty()));
        }
        return shards;
    }

    private static MarkedSheet assembled(List<Shard> shards) throws IOException {
        List<Boolean> beginFiles = new ArrayList<>();
        shards.forEach(shard -> beginFiles.add(beginFiles.isEmpty()));
        Assembly whole =
                Assembly.of(examiner(), shards.stream().map(Shard::state).toList(), beginFiles);
        Assembly other = Assembly.restored(examiner(), whole.told());
        Map<Long, CandidateResult> candidates = new TreeMap<>();
        List<byte[]> parts = new ArrayList<>();
        List<byte[]> sums = new ArrayList<>();
        for (int i = 0; i < Shard.PARTS; i++) {
            Map<Integer, byte[]> pieces = new LinkedHashMap<>();
            for (int shard = 0; shard < shards.size(); shard++) {
                pieces.put(shard, shards.get(shard).parts().get(i));
            }
            parts.add(other.part(pieces));
            sums.add(other.sums(parts.get(i), candidates::put));
        }
        byte[] all = Assembly.together(sums);
        List<byte[]> tallies = new ArrayList<>();
        for (byte[] part : parts) {
            tallies.add(other.tallies(part, all));
        }
        return new MarkedSheet(whole.marked(all, tallies), List.copyOf(candidates.values()));
    }

    private static MarkedSheet atOneGo(byte[] file, Sheet.Form form) throws IOException {
        return MarkedSheet.of(bank, file, form, MarkingScheme.GATE, Authority.ROUTES, 1);
    }

    // ---- responses of all kinds

    private static final String[] REPLIES = {
        "A", "B", "(c)", "D", "", "-", "1.58 m", "158 cm", "0.5", "nonsense %", "t/2", "2"
    };

    private static String reply(Random random) {
        return random.nextInt(9) == 0 ? random.nextInt(40) + " m" : REPLIES[random.nextInt(REPLIES.length)];
    }

    private static String table(Random random, int rows, String separator, String end, boolean quotes) {
        List<String> names = new ArrayList<>(bank.problems().keySet());
        StringBuilder text = new StringBuilder("candidate" + separator + "question" + separator + "response" + end);
        for (int i = 0; i < rows; i++) {
            String question =
                    random.nextInt(25) == 0 ? "stranger" + random.nextInt(30) : names.get(random.nextInt(names.size()));
            String reply = quotes && random.nextInt(4) == 0
                    ? "\"" + reply(random) + (random.nextBoolean() ? "\n" : " \"\" ") + reply(random) + "\""
                    : reply(random);
            text.append(random.nextInt(60) == 0 ? "  " : "Kandidät " + random.nextInt(1 + rows / 4))
                    .append(separator)
                    .append(question)
                    .append(separator)
                    .append(reply)
                    .append(random.nextInt(50) == 0 ? separator + "more" : "")
                    .append(random.nextInt(70) == 0 ? end + end : end);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void piecesComeToWhatAllOfItComesTo(int seed) throws IOException {
        Random random = new Random(seed);
        String end = seed % 2 == 0 ? "\r\n" : "\n";
        Charset encoding = seed % 3 == 0 ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
        byte[] file = table(random, 400, seed % 2 == 0 ? ";" : ",", end, false).getBytes(encoding);
        MarkedSheet whole = atOneGo(file, Sheet.Form.CSV);
        assertThat(whole.marked().tally().refused()).isPositive();
        for (int length : new int[] {40, 300, 5000, file.length}) {
            List<Shard> shards = shards(file, Sheet.Form.CSV, length);
            assertThat(shards).noneMatch(shard -> Shard.isCut(shard.state()));
            assertThat(assembled(shards)).isEqualTo(whole);
        }
    }

    @Test
    void aMarkOfTheOrderOfBytesIsNoPartOfTheHeading() throws IOException {
        byte[] file = ("\uFEFF" + table(new Random(9), 50, ",", "\n", false)).getBytes(StandardCharsets.UTF_8);
        assertThat(assembled(shards(file, Sheet.Form.CSV, 200))).isEqualTo(atOneGo(file, Sheet.Form.CSV));
    }

    @Test
    void aLineThatTellsTheSeparatorIsNoPartOfTheHeading() throws IOException {
        byte[] file = ("sep=;\n" + table(new Random(9), 50, ";", "\n", false)).getBytes(StandardCharsets.UTF_8);
        assertThat(assembled(shards(file, Sheet.Form.CSV, 200))).isEqualTo(atOneGo(file, Sheet.Form.CSV));
    }

    @Test
    void jsonLinesAreDividedAsTablesAre() throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder();
        List<String> names = new ArrayList<>(bank.problems().keySet());
        for (int i = 0; i < 300; i++) {
            text.append(
                    random.nextInt(30) == 0
                            ? "{\"candidate\": 3\n"
                            : String.format(
                                    "{\"candidate\": \"C%d\", \"question\": \"%s\", \"response\": \"%s\"}\n",
                                    random.nextInt(60), names.get(random.nextInt(names.size())), reply(random)));
        }
        byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(assembled(shards(file, Sheet.Form.JSON, 500))).isEqualTo(atOneGo(file, Sheet.Form.JSON));
    }

    @Test
    void wideTablesAreDivided() throws IOException {
        Random random = new Random(6);
        List<String> names = new ArrayList<>(bank.problems().keySet());
        StringBuilder text = new StringBuilder("name," + String.join(",", names) + "\n");
        for (int i = 0; i < 100; i++) {
            text.append("C").append(i);
            names.forEach(name -> text.append(',').append(reply(random)));
            text.append('\n');
        }
        byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(assembled(shards(file, Sheet.Form.CSV, 700))).isEqualTo(atOneGo(file, Sheet.Form.CSV));
    }

    // ---- quotes

    /** Where no shard is cut, the pieces come to what all of it comes to, whatever is quoted. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRowThatGoesOnInTheNextPieceIsSeen(int seed) throws IOException {
        Random random = new Random(seed);
        byte[] file = table(random, 120, ",", "\n", true).getBytes(StandardCharsets.UTF_8);
        MarkedSheet whole = atOneGo(file, Sheet.Form.CSV);
        int divided = 0;
        for (int length = 30; length < file.length; length += 97) {
            List<Shard> shards = shards(file, Sheet.Form.CSV, length);
            if (shards.subList(0, shards.size() - 1).stream().noneMatch(shard -> Shard.isCut(shard.state()))) {
                assertThat(assembled(shards)).isEqualTo(whole);
                divided++;
            }
        }
        assertThat(divided).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,q,\"x",
                "a,q,\"x\n",
                "a,\"q\"\"",
                "\"",
                "a,q,\"\"\"",
                "a,q,5\" pipe\na,q,\"x",
            })
    void anOpenQuoteAtTheEndIsACut(String row) throws IOException {
        String heading = "candidate,question,response\n";
        byte[] file = (heading + row).getBytes(StandardCharsets.UTF_8);
        assertThat(LineCounts.of(new String(file, StandardCharsets.UTF_8)).isWithinQuotes())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,q,\"x\"",
                "a,q,5\" pipe\n",
                "a,q,\"x\"\"y\"\n",
                "a,q,\"\"",
                "a,q,x\"\"\"",
                "a,q,\"x\"\na,q,5\"\n"
            })
    void aQuoteThatIsClosedOrNoneIsNoCut(String row) throws IOException {
        assertThat(LineCounts.of(row).isWithinQuotes()).isFalse();
    }

    private static final class LineCounts {
        static LineCount of(String text) throws IOException {
            LineCount count = new LineCount(new java.io.StringReader(text), new Spreadsheet.Dialect(',', false));
            count.transferTo(java.io.Writer.nullWriter());
            return count;
        }
    }

    // ---- what cannot be divided, and several files

    @Test
    void packedFilesAndWideCharactersAreReadWhole() throws IOException {
        String text = table(new Random(4), 80, ",", "\n", true);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        for (byte[] file : List.of(packed.toByteArray(), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))) {
            Shard.File opened = () -> new ByteArrayInputStream(file);
            assertThat(Shard.canBeDivided(examiner(), opened, Sheet.Form.CSV)).isFalse();
            Shard all = Shard.ofAll(examiner(), opened, Sheet.Form.CSV);
            assertThat(assembled(List.of(all))).isEqualTo(atOneGo(file, Sheet.Form.CSV));
        }
    }

    @ParameterizedTest
    @EnumSource(Sheet.Form.class)
    void plainTextCanBeDivided(Sheet.Form form) throws IOException {
        byte[] file = table(new Random(4), 5, ",", "\n", false).getBytes(StandardCharsets.UTF_8);
        assertThat(Shard.canBeDivided(examiner(), () -> new ByteArrayInputStream(file), form))
                .isTrue();
    }

    @Test
    void aHeadingWithoutRowsIsNotDivided() throws IOException {
        byte[] file = "candidate,question,response\n".getBytes(StandardCharsets.UTF_8);
        assertThat(Shard.canBeDivided(examiner(), () -> new ByteArrayInputStream(file), Sheet.Form.CSV))
                .isFalse();
    }

    @Test
    void linesAreCountedInEachFile() throws IOException {
        String bad = "candidate,question,response\nAda,stranger,A\n";
        byte[] file = bad.getBytes(StandardCharsets.UTF_8);
        Shard one = Shard.ofAll(examiner(), () -> new ByteArrayInputStream(file), Sheet.Form.CSV);
        byte[] second = bad.replace("stranger", "nobody").getBytes(StandardCharsets.UTF_8);
        Shard other = Shard.ofAll(examiner(), () -> new ByteArrayInputStream(second), Sheet.Form.CSV);
        Assembly both = Assembly.of(examiner(), List.of(one.state(), other.state()), List.of(true, true));
        List<byte[]> none = List.of();
        MarkedClass marked = both.marked(Assembly.together(none), none);
        assertThat(marked.tally().remarks())
                .allMatch(remark -> remark.startsWith("line 2: "))
                .hasSize(2);
    }
}
