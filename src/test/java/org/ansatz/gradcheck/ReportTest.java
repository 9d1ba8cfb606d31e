package org.ansatz.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the report of a check says in numbers: how wrong, where, and how well it could be seen. */
class ReportTest {

    /** Slopes −400, 30, 2, −1 and 0.001 … of a sum of squares, in a matrix of 2 × 3. */
    private static final double[] RIGHT = {-400, 30, 2, -1, 1e-3, 0};

    private static final double[] POINT =
            Arrays.stream(RIGHT).map(slope -> slope / 2).toArray();

    private static double squares(double[] x) {
        return Arrays.stream(x).map(v -> v * v).sum();
    }

    private static final GradientCheck CHECK = GradientCheck.of(ReportTest::squares, POINT, 2, 3);

    private static double[] with(int i, double by) {
        double[] claimed = RIGHT.clone();
        claimed[i] += by;
        return claimed;
    }

    private static Report full(double... claimed) {
        return CHECK.full(claimed);
    }

    @Test
    void theWorstDifferenceIsRelativeToTheSlopeOrAThousandthOfTheLargest() {
        assertThat(((Report.Agrees) full(with(0, 2e-4))).worst()).isCloseTo(5e-7, within(1e-9));
        assertThat(((Report.Agrees) full(with(0, -2e-4))).worst()).isCloseTo(5e-7, within(1e-9));
        assertThat(((Report.Agrees) full(with(3, 5e-7))).worst()).isCloseTo(5e-7, within(1e-9));
        // 40 001 is the value, and 400 the largest slope: a thousandth of the value is the measure of what is smaller.
        assertThat(((Report.Agrees) full(with(3, 5e-7))).resolution()).isLessThan(1e-8);
        assertThat(((Report.Agrees) full(RIGHT)).worst()).isLessThan(1e-9);
    }

    @Test
    void theEntryThatIsFarthestOffIsTheWorst() {
        double[] claimed = RIGHT.clone();
        claimed[1] = 31;
        claimed[2] = -3;
        claimed[3] = 2;
        Report.Differs differs = (Report.Differs) full(claimed);
        assertThat(differs.wrong()).isEqualTo(3);
        assertThat(differs.worst().row()).isZero();
        assertThat(differs.worst().column()).isEqualTo(2);
        assertThat(differs.worst().found()).isCloseTo(2, within(1e-6));
        claimed[3] = -20;
        assertThat(((Report.Differs) full(claimed)).worst().row()).isEqualTo(1);
        claimed[2] = Double.NaN;
        assertThat(((Report.Differs) full(claimed)).worst().claimed()).isNaN();
        claimed[4] = 1e9;
        assertThat(((Report.Differs) full(claimed)).worst().claimed()).isNaN();
    }

    @Test
    void whatIsOffByMoreThanToleratedIsWrongAndByLessIsNot() {
        assertThat(full(with(0, 5e-4))).isInstanceOf(Report.Differs.class);
        assertThat(full(with(0, -5e-4))).isInstanceOf(Report.Differs.class);
        assertThat(full(with(1, 2e-5))).isInstanceOf(Report.Agrees.class);
        assertThat(full(with(1, 4e-5))).isInstanceOf(Report.Differs.class);
        assertThat(CHECK.tolerating(1e-4).full(with(0, 5e-4))).isInstanceOf(Report.Agrees.class);
        assertThat(CHECK.tolerating(1e-4).full(with(0, 0.05))).isInstanceOf(Report.Differs.class);
        assertThatThrownBy(() -> CHECK.tolerating(0)).hasMessage("a tolerance of 0.0");
        assertThatThrownBy(() -> CHECK.tolerating(-1)).hasMessage("a tolerance of -1.0");
        assertThatThrownBy(() -> CHECK.tolerating(Double.NaN)).hasMessage("a tolerance of NaN");
    }

    @Test
    void aMatrixHasRowsAndColumns() {
        assertThatThrownBy(() -> GradientCheck.of(v -> 0, new double[0], 0, 3)).hasMessage("0 numbers for 0 × 3");
        assertThatThrownBy(() -> GradientCheck.of(v -> 0, new double[0], 3, 0)).hasMessage("0 numbers for 3 × 0");
        assertThat(GradientCheck.of(v -> v[0], 1).full(new double[] {1})).isInstanceOf(Report.Agrees.class);
    }

