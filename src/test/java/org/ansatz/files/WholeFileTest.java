package org.ansatz.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are written whole or not at all. */
final class WholeFileTest {

    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aFileThatFailsHalfwayKeepsWhatItHeld() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "before");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(bytes("half"));
                    out.flush();
                    throw new IOException("in.csv: line 3: no row");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("in.csv: line 3: no row");
        assertThat(file).hasContent("before");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    /** Nothing is wrong with what was read if the disk is full, nor with the disk if what was read is wrong. */
    @Test
    void aFullDiskIsNamed() {
        assertThatThrownBy(() -> WholeFile.write(Path.of("/dev/full"), out -> out.write(new byte[1 << 20])))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("/dev/full could not be written: ");
        assertThatThrownBy(() -> WholeFile.write(Path.of("/dev/full"), out -> out.write(1)))
                .hasMessageStartingWith("/dev/full could not be written: ");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("b"), file);
        WholeFile.write(link, out -> out.write(bytes("after")));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("after");
    }

    @Test
    void aDeviceIsWrittenTo() throws IOException {
        Path nothing = Path.of("/dev/null");
        WholeFile.write(nothing, out -> out.write(bytes("gone")));
        assertThat(Files.isRegularFile(nothing)).isFalse();
    }

    @Test
    void whatCannotBeWrittenIsNamed() {
        assertThatThrownBy(() -> WholeFile.require(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> WholeFile.require(folder.resolve("no/file")))
                .hasMessageContaining("there is no folder");
    }
}
