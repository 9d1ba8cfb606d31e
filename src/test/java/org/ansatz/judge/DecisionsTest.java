package org.ansatz.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.check.Domains;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Reply;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Certainty;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Given;
import org.ansatz.problem.Key;
import org.ansatz.problem.Option;
import org.ansatz.problem.Place;
import org.ansatz.problem.Point;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Question;
import org.ansatz.problem.Ranged;
import org.ansatz.problem.Template;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.junit.jupiter.api.Test;

/** Each decision from both sides: evidence that lies just inside of it, and evidence just outside. */
final class DecisionsTest {

    private static final double INSIDE = 0.95;
    private static final double OUTSIDE = 1.05;
    private static final Sheet SHEET = Sheet.of();
    private static final Answer NUMBER = new Answer.Number("number", Type.REAL, null, new Tolerance.Digits());
    private static final List<Option> TWO = List.of(option("A"), option("B"));

    private static Option option(String letter) {
        return new Option(letter, Template.EMPTY, SHEET.read("1"));
    }

    private static Evidence.Values value(double x, double error) {
        return values(Estimate.of(x, error));
    }

    /** The same function at several places, all of them inside. */
    private static Evidence.Values values(Estimate... values) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new Point(List.of()));
        }
        return new Evidence.Values(points, values.length, List.of(values), Type.REAL, Map.of());
    }

    private static Case data(List<Option> options) {
        Question question = new Question(List.of(), List.of(), List.of(), List.of(), List.of());
        return new Case(question, options, SHEET.frame(), Problem.PUBLISHED);
    }

    private static boolean agree(Evidence.Values a, Evidence.Values b, Tolerance tolerance) {
        return Agreement.ofValues(a, b, new Answer.Number("number", Type.REAL, null, tolerance))
                .agree();
    }

    // ---- agreed

    @Test
    void twoRoutesShareSixDigits() {
        assertThat(agree(value(1, 0), value(1 + INSIDE * 1e-6, 0), new Tolerance.Digits()))
                .isTrue();
        assertThat(agree(value(1, 0), value(1 + OUTSIDE * 1e-6, 0), new Tolerance.Digits()))
                .isFalse();
        assertThat(agree(value(-2e9, 0), value(-2e9 - INSIDE * 2e3, 0), new Tolerance.Digits()))
                .isTrue();
        assertThat(agree(value(-2e9, 0), value(-2e9 - OUTSIDE * 2e3, 0), new Tolerance.Digits()))
                .isFalse();
    }

    @Test
    void orAreNoFurtherApartThanThreeTimesTheirErrorsTogether() {
        Tolerance wide = new Tolerance.Absolute(0.5);
        assertThat(agree(value(1, 1e-3), value(1 + INSIDE * 6e-3, 1e-3), wide)).isTrue();
        assertThat(agree(value(1, 1e-3), value(1 + OUTSIDE * 6e-3, 1e-3), wide)).isFalse();
    }

    @Test
    void errorsExplainNoMoreThanTheTolerance() {
        Tolerance percent = new Tolerance.Relative(0.01);
        assertThat(agree(value(2, 0.01), value(2 - INSIDE * 0.02, 0.01), percent))
                .isTrue();
        assertThat(agree(value(2, 0.01), value(2 - OUTSIDE * 0.02, 0.01), percent))
                .isFalse();
        assertThat(agree(value(2, 1e-3), value(2 - INSIDE * 2e-6, 1e-3), new Tolerance.Digits()))
                .isTrue();
        assertThat(agree(value(2, 1e-3), value(2 - OUTSIDE * 2e-6, 1e-3), new Tolerance.Digits()))
                .isFalse();
    }

    @Test
    void valuesOfWhichLittleIsKnownSettleNothingHoweverManyDigitsTheyShare() {
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            assertThat(agree(value(-2, part * 1e-3), value(-2, part * 1e-3), new Tolerance.Digits()))
                    .isEqualTo(part < 1);
            assertThat(agree(value(2, part * 0.01), value(2, part * 0.01), new Tolerance.Relative(0.01)))
                    .isEqualTo(part < 1);
            assertThat(agree(value(2, part * 0.3), value(2, part * 0.2), new Tolerance.Absolute(0.5)))
                    .isEqualTo(part < 1);
        }
        assertThat(Agreement.ofValues(value(2, 0.1), value(2, 0.1), NUMBER).reason())
                .isEqualTo("0 apart, and known to no more than 0.2, which settles nothing");
        assertThat(agree(value(2, 0).within(0.1), value(2, 0).within(0.1), new Tolerance.Digits()))
                .isTrue();
        assertThat(agree(value(0, 1e-13), value(0, 0), new Tolerance.Digits())).isTrue();
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            assertThat(agree(value(0, part * 1e-6), value(0, 0), new Tolerance.Digits()))
                    .isEqualTo(part < 1);
        }
        // What is a small part of its terms is not known the better for that; what is nothing but its error is.
        assertThat(agree(value(2, 2e-3).ofTerms(1e9), value(2, 2e-3), new Tolerance.Digits()))
                .isFalse();
        Evidence.Values bridge = value(0, 1e-5);
        assertThat(agree(bridge.ofTerms(0.03), bridge, new Tolerance.Digits())).isTrue();
        assertThat(agree(bridge.ofTerms(0.01), bridge, new Tolerance.Digits())).isFalse();
    }

    @Test
    void beneathAStatedDifferenceSixDigitsOfItAreEnough() {
        Tolerance millivolt = new Tolerance.Absolute(1e-3);
        assertThat(agree(value(0, 0), value(INSIDE * 1e-9, 0), millivolt)).isTrue();
        assertThat(agree(value(0, 0), value(OUTSIDE * 1e-9, 0), millivolt)).isFalse();
        assertThat(agree(value(0, 0), value(1e-15, 0), new Tolerance.Digits())).isFalse();
    }

    @Test
    void atAnEdgeOnlyWhatIsKnownToSixDigitsDecides() {
        List<Estimate> other = List.of(Estimate.of(1, 0), Estimate.of(2, 0));
        for (double error : new double[] {INSIDE * 2e-6, OUTSIDE * 2e-6}) {
            Evidence.Values values = new Evidence.Values(
                    List.of(new Point(List.of()), new Point(List.of())),
                    1,
                    List.of(Estimate.of(1, 0), Estimate.of(1, error)),
                    Type.REAL,
                    Map.of());
            int furthest = Pointwise.difference(values, other, (point, size) -> 0);
            assertThat(furthest).isEqualTo(error < 2e-6 ? 1 : -1);
        }
    }

    /** What is allowed goes by the larger of the two; an infinite distance is never allowed. */
    @Test
    void aDifferenceIsHeldAgainstTheLargerValue() {
        Evidence.Values three = value(3, 0);
        List<Double> sizes = new ArrayList<>();
        Pointwise.Allowance noting = (point, size) -> {
            sizes.add(size);
            return 0;
        };
        assertThat(Pointwise.difference(three, List.of(Estimate.of(-5, 0)), noting))
                .isZero();
        assertThat(Pointwise.difference(value(-5, 0), List.of(Estimate.of(3, 0)), noting))
                .isZero();
        assertThat(sizes).containsExactly(5.0, 5.0);
        List<Estimate> infinite = List.of(Estimate.of(Double.POSITIVE_INFINITY, 0));
        assertThat(Pointwise.difference(three, infinite, (point, size) -> size)).isZero();
    }

    // ---- one number, and a real one

    @Test
    void aNumberThatMovesByMoreThanABillionthDependsOnTheArbitrarySymbols() {
        assertThat(Judge.conclude(
                        values(Estimate.of(3, 0), Estimate.of(3 + INSIDE * 3e-9, 0)), NUMBER, data(List.of())))
                .isInstanceOf(Conclusion.Found.class);
        assertThat(Judge.conclude(
                                values(Estimate.of(3, 0), Estimate.of(3 + OUTSIDE * 3e-9, 0)), NUMBER, data(List.of()))
                        .describe())
                .startsWith("the value depends on the arbitrary symbols");
        assertThat(Judge.conclude(values(Estimate.of(3, 1e-5), Estimate.of(3 + 1.9e-5, 1e-5)), NUMBER, data(List.of())))
                .isInstanceOf(Conclusion.Found.class);
    }

    @Test
    void aTraceOfTheImaginaryUnitOfABillionthIsRounding() {
        for (double trace : new double[] {INSIDE, OUTSIDE}) {
            for (int sign = -1; sign <= 1; sign += 2) {
                Value z = new Value.Complex(4, sign * trace * 4e-9);
                Conclusion conclusion = Judge.conclude(values(Estimate.exact(z)), NUMBER, data(List.of()));
                assertThat(conclusion instanceof Conclusion.Found).isEqualTo(trace < 1);
            }
        }
    }

    @Test
    void aComplexNumberIsFoundWhereOneIsAskedFor() {
        Type type = Type.complex(Dimension.NONE);
        Answer complex = new Answer.Number("complex", type, null, new Tolerance.Digits());
        Evidence.Values z = values(Estimate.exact(new Value.Complex(3, 4)));
        assertThat(Judge.conclude(z, complex, data(List.of()))).isInstanceOf(Conclusion.Found.class);
    }

    // ---- met, and ahead of the next

    private static Evidence.Residuals residuals(double a, double b) {
        Map<String, Estimate> residuals = new LinkedHashMap<>();
        residuals.put("A", Estimate.of(a, 0));
        residuals.put("B", Estimate.of(b, 0));
        return new Evidence.Residuals(residuals, Type.REAL);
    }

    @Test
    void aConditionIsMetToAMillionth() {
        Answer all = new Answer.AllOf(TWO, new Tolerance.Digits(), List.of());
        assertThat(Judge.conclude(residuals(INSIDE * 1e-6, 1), all, data(TWO)))
                .isEqualTo(new Conclusion.Chosen(Set.of("A"), ""));
        assertThat(Judge.conclude(residuals(OUTSIDE * 1e-6, 1), all, data(TWO)).describe())
                .isEqualTo("no option meets the condition");
    }

    @Test
    void theBestOptionIsTwiceAsGoodAsTheNext() {
        Answer one = new Answer.OneOf(TWO, new Tolerance.Digits(), List.of());
        assertThat(Judge.conclude(residuals(0.1, OUTSIDE * 0.2), one, data(TWO)))
                .isInstanceOf(Conclusion.Chosen.class);
        assertThat(Judge.conclude(residuals(0.1, INSIDE * 0.2), one, data(TWO)).describe())
                .startsWith("the best option, A, is ahead of the next, B, by a factor of only 1.9");
    }

    private static Conclusion least(Estimate a, Estimate b) {
        Map<String, Estimate> residuals = new LinkedHashMap<>();
        residuals.put("A", a);
        residuals.put("B", b);
        Answer one = new Answer.OneOf(TWO, new Tolerance.Digits(), List.of());
        return Judge.conclude(new Evidence.Residuals(residuals, Type.REAL), one, data(TWO));
    }

    @Test
    void twoOptionsWithinTheErrorBothMeetTheCondition() {
        String both = "options A and B both meet the condition";
        assertThat(least(Estimate.of(0, 0), Estimate.of(0, 0)).describe()).isEqualTo(both);
        assertThat(least(Estimate.of(0.1, 0.2), Estimate.of(INSIDE * 0.2, 0.1)).describe())
                .isEqualTo(both);
        assertThat(least(Estimate.of(0.1, 0.2), Estimate.of(OUTSIDE * 0.2, 0.1)).describe())
                .startsWith("the best option, A, is ahead of the next, B, by a factor of only 1");
    }

    @Test
    void anOptionIsAheadByTwiceTheLargerError() {
        for (boolean ofBest : new boolean[] {true, false}) {
            double best = ofBest ? 0.2 : 0;
            double next = ofBest ? 0 : 0.2;
            assertThat(least(Estimate.of(0, best), Estimate.of(INSIDE * 0.4, next)))
                    .isInstanceOf(Conclusion.Undecided.class);
            assertThat(least(Estimate.of(0, best), Estimate.of(OUTSIDE * 0.4, next)))
                    .isEqualTo(new Conclusion.Chosen(Set.of("A"), "met to rounding, next 0.42"));
        }
        assertThat(least(Estimate.of(0.3, 0), Estimate.of(0.1, 0.05)))
                .isEqualTo(new Conclusion.Chosen(Set.of("B"), "residual 0.1, next 0.3"));
    }

    @Test
    void aConditionIsMetWithinTheErrorOfItsResidual() {
        Answer all = new Answer.AllOf(TWO, new Tolerance.Digits(), List.of());
        for (double size : new double[] {INSIDE, OUTSIDE}) {
            Map<String, Estimate> residuals = Map.of("A", Estimate.of(0, 0), "B", Estimate.of(size * 0.2, 0.2));
            assertThat(Judge.conclude(new Evidence.Residuals(residuals, Type.REAL), all, data(TWO)))
                    .isEqualTo(new Conclusion.Chosen(size < 1 ? Set.of("A", "B") : Set.of("A"), ""));
        }
    }

    // ---- options by value

    /** What is concluded from a value if the options are worth 1 and {@code b}, and 0.1 is tolerated. */
    private static Conclusion among(double value, double error, double b, boolean allOf) {
        Tolerance tolerance = new Tolerance.Absolute(0.1);
        Map<String, List<Estimate>> candidates = new LinkedHashMap<>();
        candidates.put("A", List.of(Estimate.of(1, 0)));
        candidates.put("B", List.of(Estimate.of(b, 0)));
        Evidence.Values values = new Evidence.Values(
                List.of(new Point(List.of())), 1, List.of(Estimate.of(value, error)), Type.REAL, candidates);
        Answer answer =
                allOf ? new Answer.AllOf(TWO, tolerance, List.of()) : new Answer.OneOf(TWO, tolerance, List.of());
        return Judge.conclude(values, answer, data(TWO));
    }

    @Test
    void anOptionFitsWithinToleranceAndErrorTogether() {
        assertThat(among(1 + INSIDE * 0.1, 0, 2, false)).isInstanceOf(Conclusion.Chosen.class);
        assertThat(among(1 + OUTSIDE * 0.1, 0, 2, false)).isInstanceOf(Conclusion.NotOne.class);
        assertThat(among(1 + INSIDE * 0.3, 0.2, 2, false)).isInstanceOf(Conclusion.Chosen.class);
        assertThat(among(1 + OUTSIDE * 0.3, 0.2, 2, false)).isInstanceOf(Conclusion.NotOne.class);
    }

    @Test
    void aDeviationIsNamedOnlyBeyondTheError() {
        assertThat(among(1 + INSIDE * 0.2, 0.2, 2, false).describe()).doesNotContain("off by");
        assertThat(among(1 + OUTSIDE * 0.2, 0.2, 2, false).describe()).contains("off by");
        assertThat(among(1, 0, 2, false)).isEqualTo(new Conclusion.Chosen(Set.of("A"), "1"));
        assertThat(among(1.05, 0, 2, false)).isEqualTo(new Conclusion.Chosen(Set.of("A"), "1.05, off by 4.8 %"));
        assertThat(among(1.6, 0, 2, false).describe()).isEqualTo("no option fits 1.6; the nearest, B, is off by 25 %");
    }

    @Test
    void twoOptionsThatFitAreAnAnswerOnlyWhereSeveralAreAskedFor() {
        assertThat(among(1.02, 0, 1.05, false).describe()).isEqualTo("options A and B both fit 1.02");
        assertThat(among(1.02, 0, 1.05, true))
                .isInstanceOfSatisfying(
                        Conclusion.Chosen.class,
                        chosen -> assertThat(chosen.keys()).isEqualTo(Set.of("A", "B")));
        assertThat(among(1.6, 0, 2, true)).isInstanceOf(Conclusion.NotOne.class);
    }

    /** Whether a formula is 1, of which the value inside and the one at the edge have these errors. */
    private static boolean isOne(double inside, double edge, double formulaInside, double formulaAtEdge) {
        Evidence.Values values = new Evidence.Values(
                List.of(new Point(List.of()), new Point(List.of())),
                1,
                List.of(Estimate.of(1, inside), Estimate.of(1, edge)),
                Type.REAL,
                Map.of());
        List<Estimate> formula = List.of(Estimate.of(formulaInside, 0), Estimate.of(formulaAtEdge, 0));
        return Judge.isFunction(formula, values, new Tolerance.Digits());
    }

    @Test
    void aFormulaMayDifferByItsToleranceAndTheErrorOfThatPoint() {
        assertThat(isOne(0, 0.9e-6, 1, 1 + INSIDE * 1.9e-6)).isTrue();
        assertThat(isOne(0, 0.9e-6, 1, 1 + OUTSIDE * 1.9e-6)).isFalse();
        assertThat(isOne(1e-3, 0, 1, 1 + OUTSIDE * 1e-6)).isFalse();
        assertThat(isOne(1e-3, 0, 1 + INSIDE * 1.001e-3, 1)).isTrue();
        assertThat(isOne(1e-3, 0, 1 + OUTSIDE * 1.001e-3, 1)).isFalse();
    }

    /** Inside of the domain a point says no more of its own error than all points do together. */
    @Test
    void theLargestErrorInsideCountsForAllPointsInside() {
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            Evidence.Values values = values(Estimate.of(1, 1e-3), Estimate.of(1, 0), Estimate.of(1, 1e-6));
            double off = 1 + part * 1.001e-3;
            List<Estimate> formula = List.of(Estimate.of(1, 0), Estimate.of(off, 0), Estimate.of(1, 0));
            assertThat(Judge.isFunction(formula, values, new Tolerance.Digits()))
                    .isEqualTo(part < 1);
            assertThat(Judge.counterexample(formula, values, new Tolerance.Digits()))
                    .isEqualTo(part < 1 ? -1 : 1);
        }
    }

    private static Value row(double a, double b) {
        return new Value.Array(1, 2, List.of(new Value.Real(a), new Value.Real(b)));
    }

    /**
     * What is concluded if the nearest of two options is meant, of which A is what was found.
     *
     * @param found at each point
     * @param error of each value
     * @param b what option B is worth at each point
     */
    private static Conclusion nearest(List<Value> found, double error, List<Value> b) {
        List<Point> points = new ArrayList<>();
        List<Estimate> values = new ArrayList<>();
        List<Estimate> second = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            points.add(new Point(List.of()));
            values.add(new Estimate(found.get(i), error));
            second.add(Estimate.exact(b.get(i)));
        }
        Map<String, List<Estimate>> candidates = Map.of("A", values, "B", second);
        Scope scope = SHEET.scope().inner();
        Binding.Variable x = scope.declare(Binding.Role.ARGUMENT, "x", Type.REAL);
        Ranged ranged = new Ranged(x, Domains.of(Parser.expression("0..1"), scope));
        Question function = new Question(List.of(), List.of(), List.of(ranged), List.of(), List.of());
        Case data = new Case(function, TWO, SHEET.frame(), Problem.PUBLISHED);
        Evidence.Values evidence = new Evidence.Values(points, points.size(), values, Type.REAL, candidates);
        return Judge.conclude(evidence, new Answer.OneOf(TWO, new Tolerance.Nearest(null), List.of()), data);
    }

    /** B is off by a part of its second entry, at one point; the first entry is twice as large at one. */
    private static Conclusion nearestOfRows(double part, int larger, int off) {
        List<Value> found = List.of(row(larger == 0 ? 8 : 4, 2), row(larger == 1 ? 8 : 4, 2));
        List<Value> b = new ArrayList<>(found);
        b.set(off, row(larger == off ? 8 : 4, 2 * (1 + part)));
        return nearest(found, 0.4, b);
    }

    /** The error is a part of the row, as its entries' distances are parts of themselves, and the largest such part counts. */
    @Test
    void rowsAreToldApartOnlyBeyondTheErrorRelativeToTheSmallestOfThem() {
        for (int larger = 0; larger < 2; larger++) {
            for (int off = 0; off < 2; off++) {
                assertThat(nearestOfRows(INSIDE * 0.1, larger, off).describe())
                        .isEqualTo("options A and B both meet the condition");
                assertThat(nearestOfRows(OUTSIDE * 0.1, larger, off).describe())
                        .startsWith("the best option, A, is ahead of the next, B, by a factor of only 1");
                assertThat(nearestOfRows(INSIDE * 0.2, larger, off)).isInstanceOf(Conclusion.Undecided.class);
                assertThat(nearestOfRows(OUTSIDE * 0.2, larger, off))
                        .isEqualTo(new Conclusion.Chosen(Set.of("A"), "met to rounding, next 0.21"));
            }
        }
    }

    @Test
    void anEntryThatIsZeroIsOffByItsPartOfTheLargest() {
        assertThat(nearest(List.of(row(4, 0)), 0.4, List.of(row(4, OUTSIDE * 0.8))))
                .isEqualTo(new Conclusion.Chosen(Set.of("A"), "met to rounding, next 0.21"));
        assertThat(nearest(List.of(row(4, 0)), 0.4, List.of(row(4, INSIDE * 0.8))))
                .isInstanceOf(Conclusion.Undecided.class);
    }

    @Test
    void ofARowOfZerosNoErrorIsAPart() {
        assertThat(nearest(List.of(row(0, 0)), 0.1, List.of(row(0, 1))).describe())
                .isEqualTo("A (met to rounding, next inf)");
    }

    @Test
    void aRowOfAnotherShapeIsFarFromAny() {
        Value column = new Value.Array(2, 1, List.of(new Value.Real(4), new Value.Real(4)));
        assertThat(nearest(List.of(row(4, 4)), 0.4, List.of(column))).isInstanceOf(Conclusion.Chosen.class);
    }

    @Test
    void numbersAreToldApartBeyondTheirErrorAsItIs() {
        Value four = new Value.Real(4);
        assertThat(nearest(List.of(four), 0.4, List.of(new Value.Real(4 + OUTSIDE * 0.8))))
                .isEqualTo(new Conclusion.Chosen(Set.of("A"), "met to rounding, next 0.84"));
        assertThat(nearest(List.of(four), 0.4, List.of(new Value.Real(4 + INSIDE * 0.8))))
                .isInstanceOf(Conclusion.Undecided.class);
    }

    @Test
    void aThresholdItselfIsInside() {
        Answer all = new Answer.AllOf(TWO, new Tolerance.Digits(), List.of());
        assertThat(Judge.conclude(residuals(1e-6, 1), all, data(TWO))).isInstanceOf(Conclusion.Chosen.class);
        assertThat(least(Estimate.of(0.1, 0), Estimate.of(0.2, 0))).isInstanceOf(Conclusion.Chosen.class);
        assertThat(among(1.25, 0.15, 2, false)).isInstanceOf(Conclusion.Chosen.class);
        assertThat(least(Estimate.of(0.1, 0.1), Estimate.of(0.5, 0)).describe()).contains("met to rounding");
        assertThat(least(Estimate.of(0.1, 0.2), Estimate.of(0.2, 0)).describe())
                .isEqualTo("options A and B both meet the condition");
    }

    @Test
    void twoOptionsAreOneIfOnlyRoundingTellsThemApart() {
        assertThat(Decisions.areSameOption(INSIDE * 5e-12, 5)).isTrue();
        assertThat(Decisions.areSameOption(OUTSIDE * 5e-12, 5)).isFalse();
        assertThat(Decisions.areSameOption(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isFalse();
    }

    @Test
    void aWrongOptionIsNearWithinTwoPerCentAndALevelWithinAFifthOfADecibel() {
        assertThat(Decisions.nearOption(50, false)).isEqualTo(1);
        assertThat(Decisions.nearOption(50, true)).isEqualTo(0.2);
    }

    @Test
    void aValueMeansAnOptionWithinTwoPerCentOfItAndFourTimesAsFarFromOthers() {
        assertThat(Decisions.isMeant(INSIDE * 0.1, 1, 5)).isTrue();
        assertThat(Decisions.isMeant(OUTSIDE * 0.1, 1, 5)).isFalse();
        assertThat(Decisions.isMeant(0.1, OUTSIDE * 0.4, 5)).isTrue();
        assertThat(Decisions.isMeant(0.1, INSIDE * 0.4, 5)).isFalse();
    }

    @Test
    void significantDigitsIncludeTheirEdgeAsPrintedDigitsDo() {
        Tolerance digits = new Tolerance.Significant(3);
        assertThat(agrees("2.5", 2.505, digits)).isTrue();
        assertThat(agrees("2.5", 2.505 + 0.005 * INSIDE * 1e-9, digits)).isTrue();
        assertThat(agrees("2.5", 2.505 + 0.005 * OUTSIDE * 1e-9, digits)).isFalse();
    }

    // ---- keys and responses

    private static boolean agrees(String key, double found) {
        return agrees(key, found, new Tolerance.Digits());
    }

    private static boolean agrees(String key, double found, Tolerance tolerance) {
        Expression written = SHEET.read(key);
        Key.Claim claim = new Key.Claim(new Key.Range(key, written, written), "somebody", "", new Place("key", 1, 1));
        Answer number = new Answer.Number("number", Type.REAL, null, tolerance);
        return KeyAudit.agrees(claim, new Conclusion.Found(value(found, 0), ""), number, data(List.of()));
    }

    private static boolean agrees(String low, String high, double found, double error) {
        Key key = new Key.Range(low + " to " + high, SHEET.read(low), SHEET.read(high));
        Key.Claim claim = new Key.Claim(key, "somebody", "", new Place("key", 1, 1));
        return KeyAudit.agrees(claim, new Conclusion.Found(value(found, error), ""), NUMBER, data(List.of()));
    }

    @Test
    void aRangeIsWidenedByTheErrorOfTheValueAtBothEnds() {
        assertThat(agrees("2", "3", 2, 0)).isTrue();
        assertThat(agrees("2", "3", 3, 0)).isTrue();
        assertThat(agrees("2", "3", 2 - INSIDE * 0.1, 0.1)).isTrue();
        assertThat(agrees("2", "3", 2 - OUTSIDE * 0.1, 0.1)).isFalse();
        assertThat(agrees("2", "3", 3 + INSIDE * 0.1, 0.1)).isTrue();
        assertThat(agrees("2", "3", 3 + OUTSIDE * 0.1, 0.1)).isFalse();
    }

    @Test
    void aKeyIsMetWithinItsDigitsAndTheErrorOfTheValueTogether() {
        assertThat(agrees("2.5", "2.5", 2.5 + INSIDE * 0.15, 0.1)).isTrue();
        assertThat(agrees("2.5", "2.5", 2.5 + OUTSIDE * 0.15, 0.1)).isFalse();
    }

    // ---- conclusions

    private static Agreement between(Conclusion a, Conclusion b, Answer answer) {
        return Agreement.between(a, b, answer);
    }

    @Test
    void conclusionsAgreeIfTheySayTheSame() {
        Answer one = new Answer.OneOf(TWO, new Tolerance.Digits(), List.of());
        Conclusion a = new Conclusion.Chosen(Set.of("A"), "for one reason");
        Conclusion b = new Conclusion.Chosen(Set.of("B"), "");
        Conclusion none = new Conclusion.NotOne(Set.of(), "4", "no option fits 4");
        Conclusion both = new Conclusion.NotOne(Set.of("A", "B"), "", "options A and B both hold");
        Conclusion undecided = new Conclusion.Undecided("it is not known");
        Conclusion four = new Conclusion.Found(value(4, 0), "4");
        assertThat(between(a, new Conclusion.Chosen(Set.of("A"), "for another"), one))
                .isEqualTo(new Agreement(true, -1, ""));
        assertThat(between(none, new Conclusion.NotOne(Set.of(), "", "no option holds"), one))
                .isEqualTo(new Agreement(true, -1, ""));
        assertThat(between(four, four, one).agree()).isTrue();
        List<Conclusion> all = List.of(a, b, none, both, undecided, four);
        for (Conclusion x : all) {
            for (Conclusion y : all) {
                boolean same = x == y && x != undecided;
                assertThat(between(x, y, one).agree()).as("%s and %s", x, y).isEqualTo(same);
                if (!same) {
                    assertThat(between(x, y, one).reason()).isEqualTo(x.describe() + " against " + y.describe());
                }
            }
        }
    }

    @Test
    void aNumberAgreesWithNothingThatIsNone() {
        Conclusion four = new Conclusion.Found(value(4, 0), "4");
        Conclusion undecided = new Conclusion.Undecided("it is not known");
        assertThat(between(four, four, NUMBER).agree()).isTrue();
        assertThat(between(four, undecided, NUMBER)).isEqualTo(new Agreement(false, -1, "4 against it is not known"));
        assertThat(between(undecided, four, NUMBER).agree()).isFalse();
        assertThat(between(undecided, undecided, NUMBER).agree()).isFalse();
        Expression written = SHEET.read("4");
        Key.Claim claim = new Key.Claim(new Key.Range("4", written, written), "somebody", "", new Place("key", 1, 1));
        assertThat(KeyAudit.agrees(claim, four, NUMBER, data(List.of()))).isTrue();
        assertThat(KeyAudit.agrees(claim, undecided, NUMBER, data(List.of()))).isFalse();
    }

    @Test
    void aKeyThatIsAFormulaHoldsToAMillionth() {
        assertThat(agrees("20/3", 20 / 3.0 * (1 + INSIDE * 1e-6))).isTrue();
        assertThat(agrees("20/3", 20 / 3.0 * (1 + OUTSIDE * 1e-6))).isFalse();
    }

    @Test
    void aPrintedKeyHoldsToHalfItsLastDigitTheEdgeIncluded() {
        assertThat(agrees("0.52", 0.525)).isTrue();
        assertThat(agrees("0.52", 0.525 + 0.005 * INSIDE * 1e-9)).isTrue();
        assertThat(agrees("0.52", 0.525 + 0.005 * OUTSIDE * 1e-9)).isFalse();
    }

    @Test
    void aKeyOfOneDigitHoldsToATwentiethTheEdgeIncluded() {
        assertThat(agrees("0.5", 0.525)).isTrue();
        assertThat(agrees("0.5", 0.525 + 0.025 * INSIDE * 1e-9)).isTrue();
        assertThat(agrees("0.5", 0.525 + 0.025 * OUTSIDE * 1e-9)).isFalse();
        assertThat(grade("0.525", "0.5").isRight()).isTrue();
        assertThat(grade("0.527", "0.5").isRight()).isFalse();
    }

    private static Grade grade(String response, String key) {
        Expression right = SHEET.read(key);
        Reply reply = Reply.of(response, Dimension.NONE, null, SHEET.scope());
        return Grading.number(reply, new Key.Range(key, right, right), (Answer.Number) NUMBER, SHEET.frame());
    }

    @Test
    void fromThreeDigitsOnAResponseIsRounded() {
        assertThat(grade("1.57", "1.5724").isRight()).isTrue();
        assertThat(grade("1.6", "1.5724").isRight()).isFalse();
    }

    /** The remark on a wrong response to a key of which everything is known. */
    private static String remark(String response, String key, Tolerance tolerance) {
        Expression right = SHEET.read(key);
        Reply reply = Reply.of(response, Dimension.NONE, null, SHEET.scope());
        Answer.Number answer = new Answer.Number("number", Type.REAL, null, tolerance);
        Suspects suspects = new Suspects(
                () -> List.of(new Mistake("a model", "it looks as if a model", 1.6), new Mistake("b", "b", 2)),
                List::of);
        Grade grade = Grading.number(reply, new Key.Range(key, right, right), answer, SHEET.frame(), suspects);
        return grade.isRight() ? "right" : grade.remark();
    }

    @Test
    void whoHasRoundedIsAccusedOfNothing() {
        Tolerance three = new Tolerance.Digits();
        String wanted = "; it is wanted to three digits or more; exactly, if it is a whole number";
        assertThat(remark("1.57", "sqrt(2.4724176)", three)).isEqualTo("right");
        assertThat(remark("1.6", "sqrt(2.4724176)", three)).isEqualTo("close: right to two digits" + wanted);
        assertThat(remark("2", "sqrt(2.4724176)", three)).isEqualTo("close: right to one digit" + wanted);
        assertThat(remark("1.5", "sqrt(2.4724176)", three))
                .isEqualTo("close: cut off after two digits instead of rounded" + wanted);
        assertThat(remark("1.60", "sqrt(2.4724176)", three)).isEqualTo("it looks as if a model");
        assertThat(remark("2.0", "sqrt(2.4724176)", three)).isEqualTo("b");
        assertThat(remark("1.58", "sqrt(2.4724176)", three))
                .startsWith("close: off by ")
                .endsWith(wanted);
        assertThat(remark("1", "0.4*sqrt(1)", three)).doesNotContain("right to");
        assertThat(remark("0", "0.4*sqrt(1)", three)).doesNotContain("right to");
    }

    @Test
    void dataOfTwoDigitsAskForTwo() {
        assertThat(remark("1.6", "sqrt(2.4724176)", new Tolerance.Digits(2))).isEqualTo("right");
        assertThat(remark("2", "sqrt(2.4724176)", new Tolerance.Digits(2)))
                .contains("right to one digit; it is wanted to two digits or more");
    }

    /** How many digits are enough where the data are printed so. */
    private static int enough(String... data) {
        Scope scope = SHEET.scope().inner();
        List<Given> givens = new ArrayList<>();
        for (String text : data) {
            Expression published = Expression.literal(text, scope);
            Binding.Variable name = scope.declare(Binding.Role.GIVEN, "given" + givens.size(), published.type());
            givens.add(new Given(name, published));
        }
        return Precision.enoughDigits(givens);
    }

    @Test
    void nobodyIsAskedForMoreDigitsThanTheDataHaveNorForOneAlone() {
        assertThat(enough()).isEqualTo(3);
        assertThat(enough("5.25 V", "2 A")).isEqualTo(3);
        assertThat(enough("5.2512 V")).isEqualTo(3);
        assertThat(enough("5.2 V", "2 A")).isEqualTo(2);
        assertThat(enough("5 V", "2 A")).isEqualTo(2);
        assertThat(enough("5 V", "sqrt(2) A")).isEqualTo(3);
    }

    @Test
    void closeSaysHowExactlyItIsWanted() {
        assertThat(remark("1.6", "1.5724", new Tolerance.Relative(0.001)))
                .isEqualTo("close: right to two digits; it is wanted within 0.1 %");
        assertThat(remark("1.58", "1.5724", new Tolerance.Absolute(0.005 * Tolerance.EDGE)))
                .isEqualTo("close: off by 0.48 %; it is wanted to 0.005");
        assertThat(remark("1.58", "1.5724", new Tolerance.Significant(4))).endsWith("; it is wanted to four digits");
        assertThat(remark("1.58", "1.5724", new Tolerance.Relative(0))).endsWith("; it is wanted exactly");
    }

    @Test
    void aNumberIsCloseWithinFivePerCent() {
        assertThat(Mistake.closeness(1 + INSIDE * 0.05, 1)).startsWith("close");
        assertThat(Mistake.closeness(1 + OUTSIDE * 0.05, 1)).isEmpty();
    }

    @Test
    void aPrefixIsWrongWhereTheDigitsAreRight() {
        Expression right = Expression.literal("1.5724 m", SHEET.scope());
        Answer.Number length = new Answer.Number("number", right.type(), right.unit(), new Tolerance.Digits());
        for (String response : List.of("1572.4000015 m", "1572.4000016 m")) {
            Reply reply = Reply.of(response, right.type().dimensionOrNone(), null, SHEET.scope());
            Grade grade = Grading.number(reply, new Key.Range("1.5724 m", right, right), length, SHEET.frame());
            assertThat(grade.unit()).isEqualTo(response.contains("15 m") ? Grade.Aspect.WRONG : Grade.Aspect.RIGHT);
            assertThat(grade.number()).isEqualTo(response.contains("15 m") ? Grade.Aspect.RIGHT : Grade.Aspect.WRONG);
        }
    }

    // ---- equal formulas

    /** How two computed numbers compare that are so many units of rounding apart; the error of each is two such units. */
    private static Equivalence apart(int units) {
        return FormulaComparison.of(
                computed(1).term(),
                computed(1 + units * 0x1p-52).term(),
                List.of(),
                List.of(),
                new Tolerance.Digits(),
                SHEET.frame());
    }

    private static Expression computed(double x) {
        return Expression.computed(Type.REAL, frame -> new Value.Real(x));
    }

    @Test
    void formulasAreEqualWithinFourTimesTheirErrorsAndDifferentBeyondSixtyFour() {
        assertThat(apart(4 * 4)).isInstanceOf(Equivalence.Equal.class);
        assertThat(apart(4 * 4 + 1)).isInstanceOf(Equivalence.Undecided.class);
        assertThat(apart(64 * 4)).isInstanceOf(Equivalence.Undecided.class);
        assertThat(apart(64 * 4 + 1)).isInstanceOf(Equivalence.Different.class);
    }

    @Test
    void formulasAreEqualWithinAStatedTolerance() {
        for (double size : new double[] {1, -40}) {
            for (double part : new double[] {INSIDE, OUTSIDE}) {
                Equivalence found = FormulaComparison.of(
                        computed(size).term(),
                        computed(size * (1 - part * 1e-3)).term(),
                        List.of(),
                        List.of(),
                        new Tolerance.Relative(1e-3),
                        SHEET.frame());
                assertThat(found).isInstanceOf(part < 1 ? Equivalence.Equal.class : Equivalence.Different.class);
            }
        }
    }

    /** How a function compares with itself that has values at so many points only. */
    private static Equivalence knownAt(int points) {
        Scope scope = SHEET.scope().inner();
        Binding.Variable x = scope.declare(Binding.Role.ARGUMENT, "x", Type.REAL);
        Ranged ranged = new Ranged(x, Domains.of(Parser.expression("0..1"), scope));
        Frame frame = Frame.of(scope.layout());
        Set<Double> known = new LinkedHashSet<>();
        Expression function = Expression.computed(Type.REAL, at -> {
            double here = Arithmetic.real(Objects.requireNonNull(at.value(x)));
            if (known.size() < points) {
                known.add(here);
            }
            if (!known.contains(here)) {
                throw new NoValue("no value");
            }
            return new Value.Real(1 + here / 3);
        });
        return FormulaComparison.of(
                function.term(), function.term(), List.of(ranged), List.of(), new Tolerance.Relative(1e-9), frame);
    }

    @Test
    void eightPointsMakeTwoFormulasEqual() {
        Set<String> reasons = new LinkedHashSet<>();
        for (int points = 1; points < 12; points++) {
            reasons.add(knownAt(points).reason());
        }
        assertThat(reasons)
                .anyMatch(reason -> reason.contains("at only 7 of"))
                .contains("no difference at 8 points")
                .noneMatch(reason -> reason.contains("at only 8 of"))
                .doesNotContain("no difference at 7 points");
    }

    /** What is proved is known as well as two routes must agree; the number stands lower down, where evidence is made. */
    @Test
    void provedMeansAsNearAsTwoRoutesMustAgree() {
        assertThat(Certainty.NARROW).isEqualTo(Decisions.AGREED);
    }

    /** Errors never let two routes agree that know little; but it is said that they are the reason. */
    @Test
    void whatIsKnownTooLittleIsNotSaidToDifferMoreThanItsErrorsExplain() {
        assertThat(Agreement.ofValues(value(1, 0.04), value(1.05, 0.01), NUMBER).reason())
                .isEqualTo("0.05 apart, and known to no more than 0.05, which settles nothing");
        assertThat(Agreement.ofValues(value(1, 1e-3), value(1.05, 1e-3), NUMBER).reason())
                .isEqualTo("0.05 apart, more than their errors explain");
    }
}