    @Test
    void whatDifferencesCannotSeeIsUndecidedAndSaysWhereAndHowWell() {
        Random random = new Random(8);
        ScalarField noisy = v -> v[0] + v[1] + v[2] + v[3] + 1e-5 * v[5] * random.nextGaussian();
        GradientCheck check = GradientCheck.of(noisy, new double[] {0, 0, 0, 0, 0, 1}, 2, 3);
        Report.Undecided report = (Report.Undecided) check.full(new double[] {1, 1, 1, 1, 0, 0});
        assertThat(report.reason()).matches("entry 1, 1: differences are good to \\S+ only, of a slope of \\S+");
        ScalarField last =
                v -> v[0] + v[1] + v[2] + v[3] + v[4] + (v[5] == 0 ? 0 : v[5] + 1e-5 * random.nextGaussian());
        GradientCheck lastOnly = GradientCheck.of(last, new double[6], 2, 3);
        assertThat(lastOnly.full(new double[] {1, 1, 1, 1, 1, 1})).asString().contains("entry 2, 3: ");
    }

    @Test
    void whereSeveralEntriesHaveNoSlopeTheFirstIsNamed() {
        ScalarField roots = v -> v[0] + Math.sqrt(v[1]) + Math.cbrt(v[2]);
        Report report = GradientCheck.of(roots, 1, 0, 0).full(new double[] {1, 1, 1});
        assertThat(report).asString().contains("entry 2, 1: the function has values only on one side");
    }

    @Test
    void ofSeveralKinksOneThatIsNoSubgradientIsReported() {
        ScalarField kinks = v -> Arrays.stream(v).map(Math::abs).sum();
        GradientCheck check = GradientCheck.of(kinks, new double[4], 2, 2);
        assertThat(place(check, 0, 0, 0, 0)).isZero();
        assertThat(place(check, 0, 2, 0, 0)).isEqualTo(1);
        assertThat(place(check, 0, 0, 2, 0)).isEqualTo(2);
        assertThat(place(check, 0, 2, 0, 3)).isEqualTo(1);
        assertThat(place(check, -3, 2, 0, 0)).isZero();
    }

    private static int place(GradientCheck check, double... claimed) {
        Report.AtKink kink = (Report.AtKink) check.full(claimed);
        assertThat(kink.claimed()).isEqualTo(claimed[kink.row() * 2 + kink.column()]);
        return kink.row() * 2 + kink.column();
    }

