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
        read(paths, loader, environment);
        keys(answers, loader, environment);
        return loader.bank();
    }

    /** Finds the problems that a command line names, and reads only those that no index knows. */
    static BankLoader list(List<String> paths, Environment environment) {
        BankLoader loader = BankLoader.listing(environment.cache());
        read(paths, loader, environment);
        return loader;
    }

    private static void read(List<String> paths, BankLoader loader, Environment environment) {
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
    }

    /** Reads keys for the problems that were read: those that a command line names, or the shipped ones. */
    static void keys(@Nullable String answers, BankLoader loader, Environment environment) {
        Path home = relative(environment.home());
        Path keys = answers == null ? home.resolve("answers") : Path.of(answers);
        if (answers != null || Files.isDirectory(keys)) {
            loader.answers(keys, shipped(environment));
        }
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
