package org.ansatz.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.problem.MarkingScheme;
import org.ansatz.problem.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that a person hands in beside the responses: decisions on single replies, and seeds of candidates. */
final class DecisionFileTest {

    private static final String HEADING = "question,reply,decision\n";

    @TempDir
    private static Path folder;

    private static Bank bank;

    @BeforeAll
    static void readTheBank() throws IOException {
        bank = SmallBank.in(folder);
        assertThat(bank.faults()).isEmpty();
    }

    /** What candidates earn with these decisions: {@code Ada=2 Ben=0}. */
    private static String marks(String decisions, String responses) throws IOException {
        Examiner examiner = new Examiner(bank, MarkingScheme.GATE, Authority.ROUTES);
        examiner.decide(MarkedSheet.stream(decisions));
        try (Sheet sheet = new Sheet(examiner, 1)) {
            sheet.read(
                    MarkedSheet.stream("candidate,question,response\n" + responses), Sheet.Form.CSV, Sheet.Each.NOBODY);
            List<CandidateResult> candidates = new ArrayList<>();
            MarkedClass marked = sheet.marked(candidates::add);
            return new MarkedSheet(marked, candidates).marks();
        }
    }

    @Test
    void aDecisionIsRightWrongBlankOrAnotherReply() throws IOException {
        String decisions = HEADING + "choice,a or so,right\nchoice,A?,wrong\nchoice,A!,blank\nchoice,the second,B\n";
        String rows = "Ada,choice,a or so\nBen,choice,A?\nCem,choice,A!\nDan,choice,the second\nEva,choice,A\n";
        assertThat(marks(decisions, rows)).isEqualTo("Ada=1 Ben=-1/3 Cem=0 Dan=-1/3 Eva=1");
    }

    /** As a spreadsheet writes it that was handed replies with an apostrophe before what it would take for a formula. */
    @Test
    void aDecisionIsFoundWhateverASpreadsheetMadeOfItsTable() throws IOException {
        String decisions =
                " decision , count, question , reply \n right ,2,CHOICE,'=A\n,,choice,B\nright,1,number,'-3 m \n";
        assertThat(marks(decisions, "Ada,choice, =A\nBen,choice,B\nCem,number,-3 m\n"))
                .isEqualTo("Ada=1 Ben=-1/3 Cem=2");
    }

    /** Saved by a spreadsheet whose lists are parted by semicolons, and which begins words with capitals. */
    @Test
    void aDecisionIsFoundInEveryTableThatResponsesMayBe() throws IOException {
        for (String separator : new String[] {",", ";", "\t"}) {
            String decisions = "\uFEFFQuestion,Reply,Decision\r\nchoice,the first,Right\r\nnumber,three,BLANK\r\n";
            assertThat(marks(decisions.replace(",", separator), "Ada,choice,the first\nBen,number,three\n"))
                    .isEqualTo("Ada=1 Ben=0");
        }
    }

