package org.ansatz.junit;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** A method with {@link Verify} in the tree of tests; or the word that a class has none. */
final class ClaimTest extends AbstractTestDescriptor {

    private final @Nullable Claim claim;
    private final @Nullable String objection;

    private ClaimTest(UniqueId id, String name, TestSource source, @Nullable Claim claim, @Nullable String objection) {
        super(id, name, source);
        this.claim = claim;
        this.objection = objection;
    }

    /** A method, which lies where it is declared, but is a test of the test class. */
    static ClaimTest of(UniqueId id, Claim claim) {
        MethodSource source =
                MethodSource.from(claim.testClass().getName(), claim.method().getName(), claim.parameterTypes());
        return new ClaimTest(id, claim.name(), source, claim, claim.objection());
    }

    /** A class without methods to try. */
    static ClaimTest none(UniqueId id, Class<?> testClass, String objection) {
        return new ClaimTest(id, "no method", ClassSource.from(testClass), null, objection);
    }

    /** The method, or null. */
    @Nullable
    Claim claim() {
        return claim;
    }

    boolean isRunnable() {
        return claim != null && objection == null;
    }

    /** Why it cannot run. */
    String objection() {
        return String.valueOf(objection);
    }

    boolean isDisabled() {
        return claim != null && AnnotationSupport.isAnnotated(claim.method(), Disabled.class);
    }

    @Override
    public Set<TestTag> getTags() {
        Set<TestTag> tags = new LinkedHashSet<>();
        getParent().ifPresent(parent -> tags.addAll(parent.getTags()));
        if (claim != null) {
            tags.addAll(claim.tags());
        }
        return tags;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
