package org.ansatz.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Events;

/** No method passes that was not tried, and none hangs: what a claim says and what a method's annotations mean. */
final class VerifiedMethodsTest {

    private static final double C0 = 299_792_458;

    @ProblemBank("src/test/resources/bank/problems")
    static final class Refused implements MethodTests {
        @Verify(value = "gate-2012-ec/q28", variants = -1)
        double lessThanNoVariants(double f1) {
            return 9 * C0 / (4 * f1);
        }

        @Verify(value = "gate-2012-ec/q28", timeout = 0)
        double noTime(double f1) {
            return 9 * C0 / (4 * f1);
        }

        @Verify(value = "gate-2012-ec/q28", timeout = 1)
        double waitsForEver(double f1) throws InterruptedException {
            new CountDownLatch(1).await();
            return f1;
        }

        @Verify(value = "gate-2012-ec/q12", timeout = 1)
        @SuppressWarnings("InfiniteLoop")
        double loopsForEver(double t, double k) {
            double sum = 0;
            while (sum >= 0) {
                sum += Math.abs(t * k);
            }
            return sum;
        }

        @Verify("gate-2012-ec/q28")
        @Nullable
        Double returnsNull(double f1) {
            return null;
        }

        @Verify("gate-2012-ec/q28")
        @Nullable
        String returnsNoLetter() {
            return null;
        }

        @Verify("gate-2012-ec/q12")
        @Nullable
        Double returnsNoFunction(double t, double k) {
            return null;
        }

        @Verify("gate-2012-ec/q28")
        @Order(1)
        double ordered(double f1) {
            return 9 * C0 / (4 * f1);
        }

        @Verify("gate-2012-ec/q28")
        @Timeout(1)
        double timed(double f1) throws InterruptedException {
            new CountDownLatch(1).await();
            return f1;
        }

        @Verify(
                value = "gate-2012-ec/q28",
                seeds = {3, 0})
        double publishedDataAsAVariant(double f1) {
            return 9 * C0 / (4 * f1);
        }

        @Verify(value = "gate-2012-ec/q15", seeds = 22)
        char aVariantOfNoVariants() {
            return 'D';
        }

        @Verify(value = "gate-2012-ec/q15", variants = 100)
        char manyOfNoVariants() {
            return 'D';
        }

        @Verify(value = "gate-2012-ec/q28", digits = 16)
        double tooManyDigits(double f1) {
            return 9 * C0 / (4 * f1);
        }

        @Verify("gate-2012-ec/q28")
        @SuppressWarnings("unused")
        private double isPrivate(double f1) {
            return 9 * C0 / (4 * f1);
        }

        @Verify("gate-2012-ec/q28")
        static double isStatic(double f1) {
            return 9 * C0 / (4 * f1);
        }

        @Verify("gate-2012-ec/q28")
        @SuppressWarnings({"unused", "TypeParameterUnusedInFormals", "UnusedTypeParameter"})
        <T extends Number> double isGeneric(double f1) {
            return 9 * C0 / (4 * f1);
        }

        @Verify("gate-2012-ec/q28")
        void isVoid(double f1) {}

        @Verify("gate-2012-ec/q28")
        double wrongWhereItsAssumptionHolds(double f1) {
            assumeTrue(f1 > 500e6, "above 500 MHz");
            return 0;
        }
    }

    private static final EngineExecutionResults REFUSED = Samples.verified(Refused.class);

    private static final String[][] MESSAGES = {
        {"lessThanNoVariants", "variants are 0 or more, not -1"},
        {"noTime", "a timeout is at least 1 s, not 0"},
        {"waitsForEver", "expected 1.58 m (2 independent routes agree, estimated), but it did not return within 1 s"},
        {"loopsForEver", "but it did not return within 1 s"},
        {"returnsNull", "wrong in all 29 cases; published data: f1 = 429 MHz"},
        {"returnsNull", "but it returned null"},
        {"returnsNoLetter", "expected C (2 independent routes agree, estimated), but it returned null"},
        {"returnsNoFunction", "but it returned null"},
        {"ordered", "Refused: double ordered(double f1): @Order has no effect beside @Verify; put it on the class"},
        {"timed", "double timed(double f1) ==> execution timed out after 1000 ms"},
        {
            "publishedDataAsAVariant",
            "seeds of variants are 1 or more, not 0; for the published data alone write variants = 0"
        },
        {"aVariantOfNoVariants", "for gate-2012-ec/q15: the problem has no variants; leave out 'seeds'"},
        {"manyOfNoVariants", "for gate-2012-ec/q15: the problem has no variants; leave out 'variants'"},
        {"tooManyDigits", "digits are from 1 to 15, not 16"},
        {"isPrivate", "double isPrivate(double f1): a private method is no test; remove 'private'"},
        {"isStatic", "it is static; remove 'static', or let subject() return Class<Refused>"},
        {"isGeneric", "it is generic; take and return the types themselves"},
        {"isVoid", "an answer cannot be a void; return a number"},
        {"wrongWhereItsAssumptionHolds", "cases; at the end of a range: f1 = 600 MHz"},
    };

    @Test
    void noneOfThemPasses() {
        assertThat(Samples.passed(REFUSED)).isEmpty();
        assertThat(Samples.failed(REFUSED)).hasSize(18);
    }

    @TestFactory
    Stream<DynamicTest> aFailureSaysWhy() {
        return Stream.of(MESSAGES)
                .map(row -> DynamicTest.dynamicTest(
                        row[0],
                        () -> assertThat(Samples.message(REFUSED, row[0])).contains(row[1])));
    }

    static final class NoSubject implements MethodTests {
        static final class Lines {
            @Verify("q28")
            double length(double f1) {
                return f1;
            }
        }

