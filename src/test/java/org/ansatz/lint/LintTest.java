package org.ansatz.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.ansatz.bank.BankLoader;
import org.ansatz.field.Language;
import org.ansatz.problem.Key;
import org.ansatz.problem.Place;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Rule;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule speaks where it should, and only there. */
final class LintTest {

    private static final String SOUND = """
            title: A sum
            statement: What is {a} + {b}?
            given: {a: 2, b: 3}
            answer:
              kind: mcq
              options: {A: 5, B: 6}
            routes:
              sum: a + b
              count: count(k > 0 for k in 1:a+b)
            misconceptions:
              - says: the product is taken
                value: a*b
            hints: [Add.]
            solution: It is {a+b}.
            """;

    private static final String NUMBER = SOUND.replace("kind: mcq\n  options: {A: 5, B: 6}", "kind: nat");

    private static final String FORMULA = """
            title: A half
            statement: What is half as much as the function k t of t, where k = {k}, and again?
            given: {k: 3}
            answer:
              kind: mcq
              of: {t: 1..3}
              options: {A: k*t/4, B: k*t}
            routes:
              fourth: k*t/4
              integral: integrate(k/4 for s in 0..t)
            misconceptions:
              - {says: it is not halved, value: k*t}
            hints: [Halve it.]
            solution: It is {k/4} t.
            """;

    private record Sample(Rule rule, String problem, String key, String message) {}

    private static List<Remark> remarks(String problem, String low, String high) {
        Bank bank = new BankLoader(Language.registry(), Language.blockKinds())
                .problem(new java.io.ByteArrayInputStream(problem.getBytes(StandardCharsets.UTF_8)), "sum")
                .bank();
        assertThat(bank.faults()).isEmpty();
        Problem read = bank.problems().values().iterator().next();
        List<Key.Claim> keys = low.isEmpty() ? List.of() : List.of(claim(read, low, high));
        Verdict published = Verifier.explained(Verifier.published(read, keys));
        List<Verdict> variants = read.variants() == null
                ? List.of()
                : Stream.of(1, 2, 3, 4, 5)
                        .map(seed -> Verifier.variant(read, seed))
                        .toList();
        return Lint.of(published, variants, keys);
    }

    private static Key.Claim claim(Problem problem, String low, String high) {
        Key key = problem.answer().options().isEmpty()
                ? new Key.Range(
                        low,
                        org.ansatz.expression.check.Expression.literal(low, problem.scope()),
                        org.ansatz.expression.check.Expression.literal(high, problem.scope()))
                : new Key.Letters(low, List.of(Set.of(low)));
        return new Key.Claim(key, "somebody", "", new Place("key", 3, 4));
    }

    @Test
    void aSoundProblemHasNoRemarks() {
        assertThat(remarks(SOUND, "A", "")).isEmpty();
        assertThat(remarks(NUMBER, "5", "5")).isEmpty();
        assertThat(remarks(FORMULA, "A", "")).isEmpty();
        // A datum may be said by what is computed of it, a symbol as it is usual in LaTeX.
        assertThat(remarks(SOUND.replace("{a} + {b}", "the sum of a pair whose product is {a*b}"), "A", ""))
                .isEmpty();
        assertThat(remarks(FORMULA.replace("where k = {k}", "where $k$ is {k}"), "A", ""))
                .isEmpty();
        assertThat(remarks(SOUND.replace("the product is taken", "the same number is taken twice over"), "A", ""))
                .hasSize(1);
    }

