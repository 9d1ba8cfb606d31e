package org.ansatz.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.bank.FrozenBank;
import org.ansatz.problem.Status;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Banks under JUnit: what passes, what fails, and with which words. */
final class ProblemTestsTest {

    private static final String FOLDER = "src/test/resources/junit/";

    @ProblemBank(value = FOLDER + "problems", answers = FOLDER + "keys.yaml", variants = 3)
    static final class Mixed implements ProblemTests {}

    private static final EngineExecutionResults MIXED = Samples.run(Mixed.class);

    @Test
    void eachProblemAndVariantIsATest() {
        assertThat(Samples.passed(MIXED))
                .containsExactly(
                        "circuits/divider, published",
                        "circuits/divider, variant 1",
                        "circuits/divider, variant 2",
                        "circuits/divider, variant 3",
                        "differing, published");
        assertThat(Samples.failed(MIXED))
                .containsExactly(
                        FOLDER + "problems/unreadable.yaml",
                        "circuits/parallel",
                        "differing, variant 1",
                        "differing, variant 2",
                        "differing, variant 3");
        assertThat(MIXED.containerEvents().succeeded().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .contains("circuits/divider", "differing");
    }

    @Test
    void aFileThatCannotBeReadFailsWithTheWordsOfTheCommandLine() {
        assertThat(Samples.message(MIXED, FOLDER + "problems/unreadable.yaml")).isEqualTo("""
                error: src/test/resources/junit/problems/unreadable.yaml:3:1: unknown field 'giben'; did you mean 'given'?
                  3 | giben:
                    | ^^^^^
                error: src/test/resources/junit/problems/unreadable.yaml:9:14: unknown name 't'; it is a unit, which stands only after a
                       number or after 'in'
                  9 |   product: v*t
                    |              ^""");
    }

    @Test
    void aWrongKeyFailsWithTheExplanationAndThePlace() {
        assertThat(Samples.message(MIXED, "circuits/parallel")).isEqualTo("""
                disputed     circuits/parallel: 2000 ohm  2 independent routes share 16 digits, proved; the key (a key with a mistake)
                             says 2.5 kohm
                    conductances [arithmetic]  value: 1/(1/R1 + 1/R2)
                      → 2000 ohm
                        2000 ohm (exact)
                    current divider [root]  value: root(r/R1 + r/R2 - 1 for r in 0 ohm..R1)
                      → 2000 ohm
                        2000 ohm (± 2.3e-13 ohm)
                        proved: it lies in an interval that holds it for certain
                    at src/test/resources/junit/problems/circuits/parallel.yaml:1:1""");
    }

    @Test
    void aVariantOnWhichRoutesDifferFailsWithItsData() {
        assertThat(Samples.message(MIXED, "differing, variant 1"))
                .startsWith("""
                        variant 1: V = 10 V, R1 = 4 kohm, R2 = 4 kohm
                        inconsistent differing  routes 'divider' and 'node equation' differ: 3 V apart, more than""")
                .endsWith("at src/test/resources/junit/problems/differing.yaml:1:1");
    }

    @Test
    void aClickLeadsToTheLineInTheFile() {
        assertThat(source(MIXED, "circuits/parallel")).isEqualTo(file("problems/circuits/parallel.yaml", 1, 1));
        assertThat(source(MIXED, "circuits/divider")).isEqualTo(file("problems/circuits/divider.yaml", 2, 1));
        assertThat(source(MIXED, FOLDER + "problems/unreadable.yaml"))
                .isEqualTo(file("problems/unreadable.yaml", 3, 1));
    }

    private static FileSource file(String path, int line, int column) {
        return FileSource.from(Path.of(FOLDER, path).toAbsolutePath().toFile(), FilePosition.from(line, column));
    }

    private static TestSource source(EngineExecutionResults results, String name) {
        return results.allEvents().finished().stream()
                .map(event -> event.getTestDescriptor())
                .filter(test -> test.getDisplayName().equals(name))
                .findFirst()
                .orElseThrow()
                .getSource()
                .orElseThrow();
    }

    @ProblemBank(
            value = FOLDER + "problems/circuits",
            answers = FOLDER + "keys.yaml",
            variants = 0,
            passing = {Status.AGREED, Status.DISPUTED})
    static final class Lenient implements ProblemTests {}

    @Test
    void theClassSaysWhichStatusesPass() {
        assertThat(Samples.passed(Samples.run(Lenient.class))).containsExactly("circuits/divider", "circuits/parallel");
    }

    @ProblemBank("no/such/folder")
    static final class Missing implements ProblemTests {}

    @Test
    void aMissingFolderFails() {
        EngineExecutionResults results = Samples.run(Missing.class);
        assertThat(Samples.failed(results)).containsExactly("no/such/folder");
        assertThat(Samples.messages(results)).contains("cannot be read: there is no such file or folder");
    }

    @ProblemBank({})
    static final class OfNothing implements ProblemTests {}

    @Test
    void aBankOfNothingFails() {
        EngineExecutionResults results = Samples.run(OfNothing.class);
        assertThat(Samples.failed(results)).containsExactly("no problem");
        assertThat(Samples.messages(results)).contains("there is no problem in what @ProblemBank names: nothing");
    }

    @ProblemBank("src/test/resources/bank/problems")
    static final class WithoutInterface {}

    @Test
    void aBankWithoutTestsIsTold() {
        EngineExecutionResults results = Samples.verified(WithoutInterface.class);
        assertThat(Samples.messages(results))
                .contains("WithoutInterface has @ProblemBank and no test: write 'class WithoutInterface implements"
                        + " ProblemTests' for a test of each problem");
        for (Class<?> other : List.of(Mixed.class, Outer.class, Derived.class)) {
            assertThat(ClaimSelectors.hasClaims(other)).isFalse();
        }
    }

    @ProblemBank(value = "classpath:bank/problems/rf", variants = 1)
    static final class OnTheClassPath implements ProblemTests {}

    @Test
    void aBankMayBeOnTheClassPath() {
        EngineExecutionResults results = Samples.run(OnTheClassPath.class);
        assertThat(Samples.messages(results)).isEmpty();
        assertThat(Samples.passed(results))
                .containsExactly("rf/image-rejection, published", "rf/image-rejection, variant 1");
    }

    @ProblemBank("classpath:no/such/bank")
    static final class NotOnTheClassPath implements ProblemTests {}

    @ProblemBank("classpath:no/such/bank")
    static final class MethodsWithoutABank implements MethodTests {
        @Verify("rf/image-rejection")
        double rejection(double gain) {
            return gain;
        }
    }

    @Test
    void aBankThatIsNotOnTheClassPathFails() {
        EngineExecutionResults problems = Samples.run(NotOnTheClassPath.class);
        assertThat(Samples.failed(problems)).containsExactly("classpath:no/such/bank");
        assertThat(Samples.messages(problems)).contains("there is no folder or file 'no/such/bank' on the class path");
        assertThat(Samples.messages(Samples.verified(MethodsWithoutABank.class)))
                .contains(
                        "MethodsWithoutABank: double rejection(double gain): there is no problem 'rf/image-rejection' among 0")
                .contains("there is no folder or file 'no/such/bank' on the class path");
    }

    static final class WithoutAnnotation implements ProblemTests {}

    @Test
    void withoutTheAnnotationTheFolderIsCalledProblems() {
        EngineExecutionResults results = Samples.runIn(FrozenBank.HOME, WithoutAnnotation.class);
        assertThat(Samples.failed(results)).isEmpty();
        assertThat(Samples.passed(results))
                .contains("gate-2012-ec/q15", "rf/image-rejection, variant 10")
                .hasSizeGreaterThan(50);
    }

    @ProblemBank(FOLDER + "problems/circuits")
    static class Outer {
        @Test
        void takesTheBank(Bank bank) {
            assertThat(bank.problems()).containsOnlyKeys("circuits/divider", "circuits/parallel");
        }

        @Nested
        class Inner {
            @Test
            void takesTheSameBank(Bank bank) {
                assertThat(bank.problems()).hasSize(2);
            }
        }
    }

    static final class Derived extends Outer {}

    @Test
    void testMethodsMayTakeTheBankAlsoInNestedAndDerivedClasses() {
        assertThat(Samples.messages(Samples.run(Outer.class))).isEmpty();
        assertThat(Samples.passed(Samples.run(Outer.class))).hasSize(2);
        assertThat(Samples.passed(Samples.run(Derived.class))).hasSize(2);
    }

    @Test
    void whereverTestsRunTheProjectFolderIsFoundAboveItsClasses(@TempDir Path elsewhere) {
        String basedir = System.getProperty("basedir", "");
        System.setProperty("basedir", elsewhere.toString());
        try {
            assertThat(new ProjectFolder(ProblemTestsTest.class).resolve("problems"))
                    .isEqualTo(Path.of("problems"));
            assertThat(new ProjectFolder(ProblemTestsTest.class).resolve("nowhere"))
                    .isEqualTo(elsewhere.resolve("nowhere"));
        } finally {
            System.setProperty("basedir", basedir);
        }
    }

    @Test
    void everyStatusHasAName() {
        assertThat(List.of(Status.values()))
                .extracting(Status::toString)
                .containsExactly("agreed", "unkeyed", "disputed", "inconsistent", "unverified", "ambiguous", "failed")
                .hasSize(org.ansatz.problem.Verdict.Judgement.class.getPermittedSubclasses().length);
    }
}
