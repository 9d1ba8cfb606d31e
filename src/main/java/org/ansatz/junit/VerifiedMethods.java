package org.ansatz.junit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.ansatz.problem.Problem;
import org.ansatz.trial.Mismatch;
import org.ansatz.trial.Solution;
import org.ansatz.trial.Trial;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The methods of an object, or the static methods of a class, that claim to solve problems.
 *
 * @param subject the object or the class
 * @param bank the problems
 */
record VerifiedMethods(Object subject, Bank bank) {

    Stream<DynamicTest> tests() {
        Class<?> type = subject instanceof Class ? (Class<?>) subject : subject.getClass();
        List<Method> methods =
                AnnotationSupport.findAnnotatedMethods(type, Verify.class, HierarchyTraversalMode.TOP_DOWN).stream()
                        .sorted(Comparator.comparing(Method::getName))
                        .toList();
        if (methods.isEmpty()) {
            String message = type.getName() + " has no method with @Verify";
            return Stream.of(dynamicTest("no method", () -> {
                throw new AssertionFailedError(message);
            }));
        }
        return methods.stream().map(method -> dynamicTest(name(method), uri(method), () -> verify(method)));
    }

    private static String name(Method method) {
        DisplayName own = method.getAnnotation(DisplayName.class);
        return (own == null ? method.getName() : own.value()) + ": "
                + method.getAnnotation(Verify.class).value();
    }

    /**
     * JUnit does not look at a method that it does not call itself: what its annotations mean is done here, or refused.
     *
     * @throws TestAbortedException if the method is disabled
     */
    private static void heed(Method method) {
        Disabled disabled = method.getAnnotation(Disabled.class);
        if (disabled != null) {
            throw new TestAbortedException(method.getName() + " is @Disabled: " + disabled.value());
        }
        for (Annotation annotation : method.getAnnotations()) {
            Class<? extends Annotation> type = annotation.annotationType();
            if (type.getName().startsWith("org.junit.") && type != DisplayName.class) {
                throw new AssertionFailedError(signature(method) + ": @" + type.getSimpleName()
                        + " has no effect beside @Verify"
                        + (type == Timeout.class ? "; write @Verify(timeout = …)" : "; put it on the class"));
            }
        }
    }

    private void verify(Method method) {
        heed(method);
        Verify claim = method.getAnnotation(Verify.class);
        boolean needsObject = !Modifier.isStatic(method.getModifiers());
        if (needsObject && subject instanceof Class) {
            throw new AssertionFailedError(signature(method) + " is not static; give an object as the subject");
        }
        Problem problem = bank.problem(claim.value());
        Mismatch mismatch = mismatch(method, problem, claim);
        if (mismatch != null) {
            throw new AssertionFailedError(
                    signature(method) + " for " + problem.id() + ": " + mismatch.message() + "\n    at "
                            + problem.place(),
                    mismatch.expected(),
                    mismatch.was(),
                    mismatch.thrown());
        }
    }

    private @Nullable Mismatch mismatch(Method method, Problem problem, Verify claim) {
        try (TimedCalls calls = new TimedCalls(claim.timeout())) {
            Solution solution = MethodSolution.of(method, subject, problem, calls);
            return new Trial(problem, claim.digits()).of(solution, claim.variants());
        } catch (Solution.Declined e) {
            throw new TestAbortedException(signature(method) + " assumes what holds in no case: " + e.getMessage(), e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new AssertionFailedError(signature(method) + " for " + problem.id() + ": " + e.getMessage(), e);
        }
    }

    /** {@code double length(double f1, double f2)}. */
    private static String signature(Method method) {
        String parameters = Stream.of(method.getParameters())
                .map(parameter -> parameter.getType().getSimpleName()
                        + (parameter.isNamePresent() ? " " + parameter.getName() : ""))
                .collect(Collectors.joining(", ", "(", ")"));
        return method.getReturnType().getSimpleName() + " " + method.getName() + parameters;
    }

    /** The method as editors follow it. */
    private static URI uri(Method method) {
        String parameters =
                Stream.of(method.getParameterTypes()).map(Class::getName).collect(Collectors.joining(",", "(", ")"));
        return URI.create("method:" + method.getDeclaringClass().getName() + "#" + method.getName() + parameters);
    }
}
