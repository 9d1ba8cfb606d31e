package org.ansatz.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Coefficients of series at points against divided differences of many digits, and on sets against those at points inside. */
@SuppressWarnings("EnumOrdinal") // a seed for each
class SeriesTest {

    private static final int ORDER = 10;

    /** Divided differences of this distance lose {@value #ORDER} times its digits, and are off by its square times more derivatives. */
    private static final BigDecimal STEP = new BigDecimal("1e-14");

    private static final MathContext DIGITS = new MathContext(200);
    private static final BigNumbers NUMBERS = new BigNumbers(200, 0);

    /** What divided differences are off, relative to the largest coefficient. */
    private static final BigDecimal ERROR = new BigDecimal("1e-18");

    private static final int SETS_FOR_A_POINT = 50;

    @ParameterizedTest
    @EnumSource
    void theCoefficientsAtAPointHoldTheDerivatives(ElementaryFunction f) {
        Samples samples = new Samples(7000 + f.ordinal(), f.low(), f.high());
        int points = Math.max(3, EnclosureTest.points() / 2000);
        for (int i = 0; i < points; ) {
            double x = samples.point();
            if (isPlain(f, x)) {
                assertCoefficients(f, x);
                i++;
            }
        }
    }

    /** Inside the domain by far more than the steps, and where neither values nor derivatives overflow. */
    private static boolean isPlain(ElementaryFunction f, double x) {
        boolean ends = Math.abs(x - f.low()) < 1e-3 || Math.abs(x - f.high()) < 1e-3;
        boolean pole = Math.abs(x) < 1e-3 && !f.isDefined(0);
        return !ends && !pole && Math.abs(x) < 30;
    }

    private static void assertCoefficients(ElementaryFunction f, double x) {
        Series ours = f.of(Series.variable(Interval.of(x), ORDER));
        BigDecimal[] exact = differences(f, x);
        BigDecimal scale = BigDecimal.ZERO;
        for (int k = 0; k <= ORDER; k++) {
            scale = scale.max(exact[k].abs());
        }
        BigDecimal error = scale.multiply(ERROR);
        for (int k = 0; k <= ORDER; k++) {
            Interval c = ours.coefficient(k);
            boolean holds = new BigDecimal(c.low()).compareTo(exact[k].add(error)) <= 0
                    && new BigDecimal(c.high()).compareTo(exact[k].subtract(error)) >= 0;
            assertThat(holds)
                    .as("coefficient %d of %s at %s: %s in %s", k, f, x, exact[k].round(MathContext.DECIMAL64), c)
                    .isTrue();
        }
    }

    /** The coefficients of the polynomial through x, x ± h, x ± 2h … about x (Newton's form, multiplied out). */
    private static BigDecimal[] differences(ElementaryFunction f, double x) {
        int n = ORDER + 3;
        BigDecimal[] at = new BigDecimal[n];
        BigDecimal[] table = new BigDecimal[n];
        for (int i = 0; i < n; i++) {
            at[i] = STEP.multiply(new BigDecimal((i + 1) / 2 * (i % 2 == 0 ? 1 : -1)));
            table[i] = f.exact(new BigDecimal(x).add(at[i]), NUMBERS);
        }
        for (int order = 1; order < n; order++) {
            for (int i = n - 1; i >= order; i--) {
                table[i] = table[i].subtract(table[i - 1]).divide(at[i].subtract(at[i - order]), DIGITS);
            }
        }
        BigDecimal[] c = new BigDecimal[n + 1];
        java.util.Arrays.fill(c, BigDecimal.ZERO);
        for (int i = n - 1; i >= 0; i--) {
            for (int k = n; k >= 1; k--) {
                c[k] = c[k - 1].subtract(c[k].multiply(at[i]));
            }
            c[0] = table[i].subtract(c[0].multiply(at[i]));
        }
        return c;
    }

    @ParameterizedTest
    @EnumSource
    void theCoefficientsOnASetMeetThoseOfEachPointInside(ElementaryFunction f) {
        Samples samples = new Samples(8000 + f.ordinal(), f.low(), f.high());
        for (int i = 0; i < EnclosureTest.points(); i++) {
            Interval set = samples.set();
            Series on = f.of(Series.variable(set, ORDER));
            double x = samples.inside(set);
            if (f.isDefined(x)) {
                Series there = f.of(Series.variable(Interval.of(x), ORDER));
                for (int k = 0; k <= ORDER; k++) {
                    assertThat(on.coefficient(k).meets(there.coefficient(k)))
                            .as("coefficient %d of %s on %s at %s", k, f, set, x)
                            .isTrue();
                }
            }
        }
    }

    /** Taylor's theorem, for a function of a function: what is left lies in the last coefficient on the set. */
    @ParameterizedTest
    @EnumSource
    void theSeriesOfACompositionHoldsItsValuesNearby(ElementaryFunction f) {
        Samples samples = new Samples(9000 + f.ordinal(), -3, 3);
        for (int i = 0; i < SETS_FOR_A_POINT; i++) {
            double middle = samples.point();
            Interval set = new Interval(middle - 0x1p-6, middle + 0x1p-6);
            Series on = f.of(inner(Series.variable(set, ORDER)));
            Series about = f.of(inner(Series.variable(Interval.of(middle), ORDER)));
            Interval x = Interval.of(samples.inside(set));
            if (on.regularity() != Regularity.SMOOTH) {
                continue;
            }
            Interval sum = on.coefficient(ORDER);
            for (int k = ORDER - 1; k >= 0; k--) {
                sum = sum.times(x.minus(Interval.of(middle))).plus(about.coefficient(k));
            }
            Interval value = f.of(inner(Series.variable(x, 0))).range();
            assertThat(sum.meets(value)).as("%s near %s at %s", f, middle, x).isTrue();
            assertThat(on.range().meets(value)).isTrue();
        }
    }

    private static Series inner(Series x) {
        return x.sin().times(x).plus(x.atan());
    }
}
