package org.ansatz.junit;

import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One test for each problem and variant of the bank that {@link ProblemBank} on the test class names; without that
 * annotation, of the folder {@code problems}. A click on a test leads to the file. A file that cannot be read is a failing
 * test with the words of the command line.
 */
@ExtendWith(BankParameter.class)
public interface ProblemTests {

    /**
     * The tests: one for a problem without variants, a group for one with variants.
     *
     * @param test the test class
     * @param bank what {@link ProblemBank} names
     */
    @TestFactory
    default Stream<DynamicNode> everyProblemIsVerified(TestInfo test, Bank bank) {
        return new ProblemNodes(bank, BankSource.of(test.getTestClass().orElse(getClass()))).all();
    }
}
