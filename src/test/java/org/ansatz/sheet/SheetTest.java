package org.ansatz.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.bank.Bank;
import org.ansatz.problem.MarkingScheme;
import org.ansatz.problem.MarkingScheme.Shared;
import org.ansatz.problem.MarkingScheme.Special;
import org.ansatz.quantity.Rational;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a class earns: by a scheme, against routes and keys, by decisions, with variants. */
final class SheetTest {

    @TempDir
    private static Path folder;

    private static Bank bank;

    private static final MarkingScheme SHARING = new MarkingScheme(
            "sharing",
            Rational.of(-1, 4),
            Rational.ZERO,
            Rational.of(-1, 10),
            Rational.of(1, 2),
            Set.of(Shared.OPTIONS, Shared.PARTS),
            Map.of());

    @BeforeAll
    static void readTheBank() throws IOException {
        bank = SmallBank.in(folder);
        assertThat(bank.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "choice | A | RIGHT | 1",
                "choice | (a) | RIGHT | 1",
                "choice | 3 A | RIGHT | 1",
                "choice | B | WRONG | -1/3",
                "choice | 6 A | WRONG | -1/3",
                "choice | E | UNREADABLE | 0",
                "choice | - | BLANK | 0",
                "choice | not attempted | BLANK | 0",
                "choice | ? | BLANK | 0",
                "choice | … | BLANK | 0",
                "choice | IDK | BLANK | 0",
                "several | A, C | RIGHT | 2",
                "several | AC | RIGHT | 2",
                "several | A | WRONG | 0",
                "several | A, B, C | WRONG | 0",
                "number | 300 cm | RIGHT | 2",
                "number | 3 | UNIT_MISSING | 2",
                "number | 1.5 m | WRONG | 0",
                "number | 3 kg | WRONG | 0",
                "number | three m blah | UNREADABLE | 0",
                "parts | x = 7 A, y = 3 A | RIGHT | 2",
                "parts | x = 7 A, y = 4 A | WRONG | 0",
            })
    void repliesEarnWhatTheSchemeOfTheGateSays(String question, String reply, Result result, String marks)
            throws IOException {
        assertEarns(MarkingScheme.GATE, question, reply, result, marks);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "choice | B | WRONG | -1/4",
                "several | A | PARTLY | 1",
                "several | A, C | RIGHT | 2",
                "several | A, B | WRONG | 0",
                "number | 3 | UNIT_MISSING | 1",
                "number | 2 m | WRONG | -1/5",
                "parts | x = 7 A, y = 4 A | PARTLY | 1",
                "parts | x = 6 A, y = 4 A | WRONG | -1/5",
            })
    void aSchemeOfOnesOwnSharesMarks(String question, String reply, Result result, String marks) throws IOException {
        assertEarns(SHARING, question, reply, result, marks);
    }

    /** A part that is wrong only because an earlier one is. */
    @Test
    void anErrorIsCarriedForwardWhereTheSchemeSaysSo() throws IOException {
        Path own = Files.createDirectories(folder.resolve("carried"));
        Files.writeString(own.resolve("chain.yaml"), """
                title: Chain
                marks: 2
                statement: Which x, and which y?
                given: {a: 3}
                answer: {kind: number, find: {x: 1, y: 1}}
                routes:
                  steps: {value: {x: a^2, y: 2*x}}
                  whole: {value: {x: "root(u - a*a for u in 0..20)", y: 2*a^2}}
                """);
        Bank chain = Bank.load(own);
        assertThat(chain.faults()).isEmpty();
        String rows =
                "candidate,chain\nAda,\"x = 9, y = 18\"\nBen,\"x = 8, y = 16\"\nCem,\"x = 8, y = 18\"\nDia,\"x = 8, y = 3\"\n";
        for (Set<Shared> shared : List.of(Set.of(Shared.PARTS), Set.of(Shared.CARRIED))) {
            MarkingScheme scheme = new MarkingScheme(
                    "own", Rational.ZERO, Rational.ZERO, Rational.ZERO, Rational.ONE, shared, Map.of());
            assertThat(MarkedSheet.csv(chain, scheme, rows).marks())
                    .isEqualTo("Ada=2 Ben=" + (shared.contains(Shared.CARRIED) ? 1 : 0) + " Cem=1 Dia=0");
        }
    }

    @Test
    void marksMayBeLessThanNothing() throws IOException {
        MarkedSheet done = MarkedSheet.csv(bank, SHARING, "candidate,choice,number\nAda,B,2 m\nBen,B,3\nCem,,\n");
        assertThat(done.marks()).isEqualTo("Ada=-9/20 Ben=3/4 Cem=0");
    }

    private static void assertEarns(MarkingScheme scheme, String question, String reply, Result result, String marks)
            throws IOException {
        MarkedSheet done =
                MarkedSheet.csv(bank, scheme, "candidate,question,response\nAda," + question + ",\"" + reply + "\"\n");
        assertThat(done.candidates().get(0).count(result)).as(reply).isEqualTo(1);
        assertThat(done.candidates().get(0).marks()).hasToString(marks);
    }

    /** In a long table whoever did not answer may have no row. */
    @Test
    void marksToAllAreGivenToThoseWithoutAResponse() throws IOException {
        MarkingScheme scheme = new MarkingScheme(
                "own",
                Rational.ZERO,
                Rational.ZERO,
                Rational.ZERO,
                Rational.ONE,
                Set.of(),
                Map.of("choice", new Special(null, null, true), "several", new Special(null, null, true)));
        MarkedSheet done = MarkedSheet.csv(
                bank,
                scheme,
                "candidate,question,response\nAda,choice,B\nAda,number,3 m\nBen,number,4 m\nCem,choice,\n");
        assertThat(done.marks()).isEqualTo("Ada=3 Ben=1 Cem=1"); // nobody was asked the other one
        assertThat(done.item("choice").responses()).isEqualTo(2);
    }

    @Test
    void aQuestionMayBeWorthSomethingElseOrGivenToAll() throws IOException {
        MarkingScheme scheme = new MarkingScheme(
                "own",
                Rational.of(-1, 3),
                Rational.ZERO,
                Rational.ZERO,
                Rational.ONE,
                Set.of(),
                Map.of(
                        "choice", new Special(Rational.of(3), Rational.of(-1, 2), false),
                        "number", new Special(null, null, true)));
        MarkedSheet done = MarkedSheet.csv(bank, scheme, "candidate,choice,number\nAda,A,nonsense\nBen,B,\n");
        assertThat(done.marks()).isEqualTo("Ada=5 Ben=1/2");
        assertThat(done.marked().most()).hasToString("5");
    }

    @Test
    void againstKeysTheKeysCountAndTheDifferenceIsTold() throws IOException {
        byte[] text =
                "candidate,choice,number,several\nAda,A,3 m,AC\nBen,B,2.6 m,AC\n".getBytes(StandardCharsets.UTF_8);
        MarkedSheet routes = MarkedSheet.of(bank, text, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 1);
        assertThat(routes.marks()).isEqualTo("Ada=5 Ben=5/3");
        assertThat(routes.item("choice").disputed()).isEqualTo(2);
        assertThat(routes.item("number").disputed()).isEqualTo(1);
        MarkedSheet keys = MarkedSheet.of(bank, text, Sheet.Form.CSV, MarkingScheme.GATE, Authority.KEYS, 1);
        assertThat(keys.marks()).isEqualTo("Ada=5/3 Ben=3");
        assertThat(keys.item("choice").disputed()).isEqualTo(2);
        assertThat(keys.item("several").objection()).isEqualTo("nobody claims a key for it");
        assertThat(keys.item("several").facility()).isNaN();
        assertThat(keys.marked().unread()).isEmpty();
        assertThat(keys.marked().most()).hasToString("3");
    }

    @Test
    void aKeyThatGivesMarksToAllGivesThemToBlanksToo() throws IOException {
        Path own = folder.resolve("to-all");
        SmallBank.write(own);
        java.nio.file.Files.writeString(
                own.resolve("answers/keys.yaml"), "claim: board\nanswers: {choice: MTA, number: 3 m}\n");
        Bank toAll = Bank.load(own.resolve("problems")).withKeys(own.resolve("answers"));
        String text = "candidate,choice,number\nAda,,3 m\nBen,C,-\nCem,A,2 m\n";
        try (Sheet sheet = new Sheet(toAll, MarkingScheme.GATE, Authority.KEYS, 1)) {
            sheet.read(MarkedSheet.stream(text), Sheet.Form.CSV, Sheet.Each.NOBODY);
            List<String> candidates = new ArrayList<>();
            MarkedClass marked = sheet.marked(result -> candidates.add(result.name() + "=" + result.marks()));
            assertThat(candidates).containsExactly("Ada=3", "Ben=1", "Cem=1");
            assertThat(marked.most()).hasToString("3");
        }
    }

    @Test
    void longRepliesAreCountedByTheirBeginning() throws IOException {
        String start = "the length of the wave ".repeat(20);
        MarkedSheet done = MarkedSheet.csv(
                bank,
                "candidate,question,response\nAda,number," + start + "\nBen,number," + start + "!\nCem,number,"
                        + "9".repeat(12_000) + "\n");
        assertThat(done.marked().unread())
                .extracting(one -> one.reply().length(), MarkedClass.Unread::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(201, 2L), org.assertj.core.groups.Tuple.tuple(201, 1L));
        assertThat(done.marked().unread().get(1).reason()).isEqualTo("longer than 10000 characters");
    }

    @Test
    void oneDecisionSettlesManyReplies() throws IOException {
        byte[] text =
                "candidate,question,response\nAda,number,three metres blah\nBen,number,three metres blah\nCem,number,??\nDan,number,2 m\n"
                        .getBytes(StandardCharsets.UTF_8);
        String decisions =
                "question,reply,count,reason,decision\nnumber,three metres blah,2,,3 m\nnumber,??,1,,blank\nnumber,2 m,,,right\n";
        Examiner examiner = new Examiner(bank, MarkingScheme.GATE, Authority.ROUTES);
        examiner.decide(new ByteArrayInputStream(decisions.getBytes(StandardCharsets.UTF_8)));
        try (Sheet sheet = new Sheet(examiner, 1)) {
            sheet.read(new ByteArrayInputStream(text), Sheet.Form.CSV, Sheet.Each.NOBODY);
            List<String> candidates = new ArrayList<>();
            MarkedClass marked = sheet.marked(result -> candidates.add(result.name() + "=" + result.marks()));
            assertThat(candidates).containsExactly("Ada=2", "Ben=2", "Cem=0", "Dan=2");
            assertThat(marked.unread()).isEmpty();
        }
        MarkedSheet undecided = MarkedSheet.of(bank, text, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 1);
        assertThat(undecided.marked().unread())
                .extracting(MarkedClass.Unread::reply, MarkedClass.Unread::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("three metres blah", 2L),
                        org.assertj.core.groups.Tuple.tuple("??", 1L));
    }

    @Test
    void everybodyIsMarkedByTheVariantThatHeHad() throws IOException {
        Examiner examiner = new Examiner(bank, MarkingScheme.GATE, Authority.ROUTES);
        examiner.seed(MarkedSheet.stream("candidate,seed\nAda,1\nBen,2\nCem,0\n"));
        try (Sheet sheet = new Sheet(examiner, 2)) {
            StringBuilder rows = new StringBuilder("candidate,question,response\n");
            for (String name : List.of("Ada", "Ben", "Cem")) {
                long seed = List.of("Cem", "Ada", "Ben").indexOf(name);
                var data = org.ansatz.variant.Generator.shown(bank.problem("choice"), seed);
                String right = ((org.ansatz.problem.Conclusion.Chosen) java.util.Objects.requireNonNull(
                                org.ansatz.mark.Marking.of(bank.problem("choice"), data)
                                        .answer()))
                        .brief();
                rows.append(name).append(",choice,").append(right).append('\n');
                rows.append(name).append(",number,3 m\n");
            }
            rows.append("Dan,choice,A\n");
            sheet.read(MarkedSheet.stream(rows.toString()), Sheet.Form.CSV, Sheet.Each.NOBODY);
            List<String> candidates = new ArrayList<>();
            MarkedClass marked = sheet.marked(result -> candidates.add(result.name() + "=" + result.marks()));
            assertThat(candidates).containsExactly("Ada=3", "Ben=3", "Cem=3");
            assertThat(marked.tally().remarks()).containsExactly("line 8: no seed is given for the candidate 'Dan'");
        }
    }

    @Test
    void commasAreDecimalPointsIfThatIsSaid() throws IOException {
        byte[] text = "candidate;question;response\nAda;number;3,00 m\n".getBytes(StandardCharsets.UTF_8);
        assertThat(MarkedSheet.of(bank, text, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 1)
                        .marked()
                        .unread())
                .hasSize(1);
        Examiner examiner = new Examiner(bank, MarkingScheme.GATE, Authority.ROUTES);
        examiner.readDecimalCommas();
        try (Sheet sheet = new Sheet(examiner, 1)) {
            sheet.read(new ByteArrayInputStream(text), Sheet.Form.CSV, Sheet.Each.NOBODY);
            assertThat(sheet.marked(Sheet.Candidates.NOBODY).items().get(0).count(Result.RIGHT))
                    .isEqualTo(1);
        }
    }
}
