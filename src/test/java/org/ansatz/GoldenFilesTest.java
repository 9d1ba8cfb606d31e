package org.ansatz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reference numbers stay as they came: beside them an {@code ORIGIN.md} says where from, and their sums as {@code sha256sum} prints them. */
final class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private static final Pattern SUM = Pattern.compile("(?m)^(\\p{XDigit}{64})  (\\S+)$");

    @TestFactory
    Stream<DynamicTest> noReferenceNumberHasChanged() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            List<Path> all = folders.toList();
            assertThat(all).isNotEmpty().allSatisfy(folder -> assertThat(folder).isDirectory());
            return all.stream()
                    .map(folder -> DynamicTest.dynamicTest(
                            folder.getFileName().toString(),
                            () -> assertThat(found(folder))
                                    .as("the files of %s, and what `sha256sum *` says of them in its ORIGIN.md", folder)
                                    .isNotEmpty()
                                    .isEqualTo(listed(folder))));
        }
    }

    private static Map<String, String> listed(Path folder) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        SUM.matcher(Files.readString(folder.resolve("ORIGIN.md")))
                .results()
                .forEach((MatchResult line) -> sums.put(line.group(2), line.group(1)));
        return sums;
    }

    private static Map<String, String> found(Path folder) throws IOException, NoSuchAlgorithmException {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(csv|cir|json|txt)"))
                    .toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                sums.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        HexFormat.of().formatHex(digest));
            }
        }
        return sums;
    }
}
