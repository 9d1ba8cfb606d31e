package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.sheet.SmallBank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The examples of docs/ci.md: YAML that can be read, and commands that do what they are there for. */
final class CiDocumentTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");
    private static final Pattern COMMAND = Pattern.compile("ansatz/ansatz ((?:verify|lint) [^\n|]*)");

    @TempDir
    private Path folder;

    @Test
    void theExamplesRun() throws IOException {
        String text = Files.readString(Path.of("docs/ci.md"));
        Matcher blocks = BLOCK.matcher(text);
        int examples = 0;
        while (blocks.find()) {
            assertThat(new Load(LoadSettings.builder().build()).loadFromString(blocks.group(1)))
                    .isInstanceOf(java.util.Map.class);
            examples++;
        }
        assertThat(examples).isEqualTo(2);
        SmallBank.write(folder);
        Files.writeString(folder.resolve("answers/keys.yaml"), "claim: me\nanswers: {number: 3 m}\n");
        Matcher commands = COMMAND.matcher(text);
        List<String> written = new ArrayList<>();
        while (commands.find()) {
            Run run = Run.of(arguments(commands.group(1), written));
            assertThat(run.err()).isEmpty();
            assertThat(run.exit()).isEqualTo(commands.group(1).startsWith("verify") ? Exit.OK : Exit.NOT_ALL);
        }
        assertThat(written)
                .hasSize(6)
                .allSatisfy(file -> assertThat(Path.of(file)).isNotEmptyFile());
    }

    /** The words of a command, with the bank and the reports in a folder of the test. */
    private String[] arguments(String command, List<String> written) {
        String[] words = command.strip().split(" ");
        for (int i = 1; i < words.length; i++) {
            if (words[i - 1].equals("--bank")) {
                words[i] = folder.toString();
            } else if (words[i - 1].matches("--(junit|sarif|markdown)")) {
                words[i] = folder.resolve(words[i].replaceAll("\\W", "") + written.size())
                        .toString();
                written.add(words[i]);
            }
        }
        return words;
    }
}
