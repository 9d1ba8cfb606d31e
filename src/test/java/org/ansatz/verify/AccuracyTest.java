package org.ansatz.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.ansatz.bank.Bank;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes that are of limited accuracy by their author's word. */
final class AccuracyTest {

    @TempDir
    private Path folder;

    /** The tangent of 0.1 is 0.1003347; the sum is 0.1 + 0.001/3 = 0.1003333, and x alone 0.33 % off. */
    private static String problem(String answer, String coarse) {
        return """
                title: t
                statement: s
                given: {x: 0.1}
                answer: %s
                routes:
                  exact: sin(x)/cos(x)
                  coarse: %s
                """.formatted(answer, coarse);
    }

    private static Verdict verdict(String answer, String coarse) {
        return Verifier.published(Yaml.problem(problem(answer, coarse)), List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // within the accuracy and the tolerance; beyond the tolerance; beyond the accuracy; without any word
                "{kind: number, tolerance: 1 %} | {value: sum(x for k in 1:2)/2, within: 0.5 %} | unkeyed",
                "{kind: number, tolerance: 0.1 %} | {value: sum(x for k in 1:2)/2, within: 0.5 %} | inconsistent",
                "{kind: number, tolerance: 1 %} | {value: sum(x for k in 1:2)/2, within: 0.1 %} | inconsistent",
                "{kind: number, tolerance: 1 %} | {value: sum(x for k in 1:2)/2} | inconsistent",
                "{kind: number, tolerance: 1 %} | {value: sum(x for k in 1:2)/2, within: 5e-4} | inconsistent",
                "{kind: number} | {value: sum(x for k in 1:2)/2, within: 1 %} | inconsistent",
                // an option must be singled out by the accuracy as well
                "{kind: mcq, options: {A: 0.1003, B: 0.11}} | {value: sum(x for k in 1:2)/2, within: 0.5 %} | unkeyed",
                "{kind: mcq, options: {A: 0.1003, B: 0.1004}} | {value: sum(x for k in 1:2)/2, within: 0.5 %} | ambiguous",
                "{kind: mcq, options: {A: 0.1003, B: 0.11}} | {value: sum(x for k in 1:2)/2, within: 0.1 %} | ambiguous",
            })
    void aCoarseRouteAgreesWithinItsAccuracyAndTheTolerance(String answer, String coarse, String status) {
        assertThat(verdict(answer, coarse).judgement().status()).isEqualTo(status);
    }

    private static Verdict ofThree(String... routes) {
        return ofRoutes("0.5", List.of(routes));
    }

    private static Verdict ofRoutes(String x, List<String> routes) {
        StringBuilder text = new StringBuilder("""
                title: t
                statement: s
                given: {x: %s}
                answer: {kind: number, tolerance: 2 %%}
                routes:
                """.formatted(x));
        for (int i = 0; i < routes.size(); i++) {
            text.append("  r").append(i).append(": ").append(routes.get(i)).append('\n');
        }
        return Verifier.published(Yaml.problem(text.toString()), List.of());
    }

    /** In whatever order: two that agree with a coarse one need not agree with each other. */
    @Test
    void everyRouteIsComparedWithEveryOther() {
        String coarse = "{value: sum(x for k in 1:1), within: 1.5 %}";
        String low = "0.99*x";
        String high = "root(u - 1.01*x for u in 0..1)";
        String same = "root(u - 0.99*x for u in 0..1)";
        for (List<String> order :
                List.of(List.of(coarse, low, high), List.of(low, coarse, high), List.of(low, high, coarse))) {
            Verdict verdict = ofThree(order.toArray(new String[0]));
            assertThat(verdict.judgement().status()).as("%s", order).isEqualTo("inconsistent");
        }
        for (List<String> order :
                List.of(List.of(coarse, low, same), List.of(low, coarse, same), List.of(low, same, coarse))) {
            assertThat(ofThree(order.toArray(new String[0])).judgement().status())
                    .as("%s", order)
                    .isEqualTo("unkeyed");
        }
    }

    /** Of two that are coarse the finer one counts, however large the values are. */
    @Test
    void theAnswerIsThatOfTheRouteThatIsKnownBest() {
        for (String x : List.of("0.5", "0.5e-7", "5000000.3")) {
            String fine = "{value: sum(x for k in 1:1), within: 0.5 %}";
            String coarse = "{value: root(u - 0.99*x for u in 0..2*x), within: 1.5 %}";
            String near = "{value: sum(0.99*x for k in 1:2)/2, within: 1.5 %}";
            String exact = "0.992*x";
            for (List<String> order : List.of(List.of(fine, coarse), List.of(coarse, fine))) {
                assertThat(value(x, order)).as("%s", order).isCloseTo(Double.parseDouble(x), withinPercentage(1e-9));
            }
            for (List<String> order : List.of(List.of(near, exact), List.of(exact, near))) {
                assertThat(value(x, order))
                        .as("%s", order)
                        .isCloseTo(0.992 * Double.parseDouble(x), withinPercentage(1e-9));
            }
        }
    }

