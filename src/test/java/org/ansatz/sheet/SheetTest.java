package org.ansatz.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
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
import org.junit.jupiter.params.provider.ValueSource;

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

    /** A class that was marked, with its candidates. */
    private record Done(MarkedClass marked, List<CandidateResult> candidates) {
        String marks() {
            StringBuilder text = new StringBuilder();
            candidates.forEach(result -> text.append(result.name())
                    .append('=')
                    .append(result.marks())
                    .append(' '));
            return text.toString().strip();
        }

        ItemAnalysis item(String id) {
            return marked.items().stream()
                    .filter(item -> item.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Done done(byte[] bytes, Sheet.Form form, MarkingScheme scheme, Authority authority, int threads)
            throws IOException {
        try (Sheet sheet = new Sheet(bank, scheme, authority, threads)) {
            sheet.read(new ByteArrayInputStream(bytes), form, Sheet.Each.NOBODY);
            List<CandidateResult> candidates = new ArrayList<>();
            MarkedClass marked = sheet.marked(candidates::add);
            assertThat(marked.tally().isComplete()).isTrue();
            return new Done(marked, candidates);
        }
    }

    private static Done csv(String text) throws IOException {
        return done(text.getBytes(StandardCharsets.UTF_8), Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 2);
    }

    private static Done csv(MarkingScheme scheme, String text) throws IOException {
        return done(text.getBytes(StandardCharsets.UTF_8), Sheet.Form.CSV, scheme, Authority.ROUTES, 2);
    }

    // ---- what replies earn

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
                "several | A, C | RIGHT | 2",
                "several | AC | RIGHT | 2",
                "several | A | WRONG | 0",
                "several | A, B, C | WRONG | 0",
                "number | 300 cm | RIGHT | 2",
                "number | 3 | UNIT_MISSING | 2",
                "number | 1.5 m | WRONG | 0",
                "number | 3 kg | WRONG | 0",
                "number | three m? | UNREADABLE | 0",
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

    private static void assertEarns(MarkingScheme scheme, String question, String reply, Result result, String marks)
            throws IOException {
        Done done = csv(scheme, "candidate,question,response\nAda," + question + ",\"" + reply + "\"\n");
        assertThat(done.candidates().get(0).count(result)).as(reply).isEqualTo(1);
        assertThat(done.candidates().get(0).marks()).hasToString(marks);
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
        Done done = csv(scheme, "candidate,choice,number\nAda,A,nonsense\nBen,B,\n");
        assertThat(done.marks()).isEqualTo("Ada=5 Ben=1/2");
        assertThat(done.marked().most()).hasToString("5");
    }

    // ---- forms of sheets

    @Test
    void aTableMayHaveAColumnForEachQuestion() throws IOException {
        Done wide = csv("Timestamp,Roll No,Choice,NUMBER,several\n1,Ada,A,3 m,A;C\n2,Ben,B,,\n");
        assertThat(wide.marks()).isEqualTo("Ada=5 Ben=-1/3");
        assertThat(wide.marked().tally().responses()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void anySeparatorOfSpreadsheetsIsFound(String separator) throws IOException {
        String text = "student,item,answer\nAda,choice,A\nBen,number,\"3,0 m\"\n".replace(",", separator);
        Done done = csv(text.replace("3" + separator + "0", "3.0"));
        assertThat(done.marks()).isEqualTo("Ada=1 Ben=2");
    }

    @Test
    void theTextMayBePackedMarkedAndInAnotherEncoding() throws IOException {
        String text = "candidate,question,response\r\nÄda,choice,A\r\nÖrn,number,3 m\r\n";
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        List<byte[]> forms = List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE),
                text.getBytes(Charset.forName("windows-1252")),
                text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8),
                text.replaceFirst("\r\n", "\n").getBytes(StandardCharsets.UTF_8),
                packed.toByteArray());
        for (byte[] form : forms) {
            assertThat(done(form, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 1)
                            .marks())
                    .isEqualTo("Äda=1 Örn=2");
        }
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
        Done done =
                done(text.getBytes(StandardCharsets.UTF_8), Sheet.Form.JSON, MarkingScheme.GATE, Authority.ROUTES, 1);
        assertThat(done.marks()).isEqualTo("Ada=1 7=2");
        assertThat(done.marked().tally().refused()).isEqualTo(3);
        assertThat(done.marked().tally().remarks())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("line 4: there is no field 'response'"),
                        second -> assertThat(second).startsWith("line 5: "),
                        third -> assertThat(third).startsWith("line 6: "));
    }

    @Test
    void aLineOfJsonThatIsTooLongIsPassedOver() throws IOException {
        String start = "{\"candidate\": \"A\", \"question\": \"choice\", \"response\": \"";
        String longest = start + "x".repeat((1 << 16) - start.length() - 2) + "\"}";
        String text = longest + "\n" + longest
                + " \n{\"candidate\": \" \", \"question\": \"choice\", \"response\": \"A\"}\n" + start + "A\"}";
        Done done =
                done(text.getBytes(StandardCharsets.UTF_8), Sheet.Form.JSON, MarkingScheme.GATE, Authority.ROUTES, 1);
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
            sheet.read(stream(text), Sheet.Form.CSV, Sheet.Each.NOBODY);
            MarkedClass marked = sheet.marked(Sheet.Candidates.NOBODY);
            assertThat(marked.items()).extracting(ItemAnalysis::id).containsExactly("one/choice", "two/Length");
            assertThat(marked.tally().remarks())
                    .containsExactly(
                            "line 2: 'choice' may be one/choice or two/choice",
                            "line 6: there is no question 'two/chioce'; did you mean 'two/choice'?");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "candidate,question,response | Ada,choice,A | Ada=1",
                "Student ID;Problem;Reply | Ada;choice;A | Ada=1",
                "name,q,answer,response | Ada,choice,B,A | Ada=1",
                "email,item,given,score | ada@x.org,choice,A,9 | ada@x.org=1",
                "id,CHOICE,number | Ada,A,3 m | Ada=3",
                "choice,number,user | A,3 m,Ada | Ada=3",
                "roll no,name,choice,total | 17,Ada,A,9 | 17=1",
                "'candidate,question,response' | 'Ada, choice, \"A\"' | Ada=1",
            })
    void headingsAreUnderstoodAsOtherProgramsWriteThem(String heading, String row, String marks) throws IOException {
        assertThat(csv(heading + "\n" + row + "\n").marks()).isEqualTo(marks);
    }

    @Test
    void theLastOfSeveralResponsesCounts() throws IOException {
        Done done = csv(
                "candidate,question,response\nAda,choice,B\nBen,choice,A\nAda,choice,A\nAda,choice,\nAda,choice,C\n");
        assertThat(done.marks()).isEqualTo("Ada=-1/3 Ben=1");
        assertThat(done.marked().tally().superseded()).isEqualTo(3);
        assertThat(done.candidates().get(0).superseded()).isEqualTo(3);
        assertThat(done.item("choice").responses()).isEqualTo(2);
    }

    // ---- rows that are not as they should be

    @Test
    void everyRowIsAccountedForWithItsLine() throws IOException {
        Done done = csv(
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
        Done done = csv("candidate,question,response\nAda,choice,A\nBen,choice,\"B\nCem,choice,A\nDan,number,3 m\n");
        assertThat(done.marks()).isEqualTo("Ada=1");
        assertThat(done.marked().tally().remarks())
                .singleElement()
                .asString()
                .startsWith("line 3: a quote that is opened here is closed 3 lines below, if at all");
    }

    @Test
    void aReplyMayHaveSeveralLinesQuotesAndSeparators() throws IOException {
        Done done = csv("candidate,question,response\nAda,parts,\"x = 7 A,\n y = 3 A\"\nBen,number,\"\"\"3 m\"\"\"\n");
        assertThat(done.marks()).startsWith("Ada=2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | it is empty",
                "'Ada,choice,A' | line 1: there are neither columns for question and response",
                "'question,response' | line 1: no column names the candidate",
                "'candidate,choice,numbr' | line 1: of the columns, 'numbr' is no question of this bank",
                "'candidate,choice,Choice' | line 1: the question 'Choice' has two columns",
            })
    void aHeadingThatSaysNothingIsRefused(String heading, String message) {
        assertThatThrownBy(() -> csv(heading)).isInstanceOf(IOException.class).hasMessageStartingWith(message);
    }

    @Test
    void aFieldWithoutEndIsRefusedWithItsLine() {
        String text = "candidate,question,response\nAda,choice,\"" + "x".repeat(100_000);
        assertThatThrownBy(() -> csv(text)).hasMessageContaining("line 2: a field of more than 65536 characters");
        String quotes = "candidate,question,response\nAda,choice,\"A\"B\n";
        assertThatThrownBy(() -> csv(quotes)).hasMessageContaining("line 2: behind a closing quote");
    }

    @Test
    void aFileThatIsCutIsNoShorterFile() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 10_000; i++) {
                zip.write(("C" + i * 7919 + ",choice,A\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] cut = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
        assertThatThrownBy(() -> done(cut, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 1))
                .isInstanceOf(IOException.class);
    }

    // ---- keys, decisions, seeds

    @Test
    void againstKeysTheKeysCountAndTheDifferenceIsTold() throws IOException {
        byte[] text =
                "candidate,choice,number,several\nAda,A,3 m,AC\nBen,B,2.6 m,AC\n".getBytes(StandardCharsets.UTF_8);
        Done routes = done(text, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 1);
        assertThat(routes.marks()).isEqualTo("Ada=5 Ben=5/3");
        assertThat(routes.item("choice").disputed()).isEqualTo(2);
        assertThat(routes.item("number").disputed()).isEqualTo(1);
        Done keys = done(text, Sheet.Form.CSV, MarkingScheme.GATE, Authority.KEYS, 1);
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
            sheet.read(stream(text), Sheet.Form.CSV, Sheet.Each.NOBODY);
            List<String> candidates = new ArrayList<>();
            MarkedClass marked = sheet.marked(result -> candidates.add(result.name() + "=" + result.marks()));
            assertThat(candidates).containsExactly("Ada=3", "Ben=1", "Cem=1");
            assertThat(marked.most()).hasToString("3");
        }
    }

    @Test
    void longRepliesAreCountedByTheirBeginning() throws IOException {
        String start = "the length of the wave ".repeat(20);
        Done done = csv("candidate,question,response\nAda,number," + start + "\nBen,number," + start + "!\nCem,number,"
                + "9".repeat(12_000) + "\n");
        assertThat(done.marked().unread())
                .extracting(one -> one.reply().length(), MarkedClass.Unread::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(201, 2L), org.assertj.core.groups.Tuple.tuple(201, 1L));
        assertThat(done.marked().unread().get(1).reason()).isEqualTo("longer than 10000 characters");
    }

    /** More different replies than are remembered: each is still marked, and none is listed, whatever the threads. */
    @Test
    void manyDifferentRepliesAreMarkedThoughTheyAreNotListed() throws IOException {
        StringBuilder text = new StringBuilder("candidate,question,response\n");
        int many = Item.MAX_REPLIES + 500;
        for (int i = 0; i < many; i++) {
            text.append('C').append(i).append(",choice,z").append(i).append('\n');
        }
        Done done = csv(text.append("D,choice,A\nE,choice,B\n").toString());
        assertThat(done.item("choice").count(Result.UNREADABLE)).isEqualTo(many);
        assertThat(done.item("choice").count(Result.RIGHT)).isEqualTo(1);
        assertThat(done.item("choice").count(Result.WRONG)).isEqualTo(1);
        assertThat(done.marked().unread()).isEmpty();
        assertThat(done.marked().tally().remarks())
                .containsExactly(
                        "choice has more than 20000 different replies that are not right, which are not listed");
    }

    @Test
    void oneDecisionSettlesManyReplies() throws IOException {
        byte[] text =
                "candidate,question,response\nAda,number,three metres or so\nBen,number,three metres or so\nCem,number,??\nDan,number,2 m\n"
                        .getBytes(StandardCharsets.UTF_8);
        String decisions =
                "question,reply,count,reason,decision\nnumber,three metres or so,2,,3 m\nnumber,??,1,,blank\nnumber,2 m,,,right\n";
        try (Sheet sheet = new Sheet(bank, MarkingScheme.GATE, Authority.ROUTES, 1)) {
            sheet.decide(new ByteArrayInputStream(decisions.getBytes(StandardCharsets.UTF_8)));
            sheet.read(new ByteArrayInputStream(text), Sheet.Form.CSV, Sheet.Each.NOBODY);
            List<String> candidates = new ArrayList<>();
            MarkedClass marked = sheet.marked(result -> candidates.add(result.name() + "=" + result.marks()));
            assertThat(candidates).containsExactly("Ada=2", "Ben=2", "Cem=0", "Dan=2");
            assertThat(marked.unread()).isEmpty();
        }
        Done undecided = done(text, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 1);
        assertThat(undecided.marked().unread())
                .extracting(MarkedClass.Unread::reply, MarkedClass.Unread::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("three metres or so", 2L),
                        org.assertj.core.groups.Tuple.tuple("??", 1L));
    }

    @Test
    void decisionsThatCannotBeReadAreToldWithTheirLine() throws IOException {
        try (Sheet sheet = new Sheet(bank, MarkingScheme.GATE, Authority.ROUTES, 1)) {
            assertThatThrownBy(() -> sheet.decide(stream("reply,decision\nx,y\n")))
                    .hasMessage("line 1: needed are the columns question, reply and decision");
            assertThatThrownBy(() -> sheet.decide(stream("question,reply,decision\nchoise,x,right\n")))
                    .hasMessage("line 2: there is no question 'choise'; did you mean 'choice'?");
            assertThatThrownBy(() -> sheet.decide(stream("question,reply,decision\nchoice,x,right\nchoice,x,wrong\n")))
                    .hasMessage("line 3: decided twice, as 'right' and as 'wrong'");
        }
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everybodyIsMarkedByTheVariantThatHeHad() throws IOException {
        try (Sheet sheet = new Sheet(bank, MarkingScheme.GATE, Authority.ROUTES, 2)) {
            sheet.seed(stream("candidate,seed\nAda,1\nBen,2\nCem,0\n"));
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
            sheet.read(stream(rows.toString()), Sheet.Form.CSV, Sheet.Each.NOBODY);
            List<String> candidates = new ArrayList<>();
            MarkedClass marked = sheet.marked(result -> candidates.add(result.name() + "=" + result.marks()));
            assertThat(candidates).containsExactly("Ada=3", "Ben=3", "Cem=3");
            assertThat(marked.tally().remarks()).containsExactly("line 8: no seed is given for the candidate 'Dan'");
        }
    }

    @Test
    void commasAreDecimalPointsIfThatIsSaid() throws IOException {
        byte[] text = "candidate;question;response\nAda;number;3,00 m\n".getBytes(StandardCharsets.UTF_8);
        assertThat(done(text, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 1)
                        .marked()
                        .unread())
                .hasSize(1);
        try (Sheet sheet = new Sheet(bank, MarkingScheme.GATE, Authority.ROUTES, 1)) {
            sheet.readDecimalCommas();
            sheet.read(new ByteArrayInputStream(text), Sheet.Form.CSV, Sheet.Each.NOBODY);
            assertThat(sheet.marked(Sheet.Candidates.NOBODY).items().get(0).count(Result.RIGHT))
                    .isEqualTo(1);
        }
    }

    // ---- statistics

    /** A class at random, and the letters and marks of each candidate as the test counts them itself. */
    private static final class RandomClass {
        private final StringBuilder text = new StringBuilder("candidate,question,response\n");
        private final List<double[]> credits = new ArrayList<>();
        private final List<double[]> marks = new ArrayList<>();
        private static final String[] QUESTIONS = {"choice", "several", "number"};
        private static final String[] RIGHT = {"A", "A, C", "3 m"};
        private static final String[] WRONG = {"B", "D", "1.5 m"};
        private static final double[] WORTH = {1, 2, 2};
        private static final double[] LOSS = {-1.0 / 3, 0, 0};

        RandomClass(int size, long seed) {
            Random random = new Random(seed);
            for (int i = 0; i < size; i++) {
                double ability = random.nextGaussian();
                double[] credit = new double[QUESTIONS.length];
                double[] earned = new double[QUESTIONS.length];
                for (int q = 0; q < QUESTIONS.length; q++) {
                    boolean right = random.nextDouble() < 1 / (1 + Math.exp(q - 1 - ability));
                    credit[q] = right ? 1 : 0;
                    earned[q] = right ? WORTH[q] : LOSS[q];
                    text.append('C').append(i).append(',').append(QUESTIONS[q]).append(",\"");
                    text.append(right ? RIGHT[q] : WRONG[q]).append("\"\n");
                }
                credits.add(credit);
                marks.add(earned);
            }
        }

        double[] totals() {
            return marks.stream()
                    .mapToDouble(earned -> java.util.Arrays.stream(earned).sum())
                    .toArray();
        }
    }

    private static double mean(double[] x) {
        return java.util.Arrays.stream(x).average().orElseThrow();
    }

    private static double covariance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - mean(x)) * (y[i] - mean(y));
        }
        return sum / x.length;
    }

    @Test
    void statisticsAreThoseOfTheirDefinitions() throws IOException {
        RandomClass pupils = new RandomClass(300, 5);
        Done done = csv(pupils.text.toString());
        double[] totals = pupils.totals();
        double[] sorted = totals.clone();
        java.util.Arrays.sort(sorted);
        double upper = sorted[300 - 81];
        double lower = sorted[80];
        double variances = 0;
        for (int q = 0; q < RandomClass.QUESTIONS.length; q++) {
            int which = q;
            double[] credit = pupils.credits.stream().mapToDouble(c -> c[which]).toArray();
            double[] earned = pupils.marks.stream().mapToDouble(m -> m[which]).toArray();
            double[] others = new double[300];
            double[] groups = new double[4];
            for (int i = 0; i < 300; i++) {
                others[i] = totals[i] - earned[i];
                if (totals[i] > upper - 1e-9) {
                    groups[0] += credit[i];
                    groups[1]++;
                }
                if (totals[i] < lower + 1e-9) {
                    groups[2] += credit[i];
                    groups[3]++;
                }
            }
            variances += covariance(earned, earned);
            ItemAnalysis item = done.item(RandomClass.QUESTIONS[q]);
            assertThat(item.facility()).isCloseTo(mean(credit), within(1e-12));
            assertThat(item.discrimination()).isCloseTo(groups[0] / groups[1] - groups[2] / groups[3], within(1e-12));
            assertThat(item.correlation())
                    .isCloseTo(
                            covariance(credit, others)
                                    / Math.sqrt(covariance(credit, credit) * covariance(others, others)),
                            within(1e-9));
        }
        Distribution all = done.marked().distribution();
        assertThat(all.mean()).isCloseTo(mean(totals), within(1e-12));
        assertThat(all.deviation()).isCloseTo(Math.sqrt(covariance(totals, totals)), within(1e-12));
        assertThat(all.quantile(0.5).toDouble()).isCloseTo(sorted[149], within(1e-12));
        assertThat(done.marked().alpha()).isCloseTo(1.5 * (1 - variances / covariance(totals, totals)), within(1e-12));
        assertThat(all.bins(done.marked().most()).stream()
                        .mapToLong(Distribution.Bin::candidates)
                        .sum())
                .isEqualTo(300);
    }

    @Test
    void whatComesOutDoesNotDependOnTheNumberOfThreads() throws IOException {
        byte[] text = new RandomClass(5000, 6).text.toString().getBytes(StandardCharsets.UTF_8);
        Done one = done(text, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 1);
        Done four = done(text, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 4);
        assertThat(four).isEqualTo(one);
        assertThat(one.candidates()).hasSize(5000);
        assertThat(one.candidates().get(4999).name()).isEqualTo("C4999");
    }

    @Test
    void aKeyAgainstWhichTheBestCandidatesChooseIsSuspected() throws IOException {
        StringBuilder text = new StringBuilder("candidate,choice,number,several\n");
        for (int i = 0; i < 60; i++) {
            boolean good = i % 3 == 0;
            text.append("C").append(i).append(good ? ",A,3 m,AC\n" : ",B,1.5 m,D\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Done keys = done(bytes, Sheet.Form.CSV, MarkingScheme.GATE, Authority.KEYS, 1);
        assertThat(keys.item("choice").suspicions())
                .singleElement()
                .asString()
                .contains("the best candidates chose A")
                .contains("is the key right?");
        assertThat(keys.item("choice").choices().get(0).letters()).isEqualTo("B");
        Done routes = done(bytes, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 1);
        assertThat(routes.item("choice").suspicions()).isEmpty();
        assertThat(routes.item("choice").slips()).containsExactly(Map.entry("the ratio was taken twice", 40L));
    }

    private static List<String> suspicions(int right, int wrong, String reply) throws IOException {
        StringBuilder text = new StringBuilder("candidate,number,choice\n");
        for (int i = 0; i < right + wrong; i++) {
            boolean isRight = i < right;
            text.append('C').append(i).append(isRight ? ",3 m,B\n" : "," + reply + ",A\n");
        }
        return csv(text.toString()).item("number").suspicions();
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

    @Test
    void choicesAreCountedAmongTheBestAndTheWeakest() throws IOException {
        StringBuilder text = new StringBuilder("candidate,choice,number\n");
        for (int i = 0; i < 10; i++) {
            text.append('C').append(i).append(i < 6 ? ",A,3 m\n" : i < 8 ? ",B,1 m\n" : ",(b),3 m\n");
        }
        List<ItemAnalysis.Choice> choices = csv(text.toString()).item("choice").choices();
        assertThat(choices)
                .containsExactly(
                        new ItemAnalysis.Choice("A", true, 6, 6, 0, 2.0),
                        new ItemAnalysis.Choice("B", false, 4, 0, 4, 1.0));
    }

    @Test
    void eachResponseIsHandedOnInOrder() throws IOException {
        byte[] text = new RandomClass(3000, 7).text.toString().getBytes(StandardCharsets.UTF_8);
        try (Sheet sheet = new Sheet(bank, MarkingScheme.GATE, Authority.ROUTES, 3)) {
            List<Long> lines = new ArrayList<>();
            Map<Result, Integer> results = new TreeMap<>();
            sheet.read(new ByteArrayInputStream(text), Sheet.Form.CSV, (response, outcome, mark) -> {
                lines.add(response.line());
                results.merge(outcome.result(), 1, Integer::sum);
            });
            assertThat(lines).hasSize(9000).isSorted();
            MarkedClass marked = sheet.marked(Sheet.Candidates.NOBODY);
            long right = marked.items().stream()
                    .mapToLong(item -> item.count(Result.RIGHT))
                    .sum();
            assertThat((long) results.getOrDefault(Result.RIGHT, 0)).isEqualTo(right);
        }
    }
}