        @Override
        @SuppressWarnings("NullAway") // what is tried
        public Lines subject() {
            return null;
        }
    }

    @Test
    void aSubjectThatIsNullIsTold() {
        assertThat(Samples.messages(Samples.verified(NoSubject.class)))
                .contains("NoSubject: subject() returned null, so that double length(double f1) cannot be called");
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Disabled("until the laboratory is open")
    @interface InTheLaboratory {}

    @Retention(RetentionPolicy.RUNTIME)
    @RepeatedTest(3)
    @interface Thrice {}

    static final class ConditionAndCallback implements ExecutionCondition, BeforeEachCallback {
        private static final List<String> CALLED = new ArrayList<>();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
            CALLED.add("condition of " + test.getRequiredTestMethod().getName());
            return ConditionEvaluationResult.enabled("");
        }

        @Override
        public void beforeEach(ExtensionContext test) {
            CALLED.add("before");
        }
    }

    @ProblemBank("src/test/resources/bank/problems")
    static final class Composed implements MethodTests {
        @InTheLaboratory
        @Verify("q28")
        double disabled(double f1) {
            return 0;
        }

        @Thrice
        @Verify("q28")
        double twoKinds(double f1) {
            return 9 * C0 / (4 * f1);
        }

        @ExtendWith(ConditionAndCallback.class)
        @Verify("q28")
        double extended(double f1) {
            return 9 * C0 / (4 * f1);
        }
    }

    @Test
    void annotationsMadeOfJUnitsMeanTheSame() {
        EngineExecutionResults results = Samples.verified(Composed.class);
        assertThat(names(results.testEvents().skipped())).containsExactly("disabled: q28");
        assertThat(Samples.messages(results)).contains("@Thrice beside @Verify makes it two kinds of test");
        assertThat(Samples.passed(results)).containsExactly("extended: q28");
        assertThat(ConditionAndCallback.CALLED).contains("condition of extended", "before");
    }

    @ProblemBank("src/test/resources/bank/problems")
    static final class Heeded implements MethodTests {
        @Verify("q28")
        @Disabled("until the book is here")
        double disabled(double f1) {
            return 0;
        }

        @Verify("q28")
        @DisplayName("three quarter waves")
        double named(double f1) {
            return 9 * C0 / (4 * f1);
        }

        @Verify("q28")
        double rightWhereItsAssumptionHolds(double f1) {
            assumeTrue(f1 > 500e6);
            return 9 * C0 / (4 * f1);
        }

        @Verify("q28")
        double assumesWhatNeverHolds(double f1) {
            assumeTrue(f1 < 0, "a negative frequency");
            return 0;
        }

        @Verify("q13")
        DoubleUnaryOperator functionThatAssumesWhatNeverHolds(double Vp) {
            return t -> {
                assumeTrue(t < 0, "a time before the start");
                return 0;
            };
        }
    }

    @Test
    void annotationsAndAssumptionsMeanWhatTheyMeanInJUnit() {
        EngineExecutionResults results = Samples.verified(Heeded.class);
        assertThat(Samples.messages(results)).isEmpty();
        assertThat(Samples.passed(results))
                .containsExactlyInAnyOrder("three quarter waves: q28", "rightWhereItsAssumptionHolds: q28");
        assertThat(names(results.testEvents().aborted()))
                .containsExactlyInAnyOrder("assumesWhatNeverHolds: q28", "functionThatAssumesWhatNeverHolds: q13");
        assertThat(names(results.testEvents().skipped())).containsExactly("disabled: q28");
        assertThat(results.testEvents().skipped().stream().map(event -> event.getRequiredPayload(String.class)))
                .containsExactly("until the book is here");
    }

    private static List<String> names(Events events) {
        return events.stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    @ProblemBank("src/test/resources/bank/problems")
    static final class Told implements MethodTests {
        @Verify(value = "q28", variants = 3, distribution = true)
        double length(double f1) {
            return 9 * C0 / (4 * f1);
        }
    }

    @Test
    void whatWasTriedIsReportedOnRequest() {
        EngineExecutionResults results = Samples.verified(Told.class);
        assertThat(results.testEvents().reportingEntryPublished().stream()
                        .map(event ->
                                event.getRequiredPayload(ReportEntry.class).getKeyValuePairs()))
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .containsEntry("cases", "7")
                        .containsEntry("f2", "0.9 GHz to 1.4 GHz, 4 values"));
    }

    @ProblemBank("src/test/resources/bank/problems")
    static final class OneVariant implements MethodTests {
        private final List<Double> taken = new ArrayList<>();

        @Verify(value = "q28", seeds = 22)
        double length(double f1) {
            taken.add(f1);
            return 0;
        }

        @AfterEach
        void once() {
            assertThat(taken).hasSize(1);
        }
    }

    @Test
    void aSeedRepeatsTheVariantThatAFailureNames() {
        EngineExecutionResults results = Samples.verified(OneVariant.class);
        assertThat(Samples.messages(results))
                .contains("double length(double f1) for gate-2012-ec/q28: variant 22: f1 = ");
    }

    @ProblemBank(value = "src/test/resources/bank/problems", variants = -1)
    static final class NegativeBank implements ProblemTests {}

    @ProblemBank(
            value = "src/test/resources/bank/problems",
            passing = {})
    static final class NothingPasses implements ProblemTests {}

    @Test
    void aBankIsNotTestedOnLessThanNoVariants() {
        assertThat(Samples.messages(Samples.run(NegativeBank.class)))
                .contains("NegativeBank: variants are 0 or more, not -1");
        assertThat(Samples.messages(Samples.run(NothingPasses.class))).contains("passing names no status");
    }
}
