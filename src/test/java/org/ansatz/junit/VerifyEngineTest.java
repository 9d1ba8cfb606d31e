package org.ansatz.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Methods with {@link Verify} as build tools and editors choose and run them: by JUnit's launcher, with all its engines. */
final class VerifyEngineTest {

    private static final double C0 = 299_792_458;
    private static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());

    static final class Noting implements BeforeTestExecutionCallback {
        @Override
        public void beforeTestExecution(ExtensionContext context) {
            LOG.add("extension");
        }
    }

    @ProblemBank("src/test/resources/bank/problems")
    @Tag("lines")
    static class Mixed implements MethodTests {

        @BeforeAll
        static void before() {
            LOG.add("before all");
        }

        @BeforeEach
        void setUp(TestInfo test) {
            LOG.add("before " + test.getDisplayName());
        }

        @AfterEach
        void tearDown() {
            LOG.add("after");
        }

        @AfterAll
        static void after() {
            LOG.add("after all");
        }

        @Verify(value = "q28", variants = 0)
        @Tag("slow")
        double length(double f1) {
            LOG.add("length");
            return 9 * C0 / (4 * f1);
        }

        @Verify(value = "q28", variants = 0)
        @ExtendWith(Noting.class)
        double wrong(double f1) {
            return f1;
        }

        @Test
        void anOrdinaryTest() {
            LOG.add("ordinary");
        }

        @Nested
        @DisplayName("words of a code")
        class Inner implements MethodTests {
            @Verify("q7")
            long words(int n) {
                return (1L << n - 1) * ((1L << n) - 1);
            }
        }
    }

    /** What a run tells: tests by name with how they ended, and the containers. */
    private static final class Told implements TestExecutionListener {
        private final Map<String, String> tests = new LinkedHashMap<>();
        private final Map<String, String> ids = new LinkedHashMap<>();
        private final Set<String> containers = new TreeSet<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                tests.put(test.getDisplayName(), result.getStatus().toString());
                ids.put(test.getDisplayName(), test.getUniqueId());
            } else {
                containers.add(test.getDisplayName());
            }
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            tests.put(test.getDisplayName(), reason);
        }
    }

    private static Told run(LauncherDiscoveryRequestBuilder request) {
        LOG.clear();
        Told told = new Told();
        LauncherFactory.create()
                .execute(
                        request.filters(EngineFilter.excludeEngines("archunit")).build(), told);
        return told;
    }

    private static Told run(DiscoverySelector... selectors) {
        return run(LauncherDiscoveryRequestBuilder.request().selectors(selectors));
    }

    @Test
    void aClassRunsWithItsOrdinaryTestsAndItsMethodsAndNoTemplateIsSeen() {
        Told told = run(selectClass(Mixed.class));
        assertThat(told.tests)
                .containsOnly(
                        Map.entry("anOrdinaryTest()", "SUCCESSFUL"),
                        Map.entry("length: q28", "SUCCESSFUL"),
                        Map.entry("wrong: q28", "FAILED"),
                        Map.entry("words: q7", "SUCCESSFUL"));
        assertThat(told.containers).contains("words of a code").noneMatch(name -> name.contains("everyMethod"));
    }

    @Test
    void whatRunsBeforeAndAfterEachTestRunsForEachMethod() {
        run(selectMethod(Mixed.class, "length", "double"));
        assertThat(LOG).containsExactly("before all", "before length: q28", "length", "after", "after all");
    }

    @Test
    void anExtensionOfTheMethodRunsForItAlone() {
        run(selectMethod(Mixed.class, "wrong", "double"));
        assertThat(LOG).contains("extension");
    }

    /** As Surefire does for {@code -Dtest=Mixed#length}, and Gradle for {@code --tests Mixed.length}. */
    @Test
    void aMethodIsChosenByItsName() {
        PostDiscoveryFilter byName = test -> FilterResult.includedIf(test.getSource()
                .filter(source -> source instanceof MethodSource
                        && ((MethodSource) source).getMethodName().equals("length")
                        && ((MethodSource) source).getClassName().equals(Mixed.class.getName()))
                .isPresent());
        Told told = run(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Mixed.class))
                .filters(byName));
        assertThat(told.tests).containsOnly(Map.entry("length: q28", "SUCCESSFUL"));
        assertThat(run(selectMethod(Mixed.class.getName() + "#length")).tests).containsOnlyKeys("length: q28");
    }

    @Test
    void methodsAreChosenByTheirTagsAndThoseOfTheirClass() {
        assertThat(tagged(TagFilter.includeTags("slow"))).containsOnlyKeys("length: q28");
        assertThat(tagged(TagFilter.excludeTags("slow")))
                .doesNotContainKey("length: q28")
                .hasSize(3);
        assertThat(tagged(TagFilter.includeTags("lines"))).hasSize(4);
    }

    private static Map<String, String> tagged(PostDiscoveryFilter filter) {
        return run(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(Mixed.class))
                        .filters(filter))
                .tests;
    }

    @Test
    void aMethodIsRunAgainByItsId() {
        Told told = run(selectClass(Mixed.class));
        for (String name : List.of("length: q28", "words: q7")) {
            assertThat(run(selectUniqueId(told.ids.get(name))).tests).containsOnlyKeys(name);
        }
    }

    @Test
    void methodsAreFoundInPackages() {
        Told told = run(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("org.ansatz.junit"))
                .filters(ClassNameFilter.includeClassNamePatterns(".*VerifyEngineTest\\$Mixed")));
        assertThat(told.tests).containsKeys("length: q28", "words: q7");
    }

    @Test
    void methodsRunInParallelIfTheRunSaysSo() {
        Told told = run(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Mixed.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent"));
        assertThat(told.tests).hasSize(4).containsEntry("wrong: q28", "FAILED");
    }

    @ProblemBank("src/test/resources/bank/problems")
    static final class Conditional implements MethodTests {
        @Verify("q28")
        @DisabledForJreRange(min = JRE.JAVA_17)
        double notHere(double f1) {
            return 0;
        }

        @Verify("q28")
        @EnabledIf("never")
        double notNow(double f1) {
            return 0;
        }

        boolean never() {
            return false;
        }

        @Verify("q7")
        @DisabledForJreRange(max = JRE.JAVA_11)
        long here(int n) {
            return (1L << n - 1) * ((1L << n) - 1);
        }
    }

    @Test
    void conditionsOfTheMethodHold() {
        assertThat(run(selectClass(Conditional.class)).tests)
                .containsEntry("here: q7", "SUCCESSFUL")
                .hasEntrySatisfying("notHere: q28", why -> assertThat(why).contains("Disabled on JRE"))
                .hasEntrySatisfying("notNow: q28", why -> assertThat(why).contains("never"));
    }

    static final class Forgotten {
        @Verify("q28")
        double length(double f1) {
            return f1;
        }
    }

    static final class OfForgotten implements MethodTests {
        @Override
        public Forgotten subject() {
            return new Forgotten();
        }
    }

    @Test
    void aForgottenInterfaceIsTold() {
        assertThat(run(selectClass(Forgotten.class)).tests).containsOnly(Map.entry("no method", "FAILED"));
        assertThat(Samples.messages(Samples.verified(Forgotten.class)))
                .contains(
                        "Forgotten has methods with @Verify, and none is tried: write 'class Forgotten implements MethodTests'");
        assertThat(run(selectClass(Forgotten.class), selectClass(OfForgotten.class)).tests)
                .containsOnlyKeys("length: q28");
    }

    static final class TestOfStaticMethods {
        @Verify("q28")
        static double length(double f1) {
            return f1;
        }
    }

    static final class OfStaticMethods implements MethodTests {
        @Override
        public Class<TestOfStaticMethods> subject() {
            return TestOfStaticMethods.class;
        }
    }

    @Test
    void staticMethodsOfAClassThatIsCalledATestAreNotForgottenSilently() {
        assertThat(run(selectClass(TestOfStaticMethods.class)).tests).containsOnly(Map.entry("no method", "FAILED"));
        assertThat(run(selectClass(TestOfStaticMethods.class), selectClass(OfStaticMethods.class)).tests)
                .containsOnlyKeys("length: q28");
    }

    @ProblemBank("src/test/resources/bank/problems")
    static final class WithoutTheEngine implements MethodTests {
        @Verify(value = "q28", variants = 0)
        double right(double f1) {
            return 9 * C0 / (4 * f1);
        }

        @Verify(value = "q28", variants = 0)
        double wrong(double f1) {
            return f1;
        }

        @Verify("q28")
        @SuppressWarnings("UnusedMethod") // what is tried
        private double hidden(double f1) {
            return f1;
        }
    }

    /** As Gradle's {@code includeEngines("junit-jupiter")} and Surefire's {@code includeJUnit5Engines} do. */
    @Test
    void methodsRunAlsoWhereOnlyJupiterIsAskedFor() {
        for (int run = 0; run < 2; run++) {
            Told alone = run(LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(WithoutTheEngine.class))
                    .filters(EngineFilter.includeEngines("junit-jupiter")));
            assertThat(alone.tests)
                    .containsOnly(
                            Map.entry("right: q28", "SUCCESSFUL"),
                            Map.entry("wrong: q28", "FAILED"),
                            Map.entry("hidden: q28", "FAILED"));
            Told both = run(selectClass(WithoutTheEngine.class));
            assertThat(both.tests).hasSize(3).containsEntry("right: q28", "SUCCESSFUL");
            assertThat(both.containers).doesNotContain(VerifyEngine.TEMPLATE + "()");
        }
    }

    static class Cyclic {
        @Nested
        class Inner extends Cyclic {}
    }

    /** Our engine is asked of all classes of anybody's tests. */
    @Test
    void classesOfOtherTestsAreLeftAlone() {
        assertThat(ClaimSelectors.hasClaims(Cyclic.class)).isFalse();
        assertThat(ClaimSelectors.hasClaims(VerifyEngineTest.class)).isFalse();
        assertThat(ClaimSelectors.hasClaims(Mixed.Inner.class)).isFalse();
        assertThat(ClaimSelectors.hasClaims(Mixed.class)).isTrue();
    }

    @ProblemBank("src/test/resources/bank/problems")
    static final class BrokenBefore implements MethodTests {
        @BeforeAll
        static void fails() {
            throw new IllegalStateException("no database");
        }

        @Verify("q28")
        double length(double f1) {
            return f1;
        }
    }

    @ProblemBank("src/test/resources/bank/problems")
    private static final class Private implements MethodTests {
        @Verify("q28")
        @SuppressWarnings("unused")
        double length(double f1) {
            return f1;
        }
    }

    @Test
    void whatJUnitDoesNotRunHasNotPassed() {
        assertThat(Samples.messages(Samples.verified(BrokenBefore.class))).contains("no database");
        assertThat(run(selectClass(Private.class)).tests).containsOnly(Map.entry("length: q28", "FAILED"));
    }
}
