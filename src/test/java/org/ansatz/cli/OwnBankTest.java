package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.ansatz.bank.BankFolder;
import org.ansatz.bank.FrozenBank;
import org.ansatz.files.Cache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bank of one's own, for every command: {@code --bank DIR} and {@code ANSATZ_BANK}. */
final class OwnBankTest {

    @TempDir
    private Path folder;

    private Path bank;

    @BeforeEach
    void aBankWithAProblemThatTheShippedOneHasToo() throws IOException {
        bank = folder.resolve("bank");
        copy("gate-2012-ec/q12", bank.resolve("problems/gate-2012-ec/q12.yaml"));
        copy("rf/image-rejection", bank.resolve("problems/mine/image.yaml"));
        Files.createDirectories(bank.resolve("answers"));
        Files.writeString(bank.resolve("answers/keys.yaml"), "claim: me\nof: mine\nanswers:\n  gate-2012-ec/q12: A\n");
    }

    private static void copy(String id, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(FrozenBank.file(id), to);
    }

    /** One run with a preferred bank and a folder for progress. */
    private Run run(String preferred, String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Environment plain = Environment.of(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                FrozenBank.HOME,
                Cache.NONE);
        Environment environment = new Environment(
                plain.in(),
                plain.out(),
                plain.err(),
                plain.sink(),
                plain.style(),
                plain.home(),
                plain.bank(),
                preferred.isEmpty() ? null : preferred,
                folder.resolve("data"),
                plain.cache());
        int exit = Main.run(arguments, environment);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Run practise(String bank, String... lines) {
        return run("", String.join("\n", lines) + "\n", "--bank", bank);
    }

    @Test
    void everyCommandTakesIt() {
        String own = bank.toString();
        for (String[] list : new String[][] {
            {"list", "--bank", own}, {"--bank", own, "list"}, {"--bank=" + own, "list"}, {"list", "--bank=" + own}
        }) {
            Run run = run("", "", list);
            assertThat(run.out()).contains("mine/image", "gate-2012-ec/q12").doesNotContain("q28");
            assertThat(run.exit()).isZero();
        }
        assertThat(run(own, "", "list").out()).contains("mine/image").doesNotContain("q28");
        assertThat(run("/nowhere", "", "list", "--bank", own).exit()).isZero();
        Run verified = run("", "", "verify", "--bank", own);
        assertThat(verified.out()).contains("disputed", "mine/image").doesNotContain("q28");
        assertThat(verified.exit()).isEqualTo(1);
        assertThat(run("", "", "solve", "--bank", own, "image").exit()).isZero();
        assertThat(run("", "", "solve", "--bank", own, "q28").exit()).isEqualTo(2);
        assertThat(run("", "", "lint", "--bank", own).out()).contains("2 problems");
        assertThat(run("", "", "eval", "--bank", own, "1+1").err()).contains("Unknown option: '--bank'");
    }

    @Test
    void oneOfItsProblemsIsVerifiedByItsId() {
        Run one = run("", "", "verify", "--bank", bank.toString(), "image", "gate-2012-ec/q12");
        assertThat(one.out()).contains("mine/image: -22.8294 dB", "2 problems, 1 disputed, 1 unkeyed");
        assertThat(run("", "", "lint", "--bank", bank.toString(), "image").out())
                .contains("1 problem,");
        Run unknown = run("", "", "verify", "--bank", bank.toString(), "mine/imag");
        assertThat(unknown.err())
                .contains("mine/imag:1:1: cannot be read: there is no such file or folder, nor a problem of this id;"
                        + " did you mean 'mine/image'?");
        assertThat(unknown.exit()).isEqualTo(2);
    }

    @Test
    void theTerminalPractisesExaminesAndExportsIt() {
        Run run = practise(
                bank.toString(),
                "practice q12",
                "D",
                "exam 9",
                "submit",
                "submit",
                "stats",
                "export " + folder + "/x.csv");
        assertThat(run.out()).contains("Right.", "A paper of 2 questions", "Report", "1 attempt written");
        assertThat(run.exit()).isZero();
    }

    @Test
    void aBankThatWasMovedTakesItsProgressAlong() throws IOException {
        practise(bank.toString(), "practice q12", "D", "exam 9", "submit", "submit");
        Path copy = folder.resolve("copy");
        copy("gate-2012-ec/q12", copy.resolve("problems/gate-2012-ec/q12.yaml"));
        assertThat(practise(copy.toString(), "bank").out())
                .as("the first one is still there")
                .doesNotContain("is gone");
        Path moved = folder.resolve("moved");
        Files.move(bank, moved);
        Path other = folder.resolve("other");
        copy("gate-2012-ec/q7", other.resolve("problems/q7.yaml"));
        assertThat(practise(other.toString(), "bank").out())
                .as("nothing of it was tried")
                .doesNotContain("is gone");
        assertThat(practise(other.toString(), "bank moved").out()).contains("no progress to take over");
        assertThat(practise(moved.toString(), "bank").out()).contains("/bank/problems, which is gone", "'bank moved'");
        assertThat(practise(moved.toString(), "bank moved", "history", "review").out())
                .contains("1 attempt of", "q12; right: D", "Report");
        assertThat(practise(moved.toString(), "bank").out()).doesNotContain("is gone");
        assertThat(run("", "history\n", new String[0]).out()).contains("Nothing was answered yet");
    }

    @Test
    void progressIsThatOfTheBankHoweverItIsNamed() throws IOException {
        Path other = folder.resolve("other");
        copy("gate-2012-ec/q12", other.resolve("gate-2012-ec/q12.yaml"));
        practise(bank.toString(), "practice q12", "D");
        practise(other.toString(), "practice q12", "A");
        Files.createSymbolicLink(folder.resolve("link"), bank);
        for (String same : List.of(bank + "/", bank + "/../bank", folder + "/link", bank + "/problems")) {
            assertThat(practise(same, "history").out())
                    .contains("q12; right: D")
                    .doesNotContain("wrong");
        }
        assertThat(practise(other.toString(), "history").out())
                .contains("q12; wrong: A")
                .doesNotContain("right");
        assertThat(run("", "history\n", new String[0]).out()).contains("Nothing was answered yet");
        practise(FrozenBank.HOME.toString(), "practice q12", "D");
        practise(FrozenBank.PROBLEMS.toString(), "practice q12", "D");
        assertThat(run("", "history\n", new String[0]).out().split("q12", -1)).hasSize(3);
    }

    @Test
    void aPaperBelongsToItsBank() {
        practise(bank.toString(), "exam 9", "next");
        assertThat(run("", "exam 3\n", new String[0]).out()).contains("A paper of 1 question");
        assertThat(practise(bank.toString(), "exam").out()).contains("Your paper goes on");
    }

    @Test
    void theTerminalChangesFromOneBankToAnother() {
        Run run = run(
                "",
                String.join(
                                "\n",
                                "bank",
                                "bank " + bank,
                                "bank",
                                "practice q28",
                                "bank nowhere",
                                "bank shipped",
                                "practice q28")
                        + "\n",
                new String[0]);
        assertThat(run.out())
                .contains("The bank that comes with Ansatz: ", "The bank in " + bank + ": 2 problems.")
                .contains("There is no topic or problem 'q28'", "There is no folder nowhere")
                .contains("One line, two matched frequencies");
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void whatIsNoBankIsToldWithWhatIsRight() throws IOException {
        Path file = bank.resolve("problems/mine/image.yaml");
        Path half = folder.resolve("half");
        Files.createDirectories(half.resolve("answers"));
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertRefused("" + folder.resolve("no"), "there is no folder " + folder.resolve("no"), "new --bank");
        assertRefused("" + file, file + " is a file, and a bank is a folder", "ansatz verify");
        assertRefused("" + half, "has answers but no problems; the problems belong into " + half.resolve("problems"));
        assertRefused("" + empty, "the folder holds no problem (*.yaml)");
        assertRefused(" ", "the name of the bank's folder is empty");
        assertRefused("a\0b", "is no path here");
        assertThat(run("/nowhere", "", "list").err()).contains("ANSATZ_BANK is /nowhere, but there is no folder");
        assertThat(run("/nowhere", "", "eval", "1+1").exit()).isZero();
        assertThat(run("", "", "list", "--bank").err()).contains("--bank");
        assertThat(run("", "", "--bank").exit()).isEqualTo(2);
        assertThat(practise(empty.toString(), "exam", "next").out()).contains("The bank has no problem.");
    }

    private void assertRefused(String bank, String... said) {
        Run run = run("", "", "list", "--bank", bank);
        assertThat(run.err()).contains(said).doesNotContain("internal error");
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void aFolderThatMayNotBeReadIsTold() throws IOException {
        Files.setPosixFilePermissions(bank, PosixFilePermissions.fromString("---------"));
        try {
            assumeThat(Files.isReadable(bank)).as("not as root").isFalse();
            assertRefused(bank.toString(), "permission denied");
        } finally {
            Files.setPosixFilePermissions(bank, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void whatCanBeReadOfABrokenBankIsPractised() throws IOException {
        Files.writeString(bank.resolve("problems/mine/broken.yaml"), "title: [");
        Run run = practise(bank.toString(), "practice q12", "D");
        assertThat(run.out()).contains("Right.", "Some of the bank cannot be read", "verify --bank " + bank);
        assertThat(run("", "", "list", "--bank", bank.toString()).exit()).isEqualTo(2);
    }

    @Test
    void aBankIsStartedOnceAndGrows() throws IOException {
        Path fresh = folder.resolve("a/fresh");
        Run started = run("", "", "new", "--bank", fresh.toString());
        assertThat(started.out()).contains("started a bank in " + fresh, "ansatz --bank " + fresh);
        assertThat(fresh.resolve("README.md")).content().contains("answers:", "ansatz verify --bank .");
        assertThat(run("", "", "verify", "--bank", fresh.toString()).exit()).isZero();
        assertThat(run("", "", "new", "--bank", fresh.toString(), "rf/second", "--like", "mcq")
                        .exit())
                .isZero();
        assertThat(run("", "", "list", "--bank", fresh.toString()).out()).contains("examples/number", "rf/second");
        Run again = run("", "", "new", "--bank", fresh.toString());
        assertThat(again.err()).contains("is not empty", "Nothing was written");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(run("", "", "new", "--bank", folder.resolve("no").toString(), "x")
                        .err())
                .contains("there is no folder");
        assertThat(run("", "", "new").err()).contains("name the FILE to write, or the folder of a new bank");
    }

    @Test
    void aFolderIsABankIfThereAreProblemsInIt() throws IOException {
        assertThat(BankFolder.found(bank)).isEqualTo(BankFolder.whole(bank));
        assertThat(BankFolder.found(bank.resolve("problems/mine"))).isNotNull();
        assertThat(BankFolder.found(bank.resolve("answers"))).isNull();
        assertThat(BankFolder.found(folder)).isNull();
        Path services = Files.createDirectories(folder.resolve("services"));
        Files.writeString(services.resolve("compose.yaml"), "services: {}\n");
        assertThat(BankFolder.found(services)).isNull();
        Files.createDirectories(services.resolve("problems"));
        assertThat(BankFolder.found(services)).isNull();
    }
}
