package org.ansatz.verify;

import static org.ansatz.junit.AnsatzAssertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.type.Engine;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Schematic;
import org.ansatz.judge.Independence;
import org.ansatz.lint.Lint;
import org.ansatz.lint.Strict;
import org.ansatz.plot.Plotter;
import org.ansatz.problem.Case;
import org.ansatz.problem.Certainty;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Footing;
import org.ansatz.problem.Key;
import org.ansatz.problem.Plot;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Route;
import org.ansatz.problem.Sketch;
import org.ansatz.problem.Status;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Judgement;
import org.ansatz.problem.Verdict.RouteFinding;
import org.ansatz.report.Style;
import org.ansatz.report.TextReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What is asked of every shipped problem. This is the one place in the tests where the shipped bank is verified: each problem
 * once, on its published data with its keys and misconceptions, and on {@value #VARIANTS} variants; every test looks at these
 * verdicts. {@code -Dansatz.variants=1000} takes so many variants of each.
 */
final class ShippedBankTest {

    static final int VARIANTS = 1;
    private static final Bank BANK = Yaml.shipped();

    private static List<Verified> verified = List.of();

    /** Problems do not know each other, so that every core verifies some. */
    @BeforeAll
    static void verifyTheBank() {
        verified = BANK.problems().values().parallelStream()
                .map(problem -> Verified.of(problem, BANK.keysOf(problem)))
                .toList();
    }

    /** A problem and its verdicts. */
    private record Verified(Problem problem, List<Key.Claim> keys, Verdict published, List<Verdict> variants) {
        static Verified of(Problem problem, List<Key.Claim> keys) {
            return new Verified(
                    problem,
                    keys,
                    Verifier.explained(Verifier.published(problem, keys)),
                    LongStream.rangeClosed(1, problem.variants() == null ? 0 : seeds())
                            .mapToObj(seed -> Verifier.variant(problem, seed))
                            .toList());
        }

        /** All data that it was verified on. */
        List<Case> data() {
            List<Case> data = new ArrayList<>(List.of(published.data()));
            variants.forEach(variant -> data.add(variant.data()));
            return data;
        }
    }

    private static int seeds() {
        return Integer.getInteger("ansatz.variants", VARIANTS);
    }

    private static Stream<DynamicTest> each(Consumer<Verified> test) {
        return verified.stream().map(one -> dynamicTest(one.problem().id(), () -> test.accept(one)));
    }

    @Test
    void everyFileOfTheBankCanBeRead() {
        assertThat(BANK).isReadable();
        assertThat(verified).hasSize(BANK.problems().size()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> theKeyAgreesAndAProblemIsUnkeyedOnlyIfNobodyClaimsAKey() {
        return each(
                one -> assertThat(one.published()).hasStatus(one.keys().isEmpty() ? Status.UNKEYED : Status.AGREED));
    }

    @TestFactory
    Stream<DynamicTest> everyVariantIsAgreedOn() {
        return each(one -> one.variants().forEach(variant -> assertThat(variant).passes()));
    }

    @TestFactory
    Stream<DynamicTest> lintHasNoRemarks() {
        return each(one ->
                assertThat(Lint.of(one.published(), one.variants(), one.keys())).isEmpty());
    }

    @Test
    void theBankKeepsTheRulesForOneThatOthersPractise() {
        assertThat(Strict.of(verified.stream().map(Verified::published).toList()))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyMisconceptionLeadsToAWrongAnswer() {
        return each(one -> assertThat(one.published().notes())
                .noneMatch(note -> note.message().contains("misconception")));
    }

    @TestFactory
    Stream<DynamicTest> everyWrongOptionIsReachedByAMisconception() {
        return each(one -> {
            if (one.problem().answer().options().isEmpty()) {
                return;
            }
            Set<String> reached = new TreeSet<>();
            Conclusion answer =
                    Objects.requireNonNull(one.published().judgement().answer());
            reached.addAll(((Conclusion.Chosen) answer).keys());
            one.published().slips().forEach(slip -> reached.addAll(((Conclusion.Chosen) slip.conclusion()).keys()));
            Set<String> offered = new TreeSet<>();
            one.problem().answer().options().forEach(option -> offered.add(option.key()));
            assertThat(reached).isEqualTo(offered);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyProblemHasTwoHintsAndASolution() {
        return each(one -> {
            assertThat(one.problem().texts().hints()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(one.problem().texts().solution().parts()).isNotEmpty();
        });
    }

    /** What a verdict says of a route's footing was found by breaking the engines that the route lists. */
    @TestFactory
    Stream<DynamicTest> twoRoutesAreIndependentAndEachRestsOnTheEnginesThatItLists() {
        return each(one -> {
            List<Footing> footings = new ArrayList<>();
            for (RouteFinding finding : one.published().findings()) {
                assertThat(finding.footing())
                        .as(finding.route().name())
                        .isEqualTo(finding.route().footing());
                footings.add(finding.footing());
            }
            assertThat(Independence.count(footings)).isGreaterThanOrEqualTo(2);
        });
    }

    /**
     * The engines of the problem and one of the others in turn; in a soak, of more variants, every engine but for routes by
     * differences, which take long.
     */
    @TestFactory
    Stream<DynamicTest> breakingAnEngineMovesExactlyTheRoutesThatListIt() {
        List<Problem> problems = List.copyOf(BANK.problems().values());
        List<Engine> engines = List.copyOf(engines(problems));
        assertThat(engines).hasSizeGreaterThan(9);
        List<Broken> broken = problems.parallelStream()
                .map(problem -> {
                    Set<Engine> few = engines(List.of(problem));
                    few.add(engines.get(problems.indexOf(problem) % engines.size()));
                    List<Broken> ofProblem = new ArrayList<>();
                    for (Route route : problem.routes()) {
                        boolean slow = route.footing().engines().contains(Engine.DIFFERENCES);
                        ofProblem.add(Broken.of(problem, route, slow || seeds() <= VARIANTS ? few : engines));
                    }
                    return ofProblem;
                })
                .flatMap(List::stream)
                .toList();
        return broken.stream()
                .map(one -> dynamicTest(
                        one.problem().id() + ", " + one.route().name(),
                        () -> assertThat(one.movedBy()).isEqualTo(one.listed())));
    }

    private static Set<Engine> engines(Collection<Problem> problems) {
        Set<Engine> engines = new TreeSet<>();
        problems.forEach(problem ->
                problem.routes().forEach(route -> engines.addAll(route.footing().engines())));
        engines.remove(Engine.ARITHMETIC);
        return engines;
    }

    /**
     * A route of which engines were broken one by one.
     *
     * @param listed those of them that the route lists
     * @param movedBy those of them that changed its evidence
     */
    private record Broken(Problem problem, Route route, Set<Engine> listed, Set<Engine> movedBy) {
        static Broken of(Problem problem, Route route, Collection<Engine> engines) {
            Set<Engine> listed = new TreeSet<>(engines);
            listed.retainAll(route.footing().engines());
            Case data = problem.published();
            Object sound = evidence(route, data);
            Set<Engine> movedBy = new TreeSet<>();
            for (Engine engine : engines) {
                boolean moves = isMoved(sound, route, data.breaking(engine));
                // One false factor may cancel, and move neither a zero nor what is counted.
                if (!moves && listed.contains(engine)) {
                    moves = isMoved(sound, route, data.breakingEachCall(engine))
                            || isMoved(sound, route, data.breakingGrossly(engine));
                }
                if (moves) {
                    movedBy.add(engine);
                }
            }
            return new Broken(problem, route, listed, movedBy);
        }

        private static boolean isMoved(Object sound, Route route, Case broken) {
            return !sound.equals(evidence(route, broken));
        }

        /** The evidence, or the reason why there is none. */
        private static Object evidence(Route route, Case data) {
            try {
                return route.evidence(data);
            } catch (RuntimeException e) {
                return String.valueOf(e.getMessage());
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPlotIsWithoutGapsForAllData() {
        return each(one -> {
            Plotter plotter = new Plotter(one.problem());
            for (Case data : one.data()) {
                for (Plot plot : plotter.plots()) {
                    Figure figure = plotter.figure(plot, data);
                    assertThat(figure.note())
                            .as(plot.name() + ", seed " + data.seed())
                            .isEmpty();
                    assertThat(figure.layers()).isNotEmpty();
                }
            }
        });
    }

    /** What stands beside a statement can be drawn for all data, no wider than exports draw it. */
    @TestFactory
    Stream<DynamicTest> everyFigureIsDrawn() {
        return each(one -> {
            for (Case data : one.data()) {
                Sketch sketch = one.problem().sketch();
                if (sketch != null && sketch.drawn(data) instanceof Schematic schematic) {
                    assertThat(schematic.isDrawn()).isTrue();
                    assertThat(schematic.width()).isLessThanOrEqualTo(120);
                }
            }
        });
    }

    /** How much of the bank is proved: at least half of it has a route that is; {@code -Dansatz.rewrite=true} writes the table. */
    @Test
    void halfOfTheProblemsHaveAProvedRouteAndTheDocumentSaysHowMany() throws IOException {
        Map<String, int[]> rooms = new TreeMap<>();
        int[] all = new int[3];
        for (Verified one : verified) {
            boolean hasProvedRoute = one.published().findings().stream()
                    .map(RouteFinding::evidence)
                    .anyMatch(
                            evidence -> evidence != null && evidence.certainty().isAtLeast(Certainty.PROVED));
            boolean isProved =
                    Objects.requireNonNull(one.published().certainty()).isAtLeast(Certainty.PROVED);
            String id = one.problem().id();
            int[] room = rooms.computeIfAbsent(id.substring(0, id.indexOf('/')), name -> new int[3]);
            for (int[] counts : List.of(room, all)) {
                counts[0]++;
                counts[1] += hasProvedRoute ? 1 : 0;
                counts[2] += isProved ? 1 : 0;
            }
        }
        assertThat(2 * all[1]).isGreaterThanOrEqualTo(all[0]);
        StringBuilder table = new StringBuilder("                  problems  a proved route  all routes proved\n");
        rooms.forEach((room, counts) -> table.append(provedLine(room, counts)));
        table.append(provedLine("all", all));
        Path document = Path.of("docs/bank.md");
        String text = Files.readString(document);
        int start = text.indexOf("                  problems  a proved route");
        String right = text.substring(0, start) + table + text.substring(text.indexOf("```\n", start));
        if (Boolean.getBoolean("ansatz.rewrite")) {
            Files.writeString(document, right);
        }
        assertThat(text.lines().filter(line -> !right.contains(line)))
                .as("lines of %s that are others now; -Dansatz.rewrite=true writes them, and fails once", document)
                .isEmpty();
        assertThat(text).isEqualTo(right);
    }

    private static String provedLine(String room, int[] counts) {
        return "%-16s  %8d  %14d  %17d\n".formatted(room, counts[0], counts[1], counts[2]);
    }

    /** Which problems there are besides the README leaves open. */
    @Test
    void theVerdictsInTheReadmeAreThoseThatArePrinted() throws IOException {
        StringWriter printed = new StringWriter();
        try (PrintWriter out = new PrintWriter(printed)) {
            TextReport report = new TextReport(out, new Style(false, 1000));
            verified.forEach(one -> report.verdict(one.published()));
        }
        List<String> shown = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.matches("(agreed|unkeyed) +[a-z0-9-]+/.*"))
                .toList();
        assertThat(shown).hasSizeGreaterThanOrEqualTo(7);
        assertThat(printed.toString().lines()).containsAll(shown);
    }

    /** Mistakes that were published with the derivations of gradients. */
    @TestFactory
    Stream<DynamicTest> everyPublishedMistakeIsDisputed() {
        Bank mistaken = Yaml.bank(Path.of("problems"), Path.of("src/test/resources/disputed"));
        assertThat(mistaken).isReadable();
        assertThat(mistaken.keys()).hasSizeGreaterThanOrEqualTo(16);
        return mistaken.problems().values().stream()
                .filter(problem -> mistaken.keys().containsKey(problem.id()))
                .map(problem -> dynamicTest(
                        problem.id(),
                        () -> assertThat(Verifier.published(problem, mistaken.keysOf(problem))
                                        .judgement())
                                .isInstanceOf(Judgement.Disputed.class)));
    }
}
