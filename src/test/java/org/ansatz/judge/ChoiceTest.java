package org.ansatz.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.check.Domains;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Evidence.Finding;
import org.ansatz.problem.Option;
import org.ansatz.problem.Point;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Question;
import org.ansatz.problem.Ranged;
import org.ansatz.problem.Template;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Dimension;
import org.junit.jupiter.api.Test;

/** Which options are chosen where they offer sets, functions, several values at once, or claims. */
final class ChoiceTest {

    private static final double INSIDE = 0.95;
    private static final double OUTSIDE = 1.05;
    private static final Sheet SHEET = Sheet.of();
    private static final Tolerance DIGITS = new Tolerance.Digits();
    private static final Type SET = Type.of(NumberSet.SET, Dimension.NONE);
    private static final Question PLAIN = new Question(List.of(), List.of(), List.of(), List.of(), List.of());

    private static Value row(double... entries) {
        List<Value> values = new ArrayList<>();
        for (double entry : entries) {
            values.add(new Value.Real(entry));
        }
        return new Value.Array(1, entries.length, values);
    }

    private static Option option(String letter, String... parts) {
        List<Expression> expressions = new ArrayList<>();
        for (String part : parts) {
            expressions.add(Expression.literal(part, SHEET.scope()));
        }
        return new Option(letter, Template.EMPTY, expressions);
    }

    private static Map<String, List<Estimate>> candidates(Value... offered) {
        Map<String, List<Estimate>> candidates = new LinkedHashMap<>();
        for (int i = 0; i < offered.length; i++) {
            candidates.put("ABCDEFGH".substring(i, i + 1), List.of(Estimate.exact(offered[i])));
        }
        return candidates;
    }

    private static Evidence.Values found(Value value, double error, Type type, Value... offered) {
        return new Evidence.Values(
                List.of(new Point(List.of())), 1, List.of(new Estimate(value, error)), type, candidates(offered));
    }

    private static Answer one(List<Option> options, Tolerance tolerance) {
        return new Answer.OneOf(options, tolerance, List.of());
    }

    private static Case data(List<Option> options) {
        return new Case(PLAIN, options, SHEET.frame(), Problem.PUBLISHED);
    }

    // ---- sets

    /** Of the options {1.0, 1000} and {2.0, 1000}, each number is printed with its own digits. */
    private static Conclusion amongSets(double low, double high, double error, Tolerance tolerance) {
        List<Option> options = List.of(option("A", "{1.0, 1000}"), option("B", "{2.0, 1000}"));
        Evidence.Values values = found(row(low, high), error, SET, row(1, 1000), row(2, 1000));
        return Judge.conclude(values, one(options, tolerance), data(options));
    }

    @Test
    void aSetFitsNumberByNumberEachWithinItsDigitsAndTheError() {
        assertThat(amongSets(1, 1000, 0, DIGITS)).isEqualTo(new Conclusion.Chosen(Set.of("A"), "{1, 1000}"));
        assertThat(amongSets(1 + INSIDE * 0.05, 1000, 0, DIGITS))
                .isEqualTo(new Conclusion.Chosen(Set.of("A"), "{1.0475, 1000}, off by 4.5 %"));
        assertThat(amongSets(1 + OUTSIDE * 0.05, 1000, 0, DIGITS).describe())
                .isEqualTo("no option fits {1.0525, 1000}; the nearest, A, is off by 5 %");
        assertThat(amongSets(1 + INSIDE * 0.07, 1000, 0.02, DIGITS)).isInstanceOf(Conclusion.Chosen.class);
        assertThat(amongSets(1 + OUTSIDE * 0.07, 1000, 0.02, DIGITS)).isInstanceOf(Conclusion.NotOne.class);
        assertThat(amongSets(1, 1000 + INSIDE * 0.5, 0, DIGITS)).isInstanceOf(Conclusion.Chosen.class);
        assertThat(amongSets(1, 1000 + OUTSIDE * 0.5, 0, DIGITS)).isInstanceOf(Conclusion.NotOne.class);
    }

    /** Its error is a part of the largest of its numbers. */
    @Test
    void aSetIsOffAnOptionOnlyBeyondItsError() {
        assertThat(amongSets(1 + INSIDE * 2e-5, 1000, 0.02, DIGITS).describe()).doesNotContain("off by");
        assertThat(amongSets(1 + OUTSIDE * 2e-5, 1000, 0.02, DIGITS).describe()).contains("off by 0.0021 %");
    }

