package org.ansatz.junit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a bank. */
public final class BankAssert extends AbstractAssert<BankAssert, Bank> {

    BankAssert(Bank actual) {
        super(actual, BankAssert.class);
    }

    /** Passes if every file could be read, and there is a problem. */
    public BankAssert isReadable() {
        isNotNull();
        if (!actual.faults().isEmpty()) {
            failWithMessage(
                    "expected every file to be readable, but:%n%s",
                    actual.faults().stream().map(String::valueOf).collect(Collectors.joining("\n")));
        }
        if (actual.problems().isEmpty()) {
            failWithMessage("expected problems, but there is none");
        }
        return this;
    }

    /**
     * Passes if every file could be read, there is a problem, and the published question of every problem is agreed or unkeyed.
     */
    public BankAssert passes() {
        isNotNull();
        Stream<String> unread = actual.faults().stream().map(String::valueOf);
        Stream<String> failing = actual.problems().values().stream()
                .map(problem -> Verifier.published(problem, actual.keysOf(problem)))
                .filter(verdict -> !verdict.judgement().passes())
                .map(BankAssert::line);
        List<String> wrong = Stream.concat(unread, failing).toList();
        if (!wrong.isEmpty()) {
            failWithMessage("expected every problem to be agreed or unkeyed, but:%n%s", String.join("\n", wrong));
        }
        return isReadable();
    }

    private static String line(Verdict verdict) {
        return verdict.problem().place() + ": " + verdict.judgement().status() + ": "
                + verdict.judgement().reason();
    }
}