    private static double value(String x, List<String> routes) {
        Conclusion answer = ofRoutes(x, routes).judgement().answer();
        Conclusion.Found found = (Conclusion.Found) Objects.requireNonNull(answer);
        return Arithmetic.real(found.values().first().value());
    }

    /** A key may be off by the tolerance and by the error of what is known best, not of what stands first. */
    @Test
    void aKeyIsHeldAgainstTheRouteThatIsKnownBest() throws IOException {
        String coarse = "{value: sum(x for k in 1:1), within: 1.5 %}";
        String exact = "root(u - 0.99*x for u in 0..1)";
        for (List<String> order : List.of(List.of(coarse, exact), List.of(exact, coarse))) {
            assertThat(Objects.requireNonNull(ofThree(order.toArray(new String[0]))
                                    .judgement()
                                    .answer())
                            .brief())
                    .as("%s", order)
                    .isEqualTo("0.495");
            for (String key : List.of("0.504", "0.506", "0.486", "0.484")) {
                boolean agree = key.equals("0.504") || key.equals("0.486");
                Path problem =
                        Files.createDirectories(folder.resolve("problems")).resolve("p.yaml");
                Files.writeString(problem, """
                        title: t
                        statement: s
                        given: {x: 0.5}
                        answer: {kind: number, tolerance: 2 %%}
                        routes:
                          one: %s
                          other: %s
                        """.formatted(order.get(0), order.get(1)));
                Path answers = Files.writeString(
                        folder.resolve("answers.yaml"), "claim: somebody\nanswers:\n  p: " + key + "\n");
                Bank bank = Yaml.bank(folder.resolve("problems"), answers);
                Problem read = bank.problem("p");
                assertThat(Verifier.published(read, bank.keysOf(read))
                                .judgement()
                                .status())
                        .as("%s, %s", order, key)
                        .isEqualTo(agree ? "agreed" : "disputed");
            }
        }
    }

    @Test
    void theVerdictSaysWhichRouteIsCoarse() {
        Verdict verdict = verdict("{kind: number, tolerance: 1 %}", "{value: sum(x for k in 1:2)/2, within: 0.5 %}");
        assertThat(verdict.judgement()).isInstanceOf(Judgement.Unkeyed.class);
        assertThat(verdict.judgement().reason()).contains("share 2 digits, estimated");
        assertThat(verdict.notes().toString()).contains("'coarse': it is accurate within 0.5 % by its author's word");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{value: x, within: 60 %} | not more than 50 %",
                "{value: x, within: 0} | an accuracy is positive",
                "{value: x, within: 1 V} | how far off the value may be",
                "{value: x, within: x} | how far off the value may be",
            })
    void anAccuracyThatIsNoneIsRefused(String coarse, String message) {
        assertThat(Yaml.faults(Yaml.read(problem("{kind: number, tolerance: 1 %}", coarse)))
                        .toString())
                .contains(message);
    }

    @Test
    void severalEquationsAreSolvedForAsManyNumbers() {
        String text = """
                title: t
                statement: s
                given: {P: 50, S: 15}
                answer: {kind: number, find: {K: 7..50, a: 0..7}}
                routes:
                  both:
                    equation: ["K*a == P", K + a == S]
                  by hand:
                    value: {K: (S + sqrt(S^2 - 4*P))/2, a: S - K}
                  first:
                    unknown: {u: 7..50, v: 0..7}
                    equation: [u*v == P, u + v == S]
                    value: {K: u, a: v}
                """;
        Judgement judgement = Verifier.published(Yaml.problem(text), List.of()).judgement();
        assertThat(judgement.status()).isEqualTo("unkeyed");
        assertThat(Objects.requireNonNull(judgement.answer()).brief()).isEqualTo("K = 10, a = 5");
        String wide = text.replace("u: 7..50", "u: 0..50").replace("v: 0..7", "v: 0..50");
        assertThat(Verifier.published(Yaml.problem(wide), List.of()).judgement().reason())
                .contains("there are 2 solutions, near u = ");
        String none = text.replace("u*v == P", "u*v == 3*P");
        assertThat(Verifier.published(Yaml.problem(none), List.of()).judgement().reason())
                .contains("the equations have no common solution in these intervals");
        assertThat(Yaml.faults(Yaml.read(text.replace("[u*v == P, u + v == S]", "u*v == P")))
                        .toString())
                .contains("2 unknowns take as many equations; here are 1");
        assertThat(Yaml.faults(Yaml.read(text.replace("[\"K*a == P\", K + a == S]", "K*a == P")))
                        .toString())
                .contains("as many equations are solved as numbers are asked for");
    }
}
