package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.quantity.NoValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Integrals from samples against closed forms: the error covers what is wrong, and is not much more. */
class GaussKronrodTest {

    private static final double TOLERANCE = 1e-13;

    /** Two numbers that are added up, with their magnitudes; the first has a doubt. */
    private record Two(double a, double b, double sizeA, double sizeB, double doubt)
            implements GaussKronrod.Amount<Two> {
        static final Two NONE = new Two(0, 0, 0, 0, 0);

        static Two of(double a, double b, double doubt) {
            return new Two(a, b, Math.abs(a), Math.abs(b), doubt);
        }

        @Override
        public Two plus(Two other) {
            return new Two(a + other.a, b + other.b, sizeA + other.sizeA, sizeB + other.sizeB, doubt + other.doubt);
        }

        @Override
        public Two times(double weight) {
            double w = Math.abs(weight);
            return new Two(weight * a, weight * b, w * sizeA, w * sizeB, w * doubt);
        }

        @Override
        public double[] distances(Two other) {
            return new double[] {Math.abs(a - other.a), Math.abs(b - other.b)};
        }

        @Override
        public double[] sizes() {
            return new double[] {sizeA, sizeB};
        }

        @Override
        public double[] doubts() {
            return new double[] {doubt, 0};
        }
    }

    /** Counts what is asked for. */
    private static final class Counted implements GaussKronrod.Integrand<Two> {
        private final DoubleUnaryOperator a;
        private final DoubleUnaryOperator b;
        private final double doubt;
        private int asked;

        Counted(DoubleUnaryOperator a, DoubleUnaryOperator b, double doubt) {
            this.a = a;
            this.b = b;
            this.doubt = doubt;
        }

        @Override
        public Two at(double x) {
            asked++;
            return Two.of(a.applyAsDouble(x), b.applyAsDouble(x), doubt);
        }

        @Override
        public NoValue infinite(double from, double to) {
            return new NoValue("infinite in " + from + ".." + to);
        }
    }

    private static GaussKronrod.Found<Two> over(Counted integrand, double tolerance, double... ends) {
        double[][] cells = new double[ends.length - 1][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new double[] {ends[i], ends[i + 1]};
        }
        return GaussKronrod.over(Two.NONE, integrand, cells, tolerance);
    }

    private static GaussKronrod.Found<Two> over(DoubleUnaryOperator f, double... ends) {
        return over(new Counted(f, x -> 1, 0), TOLERANCE, ends);
    }

    /** A function on 0..1 and its integral. */
    private record Known(String name, DoubleUnaryOperator function, double integral) {}

    static List<Known> known() {
        double r = Math.atan(100) / 0.01;
        return List.of(
                new Known("exp", Math::exp, Math.expm1(1)),
                new Known("a wave", x -> Math.sin(40 * x), (1 - Math.cos(40)) / 40),
                new Known("a root", Math::sqrt, 2.0 / 3),
                new Known("a root at the other end", x -> Math.sqrt(1 - x), 2.0 / 3),
                new Known("a kink", x -> Math.abs(x - 1.0 / 3), 5.0 / 18),
                new Known("a jump", x -> x < 1.0 / 3 ? -1 : 2, 1),
                new Known("a peak", x -> 1 / (1e-4 + x * x), r),
                new Known("a peak inside", x -> 1 / (1e-4 + (x - 0.5) * (x - 0.5)), 2 * Math.atan(50) / 0.01),
                new Known("a logarithm", x -> Math.log(x), -1),
                new Known("an inverse root", x -> 1 / Math.sqrt(x), 2),
                new Known("what cancels", x -> Math.cos(2 * Math.PI * x), 0));
    }

