package org.ansatz.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.ansatz.table.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Attempts are handed on as they are. */
final class FormatTest {

    private static final String HEADING = "sitting,at,problem,topic,seed,data,reply,outcome,slip,hints,rating,exam\r\n";
    private static final String ROW = "000000000000000a,2026-03-02T12:00:05Z,rf/a,rf,0,,5 V,right,,0,good,false\r\n";
    private static final String OBJECT = "{\"sitting\":\"000000000000000a\",\"at\":\"2026-03-02T12:00:05Z\","
            + "\"problem\":\"rf/a\",\"topic\":\"rf\",\"seed\":0,\"data\":\"\",\"reply\":\"5 V\",\"outcome\":\"right\","
            + "\"slip\":\"\",\"hints\":0,\"rating\":\"good\",\"exam\":false}";
    private static final Attempt ATTEMPT = Attempts.right(10, 5, "rf/a");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void whatWasWrittenIsReadAsTheSame(Format format) throws IOException {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            List<Attempt> some = Attempts.some(random, random.nextInt(20));
            assertThat(format.attempts(format.text(some))).as("seed %d", seed).isEqualTo(some);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsReadAsTheSame(Format format) throws IOException {
        Path file = folder.resolve("attempts." + format.name().toLowerCase(Locale.ROOT));
        List<Attempt> some = Attempts.some(new Random(1), 100);
        Format.of(file).write(some, file);
        Format.of(file).write(some, file);
        assertThat(Format.of(file).read(file)).isEqualTo(some);
        assertThat(folder.toFile().list()).as("nothing else is left").hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void importingTheSameTwiceChangesNothing(Format format) throws IOException {
        for (long seed = 1; seed <= 5; seed++) {
            List<Attempt> some = Attempts.some(new Random(seed), 50);
            try (Progress from = SqliteProgress.open(folder.resolve("from" + seed));
                    Progress to = SqliteProgress.open(folder.resolve("to" + seed))) {
                from.addMissing(some);
                List<Attempt> file = format.attempts(format.text(from.attempts()));
                assertThat(to.addMissing(file)).isEqualTo(50);
                assertThat(to.addMissing(file)).isZero();
                assertThat(from.addMissing(file)).isZero();
                assertThat(to.attempts()).as("seed %d", seed).isEqualTo(from.attempts());
            }
        }
    }

    @Test
    void csvIsWrittenAsInTheStandard() {
        assertThat(Format.CSV.text(List.of(ATTEMPT))).isEqualTo(HEADING + ROW);
        assertThat(Format.CSV.text(List.of(Attempts.wrong(1, 0, "rf/a", "say \"a,\nb\""))))
                .contains(",\"say \"\"a,\nb\"\"\",");
    }

    @Test
    void jsonIsWrittenOneAttemptALine() {
        assertThat(Format.JSON.text(List.of(ATTEMPT, ATTEMPT))).isEqualTo("[\n" + OBJECT + ",\n" + OBJECT + "\n]\n");
        assertThat(Format.JSON.text(List.of())).isEqualTo("[]\n");
    }

    @Test
    void anotherReaderReadsOurJsonAsWeDo() throws IOException {
        List<Attempt> some = Attempts.some(new Random(4), 200);
        Object read = new Load(LoadSettings.builder().build()).loadFromString(Format.JSON.text(some));
        assertThat((List<?>) read)
                .hasSize(200)
                .extracting("reply")
                .isEqualTo(some.stream().map(Attempt::reply).toList());
    }

    @Test
    void csvOfOtherProgramsIsReadToo() throws IOException {
        String swapped = "\ufeffexam,at,problem,topic,seed,data,reply,outcome,slip,hints,rating,sitting\n"
                + "\n\"false\",2026-03-02T12:00:05.000Z,rf/a,rf,0,,5 V,right,,0,good,A";
        assertThat(Format.CSV.attempts(swapped)).containsExactly(ATTEMPT);
        assertThat(Format.CSV.attempts(HEADING)).isEmpty();
    }

    @Test
    void jsonOfOtherProgramsIsReadToo() throws IOException {
        String indented = "\ufeff[\n\t"
                + OBJECT.replace(":", " : ")
                        .replace("T12 : 00 : 05", "T12:00:05")
                        .replace(",", ",\r\n\t\t") + "\n]";
        assertThat(Format.JSON.attempts(indented)).containsExactly(ATTEMPT);
        assertThat(Format.JSON.attempts(" [ ] ")).isEmpty();
        assertThat(Format.JSON.attempts("[" + OBJECT.replace("5 V", "\\u0035\\u0020V\\/\\n\u007f") + "]"))
                .singleElement()
                .extracting(Attempt::reply)
                .isEqualTo("5 V/\n\u007f");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            5 V | "5 V | 2 | a quote is opened and never closed
            5 V | 5" V | 2 | a field with a quote in it stands in quotes, and the quote twice
            5 V | "5" V | 2 | behind a closing quote stands a comma or the line's end
            5 V | 5,V | 2 | there are 12 columns, but 13 fields
            000000000000000a | x | 2 | sitting is up to 16 hexadecimal digits, not "x"
            000000000000000a | 10000000000000000 | 2 | sitting is up to 16 hexadecimal digits, not "10000000000000000"
            2026-03-02T12:00:05Z | yesterday | 2 | at is a time such as 2026-03-02T12:00:00Z, not "yesterday"
            2026-03-02T12:00:05Z | +10000-01-01T00:00:00Z | 2 | at is a time from 1970 to 9999, not "+10000-01-01T00:00:00Z"
            2026-03-02T12:00:05Z | 1969-12-31T23:59:59Z | 2 | at is a time from 1970 to 9999, not "1969-12-31T23:59:59Z"
            ,0,good | ,-1,good | 2 | hints is a whole number from 0, not "-1"
            ,0,good | ,two,good | 2 | hints is a whole number from 0, not "two"
            rf,0 | rf,0.5 | 2 | seed is a whole number, not "0.5"
            right | maybe | 2 | outcome is right, unit-missing, wrong or shown, not "maybe"
            good | fine | 2 | rating is again, hard, good or easy, not "fine"
            false | no | 2 | exam is true or false, not "no"
            sitting,at | sitting,sitting | 1 | there are two columns "sitting"
            slip | slips | 2 | there is no field "slips" in an attempt
            """)
    void malformedCsvIsSaidWithItsLine(String from, String to, int line, String what) {
        String text = (HEADING + ROW).replace(from, to);
        assertThatThrownBy(() -> Format.CSV.attempts(text))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.line()).isEqualTo(line))
                .hasMessage("line " + line + ": " + what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            5 V" | 5 V | 2 | behind a field stands a comma or the object's end }
            "exam":false | "exam":null | 2 | "exam" is a string, a number, true or false
            "exam":false | "exam":[] | 2 | "exam" is a string, a number, true or false
            "exam":false | "exam":1 | 2 | exam is true or false, not "1"
            "exam":false | "exam" | 2 | behind a field's name stands a colon
            ,"exam":false | , | 2 | a field begins with its name in quotes
            ,"exam":false | `` | 2 | the field "exam" is missing
            "exam":false | "hints":1 | 2 | the field "hints" is there twice
            "exam":false | "exams":1 | 2 | there is no field "exams" in an attempt
            5 V | \\x | 2 | behind a backslash stands one of " \\ / b f n r t u
            5 V | \\u12 | 2 | behind \\u stand four hexadecimal digits
            5 V | `5\tV` | 2 | a control character in a string is written \\u and four digits
            5 V" | `5 V\n"` | 2 | a quote is opened and not closed on its line
            "hints":0 | "hints":1e3 | 2 | hints is a whole number from 0, not "1e3"
            [ | { | 1 | a list begins with [
            { | ( | 2 | an object begins with {
            } | }} | 2 | behind an object stands a comma or the list's end ]
            ] | `` | 3 | behind an object stands a comma or the list's end ]
            ] | ]] | 3 | behind the list's end nothing is expected
            """)
    void malformedJsonIsSaidWithItsLine(String from, String to, int line, String what) {
        String text = ("[\n" + OBJECT + "\n]").replace(from, to);
        assertThatThrownBy(() -> Format.JSON.attempts(text))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.line()).isEqualTo(line))
                .hasMessage("line " + line + ": " + what);
    }

