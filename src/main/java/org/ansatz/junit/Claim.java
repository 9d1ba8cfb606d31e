package org.ansatz.junit;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.ansatz.problem.Problem;
import org.ansatz.trial.Mismatch;
import org.ansatz.trial.Solution;
import org.ansatz.trial.Trial;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestTag;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * A method that claims to solve a problem.
 *
 * @param testClass whose test it is
 * @param method the method
 * @param onClass whether it is called on a class: the test class names one as its subject
 */
record Claim(Class<?> testClass, Method method, boolean onClass) {

    /** By what it is told from the other methods of its class: {@code length(double,double)}. */
    String key() {
        return method.getName() + "(" + parameterTypes() + ")";
    }

    /** The types of its parameters, as JUnit writes them. */
    String parameterTypes() {
        return Stream.of(method.getParameterTypes()).map(Class::getName).collect(Collectors.joining(","));
    }

    /** How reports call it: {@code length: gate-2012-ec/q28}. */
    String name() {
        return AnnotationSupport.findAnnotation(method, DisplayName.class)
                        .map(DisplayName::value)
                        .orElse(method.getName())
                + ": " + verify().value();
    }

    Set<TestTag> tags() {
        Set<TestTag> tags = new LinkedHashSet<>();
        AnnotationSupport.findRepeatableAnnotations(method, Tag.class).stream()
                .filter(tag -> TestTag.isValid(tag.value()))
                .forEach(tag -> tags.add(TestTag.create(tag.value())));
        return tags;
    }

    Verify verify() {
        return method.getAnnotation(Verify.class);
    }

    static boolean isStatic(Method method) {
        return Modifier.isStatic(method.getModifiers());
    }

    /** Why it can be no test, whatever the problem is, or null. */
    @Nullable
    String objection() {
        String objection = new Objection(this).found();
        return objection == null ? null : testClass.getName() + ": " + signature() + ": " + objection;
    }

    /**
     * Tries the method.
     *
     * @param subject the object or class that it is called on
     * @throws AssertionFailedError if it is wrong in some case, or cannot be tried
     * @throws TestAbortedException if it assumes what holds in no case
     */
    void verify(Object subject, Bank bank) {
        Optional<Timeout> timeout = AnnotationSupport.findAnnotation(method, Timeout.class);
        if (timeout.isEmpty()) {
            agree(subject, bank);
        } else {
            Duration most =
                    Duration.of(timeout.get().value(), timeout.get().unit().toChronoUnit());
            Assertions.assertTimeoutPreemptively(most, () -> agree(subject, bank), this::signature);
        }
    }

    private void agree(Object subject, Bank bank) {
        Problem problem = problem(bank);
        Mismatch mismatch = mismatch(subject, problem);
        if (mismatch != null) {
            throw new AssertionFailedError(
                    signature() + " for " + problem.id() + ": " + mismatch.message() + "\n    at " + problem.place(),
                    mismatch.expected(),
                    mismatch.was(),
                    mismatch.thrown());
        }
    }

    private Problem problem(Bank bank) {
        try {
            return bank.problem(verify().value());
        } catch (NoSuchElementException e) {
            throw refused("", e);
        }
    }

    private AssertionFailedError refused(String problem, RuntimeException why) {
        return new AssertionFailedError(
                testClass.getName() + ": " + signature() + problem + ": " + why.getMessage(), why);
    }

    private @Nullable Mismatch mismatch(Object subject, Problem problem) {
        try (TimedCalls calls = new TimedCalls(verify().timeout())) {
            Solution solution = MethodSolution.of(method, subject, problem, calls);
            requireVariants(problem);
            Trial trial = new Trial(problem, verify().digits());
            return verify().seeds().length > 0
                    ? trial.ofSeeds(solution, verify().seeds())
                    : trial.of(solution, verify().variants());
        } catch (Solution.Declined e) {
            throw new TestAbortedException(signature() + " assumes what holds in no case: " + e.getMessage(), e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw refused(" for " + problem.id(), e);
        }
    }

    /**
     * Variants are asked for only where there are some.
     *
     * @throws IllegalArgumentException if there are none
     */
    private void requireVariants(Problem problem) {
        Verify verify = verify();
        boolean named = verify.seeds().length > 0;
        boolean counted = verify.variants() > 0 && verify.variants() != Verify.VARIANTS;
        if (problem.variants() == null && (named || counted)) {
            throw new IllegalArgumentException(
                    "the problem has no variants; leave out " + (named ? "'seeds'" : "'variants'"));
        }
    }

    /** What is tried of each given that is drawn, by its name. */
    Map<String, String> distribution(Bank bank) {
        return new Trial(problem(bank), verify().digits()).distribution(verify().variants());
    }

    /** {@code double length(double f1, double f2)}. */
    String signature() {
        String parameters = Stream.of(method.getParameters())
                .map(parameter -> parameter.getType().getSimpleName()
                        + (parameter.isNamePresent() ? " " + parameter.getName() : ""))
                .collect(Collectors.joining(", ", "(", ")"));
        return method.getReturnType().getSimpleName() + " " + method.getName() + parameters;
    }
}