    @ParameterizedTest
    @MethodSource("known")
    void theErrorCoversWhatIsWrong(Known known) {
        Counted counted = new Counted(known.function, x -> 1, 0);
        GaussKronrod.Found<Two> found = over(counted, TOLERANCE, 0, 1);
        double wrong = Math.abs(found.sum().a - known.integral);
        double rounding = 1e-14 * found.sum().sizeA;
        assertThat(wrong).as(known.name).isLessThanOrEqualTo(found.errors()[0] + rounding);
        assertThat(found.errors()[0]).as(known.name).isLessThan(3e-9 * found.sum().sizeA);
        assertThat(found.sum().b).isCloseTo(1, within(1e-13));
        assertThat(counted.asked)
                .as("15 for each of all pieces, halved ones too")
                .isEqualTo(15 * (2 * found.pieces() - 1));
    }

    /** 15 points integrate powers up to 22 exactly, and 7 up to 13: those need no halving. */
    @Test
    void powersAreExact() {
        for (int k = 0; k <= 22; k++) {
            int power = k;
            GaussKronrod.Found<Two> found = over(x -> Math.pow(x, power), 0, 1);
            assertThat(found.sum().a).as("power %d", k).isCloseTo(1.0 / (k + 1), within(2e-15));
            assertThat(found.sum().sizeA).isCloseTo(1.0 / (k + 1), within(2e-15));
            if (k <= 13) {
                assertThat(found.pieces()).as("power %d", k).isEqualTo(1);
            }
        }
        GaussKronrod.Found<Two> once = over(new Counted(x -> Math.pow(x, 24), x -> 1, 0), 1, 0, 1);
        assertThat(once.pieces()).isEqualTo(1);
        assertThat(Math.abs(once.sum().a - 0.04)).isBetween(1e-17, once.errors()[0]);
    }

    /**
     * Of x^14 the 7-point rule lacks (7!)^4/(15·14!²), 5.7e-9 (Hildebrand 1956, 8.5): 200 times that of how far x^14 is from its mean, to the
     * power 1.5, is the error; a constant beside it changes nothing.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1000})
    void theErrorIsThatOfSevenPointsToThePowerOneAndAHalf(double constant) {
        double lacking = Math.pow(5040, 4) / 15 / Math.pow(87178291200.0, 2);
        double mean = 1.0 / 15;
        double below = Math.pow(mean, 1.0 / 14);
        double spread = 2 * (mean * below - Math.pow(below, 15) / 15);
        double error = spread * Math.pow(200 * lacking / spread, 1.5);
        GaussKronrod.Found<Two> found = over(new Counted(x -> Math.pow(x, 14) + constant, x -> 1, 0), 1, 0, 1);
        assertThat(found.pieces()).isEqualTo(1);
        assertThat(found.errors()[0]).isBetween(0.8 * error, 1.2 * error + 1e-12 * Math.abs(constant));
    }

    @Test
    void cellsAreAddedUpAndReversedOnesTakenAway() {
        GaussKronrod.Found<Two> found = over(Math::exp, 0, 0.25, 0.5, 1);
        assertThat(found.pieces()).isEqualTo(3);
        assertThat(found.sum().a).isCloseTo(Math.expm1(1), within(1e-14));
        assertThat(over(Math::exp, 1, 0).sum().a).isCloseTo(-Math.expm1(1), within(1e-14));
        assertThat(over(Math::exp, 1, 1).sum().a).isZero();
    }

    /** The worst piece is halved, for the quantity of which it is the largest part: only the second has a peak. */
    @Test
    void everyQuantityIsSettled() {
        Counted peak = new Counted(Math::exp, x -> 1 / (1e-4 + x * x), 0);
        GaussKronrod.Found<Two> found = over(peak, TOLERANCE, 0, 1);
        assertThat(found.sum().b).isCloseTo(Math.atan(100) / 0.01, within(1e-9));
        assertThat(found.errors()[1]).isLessThan(1e-12 * found.sum().sizeB);
        assertThat(found.pieces()).isBetween(6, 30);
        Counted small = new Counted(x -> 1e12 * Math.exp(x), x -> 1e-12 / (1e-4 + x * x), 0);
        assertThat(over(small, TOLERANCE, 0, 1).pieces()).isEqualTo(found.pieces());
    }