    @Test
    void rowsWithoutADecisionSayNothing() throws IOException {
        String decisions =
                HEADING + "choice,B\nchoice\nchoice,B,\nchoice,B,  \nchoice,C,right,beside\nchoice,C,right\n";
        assertThat(marks(decisions, "Ada,choice,B\nBen,choice,C\n")).isEqualTo("Ada=-1/3 Ben=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | it is empty; needed are the columns question, reply and decision",
                "'reply,decision\nx,y\n' | line 1: needed are the columns question, reply and decision",
                "'question,decision\nx,y\n' | line 1: needed are the columns question, reply and decision",
                "'question,reply\nx,y\n' | line 1: needed are the columns question, reply and decision",
                "'question,reply,decision\nchoise,x,right\n' | line 2: there is no question 'choise'; did you mean 'choice'?",
                "'decision,question,reply\nright\n' | line 2: there is no question ''",
                "'question,reply,decision\nchoice,x,right\nchoice,x,wrong\n'"
                        + " | line 3: decided twice, as 'right' and as 'wrong'",
            })
    void decisionsThatCannotBeReadAreToldWithTheirLine(String table, String message) throws IOException {
        Examiner examiner = new Examiner(bank, MarkingScheme.GATE, Authority.ROUTES);
        assertThatThrownBy(() -> examiner.decide(MarkedSheet.stream(table)))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    /** A reply that is decided twice alike counts once. */
    @Test
    void tooManyDecisionsAreRefused() throws IOException {
        Problem problem = bank.problem("choice");
        Questions questions = new Questions(List.of(new Item(0, problem, MarkingScheme.GATE.worth(problem), null)));
        String two = HEADING + "choice,x,right\nchoice,y,wrong\nchoice,x,right\n";
        DecisionFile decisions = DecisionFile.read(new StringReader(two), questions, 2);
        assertThat(decisions.of("choice", "y")).isEqualTo("wrong");
        assertThat(decisions.of("choice", "z")).isNull();
        assertThatThrownBy(() -> DecisionFile.read(new StringReader(two + "choice,z,right\n"), questions, 2))
                .isInstanceOf(IOException.class)
                .hasMessage("more than 2 decisions");
    }

    @Test
    void aFieldOfDecisionsWithoutEndIsRefused() throws IOException {
        Examiner examiner = new Examiner(bank, MarkingScheme.GATE, Authority.ROUTES);
        String table = HEADING + "choice,\"" + "x".repeat(70_000);
        assertThatThrownBy(() -> examiner.decide(MarkedSheet.stream(table))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | there are no seeds; needed are the columns candidate and seed, or candidate and version",
                "'candidate,seed\n' | there are no seeds; needed are the columns candidate and seed, or candidate and version",
                "'who,seed\nAda,1\n' | line 1: needed are the columns candidate and seed, or candidate and version",
                "'candidate,number\nAda,1\n' | line 1: needed are the columns candidate and seed, or candidate and version",
                "'candidate,seed\nAda\n' | line 2: a seed is a whole number, 0 for the published data, not ''",
                "'candidate,seed\nAda,1\nBen,-1\n' | line 3: a seed is a whole number, 0 for the published data, not '-1'",
                "'candidate,seed\nAda,1.5\n' | line 2: a seed is a whole number, 0 for the published data, not '1.5'",
                "'candidate,seed\nAda,1234567890123456789\n'"
                        + " | line 2: a seed is a whole number, 0 for the published data, not '1234567890123456789'",
                "'candidate,seed,Version\nAda,1,1\n' | line 1: 'seed' and 'Version' both say which data a candidate had; leave one"
                        + " column out",
                "'candidate,seed\nAda,1\nAda,2\n' | line 3: a second seed for the candidate 'Ada'",
            })
    void seedsThatCannotBeReadAreToldWithTheirLine(String table, String message) throws IOException {
        Examiner examiner = new Examiner(bank, MarkingScheme.GATE, Authority.ROUTES);
        assertThatThrownBy(() -> examiner.seed(MarkedSheet.stream(table)))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    @Test
    void aSeedIsFoundInTheColumnSeedOrVariant() throws IOException {
        assertThat(Seeds.read(Source.of(MarkedSheet.stream("candidate,seed\nAda,1\nBen, 123456789012345678 \nAda,1\n"))
                                .reader())
                        .byCandidate())
                .containsOnly(entry("Ada", 1L), entry("Ben", 123_456_789_012_345_678L));
        assertThat(Seeds.read(Source.of(MarkedSheet.stream("variant, candidate ,room\n7,Ada,B\n0,Ben\n"))
                                .reader())
                        .byCandidate())
                .containsOnly(entry("Ada", 7L), entry("Ben", 0L));
    }

    @Test
    void seedsAreFoundInEveryTableThatResponsesMayBe() throws IOException {
        for (String heading : new String[] {"Candidate;Seed", "Roll No;Variant", "student;VARIANT"}) {
            assertThat(Seeds.read(Source.of(MarkedSheet.stream("\uFEFF" + heading + "\r\n Ada ;1\r\n"))
                                    .reader())
                            .byCandidate())
                    .containsOnly(entry("Ada", 1L));
        }
    }
}
