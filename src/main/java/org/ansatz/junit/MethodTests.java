package org.ansatz.junit;

import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One test for each method with {@link Verify} of the test class, or of what {@link #subject} says. The problems are those
 * that {@link ProblemBank} on the test class names; without that annotation, those in the folder {@code problems}.
 */
@ExtendWith(BankParameter.class)
public interface MethodTests {

    /** Whose methods are tried: an object; or a {@link Class}, for its static methods. The test itself if not overridden. */
    default Object subject() {
        return this;
    }

    /**
     * The tests; one that fails if there is no method to try.
     *
     * @param bank what {@link ProblemBank} names
     */
    @TestFactory
    default Stream<DynamicTest> everyMethodAgreesWithTheRoutes(Bank bank) {
        return new VerifiedMethods(subject(), bank).tests();
    }
}
