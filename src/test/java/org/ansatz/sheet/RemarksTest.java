package org.ansatz.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.problem.MarkingScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of rows and replies that came to nothing: as far as they are few, each; else how many there are. */
final class RemarksTest {

    private static final String HEADING = "candidate,question,response\n";

    @TempDir
    private static Path folder;

    private static Bank bank;

    @BeforeAll
    static void readTheBank() throws IOException {
        bank = SmallBank.in(folder);
        assertThat(bank.faults()).isEmpty();
    }

    private static List<String> remarks(String rows) throws IOException {
        return MarkedSheet.csv(bank, HEADING + rows).marked().tally().remarks();
    }

    @Test
    void aNameOfNoQuestionIsToldOnceAndCounted() throws IOException {
        assertThat(remarks("Ada,q7,A\nBen,choise,A\nCem,q7,B\nDan,q7,C\n"))
                .containsExactly(
                        "line 2: there is no question 'q7'",
                        "line 3: there is no question 'choise'; did you mean 'choice'?",
                        "there is no question 'q7': 3 responses in all");
        String name = "a-name-of-forty-characters-is-still-whole";
        assertThat(remarks("Ada," + name.substring(1) + ",A\nBen," + name + ",A\n"))
                .containsExactly(
                        "line 2: there is no question '" + name.substring(1) + "'",
                        "line 3: there is no question '" + name.substring(0, 40) + "…'");
    }

    /** Twenty different ones are told; those that are told are still counted when there are more. */
    @Test
    void ofManyNamesOfNoQuestionTheRestIsCounted() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            rows.append("Ada,x").append(i).append(",A\n");
        }
        assertThat(remarks(rows.toString())).hasSize(20).last().isEqualTo("line 21: there is no question 'x19'");
        rows.append("Ada,y,A\nBen,y,A\nBen,x0,A\n");
        assertThat(remarks(rows.toString()))
                .hasSize(22)
                .endsWith(
                        "line 21: there is no question 'x19'",
                        "there is no question 'x0': 2 responses in all",
                        "2 further responses to questions that are not known");
    }

    @Test
    void ofManyRowsThatCannotBeReadTheRestIsCounted() throws IOException {
        String row = "Ada\n";
        assertThat(remarks(row.repeat(20)))
                .hasSize(20)
                .last()
                .isEqualTo("line 21: this row has 1 field, and the heading 3");
        assertThat(remarks(row.repeat(21)))
                .hasSize(21)
                .endsWith("line 21: this row has 1 field, and the heading 3", "1 further rows that cannot be read");
    }

    @Test
    void aCandidateWithoutASeedIsTold() throws IOException {
        Examiner examiner = new Examiner(bank, MarkingScheme.GATE, Authority.ROUTES);
        examiner.seed(MarkedSheet.stream("candidate,seed\nAda,1\n"));
        try (Sheet sheet = new Sheet(examiner, 1)) {
            String longName = "B".repeat(41);
            sheet.read(
                    MarkedSheet.stream(HEADING + longName + ",choice,A\n" + longName.substring(1) + ",choice,A\n"),
                    Sheet.Form.CSV,
                    Sheet.Each.NOBODY);
            assertThat(sheet.marked(Sheet.Candidates.NOBODY).tally().remarks())
                    .containsExactly(
                            "line 2: no seed is given for the candidate '" + longName.substring(1) + "…'",
                            "line 3: no seed is given for the candidate '" + longName.substring(1) + "'");
            assertThat(sheet.responses()).isEqualTo(2);
        }
    }

    @Test
    void anEncodingThatWasFoundOutIsTold() throws IOException {
        for (Charset encoding : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("windows-1252"))) {
            String mark = encoding.name().startsWith("UTF") ? "\uFEFF" : "";
            byte[] bytes = (mark + HEADING + "Ödön,choice,A\n").getBytes(encoding);
            MarkedSheet done = MarkedSheet.of(bank, bytes, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 1);
            assertThat(done.marks()).isEqualTo("Ödön=1");
            assertThat(done.marked().tally().remarks())
                    .isEqualTo(
                            encoding.equals(StandardCharsets.UTF_8)
                                    ? List.of()
                                    : List.of("read as " + encoding.name()));
        }
    }

    @Test
    void repliesThatCannotBeReadComeByFrequencyThenByName() throws IOException {
        MarkedSheet done = MarkedSheet.csv(
                bank,
                HEADING + "Ada,number,??\nBen,choice,what\nCem,number,!!\nDan,choice,how\nEva,number,so so\n"
                        + "Fay,number,so so\nGil,number,2 m\nHal,number,3 m\nIna,number,-\n");
        assertThat(done.marked().unread())
                .extracting(MarkedClass.Unread::question, MarkedClass.Unread::reply, MarkedClass.Unread::count)
                .containsExactly(
                        tuple("number", "so so", 2L),
                        tuple("choice", "how", 1L),
                        tuple("choice", "what", 1L),
                        tuple("number", "!!", 1L),
                        tuple("number", "??", 1L));
    }

    /** Of two hundred characters a reply is shown whole, of ten thousand it is read. */
    @Test
    void longRepliesAreCutAndVeryLongOnesNotRead() throws IOException {
        String ten = "3" + " ".repeat(9_998) + "m";
        MarkedSheet done = MarkedSheet.csv(
                bank,
                HEADING + "Ada,number," + "x".repeat(200) + "\nBen,number," + "y".repeat(201) + "\nCem,number," + ten
                        + "\nDan,number,0" + ten + "\n");
        assertThat(done.marks()).isEqualTo("Ada=0 Ben=0 Cem=2 Dan=0");
        assertThat(done.marked().unread())
                .extracting(MarkedClass.Unread::reply)
                .containsExactly("0" + ten.substring(0, 199) + "…", "x".repeat(200), "y".repeat(200) + "…");
        assertThat(done.marked().unread().get(0).reason()).isEqualTo("longer than 10000 characters");
    }

    /** What stands where nothing was answered, in any case, is neither right nor wrong. */
    @Test
    void blanksAreNeitherRightNorWrong() throws IOException {
        StringBuilder rows = new StringBuilder();
        List<String> blanks = List.of("", " ", "-", "–", "N/A", "Not Attempted", "I don't know", "NULL", "(blank)");
        blanks.forEach(blank -> rows.append(blank.length())
                .append(blank)
                .append(",choice,")
                .append(blank)
                .append('\n'));
        MarkedSheet done = MarkedSheet.csv(bank, HEADING + rows);
        assertThat(done.item("choice").count(Result.BLANK)).isEqualTo(blanks.size());
        assertThat(done.marked().distribution().mean()).isZero();
        assertThat(done.marked().unread()).isEmpty();
    }
}
