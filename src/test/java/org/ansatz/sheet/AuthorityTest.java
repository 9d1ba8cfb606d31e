package org.ansatz.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.problem.MarkingScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts where the routes and the keys say different things, or one of them says nothing. */
final class AuthorityTest {

    private static final String HEADING = "candidate,question,response\n";

    @TempDir
    private static Path folder;

    private static Bank bank;

    /** Beside the small bank a question whose routes differ, with a key, and one that cannot be varied, without one. */
    @BeforeAll
    static void readTheBank() throws IOException {
        SmallBank.write(folder);
        Files.writeString(folder.resolve("problems/differing.yaml"), """
                title: Routes that differ
                marks: 1
                statement: What is {V} over {R}?
                given: {V: 12 V, R: 4 ohm}
                answer: {kind: number, unit: A}
                routes:
                  law: V/R
                  search:
                    value: root(i*R - 2*V for i in 0 A..1 kA)
                """);
        Files.writeString(folder.resolve("problems/stuck.yaml"), """
                title: Variants that cannot be drawn
                marks: 1
                statement: What is {V} over {R}?
                given: {V: 12 V, R: 4 ohm}
                answer: {kind: number, unit: A}
                routes:
                  law: V/R
                  search:
                    value: root(i*R - V for i in 0 A..1 kA)
                variants:
                  draw:
                    V: [12 V, 20 V]
                  where: V > 30 V
                """);
        Files.writeString(folder.resolve("answers/keys.yaml"), """
                claim: teacher
                answers:
                  choice: B
                  number: 2.5 m to 3.5 m
                  several: MTA
                  differing: 3 A
                """);
        bank = Bank.load(folder.resolve("problems")).withKeys(folder.resolve("answers"));
        assertThat(bank.faults()).isEmpty();
    }

    private static MarkedSheet marked(Authority authority, String seeds, String decisions, String rows)
            throws IOException {
        Examiner examiner = new Examiner(bank, MarkingScheme.GATE, authority);
        if (!seeds.isEmpty()) {
            examiner.seed(MarkedSheet.stream("candidate,seed\n" + seeds));
        }
        if (!decisions.isEmpty()) {
            examiner.decide(MarkedSheet.stream("question,reply,decision\n" + decisions));
        }
        try (Sheet sheet = new Sheet(examiner, 1)) {
            sheet.read(MarkedSheet.stream(HEADING + rows), Sheet.Form.CSV, Sheet.Each.NOBODY);
            List<CandidateResult> candidates = new ArrayList<>();
            MarkedClass marked = sheet.marked(candidates::add);
            return new MarkedSheet(marked, candidates);
        }
    }

    private static long disputed(String decisions, String rows) throws IOException {
        return marked(Authority.ROUTES, "", decisions, rows)
                .marked()
                .items()
                .get(0)
                .disputed();
    }

    @Test
    void aReplyIsDisputedThatKeyAndRoutesGiveDifferentMarks() throws IOException {
        assertThat(disputed("", "Ada,number,2.6 m\nBen,number,2.6 m\nCem,number,3 m\nDan,number,9 m\n"))
                .isEqualTo(2);
        assertThat(disputed("", "Ada,number,\nBen,number,-\nCem,number,what\nDan,number,2.6\n"))
                .isEqualTo(1);
        assertThat(disputed("number,2.6 m,right\n", "Ada,number,2.6 m\n")).isZero();
        assertThat(disputed("", "Ada,parts,\"x = 7 A, y = 4 A\"\n")).isZero();
        assertThat(disputed("", "Ada,differing,3 A\n")).isZero();
    }

    @Test
    void whereRoutesDifferOnlyTheKeyCanMark() throws IOException {
        String rows = "Ada,differing,3 A\nBen,differing,6 A\nCem,differing,\n";
        MarkedSheet routes = marked(Authority.ROUTES, "", "", rows);
        assertThat(routes.marks()).isEqualTo("Ada=0 Ben=0 Cem=0");
        assertThat(routes.item("differing").objection())
                .isEqualTo("inconsistent: routes 'law' and 'search' differ: 3 A apart, more than their errors explain");
        assertThat(routes.item("differing").count(Result.UNDECIDED)).isEqualTo(2);
        assertThat(routes.item("differing").count(Result.BLANK)).isEqualTo(1);
        assertThat(routes.item("differing").facility()).isNaN();
        assertThat(routes.marked().most()).hasToString("0");
        assertThat(routes.marked().unread()).isEmpty();
        MarkedSheet keys = marked(Authority.KEYS, "", "", rows);
        assertThat(keys.marks()).isEqualTo("Ada=1 Ben=0 Cem=0");
        assertThat(keys.item("differing").objection()).isEmpty();
        assertThat(keys.item("differing").count(Result.UNDECIDED)).isZero();
    }

