package org.ansatz.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.problem.MarkingScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which forms responses are read, and what becomes of rows that are not as they should be. */
final class ResponseFilesTest {

    @TempDir
    private static Path folder;

    private static Bank bank;

    @BeforeAll
    static void readTheBank() throws IOException {
        bank = SmallBank.in(folder);
        assertThat(bank.faults()).isEmpty();
    }

    @Test
    void aTableMayHaveAColumnForEachQuestion() throws IOException {
        MarkedSheet wide =
                MarkedSheet.csv(bank, "Timestamp,Roll No,Choice,NUMBER,several\n1,Ada,A,3 m,A;C\n2,Ben,B,,\n");
        assertThat(wide.marks()).isEqualTo("Ada=5 Ben=-1/3");
        assertThat(wide.marked().tally().responses()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void anySeparatorOfSpreadsheetsIsFound(String separator) throws IOException {
        String text = "student,item,answer\nAda,choice,A\nBen,number,\"3,0 m\"\n".replace(",", separator);
        MarkedSheet done = MarkedSheet.csv(bank, text.replace("3" + separator + "0", "3.0"));
        assertThat(done.marks()).isEqualTo("Ada=1 Ben=2");
    }

    @Test
    void jsonLinesAreRead() throws IOException {
        String text = """
                {"candidate": "Ada", "question": "choice", "response": "A", "seconds": 30}

                {"candidate": 7, "question": "number", "response": "3 m"}
                {"candidate": "Ben", "question": "number"}
                {"candidate": "Ben", "question": "number", "response": [1]}
                not json
                """;
        MarkedSheet done = MarkedSheet.of(
                bank, text.getBytes(StandardCharsets.UTF_8), Sheet.Form.JSON, MarkingScheme.GATE, Authority.ROUTES, 1);
        assertThat(done.marks()).isEqualTo("Ada=1 7=2");
        assertThat(done.marked().tally().refused()).isEqualTo(3);
        assertThat(done.marked().tally().remarks())
                .containsExactly(
                        "line 4: there is no field 'response' among \"candidate, question\"",
                        "line 5: \"response\" is a string, a number, true or false",
                        "line 6: an object begins with {");
    }

    @Test
    void aLineOfJsonThatIsTooLongIsPassedOver() throws IOException {
        String start = "{\"candidate\": \"A\", \"question\": \"choice\", \"response\": \"";
        String longest = start + "x".repeat((1 << 16) - start.length() - 2) + "\"}";
        String text = longest + "\n" + longest
                + " \n{\"candidate\": \" \", \"question\": \"choice\", \"response\": \"A\"}\n" + start + "A\"}";
        MarkedSheet done = MarkedSheet.of(
                bank, text.getBytes(StandardCharsets.UTF_8), Sheet.Form.JSON, MarkingScheme.GATE, Authority.ROUTES, 1);
        assertThat(done.marked().tally().responses()).isEqualTo(2);
        assertThat(done.marks()).isEqualTo("A=1");
        assertThat(done.marked().tally().remarks())
                .containsExactly(
                        "line 2: a line of 65537 characters; at most 65536 are read",
                        "line 3: this row names no candidate");
    }

    @Test
    void questionsAreKnownByTheLastPartOfTheirIdIfItIsNoOthers() throws IOException {
        Path own = folder.resolve("rooms");
        SmallBank.write(own);
        java.nio.file.Files.createDirectories(own.resolve("problems/one"));
        java.nio.file.Files.createDirectories(own.resolve("problems/two"));
        for (String name : List.of("one/choice", "two/choice", "two/Length")) {
            String source = name.equals("two/Length") ? "number" : "choice";
            java.nio.file.Files.copy(
                    own.resolve("problems/" + source + ".yaml"), own.resolve("problems/" + name + ".yaml"));
        }
        java.nio.file.Files.delete(own.resolve("problems/choice.yaml"));
        Bank rooms = Bank.load(own.resolve("problems"));
        String text =
                "candidate,question,response\nA,choice,A\nA,one/choice,A\nA,ONE/Choice,A\nA,length,3 m\nA,two/chioce,A\n";
        try (Sheet sheet = new Sheet(rooms, MarkingScheme.GATE, Authority.ROUTES, 1)) {
            sheet.read(MarkedSheet.stream(text), Sheet.Form.CSV, Sheet.Each.NOBODY);
            MarkedClass marked = sheet.marked(Sheet.Candidates.NOBODY);
            assertThat(marked.items()).extracting(ItemAnalysis::id).containsExactly("one/choice", "two/Length");
            assertThat(marked.tally().remarks())
                    .containsExactly(
                            "line 2: 'choice' may be one/choice or two/choice",
                            "line 6: there is no question 'two/chioce'; did you mean 'two/choice'?");
        }
    }

    @Test
    void theLastOfSeveralResponsesCounts() throws IOException {
        MarkedSheet done = MarkedSheet.csv(
                bank,
                "candidate,question,response\nAda,choice,B\nBen,choice,A\nAda,choice,A\nAda,choice,\nAda,choice,C\n");
        assertThat(done.marks()).isEqualTo("Ada=-1/3 Ben=1");
        assertThat(done.marked().tally().superseded()).isEqualTo(3);
        assertThat(done.candidates().get(0).superseded()).isEqualTo(3);
        assertThat(done.item("choice").responses()).isEqualTo(2);
    }

    @Test
    void everyRowIsAccountedForWithItsLine() throws IOException {
        MarkedSheet done = MarkedSheet.csv(
                bank,
                "candidate,question,response\nAda,choice,A\nAda,nonsense,A\n ,choice,A\nAda,choice\nAda,choice,A,B\n");
        MarkedClass.Tally tally = done.marked().tally();
        assertThat(tally.counted()).isEqualTo(1);
        assertThat(tally.unknown()).isEqualTo(1);
        assertThat(tally.refused()).isEqualTo(3);
        assertThat(tally.remarks())
                .containsExactly(
                        "line 3: there is no question 'nonsense'",
                        "line 4: this row names no candidate",
                        "line 5: this row has 2 fields, and the heading 3",
                        "line 6: this row has 4 fields, and the heading 3");
    }

    @Test
    void aQuoteThatIsNotClosedDoesNotSwallowRowsInSilence() throws IOException {
        MarkedSheet done = MarkedSheet.csv(
                bank, "candidate,question,response\nAda,choice,A\nBen,choice,\"B\nCem,choice,A\nDan,number,3 m\n");
        assertThat(done.marks()).isEqualTo("Ada=1");
        assertThat(done.marked().tally().remarks())
                .singleElement()
                .asString()
                .startsWith("line 3: a quote that is opened here is closed 3 lines below, if at all");
    }

    /** A second line with as many separators as the heading is a row. */
    @Test
    void aReplyOfSeveralLinesIsTakenForRowsIfItLooksLikeThem() throws IOException {
        String heading = "candidate,question,response\n";
        assertThat(MarkedSheet.csv(bank, heading + "Ada,parts,\"x = 7 A\n, y = 3 A\"\n")
                        .marks())
                .isEqualTo("Ada=2");
        MarkedSheet begun = MarkedSheet.csv(bank, heading + "Ada,number,\"\na,b,c\"\nBen,choice,A\n");
        assertThat(begun.marks()).isEqualTo("Ben=1");
        for (String second : List.of("a, b, c", "a; b; c", "a|b|c", "a\tb\tc")) {
            MarkedSheet done = MarkedSheet.csv(bank, heading + "Ada,number,\"3 m\n" + second + "\nd\"\nBen,choice,A\n");
            assertThat(done.marks()).isEqualTo("Ben=1");
            assertThat(done.marked().tally().remarks())
                    .containsExactly("line 2: a quote that is opened here is closed 3 lines below, if at all;"
                            + " the rows between are not read");
        }
    }

    @Test
    void aReplyMayHaveSeveralLinesQuotesAndSeparators() throws IOException {
        MarkedSheet done = MarkedSheet.csv(
                bank, "candidate,question,response\nAda,parts,\"x = 7 A,\n y = 3 A\"\nBen,number,\"\"\"3 m\"\"\"\n");
        assertThat(done.marks()).startsWith("Ada=2");
    }

    @Test
    void aFieldWithoutEndIsRefusedWithItsLine() {
        String text = "candidate,question,response\nAda,choice,\"" + "x".repeat(100_000);
        assertThatThrownBy(() -> MarkedSheet.csv(bank, text))
                .hasMessageContaining("line 2: a field of more than 65536 characters");
        String quotes = "candidate,question,response\nAda,choice,\"A\"B\n";
        assertThatThrownBy(() -> MarkedSheet.csv(bank, quotes)).hasMessageContaining("line 2: behind a closing quote");
    }

    /** A file that begins as UTF-8, to which an older program has added rows. */
    @Test
    void aRowThatIsEncodedOtherwiseIsNotReadInSilence() throws IOException {
        StringBuilder text = new StringBuilder("candidate,question,response,name\n");
        for (int i = 0; i < 9000; i++) {
            text.append('C').append(i).append(",choice,A,x\n");
        }
        byte[] begun = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] added = "Zo\u00eb,choice,A,x\nZo\u00eb,choice,B,x\nIda,number,3 m,Zo\u00eb\n"
                .getBytes(Charset.forName("windows-1252"));
        byte[] both = Arrays.copyOf(begun, begun.length + added.length);
        System.arraycopy(added, 0, both, begun.length, added.length);
        MarkedSheet done = MarkedSheet.of(bank, both, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 2);
        assertThat(done.candidates()).hasSize(9001);
        assertThat(done.marked().tally().remarks())
                .containsExactly(
                        "line 9002: 'Zo\uFFFD' is not encoded as the beginning of the file is; save all of it as UTF-8",
                        "line 9003: 'Zo\uFFFD' is not encoded as the beginning of the file is; save all of it as UTF-8");
    }

    @Test
    void spacesAroundANameMakeNobodyAnotherCandidate() throws IOException {
        MarkedSheet done = MarkedSheet.csv(bank, "candidate,question,response\nAda,choice,A\n Ada ,number,3 m\n");
        assertThat(done.marks()).isEqualTo("Ada=3");
    }

    /** As many programs write that nothing was answered. */
    @Test
    void aResponseThatIsNullIsBlank() throws IOException {
        String text = "{\"candidate\": \"Ada\", \"question\": \"choice\", \"response\": null}\n";
        MarkedSheet done = MarkedSheet.of(
                bank, text.getBytes(StandardCharsets.UTF_8), Sheet.Form.JSON, MarkingScheme.GATE, Authority.ROUTES, 1);
        assertThat(done.item("choice").count(Result.BLANK)).isEqualTo(1);
    }
}