    @Test
    void linesAreCountedAsAnEditorDoes() {
        String twoLines = ROW.replace("5 V", "\"5\nV\"");
        assertThatThrownBy(() -> Format.CSV.attempts(HEADING + twoLines + "\r\n" + ROW.replace("good", "fine")))
                .hasMessageStartingWith("line 5: rating");
        assertThatThrownBy(() -> Format.CSV.attempts("")).hasMessage("line 1: there is no heading");
        assertThatThrownBy(() -> Format.CSV.attempts("a\rb")).hasMessageContaining("carriage return");
    }

    @Test
    void everyTextIsReadOrRefusedWithALine() {
        for (long seed = 1; seed <= 3_000; seed++) {
            Random random = new Random(seed);
            for (Format format : Format.values()) {
                StringBuilder text = new StringBuilder(format.text(Attempts.some(random, 2)));
                for (int n = random.nextInt(4); n >= 0; n--) {
                    int at = random.nextInt(text.length());
                    text.replace(at, Math.min(at + random.nextInt(3), text.length()), Attempts.text(random));
                }
                try {
                    format.attempts(text.toString());
                } catch (Malformed e) {
                    assertThat(e.line()).as("seed %d", seed).isBetween(1, 1_000);
                }
            }
        }
    }

    @Test
    void whatIsNotUtf8IsSaidWithItsLine() throws IOException {
        Path file = folder.resolve("attempts.csv");
        Files.write(file, (HEADING + ROW.replace("5 V", "5 Ω\u00e4")).getBytes(StandardCharsets.UTF_8));
        assertThat(Format.CSV.read(file)).hasSize(1);
        Files.write(file, (HEADING + ROW.replace("5 V", "5 µV")).getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Format.CSV.read(file)).hasMessage("line 2: this is not UTF-8");
    }

    @Test
    void aFormatIsToldByTheNamesEnd() throws IOException {
        assertThat(Format.of(Path.of("a/My.CSV"))).isEqualTo(Format.CSV);
        assertThat(Format.of(Path.of("b.json"))).isEqualTo(Format.JSON);
        assertThatThrownBy(() -> Format.of(Path.of("c.txt"))).hasMessage("c.txt ends neither with .csv nor with .json");
    }

    @Test
    void halfACharacterIsReplacedWhereItIsTyped() {
        Attempt attempt = Attempts.wrong(1, 0, "rf/a", "\ud83d\ude00\ud83d, \ude00\ud83d");
        assertThat(attempt.slip()).isEqualTo("\ud83d\ude00\ufffd, \ufffd\ufffd");
    }

    @Test
    void aTextOfSomethingElseIsNoFileWithoutAttempts() throws Exception {
        for (String text : new String[] {"\0".repeat(100), "hello\n", "at,problem\n", "\n\n"}) {
            assertThatThrownBy(() -> Format.CSV.attempts(text))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("line 1");
            assertThatThrownBy(() -> Format.JSON.attempts(text)).isInstanceOf(Malformed.class);
        }
        assertThat(Format.CSV.attempts(Format.CSV.text(List.of()))).isEmpty();
        assertThat(Format.JSON.attempts(Format.JSON.text(List.of()))).isEmpty();
    }
}
