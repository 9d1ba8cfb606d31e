package org.ansatz.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ansatz.bank.FrozenBank;

/**
 * A checkout below {@code target} with the launcher, what was built, and the {@linkplain FrozenBank frozen bank} in place of
 * the one that is shipped: the program as a user starts it, on a bank that tests know.
 */
public final class Checkout {

    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final Path FOLDER = HERE.resolve("target/checkout");

    static {
        try {
            remove(FOLDER);
            for (String part : List.of("ansatz", "pom.xml", "src/main", "target/ansatz.jar", "target/lib")) {
                if (Files.exists(HERE.resolve(part))) { // without a jar the launcher makes one
                    copy(HERE.resolve(part), FOLDER.resolve(part));
                }
            }
            copy(FrozenBank.PROBLEMS.toAbsolutePath(), FOLDER.resolve("problems"));
            copy(FrozenBank.ANSWERS.toAbsolutePath(), FOLDER.resolve("answers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Checkout() {}

    /** The launcher, as an absolute path. The checkout is made when this is asked for first, and is one for all tests. */
    public static Path launcher() {
        return FOLDER.resolve("ansatz");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            // The launcher compares dates, those of folders as well: a copy is as old as what it was made of.
            List<Path> folders = new ArrayList<>();
            for (Path file : all.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                    folders.add(file);
                } else {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            for (Path folder : folders) {
                Files.setLastModifiedTime(
                        to.resolve(from.relativize(folder).toString()), Files.getLastModifiedTime(folder));
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
