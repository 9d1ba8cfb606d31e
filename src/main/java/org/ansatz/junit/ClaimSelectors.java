package org.ansatz.junit;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.NestedClassSelector;
import org.junit.platform.engine.discovery.NestedMethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** What of a run's selection are test classes and methods of {@link VerifyEngine}. */
final class ClaimSelectors implements SelectorResolver {

    private static final String CLASS = "class";
    private static final String NESTED = "nested-class";
    private static final String METHOD = "method";
    private static final String NONE = "none";

    /**
     * Whether a class stands for itself and has methods to try, also in nested classes, or seems to be meant to. Any class of
     * anybody's tests is asked, so one that cannot be looked into is none.
     */
    static boolean hasClaims(Class<?> type) {
        try {
            boolean isInner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
            return !isInner && !type.isLocalClass() && !type.isAnonymousClass() && isMeant(type, Set.of());
        } catch (LinkageError | TypeNotPresentException e) {
            return false;
        }
    }

    private static boolean isMeant(Class<?> type, Set<Class<?>> outer) {
        return !Modifier.isAbstract(type.getModifiers())
                && (MethodTests.class.isAssignableFrom(type)
                        || Claims.isForgotten(type)
                        || !nested(type, outer).isEmpty());
    }

    /** The nested classes of a test class or those it is derived from; one may be derived from what it stands in. */
    private static List<Class<?>> nested(Class<?> type, Set<Class<?>> outer) {
        Set<Class<?>> known = new HashSet<>(outer);
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            known.add(at);
            for (Class<?> inner : at.getDeclaredClasses()) {
                boolean isTest =
                        !Modifier.isStatic(inner.getModifiers()) && AnnotationSupport.isAnnotated(inner, Nested.class);
                if (isTest && !known.contains(inner) && isMeant(inner, known)) {
                    found.add(inner);
                }
            }
        }
        return found;
    }

    private static List<Class<?>> nested(ClassOfClaims type) {
        return nested(type.claims().testClass(), Set.copyOf(type.chain()));
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        Class<?> type = selector.getJavaClass();
        return hasClaims(type)
                ? matching(context.addToParent(parent -> Optional.of(classBelow(parent, type))))
                : Resolution.unresolved();
    }

    @Override
    public Resolution resolve(NestedClassSelector selector, Context context) {
        return isMeant(selector.getNestedClass(), Set.copyOf(selector.getEnclosingClasses()))
                ? nestedIn(() -> selected(selector.getEnclosingClasses()), selector.getNestedClass(), context)
                : Resolution.unresolved();
    }

    private static DiscoverySelector selected(List<Class<?>> chain) {
        int last = chain.size() - 1;
        return last == 0
                ? DiscoverySelectors.selectClass(chain.get(0))
                : DiscoverySelectors.selectNestedClass(chain.subList(0, last), chain.get(last));
    }

    @Override
    public Resolution resolve(MethodSelector selector, Context context) {
        return method(
                () -> DiscoverySelectors.selectClass(selector.getJavaClass()),
                selector.getMethodName(),
                selector.getParameterTypeNames(),
                context);
    }

    @Override
    public Resolution resolve(NestedMethodSelector selector, Context context) {
        List<Class<?>> chain = new ArrayList<>(selector.getEnclosingClasses());
        chain.add(selector.getNestedClass());
        return method(() -> selected(chain), selector.getMethodName(), selector.getParameterTypeNames(), context);
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId id = selector.getUniqueId();
        UniqueId.Segment last = id.getLastSegment();
        Supplier<DiscoverySelector> parent = () -> DiscoverySelectors.selectUniqueId(id.removeLastSegment());
        if (last.getType().equals(CLASS)) {
            return ReflectionSupport.tryToLoadClass(last.getValue())
                    .toOptional()
                    .map(type -> resolve(DiscoverySelectors.selectClass(type), context))
                    .orElse(Resolution.unresolved());
        }
        if (last.getType().equals(NESTED)) {
            return matching(context.addToParent(
                    parent,
                    found -> nested((ClassOfClaims) found).stream()
                            .filter(type -> type.getSimpleName().equals(last.getValue()))
                            .findFirst()
                            .map(type -> classBelow(found, type))));
        }
        String key = last.getValue();
        return last.getType().equals(METHOD)
                ? method(
                        parent,
                        key.substring(0, key.indexOf('(')),
                        key.substring(key.indexOf('(') + 1, key.length() - 1),
                        context)
                : Resolution.unresolved();
    }

    private static Resolution nestedIn(Supplier<DiscoverySelector> parent, Class<?> type, Context context) {
        return matching(context.addToParent(parent, found -> Optional.of(classBelow(found, type))));
    }

    private static ClassOfClaims classBelow(TestDescriptor parent, Class<?> type) {
        if (parent instanceof ClassOfClaims) {
            UniqueId id = parent.getUniqueId().append(NESTED, type.getSimpleName());
            return new ClassOfClaims(id, Claims.of(type), ((ClassOfClaims) parent).chainTo(type));
        }
        return new ClassOfClaims(parent.getUniqueId().append(CLASS, type.getName()), Claims.of(type), List.of(type));
    }

    /** A class with all that is in it. */
    private static Resolution matching(Optional<ClassOfClaims> found) {
        return found.map(type -> Resolution.match(Match.exact(type, () -> content(type))))
                .orElse(Resolution.unresolved());
    }

    private static Set<DiscoverySelector> content(ClassOfClaims type) {
        Set<DiscoverySelector> content = new LinkedHashSet<>();
        Claims claims = type.claims();
        claims.all()
                .forEach(claim -> content.add(
                        DiscoverySelectors.selectUniqueId(type.getUniqueId().append(METHOD, claim.key()))));
        nested(type).forEach(inner -> content.add(DiscoverySelectors.selectNestedClass(type.chain(), inner)));
        String objection = claims.objection();
        if (objection != null && content.isEmpty()) {
            type.addChild(ClaimTest.none(type.getUniqueId().append(NONE, METHOD), claims.testClass(), objection));
        }
        return content;
    }

    /** The method of this name; without types of parameters, the only one. */
    private static Resolution method(Supplier<DiscoverySelector> parent, String name, String types, Context context) {
        Optional<ClaimTest> found = context.addToParent(parent, type -> methodBelow(type, name, types));
        return found.map(test -> Resolution.match(Match.exact(test))).orElse(Resolution.unresolved());
    }

    private static Optional<ClaimTest> methodBelow(TestDescriptor parent, String name, String types) {
        Claim named = named(((ClassOfClaims) parent).claims(), name, types);
        return Optional.ofNullable(named)
                .map(claim -> ClaimTest.of(parent.getUniqueId().append(METHOD, claim.key()), claim));
    }

    private static @Nullable Claim named(Claims claims, String name, String types) {
        List<Claim> all = claims.all().stream()
                .filter(claim -> claim.method().getName().equals(name))
                .toList();
        String plain = types.replace(" ", "");
        return all.stream()
                .filter(claim -> claim.parameterTypes().equals(plain))
                .findFirst()
                .orElse(plain.isEmpty() && all.size() == 1 ? all.get(0) : null);
    }
}
