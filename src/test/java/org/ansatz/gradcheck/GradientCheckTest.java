package org.ansatz.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Right and wrong gradients of least squares, (1/m)·‖XW − Y‖², with X of m × n and W of n × k. */
class GradientCheckTest {

    private static final int M = 7;
    private static final int N = 3;
    private static final int K = 3;

    private final double[] x = new Random(1).doubles(M * N, -1, 1).toArray();
    private final double[] y = new Random(2).doubles(M * K, -1, 1).toArray();
    private final double[] w = new Random(3).doubles(N * K, -1, 1).toArray();
    private final GradientCheck check =
            GradientCheck.of(this::loss, w, N, K).knowing("m", M).knowing("n", N);
    private final double[] right = gradient();

    private double residual(double[] at, int i, int c) {
        double sum = -y[i * K + c];
        for (int j = 0; j < N; j++) {
            sum += x[i * N + j] * at[j * K + c];
        }
        return sum;
    }

    private double loss(double[] at) {
        double sum = 0;
        for (int i = 0; i < M; i++) {
            for (int c = 0; c < K; c++) {
                sum += residual(at, i, c) * residual(at, i, c);
            }
        }
        return sum / M;
    }

    private double[] gradient() {
        double[] gradient = new double[N * K];
        for (int i = 0; i < M; i++) {
            for (int j = 0; j < N; j++) {
                for (int c = 0; c < K; c++) {
                    gradient[j * K + c] += 2 * x[i * N + j] * residual(w, i, c) / M;
                }
            }
        }
        return gradient;
    }

    private static double[] times(double[] numbers, double factor) {
        return Arrays.stream(numbers).map(number -> number * factor).toArray();
    }

    private Report.Differs wrong(double[] claimed) {
        Report report = check.full(claimed);
        assertThat(report).isInstanceOf(Report.Differs.class);
        return (Report.Differs) report;
    }

    @Test
    void theRightGradientAgrees() {
        Report.Agrees full = (Report.Agrees) check.full(right);
        assertThat(full.worst()).isLessThan(1e-10);
        assertThat(full.resolution()).isLessThan(1e-8);
        assertThat(full.order()).isCloseTo(2, within(0.1));
        assertThat(((Report.Agrees) check.fast(right, 1)).worst()).isLessThan(1e-10);
    }

    @Test
    void oneWrongEntryIsFoundByBothModes() {
        for (int i = 0; i < N * K; i++) {
            double[] claimed = right.clone();
            claimed[i] *= 1.001;
            Report.Differs full = wrong(claimed);
            assertThat(full.worst().row() * K + full.worst().column()).isEqualTo(i);
            assertThat(full.worst().factor()).isCloseTo(1.001, within(1e-9));
            assertThat(full.wrong()).isEqualTo(1);
            assertThat(full.likeness()).isEqualTo(new Likeness.OneEntry(i / K, i % K));
            assertThat(full.order()).isCloseTo(1, within(0.1));
            Report.Differs fast = (Report.Differs) check.fast(claimed, 5);
            assertThat(fast.worst().row() * K + fast.worst().column()).isEqualTo(i);
        }
    }

    @Test
    void aMissingFactorIsNamed() {
        assertScaled(M, "m");
        assertScaled(1.0 / M, "1/m");
        assertScaled(0.5, "1/2");
        assertScaled(-1, "-1");
        assertScaled(-2.0 * N, "-2*n");
        assertScaled(1.23, null);
    }

    private void assertScaled(double factor, @Nullable String name) {
        Likeness.Scaled likeness = (Likeness.Scaled) wrong(times(right, factor)).likeness();
        assertThat(likeness.factor()).isCloseTo(factor, within(1e-9 * Math.abs(factor)));
        assertThat(likeness.name()).isEqualTo(name);
    }

    @Test
    void aTransposedGradientIsRecognised() {
        double[] transposed = new double[N * K];
        for (int i = 0; i < N * K; i++) {
            transposed[i % K * N + i / K] = -right[i];
        }
        Likeness.Scaled likeness = ((Likeness.Transposed) wrong(transposed).likeness()).scaled();
        assertThat(likeness.factor()).isCloseTo(-1, within(1e-9));
        assertThat(likeness.name()).isEqualTo("-1");
    }

