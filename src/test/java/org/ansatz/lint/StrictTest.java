package org.ansatz.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Rule;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StrictTest {

    private static final String SOUND = """
            title: A current
            source: original
            minutes: 2
            statement: A voltage of {V} lies across {R}. Which current flows through it?
            given: {V: 6 V, R: 3 ohm}
            answer: {kind: number, unit: A}
            routes:
              law: V/R
              search: root(R*i - V for i in 0 A..100 A)
            misconceptions:
              - {says: the product was taken, value: V*R/(1 ohm)^2}
              - {says: it was halved, value: V/(2*R)}
            hints: [Think of Ohm., Divide.]
            solution: It is {V/R}.
            plots: {line: {over: {x: 0 V..12 V}, shows: current, curves: {current: x/R}}}
            variants: {draw: {V: 6 V..12 V step 1 V}}
            """;

    private static Verdict verdict(String problem) {
        return Verifier.published(Yaml.problem(problem), List.of());
    }

    private static List<Remark> remarks(String... problems) {
        List<Verdict> verdicts = new ArrayList<>();
        for (String problem : problems) {
            verdicts.add(verdict(problem));
        }
        return Strict.of(verdicts);
    }

    @Test
    void whatAProblemNeedsIsATopicOfTheBank() {
        String needy = SOUND.replace("minutes: 2", "minutes: 2\ntopic: networks/power\nneeds: [networks/ohm]");
        assertThat(remarks(needy))
                .singleElement()
                .satisfies(
                        remark -> assertThat(remark.message()).contains("no problem is of the topic 'networks/ohm'"));
        String basic = SOUND.replace("minutes: 2", "minutes: 2\ntopic: networks/ohm/first");
        assertThat(remarks(needy, basic)).extracting(Remark::rule).doesNotContain(Rule.UNKNOWN_NEED);
    }

    /** Options that are curves are drawn without being asked for. */
    @Test
    void optionsThatAreCurvesNeedNoPlot() {
        assertThat(remarks("""
                        title: a
                        source: original
                        minutes: 2
                        statement: Which course over x from 0 to 1?
                        answer:
                          kind: mcq
                          of: {x: 0..1}
                          options: {A: x^2, B: x, C: 2*x, D: x/2}
                        routes: {a: x*x, b: integrate(2*u for u in 0..x)}
                        misconceptions:
                          - {says: a, value: x}
                          - {says: b, value: 2*x}
                          - {says: c, value: x/2}
                        hints: [a, b]
                        solution: so
                        """)).extracting(Remark::rule).doesNotContain(Rule.NO_PLOT);
    }

    @Test
    void nothingIsSaidOfASoundProblem() {
        assertThat(remarks(SOUND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FEW_HINTS | hints: [Think of Ohm., Divide.] | hints: [Divide.] | there is one hint only",
                "FEW_HINTS | hints: [Think of Ohm., Divide.] | '' | there is no hint",
                "NO_MINUTES | 'minutes: 2' | '' | minutes: 4, say",
                "NO_SOURCE | source: original | '' | source: original, say",
                "NO_PLOT | 'plots: {line: {over: {x: 0 V..12 V}, shows: current, curves: {current: x/R}}}' | '' | no plot",
                "NO_VARIANTS | 'variants: {draw: {V: 6 V..12 V step 1 V}}' | '' | there are no variants",
                "FEW_MISCONCEPTIONS | '  - {says: it was halved, value: V/(2*R)}' | '' | one misconception only leads",
            })
    void eachRuleSpeaksWhereItShould(Rule rule, String instead, String of, String message) {
        assertThat(remarks(SOUND.replace(instead, of))).singleElement().satisfies(remark -> {
            assertThat(remark.rule()).isEqualTo(rule);
            assertThat(remark.message()).contains(message);
        });
    }

    @Test
    void aStatementIsMeasuredAsItIsShown() {
        String thousand = "It is there. ".repeat(73); // 949 characters, with the rest of it 1015
        assertThat(remarks(SOUND.replace("statement: ", "statement: " + thousand)))
                .singleElement()
                .satisfies(remark -> assertThat(remark.message()).matches("the statement has 10\\d\\d characters"));
        assertThat(remarks(SOUND.replace("statement: ", "statement: " + "It is there. ".repeat(70))))
                .isEmpty();
    }

    @Test
    void twoProblemsThatDifferByNamesAndNumbersAreOne() {
        String other = SOUND.replace("V: 6 V", "U: 9 V")
                .replace("{V", "{U")
                .replace("V/R", "U/R")
                .replace("- V for i in 0 A..100 A", "- U for i in 0 A..50 A")
                .replace("V*R", "U*R")
                .replace("V/(2", "U/(2")
                .replace("draw: {V", "draw: {U");
        assertThat(remarks(SOUND, other)).singleElement().satisfies(remark -> {
            assertThat(remark.rule()).isEqualTo(Rule.SAME_PROBLEM);
            assertThat(remark.message()).startsWith("its routes are those of ");
        });
        assertThat(remarks(SOUND, SOUND.replace("law: V/R", "law: V/R + 0*V/R")))
                .isEmpty();
    }

    /** Two options each; of 20 questions, 3 and 17 are too uneven to be chance, 5 and 15 are not: 9.8 and 5, beside 6.63. */
    @Test
    void lettersOfRightOptionsAreSpread() {
        assertThat(letters(17, 3)).singleElement().satisfies(remark -> {
            assertThat(remark.rule()).isEqualTo(Rule.UNEVEN_LETTERS);
            assertThat(remark.message())
                    .isEqualTo(
                            "of 20 questions with 2 options {A=17, B=3} are right: chi squared is 9.8, more than 6.63");
        });
        assertThat(letters(20, 0)).hasSize(1);
        assertThat(letters(15, 5)).isEmpty();
        assertThat(letters(18, 1)).isEmpty(); // too few to tell
    }

    private static List<Remark> letters(int a, int b) {
        String choice =
                SOUND.replace("answer: {kind: number, unit: A}", "answer: {kind: mcq, options: {A: 2 A, B: 18 A}}");
        String other = choice.replace("A: 2 A, B: 18 A", "A: 18 A, B: 2 A");
        Verdict right = verdict(choice);
        Verdict left = verdict(other);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < a; i++) {
            verdicts.add(right);
        }
        for (int i = 0; i < b; i++) {
            verdicts.add(left);
        }
        return Strict.of(verdicts).stream()
                .filter(remark -> remark.rule() == Rule.UNEVEN_LETTERS)
                .toList();
    }
}
