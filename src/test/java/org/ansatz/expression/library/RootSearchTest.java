package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.interval.Interval;
import org.ansatz.quantity.NoValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roots that are looked for by samples: what tells a root from a jump, and how wrong it may be. Each number from both sides. */
class RootSearchTest {

    private static Estimate root(DoubleUnaryOperator f, double low, double high) {
        return RootSearch.onlyRoot(new RootSearch.Sampled(f, x -> 0, low, high));
    }

    private static double at(Estimate root) {
        return Arithmetic.real(root.value());
    }

    // ---- jumps

    /** However small a jump is beside what the function is at the next points of the grid. */
    @ParameterizedTest
    @ValueSource(doubles = {1e3, 1, 1e-2, 1e-4, 1e-6, 1e-9})
    void aJumpIsNoRootHoweverSmall(double jump) {
        for (double at : new double[] {0.3, 1 / 3.0, 0.0077}) {
            DoubleUnaryOperator f = x -> x - at + (x > at ? jump : -jump);
            for (List<Interval> breaks : List.of(List.<Interval>of(), List.of(Interval.of(at)))) {
                RootSearch.Sampled up = new RootSearch.Sampled(f, x -> 1e-16, 0, 1);
                assertThatThrownBy(() -> RootSearch.onlyRoot(up, breaks)).hasMessageContaining("at a pole or a jump");
                RootSearch.Sampled down = new RootSearch.Sampled(x -> -f.applyAsDouble(x), x -> 1e-16, 0, 1);
                assertThatThrownBy(() -> RootSearch.onlyRoot(down, breaks)).hasMessageContaining("at a pole or a jump");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "root(max(t*x for t in 0..1) - 0.3 + if(x > 0.3, 1e-4, -1e-4) for x in 0..1)",
                "root(max(t*x for t in 0..1) - 0.3 + if(x > 0.3, 1e-9, -1e-9) for x in 0..1)",
                "root(1/(max(t*x for t in 0..1) - 0.3) for x in 0..1)"
            })
    void aFormulaThatJumpsOverZeroHasNoRootThere(String formula) {
        assertThat(Sheet.of().fault(formula).message()).contains("at a pole or a jump");
    }

    @Test
    void ofAJumpFromZeroItIsNotKnownWhetherItStartsThere() {
        assertThatThrownBy(() -> root(x -> x < 0.3 ? x - 0.3 : 1, 0, 1)).hasMessageContaining("is not seen");
        assertThatThrownBy(() -> root(x -> x > 0.3 ? x - 0.3 : -1, 0, 1)).hasMessageContaining("is not seen");
        RootSearch.Sampled reached = new RootSearch.Sampled(x -> x <= 0.3 ? x - 0.3 : 1, x -> 0, 0, 1);
        assertThat(RootSearch.onlyRoot(reached, List.of(Interval.of(0.3)))).isEqualTo(Estimate.of(0.3, 0));
    }

    /** A step to both sides that grows a thousand widths away: by less than a thousandth it keeps away from zero. */
    @ParameterizedTest
    @CsvSource({"0.5, true", "1, true", "1.001, true", "1.0011, false", "1.1, false"})
    void whatGrowsByAThousandthComesFromZero(double grown, boolean isJump) {
        double near = 0x1p9 * Math.ulp(0.3);
        DoubleUnaryOperator f = x -> (Math.abs(x - 0.3) < near ? 1 : grown) * (x > 0.3 ? 1 : -1);
        assertJump(f, x -> 0, isJump);
    }

    /** What is no larger than sixteen times its rounding may be nothing else, and no jump. */
    @ParameterizedTest
    @CsvSource({"15.9, false", "16, false", "16.1, true"})
    void aJumpIsLargerThanSixteenRoundings(double size, boolean isJump) {
        assertJump(x -> x > 0.3 ? size : -size, x -> 1, isJump);
        assertJump(x -> x > 0.3 ? -size : size, x -> 1, isJump);
    }

    /** Simulated errors of one point may be alike: those of eight on each side count, the nearest of which is a thousand widths away. */
    @Test
    void roundingsAreThoseOfTheRoughestPointAround() {
        double away = 0x1p10 * 2 * Math.ulp(0.3);
        for (double side : new double[] {1, -1}) {
            for (double k : new double[] {1, 2, 8}) {
                double rough = 0.3 + side * k * away;
                assertJump(x -> x > 0.3 ? 1 : -1, x -> Math.abs(x - rough) < away / 3 ? 1 : 0, false);
            }
            double beyond = 0.3 + side * 9 * away;
            assertJump(x -> x > 0.3 ? 1 : -1, x -> Math.abs(x - beyond) < away / 3 ? 1 : 0, true);
            assertJump(x -> x > 0.3 ? 1 : -1, x -> Math.abs(x - 0.3) < away / 2 ? 1 : 0, true);
        }
    }

    /** Next to an end of the interval only the other side is seen, and nothing outside is asked for. */
    @Test
    void besideAnEndTheOtherSideIsSeen() {
        for (double at : new double[] {1 + 0x1p-48, 3 - 0x1p-47}) {
            DoubleUnaryOperator jump = x -> {
                assertThat(x).isBetween(1.0, 3.0);
                return x > at ? 1 : -1;
            };
            DoubleUnaryOperator roundings = x -> {
                assertThat(x).isBetween(1.0, 3.0);
                return 0;
            };
            assertThatThrownBy(() -> RootSearch.onlyRoot(new RootSearch.Sampled(jump, roundings, 1, 3)))
                    .hasMessageContaining("is not seen");
        }
    }

    private static void assertJump(DoubleUnaryOperator f, DoubleUnaryOperator roundings, boolean isJump) {
        RootSearch.Sampled sampled = new RootSearch.Sampled(f, roundings, 0, 1);
        if (isJump) {
            assertThatThrownBy(() -> RootSearch.onlyRoot(sampled)).hasMessageContaining("at a pole or a jump");
        } else {
            assertThat(at(RootSearch.onlyRoot(sampled))).isCloseTo(0.3, within(1e-15));
        }
    }

    // ---- roots

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 1 / 3.0, 1, 3, 9})
    void aRootOfAnyOrderIsFound(double power) {
        for (double at : new double[] {0.3, 1 / 7.0, 0.9999}) {
            Estimate root = root(x -> Math.signum(x - at) * Math.pow(Math.abs(x - at), power), 0, 1);
            assertThat(Math.abs(at(root) - at)).isLessThanOrEqualTo(Math.max(root.error(), Math.ulp(at)));
            assertThat(root.error()).isLessThanOrEqualTo(4 * Math.ulp(at));
        }
    }

    /** A straight line from one end to the other, and one that is met at a point of the grid. */
    @Test
    void aRootAtAPointThatIsLookedAtIsExact() {
        for (double at : new double[] {0, 0.25, 1}) {
            assertThat(root(x -> x - at, 0, 1)).isEqualTo(Estimate.of(at, 0));
            assertThat(root(x -> at - x, 0, 1)).isEqualTo(Estimate.of(at, 0));
        }
        Estimate between = root(x -> x - 0.3, 0, 1);
        assertThat(at(between)).isEqualTo(0.3);
        assertThat(between.error()).isBetween(Math.ulp(0.3), 4 * Math.ulp(0.3));
    }

    @Test
    void aRootNextToAnEndIsFound() {
        for (int i = 1; i < 40; i++) {
            double at = 1 + i * Math.ulp(1.0);
            assertThat(at(root(x -> x - at, 1, 3))).isCloseTo(at, within(Math.ulp(1.0)));
            double below = 1 - i * Math.ulp(0.5);
            assertThat(at(root(x -> x - below, 0.2, 1))).isCloseTo(below, within(Math.ulp(1.0)));
        }
    }

    /** However the function bends, no more than one value over those of a bisection is asked for. */
    @Test
    void noMoreValuesAreAskedForThanByBisection() {
        for (DoubleUnaryOperator f : List.<DoubleUnaryOperator>of(
                x -> Math.expm1(500 * (x - 0.7123)),
                x -> -Math.expm1(500 * (0.7123 - x)),
                x -> Math.cbrt(x - 0.7123),
                x -> Math.pow(x - 0.7123, 9),
                x -> Math.atan(1e9 * (x - 0.7123)),
                x -> x - 0.7123,
                x -> Math.sin(x - 0.7123) + 1e-3 * (x - 0.7123))) {
            int[] calls = {0};
            Estimate root = root(
                    x -> {
                        calls[0]++;
                        return f.applyAsDouble(x);
                    },
                    0,
                    1);
            assertThat(calls[0]).isLessThanOrEqualTo(257 + 48 + 2);
            assertThat(at(root)).isCloseTo(0.7123, within(2 * Math.ulp(0.7123)));
        }
    }

    /** A straight line is met by the secant at once, and a smooth curve in far fewer steps than by bisection. */
    @Test
    void aSmoothFunctionTakesFewSteps() {
        for (double at : new double[] {0.3, 0.7123, 0.9017}) {
            int[] calls = {0};
            root(
                    x -> {
                        calls[0]++;
                        return Math.exp(x) - Math.exp(at);
                    },
                    0,
                    1);
            assertThat(calls[0]).isLessThanOrEqualTo(257 + 14);
        }
    }

    /** Sums and products of what is looked at may be larger than any double. */
    @Test
    void aRootIsFoundAmongNumbersOfAnySize() {
        assertIsAt(root(x -> x - 1.5e308, 1e308, 1.7e308), 1.5e308);
        assertIsAt(root(x -> 1.5e308 - x, 1e308, 1.7e308), 1.5e308);
        assertIsAt(root(x -> x / 4 + 0.3e308, -1.7e308, 1.7e308), -1.2e308);
        assertIsAt(root(x -> 1e299 * (x - 3.1e9), 1e9, 9e9), 3.1e9);
        assertIsAt(root(x -> -1e299 * (x - 3.1e9), 1e9, 9e9), 3.1e9);
        assertIsAt(root(x -> 1e-280 * (x - 3.1e-9), 1e-9, 9e-9), 3.1e-9);
        assertIsAt(root(x -> Math.copySign(1e308, x - 0.3) * Math.abs(x - 0.3), 0, 1), 0.3);
    }

    private static void assertIsAt(Estimate root, double expected) {
        double ulp = Math.ulp(expected);
        assertThat(Math.abs(at(root) - expected)).isLessThanOrEqualTo(Math.max(root.error(), ulp));
        assertThat(root.error())
                .isLessThanOrEqualTo(8 * ulp); // two of the upper end, whose roundings are up to four times larger
    }

    /** Points that are no more than four roundings apart are one: a kink that rounding takes over zero is no second root. */
    @ParameterizedTest
    @CsvSource({"4, false", "5, true"})
    void pointsWithinFourRoundingsAreOne(int apart, boolean areTwo) {
        double first = 0.3;
        double second = first + apart * Math.ulp(first);
        DoubleUnaryOperator f = x -> x < first ? -1 : x == first ? 1 : x < second ? -1 : x == second ? -1 : 1;
        RootSearch.Sampled sampled = new RootSearch.Sampled(f, x -> 1, 0, 1);
        List<Interval> places = List.of(new Interval(first, second));
        if (areTwo) {
            assertThatThrownBy(() -> RootSearch.onlyRoot(sampled, places)).hasMessageContaining("two roots");
        } else {
            assertThat(at(RootSearch.onlyRoot(sampled, places))).isCloseTo(0.3, within(1e-15));
        }
    }

    @Test
    void aFunctionWithTooManyBreaksIsLookedAtOnTheGrid() {
        List<Interval> breaks = new java.util.ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            breaks.add(Interval.of(0.1 + i * 1e-4));
        }
        assertThat(RootSearch.points(0, 1, breaks).length).isGreaterThan(2000);
        breaks.add(Interval.of(0.5001));
        assertThat(RootSearch.points(0, 1, breaks)).hasSize(257);
    }

    @Test
    void severalRootsAreNamedWithWhereTheyAre() {
        assertThatThrownBy(() -> root(x -> (x - 0.3) * (x - 0.7), 0, 1))
                .hasMessage(
                        "samples show two roots, near 0.3 and near 0.7: narrow the interval to the one that is meant");
        assertThatThrownBy(() -> root(x -> (x - 0.25) * (x - 0.75), 0, 1))
                .hasMessageContaining("near 0.25 and near 0.75:");
        assertThatThrownBy(() -> root(x -> Math.max(0, x - 0.3), 0, 1))
                .hasMessageContaining("zero on a whole part of the interval, from 0 on");
        assertThatThrownBy(() -> root(x -> Math.max(0, 0.3 - x), 0, 1)).hasMessageContaining("zero on a whole part");
        assertThatThrownBy(() -> root(x -> (x - 0.2495) * (x - 0.2505), 0, 1))
                .hasMessageContaining("near 0.2495 and near 0.2505, or one that is only touched");
        assertThat(root(x -> Math.abs(x - 0.25), 0, 1)).isEqualTo(Estimate.of(0.25, 0));
        assertThatThrownBy(() -> root(x -> x * (x - 0.25), 0, 1)).hasMessageContaining("near 0 and near 0.25:");
        assertThatThrownBy(() -> root(x -> x * x + 1, 0, 1))
                .isInstanceOf(NoValue.class)
                .hasMessageContaining("no root between 0 and 1 was met");
    }

    // ---- how far it may be

    /** 2x − 0.6, known to 0.02, may be zero from 0.29 to 0.31; the reach is doubled until the sign is known, or the end is met. */
    @Test
    void aRootMayLieWhereTheSignIsHidden() {
        Estimate root = Estimate.of(0.3, 0.001);
        assertThat(RootSearch.within(x -> 2 * x - 0.6, root, 0.02, 0, 1)).isCloseTo(0.016, within(1e-12));
        assertThat(RootSearch.within(x -> 0.6 - 2 * x, root, 0.0039, 0, 1)).isCloseTo(0.002, within(1e-12));
        assertThat(RootSearch.within(x -> 2 * x - 0.6, root, 0.0019, 0, 1)).isEqualTo(0.001);
        assertThat(RootSearch.within(x -> 0.5, root, 1, 0, 1)).isEqualTo(0.7);
        assertThat(RootSearch.within(x -> 0.5, root, 1, -0.5, 1)).isEqualTo(0.8);
        assertThat(RootSearch.within(x -> x < 0.3 ? 0 : 5, root, 1, 0, 0.5)).isCloseTo(0.3, within(1e-12));
        assertThat(RootSearch.within(x -> x > 0.3 ? 0 : 5, root, 1, 0, 0.5)).isCloseTo(0.256, within(1e-12));
        assertThat(RootSearch.within(
                        x -> {
                            if (x > 0.31) {
                                throw new NoValue("nothing there");
                            }
                            return 2 * x - 0.6;
                        },
                        root,
                        0.02,
                        0,
                        0.5))
                .isCloseTo(0.256, within(1e-12));
        assertThat(RootSearch.within(x -> 2 * x - 0.6, Estimate.of(0.3, 0), 0, 0, 1))
                .isEqualTo(Math.ulp(0.3));
    }

    // ---- points

    @Test
    void breaksAndWhatLiesBetweenThemAreLookedAt() {
        double[] points =
                RootSearch.points(0, 1, List.of(new Interval(0.301, 0.302), Interval.of(0.3035), Interval.of(2)));
        assertThat(points).contains(0, 1 / 256.0, 0.1505, 0.301, 0.302, (0.302 + 0.3035) / 2, 0.3035, 1);
        assertThat(points).isSorted().doesNotHaveDuplicates();
        assertThat(points[points.length - 1]).isEqualTo(1);
        double[] far = RootSearch.points(-1.7e308, 1.7e308, List.of());
        assertThat(far).hasSize(257).isSorted();
        assertThat(far[128]).isZero();
    }
}
