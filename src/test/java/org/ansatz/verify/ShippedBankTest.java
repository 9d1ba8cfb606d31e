package org.ansatz.verify;

import static org.ansatz.junit.AnsatzAssertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.type.Engine;
import org.ansatz.judge.Independence;
import org.ansatz.junit.ProblemBank;
import org.ansatz.junit.ProblemTests;
import org.ansatz.junit.Status;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Footing;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Route;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Judgement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every shipped problem, its variants, its misconceptions and its routes' engines. That the routes agree with each other on
 * the published data and on every variant, and with the key, is what {@link ProblemTests} asserts.
 */
@ProblemBank(value = "problems", answers = "answers", variants = 25)
final class ShippedBankTest implements ProblemTests {

    private static final Bank BANK = Yaml.shipped();

    @Test
    void everyFileOfTheBankCanBeRead(Bank bank) {
        assertThat(bank).isReadable();
    }

    @TestFactory
    Stream<DynamicTest> aProblemIsUnkeyedOnlyIfNobodyClaimsAKey() {
        return BANK.problems().values().stream()
                .map(problem -> dynamicTest(problem.id(), () -> {
                    Verdict verdict = Verifier.explained(Verifier.published(problem, BANK.keysOf(problem)));
                    assertThat(verdict).hasStatus(BANK.keysOf(problem).isEmpty() ? Status.UNKEYED : Status.AGREED);
                    assertThat(verdict.notes()).noneMatch(note -> note.message().contains("misconception"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyWrongOptionIsReachedByAMisconception() {
        return BANK.problems().values().stream()
                .filter(problem -> !problem.answer().options().isEmpty())
                .map(problem -> dynamicTest(problem.id(), () -> {
                    Verdict verdict = Verifier.explained(Verifier.published(problem, List.of()));
                    Set<String> reached = new TreeSet<>();
                    reached.addAll(((Conclusion.Chosen) ((Judgement.Unkeyed) verdict.judgement()).answer()).keys());
                    verdict.slips().forEach(slip -> reached.addAll(((Conclusion.Chosen) slip.conclusion()).keys()));
                    Set<String> offered = new TreeSet<>();
                    problem.answer().options().forEach(option -> offered.add(option.key()));
                    assertThat(reached).isEqualTo(offered);
                }));
    }

    /** Every engine; of routes by differences, which take long, those of the problem and one of the others in turn. */
    @TestFactory
    Stream<DynamicTest> breakingAnEngineMovesExactlyTheRoutesThatListIt() {
        List<Engine> engines = new ArrayList<>(engines(BANK.problems().values()));
        assertThat(engines).hasSizeGreaterThan(9);
        List<DynamicTest> tests = new ArrayList<>();
        for (Problem problem : BANK.problems().values()) {
            Set<Engine> few = engines(List.of(problem));
            few.add(engines.get(tests.size() % engines.size()));
            tests.add(dynamicTest(
                    problem.id(),
                    () -> problem.routes()
                            .forEach(route -> new OneRoute(problem, route)
                                    .mustChangeOnlyIfItListsWhatIsBroken(
                                            route.footing().engines().contains(Engine.DIFFERENCES) ? few : engines))));
        }
        return tests.stream();
    }

    private static Set<Engine> engines(Collection<Problem> problems) {
        Set<Engine> engines = new TreeSet<>();
        problems.forEach(problem ->
                problem.routes().forEach(route -> engines.addAll(route.footing().engines())));
        engines.remove(Engine.ARITHMETIC);
        return engines;
    }

    private record OneRoute(Problem problem, Route route) {
        void mustChangeOnlyIfItListsWhatIsBroken(Collection<Engine> engines) {
            Case data = problem.published();
            Object sound = evidence(data);
            for (Engine engine : engines) {
                assertThat(!sound.equals(evidence(data.breaking(engine))))
                        .as("%s, route '%s', with a broken %s", problem.id(), route.name(), engine)
                        .isEqualTo(route.footing().engines().contains(engine));
            }
        }

        /** The evidence, or the reason why there is none. */
        private Object evidence(Case data) {
            try {
                return route.evidence(data);
            } catch (RuntimeException e) {
                return String.valueOf(e.getMessage());
            }
        }
    }

    @Test
    void everyProblemHasTwoHintsASolutionAndTwoIndependentRoutes() {
        for (Problem problem : BANK.problems().values()) {
            assertThat(problem.texts().hints()).as(problem.id()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(problem.texts().solution().parts()).as(problem.id()).isNotEmpty();
            Case data = problem.published();
            List<Footing> footings = new ArrayList<>();
            for (Route route : problem.routes()) {
                assertThat(route.footing(data, route.evidence(data)))
                        .as(problem.id() + ", " + route.name())
                        .isEqualTo(route.footing());
                footings.add(route.footing());
            }
            assertThat(Independence.count(footings)).as(problem.id()).isGreaterThanOrEqualTo(2);
        }
    }

    /** The second one holds mistakes that were published with the derivations. */
    @ParameterizedTest
    @ValueSource(strings = {"wrong-key.yaml", "disputed/gradients.yaml"})
    void everyEntryOfAWrongKeyIsDisputed(String file) {
        Bank bank = Yaml.bank(Path.of("problems"), Path.of("src/test/resources", file));
        assertThat(Yaml.faults(bank)).isEmpty();
        assertThat(bank.keys()).hasSizeGreaterThanOrEqualTo(5);
        bank.problems().values().stream()
                .filter(problem -> bank.keys().containsKey(problem.id()))
                .forEach(problem -> assertThat(Verifier.published(problem, bank.keysOf(problem))
                                .judgement())
                        .as(problem.id())
                        .isInstanceOf(Judgement.Disputed.class));
    }
}
