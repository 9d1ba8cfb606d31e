package org.ansatz.junit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A test class in the tree of tests, with its methods and nested classes below it. */
final class ClassOfClaims extends AbstractTestDescriptor {

    private final Claims claims;
    private final List<Class<?>> chain;

    /**
     * A class.
     *
     * @param chain the class, after those that it is nested in
     */
    ClassOfClaims(UniqueId id, Claims claims, List<Class<?>> chain) {
        super(id, name(claims.testClass()), ClassSource.from(claims.testClass()));
        this.claims = claims;
        this.chain = List.copyOf(chain);
    }

    private static String name(Class<?> testClass) {
        return AnnotationSupport.findAnnotation(testClass, DisplayName.class)
                .map(DisplayName::value)
                .orElse(testClass.getSimpleName());
    }

    /** By what reports file it. */
    @Override
    public String getLegacyReportingName() {
        return claims.testClass().getName();
    }

    Claims claims() {
        return claims;
    }

    /** The class, after those that it is nested in. */
    List<Class<?>> chain() {
        return chain;
    }

    /** The chain of a class nested in this one. */
    List<Class<?>> chainTo(Class<?> nested) {
        List<Class<?>> longer = new ArrayList<>(chain);
        longer.add(nested);
        return longer;
    }

    /** Its own tags and those of the classes that it is nested in. */
    @Override
    public Set<TestTag> getTags() {
        Set<TestTag> tags = new LinkedHashSet<>();
        getParent().ifPresent(parent -> tags.addAll(parent.getTags()));
        AnnotationSupport.findRepeatableAnnotations(claims.testClass(), Tag.class).stream()
                .filter(tag -> TestTag.isValid(tag.value()))
                .forEach(tag -> tags.add(TestTag.create(tag.value())));
        return tags;
    }

    Stream<ClaimTest> tests() {
        return children(ClaimTest.class);
    }

    Stream<ClassOfClaims> nested() {
        return children(ClassOfClaims.class);
    }

    private <T extends TestDescriptor> Stream<T> children(Class<T> type) {
        return getChildren().stream().filter(type::isInstance).map(type::cast);
    }

    /** Whether Jupiter has something to run in it, or in a class nested in it. */
    boolean isRunnable() {
        return tests().anyMatch(ClaimTest::isRunnable) || nested().anyMatch(ClassOfClaims::isRunnable);
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
