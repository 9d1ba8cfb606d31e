package org.ansatz.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.files.Digest;
import org.ansatz.problem.Key;
import org.ansatz.problem.Problem;
import org.ansatz.sheet.Sheet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** A class whose marking goes on where an earlier run of the same command was interrupted, if it has a folder for its results. */
final class KeptMarking {

    private static final String FOLDER = ".marking";

    /** Options whose files decide on marks. */
    private static final List<String> FILES = List.of("--scheme", "--decisions", "--seeds");

    private KeptMarking() {}

    /**
     * Has a sheet keep what it reads from a file, and says if an earlier run has read some of it. Standard input and pipes cannot
     * be read again, and rows that were marked are not marked once more for {@code --each}: with these nothing is kept.
     */
    static void begin(Sheet sheet, Bank bank, ParseResult given, @Nullable Path results, Environment environment)
            throws IOException {
        String name = given.matchedPositionalValue(0, "-");
        if (results == null || given.hasMatchedOption("--each") || !canBeReadAgain(name)) {
            return;
        }
        for (String option : FILES) {
            if (given.hasMatchedOption(option) && !canBeReadAgain(given.matchedOptionValue(option, ""))) {
                return;
            }
        }
        long rows = sheet.keep(results.resolve(FOLDER), digest(Command.path(name), bank, given));
        if (rows > 0) {
            environment.err().println("ansatz: going on after " + rows + " rows that an earlier run has marked");
            environment.err().flush();
        }
    }

    private static boolean canBeReadAgain(String name) throws IOException {
        return !name.equals("-") && Files.isRegularFile(Command.path(name));
    }

    /** What the marks rest on. */
    private static String digest(Path responses, Bank bank, ParseResult given) throws IOException {
        Digest digest = new Digest()
                .add(String.valueOf(Program.identity()))
                .add(responses.toRealPath().toString())
                .add(Files.size(responses) + " " + Files.getLastModifiedTime(responses))
                .add(given.matchedOptionValue("--against", ""))
                .add(given.hasMatchedOption("--decimal-comma") + " " + given.hasMatchedOption("--jsonl"));
        for (Problem problem : bank.problems().values()) {
            digest.add(problem.id()).add(bank.texts().getOrDefault(problem.id(), ""));
            for (Key.Claim key : bank.keysOf(problem)) {
                digest.add(key.key().text()).add(key.of());
            }
        }
        for (String option : FILES) {
            String file = given.matchedOptionValue(option, "");
            digest.add(file.isEmpty() ? new byte[0] : Files.readAllBytes(Command.path(file)));
        }
        return digest.hexadecimal();
    }
}
