package org.ansatz.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.bank.FrozenBank;
import org.ansatz.figure.Label;
import org.ansatz.progress.Attempt;
import org.ansatz.progress.MemoryProgress;
import org.ansatz.progress.Outcome;
import org.ansatz.schedule.Rating;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a learner meets at the prompt. */
final class ShellTest {

    @TempDir
    private Path folder;

    @Test
    void anAttemptIsKeptWithAllThatBelongsToIt() throws IOException {
        Play play = new Play();
        play.type("practice q28", "hint", "3.16 m", "C");
        List<Attempt> attempts = play.progress().attempts();
        assertThat(attempts).hasSize(2);
        assertThat(attempts.get(0).sitting()).isEqualTo(attempts.get(1).sitting());
        assertThat(attempts.get(0).outcome()).isEqualTo(Outcome.WRONG);
        assertThat(attempts.get(0).slip()).isEqualTo("a factor of 2");
        assertThat(attempts.get(0).rating()).isEqualTo(Rating.AGAIN);
        assertThat(attempts.get(1).outcome()).isEqualTo(Outcome.RIGHT);
        assertThat(attempts.get(1).hints()).isEqualTo(1);
        assertThat(attempts.get(1).reply()).isEqualTo("C");
        assertThat(attempts.get(1).topic()).isEqualTo("electromagnetics/transmission-lines");
    }

    @Test
    void theRatingFollowsFromMistakesHintsAndTheSolution() throws IOException {
        assertThat(rating("C")).isEqualTo(Rating.GOOD);
        assertThat(rating("hint", "C")).isEqualTo(Rating.HARD);
        assertThat(rating("plot", "C")).isEqualTo(Rating.HARD);
        assertThat(rating("1.58")).isEqualTo(Rating.HARD);
        assertThat(rating("A", "C")).isEqualTo(Rating.HARD);
        assertThat(rating("A", "B", "C")).isEqualTo(Rating.AGAIN);
        assertThat(rating("solve")).isEqualTo(Rating.AGAIN);
        assertThat(rating("C", "solve")).isEqualTo(Rating.GOOD);
        assertThat(rating("C", "rate easy")).isEqualTo(Rating.EASY);
    }

    private static Rating rating(String... lines) throws IOException {
        Play play = new Play();
        play.type("practice q28");
        play.type(lines);
        List<Attempt> attempts = play.progress().attempts();
        return attempts.get(attempts.size() - 1).rating();
    }

    @Test
    void whatCannotBeReadIsNoAttempt() throws IOException {
        Play play = new Play();
        play.type("practice q28", "1.2 +", "hnit", "E", "length", "1,2,3,4 m");
        assertThat(play.progress().attempts()).isEmpty();
        assertThat(play.shell().code()).isEqualTo(Shell.TROUBLE);
    }

    @Test
    void linesThatArePastedAreOneReplyWhereSeveralNumbersAreAskedFor() throws IOException {
        Play play = Play.of(Bank.load(Path.of("src/test/resources/marking/problems")));
        List<String> parts = List.of("ω₀ = 4000 rad/s", "Z₀ = 8.33 Ω");
        assertThat(play.shell().together(parts)).isEqualTo(parts);
        play.type("practice printed-names");
        assertThat(play.shell().together(parts)).containsExactly("ω₀ = 4000 rad/s; Z₀ = 8.33 Ω");
        assertThat(play.shell().together(List.of("hint", "Z0 = 8.33 ohm"))).hasSize(2);
        assertThat(play.shell().together(List.of("4000 rad/s", "8.33 ohm"))).hasSize(2);
        play.type("practice set");
        assertThat(play.shell().together(List.of("2 kHz", "7 kHz"))).containsExactly("2 kHz; 7 kHz");
        assertThat(play.shell().together(List.of("2 kHz", "next"))).hasSize(2);
    }

    @Test
    void aWrongReplyIsToldByTheExitCodeAndSoIsTrouble() {
        Play right = new Play();
        right.type("practice q28", "C");
        assertThat(right.shell().code()).isEqualTo(Shell.ALL_RIGHT);
        Play wrong = new Play();
        wrong.type("practice q28", "A");
        assertThat(wrong.shell().code()).isEqualTo(Shell.SOME_WRONG);
        wrong.type("frobnicate(");
        assertThat(wrong.shell().code()).isEqualTo(Shell.TROUBLE);
    }

    @Test
    void aWrongReplyNeverGivesTheAnswerAway() {
        for (String reply : List.of("A", "B", "D", "3.16 m", "1 m", "1.05 m", "2 s", "0")) {
            Play play = new Play();
            play.type("practice q28");
            assertThat(play.type(reply)).as(reply).doesNotContain("1.58", "1.57", "option C", "(C)");
        }
    }

