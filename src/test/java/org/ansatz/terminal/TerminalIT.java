package org.ansatz.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.bank.FrozenBank;
import org.ansatz.cli.Checkout;
import org.ansatz.progress.Attempt;
import org.ansatz.progress.Progress;
import org.ansatz.progress.SqliteProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The practice terminal as a learner has it: through the launcher, on a pseudo-terminal. */
final class TerminalIT {

    private static final String TAB = "\t";
    private static final String ENTER = "\r";
    private static final String UP = "\u001bOA";
    private static final String RIGHT = "\u001bOC";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String CTRL_R = "\u0012";
    private static final String CTRL_U = "\u0015";

    @TempDir
    private Path data;

    private Keyboard keyboard(String... variables) throws IOException {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return new Keyboard(data, environment);
    }

    @Test
    void aQuestionIsShownAnsweredAndRememberedAtTheNextStart() throws Exception {
        try (Keyboard keyboard = keyboard()) {
            keyboard.await("help");
            keyboard.await("16 new");
            keyboard.await("A first-order linear equation");
            keyboard.await("q12> ");
            keyboard.type("t/2" + ENTER);
            keyboard.await("Right.");
            keyboard.await("it comes again in 10 minutes");
            keyboard.type(CTRL_D);
            assertThat(keyboard.end()).isZero();
        }
        try (Keyboard again = keyboard()) {
            again.await("15 new");
            again.await("1 day in a row");
            again.await("q13> ");
            again.type("quit" + ENTER);
            assertThat(again.end()).isZero();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("input"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theTerminalIsGivenBackAsItWasHoweverTheProgramEnds() throws Exception {
        String left = "$LAUNCHER";
        String killed = "$LAUNCHER < /dev/tty & child=$!; until grep -q Ctrl-D screen; do sleep 0.1; done;"
                + " kill $child; wait $child";
        for (String session : List.of(left, killed)) {
            ProcessBuilder builder = new ProcessBuilder(
                    "script", "-qec", "stty 9600; stty -g > before; " + session + "; stty -g > after", "/dev/null");
            builder.environment().put("LAUNCHER", Checkout.launcher().toString());
            builder.environment().put("ANSATZ_HOME", data.toString());
            Process process = builder.directory(data.toFile())
                    .redirectOutput(data.resolve("screen").toFile())
                    .start();
            if (session.equals(left)) {
                awaitPrompt();
                process.getOutputStream().write("quit\r".getBytes(StandardCharsets.US_ASCII));
                process.getOutputStream().flush();
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(data.resolve("screen")).content().contains("Ctrl-D leaves");
            assertThat(data.resolve("after")).as(session).hasSameTextualContentAs(data.resolve("before"));
        }
    }

    private void awaitPrompt() throws Exception {
        for (int tick = 0; tick < 600; tick++) {
            Thread.sleep(100);
            if (Files.readString(data.resolve("screen")).contains("Ctrl-D leaves")) {
                return;
            }
        }
    }

    @Test
    void aPaperGoesOnAfterTheTerminalWasKilled() throws Exception {
        try (Keyboard keyboard = keyboard()) {
            keyboard.await("pid ");
            String number = keyboard.await("\n").strip();
            keyboard.await("q12> ");
            keyboard.type("exam 9" + ENTER);
            keyboard.await("1/3 9 min> ");
            keyboard.type("mark" + ENTER);
            keyboard.await("Marked for review.");
            keyboard.type("next" + ENTER);
            keyboard.await("2/3 9 min> ");
            assertThat(ProcessHandle.of(Long.parseLong(number)).orElseThrow().destroyForcibly())
                    .isTrue();
            keyboard.end();
        }
        try (Keyboard again = keyboard()) {
            again.await("A paper of 3 questions is not handed in, with 8 min");
            again.type("exam" + ENTER);
            again.await("Your paper goes on: 8 min");
            again.await("2/3 9 min> ");
            again.type("palette" + ENTER);
            again.await("not answered, marked for review");
            again.type(CTRL_D);
            assertThat(again.end()).isZero();
        }
    }

    @Test
    void tabCompletesCommandsIdsAndUnits() throws Exception {
        try (Keyboard keyboard = keyboard()) {
            keyboard.await("q12> ");
            keyboard.type("prac" + TAB);
            keyboard.await("practice");
            keyboard.type("gate-2012-ec/q2" + TAB + ENTER);
            keyboard.await("One line, two matched frequencies");
            keyboard.await("q28> ");
            keyboard.type("try sqr" + TAB + "4)" + ENTER);
            keyboard.await("l2\r\n");
        }
    }

    @Test
    void whatWasTypedIsFoundAgain() throws Exception {
        try (Keyboard keyboard = keyboard()) {
            keyboard.await("q12> ");
            keyboard.type("try 6*7" + ENTER);
            keyboard.await("42\r\n");
            keyboard.type(CTRL_D);
            keyboard.end();
        }
        try (Keyboard keyboard = keyboard()) {
            keyboard.await("q12> ");
            keyboard.type(UP);
            keyboard.await("6*7");
            keyboard.type(CTRL_U + "tr");
            keyboard.await("6*7");
            keyboard.type(RIGHT + ENTER);
            keyboard.await("42\r\n");
            keyboard.type(CTRL_R + "6*");
            keyboard.await("bck-i-search");
            keyboard.type(ENTER);
            keyboard.await("42\r\n");
        }
    }

    @Test
    void ctrlCStopsAComputationAndComesBackToThePrompt() throws Exception {
        try (Keyboard keyboard = keyboard()) {
            keyboard.await("q12> ");
            keyboard.type("try count(A*B > C for A in bits(8), B in bits(8), C in bits(8))" + ENTER);
            keyboard.await("working (Ctrl-C stops)");
            keyboard.type(CTRL_C);
            keyboard.await("Stopped.");
            keyboard.await("q12> ");
            keyboard.type("try 6*7" + ENTER);
            keyboard.await("42\r\n");
            keyboard.await("q12> ");
            keyboard.type("abc" + CTRL_C);
            keyboard.await("q12> ");
            keyboard.type("try 6*8" + ENTER);
            keyboard.await("48\r\n");
        }
    }

    @Test
    void ctrlCStopsTheMarkingOfAReply() throws Exception {
        try (Keyboard keyboard = keyboard()) {
            keyboard.await("q12> ");
            keyboard.type("practice q28" + ENTER);
            keyboard.await("q28> ");
            keyboard.type("sum(k/7 for k in 1:10^9)" + ENTER);
            keyboard.await("working (Ctrl-C stops)");
            keyboard.type(CTRL_C);
            keyboard.await("Stopped.");
            keyboard.await("q28> ");
            keyboard.type("C" + ENTER);
            keyboard.await("Right.");
            keyboard.type("quit" + ENTER);
            keyboard.end();
        }
        try (Progress progress = SqliteProgress.open(data)) {
            assertThat(progress.attempts()).hasSize(1);
        }
    }

    @Test
    void anotherWidthIsUsedFromThenOn() throws Exception {
        try (Keyboard keyboard = keyboard()) {
            String start = keyboard.await("q12> ");
            Matcher tty = Pattern.compile("tty (/dev/\\S+) pid").matcher(keyboard.raw());
            assertThat(tty.find()).as(start).isTrue();
            Process stty = new ProcessBuilder("stty", "-F", tty.group(1), "cols", "40", "rows", "30").start();
            assertThat(stty.waitFor()).isZero();
            keyboard.type("practice q28" + ENTER);
            String shown = keyboard.await("q28> ");
            assertThat(shown.lines().map(TerminalIT::plain).filter(line -> line.length() > 40))
                    .isEmpty();
        }
    }

    private static String plain(String line) {
        return line.replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]", "")
                .replaceAll("\u001b[=>]", "")
                .replace("\r", "");
    }

    @Test
    void withoutColourNoColourIsWritten() throws Exception {
        try (Keyboard keyboard = keyboard("NO_COLOR", "1")) {
            keyboard.await("q12> ");
            keyboard.type("t^2" + ENTER);
            keyboard.await("No.");
            keyboard.type("plot" + ENTER);
            keyboard.await("q12> ");
            keyboard.type(CTRL_D);
            keyboard.end();
            assertThat(keyboard.raw()).doesNotContainPattern("\u001b\\[[0-9;]*(3[0-7]|9[0-7])m");
        }
    }

    @Test
    void aDumbTerminalIsWrittenToLineByLine() throws Exception {
        try (Keyboard keyboard = keyboard("TERM", "dumb")) {
            keyboard.await("q12> ");
            keyboard.type("D" + ENTER);
            keyboard.await("Right.");
            keyboard.type(CTRL_D);
            assertThat(keyboard.end()).isZero();
            assertThat(keyboard.raw()).doesNotContain("\u001b");
        }
    }

    @Test
    void aTerminalWithoutUnicodeGetsAscii() throws Exception {
        try (Keyboard keyboard = keyboard("LC_ALL", "C")) {
            keyboard.await("q12> ");
            keyboard.type("practice q28" + ENTER);
            keyboard.await("q28> ");
            keyboard.type("hint" + ENTER);
            keyboard.await("Z_0^2/R_L");
            keyboard.type("plot" + ENTER);
            keyboard.await("The plots are");
            keyboard.type(CTRL_D);
            keyboard.end();
            assertThat(keyboard.raw().chars().filter(c -> c > 126)).isEmpty();
        }
    }

    /** Every verdict that was on the screen is on disk, whenever the program is killed. */
    @Test
    void everyVerdictThatWasSeenSurvivesAKill() throws Exception {
        Random random = new Random(7);
        int seen = 0;
        for (int round = 0; round < 8; round++) {
            try (Keyboard keyboard = keyboard()) {
                keyboard.await("> ");
                keyboard.type("practice q7" + ENTER);
                keyboard.await("q7> ");
                int replies = random.nextInt(4);
                for (int i = 0; i < replies; i++) {
                    keyboard.type("99" + ENTER);
                    keyboard.await("No.");
                    seen++;
                }
                keyboard.type("98" + ENTER);
                Thread.sleep(random.nextInt(30));
            }
            try (Progress progress = SqliteProgress.open(data)) {
                List<Attempt> attempts = progress.attempts();
                long kept =
                        attempts.stream().filter(a -> a.reply().equals("99")).count();
                assertThat(kept).as("round %d", round).isEqualTo(seen);
            }
        }
        assertThat(seen).isPositive();
    }

    @Test
    void aFileThatIsWatchedIsVerifiedOnEverySave() throws Exception {
        Path file = data.resolve("x.yaml");
        String problem = Files.readString(FrozenBank.file("gate-2012-ec/q7"));
        Files.writeString(file, problem);
        try (Keyboard keyboard = keyboard()) {
            keyboard.await("q12> ");
            keyboard.type("watch " + file + ENTER);
            keyboard.await("unkeyed");
            Files.writeString(file, problem.replace("value: models(Y)", "value: models(Y) + 2"));
            keyboard.await("inconsistent");
            Files.writeString(file, problem.replace("kind: mcq", "kind: mcqq"));
            keyboard.await("error:");
            keyboard.type(CTRL_C);
            keyboard.await("q12> ");
            keyboard.type("theme light" + ENTER);
            keyboard.await("The theme is light.");
            keyboard.type(CTRL_D);
            keyboard.end();
        }
        assertThat(Files.readString(data.resolve("theme"))).isEqualTo("light\n");
    }

    @Test
    void aBankThatIsWatchedShowsMoreAtAKey() throws Exception {
        Path bank = Files.createDirectories(data.resolve("bank/problems"));
        String problem = Files.readString(FrozenBank.file("gate-2012-ec/q7"));
        Files.writeString(bank.resolve("right.yaml"), problem);
        Path wrong = bank.resolve("wrong.yaml");
        Files.writeString(wrong, problem.replace("value: models(Y)", "value: models(Y) + 2"));
        try (Keyboard keyboard = keyboard()) {
            keyboard.await("q12> ");
            keyboard.type("watch " + data.resolve("bank") + ENTER);
            keyboard.await("2 problems, 1 inconsistent, 1 unkeyed");
            keyboard.await("n next failing");
            keyboard.type("n");
            keyboard.await("1 of 1 that do not pass");
            keyboard.type("h");
            keyboard.await("misconception:");
            Files.delete(wrong);
            keyboard.await("gone         wrong");
            keyboard.type("q");
            keyboard.await("q12> ");
            keyboard.type("1+1" + ENTER + CTRL_D);
            keyboard.await("2");
            keyboard.end();
        }
    }

    @Test
    void twoTerminalsAtOnceKeepAllReplies() throws Exception {
        try (Keyboard one = keyboard();
                Keyboard other = keyboard()) {
            for (Keyboard keyboard : List.of(one, other)) {
                keyboard.await("q12> ");
            }
            for (int i = 0; i < 5; i++) {
                one.type("t^2" + ENTER);
                other.type("t^3" + ENTER);
                one.await("No.");
                other.await("No.");
            }
        }
        try (Progress progress = SqliteProgress.open(data)) {
            assertThat(progress.attempts()).hasSize(10);
        }
    }
}
