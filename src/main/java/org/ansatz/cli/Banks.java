package org.ansatz.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.bank.BankLoader;
import org.ansatz.field.Language;
import org.ansatz.problem.Catalogue;
import org.ansatz.problem.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Loads what a command line names: the bank of the environment, or files, folders, problems of that bank and standard input. Keys
 * may speak of all problems of that bank, whichever of them are read.
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
            loader.problems(relative(environment.bank().problems()));
        }
        BankLoader bank = null;
        for (String path : paths) {
            if (path.equals("-")) {
                loader.problem(environment.in(), "standard input");
            } else if (looksLikeId(path)) {
                bank = bank == null ? listed(environment) : bank;
                readCalled(path, bank, loader);
            } else {
                loader.problems(path);
            }
        }
    }

    private static BankLoader listed(Environment environment) {
        return BankLoader.listing(environment.cache())
                .problems(relative(environment.bank().problems()));
    }

    /** Whether it may be the id of a problem, for it is no path that leads anywhere. */
    private static boolean looksLikeId(String path) {
        try {
            return !path.isBlank()
                    && !path.endsWith(".yaml")
                    && !path.endsWith(".yml")
                    && !Files.exists(Path.of(path), LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Reads the problem of a listed bank that is called so. */
    private static void readCalled(String id, BankLoader bank, BankLoader loader) {
        Catalogue catalogue = bank.catalogue();
        Entry entry = catalogue.called(id);
        if (entry == null) {
            loader.unknown(id, catalogue);
        } else {
            loader.problems(bank.file(entry));
        }
    }

    /** Reads keys for the problems that were read: those that a command line names, or those of the bank. */
    static void keys(@Nullable String answers, BankLoader loader, Environment environment) {
        Path own = environment.bank().answers();
        Path problems = relative(environment.bank().problems());
        if (answers != null) {
            loader.answers(Path.of(answers), problems);
        } else if (own != null && Files.isDirectory(own)) {
            loader.answers(relative(own), problems);
        }
    }

    /** The shorter way to name a folder from here. */
    private static Path relative(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = folder.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }
}
