package org.ansatz.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.exchange.Draft;
import org.ansatz.exchange.Importer;
import org.ansatz.exchange.item.ImportFault;
import org.ansatz.exchange.item.Imported;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.ansatz.files.WholeFile;
import org.ansatz.report.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code ansatz import-questions FILE}. */
final class ImportQuestionsCommand extends Command {

    private static final int MAX_BYTES = 1 << 26;

    private final Environment environment;

    ImportQuestionsCommand(Environment environment) {
        super(
                "import-questions",
                "Reads questions of another program as drafts of problems, with their keys beside them.");
        this.environment = environment;
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(parameter("FILE", "A file in Moodle XML, GIFT or QTI: a content package or an item."));
        spec.addOption(option(
                "--into", String.class, "DIR", "The bank to write to: problems/ and answers/ below this folder."));
    }

    @Override
    int run(ParseResult given) throws IOException {
        String name = given.matchedPositionalValue(0, "");
        String into = given.matchedOptionValue("--into", "");
        if (into.isEmpty()) {
            throw new ParameterException(given.commandSpec().commandLine(), "name the bank to write to: --into DIR");
        }
        Path source = path(name);
        Imported imported;
        try {
            imported = Importer.read(bytes(source));
        } catch (ImportFault e) {
            environment
                    .err()
                    .println(Style.safe("error: " + name + ":" + e.line() + ":" + e.column() + ": " + e.getMessage()));
            return Exit.UNREADABLE;
        }
        Map<String, Draft> drafts = new LinkedHashMap<>();
        for (Item item : imported.items()) {
            Draft draft = Draft.of(item);
            drafts.put(free(draft.path(), drafts), draft);
        }
        write(drafts, source, path(into));
        List<Loss> losses = new ArrayList<>(imported.losses());
        drafts.values().forEach(draft -> losses.addAll(draft.losses()));
        Losses.report(losses, environment.err());
        environment
                .out()
                .println(Style.safe(drafts.size() + (drafts.size() == 1 ? " draft" : " drafts") + " written to "
                        + path(into).resolve("problems") + "; next: write their routes, and ansatz verify"));
        return drafts.isEmpty() ? Exit.UNREADABLE : Exit.OK;
    }

    private static byte[] bytes(Path source) throws IOException {
        if (!Files.isRegularFile(source)) {
            throw new IOException(source + " is no file, or cannot be read");
        }
        if (Files.size(source) > MAX_BYTES) {
            throw new IOException(source + " has " + Files.size(source) + " bytes; at most " + MAX_BYTES + " are read");
        }
        return Files.readAllBytes(source);
    }

    /** A path that no draft has yet. */
    private static String free(String path, Map<String, Draft> drafts) {
        String free = path;
        for (int next = 2; drafts.containsKey(free); next++) {
            free = path + "-" + next;
        }
        return free;
    }

    /** Writes all files or, if one of them is there, none. */
    private static void write(Map<String, Draft> drafts, Path source, Path bank) throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        StringBuilder keys = new StringBuilder();
        drafts.forEach((path, draft) -> {
            files.put(bank.resolve("problems").resolve(path + ".yaml"), draft.yaml());
            if (!draft.key().isEmpty()) {
                keys.append("  ").append(path).append(": ").append(draft.key()).append('\n');
            }
        });
        String name = String.valueOf(source.getFileName()).replaceAll("\\..*", "");
        if (keys.length() > 0) {
            String heading = "claim: \"" + name.replaceAll("[\\\\\"]", "_") + "\"\nanswers:\n";
            files.put(bank.resolve("answers").resolve(name + ".yaml"), heading + keys);
        }
        for (Path file : files.keySet()) {
            if (Files.exists(file)) {
                throw new IOException(file + " is there already; nothing was written");
            }
        }
        for (Map.Entry<Path, String> file : files.entrySet()) {
            makeFolderOf(file.getKey());
            byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
            WholeFile.write(file.getKey(), out -> out.write(bytes));
        }
    }
}