    @Test
    void whereNobodyClaimsAKeyOnlyTheRoutesCanMark() throws IOException {
        String rows = "Ada,parts,\"x = 7 A, y = 3 A\"\n";
        MarkedSheet keys = marked(Authority.KEYS, "", "", rows);
        assertThat(keys.marks()).isEqualTo("Ada=0");
        assertThat(keys.item("parts").objection()).isEqualTo("nobody claims a key for it");
        assertThat(keys.item("parts").count(Result.UNDECIDED)).isEqualTo(1);
        assertThat(marked(Authority.ROUTES, "", "", rows).marks()).isEqualTo("Ada=2");
    }

    @Test
    void onlyWhereKeysCountDoesAKeyGiveMarksToAll() throws IOException {
        String rows = "Ada,several,AC\nBen,several,B\nCem,several,\n";
        assertThat(marked(Authority.KEYS, "", "", rows).marks()).isEqualTo("Ada=2 Ben=2 Cem=2");
        assertThat(marked(Authority.ROUTES, "", "", rows).marks()).isEqualTo("Ada=2 Ben=0 Cem=0");
        assertThat(marked(Authority.ROUTES, "", "", rows).item("several").disputed())
                .isEqualTo(1);
    }

    /** The key speaks of the published data; and the letters of a variant are not those of the question as it is stated. */
    @Test
    void variantsAreMarkedByTheRoutes() throws IOException {
        String seeds = "Ada,0\nBen,3\n";
        MarkedSheet keys = marked(Authority.KEYS, seeds, "", "Ada,choice,B\nBen,choice,zz\n");
        assertThat(keys.marks()).isEqualTo("Ada=1 Ben=0");
        assertThat(keys.item("choice").choices())
                .extracting(ItemAnalysis.Choice::letters)
                .containsExactly("B");
        assertThat(keys.item("choice").disputed()).isEqualTo(1);
        String all = "Ben,choice,A\nBo,choice,B\nBea,choice,C\nBill,choice,D\n";
        MarkedSheet four = marked(Authority.KEYS, "Ben,3\nBo,3\nBea,3\nBill,3\n", "", all);
        assertThat(four.item("choice").count(Result.RIGHT)).isEqualTo(1);
        assertThat(four.item("choice").count(Result.WRONG)).isEqualTo(3);
        assertThat(four.item("choice").choices()).isEmpty();
        assertThat(four.item("choice").disputed()).isZero();
    }

    @Test
    void aVariantThatCannotBeDrawnIsUndecided() throws IOException {
        MarkedSheet routes = marked(Authority.ROUTES, "Ada,0\nBen,1\n", "", "Ada,stuck,3 A\nBen,stuck,3 A\n");
        assertThat(routes.marks()).isEqualTo("Ada=1 Ben=0");
        assertThat(routes.item("stuck").count(Result.UNDECIDED)).isEqualTo(1);
        assertThat(routes.marked().unread())
                .extracting(MarkedClass.Unread::reason)
                .containsExactly("none of 1000 draws meets the conditions of the variants");
    }

    @Test
    void onlyLettersAreCountedAsChoices() throws IOException {
        String rows = "Ada,choice,A\nBen,choice,(a)\nCem,choice,3 A\nDan,choice,E\nEva,choice,A or B\nFay,choice,\n";
        assertThat(marked(Authority.ROUTES, "", "", rows).item("choice").choices())
                .containsExactly(new ItemAnalysis.Choice("A", true, 2, 2, 0, 0.0));
        assertThat(marked(Authority.ROUTES, "", "", "Ada,number,3 m\nBen,number,A\n")
                        .item("number")
                        .choices())
                .isEmpty();
    }
}