    @Test
    void theEmptySetIsOneAndSetsThatVaryAreNone() {
        List<Option> options = List.of(option("A", "1"), option("B", "{1.0}"));
        Evidence.Values empty = found(row(), 0, SET, row(), row(1));
        assertThat(Judge.conclude(empty, one(options, DIGITS), data(options)))
                .isInstanceOfSatisfying(
                        Conclusion.Chosen.class,
                        chosen -> assertThat(chosen.keys()).containsExactly("A"));
        List<Estimate> varying = List.of(Estimate.exact(row(1)), Estimate.exact(row(1, 2)));
        Evidence.Values values =
                new Evidence.Values(List.of(at(0), at(1)), 2, varying, SET, Map.of("A", varying, "B", varying));
        assertThat(new Offered("", values, one(options, DIGITS), DIGITS, data(options)).fits(options.get(0), DIGITS))
                .isFalse();
    }

    @Test
    void aSetOfMoreOrFewerNumbersFitsNone() {
        List<Option> options = List.of(option("A", "{1.0}"), option("B", "{1.0, 2.0, 3.0}"));
        Evidence.Values values = found(row(1, 2), 0, SET, row(1), row(1, 2, 3));
        assertThat(Judge.conclude(values, one(options, DIGITS), data(options)).describe())
                .isEqualTo("no option fits {1, 2}; the nearest, A, is off by more than can be said in numbers");
    }

    @Test
    void infiniteEndsAreTheSameOrNot() {
        Type interval = Type.of(NumberSet.INTERVAL, Dimension.NONE);
        List<Option> options = List.of(option("A", "interval(2.0, inf)"), option("B", "interval(2.0, 100)"));
        double inf = Double.POSITIVE_INFINITY;
        Evidence.Values open = found(row(2, inf), 0, interval, row(2, inf), row(2, 100));
        Evidence.Values closed = found(row(2, 100), 0, interval, row(2, inf), row(2, 100));
        Tolerance wide = new Tolerance.Relative(0.1);
        assertThat(Judge.conclude(open, one(options, wide), data(options)))
                .isInstanceOfSatisfying(
                        Conclusion.Chosen.class,
                        chosen -> assertThat(chosen.keys()).containsExactly("A"));
        assertThat(Judge.conclude(closed, one(options, wide), data(options)))
                .isInstanceOfSatisfying(
                        Conclusion.Chosen.class,
                        chosen -> assertThat(chosen.keys()).containsExactly("B"));
    }

    /** The distance of sets is a part of their numbers, and the larger part counts. */
    @Test
    void theNearestSetIsTakenIfItIsWithinTheLimit() {
        assertThat(amongSets(1.2, 1000, 0, new Tolerance.Nearest(null)))
                .isEqualTo(new Conclusion.Chosen(Set.of("A"), "residual 0.17, next 0.67"));
        assertThat(amongSets(1.2, 1000, 0, new Tolerance.Nearest(new Tolerance.Relative(0.25))))
                .isInstanceOf(Conclusion.Chosen.class);
        assertThat(amongSets(1.2, 1000, 0, new Tolerance.Nearest(new Tolerance.Relative(0.15))))
                .isEqualTo(new Conclusion.NotOne(
                        Set.of(),
                        "{1.2, 1000}",
                        "no option fits {1.2, 1000}; the nearest, A, is further off than is tolerated"));
    }

    // ---- one value

    @Test
    void whatIsOffZeroIsOffByItself() {
        List<Option> options = List.of(option("A", "0.5"), option("B", "2.0"));
        Evidence.Values zero = found(new Value.Real(0), 0, Type.REAL, new Value.Real(0.5), new Value.Real(2));
        assertThat(Judge.conclude(zero, one(options, DIGITS), data(options)).describe())
                .isEqualTo("no option fits 0; the nearest, A, is off by 0.5");
    }

    @Test
    void howFarTheNearestOptionIsIsSaidInItsUnit() {
        List<Option> options = List.of(option("A", "1 m"), option("B", "5 m"));
        Type length = Type.real(Dimension.LENGTH);
        Tolerance nearest = new Tolerance.Nearest(null);
        Evidence.Values number = found(new Value.Real(1.5), 0, length, new Value.Real(1), new Value.Real(5));
        assertThat(Judge.conclude(number, one(options, nearest), data(options)).describe())
                .isEqualTo("A (residual 500 mm, next 3.5 m)");
        Evidence.Values row = found(row(1.5, 2), 0, length, row(1, 2), row(5, 2));
        assertThat(Judge.conclude(row, one(options, nearest), data(options)).describe())
                .isEqualTo("A (residual 0.33, next 2.3)");
    }

    // ---- several values at once

