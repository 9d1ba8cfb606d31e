package org.ansatz.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.bank.BankLoader;
import org.ansatz.field.Language;
import org.jspecify.annotations.Nullable;

/**
 * Loads the bank that a command line names: the shipped one, or files, folders and standard input. Keys may speak of all
 * problems of the shipped bank, whichever of them are read.
 */
final class Banks {

    private Banks() {}

    static Bank load(List<String> paths, @Nullable String answers, Environment environment) {
        BankLoader loader = new BankLoader(Language.registry(), Language.blockKinds());
        Path home = relative(environment.home());
        if (paths.isEmpty()) {
            loader.problems(shipped(environment));
        }
        for (String path : paths) {
            if (path.equals("-")) {
                loader.problem(environment.in(), "standard input");
            } else {
                loader.problems(path);
            }
        }
        Path keys = answers == null ? home.resolve("answers") : Path.of(answers);
        if (answers != null || Files.isDirectory(keys)) {
            loader.answers(keys, shipped(environment));
        }
        return loader.bank();
    }

    /** Where the shipped problems lie. */
    static Path shipped(Environment environment) {
        return relative(environment.home()).resolve("problems");
    }

    /** The shorter way to name the home folder from here. */
    private static Path relative(Path home) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = home.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }
}
