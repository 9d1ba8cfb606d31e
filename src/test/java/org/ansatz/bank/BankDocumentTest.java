package org.ansatz.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ansatz.problem.Entry;
import org.ansatz.report.Rooms;
import org.junit.jupiter.api.Test;

/** The table of docs/bank.md is that of the program; {@code -Dansatz.rewrite=true} writes it anew. */
final class BankDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/bank.md");
    private static final String FENCE = "```\n";

    @Test
    void theTableOfRoomsIsThatOfTheBank() throws IOException {
        List<Entry> entries =
                Yaml.shipped().problems().values().stream().map(Entry::of).toList();
        String table = String.join("\n", Rooms.lines(entries)) + "\n";
        String text = Files.readString(DOCUMENT);
        int start = text.indexOf(FENCE) + FENCE.length();
        String right = text.substring(0, start) + table + text.substring(text.indexOf(FENCE, start));
        if (Boolean.getBoolean("ansatz.rewrite")) {
            Files.writeString(DOCUMENT, right);
        }
        assertThat(text.lines().filter(line -> !right.contains(line)))
                .as("lines of %s that are others now; -Dansatz.rewrite=true writes them, and fails once", DOCUMENT)
                .isEmpty();
        assertThat(text).isEqualTo(right);
    }
}
