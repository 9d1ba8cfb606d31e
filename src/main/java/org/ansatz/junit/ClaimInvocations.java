package org.ansatz.junit;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.opentest4j.AssertionFailedError;

/**
 * One invocation for each method that {@link VerifyEngine} asks for; where Jupiter runs the class by itself, none if the engine
 * runs it, too. Where the engine takes no part in the run, Jupiter is all there is, and runs all methods.
 */
final class ClaimInvocations implements TestTemplateInvocationContextProvider {

    private static final String PREFIX = "ansatz.verify.";
    private static final String SEPARATOR = ";";

    ClaimInvocations() {}

    /** The parameter of a run that says which methods of a test class are asked for. */
    static String parameter(Class<?> testClass) {
        return PREFIX + testClass.getName();
    }

    /** Its value. */
    static String value(Stream<Claim> claims) {
        return String.join(SEPARATOR, claims.map(Claim::key).toList());
    }

    /** The methods that a run asks for, in their order. */
    static Stream<Claim> asked(Class<?> testClass, String value) {
        Set<String> keys = Set.copyOf(Arrays.asList(value.split(SEPARATOR)));
        return Claims.of(testClass).all().stream().filter(claim -> keys.contains(claim.key()));
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        Stream<Claim> claims = context.getConfigurationParameter(parameter(testClass))
                .map(value -> asked(testClass, value))
                .orElseGet(() -> VerifyEngine.runs(testClass) ? Stream.empty() : all(testClass));
        return claims.map(ClaimInvocation::new);
    }

    private static Stream<Claim> all(Class<?> testClass) {
        Claims claims = Claims.of(testClass);
        String objection = claims.objection();
        if (objection != null) {
            throw new AssertionFailedError(objection);
        }
        return claims.all().stream();
    }
}
