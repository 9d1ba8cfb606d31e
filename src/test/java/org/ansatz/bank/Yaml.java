package org.ansatz.bank;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.ansatz.field.Language;
import org.ansatz.problem.Problem;

/** Problems and banks for tests. */
public final class Yaml {

    private Yaml() {}

    /** The bank in a folder that holds {@code problems} and, perhaps, {@code answers}. */
    public static Bank bank(Path problems, Path answers) {
        return loader().problems(problems).answers(answers).bank();
    }

    /** The shipped bank. */
    public static Bank shipped() {
        return bank(Path.of("problems"), Path.of("answers"));
    }

    /** What a file with this text would be. */
    public static Bank read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a file with these bytes would be. */
    public static Bank read(byte[] bytes) {
        return loader().problem(new ByteArrayInputStream(bytes), "test.yaml").bank();
    }

    /** The one problem in this text, which must be sound. */
    public static Problem problem(String text) {
        Bank bank = read(text);
        if (!bank.faults().isEmpty()) {
            throw new AssertionError(faults(bank));
        }
        return bank.problems().values().iterator().next();
    }

    /** The faults as {@code line:column: message}. */
    public static List<String> faults(Bank bank) {
        return bank.faults().stream()
                .map(fault -> fault.place().line() + ":" + fault.place().column() + ": " + fault.message())
                .toList();
    }

    private static BankLoader loader() {
        return new BankLoader(Language.registry(), Language.blockKinds());
    }
}
