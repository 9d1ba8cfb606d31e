package org.ansatz.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ansatz.bank.BankLoader;
import org.ansatz.bank.FrozenBank;
import org.ansatz.files.Cache;
import org.ansatz.problem.Catalogue;
import org.ansatz.progress.Attempt;
import org.ansatz.progress.MemoryProgress;
import org.ansatz.progress.Paper;
import org.ansatz.progress.Progress;
import org.ansatz.progress.SqliteProgress;
import org.ansatz.progress.Writer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A paper that is broken off, and one whose questions or clock change while it runs. */
final class ExamTest {

    @TempDir
    private Path folder;

    private Path bank;

    @BeforeEach
    void aBankOfThree() throws IOException {
        bank = Files.createDirectories(folder.resolve("problems"));
        for (String id : List.of("gate-2012-ec/q12", "gate-2012-ec/q13", "rf/image-rejection")) {
            Path file = FrozenBank.file(id);
            Files.copy(file, bank.resolve(String.valueOf(file.getFileName())));
        }
    }

    private Catalogue catalogue() {
        return BankLoader.listing(Cache.NONE).problems(bank).catalogue();
    }

    private static String question(Play play) {
        for (String id : List.of("q12", "q13", "image-rejection")) {
            if (play.type("show").contains("\n" + id + " ·")) {
                return id;
            }
        }
        throw new AssertionError(play.type("show"));
    }

    private static String all(Play play, String line) {
        return play.type(line).replaceAll("\\s+", " ");
    }

    @Test
    void aPaperGoesOnAfterTheTerminalWasKilledWithItsRepliesItsDataAndItsClock() throws IOException {
        String before;
        Play play;
        try (Progress progress = SqliteProgress.open(folder)) {
            play = new Play(catalogue(), progress);
            play.type("exam 9", "next", "mark");
            play.pass(Duration.ofMinutes(2));
            play.type(question(play).equals("image-rejection") ? "1 dB" : "C");
            play.type("next", "previous");
            before = play.type("show");
            assertThat(play.prompt()).isEqualTo("2/3 7 min> ");
        }
        play.pass(Duration.ofSeconds(90));
        try (Progress progress = SqliteProgress.open(folder)) {
            Play again = play.restarted(catalogue(), progress);
            assertThat(again.greeting().replaceAll("\\s+", " "))
                    .contains("A paper of 3 questions is not handed in, with 5 min 30 s left.");
            assertThat(all(again, "exam 30")).contains("'exam' goes on with it");
            assertThat(again.type("exam"))
                    .contains("Your paper goes on: 5 min 30 s left")
                    .contains(before.strip());
            assertThat(again.type("palette")).contains("> 2   answered: ", ", marked for review");
            assertThat(all(again, "submit")).contains("2 questions have no reply: 1, 3.");
            assertThat(all(again, "submit")).contains("1 reply, ", "3:30 of 9:00 used.", "; 3:30", "; 0:00");
            assertThat(again.type("review 2")).contains("Your reply: ", "Answer: ", "Route: ");
        }
        try (Progress progress = SqliteProgress.open(folder)) {
            Play later = play.restarted(catalogue(), progress);
            assertThat(later.type("review")).contains("3:30 of 9:00 used.");
            assertThat(later.type("exam 9")).contains("A paper of 3 questions");
        }
    }

    @Test
    void aPaperWhoseTimeRunsOutMeanwhileIsHandedInAsItWas() throws IOException {
        Progress progress = new MemoryProgress();
        Play play = new Play(catalogue(), progress);
        play.type("exam 9");
        play.type(question(play).equals("image-rejection") ? "1 dB" : "C");
        play.pass(Duration.ofDays(1));
        Play again = play.restarted(catalogue(), progress);
        assertThat(again.greeting()).contains("The time of your last paper is up");
        assertThat(all(again, "exam 5")).contains("The time of your paper is up", "1 reply, ", "9:00 of 9:00 used.");
        assertThat(again.prompt()).isEqualTo("> ");
    }

