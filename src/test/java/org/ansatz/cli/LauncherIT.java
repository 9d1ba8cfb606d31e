package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user starts it: through the launcher, in a process of its own. */
final class LauncherIT {

    @TempDir
    private Path folder;

    private Run shell(String line, String... environment) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", line)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> variables = builder.environment();
        variables.put("ANSATZ", Checkout.launcher().toString());
        variables.put("LC_ALL", "C.UTF-8");
        for (String variable : environment) {
            variables.put(variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
        }
        Process process = builder.start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("ends in time").isTrue();
        return new Run(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(err));
    }

    /** The first start of a checkout says that it makes an archive; which test comes first is not said. */
    @BeforeEach
    void theArchiveIsThere() throws Exception {
        assertThat(shell("$ANSATZ --version").out()).isEqualTo("ansatz 0.1.0\n");
    }

    @Test
    void verifySolveAndListRunFromAnyFolder() throws Exception {
        Run verify = shell("$ANSATZ verify");
        assertThat(verify.exit()).isZero();
        assertThat(verify.out()).contains("agreed       gate-2012-ec/q28: C");
        assertThat(shell("$ANSATZ solve q7").out()).contains("6 (exact)");
        assertThat(shell("$ANSATZ list").out()).contains("rf/image-rejection");
        assertThat(shell("ln -s $ANSATZ link && ./link --version").out()).isEqualTo("ansatz 0.1.0\n");
    }

    @Test
    void theProgressIsOpenedByPracticeAlone() throws Exception {
        assertThat(shell("$ANSATZ verify && $ANSATZ list", "ANSATZ_HOME=" + folder.resolve("own"))
                        .exit())
                .isZero();
        assertThat(folder.resolve("own")).doesNotExist();
        Run script = shell("printf 'practice q7\\nB\\n' | $ANSATZ", "ANSATZ_HOME=" + folder.resolve("own"));
        assertThat(script.out()).contains("Right.");
        assertThat(script.exit()).isZero();
        assertThat(folder.resolve("own").resolve("progress.db")).exists();
        assertThat(shell("printf 'stats\\n' | $ANSATZ", "ANSATZ_HOME=" + folder.resolve("own"))
                        .out())
                .contains("1 of 1");
    }

    @Test
    void exitCodesReachTheShell() throws Exception {
        assertThat(shell("$ANSATZ verify no-such-file").exit()).isEqualTo(2);
        assertThat(shell("$ANSATZ frobnicate").exit()).isEqualTo(2);
        Files.writeString(folder.resolve("key.yaml"), "claim: wrong\nanswers:\n  gate-2012-ec/q7: A\n");
        assertThat(shell("$ANSATZ verify --answers key.yaml").exit()).isEqualTo(1);
    }

    @Test
    void everyProcessPrintsTheSame() throws Exception {
        Run run = shell("$ANSATZ verify --json --variants 2 > a; $ANSATZ verify --json --variants 2 > b; cmp a b");
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @Test
    void aPipeThatIsClosedEarlyIsNoError() throws Exception {
        Run run = shell("$ANSATZ verify --explain --variants 20 | head -n 1");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).hasLineCount(1);
    }

    @Test
    void aFullDiskIsReported() throws Exception {
        assertThat(Files.exists(Path.of("/dev/full"))).isTrue();
        Run run = shell("$ANSATZ verify > /dev/full");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("the output is incomplete");
    }

    @Test
    void aPipeGetsNoColourAndNoWrapping() throws Exception {
        Run run = shell("$ANSATZ verify", "TERM=xterm-256color", "COLUMNS=30");
        assertThat(run.out()).doesNotContain("\u001b").contains("so does the key (published solutions, dsplog.com)");
    }

    @Test
    void aNarrowTerminalIsFilledAndNotOverrun() throws Exception {
        assumeThat(shell("command -v script").exit())
                .as("a pseudo-terminal can be had")
                .isZero();
        Run run = shell("script -qec 'stty cols 40 rows 24; $ANSATZ verify' /dev/null", "TERM=xterm", "NO_COLOR=1");
        assertThat(run.out()).doesNotContain("\u001b");
        assertThat(run.out().lines().map(String::strip))
                .contains("solutions, dsplog.com)")
                .allMatch(line -> line.length() <= 40);
        Run coloured = shell("script -qec 'stty cols 40 rows 24; $ANSATZ verify' /dev/null", "TERM=xterm");
        assertThat(coloured.out()).contains("\u001b[32magreed");
    }

    @Test
    void anAsciiTerminalGetsAscii() throws Exception {
        Run run = shell("$ANSATZ verify --explain", "LC_ALL=C");
        assertThat(run.out()).contains("->").matches("[\\x00-\\x7e]*");
    }

    @Test
    void aClosedInputIsAnEmptyOne() throws Exception {
        Run run = shell("$ANSATZ verify - <&-");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("standard input:1:1: the file is empty");
    }