    @Test
    void theResolutionIsThatOfTheEntryThatIsSeenWorst() {
        double[] reversed = new double[RIGHT.length];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = RIGHT[RIGHT.length - 1 - i];
        }
        double[] point = Arrays.stream(reversed).map(slope -> slope / 2).toArray();
        Report.Agrees backwards =
                (Report.Agrees) GradientCheck.of(ReportTest::squares, point).full(reversed);
        double forwards = ((Report.Agrees) full(RIGHT)).resolution();
        assertThat(backwards.resolution()).isBetween(forwards / 2, 2 * forwards);
    }

    @Test
    void whatIsFlatHasARelativeErrorByItsValueWhateverTheSign() {
        for (double value : new double[] {5, -5}) {
            GradientCheck flat = GradientCheck.of(v -> value, 1, 2);
            Report.Agrees agrees = (Report.Agrees) flat.full(new double[2]);
            assertThat(agrees.resolution()).isLessThan(1e-6);
            assertThat(((Report.Agrees) flat.fast(new double[2], 1)).resolution())
                    .isBetween(0.0, 1e-6);
        }
    }

    @Test
    void aFunctionThatFailsAtThePointSaysWhy() {
        GradientCheck failing = GradientCheck.of(
                v -> {
                    throw new ArithmeticException("a singular matrix");
                },
                1);
        Report.Undecided undecided = new Report.Undecided("the function has no value at the point: a singular matrix");
        assertThat(failing.full(new double[] {1})).isEqualTo(undecided);
        assertThat(failing.fast(new double[] {1}, 1)).isEqualTo(undecided);
    }

    // ---- the fast mode

    @Test
    void theFastModeMeasuresAsWell() {
        double[] off = Arrays.stream(RIGHT).map(slope -> slope * (1 + 4e-7)).toArray();
        Report.Agrees agrees = (Report.Agrees) CHECK.fast(off, 3);
        assertThat(agrees.worst()).isBetween(3e-7, 6e-7);
        assertThat(agrees.resolution()).isBetween(0.0, 1e-8);
        assertThat(((Report.Agrees) CHECK.fast(RIGHT, 3)).order()).isCloseTo(2, within(0.1));
    }

    @Test
    void projectionsThatCancelAreMeasuredByTheirParts() {
        ScalarField sum = v -> Arrays.stream(v).sum();
        double[] ones = new double[30];
        Arrays.fill(ones, 1);
        GradientCheck check = GradientCheck.of(sum, new double[30]);
        for (int seed = 0; seed < 20; seed++) {
            assertThat(check.fast(ones, seed)).isInstanceOf(Report.Agrees.class);
            double[] claimed = ones.clone();
            claimed[seed] = 1 + 1e-3;
            Report.Differs differs = (Report.Differs) check.fast(claimed, seed);
            assertThat(differs.worst().row()).isEqualTo(seed);
            assertThat(differs.wrong()).isEqualTo(-1);
        }
    }

    @Test
    void whatIsNoNumberIsLookedForEntryByEntry() {
        double[] claimed = RIGHT.clone();
        claimed[4] = Double.POSITIVE_INFINITY;
        Report.Differs differs = (Report.Differs) CHECK.fast(claimed, 3);
        assertThat(differs.wrong()).isEqualTo(1);
        assertThat(differs.worst().row()).isEqualTo(1);
        assertThat(differs.likeness()).isEqualTo(new Likeness.OneEntry(1, 1));
        double[] first = with(0, Double.NaN);
        assertThat(((Report.Differs) CHECK.fast(first, 3)).wrong()).isEqualTo(1);
    }

    /** Along a direction in which the parts of a projection cancel, it is judged by the parts. */
    @Test
    void cancellationCostsNothing() {
        AtomicInteger calls = new AtomicInteger();
        ScalarField counted = v -> {
            calls.incrementAndGet();
            return Arrays.stream(v).sum();
        };
        double[] claimed = new double[30];
        for (int i = 0; i < claimed.length; i++) {
            claimed[i] = i % 2 == 0 ? 1 + 4e-7 : 1 - 4e-7;
        }
        GradientCheck check = GradientCheck.of(counted, new double[30]);
        for (int seed = 0; seed < 40; seed++) {
            assertThat(check.fast(claimed, seed)).isInstanceOf(Report.Agrees.class);
        }
        assertThat(calls.get()).isLessThan(40 * 150);
    }

    @Test
    void oneProjectionThatDiffersEndsIt() {
        AtomicInteger calls = new AtomicInteger();
        ScalarField counted = v -> {
            calls.incrementAndGet();
            return squares(v);
        };
        GradientCheck check = GradientCheck.of(counted, POINT, 2, 3);
        check.fast(RIGHT, 1);
        int right = calls.getAndSet(0);
        assertThat(right).isLessThan(200);
        check.fast(with(1, 1), 1);
        assertThat(calls.get()).isLessThan(250);
    }

    @Test
    void whatTheFastModeCannotSeeIsLeftToTheFullOne() {
        Random random = new Random(8);
        ScalarField noisy = v -> v[0] - v[1] + 1e-5 * random.nextGaussian();
        Report report = GradientCheck.of(noisy, 1, 2).fast(new double[] {1, -1}, 1);
        assertThat(report).isInstanceOf(Report.Undecided.class).asString().contains("entry 1, 1");
    }

    @Test
    void aPointOfAnySizeHasStepsOfItsSize() {
        for (double at : new double[] {1e6, -1e6, 1e-3, -1e-3}) {
            GradientCheck check = GradientCheck.of(v -> v[0] * v[0] * v[0], at);
            Report.Agrees agrees = (Report.Agrees) check.full(new double[] {3 * at * at});
            assertThat(agrees.resolution()).isLessThan(1e-9);
            GradientCheck both = GradientCheck.of(v -> Math.pow(v[0] / at, 3) + Math.pow(v[1], 3), at, 1);
            for (int seed = 0; seed < 10; seed++) {
                assertThat(both.fast(new double[] {3 / at, 3}, seed)).isInstanceOf(Report.Agrees.class);
            }
        }
    }
}
