package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ansatz.bank.FrozenBank;
import org.ansatz.files.Cache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bank travels as one file. */
final class PackCommandTest {

    @TempDir
    private Path folder;

    /** With a cache, as the launcher hands one over. */
    private Run kept(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(
                arguments,
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                FrozenBank.HOME,
                Cache.in(folder.resolve("kept"), "program"));
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aPackIsABankForEveryCommand() {
        String pack = folder.resolve("frozen.ansatz").toString();
        Run packed = Run.of("pack", pack);
        assertThat(packed.exit()).as(packed.err()).isZero();
        assertThat(packed.out()).matches("16 problems packed into \\S+, digest [0-9a-f]{64}\n");
        assertThat(kept("list", "--bank", pack).out()).isEqualTo(Run.of("list").out());
        assertThat(kept("solve", "q28", "--bank", pack).out()).contains("published solutions, dsplog.com");
    }

    @Test
    void whatIsNoPackIsToldSo() throws IOException {
        Path file = Files.writeString(folder.resolve("no.ansatz"), "no");
        assertThat(kept("list", "--bank", file.toString()).err())
                .contains(
                        file + " cannot be read as a pack: it is no pack: it does not begin with a list of its files");
        assertThat(Run.of("pack", folder.resolve("bank.zip").toString()).err())
                .contains("the name of a pack ends in .ansatz");
        String pack = folder.resolve("frozen.ansatz").toString();
        Run.of("pack", pack);
        assertThat(Run.of("list", "--bank", pack).err()).contains("there is no folder to unpack it into");
    }
}
