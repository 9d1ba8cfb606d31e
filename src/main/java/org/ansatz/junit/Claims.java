package org.ansatz.junit;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.engine.discovery.ClassNameFilter;

/**
 * The methods that a test class claims to be solutions.
 *
 * @param testClass the test class
 * @param subject whose methods they are; null if that is not declared
 * @param all the methods, by name
 */
record Claims(Class<?> testClass, @Nullable Class<?> subject, List<Claim> all) {

    private static final String SUBJECT = "subject";

    Claims {
        all = List.copyOf(all);
    }

    /** What a class claims; also one that is no test class, and only has methods of the kind. */
    static Claims of(Class<?> testClass) {
        if (!MethodTests.class.isAssignableFrom(testClass)) {
            return new Claims(testClass, testClass, List.of());
        }
        Type declared = subjectOf(testClass);
        boolean isStatic = declared instanceof ParameterizedType;
        Type type = isStatic ? ((ParameterizedType) declared).getActualTypeArguments()[0] : declared;
        if (!(type instanceof Class<?>) || type == Object.class || type == Class.class) {
            return new Claims(testClass, null, List.of());
        }
        Class<?> subject = (Class<?>) type;
        List<Claim> all = methods(subject).stream()
                .map(method -> new Claim(testClass, method, isStatic))
                .toList();
        return new Claims(testClass, subject, all);
    }

    private static Type subjectOf(Class<?> testClass) {
        try {
            Method subject = testClass.getMethod(SUBJECT);
            return subject.getDeclaringClass() == MethodTests.class ? testClass : subject.getGenericReturnType();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e); // the interface has one
        }
    }

    private static List<Method> methods(Class<?> type) {
        return AnnotationSupport.findAnnotatedMethods(type, Verify.class, HierarchyTraversalMode.TOP_DOWN).stream()
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString))
                .toList();
    }

    /**
     * Whether a class has a method, or a bank, that is meant for a test of its own. Static ones may be the subject of another class, unless
     * theirs is called as test classes are.
     */
    static boolean isForgotten(Class<?> type) {
        if (MethodTests.class.isAssignableFrom(type)) {
            return false;
        }
        boolean isNamedSo = type.getName().matches(ClassNameFilter.STANDARD_INCLUDE_PATTERN);
        return isBankWithoutTests(type)
                || methods(type).stream().anyMatch(method -> isNamedSo || !Claim.isStatic(method));
    }

    /** Whether a class says where its problems are, and nothing is done with them. */
    private static boolean isBankWithoutTests(Class<?> type) {
        return type.isAnnotationPresent(ProblemBank.class)
                && AnnotationSupport.findAnnotatedMethods(type, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                        .isEmpty()
                && type.getDeclaredClasses().length == 0;
    }

    /** Why there is nothing to try, or null. */
    @Nullable
    String objection() {
        String name = testClass.getName();
        if (isBankWithoutTests(testClass)) {
            return name + " has @ProblemBank and no test: write 'class " + testClass.getSimpleName()
                    + " implements ProblemTests' for a test of each problem";
        }
        if (!MethodTests.class.isAssignableFrom(testClass)) {
            return name + " has methods with @Verify, and none is tried: write 'class " + testClass.getSimpleName()
                    + " implements MethodTests', or name it as the subject() of a class that does";
        }
        if (subject == null) {
            return name + ": declare what subject() returns, as 'public Lines subject()', or 'public Class<Lines>"
                    + " subject()' for static methods";
        }
        String of = subject == testClass ? "" : subject.getName() + ", the subject of ";
        return all.isEmpty() ? of + name + " has no method with @Verify" : null;
    }
}
