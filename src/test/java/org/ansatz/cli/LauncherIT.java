package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user starts it: through the launcher, in a process of its own. */
final class LauncherIT {

    private static final Path LAUNCHER = Path.of("ansatz").toAbsolutePath();

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
        variables.put("ANSATZ", LAUNCHER.toString());
        variables.put("LC_ALL", "C.UTF-8");
        for (String variable : environment) {
            variables.put(variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
        }
        Process process = builder.start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("ends in time").isTrue();
        return new Run(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(err));
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
        Run run = shell("$ANSATZ verify --json --variants 9 > a; $ANSATZ verify --json --variants 9 > b; cmp a b");
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