    @Test
    void linesOfAMatrixAreRecognised() {
        double[] row = right.clone();
        double[] column = right.clone();
        double[] byRow = right.clone();
        double[] byColumn = right.clone();
        for (int i = 0; i < K; i++) {
            row[K + i] += 0.1 * (i + 1);
            column[i * K + 2] += 0.1 * (i + 1);
        }
        for (int i = 0; i < N * K; i++) {
            byRow[i] *= 1 + i / K;
            byColumn[i] *= 1 + i % K;
        }
        assertThat(wrong(row).likeness()).isEqualTo(new Likeness.OneRow(1));
        assertThat(wrong(column).likeness()).isEqualTo(new Likeness.OneColumn(2));
        assertThat(((Likeness.RowFactors) wrong(byRow).likeness()).factors().get(2))
                .isCloseTo(3, within(1e-8));
        assertThat(((Likeness.ColumnFactors) wrong(byColumn).likeness())
                        .factors()
                        .get(1))
                .isCloseTo(2, within(1e-8));
        assertThat(wrong(times(x, 1, N * K)).likeness()).isEqualTo(new Likeness.None());
    }

    private static double[] times(double[] numbers, double factor, int length) {
        return times(Arrays.copyOf(numbers, length), factor);
    }

    @Test
    void theFastModeIsFast() {
        AtomicInteger calls = new AtomicInteger();
        int n = 400;
        double[] at = new Random(4).doubles(n, -1, 1).toArray();
        ScalarField field = v -> {
            calls.incrementAndGet();
            return Arrays.stream(v).map(Math::exp).sum();
        };
        double[] gradient = Arrays.stream(at).map(Math::exp).toArray();
        GradientCheck many = GradientCheck.of(field, at);
        assertThat(many.fast(gradient, 1)).isInstanceOf(Report.Agrees.class);
        assertThat(calls.get()).isLessThan(150);
        gradient[123] *= 1.01;
        Report.Differs found = (Report.Differs) many.fast(gradient, 1);
        assertThat(found.worst().row()).isEqualTo(123);
        assertThat(calls.get()).isLessThan(1000);
    }

    @Test
    void atAKinkASubgradientIsToldFromAWrongNumber() {
        ScalarField field = v -> Math.abs(v[0]) + Math.max(v[1], 0) + Math.max(v[2], v[3]) + v[4] * v[4];
        double[] at = {0, 0, 2, 2, 3};
        GradientCheck kinked = GradientCheck.of(field, at);
        Report.AtKink kink = (Report.AtKink) kinked.full(new double[] {0, 0, 0.5, 0.5, 6});
        assertThat(kink.isSubgradient()).isTrue();
        Report.AtKink off = (Report.AtKink) kinked.full(new double[] {0, 0, 2, 0.5, 6});
        assertThat(off.isSubgradient()).isFalse();
        assertThat(off.row()).isEqualTo(2);
        assertThat(off.kink().left()).isCloseTo(0, within(1e-9));
        assertThat(off.kink().right()).isCloseTo(1, within(1e-9));
        Report.Differs smooth = (Report.Differs) kinked.full(new double[] {0, 0, 0.5, 0.5, 5});
        assertThat(smooth.worst().row()).isEqualTo(4);
        assertThat(kinked.fast(new double[] {0, 0, 0.5, 0.5, 6}, 1)).isInstanceOf(Report.AtKink.class);
    }

    @Test
    void functionsOfAnyScaleAreChecked() {
        for (double scale : new double[] {1e-250, 1e-12, 1, 1e12, 1e250}) {
            ScalarField field = v -> scale * (Math.sin(v[0]) + v[1] * v[1] / 1e12);
            double[] gradient = {scale * Math.cos(0.4), scale * 2e6 / 1e12};
            GradientCheck scaled = GradientCheck.of(field, 0.4, 1e6);
            assertThat(scaled.full(gradient)).as("scale " + scale).isInstanceOf(Report.Agrees.class);
            gradient[1] *= 1.1;
            assertThat(scaled.full(gradient)).as("scale " + scale).isInstanceOf(Report.Differs.class);
        }
    }

    @Test
    void whatHasNoValueSaysWhy() {
        assertThat(GradientCheck.of(v -> Math.log(v[0]), -1).full(new double[] {1}))
                .isEqualTo(new Report.Undecided("the function has no value at the point: it is NaN"));
        assertThat(GradientCheck.of(v -> v[0], Double.NaN).fast(new double[] {1}, 1))
                .isEqualTo(new Report.Undecided("the point has an entry NaN"));
        assertThat(GradientCheck.of(v -> v[0] + Math.sqrt(v[1]), 1, 0).full(new double[] {1, 1}))
                .asString()
                .contains("entry 2, 1: the function has values only on one side");
        Report.Differs differs = (Report.Differs) check.full(times(right, Double.NaN));
        assertThat(differs.worst().claimed()).isNaN();
        assertThat(check.fast(times(right, Double.NaN), 1)).isInstanceOf(Report.Differs.class);
        assertThatThrownBy(() -> check.full(new double[2])).hasMessage("a gradient of 2 numbers, by 3 × 3 entries");
        assertThatThrownBy(() -> GradientCheck.of(v -> 0, new double[5], 2, 3)).hasMessage("5 numbers for 2 × 3");
        assertThatThrownBy(() -> Likeness.of(new double[2], new double[3], 1, 3, 1e-6, Map.of()))
                .hasMessage("2 numbers claimed and 3 right ones for 1 × 3");
    }

