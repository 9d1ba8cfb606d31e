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

    @Test
    void severalRootsAreNamedWithWhereTheyAre() {
        assertThatThrownBy(() -> root(x -> (x - 0.3) * (x - 0.7), 0, 1))
                .hasMessage(
                        "samples show two roots, near 0.3 and near 0.7: narrow the interval to the one that is meant");
        assertThatThrownBy(() -> root(x -> (x - 0.25) * (x - 0.75), 0, 1))
                .hasMessageContaining("near 0.25 and near 0.75:");
        assertThatThrownBy(() -> root(x -> Math.max(0, x - 0.3), 0, 1))
                .hasMessageContaining("zero on a whole part of the interval, from 0 on");
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