    /** What is not known of the integrand any better needs no finer pieces. */
    @Test
    void doubtsEndTheSearch() {
        DoubleUnaryOperator root = Math::sqrt;
        int sure = over(new Counted(root, x -> 1, 0), TOLERANCE, 0, 1).pieces();
        int doubted = over(new Counted(root, x -> 1, 1e-6), TOLERANCE, 0, 1).pieces();
        int certain = over(new Counted(root, x -> 1, 1), TOLERANCE, 0, 1).pieces();
        assertThat(certain).isEqualTo(1);
        assertThat(doubted).isBetween(2, sure - 1);
        assertThat(over(new Counted(root, x -> 1, 0), 1e-3, 0, 1).pieces()).isBetween(1, doubted);
    }

    @Test
    void whatIsZeroIsZeroAtOnce() {
        GaussKronrod.Found<Two> found = over(x -> 0, 0, 1);
        assertThat(found.sum().a).isZero();
        assertThat(found.errors()[0]).isZero();
        assertThat(found.pieces()).isEqualTo(1);
        assertThat(over(x -> 3, 0, 1).errors()[0]).isBetween(0.5e-16, 1e-14);
    }

    @Test
    void whatIsInfiniteHasNoIntegral() {
        assertThatThrownBy(() -> over(x -> x == 0.5 ? Double.POSITIVE_INFINITY : 1, 0, 1))
                .hasMessage("infinite in 0.0..1.0");
        assertThatThrownBy(() -> over(x -> Double.NaN, 0, 1)).isInstanceOf(NoValue.class);
    }

    /** Noise is never small enough: after 400 halvings the rest is the error. */
    @Test
    void whatDoesNotSettleEnds() {
        Counted noise = new Counted(x -> Math.sin(1e9 * x), x -> 1, 0);
        GaussKronrod.Found<Two> found = over(noise, TOLERANCE, 0, 1);
        assertThat(found.pieces()).isEqualTo(401);
        assertThat(found.errors()[0]).isGreaterThan(0.1 * found.sum().sizeA);
    }

    /** After 48 halvings an error of 1e-10 will do, which a singular end has long before one of 1e-13. */
    @Test
    void patienceEnds() {
        GaussKronrod.Found<Two> found = over(x -> Math.pow(x, -0.9), 0, 1);
        double wrong = Math.abs(found.sum().a - 10);
        assertThat(wrong).isLessThanOrEqualTo(found.errors()[0]);
        GaussKronrod.Found<Two> root = over(x -> 1 / Math.sqrt(x), 0, 1);
        assertThat(root.pieces()).isBetween(49, 70);
        assertThat(root.errors()[0]).isLessThanOrEqualTo(1e-10 * root.sum().sizeA);
    }

    /** With an error of 1e-3 that is small enough anyway, patience does not ask for more. */
    @Test
    void patienceAsksForNoMore() {
        Counted steep = new Counted(x -> Math.pow(x, -0.9), x -> 1, 0);
        assertThat(over(steep, 1e-3, 0, 1).pieces()).isBetween(60, 150);
    }

    /** Of x^−0.25 the rest has an error below 1e-10 before the 48th halving, and one below 1e-13 after it. */
    @Test
    void patienceEndsAfter48Halvings() {
        assertThat(over(x -> Math.pow(x, -0.25), 0, 1).pieces()).isEqualTo(49);
    }

    @Test
    void nothingHasNoPieces() {
        GaussKronrod.Found<Two> found = over(x -> 1, 0);
        assertThat(found.pieces()).isZero();
        assertThat(found.sum()).isEqualTo(Two.NONE);
    }

    /** While the first cell is halved until no more is done, the second seems to be settled: its end is looked at all the same. */
    @Test
    void endsAreLookedAtThoughNothingSettles() {
        Watched both = Watched.rough(x -> x < 1 ? Math.sin(1e9 * x) : 0, x -> x < 1 || x > 2.001 ? 1 : 0);
        GaussKronrod.Found<Totals> found =
                GaussKronrod.over(both.none(), both, new double[][] {{0, 1}, {2, 3}}, TOLERANCE);
        assertThat(found.pieces()).isEqualTo(402);
        assertThat(found.errors()[1]).isBetween(0.001, 0.01);
    }
}
