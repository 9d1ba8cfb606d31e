package org.ansatz.gradient.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions on blocks, against those of the JDK, which are right to a unit in the last place. */
final class KernelsTest {

    private static final int N = 100_000;

    private static double ulps(double found, double expected) {
        return Math.abs(found - expected) / Math.ulp(expected);
    }

    @Test
    void exponentialsAreRightToTwoUnits() {
        double[] x = new Random(1).doubles(N, -750, 0).toArray();
        x[0] = 0;
        x[1] = Exponential.LEAST;
        x[2] = -Double.MIN_VALUE;
        x[3] = -Math.log(2) / 2;
        double[] y = new double[N];
        Exponential.of(x.clone(), y, N);
        for (int i = 0; i < N; i++) {
            assertThat(ulps(y[i], StrictMath.exp(x[i]))).as("e^%s", x[i]).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void moderateExponentialsAreRightToTwoUnitsOnBothSidesOfZero() {
        double[] x = new Random(5).doubles(N, -333, 21).toArray();
        x[0] = 0;
        x[1] = Math.log(2) / 2;
        double[] y = new double[N];
        assertThat(Exponential.moderate(x, 0, y, 0, N)).isTrue();
        for (int i = 0; i < N; i++) {
            assertThat(ulps(y[i], StrictMath.exp(x[i]))).as("e^%s", x[i]).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void whatIsTakenOffFirstIsTakenOffExactly() {
        double[] x = {1000.25, 1000, 900.5};
        double[] y = new double[3];
        assertThat(Exponential.moderate(x, 1000, y, 0, 3)).isTrue();
        double[] expected = {StrictMath.exp(0.25), 1, StrictMath.exp(-99.5)};
        for (int i = 0; i < 3; i++) {
            assertThat(ulps(y[i], expected[i])).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void onlyThePlacesThatAreAskedForAreWritten() {
        double[] x = {1, 2, 3, 4};
        double[] y = {-1, -1, -1, -1};
        Exponential.moderate(x, 0, y, 1, 3);
        assertThat(y[0]).isEqualTo(-1);
        assertThat(y[2]).isEqualTo(Math.exp(3), within(1e-14));
        assertThat(y[3]).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                22,
                -333.5,
                710,
                -746,
                2839,
                -2839,
                1e6,
                -1e6,
                1e19,
                -1e19,
                1e300,
                -1e300,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NaN
            })
    void oneNumberThatIsNotModerateIsFoundAmongMany(double x) {
        double[] many = new Random(6).doubles(256, -333, 21).toArray();
        for (int place : new int[] {0, 100, 255}) {
            double[] all = many.clone();
            all[place] = x;
            assertThat(Exponential.moderate(all, 0, new double[256], 0, 256)).isFalse();
        }
    }

    @Test
    void theExponentialOfNoNumberIsNone() {
        double[] y = new double[1];
        Exponential.of(new double[] {Double.NaN}, y, 1);
        assertThat(y[0]).isNaN();
    }

    @Test
    void logarithmsAreRightToThreeUnits() {
        Random random = new Random(2);
        double[] x = random.doubles(N, -0.5, 1).toArray();
        for (int i = 0; i < N / 2; i++) {
            x[i] *= Math.exp(-40 * random.nextDouble());
        }
        double[] y = new double[N];
        Log1p.of(x, y, N);
        for (int i = 0; i < N; i++) {
            assertThat(ulps(y[i], StrictMath.log1p(x[i])))
                    .as("ln(1 + %s)", x[i])
                    .isLessThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-310, 1e-9, 1, 10, 300, 1e307})
    void aBlockAgreesWithSingleNumbers(double spread) {
        LogisticBlock block = new LogisticBlock();
        Random random = new Random(3);
        int n = LogisticBlock.SIZE;
        double[] logits = new double[n];
        for (int i = 0; i < n; i++) {
            logits[i] = spread * random.nextGaussian();
        }
        block.compute(logits, n);
        for (int i = 0; i < n; i++) {
            double z = logits[i];
            assertThat(ulps(block.on[i], Logistic.sigmoid(z))).isLessThanOrEqualTo(4);
            assertThat(ulps(block.off[i], Logistic.sigmoid(-z))).isLessThanOrEqualTo(4);
            assertThat(ulps(block.minusLogOn[i], Logistic.softplus(-z))).isLessThanOrEqualTo(4);
            assertThat(ulps(block.minusLogOff[i], Logistic.softplus(z))).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void powersAgreeWithThoseOfTheJdk() {
        double[] x = new Random(4).doubles(100).toArray();
        x[0] = 0;
        x[1] = 1;
        double[] minusLog = new double[100];
        for (int i = 0; i < 100; i++) {
            minusLog[i] = -Math.log(x[i]);
        }
        for (double power : new double[] {0, 0.5, 1, 2, 3.7, 4, 8, 9}) {
            double[] direct = new double[100];
            double[] byLogarithm = new double[100];
            Powers.of(x, power, direct, 100);
            Powers.of(x, minusLog, power, byLogarithm, new double[100], 100);
            for (int i = 0; i < 100; i++) {
                double expected = Math.pow(x[i], power);
                assertThat(Math.abs(direct[i] - expected)).isLessThanOrEqualTo(1e-14 * expected);
                assertThat(Math.abs(byLogarithm[i] - expected)).isLessThanOrEqualTo(1e-13 * expected);
            }
        }
    }
}
