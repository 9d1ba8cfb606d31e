package org.ansatz.junit;

import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes each method with {@link Verify} of a test class a test, or those of what {@link #subject} says. The problems are those
 * that {@link ProblemBank} on the test class names; without that annotation, those in the folder {@code problems}.
 *
 * <p>JUnit Jupiter takes no method for a test that returns a value. So the methods are found by an engine of their own,
 * {@link VerifyEngine}, which any launcher of JUnit uses by itself, and run by Jupiter with all that the class says of its
 * tests: how it is made, what runs before and after each, its extensions and conditions.
 */
@ExtendWith(BankParameter.class)
public interface MethodTests {

    /**
     * Whose methods are tried: an object; or a {@link Class}, for its static methods. The test itself if not overridden.
     * Whoever overrides it declares the type: {@code public Lines subject()}, or {@code public Class<Lines> subject()}.
     */
    default Object subject() {
        return this;
    }

    /** What Jupiter runs once for each method; nobody else calls it. */
    @TestTemplate
    @ExtendWith(ClaimInvocations.class)
    default void everyMethodAgreesWithTheRoutes() {}
}