    private static List<Sample> samples() {
        return List.of(
                new Sample(Rule.WRONG_KEY, SOUND, "B", "2 independent routes agree exactly; the key"),
                new Sample(Rule.WRONG_KEY, NUMBER, "5.5..6.5", "says 5.5"),
                new Sample(Rule.NOT_VERIFIED, SOUND.replace("  sum: a + b\n", ""), "", "unverified: one route only"),
                new Sample(
                        Rule.NOT_VERIFIED,
                        SOUND + "variants: {draw: {b: [1, 2]}, options: {A: a+b, B: a*b}}\n",
                        "",
                        "is ambiguous: options A and B are equal"),
                new Sample(Rule.UNUSED_GIVEN, SOUND.replace("b: 3}", "b: 3, d: 4}"), "", "'d' is used by no route"),
                new Sample(
                        Rule.HIDDEN_NAME,
                        SOUND.replace("{a: 2, b: 3}", "{a: 2, b: 3, c0: 1}").replace("a*b", "a*b*c0"),
                        "",
                        "'c0' hides the constant"),
                new Sample(
                        Rule.TURNS,
                        SOUND.replace("{a: 2, b: 3}", "{a: 2, b: 3, n: 60 rpm}").replace("a*b", "a*b*n/(1 Hz)"),
                        "",
                        "'n' is in rpm, which counts turns: as an angular velocity it is 2*pi*n"),
                new Sample(
                        Rule.DEGREES,
                        SOUND.replace("{a: 2, b: 3}", "{a: 2, b: 3, n: 30}")
                                .replace("sum: a + b", "sum: a + b + 0*sin(n)"),
                        "",
                        "'n' has no unit, so that as an angle it is in radians: for degrees write 30 deg"),
                new Sample(
                        Rule.DEGREES,
                        SOUND.replace("sum: a + b", "sum: a + b + 0*cos(45)"),
                        "",
                        "cos(45) is of an angle in radians: for degrees write 45 deg"),
                new Sample(
                        Rule.IDLE_ENGINE,
                        SOUND.replace("sum: a + b", "sum: a + b + 0*integrate(t for t in 0..1)"),
                        "",
                        "goes through quadrature"),
                new Sample(
                        Rule.WITHOUT_DATA,
                        SOUND.replace("count(k > 0 for k in 1:a+b)", "count(k > 0 for k in 1:5)"),
                        "",
                        "route 'count' reads none of the data"),
                new Sample(Rule.MISSING_HINT, SOUND.replace("hints: [Add.]\n", ""), "", "there is no hint"),
                new Sample(
                        Rule.MISSING_SOLUTION, SOUND.replace("solution: It is {a+b}.\n", ""), "", "no worked solution"),
                new Sample(Rule.UNREACHED_OPTION, SOUND.replace("B: 6", "B: 6, C: 7"), "", "leads to option C"),
                new Sample(
                        Rule.NEAR_DISTRACTOR,
                        SOUND.replace("B: 6", "B: 5.05").replace("a*b", "a+b+0.05"),
                        "",
                        "option B is so near to A"),
                new Sample(Rule.RIGHT_MISCONCEPTION, SOUND.replace("a*b", "b+a"), "", "leads to the right answer"),
                new Sample(Rule.RIGHT_MISCONCEPTION, NUMBER.replace("a*b", "b+a"), "", "leads to the right answer"),
                new Sample(Rule.IDLE_MISCONCEPTION, SOUND.replace("a*b", "a^b"), "", "leads to no answer: no option"),
                new Sample(
                        Rule.LEANING_MISCONCEPTION,
                        SOUND.replace("the product is taken", "likewise, the product is taken"),
                        "",
                        "a learner reads: It looks as if likewise"),
                new Sample(
                        Rule.UNDEFINED_SYMBOL,
                        FORMULA.replace("k t", "{k} t").replace("where k = {k}, ", ""),
                        "",
                        "option A shows k, which the statement does not name; write 'k = {k}'"),
                new Sample(
                        Rule.UNDEFINED_SYMBOL,
                        FORMULA.replace("k t of t", "k s of s"),
                        "",
                        "option A shows t, which the statement does not name"),
                new Sample(
                        Rule.UNDEFINED_SYMBOL,
                        SOUND.replace("A: 5", "A: a + b"),
                        "",
                        "option A shows a, which the statement does not name; write 'a = {a}'"),
                new Sample(
                        Rule.UNDEFINED_SYMBOL,
                        SOUND.replace("A: 5", "A: a + 3").replace("What is {a}", "Of a sum, what is {a}"),
                        "",
                        "option A shows a, which the statement does not name"),
                new Sample(
                        Rule.UNDEFINED_SYMBOL,
                        SOUND.replace("A: 5", "A: {text: both a and b, value: 5}"),
                        "",
                        "option A shows a, which the statement does not name; write 'a = {a}'"),
                new Sample(
                        Rule.LOST_WORDS,
                        SOUND.replace("A: 5", "A: {text: as many as fingers, value: 5}")
                                .replace("B: 6", "B: {text: as many as legs, value: 6}")
                                .replace("hints:", "variants: {draw: {a: 1:4}, options: {A: a + b, B: a*b}}\nhints:"),
                        "",
                        "option B has words, which its variants do not"),
                new Sample(
                        Rule.UNSAID_DATUM,
                        SOUND.replace("{a} + {b}", "2 + {b}"),
                        "",
                        "the statement does not say how large a is; write {a}"),
                new Sample(Rule.KEY_ADMITS_SLIP, NUMBER, "4.5..6.5", "accepts 6, to which the misconception"));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleSpeaks() {
        return samples().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.rule().id(), () -> {
                    String[] ends = sample.key().split("\\.\\.");
                    List<Remark> found = remarks(sample.problem(), ends[0], ends[ends.length - 1]);
                    assertThat(found).anySatisfy(remark -> {
                        assertThat(remark.rule()).isEqualTo(sample.rule());
                        assertThat(remark.message()).contains(sample.message());
                    });
                }));
    }

    @Test
    void everyRuleHasASample() {
        Set<Rule> shown = new TreeSet<>();
        samples().forEach(sample -> shown.add(sample.rule()));
        assertThat(shown).containsExactlyInAnyOrderElementsOf(Rule.TO_MEND);
    }
}
