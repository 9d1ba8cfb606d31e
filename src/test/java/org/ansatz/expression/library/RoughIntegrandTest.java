package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.quantity.NoValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Integrals from samples of what may jump or have a kink where nobody knows, against closed forms. */
class RoughIntegrandTest {

    private static final double TOLERANCE = 1e-13;

    /** A number, and the magnitudes that it was added up from. */
    private record One(double value, double size) implements GaussKronrod.Amount<One> {
        @Override
        public One plus(One other) {
            return new One(value + other.value, size + other.size);
        }

        @Override
        public One times(double weight) {
            return new One(weight * value, Math.abs(weight) * size);
        }

        @Override
        public double[] distances(One other) {
            return new double[] {Math.abs(value - other.value)};
        }

        @Override
        public double[] sizes() {
            return new double[] {size};
        }

        @Override
        public double[] doubts() {
            return new double[1];
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // counts
    private record Rough(DoubleUnaryOperator function, DoubleUnaryOperator roundings, int[] asked)
            implements GaussKronrod.Integrand<One> {
        @Override
        public One at(double x) {
            asked[0]++;
            double y = function.applyAsDouble(x);
            return new One(y, Math.abs(y));
        }

        @Override
        public NoValue infinite(double from, double to) {
            return new NoValue("infinite");
        }

        @Override
        public boolean mayBeRough() {
            return true;
        }

        @Override
        public double rounding(double x) {
            return roundings.applyAsDouble(x);
        }
    }

    private static GaussKronrod.Found<One> over(DoubleUnaryOperator function, double from, double to) {
        Rough rough = new Rough(function, x -> 0, new int[1]);
        return GaussKronrod.over(new One(0, 0), rough, new double[][] {{from, to}}, TOLERANCE);
    }

    private static void assertWithin(String what, DoubleUnaryOperator function, double expected) {
        GaussKronrod.Found<One> found = over(function, 0, 1);
        double wrong = Math.abs(found.sum().value - expected);
        double rounding = 2 * Math.ulp(expected);
        assertThat(wrong).as(what).isLessThanOrEqualTo(found.errors()[0] + rounding);
        assertThat(found.errors()[0]).as(what).isLessThan(1e-6 * found.sum().size);
    }

    /** No sample lies between 0.4957 and 0.5, nor between 0.5 and 0.5043, once the interval was halved; before, none above 0.9957. */
    @ParameterizedTest
    @ValueSource(doubles = {0.501, 0.499, 0.5 + 1e-6, 0.5 - 1e-9, 0.001, 0.999, 1e-9, 1 - 1e-9, 0.2501, 0.7499})
    void aJumpNextToAnEndIsSeen(double at) {
        assertWithin("up at " + at, x -> x < at ? 0 : 1, 1 - at);
        assertWithin(
                "a little at " + at, x -> x < at ? Math.exp(x) : Math.exp(x) + 1e-3, Math.expm1(1) + 1e-3 * (1 - at));
        assertThat(over(x -> x < at ? 0 : 1, 1, 0).sum().value).as("from above").isCloseTo(at - 1, within(1e-9));
    }

    /** What is on one side of the jump and what is on the other are equal at the end, so that nothing is seen there. */
    @ParameterizedTest
    @ValueSource(doubles = {0.998, 0.9999, 1 - 1e-6})
    void aJumpThatIsMadeUpForAtTheEndIsSeen(double at) {
        assertWithin("x and x²", x -> x < at ? x : x * x, at * at / 2 + (1 - at * at * at) / 3);
        double left = 1 - at;
        assertWithin("1 and 1 + (1 − x)²", x -> x < at ? 1 : 1 + (1 - x) * (1 - x), 1 + left * left * left / 3);
    }

    /** The two rules agree by chance about as often as one kink in ten. */
    @Test
    void aKinkIsWithinTheErrorWhereverItIs() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            double at = random.nextDouble();
            double constant = Math.pow(10, 10 * random.nextDouble() - 3);
            double kink = (at * at + (1 - at) * (1 - at)) / 2;
            assertWithin("a kink at " + at, x -> Math.abs(x - at), kink);
            assertWithin("beside " + constant + " a kink at " + at, x -> constant + Math.abs(x - at), constant + kink);
            assertWithin(
                    "below a wave of " + constant + " a kink at " + at,
                    x -> constant * Math.cos(x) + Math.pow(Math.abs(x - at), 2.5),
                    constant * Math.sin(1) + (Math.pow(at, 3.5) + Math.pow(1 - at, 3.5)) / 3.5);
        }
    }

    /** At an end that is infinite the integrand is far from any polynomial, which is no jump. */
    @Test
    void whatIsInfiniteAtAnEndSettles() {
        assertWithin("at the lower end", x -> 1 / Math.sqrt(x), 2);
        assertWithin("steep at the upper end", x -> Math.sqrt(1 - x), 2.0 / 3);
        assertWithin("a logarithm", Math::log, -1);
        assertWithin("steep", Math::sqrt, 2.0 / 3);
        assertWithin("infinite and with a jump", x -> (x < 0.501 ? 1 : 2) / Math.sqrt(x), 4 - 2 * Math.sqrt(0.501));
    }

    /** (1 − cos x)/x² has no digits left next to 0: that is said, and is taken for nothing else. */
    @Test
    void roundingsAreNoJump() {
        DoubleUnaryOperator cancelling = x -> (1 - Math.cos(x)) / (x * x);
        DoubleUnaryOperator roundings = x -> 0x1p-52 / (x * x);
        Rough known = new Rough(cancelling, roundings, new int[1]);
        GaussKronrod.Found<One> found = GaussKronrod.over(new One(0, 0), known, new double[][] {{0, 1}}, TOLERANCE);
        assertThat(found.pieces()).isLessThan(4);
        assertThat(found.sum().value).isCloseTo(0.48638537623532273, within(1e-13));
        assertThat(over(cancelling, 0, 1).errors()[0]).isGreaterThan(1e-11);
    }

    /** Three looks at each end of the pieces that are left, one or two, of what is smooth. */
    @ParameterizedTest
    @CsvSource({"1, 21", "3, 57"})
    void whatIsSmoothCostsSixSamplesMore(double rate, int asked) {
        Rough smooth = new Rough(x -> Math.exp(rate * x), x -> 0, new int[1]);
        GaussKronrod.over(new One(0, 0), smooth, new double[][] {{0, 1}}, TOLERANCE);
        assertThat(smooth.asked[0]).isEqualTo(asked);
    }

    /** An interval of a few doubles has no room between an end and a sample. */
    @Test
    void aNarrowIntervalIsNotLookedInto() {
        double end = 1 + 64 * Math.ulp(1.0);
        Rough narrow = new Rough(x -> 1, x -> 0, new int[1]);
        GaussKronrod.over(new One(0, 0), narrow, new double[][] {{1, end}}, TOLERANCE);
        assertThat(narrow.asked[0]).isEqualTo(15);
    }
}
