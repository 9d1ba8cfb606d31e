package org.ansatz.junit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.AssertionFailedError;

/**
 * Runs methods with {@link Verify} by Jupiter, as invocations of the template in their classes, and tells what becomes of them
 * as news of the methods. What cannot be run is told beside them, and what Jupiter does not run, though it was asked to, has
 * failed.
 */
final class JupiterRun implements TestExecutionListener {

    private final TestDescriptor root;
    private final EngineExecutionListener listener;
    private final Map<List<String>, ClassOfClaims> classes = new LinkedHashMap<>();
    private final Map<String, Iterator<Claim>> expected = new ConcurrentHashMap<>();
    private final Map<String, TestDescriptor> running = new ConcurrentHashMap<>();
    private final Set<TestDescriptor> told = ConcurrentHashMap.newKeySet();
    private @Nullable TestPlan plan;

    /**
     * A run of all that lies below {@code root}.
     *
     * @param listener who is told of it
     */
    JupiterRun(TestDescriptor root, EngineExecutionListener listener) {
        this.root = root;
        this.listener = listener;
        for (TestDescriptor each : root.getDescendants()) {
            if (each instanceof ClassOfClaims) {
                classes.put(names(((ClassOfClaims) each).chain()), (ClassOfClaims) each);
            }
        }
    }

    private static List<String> names(Collection<Class<?>> chain) {
        return chain.stream().map(Class::getName).toList();
    }

    /**
     * Runs it.
     *
     * @param parameters what holds for the run as a whole
     */
    void run(ConfigurationParameters parameters) {
        List<ClassOfClaims> all =
                root.getChildren().stream().map(ClassOfClaims.class::cast).toList();
        if (all.stream().anyMatch(ClassOfClaims::isRunnable)) {
            LauncherConfig alone = LauncherConfig.builder()
                    .enableLauncherSessionListenerAutoRegistration(false)
                    .enableLauncherDiscoveryListenerAutoRegistration(false)
                    .enableTestExecutionListenerAutoRegistration(false)
                    .enablePostDiscoveryFilterAutoRegistration(false)
                    .build();
            LauncherFactory.create(alone).execute(request(parameters), this);
        }
        all.stream().filter(type -> !told.contains(type)).forEach(this::tellWhole);
    }

    private LauncherDiscoveryRequest request(ConfigurationParameters parameters) {
        Set<DiscoverySelector> selectors = new LinkedHashSet<>();
        Map<Class<?>, List<Claim>> asked = new LinkedHashMap<>();
        for (ClassOfClaims type : classes.values()) {
            List<Claim> claims = type.tests()
                    .filter(ClaimTest::isRunnable)
                    .map(ClaimTest::claim)
                    .toList();
            if (!claims.isEmpty()) {
                selectors.add(template(type.chain()));
                asked.computeIfAbsent(type.claims().testClass(), none -> new ArrayList<>())
                        .addAll(claims);
            }
        }
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .selectors(List.copyOf(selectors))
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .enableImplicitConfigurationParameters(false)
                .parentConfigurationParameters(parameters);
        asked.forEach((type, claims) -> request.configurationParameter(
                ClaimInvocations.parameter(type), ClaimInvocations.value(claims.stream())));
        return request.build();
    }