    @Test
    void aClockThatIsSetBackGivesNoTime() throws IOException {
        Progress progress = new MemoryProgress();
        Play play = new Play(catalogue(), progress);
        play.type("exam 9");
        play.pass(Duration.ofMinutes(3));
        assertThat(play.prompt()).isEqualTo("1/3 6 min> ");
        play.pass(Duration.ofDays(-400));
        assertThat(play.prompt()).isEqualTo("1/3 6 min> ");
        play.type("next");
        play.pass(Duration.ofDays(-1));
        Play again = play.restarted(catalogue(), progress);
        assertThat(all(again, "exam")).contains("The clock of this computer has been set back", "6 min 0 s left");
        again.pass(Duration.ofMinutes(6));
        assertThat(again.type("A")).contains("The time is up");
    }

    @Test
    void aQuestionThatWasDeletedOrChangedMeanwhileDoesNotCount() throws IOException {
        Progress progress = new MemoryProgress();
        Play play = new Play(catalogue(), progress);
        play.type("exam 9");
        while (!question(play).equals("q12")) {
            play.type("next");
        }
        play.type("C");
        Files.delete(bank.resolve("q13.yaml"));
        Files.writeString(bank.resolve("q12.yaml"), Files.readString(bank.resolve("q12.yaml")) + "# changed\n");
        Play again = play.restarted(catalogue(), progress);
        String shown = all(again, "exam");
        assertThat(shown)
                .contains("q13 does not count: it is no longer in the bank, or cannot be read.")
                .contains("q12, to which your reply was C, does not count: its file was changed since the paper began.")
                .contains(" of 3, ");
        again.type("submit");
        assertThat(all(again, "submit"))
                .contains("Score: 0 of 2, without 2 of 3 questions", "q12, to which your reply was C, does not count");
        assertThat(progress.attempts()).hasSize(1);
    }

    @Test
    void aReportStaysWhatItWasAndItsQuestionsKeepTheirNumbers() throws IOException {
        Progress progress = new MemoryProgress();
        Play play = new Play(catalogue(), progress);
        play.type("exam 9");
        String last = "";
        for (int i = 0; i < 3; i++) {
            last = question(play);
            play.type("next");
        }
        String first = question(play);
        play.pass(Duration.ofMinutes(2));
        play.type("submit", "submit");
        String report = play.type("review");
        assertThat(report).contains("2:00 of 9:00 used.");
        play.pass(Duration.ofMinutes(3));
        assertThat(play.type("review")).isEqualTo(report);
        Play again = play.restarted(catalogue(), progress);
        again.pass(Duration.ofDays(1));
        assertThat(again.type("review")).isEqualTo(report);
        Files.delete(bank.resolve(first + ".yaml"));
        Play later = play.restarted(catalogue(), progress);
        assertThat(all(later, "review"))
                .contains("Question 1, " + first + " does not count: it is no longer in the bank")
                .contains("2:00 of 9:00 used.")
                .contains(", without 1 of 3 questions");
        assertThat(all(later, "review 3")).contains(last + " ·");
        assertThat(all(later, "review 1")).contains("Question 1 does not count: it is no longer in the bank");
        assertThat(all(later, "review 4")).contains("numbered from 1 to 3");
    }

    @Test
    void aPaperOfWhichNothingIsLeftIsOver() throws IOException {
        Progress progress = new MemoryProgress();
        Play play = new Play(catalogue(), progress);
        play.type("exam 9");
        try (var files = Files.list(bank)) {
            for (Path file : files.toList()) {
                Files.writeString(file, "broken: [");
            }
        }
        Play again = play.restarted(catalogue(), progress);
        assertThat(all(again, "exam")).contains("none of its questions is in the bank as it was");
        assertThat(all(again, "exam")).contains("The bank has no problem.");
        assertThat(all(again, "review")).contains("none of its questions is in the bank as it was");
    }