    @Test
    void whatIsDueComesFirstThenWhatIsNewThenWhatWasSeenLongestAgo() {
        Play play = new Play();
        assertThat(play.type("")).contains("q12");
        play.type("D");
        assertThat(play.type("")).contains("q13");
        play.type("A");
        play.pass(Duration.ofHours(1));
        Play later = new Play(80, Play.bank(), play.progress());
        later.pass(Duration.ofHours(1));
        assertThat(later.type("")).as("due longest").contains("q12");
        assertThat(later.type("next")).as("due as well").contains("q13");
        assertThat(later.type("next")).as("new").contains("q15");
    }

    @Test
    void aQuestionThatWasAnsweredComesBackWithOtherData() {
        Play play = new Play();
        play.type("practice q28", "C");
        play.pass(Duration.ofDays(30));
        assertThat(play.type("practice q28")).contains("variant ");
        assertThat(play.type("practice q15")).doesNotContain("variant ");
    }

    @Test
    void anExamIsOfTheTopicThatWasChosen() {
        Play play = Play.of(FrozenBank.bank());
        play.type("practice communications/quadrature-modulation");
        assertThat(play.type("exam 300")).contains("A paper of 1 question,").contains("Image rejection");
        play.type("submit", "submit");
        play.type("gradient sigmoid");
        assertThat(play.type("exam 9")).contains("A paper of 3 questions,").contains("gradients/sigmoid-");
    }

    @Test
    void whereRoutesDoNotAgreeNothingIsScored() throws IOException {
        Path file = folder.resolve("odd.yaml");
        Files.writeString(file, """
                title: odd
                topic: x
                statement: What is it?
                answer: {kind: nat, unit: m}
                routes:
                  one: 1 m
                  other: integrate(1 for x in 0 m..2 m)
                """);
        Play play = new Play(80, List.copyOf(Bank.load(file).problems().values()), new MemoryProgress());
        assertThat(play.type("")).contains("not scored", "Inconsistent");
        assertThat(play.type("1 m")).contains("cannot be marked");
        assertThat(play.type("solve")).contains("Inconsistent");
        assertThat(play.progress().attempts()).isEmpty();
    }

    @Test
    void formulasInWhatAMisconceptionSaysAreShownAsInOtherTexts() throws IOException {
        Path file = folder.resolve("divider.yaml");
        Files.writeString(file, """
                title: divider
                topic: x
                statement: What is {a} of {a} + {b}?
                given: {a: 3, b: 1}
                answer: {kind: number}
                routes:
                  one: a/(a + b)
                  other: root(x*(a + b) - a for x in 0..1)
                misconceptions:
                  - says: $g_m$ was taken for $beta V_T/I$
                    value: b/(a + b)
                """);
        Play play = new Play(80, List.copyOf(Bank.load(file).problems().values()), new MemoryProgress());
        play.type("");
        assertThat(play.type("0.25"))
                .contains("It looks as if gₘ was taken for β V_T/I.")
                .doesNotContain("$");
    }

    @Test
    void twoOptionsThatAreEqualForTheDataAreNotNone() throws IOException {
        Path file = folder.resolve("twins.yaml");
        Files.writeString(file, """
                title: twins
                topic: x
                statement: What is twice {n}?
                given: {n: 3}
                answer:
                  kind: mcq
                  options: {A: 8, B: 6, C: n + 4}
                routes:
                  one: 2*n
                  other: sum(2 for i in 1:n)
                """);
        Play play = new Play(80, List.copyOf(Bank.load(file).problems().values()), new MemoryProgress());
        play.type("");
        assertThat(play.type("set n = 4")).contains("options A and C are equal").doesNotContain("None of the options");
        assertThat(play.type("set n = 5")).contains("None of the options is right");
        assertThat(play.type("10")).contains("Right.");
    }

    @Test
    void optionsWithoutValueForTheDataOfALearnerAreLeftOut() throws IOException {
        Path file = folder.resolve("reciprocal.yaml");
        Files.writeString(file, """
                title: Reciprocal
                topic: x
                statement: What is twice {n}?
                given: {n: 3}
                answer:
                  kind: mcq
                  options: {A: 2*n, B: 6/(n - 4) + 1, C: (n + 1)/n/(n - 7)}
                routes:
                  one: 2*n + 0/(n - 9)
                  other: sum(2 for i in 1:n) + 0/(n - 9)
                """);
        Play play = new Play(80, List.copyOf(Bank.load(file).problems().values()), new MemoryProgress());
        play.type("");
        assertThat(play.type("set n = 4")).contains("(A) 2·n", "(C) ").doesNotContain("(B)");
        assertThat(play.type("8")).contains("Right. That is option A.");
        assertThat(play.type("set n = 9"))
                .contains("No answer is known for these data")
                .doesNotContain("(A)");
        assertThat(play.type("18")).contains("cannot be marked");
        assertThat(play.type("solve"))
                .contains("No answer is known for these data")
                .doesNotContain("comes again");
    }