    @Test
    void whatIsFlatAgreesWithZero() {
        assertThat(GradientCheck.of(v -> 5, 1, 2).full(new double[] {0, 0})).isInstanceOf(Report.Agrees.class);
        assertThat(GradientCheck.of(v -> v[0] * v[0] + 3, 0).full(new double[] {0}))
                .isInstanceOf(Report.Agrees.class);
        assertThat(GradientCheck.of(v -> v[0] * v[0] + 3, 0).full(new double[] {1e-3}))
                .isInstanceOf(Report.Differs.class);
    }

    @Test
    void noiseThatHidesAMistakeIsNotCalledAgreement() {
        ScalarField coarse = v -> (double) (float) Math.sin(v[0]);
        Report report = GradientCheck.of(coarse, 0.5).tolerating(1e-9).full(new double[] {Math.cos(0.5)});
        assertThat(report).isNotInstanceOf(Report.Agrees.class);
    }

    @Test
    void aFastSineIsNotSteppedOver() {
        GradientCheck fast = GradientCheck.of(v -> v[0] + Math.sin(2 * Math.PI * 1024 * v[0]) + v[1] * v[1], 0, 1);
        double steep = 1 + 2 * Math.PI * 1024;
        assertThat(fast.full(new double[] {1, 2})).isInstanceOf(Report.Differs.class);
        assertThat(fast.full(new double[] {steep, 2})).isInstanceOf(Report.Agrees.class);
        assertThat(fast.fast(new double[] {1, 2}, 1)).isInstanceOf(Report.Differs.class);
    }

    /** Next to a large value rounding hides small slopes, and mistakes in them: what is not flat is not measured by the value. */
    @Test
    void aLargeValueMakesNoWrongSlopeRight() {
        for (double value : new double[] {1e8, -1e8, 1e12}) {
            GradientCheck large = GradientCheck.of(v -> value + v[0] * v[0], 1);
            for (double claimed : new double[] {2.000001, 2.00001, 2.001, 2.1, 0, -2, 3}) {
                double[] gradient = {claimed};
                assertThat(large.full(gradient)).as(value + ", " + claimed).isNotInstanceOf(Report.Agrees.class);
                assertThat(large.fast(gradient, 1)).as(value + ", " + claimed).isNotInstanceOf(Report.Agrees.class);
            }
            assertThat(large.full(new double[] {2})).isInstanceOf(Report.Undecided.class);
            assertThat(large.full(new double[] {3})).isInstanceOf(Report.Differs.class);
        }
        GradientCheck fair = GradientCheck.of(v -> 1e5 + v[0] * v[0], 1);
        assertThat(fair.full(new double[] {2})).isInstanceOf(Report.Agrees.class);
        assertThat(fair.full(new double[] {2.00001})).isInstanceOf(Report.Differs.class);
    }

    @Test
    void whatIsFlatNextToALargeValueAgreesWithZeroAlone() {
        GradientCheck flat = GradientCheck.of(v -> 1e8 + 5 * v[0], 1, 1);
        assertThat(GradientCheck.of(v -> 1e12, 1).full(new double[] {0})).isInstanceOf(Report.Agrees.class);
        assertThat(GradientCheck.of(v -> 1e12, 1).full(new double[] {0.1})).isNotInstanceOf(Report.Agrees.class);
        assertThat(flat.tolerating(1e-5).full(new double[] {5, 0})).isInstanceOf(Report.Agrees.class);
        assertThat(flat.tolerating(1e-5).full(new double[] {5, 1e-5})).isNotInstanceOf(Report.Agrees.class);
    }

    /** Where four times the error is more than is tolerated, a claim in between is neither right nor wrong. */
    @Test
    void aDifferenceThatTheErrorExplainsIsNotToldBeyondTheTolerance() {
        ScalarField field = v -> 1e7 + v[0] * v[0];
        Slope.Smooth slope = (Slope.Smooth) GradientCheck.of(field, 1).slopes().get(0);
        GradientCheck check = GradientCheck.of(field, 1).tolerating(slope.error());
        assertThat(check.full(new double[] {2 + slope.error()})).isInstanceOf(Report.Agrees.class);
        assertThat(check.full(new double[] {2 + 3 * slope.error()})).isInstanceOf(Report.Undecided.class);
        assertThat(check.full(new double[] {2 + 5 * slope.error()})).isInstanceOf(Report.Differs.class);
    }
}
