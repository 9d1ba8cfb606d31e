package org.ansatz.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ansatz.bank.Bank;
import org.ansatz.problem.MarkingScheme;
import org.ansatz.problem.MarkingScheme.Special;
import org.ansatz.quantity.Rational;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a class's responses say against a question, its wording or its key. */
final class SuspicionsTest {

    private static final String WORSE = "whoever is better in the other questions is worse in this one";

    @TempDir
    private static Path folder;

    private static Bank bank;

    @BeforeAll
    static void readTheBank() throws IOException {
        bank = SmallBank.in(folder);
        assertThat(bank.faults()).isEmpty();
    }

    @Test
    void aKeyAgainstWhichTheBestCandidatesChooseIsSuspected() throws IOException {
        StringBuilder text = new StringBuilder("candidate,choice,number,several\n");
        for (int i = 0; i < 60; i++) {
            boolean good = i % 3 == 0;
            text.append("C").append(i).append(good ? ",A,3 m,AC\n" : ",B,1.5 m,D\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        MarkedSheet keys = MarkedSheet.of(bank, bytes, Sheet.Form.CSV, MarkingScheme.GATE, Authority.KEYS, 1);
        assertThat(keys.item("choice").suspicions())
                .singleElement()
                .asString()
                .contains("the best candidates chose A")
                .contains("is the key right?");
        assertThat(keys.item("choice").choices().get(0).letters()).isEqualTo("B");
        MarkedSheet routes = MarkedSheet.of(bank, bytes, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 1);
        assertThat(routes.item("choice").suspicions()).isEmpty();
        assertThat(routes.item("choice").slips()).containsExactly(Map.entry("the ratio was taken twice", 40L));
    }

    /** A class in which so many candidates hand in the same, one after the other. */
    private static final class Rows {
        private final StringBuilder text = new StringBuilder("candidate,choice,number,several\n");
        private int size;

        Rows of(int candidates, String replies) {
            for (int i = 0; i < candidates; i++) {
                text.append('C').append(size++).append(',').append(replies).append('\n');
            }
            return this;
        }

        List<String> suspicions(String question) throws IOException {
            return suspicions(question, MarkingScheme.GATE);
        }

        List<String> suspicions(String question, MarkingScheme scheme) throws IOException {
            return MarkedSheet.csv(bank, scheme, text.toString()).item(question).suspicions();
        }
    }

    @Test
    void anOptionIsSuspectedThatTheBestChoseWhereNobodyChoseTheRightOne() throws IOException {
        assertThat(new Rows().of(6, "B,3 m,AC").of(14, "C,2 m,D").suspicions("choice"))
                .containsExactly("the best candidates chose B (6 of 6), which is marked wrong; is the key right?");
    }

    @Test
    void anOptionIsNotSuspectedOnlyBecauseItIsPopular() throws IOException {
        assertThat(new Rows()
                        .of(2, "A,3 m,AC")
                        .of(4, "B,3 m,AC")
                        .of(16, "B,2 m,D")
                        .suspicions("choice"))
                .isEmpty();
    }

    /** As many of the best chose the one as the other. */
    @Test
    void anOptionIsNotSuspectedThatNoMoreOfTheBestChoseThanTheRightOne() throws IOException {
        assertThat(new Rows()
                        .of(3, "A,3 m,AC")
                        .of(3, "B,3 m,AC")
                        .of(14, "A,2 m,D")
                        .suspicions("choice"))
                .containsExactly(WORSE);
    }

    /** Whoever chose the one is as good in the others as whoever chose the other. */
    @Test
    void anOptionIsNotSuspectedWhoseChoosersAreNoBetter() throws IOException {
        assertThat(new Rows()
                        .of(2, "A,3 m,AC")
                        .of(6, "B,3 m,AC")
                        .of(12, "C,2 m,D")
                        .suspicions("choice"))
                .isEmpty();
    }

    @Test
    void nothingIsSaidAgainstAQuestionThatCouldNotBeMarked() throws IOException {
        byte[] bytes =
                new Rows().of(6, ",3 m,B").of(14, ",2 m,D").text.toString().getBytes(StandardCharsets.UTF_8);
        MarkedSheet keys = MarkedSheet.of(bank, bytes, Sheet.Form.CSV, MarkingScheme.GATE, Authority.KEYS, 1);
        assertThat(keys.item("several").objection()).isNotEmpty();
        assertThat(keys.item("several").suspicions()).isEmpty();
    }

    @Test
    void nothingIsSaidAgainstAQuestionWhoseMarksAreGivenToAll() throws IOException {
        MarkingScheme toAll = new MarkingScheme(
                "own",
                Rational.of(-1, 3),
                Rational.ZERO,
                Rational.ZERO,
                Rational.ONE,
                java.util.Set.of(),
                Map.of("choice", new Special(null, null, true)));
        Rows rows = new Rows().of(6, "B,3 m,AC").of(14, "C,2 m,D");
        assertThat(rows.suspicions("choice", toAll)).isEmpty();
    }

    /** Of 64 candidates a quarter is two standard errors of a correlation. */
    @Test
    void aCorrelationMustBeNegativeByMoreThanTwoStandardErrors() throws IOException {
        Rows quarter =
                new Rows().of(12, "A,3 m,").of(20, "B,3 m,").of(20, "A,2 m,").of(12, "B,2 m,");
        assertThat(MarkedSheet.csv(bank, quarter.text.toString()).item("number").correlation())
                .isEqualTo(-0.25);
        assertThat(quarter.suspicions("number")).isEmpty();
        assertThat(new Rows()
                        .of(11, "A,3 m,")
                        .of(21, "B,3 m,")
                        .of(21, "A,2 m,")
                        .of(11, "B,2 m,")
                        .suspicions("number"))
                .containsExactly(WORSE);
        assertThat(new Rows()
                        .of(20, "A,3 m,")
                        .of(12, "B,3 m,")
                        .of(12, "A,2 m,")
                        .of(20, "B,2 m,")
                        .suspicions("number"))
                .isEmpty();
    }

    /** What cannot be read is no reply that many agree on. */
    @Test
    void theMostCommonWrongReplyIsTold() throws IOException {
        assertThat(new Rows().of(3, ",3 m,").of(2, ",2 m,").of(15, ",dunno,").suspicions("number"))
                .isEmpty();
        assertThat(new Rows()
                        .of(3, ",3 m,")
                        .of(5, ",2 m,")
                        .of(8, ",4 m,")
                        .of(7, ",5 m,")
                        .suspicions("number"))
                .containsExactly("8 wrote '4 m', which is marked wrong; 3 are right");
    }

    private static List<String> suspicions(int right, int wrong, String reply) throws IOException {
        StringBuilder text = new StringBuilder("candidate,number,choice\n");
        for (int i = 0; i < right + wrong; i++) {
            boolean isRight = i < right;
            text.append('C').append(i).append(isRight ? ",3 m,B\n" : "," + reply + ",A\n");
        }
        return MarkedSheet.csv(bank, text.toString()).item("number").suspicions();
    }

    /** Of twenty responses on; what is better elsewhere must be so by more than two standard errors. */
    @Test
    void whatSpeaksAgainstAQuestionIsSaidOnceThereAreEnough() throws IOException {
        assertThat(suspicions(9, 10, "1.5 m")).isEmpty();
        assertThat(suspicions(9, 11, "1.5 m"))
                .containsExactly(
                        "whoever is better in the other questions is worse in this one",
                        "11 wrote '1.5 m', which is marked wrong; 9 are right");
        assertThat(suspicions(10, 10, "1.5 m"))
                .containsExactly("whoever is better in the other questions is worse in this one");
        assertThat(suspicions(20, 0, "")).isEmpty();
    }
}