    private static final List<Answer.Part> PARTS = List.of(
            new Answer.Part("gain", new Answer.Number("number", Type.REAL, null, DIGITS)),
            new Answer.Part("delay", new Answer.Number("number", Type.REAL, null, DIGITS)));

    private static final List<Option> PAIRS = List.of(option("A", "2.0", "30"), option("B", "2.0", "40"));

    private static Evidence.Parts pair(double gain, double delay) {
        Map<String, Evidence.Values> parts = new LinkedHashMap<>();
        parts.put("gain", found(new Value.Real(gain), 0, Type.REAL, new Value.Real(2), new Value.Real(2)));
        parts.put("delay", found(new Value.Real(delay), 0, Type.REAL, new Value.Real(30), new Value.Real(40)));
        return new Evidence.Parts(parts, List.of());
    }

    private static Conclusion ofPair(Evidence evidence) {
        return Judge.conclude(evidence, new Answer.OneOf(PAIRS, DIGITS, PARTS), data(PAIRS));
    }

    @Test
    void anOptionOfSeveralValuesFitsInEachOfThem() {
        assertThat(ofPair(pair(2, 30))).isEqualTo(new Conclusion.Chosen(Set.of("A"), "gain = 2, delay = 30"));
        assertThat(ofPair(pair(2.04, 40)))
                .isEqualTo(new Conclusion.Chosen(Set.of("B"), "gain = 2.04, delay = 40, off by 2 % in gain"));
        assertThat(ofPair(pair(2.5, 30)).describe())
                .isEqualTo("no option fits gain = 2.5, delay = 30; the nearest, A, is off by 20 % in gain");
        assertThat(ofPair(pair(2, 36)).describe())
                .isEqualTo("no option fits gain = 2, delay = 36; the nearest, B, is off by 11 % in delay");
    }

    @Test
    void aPartThatDependsOnArbitrarySymbolsIsNamed() {
        Map<String, Evidence.Values> parts = new LinkedHashMap<>(pair(2, 30).parts());
        List<Point> points = List.of(at(0), at(1));
        parts.put(
                "delay",
                new Evidence.Values(points, 2, List.of(Estimate.of(30, 0), Estimate.of(31, 0)), Type.REAL, Map.of()));
        assertThat(ofPair(new Evidence.Parts(parts, List.of())))
                .isEqualTo(new Conclusion.Undecided(
                        "delay: the value depends on the arbitrary symbols: 30 at t = 0, 31 at t = 1"));
        assertThat(Judge.conclude(
                        new Evidence.Values(
                                points,
                                2,
                                List.of(Estimate.of(30, 0), Estimate.of(31, 0)),
                                Type.REAL,
                                candidates(new Value.Real(30), new Value.Real(31))),
                        one(PAIRS, DIGITS),
                        data(PAIRS)))
                .isEqualTo(new Conclusion.Undecided(
                        "the value depends on the arbitrary symbols: 30 at t = 0, 31 at t = 1"));
    }

    private static Point at(int t) {
        return new Point(List.of(new Point.Coordinate("t", Value.Exact.of(t), Type.REAL)));
    }

    /** Where a variant has no options that differ, the value itself is asked for. */
    @Test
    void withoutOptionsTheValuesThemselvesAreFound() {
        Case none = data(List.of());
        Answer single = one(List.of(), DIGITS);
        Answer both = new Answer.OneOf(List.of(), DIGITS, PARTS);
        Conclusion value = Judge.conclude(found(new Value.Real(4), 0, Type.REAL), single, none);
        Conclusion pair = Judge.conclude(pair(2, 30), both, none);
        assertThat(value.describe()).isEqualTo("4");
        assertThat(pair).isInstanceOf(Conclusion.FoundParts.class);
        assertThat(Agreement.between(value, value, single)).isEqualTo(new Agreement(true, 16, ""));
        assertThat(Agreement.between(pair, pair, both)).isEqualTo(new Agreement(true, 16, ""));
        assertThat(Agreement.between(pair, Judge.conclude(pair(2, 31), both, none), both))
                .isEqualTo(new Agreement(false, -1, "delay: 1 apart, more than their errors explain"));
        assertThat(Agreement.between(pair, new Conclusion.Undecided("why"), both)
                        .agree())
                .isFalse();
        assertThat(Judge.conclude(new Evidence.Residuals(Map.of(), Type.REAL), single, none))
                .isEqualTo(new Conclusion.Undecided("this route weighs options, and none are offered"));
    }

    // ---- functions