    private static DiscoverySelector template(List<Class<?>> chain) {
        int last = chain.size() - 1;
        return last == 0
                ? DiscoverySelectors.selectMethod(chain.get(0), VerifyEngine.TEMPLATE)
                : DiscoverySelectors.selectNestedMethod(chain.subList(0, last), chain.get(last), VerifyEngine.TEMPLATE);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    /** The methods come in the order in which they were asked for. */
    @Override
    public void dynamicTestRegistered(TestIdentifier invocation) {
        TestIdentifier template = parent(invocation).orElseThrow();
        ClassOfClaims type = classes.get(chain(template));
        if (type != null) {
            Iterator<Claim> next = expected.computeIfAbsent(template.getUniqueId(), none -> asked(type));
            Claim claim = next.next();
            type.tests()
                    .filter(test -> claim.equals(test.claim()))
                    .forEach(test -> running.put(invocation.getUniqueId(), test));
        }
    }

    /** As {@link ClaimInvocations} finds them: of all classes of this name in the run. */
    private Iterator<Claim> asked(ClassOfClaims type) {
        Class<?> testClass = type.claims().testClass();
        Stream<Claim> claims = classes.values().stream()
                .filter(each -> each.claims().testClass() == testClass)
                .flatMap(ClassOfClaims::tests)
                .filter(ClaimTest::isRunnable)
                .map(ClaimTest::claim);
        return ClaimInvocations.asked(testClass, ClaimInvocations.value(claims)).iterator();
    }

    private Optional<TestIdentifier> parent(TestIdentifier identifier) {
        return plan == null ? Optional.empty() : plan.getParent(identifier);
    }

    /** The classes that something stands in, the outermost first. */
    private List<String> chain(TestIdentifier identifier) {
        List<String> chain = new ArrayList<>();
        for (Optional<TestIdentifier> at = Optional.of(identifier); at.isPresent(); at = parent(at.get())) {
            at.get()
                    .getSource()
                    .filter(ClassSource.class::isInstance)
                    .ifPresent(source -> chain.add(0, ((ClassSource) source).getClassName()));
        }
        return chain;
    }

    private @Nullable TestDescriptor known(TestIdentifier identifier) {
        boolean isClass =
                identifier.getSource().filter(ClassSource.class::isInstance).isPresent();
        return isClass ? classes.get(chain(identifier)) : running.get(identifier.getUniqueId());
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        TestDescriptor started = known(identifier);
        if (started != null) {
            start(started);
        }
        if (started instanceof ClassOfClaims) {
            ClassOfClaims type = (ClassOfClaims) started;
            type.tests().filter(test -> !test.isRunnable()).forEach(this::refuse);
            type.nested().filter(nested -> !nested.isRunnable()).forEach(this::tellWhole);
        }
    }

    private void start(TestDescriptor test) {
        told.add(test);
        listener.executionStarted(test);
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        TestDescriptor skipped = known(identifier);
        if (skipped != null) {
            told.add(skipped);
            listener.executionSkipped(skipped, reason);
        }
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        TestDescriptor finished = known(identifier);
        if (finished instanceof ClassOfClaims && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            tellRest((ClassOfClaims) finished);
        }
        if (finished != null) {
            listener.executionFinished(finished, result);
        } else if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            ClassOfClaims type = classes.get(chain(identifier));
            if (type != null) {
                untold(type).forEach(test -> finish(test, result));
            }
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
        TestDescriptor test = known(identifier);
        if (test != null) {
            listener.reportingEntryPublished(test, entry);
        }
    }

    private List<ClaimTest> untold(ClassOfClaims type) {
        return type.tests().filter(test -> !told.contains(test)).toList();
    }

    private void finish(ClaimTest test, TestExecutionResult result) {
        start(test);
        listener.executionFinished(test, result);
    }

    private void refuse(ClaimTest test) {
        if (test.isDisabled()) {
            told.add(test);
            listener.executionSkipped(test, "@Disabled");
        } else {
            finish(test, failed(test.objection()));
        }
    }

    private static TestExecutionResult failed(String why) {
        return TestExecutionResult.failed(new AssertionFailedError(why));
    }

    /** A class that Jupiter runs nothing of. */
    private void tellWhole(ClassOfClaims type) {
        start(type);
        type.tests().filter(test -> !test.isRunnable()).forEach(this::refuse);
        tellRest(type);
        listener.executionFinished(type, TestExecutionResult.successful());
    }

    /** What was asked for, and Jupiter did not run. */
    private void tellRest(ClassOfClaims type) {
        untold(type)
                .forEach(test -> finish(
                        test,
                        failed(type.claims().testClass().getName()
                                + ": JUnit Jupiter does not run this class; it must be neither"
                                + " private nor abstract, and nested classes need @Nested")));
        type.nested().filter(nested -> !told.contains(nested)).forEach(this::tellWhole);
    }
}