    @Test
    void aPaperIsWrittenInOneTerminalAtATime() throws IOException {
        Progress progress = new MemoryProgress();
        Play play = new Play(catalogue(), progress);
        play.type("exam 9", "next");
        Paper paper = progress.paper();
        assertThat(paper).isNotNull();
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        long started = ProcessHandle.of(parent)
                .orElseThrow()
                .info()
                .startInstant()
                .orElseThrow()
                .toEpochMilli();
        progress.keep(written(paper, new Writer(parent, started)));
        Play other = play.restarted(catalogue(), progress);
        assertThat(all(other, "exam")).contains("is being written in another terminal (process " + parent + ")");
        progress.keep(written(paper, new Writer(parent, started - 1)));
        assertThat(all(other, "exam")).contains("Your paper goes on");
    }

    private static Paper written(Paper paper, Writer writer) {
        return new Paper(
                paper.id(), paper.length(), paper.watch(), paper.at(), paper.isHandedIn(), writer, paper.questions());
    }

    @Test
    void aQuestionWhoseRoutesDoNotAgreeDoesNotCount() throws IOException {
        for (String id : List.of("q12", "q13", "image-rejection")) {
            Files.delete(bank.resolve(id + ".yaml"));
        }
        Files.writeString(bank.resolve("odd.yaml"), """
                title: odd
                topic: x
                statement: What is it?
                answer: {kind: number}
                routes: {one: 1 + 1, other: sum(1 for i in 1:3)}
                """);
        Play play = new Play(catalogue(), new MemoryProgress());
        assertThat(all(play, "exam 3")).contains("This question is not scored. Inconsistent: routes 'one' and 'other'");
        assertThat(all(play, "2")).contains("This cannot be marked");
        assertThat(all(play, "submit")).contains("1. odd; not scored; does not count", "Score: 0 of 0", "0 wrong");
        assertThat(all(play, "review 1")).contains("No reply: does not count.", "Route: one", "Route: other");
    }

    @Test
    void undoAndRateNeverReachAcrossAnExam() throws IOException {
        Progress progress = new MemoryProgress();
        Play play = new Play(catalogue(), progress);
        play.type("practice q12", "C", "exam 9", "undo");
        while (!question(play).equals("q13")) {
            play.type("next");
        }
        play.type("C", "submit", "submit", "undo", "rate easy", "review 1", "undo", "rate easy");
        List<Attempt> attempts = progress.attempts();
        assertThat(attempts).extracting(Attempt::problem).containsExactly("q12", "q13");
        assertThat(attempts).extracting(Attempt::exam).containsExactly(false, true);
        Play again = play.restarted(catalogue(), progress);
        again.type("undo", "practice q12", "A", "undo", "undo");
        assertThat(progress.attempts()).isEqualTo(attempts);
    }

    @Test
    void everyWrongReplyCostsWhatTheScreenSaid() throws IOException {
        for (String reply : List.of("B", "Vp*sin(w*t)", "Vp*sin(w*t) + 7*Vp", "(B)")) {
            Play play = new Play(catalogue(), new MemoryProgress());
            play.type("exam 9");
            while (!question(play).equals("q13")) {
                play.type("next");
            }
            assertThat(play.type("show")).contains("1 mark; a wrong reply costs 1/3");
            play.type(reply, "submit");
            assertThat(play.type("submit")).as(reply).contains("-0.333 of 1");
        }
        Play play = new Play(catalogue(), new MemoryProgress());
        play.type("exam 9");
        while (!question(play).equals("image-rejection")) {
            play.type("next");
        }
        assertThat(play.type("show")).contains("2 marks; a wrong reply costs nothing");
        play.type("100 dB", "submit");
        assertThat(play.type("submit")).contains("; wrong; 0 of 2;");
    }
}
