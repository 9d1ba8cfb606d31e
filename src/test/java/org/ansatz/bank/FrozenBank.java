package org.ansatz.bank;

import java.nio.file.Path;

/**
 * A bank that only tests read: problems and keys as they once were shipped. A test that needs some problem as an example
 * takes it from here, so that it does not change with the bank that is shipped. That one grows, and is held to its rules by
 * {@code ShippedBankTest}.
 */
public final class FrozenBank {

    /** The folder that holds {@link #PROBLEMS} and {@link #ANSWERS}, as the project's own holds those that are shipped. */
    public static final Path HOME = Path.of("src/test/resources/bank");

    public static final Path PROBLEMS = HOME.resolve("problems");

    public static final Path ANSWERS = HOME.resolve("answers");

    private static final Bank BANK = Yaml.bank(PROBLEMS, ANSWERS);

    private FrozenBank() {}

    /** The bank with its keys, read once. */
    public static Bank bank() {
        return BANK;
    }

    /** The file of a problem, such as {@code gate-2012-ec/q7}. */
    public static Path file(String id) {
        return PROBLEMS.resolve(id + ".yaml");
    }
}
