package org.ansatz.junit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/**
 * Finds the methods with {@link Verify}, each a test with its own name, place and tags, so that whatever chooses tests can
 * choose them; Jupiter then runs them. Found by JUnit's launcher; nobody else uses it.
 */
public final class VerifyEngine implements TestEngine {

    /** The name of the method of {@link MethodTests} that Jupiter runs. */
    static final String TEMPLATE = "everyMethodAgreesWithTheRoutes";

    private static final EngineDiscoveryRequestResolver<EngineDescriptor> RESOLVER =
            EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
                    .addClassContainerSelectorResolver(ClaimSelectors::hasClaims)
                    .addSelectorResolver(new ClaimSelectors())
                    .build();

    /** The test classes that this engine was asked for in the present run. */
    private static final Set<Class<?>> FOUND = ConcurrentHashMap.newKeySet();

    /** For the launcher. */
    public VerifyEngine() {}

    /**
     * Whether this engine runs the methods of a test class. Runs may leave it out, as with Gradle's
     * {@code includeEngines("junit-jupiter")} or Surefire's {@code includeJUnit5Engines}, and JUnit does not find it on the module
     * path; then Jupiter runs them below their template.
     */
    static boolean runs(Class<?> testClass) {
        return FOUND.contains(testClass);
    }

    /** Forgets which methods this engine runs, for a new run begins. */
    static void forget() {
        FOUND.clear();
    }

    @Override
    public String getId() {
        return "ansatz";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        EngineDescriptor root = new EngineDescriptor(id, "Ansatz");
        RESOLVER.resolve(request, root);
        dropSubjects(root);
        root.getDescendants().stream()
                .filter(ClassOfClaims.class::isInstance)
                .forEach(found -> FOUND.add(((ClassOfClaims) found).claims().testClass()));
        return root;
    }

    /** A class whose methods are another's subject needs to be no test itself. */
    private static void dropSubjects(TestDescriptor root) {
        Set<Class<?>> subjects = new HashSet<>();
        Set<TestDescriptor> known = new HashSet<>(root.getDescendants());
        known.stream()
                .filter(ClassOfClaims.class::isInstance)
                .map(found -> ((ClassOfClaims) found).claims())
                .filter(claims -> claims.subject() != claims.testClass())
                .forEach(claims -> subjects.add(claims.subject()));
        for (TestDescriptor child : List.copyOf(root.getChildren())) {
            Claims claims = ((ClassOfClaims) child).claims();
            if (subjects.contains(claims.testClass()) && Claims.isForgotten(claims.testClass())) {
                child.removeFromHierarchy();
            }
        }
    }

    @Override
    public void execute(ExecutionRequest request) {
        TestDescriptor root = request.getRootTestDescriptor();
        EngineExecutionListener listener = request.getEngineExecutionListener();
        listener.executionStarted(root);
        new JupiterRun(root, listener).run(request.getConfigurationParameters());
        listener.executionFinished(root, TestExecutionResult.successful());
    }
}