    @Test
    void twoStartsAtOnceBothWork() throws Exception {
        Run run = shell("$ANSATZ verify > a & $ANSATZ verify > b; wait; cmp a b && wc -l < a");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
    }

    /** A checkout of its own in {@code folder}, as it is here with what was built. */
    private void checkout(String name) throws IOException, InterruptedException {
        Run run = shell("mkdir -p '" + name + "/src' '" + name + "/target' && cd '" + name + "' && H=$(dirname $ANSATZ)"
                + " && cp -a $H/ansatz $H/pom.xml $H/problems $H/answers . && cp -a $H/src/main src"
                + " && cp -a $H/target/ansatz.jar $H/target/lib target && ./ansatz --version");
        assertThat(run.out()).as(run.err()).isEqualTo("ansatz 0.1.0\n");
    }

    @Test
    void aCheckoutOfAnyNameStartsInAnyLocale() throws Exception {
        checkout("gr\u00f6\u00dfe \u03a9 * x");
        for (String locale : List.of("C", "POSIX", "", "xx_YY.UTF-8", "C.UTF-8")) {
            Run run = shell(
                    "cd gr*x && ./ansatz verify problems/gate-2012-ec | tail -n 1 && ./ansatz eval '4.7 k\u03a9'",
                    "LC_ALL=" + locale);
            assertThat(run.err()).as(locale).isEmpty();
            assertThat(run.out()).as(locale).contains(" problems, ").endsWith("4.7 kohm\n");
        }
    }

