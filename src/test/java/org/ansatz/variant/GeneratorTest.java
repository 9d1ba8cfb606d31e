package org.ansatz.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.term.SplitMix;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Case;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Judgement;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GeneratorTest {

    private static final String SUM = """
            title: A sum
            statement: What are {a}, {b} and {c} together?
            given: {a: 1, b: 2, c: 3}
            answer: {kind: number}
            routes:
              sum: a + b + c
              count: count(k > 0 for k in 1:a + b + c)
            variants:
              draw:
                a: 1:6
                b: [2, 4, 8]
                c: 10..20 step 5
              where: a != b
            """;

    private static List<String> values(Problem problem, long seed) {
        double[] numbers = numbers(Generator.variant(problem, seed), problem);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            values.add(problem.givens().get(i).name() + " " + numbers[i]);
        }
        return values;
    }

    /** Written down on the day they were first drawn: a change would give everybody other exercises for the same seed. */
    @Test
    void theSameSeedGivesTheSameVariantForEver() {
        Problem problem = Yaml.problem(SUM);
        assertThat(values(problem, 1)).containsExactly("a 3.0", "b 2.0", "c 10.0");
    }

    @Test
    void theGeneratorBehindItIsSplitMix64() {
        // Reference outputs for seed 1234567 of the authors' program splitmix64.c.
        SplitMix random = new SplitMix(1234567);
        assertThat(random.next()).isEqualTo(6457827717110365317L);
        assertThat(random.next()).isEqualTo(3203168211198807973L);
        assertThat(Long.toUnsignedString(random.next())).isEqualTo("9817491932198370423");
    }

    @Test
    void everyStepAndEveryItemIsDrawnAndNothingElse() {
        Problem problem = Yaml.problem(SUM);
        Set<String> drawn = new TreeSet<>();
        for (long seed = 1; seed <= 300; seed++) {
            drawn.addAll(values(problem, seed));
        }
        assertThat(drawn)
                .containsExactlyInAnyOrder(
                        "a 1.0", "a 2.0", "a 3.0", "a 4.0", "a 5.0", "a 6.0", "b 2.0", "b 4.0", "b 8.0", "c 10.0",
                        "c 15.0", "c 20.0");
    }

    @Test
    void conditionsHoldInEveryVariant() {
        Problem problem = Yaml.problem(SUM);
        for (long seed = 1; seed <= 200; seed++) {
            List<String> values = values(problem, seed);
            assertThat(values.get(0).substring(2))
                    .as("seed " + seed)
                    .isNotEqualTo(values.get(1).substring(2));
        }
    }

    @Test
    void conditionsThatNothingMeetsAreReported() {
        Problem problem = Yaml.problem(SUM.replace("a != b", "a > b + 100"));
        assertThatThrownBy(() -> Generator.variant(problem, 1)).hasMessageContaining("none of 1000 draws");
    }

    private static final String CHOICE = """
            title: A choice
            statement: What is the area of a square of side {a}?
            given: {a: 3 m}
            answer:
              kind: mcq
              options: {A: 9 m^2, B: 12 m^2, C: 81 m^2}
            routes:
              square: a^2
              integral: integrate(a for s in 0 m..a)
            misconceptions:
              - {says: that is the perimeter, value: 4*a*(1 m)}
              - {says: squared twice, value: a^4/(1 m^2)}
            variants:
              draw:
                a: 1 m..9 m step 1 m
            """;

    @Test
    void optionsAreBuiltFromTheAnswerAndTheMisconceptionsWherePlainValuesWouldNoLongerFit() {
        Problem problem = Yaml.problem(CHOICE);
        Set<String> right = new TreeSet<>();
        for (long seed = 1; seed <= 40; seed++) {
            Case data = Generator.variant(problem, seed);
            assertThat(data.options()).extracting(Option::key).containsExactly("A", "B", "C");
            Verdict verdict = Verifier.variant(problem, seed);
            if (verdict.judgement() instanceof Judgement.Unkeyed) {
                right.add(((Judgement.Unkeyed) verdict.judgement())
                        .answer()
                        .describe()
                        .substring(0, 1));
            }
        }
        assertThat(right).as("the right option stands in every place").containsExactly("A", "B", "C");
    }

    /** Their words speak of the data that were drawn. */
    @Test
    void theOptionsOfVariantsMayHaveWords() {
        Problem problem = Yaml.problem(CHOICE.stripTrailing() + """

                  options:
                    A: {text: "the square of {a}, which is {a^2}", value: a^2}
                    B: {text: "the perimeter", value: 4*a*(1 m)}
                    C: a^3/(1 m)
                """);
        Case data = Generator.variant(problem, 5);
        double a = Arithmetic.real(Objects.requireNonNull(
                data.frame().value(problem.givens().get(0).variable())));
        assertThat(data.options())
                .extracting(option -> option.text().parts().stream()
                        .map(part -> part.text())
                        .collect(java.util.stream.Collectors.joining()))
                .containsExactly(
                        String.format("the square of %.0f m, which is %.0f m^2", a, a * a), "the perimeter", "");
    }

    @Test
    void aDistractorThatCollidesWithTheAnswerIsReported() {
        Problem problem = Yaml.problem(CHOICE);
        for (long seed = 1; seed <= 60; seed++) {
            Value side = java.util.Objects.requireNonNull(Generator.variant(problem, seed)
                    .frame()
                    .value(problem.givens().get(0).variable()));
            boolean collides = Arithmetic.real(side) == 4 || Arithmetic.real(side) == 1;
            Verdict verdict = Verifier.variant(problem, seed);
            assertThat(verdict.judgement().passes()).as("seed " + seed).isEqualTo(!collides);
            if (collides) {
                assertThat(verdict.judgement().reason()).contains("are equal");
            }
        }
    }

    @Test
    void inADrawUnitsWinOverGivensOfTheSameName() {
        Problem problem = Yaml.problem("""
                title: A voltage
                statement: What is twice {V}?
                given: {V: 1 V, A: 2 V}
                answer: {kind: number, unit: V}
                routes:
                  doubled: 2*V
                variants:
                  draw:
                    V: 3 V..3 V step 1 V
                    A: [2*V]
                """);
        assertThat(values(problem, 1)).containsExactly("V 3.0", "A 6.0");
    }

    private static String three(String a, String b, String c) {
        return """
                title: Three numbers
                statement: What is their sum?
                given: {a: 1, b: 2, c: 3}
                answer: {kind: number}
                routes:
                  sum: a + b + c
                variants:
                  draw:
                    a: %s
                    b: %s
                    c: %s
                """.formatted(a, b, c);
    }

    /** Wherever a given stands, it is drawn behind those that its range reads; otherwise the order of the file holds. */
    @Test
    void aRangeMayReadGivensBelow() {
        Problem problem = Yaml.problem(three("1:b", "c:2*c", "5:9"));
        for (long seed = 1; seed <= 50; seed++) {
            double[] values = numbers(Generator.variant(problem, seed), problem);
            assertThat(values[2]).isBetween(5.0, 9.0);
            assertThat(values[1]).isBetween(values[2], 2 * values[2]);
            assertThat(values[0]).isBetween(1.0, values[1]);
        }
    }

    private static double[] numbers(Case data, Problem problem) {
        return problem.givens().stream()
                .mapToDouble(given ->
                        Arithmetic.real(Objects.requireNonNull(data.frame().value(given.variable()))))
                .toArray();
    }

    @Test
    void whatIsDrawnFromItselfIsAFault() {
        assertThat(Yaml.faults(Yaml.read(three("1:b", "1:c", "1:a"))).toString())
                .contains("a is drawn from itself, by way of b: one of them must be drawn from numbers");
        assertThat(Yaml.faults(Yaml.read(three("a:9", "1:2", "1:2"))).toString())
                .contains("a is drawn from itself");
    }

    @Test
    void aPowerInDecibelsGoesInStepsOfDecibels() {
        String level = """
                title: A level
                statement: How much is {P}?
                given: {P: 10 dBm}
                answer: {kind: number, unit: W}
                routes:
                  power: db2pow(P)
                variants:
                  draw:
                    P: 20 dBm..26 dBm step %s
                """;
        Problem problem = Yaml.problem(level.formatted("6 dB"));
        Set<String> drawn = new TreeSet<>();
        for (int seed = 1; seed <= 20; seed++) {
            drawn.addAll(values(problem, seed));
        }
        // In dBW.
        assertThat(drawn).containsExactly("P -10.0", "P -4.0");
        assertThat(Yaml.faults(Yaml.read(level.formatted("6 dBm"))))
                .anyMatch(fault -> fault.contains("a level (dB) is needed here"));
    }

    @Test
    void aStepIsNoPlaceOnAScale() {
        String room = """
                title: A temperature
                statement: How warm is it?
                given: {T: 20 degC}
                answer: {kind: number, unit: K}
                routes:
                  same: T
                variants:
                  draw:
                    T: 0 degC..40 degC step %s
                """;
        Problem problem = Yaml.problem(room.formatted("40 K"));
        Set<String> drawn = new TreeSet<>();
        for (int seed = 1; seed <= 20; seed++) {
            drawn.addAll(values(problem, seed));
        }
        assertThat(drawn).containsExactly("T 273.15", "T 313.15");
        assertThat(Yaml.faults(Yaml.read(room.formatted("10 degC"))))
                .anyMatch(fault -> fault.contains("write it in K"));
    }

    /** 0 and less stand for the published data and for data of one's own; nothing is drawn under their names. */
    @ParameterizedTest
    @ValueSource(longs = {0, -1, -2, Long.MIN_VALUE})
    void seedsAreOneOrMore(long seed) {
        Problem problem = Yaml.problem("""
                title: Twice
                statement: What is twice {a}?
                given: {a: 1}
                answer: {kind: number}
                routes: {twice: 2*a, sum: a + a}
                variants: {draw: {a: 1:9}}
                """);
        assertThatThrownBy(() -> Verifier.variant(problem, seed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seeds of variants are 1 or more, not " + seed);
    }
}
