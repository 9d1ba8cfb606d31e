package org.ansatz.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Option;
import org.ansatz.problem.Point;
import org.ansatz.problem.Template;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far values agree: at points, in several parts, in sets; and what is said of it. */
final class AgreementTest {

    private static final double INSIDE = 0.95;
    private static final double OUTSIDE = 1.05;
    private static final Tolerance DIGITS = new Tolerance.Digits();
    private static final Type SET = Type.of(NumberSet.SET, Dimension.NONE);

    private static Answer number(Tolerance tolerance) {
        return new Answer.Number("number", Type.REAL, null, tolerance);
    }

    private static Evidence.Values values(Type type, int inside, Estimate... values) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new Point(List.of(new Point.Coordinate("x", Value.Exact.of(i), Type.REAL))));
        }
        return new Evidence.Values(points, inside, List.of(values), type, Map.of());
    }

    private static Evidence.Values value(double x, double error) {
        return new Evidence.Values(
                List.of(new Point(List.of())), 1, List.of(Estimate.of(x, error)), Type.REAL, Map.of());
    }

    private static Evidence.Values exact(Value value) {
        return new Evidence.Values(
                List.of(new Point(List.of())), 1, List.of(Estimate.exact(value)), Type.REAL, Map.of());
    }

    private static Value row(double... entries) {
        List<Value> values = new ArrayList<>();
        for (double entry : entries) {
            values.add(new Value.Real(entry));
        }
        return new Value.Array(1, entries.length, values);
    }

    private static Evidence.Values set(double error, double... numbers) {
        return values(SET, 1, new Estimate(row(numbers), error));
    }

    // ---- functions

    /** What is known of the values inside says nothing of a pole at the edge, and the other way round. */
    @Test
    void atAnEdgeTheErrorOfThatPointCounts() {
        Answer wide = number(new Tolerance.Absolute(0.5));
        Evidence.Values one = values(Type.REAL, 1, Estimate.of(1, 0), Estimate.of(1000, 4e-4));
        Evidence.Values rough = values(Type.REAL, 1, Estimate.of(1, 1e-3), Estimate.of(1000, 0));
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            Evidence.Values edge = values(Type.REAL, 1, Estimate.of(1, 0), Estimate.of(1000 + part * 2.4e-3, 4e-4));
            Evidence.Values inside = values(Type.REAL, 1, Estimate.of(1, 1e-3), Estimate.of(1000 + part * 1e-3, 0));
            assertThat(Agreement.ofValues(one, edge, wide).agree()).isEqualTo(part < 1);
            assertThat(Agreement.ofValues(rough, inside, wide).agree()).isEqualTo(part < 1);
        }
    }

    /** Of simulated errors some are smaller than they are by chance. */
    @Test
    void theLargestErrorInsideCountsForAllPointsInside() {
        Answer wide = number(new Tolerance.Absolute(0.5));
        Evidence.Values a = values(Type.REAL, 2, Estimate.of(1, 1e-3), Estimate.of(2, 0));
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            Evidence.Values b = values(Type.REAL, 2, Estimate.of(1, 0), Estimate.of(2 + part * 3e-3, 0));
            assertThat(Agreement.ofValues(a, b, wide).agree()).isEqualTo(part < 1);
            assertThat(Agreement.ofValues(b, a, wide).agree()).isEqualTo(part < 1);
        }
    }

    /** What is nothing but its error is known by the terms of either. */
    @Test
    void theTermsOfEitherTellHowWellAZeroIsKnown() {
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            Evidence.Values zero = value(0, part * 1e-5);
            assertThat(Agreement.ofValues(zero.ofTerms(0.01), value(0, 0), number(DIGITS))
                            .agree())
                    .isEqualTo(part < 1);
            assertThat(Agreement.ofValues(value(0, 0), zero.ofTerms(0.01), number(DIGITS))
                            .agree())
                    .isEqualTo(part < 1);
        }
    }

    @Test
    void thePointThatIsFurthestOffIsNamed() {
        Evidence.Values a = values(Type.REAL, 3, Estimate.of(1, 0), Estimate.of(2, 0), Estimate.of(3, 0));
        Evidence.Values b = values(Type.REAL, 3, Estimate.of(1.25, 0), Estimate.of(2.5, 0), Estimate.of(3.25, 0));
        assertThat(Agreement.ofValues(a, b, number(DIGITS)))
                .isEqualTo(new Agreement(false, 0, "0.5 apart at x = 1, more than their errors explain"));
    }

    @Test
    void valuesOfAnotherShapeAreToldByTheirShapes() {
        Value column = new Value.Array(2, 1, List.of(new Value.Real(1), new Value.Real(2)));
        assertThat(Agreement.ofValues(exact(row(1, 2)), exact(column), number(DIGITS))
                        .reason())
                .isEqualTo("one is 1×2, the other 2×1");
    }

    // ---- digits

    @ParameterizedTest(name = "{0} and {1} share {2} digits")
    @CsvSource({
        "1, 1.0000005, 6",
        "1, 1.00000000005, 10",
        "1, 1.0000000000000002, 15",
        "-2e9, -2.0000004e9, 6",
        "2, 2, 16",
        "0, 0, 16",
        "1, 1.5, 0",
        "1, -1, 0",
        "1, 1.04, 1",
        "4, 4.004, 3"
    })
    void digitsAreCountedByTheLargerOfTheTwo(double one, double other, int digits) {
        assertThat(Agreement.ofValues(value(one, 0), value(other, 0), number(DIGITS))
                        .digits())
                .isEqualTo(digits);
        assertThat(Agreement.ofValues(value(other, 0), value(one, 0), number(DIGITS))
                        .digits())
                .isEqualTo(digits);
    }

    @Test
    void exactNumbersShareAllDigitsThereAre() {
        Value third = Value.Exact.of(1);
        assertThat(Agreement.ofValues(exact(third), exact(third), number(DIGITS)))
                .isEqualTo(new Agreement(true, Integer.MAX_VALUE, ""));
        assertThat(Agreement.ofValues(exact(third), value(1, 0), number(DIGITS)))
                .isEqualTo(new Agreement(true, 16, ""));
        assertThat(Agreement.ofValues(value(1, 0), exact(third), number(DIGITS)))
                .isEqualTo(new Agreement(true, 16, ""));
    }

    /** However many digits they share: 10000001 pulses are not 10000000. */
    @Test
    void otherWholeNumbersDoNotAgree() {
        Value many = Value.Exact.of(10_000_000);
        Value more = Value.Exact.of(10_000_001);
        assertThat(Agreement.ofValues(exact(many), exact(more), number(DIGITS)).agree())
                .isFalse();
        assertThat(Agreement.ofValues(exact(many), exact(many), number(DIGITS)).agree())
                .isTrue();
        assertThat(Agreement.ofValues(exact(many), value(10_000_001, 0), number(DIGITS))
                        .agree())
                .isTrue();
    }

    // ---- what an author says of a route

    /** Both routes may be as far off as their authors say, though no further than an answer may be. */
    @Test
    void whatTwoAuthorsSayAddsUpToTheToleranceAtMost() {
        Answer percent = number(new Tolerance.Relative(0.01));
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            boolean agree = part < 1;
            assertThat(Agreement.ofValues(
                                    value(100, 0).within(0.2),
                                    value(100 - part, 0).within(0.3),
                                    percent)
                            .agree())
                    .isEqualTo(agree);
            assertThat(Agreement.ofValues(
                                    value(100, 0).within(5),
                                    value(100 - part, 0).within(5),
                                    percent)
                            .agree())
                    .isEqualTo(agree);
            assertThat(Agreement.ofValues(
                                    value(100, 0).within(0.1),
                                    value(100 - 0.6 * part, 0).within(0.1),
                                    percent)
                            .agree())
                    .isEqualTo(agree);
        }
    }

    /** Of options one is chosen, and the accuracy of the values is told by them. */
    @Test
    void whereOptionsAreOfferedTheAccuracyOfARouteIsNotBoundedByTheDigitsOfTheValue() {
        Option option = new Option("A", Template.EMPTY, Sheet.of().read("100"));
        Answer choice = new Answer.OneOf(List.of(option), DIGITS, List.of());
        assertThat(Agreement.ofValues(value(100, 0).within(2), value(101, 0), choice)
                        .agree())
                .isTrue();
        assertThat(Agreement.ofValues(value(100, 0).within(2), value(102.1, 0), choice)
                        .agree())
                .isFalse();
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            assertThat(Agreement.ofValues(
                                    value(100, 0).within(2),
                                    value(100 + part * 5, 0).within(3),
                                    choice)
                            .agree())
                    .isEqualTo(part < 1);
        }
        assertThat(Agreement.ofValues(value(100, 0).within(2), value(101, 0), number(DIGITS))
                        .agree())
                .isFalse();
    }

    @Test
    void whoIsNearlyRightIsToldHowToSaySo() {
        Answer percent = number(new Tolerance.Relative(0.01));
        assertThat(Agreement.ofValues(value(100, 0), value(100.5, 0), percent).reason())
                .isEqualTo("0.5 apart, more than their errors explain, though no more than the answer's tolerance:"
                        + " a route that is only nearly right says so, 'within: 1 %'");
        assertThat(Agreement.ofValues(value(100, 0), value(101.5, 0), percent).reason())
                .isEqualTo("1.5 apart, more than their errors explain");
    }

    // ---- several parts

    private static final List<Answer.Part> PARTS =
            List.of(new Answer.Part("gain", number(DIGITS)), new Answer.Part("delay", number(DIGITS)));

    private static Evidence.Parts parts(double gain, double delay) {
        return new Evidence.Parts(Map.of("gain", value(gain, 0), "delay", value(delay, 0)), List.of());
    }

    @Test
    void partsAgreeAsFarAsThoseThatAgreeLeast() {
        assertThat(Agreement.ofParts(parts(1, 3), parts(1.00000000005, 3.0000000003), PARTS))
                .isEqualTo(new Agreement(true, 9, ""));
        assertThat(Agreement.ofParts(parts(1, 3), parts(1.0000000005, 3), PARTS))
                .isEqualTo(new Agreement(true, 9, ""));
    }

    @Test
    void theFirstPartThatDiffersIsNamed() {
        assertThat(Agreement.ofParts(parts(1, 3), parts(1, 4), PARTS))
                .isEqualTo(new Agreement(false, -1, "delay: 1 apart, more than their errors explain"));
        assertThat(Agreement.ofParts(parts(1, 3), parts(1.5, 3), PARTS))
                .isEqualTo(new Agreement(false, -1, "gain: 0.5 apart, more than their errors explain"));
        assertThat(Agreement.ofParts(parts(1, 3), parts(1.5, 5), PARTS).reason())
                .isEqualTo("gain: 0.5 apart, more than their errors explain");
    }

    // ---- sets

    private static Agreement ofSets(Evidence.Values a, Evidence.Values b) {
        return Agreement.ofValues(a, b, new Answer.Collection("set", SET, null, DIGITS));
    }

    /** A small number beside a large one is compared by its own size. */
    @Test
    void numbersOfASetAgreeEachByItsOwnSize() {
        assertThat(ofSets(set(0, 1e-3, 1e3), set(0, 1e-3 * (1 + INSIDE * 1e-6), 1e3))
                        .agree())
                .isTrue();
        assertThat(ofSets(set(0, 1e-3, 1e3), set(0, 1e-3 * (1 + OUTSIDE * 1e-6), 1e3))
                        .agree())
                .isFalse();
        assertThat(ofSets(set(0, 1e-3, 1e3), set(0, 1e-3, 1e3 * (1 + OUTSIDE * 1e-6)))
                        .agree())
                .isFalse();
        assertThat(ofSets(set(0, 1, 2), set(0, 1.00000000005, 2)).digits()).isEqualTo(10);
    }

    @Test
    void setsOfOtherNumbersOfNumbersDiffer() {
        assertThat(ofSets(set(0, 1, 2), set(0, 1, 2, 3)))
                .isEqualTo(new Agreement(false, -1, "one is {1, 2}, the other {1, 2, 3}"));
        assertThat(ofSets(set(0, 1, 2, 3), set(0, 1, 2)).agree()).isFalse();
    }
}