    @Test
    void noJavaSaysAWordOfItsOwn() throws Exception {
        List<Path> javas = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of("/usr/lib/jvm"), "*-*")) {
            found.forEach(javas::add);
        }
        assumeThat(javas).as("Javas of this machine").isNotEmpty();
        for (Path java : javas) {
            if (Files.isExecutable(java.resolve("bin/java")) && !Files.isSymbolicLink(java)) {
                shell("$ANSATZ --version", "JAVA_HOME=" + java);
                Run run = shell("$ANSATZ verify && printf 'practice q7\\nB\\n' | $ANSATZ", "JAVA_HOME=" + java);
                assertThat(run.err()).as(java.toString()).isEmpty();
                assertThat(run.out()).as(java.toString()).contains("agreed", "q7");
            }
        }
    }

    @Test
    void aDamagedArchiveIsMadeAnewAndLeavesNothingBehind() throws Exception {
        checkout("own");
        Run cut = shell("cd own && a=$(ls target/cds/*.jsa) && touch -r $a date && chmod u+w $a"
                + " && truncate -s 9000000 $a && touch -r date $a && ./ansatz --version && ./ansatz --version 2>&1");
        assertThat(cut.out()).as(cut.err()).isEqualTo("ansatz 0.1.0\nansatz 0.1.0\n");
        assertThat(cut.err()).contains("preparing a faster start").doesNotContain("fatal error");
        // Of the right size, the damage shows only in the sums.
        Run hollow = shell("cd own && a=$(ls target/cds/*.jsa) && touch -r $a date && chmod u+w $a"
                + " && dd if=/dev/zero of=$a bs=1M seek=3 count=15 conv=notrunc && touch -r date $a"
                + " ; ./ansatz --version && ./ansatz --version && ls . | grep -e hs_err -e core");
        assertThat(hollow.out()).as(hollow.err()).isEqualTo("ansatz 0.1.0\nansatz 0.1.0\n");
        assertThat(hollow.err()).contains("preparing a faster start");
    }

    /** Of both at once; {@link JarCheckTest} tells how damage is found. */
    @Test
    void aDamagedJarIsBuiltAnewThoughItIsNewer() throws Exception {
        checkout("own");
        String damage = "dd if=/dev/urandom of=target/ansatz.jar bs=1k seek=300 count=100 conv=notrunc"
                + " && truncate -s 90000 target/lib/picocli*.jar";
        Run run = shell("cd own && " + damage + " && ./ansatz --version && ./ansatz --version");
        assertThat(run.out()).as(run.err()).isEqualTo("ansatz 0.1.0\nansatz 0.1.0\n");
        assertThat(run.err()).contains("its jar is damaged");
        Run alone = shell("cd own && rm -r pom.xml src && truncate -s 900000 target/ansatz.jar && ./ansatz --version");
        assertThat(alone.exit()).isEqualTo(2);
        assertThat(alone.err()).contains("is damaged; remove");
    }

    @Test
    void whatAStartNeedsIsInTheArchiveAndNothingIsLinkedForIt() throws Exception {
        for (String command : List.of("solve q12", "solve q7", "solve q28", "solve image-rejection", "list")) {
            Run run = shell("$ANSATZ " + command, "ANSATZ_JAVA_OPTS=-Xlog:class+load:file=classes");
            assertThat(run.exit()).as(run.err()).isZero();
            List<String> classes = Files.readAllLines(folder.resolve("classes"));
            List<String> own = classes.stream()
                    .filter(line -> line.contains("org.ansatz.") && !line.contains("$$Lambda"))
                    .toList();
            long stored = own.stream()
                    .filter(line -> line.contains("shared objects file"))
                    .count();
            assertThat(stored).as(command).isGreaterThan(own.size() * 19L / 20);
            // What is generated for records is written by hand where a start calls it: linking it takes as long as a
            // fifth of a start.
            assertThat(classes).as(command).noneMatch(line -> line.contains("java.lang.runtime.ObjectMethods"));
        }
    }

    @Test
    void aLibraryThatCannotBeKeptIsNotLeftAmongTheTemporaryFiles() throws Exception {
        String line = "mkdir -p tmp data && : > data/native && printf 'practice q7\\nB\\n' | $ANSATZ"
                + " && (sleep 3; printf 'quit\\r') | script -qec $ANSATZ /dev/null > screen; ls -A tmp";
        Run run = shell(line, "ANSATZ_HOME=" + folder.resolve("data"), "ANSATZ_JAVA_OPTS=-Djava.io.tmpdir=tmp");
        assertThat(run.out()).contains("2-bit comparator").doesNotContain("sqlite", "jline", "ansatz-");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void longWorkIsShownOnATerminalAndOnlyThere() throws Exception {
        String long11 = "$ANSATZ eval 'sum(k/7 for k in 1:10^9)'";
        Run screen = shell("script -qec \"" + long11 + "\" /dev/null", "TERM=xterm");
        String shown = "\u280b working (Ctrl-C stops)";
        assertThat(screen.out()).contains(shown);
        assertThat(screen.out().substring(screen.out().lastIndexOf("working")))
                .contains("\r" + " ".repeat(shown.length()))
                .contains(" \r");
        Run pipe = shell(long11 + " | cat");
        assertThat(pipe.out() + pipe.err()).contains("20000000 steps").doesNotContain("working", "\r");
        // A machine that is held up for half a second may show it even here; SinkTest says when it is shown.
        Run short1 = shell("script -qec \"$ANSATZ eval 1+1\" /dev/null", "TERM=xterm");
        assertThat(short1.out()
                        .substring(short1.out().lastIndexOf('\r', short1.out().length() - 3) + 1))
                .isEqualTo("2\r\n");
    }

    /** Newer, damaged in its header or behind it, a folder that cannot be made: one rule for all of them. */
    @Test
    void answersThatWereNotKeptAreAFailureWhateverTheReason() throws Exception {
        String reply = "printf 'practice q7\\nB\\n' | $ANSATZ";
        Path own = folder.resolve("own");
        String home = "ANSATZ_HOME=" + own;
        for (String damage : List.of(
                "printf 'not a database at all, not one' | dd of=own/progress.db conv=notrunc",
                "dd if=/dev/urandom of=own/progress.db bs=1024 seek=4 count=100 conv=notrunc",
                "printf '\\377\\377\\377\\377' | dd of=own/progress.db bs=1 seek=60 conv=notrunc",
                "printf '\\0\\0\\0\\143' | dd of=own/progress.db bs=1 seek=60 conv=notrunc",
                "rm -r own && : > own")) {
            shell("rm -rf own; " + reply + " && rm -f own/progress.db-wal own/progress.db-shm", home);
            assertThat(shell(damage).exit()).as(damage).isZero();
            Run run = shell(reply, home);
            assertThat(run.out()).as(damage).contains("q7").doesNotContain("nternal error");
            assertThat(run.err()).as(damage).contains("not kept: ").doesNotContain("nternal error");
            assertThat(run.exit()).as(damage).isEqualTo(2);
            assertThat(shell("printf 'help\\n' | $ANSATZ", home).exit())
                    .as("nothing to keep")
                    .isZero();
        }
    }

    @Test
    void aFullDiskLeavesNoEmptyProblem() throws Exception {
        Run run = shell("(ulimit -f 0; $ANSATZ new p; echo $?) 2>&1 | cat; ls; $ANSATZ new p");
        assertThat(run.out())
                .contains("cannot be written", "2\n", "wrote p.yaml")
                .doesNotContain("exists already");
    }

    @Test
    void withoutJavaItSaysWhatIsNeeded() throws Exception {
        List<String> tools = new ArrayList<>(List.of("sh", "readlink", "find", "mkdir", "sed"));
        StringBuilder links = new StringBuilder("mkdir bin");
        tools.forEach(tool -> links.append(" && ln -s $(command -v ")
                .append(tool)
                .append(") bin/")
                .append(tool));
        Run run = shell(links + "; unset JAVA_HOME; PATH=$PWD/bin sh $ANSATZ verify");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("needs Java 17 or newer");
    }
}