    private static Case function(List<Option> options) {
        Scope scope = SHEET.scope().inner();
        Binding.Variable t = scope.declare(Binding.Role.ARGUMENT, "t", Type.REAL);
        Ranged ranged = new Ranged(t, Domains.of(Parser.expression("0..1"), scope));
        Question question = new Question(List.of(), List.of(), List.of(ranged), List.of(), List.of());
        return new Case(question, options, SHEET.frame(), Problem.PUBLISHED);
    }

    @Test
    void aFunctionIsAnOptionIfItIsThatAtEveryPoint() {
        List<Option> options = List.of(option("A", "1"), option("B", "2"));
        List<Estimate> values = List.of(Estimate.of(1, 0), Estimate.of(2, 0));
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            Map<String, List<Estimate>> offered = Map.of(
                    "A",
                    List.of(Estimate.of(1 + part * 1e-6, 0), Estimate.of(2, 0)),
                    "B",
                    List.of(Estimate.of(1, 0), Estimate.of(2.5, 0)));
            Evidence.Values evidence = new Evidence.Values(List.of(at(0), at(1)), 2, values, Type.REAL, offered);
            Conclusion conclusion = Judge.conclude(evidence, one(options, DIGITS), function(options));
            assertThat(conclusion.describe())
                    .isEqualTo(
                            part < 1
                                    ? "A (off by 4.7e-5 %)"
                                    : "no option fits a function, 1 at t = 0; the nearest, A, is off by 5.3e-5 %");
        }
    }

    @Test
    void aFunctionIsShownByItsFirstValue() {
        Evidence.Values values = new Evidence.Values(
                List.of(at(0), at(1)), 2, List.of(Estimate.of(1.5, 0), Estimate.of(2, 0)), Type.REAL, Map.of());
        Answer formula = new Answer.Formula("formula", DIGITS);
        assertThat(Judge.conclude(values, formula, function(List.of())).describe())
                .isEqualTo("a function, 1.5 at t = 0");
    }

    // ---- claims

    private static Conclusion holding(boolean several, Finding... findings) {
        Map<String, Finding> byOption = new LinkedHashMap<>();
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < findings.length; i++) {
            String letter = "ABCDEFGH".substring(i, i + 1);
            byOption.put(letter, findings[i]);
            options.add(option(letter, "1"));
        }
        Answer answer =
                several ? new Answer.AllOf(options, DIGITS, List.of()) : new Answer.OneOf(options, DIGITS, List.of());
        return Judge.conclude(new Evidence.Truths(byOption), answer, data(options));
    }

    @Test
    void ofClaimsThoseThatHoldAreChosen() {
        Finding isTrue = new Finding(true, 0, "");
        Finding sampled = new Finding(true, 40, "");
        Finding isFalse = new Finding(false, 40, "x = 2");
        assertThat(holding(false, isFalse, sampled))
                .isEqualTo(new Conclusion.Chosen(Set.of("B"), "survived 40 samples"));
        assertThat(holding(true, isTrue, sampled, isFalse)).isEqualTo(new Conclusion.Chosen(Set.of("A", "B"), "true"));
        assertThat(holding(false, isTrue, sampled))
                .isEqualTo(new Conclusion.NotOne(Set.of("A", "B"), "", "options A and B both hold"));
        assertThat(holding(false, isTrue, isTrue, isTrue).describe()).isEqualTo("options A, B and C all hold");
        assertThat(holding(true, isFalse, isFalse).describe()).isEqualTo("no option holds");
        assertThat(holding(true, isTrue, Finding.undecided(40, "it takes too long")))
                .isEqualTo(new Conclusion.Undecided("option B: it takes too long"));
    }

    @Test
    void alternativesOfAKeyAreTheOptionsThatFitOrTheOneThatIsChosen() {
        Conclusion both = new Conclusion.NotOne(Set.of("A", "B"), "", "options A and B both hold");
        Conclusion none = new Conclusion.NotOne(Set.of(), "", "no option holds");
        Conclusion chosen = new Conclusion.Chosen(Set.of("A"), "");
        List<Set<String>> either = List.of(Set.of("A"), Set.of("B"));
        assertThat(ChoiceMeaning.areChosen(either, both)).isTrue();
        assertThat(ChoiceMeaning.areChosen(List.of(Set.of("A")), both)).isFalse();
        assertThat(ChoiceMeaning.areChosen(List.of(Set.of("A", "B")), both)).isFalse();
        assertThat(ChoiceMeaning.areChosen(List.of(), none)).isFalse();
        assertThat(ChoiceMeaning.areChosen(either, chosen)).isTrue();
        assertThat(ChoiceMeaning.areChosen(List.of(Set.of("B")), chosen)).isFalse();
        assertThat(ChoiceMeaning.areChosen(either, new Conclusion.Undecided("why")))
                .isFalse();
    }
}