    @Test
    void controlCharactersNeverReachTheScreen() throws IOException {
        Path file = folder.resolve("evil.yaml");
        Files.writeString(file, """
                title: "a\\e[31mb"
                topic: "x\\ty"
                statement: "see \\e]0;title\\a\\u202e this"
                answer: {kind: nat, unit: m}
                routes:
                  one: 1 m
                  other: integrate(1 for x in 0 m..1 m)
                hints: ["\\e[2J"]
                solution: "\\u009b31m"
                """);
        Play play = new Play(80, List.copyOf(Bank.load(file).problems().values()), new MemoryProgress());
        StringBuilder shown = new StringBuilder();
        for (String line : List.of("", "hint", "\u001b[31m", "list", "solve", "routes", "history", "practice \u0007")) {
            shown.append(play.type(line));
        }
        assertThat(shown.chars().filter(c -> c != '\n' && Character.isISOControl(c)))
                .as(shown.toString())
                .isEmpty();
        assertThat(shown.toString()).doesNotContain("\u202e");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 57, 80, 120, 200})
    void noLineIsWiderThanTheTerminal(int width) {
        Play play = new Play(width);
        List<String> typed = List.of(
                "practice q28",
                "given",
                "hint",
                "3.16 m",
                "1.2 +",
                "158 cm",
                "solve",
                "routes",
                "plot",
                "plot 2",
                "sweep f1 400 MHz .. 500 MHz",
                "list",
                "stats",
                "history",
                "help",
                "help sqrt",
                "practice q13",
                "hint",
                "set Vp = 3 V",
                "plot",
                "Vp*cos(w*t)",
                "exam 20",
                "palette",
                "A",
                "submit",
                "practice q15",
                "plot",
                "practice image-rejection",
                "plot",
                "plot 3",
                "undo",
                "theme dark",
                "rate x");
        List<String> wide = new ArrayList<>();
        for (String line : typed) {
            for (String row : play.type(line).split("\n", -1)) {
                if (Label.columns(row) > width) {
                    wide.add(line + " -> " + row);
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    @Test
    void anExamCountsThirdsOffWrongOptionsOnly() throws IOException {
        Play play = new Play();
        play.type("exam 17");
        String shown = "";
        for (int i = 0; i < 6; i++) {
            String question = play.type("show");
            shown = play.type(question.contains("rf/image") ? "3 dB" : "A");
            assertThat(shown).contains("Noted");
            play.type("next");
        }
        play.pass(Duration.ofMinutes(3));
        assertThat(play.type("show")).contains("a wrong reply costs ");
        String report = play.type("submit");
        assertThat(report).contains("Score: ", "of 8", "3:00 of 17:00 used", "-0.333 of 1", "-0.667 of 2", "0 of 2");
        assertThat(play.progress().attempts()).hasSize(6).allMatch(Attempt::exam);
    }

    @Test
    void aWordThatStandsAloneDoesNothingIfSomethingStandsBehindIt() {
        Play play = new Play();
        play.type("practice gate-2012-ec", "exam 17", "A");
        for (String line : List.of("mark 2", "clear 2", "submit now", "palette 1", "next 2", "quit now")) {
            assertThat(play.type(line)).as(line).contains("stands alone; nothing was done");
        }
        assertThat(play.type("palette")).contains("> 1   answered: A");
        play.type("submit", "submit", "practice q28");
        for (String line : List.of("hint 1.58 m", "solve it", "undo 2", "show me", "done C")) {
            assertThat(play.type(line)).as(line).contains("stands alone; nothing was done");
        }
        assertThat(play.type("C")).contains("Right.", "Rated good");
    }

    @Test
    void whoeverDoesNotKnowHasNotRepliedInAnExamEither() throws IOException {
        Play play = new Play();
        play.type("practice gate-2012-ec", "exam 17");
        assertThat(play.type("I don't know")).contains("That is no reply, and costs nothing.");
        assertThat(play.type("palette")).contains("> 1   not answered");
        play.type("A");
        assertThat(play.type("idk")).contains("'clear' takes a reply away");
        assertThat(play.type("palette")).contains("> 1   answered: A");
    }

    @Test
    void anExamThatIsOverTakesNoMoreReplies() throws IOException {
        Play play = new Play();
        play.type("exam 3");
        play.pass(Duration.ofMinutes(3));
        assertThat(play.type("A")).contains("The time is up", "Score: 0 of ");
        assertThat(play.progress().attempts()).isEmpty();
        assertThat(play.prompt()).isEqualTo("> ");
    }

    @Test
    void attemptsAreExportedAndImportedWithoutDoubles() throws IOException {
        Play play = new Play();
        play.type("practice q28", "A", "C");
        for (String name : List.of("x.csv", "x.json")) {
            Path file = folder.resolve(name);
            assertThat(play.type("export " + file)).contains("2 attempts written");
            assertThat(play.type("import " + file)).contains("0 of 2 attempts added");
            Play other = new Play();
            assertThat(other.type("import " + file)).contains("2 attempts added.");
            assertThat(other.progress().attempts()).isEqualTo(play.progress().attempts());
        }
        assertThat(play.type("export " + folder.resolve("none/x.csv")).replace('\n', ' '))
                .contains("there is no folder", "to write x.csv into");
        Files.writeString(folder.resolve("bad.csv"), "what\n1\n");
        assertThat(play.type("import " + folder.resolve("bad.csv")).replace('\n', ' '))
                .contains("line 2");
        assertThat(play.type("import " + folder).replace('\n', ' ')).contains("ends neither");
    }

    @Test
    void theBankIsWrittenForAnki() throws IOException {
        Path file = folder.resolve("bank.txt");
        assertThat(new Play().type("anki " + file)).contains("6 notes written");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.subList(0, 5))
                .containsExactly("#separator:tab", "#html:true", "#notetype:Basic", "#deck:Ansatz", "#tags column:3");
        assertThat(lines.subList(5, 11))
                .allMatch(line -> line.chars().filter(c -> c == '\t').count() == 2);
        assertThat(lines)
                .anyMatch(line -> line.contains("<b>C</b>") && line.endsWith("electromagnetics::transmission-lines"));
    }

    @Test
    void optionsThatMeanNothingForTheDataAreNotDrawn() {
        Play play = new Play();
        play.type("practice q28");
        assertThat(play.type("plot")).contains("C 1.58 m");
        play.type("set f1 = 500 MHz");
        assertThat(play.type("plot")).contains("length (m)").doesNotContain("C 1.");
        assertThat(play.type("sweep length 0 m .. 1 m")).contains("length (m)").doesNotContain("A 8");
    }

    @Test
    void figuresAreWrittenAsFiles() throws IOException {
        Play play = new Play();
        play.type("practice q28");
        Path svg = folder.resolve("a b.svg");
        Path png = folder.resolve("x.png");
        assertThat(play.type("plot --svg " + svg + " --png " + png)).contains("Written to");
        assertThat(Files.readString(svg)).startsWith("<");
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(play.type("plot --svg")).contains("Name a file");
        assertThat(play.type("plot --gif x")).contains("--svg FILE");
        assertThat(play.type("plot 9")).contains("There is no plot '9'");
        assertThat(play.type("sweep q 1 .. 2")).contains("What can be swept: RL, Rs, Z0, f, f1, f2, length");
        assertThat(play.type("sweep f1 1 s .. 2 s")).contains("f1 is a frequency");
        assertThat(play.type("sweep f1 2 Hz .. 1 Hz")).contains("begins at or above its end");
        assertThat(play.type("sweep")).startsWith("Write 'sweep NAME FROM .. TO'. What can be swept: RL");
        assertThat(play.type("sweep 1 .. 2")).startsWith("Write 'sweep NAME FROM .. TO'.");
        assertThat(play.type("sweep F1 1 Hz .. 2 Hz")).contains("called 'F1'. Did you mean 'f1'? What");
        assertThat(play.type("sweep Z0 -100 ohm .. 0 ohm")).startsWith("No point has a value: at Z0 = -100 ohm, ");
        String swept = play.type("sweep f1 400 MHz .. 500 MHz");
        assertThat(play.type("sweep f1 = 400 to 500 MHz")).isEqualTo(swept);
        assertThat(play.type("sweep f1 from 400 MHz to 500")).isEqualTo(swept);
        assertThat(play.type("plot --svg " + folder.resolve("no/such/x.svg")))
                .isNotBlank()
                .doesNotContain("Exception");
    }

    @Test
    void aDefectInOneLineDoesNotEndTheSession() throws IOException {
        Path file = Files.writeString(folder.resolve("defect.yaml"), "title: x\n");
        Play play = new Play();
        assertThat(play.type("watch " + file))
                .contains("Internal error, please report it")
                .contains("a defect of ours");
        assertThat(play.type("1+1")).isEqualTo("2\n");
        assertThat(play.shell().code()).isEqualTo(Shell.TROUBLE);
    }

    @Test
    void watchingVerifiesTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), "title: x\n");
        assertThat(new Play().type("watch " + file)).contains("verified " + file);
        assertThat(new Play().type("watch " + folder.resolve("y.yaml"))).contains("There is no ");
    }
}
