package org.ansatz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reference numbers stay as they came; {@code sha256sum} wrote the list. */
final class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @Test
    void noReferenceNumberHasChanged() throws IOException, NoSuchAlgorithmException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve("SHA256SUMS"))) {
            listed.put(line.substring(66), line.substring(0, 64));
        }
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(csv|cir|json|txt)"))
                    .toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                found.put(FOLDER.relativize(file).toString(), HexFormat.of().formatHex(digest));
            }
        }
        assertThat(found.keySet())
                .as("the files below %s that its SHA256SUMS lists; sha256sum writes a line of it", FOLDER)
                .isEqualTo(listed.keySet());
        found.entrySet().removeAll(listed.entrySet());
        assertThat(found)
                .as("files that are no longer what SHA256SUMS says of them")
                .isEmpty();
    }

    @Test
    void everyFieldSaysWhereItsNumbersComeFrom() throws IOException {
        try (Stream<Path> fields = Files.list(FOLDER).filter(Files::isDirectory)) {
            assertThat(fields.toList())
                    .isNotEmpty()
                    .allSatisfy(field -> assertThat(field.resolve("ORIGIN.md")).exists());
        }
    }
}
