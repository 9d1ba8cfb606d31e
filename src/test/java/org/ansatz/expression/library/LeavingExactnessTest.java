package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.expression.Sheet;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact numbers that become doubles do so with all digits, or with an error that says how many. Right values by mpmath. */
class LeavingExactnessTest {

    private static Estimate estimate(String formula) {
        return Sheet.of().estimate(formula);
    }

    private static void isRight(String formula, double expected, double digits) {
        Estimate estimate = estimate(formula);
        double found = Arithmetic.real(estimate.value());
        assertThat(found).isCloseTo(expected, within(digits * Math.abs(expected)));
        assertThat(Math.abs(found - expected)).isLessThanOrEqualTo(estimate.error());
        assertThat(estimate.error()).isLessThan(100 * digits * Math.abs(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ((1/2)^2000)^(1/2000)            | 0.5
            ((1/3)^2000)^(1/2000)            | 0.3333333333333333
            ((1/2)^1100)^0.5                 | 2.7133285516175262e-166
            ((1/2)^1100)^sqrt(0.25)          | 2.7133285516175262e-166
            (3^2000)^(-1/2000)               | 0.3333333333333333
            sqrt((1/10)^401*10)              | 1e-200
            sqrt((1/3)^1001)                 | 1.5878592846034458e-239
            (1e-320)^0.5                     | 1e-160
            log((1/2)^2000)                  | -1386.2943611198906
            log(3^2000)                      | 2197.2245773362194
            log10((1/2)^2000)                | -602.05999132796239
            log2((1/3)^2000)                 | -3169.9250014423124
            (1/2)^2000*1.5e300               | 1.3064714724325825e-302
            (1/3)^1100*exp(500)*1e300        | 2.0599693565823956e-8
            pow2db((1/2)^2000)               | -6020.5999132796239
            mag2db(3^2000)                   | 19084.850188786497
            atan2((1/2)^2000, (1/2)^2001)    | 1.1071487177940905
            atan2((1/2)^3000, -(1/2)^2000)   | 3.1415926535897932
            exp(-500)/(1/3)^1100             | 4.8544411440132097e307
            """)
    void numbersThatNoDoubleHoldsKeepTheirDigits(String formula, double expected) {
        isRight(formula, expected, 4e-16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(1/2)^2000 > 0*pi",
                "not (1/2)^2000 == 0*pi",
                "-(1/2)^2000 < 0*pi",
                "10^400 > exp(700)",
                "if((1/2)^2000 > 0*pi, 1, 0) == 1",
                "if(((1/2)^2000)^(1/2000) < 0.1, 1, 0) == 0",
                "3^32769 > 3^32768",
                "(1/2)^100000 > 0"
            })
    void whatIsNotZeroIsNeverTakenForZero(String comparison) {
        assertThat(Sheet.of().holds(comparison)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((1/2)^100000)^(1/100000)",
                "sin((1/2)^2000)/(1/2)^2000",
                "(((1/2)^2000)^100)^(1/200000)",
                "abs(log((1/2)^2000 + 0j))"
            })
    void whereNoDigitIsLeftTheErrorSaysSo(String formula) {
        Estimate estimate = estimate(formula);
        assertThat(2 * estimate.error()).isGreaterThan(Arithmetic.real(estimate.value()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sum(1/n for n in 1:100000)                  | 12.090146129863427947
            sum(1/k^2 for k in 1:50000)                 | 1.6449140670482251031
            sum((-1)^k/(2*k + 1) for k in 0:100000)     | 0.78540066337244849712
            sum(1/k^3 for k in 1:20000)                 | 1.2020569019096567838
            prod(1 + 1/k^2 for k in 1:20000)            | 3.6758941156693474118
            prod(k/(k + 1/3) for k in 1:20000)          | 0.032897280960318238402
            derivative(sum(1/(k + x) for k in 1:20000) for x at 0) | -1.6448840680982056031
            sum(sqrt(k) for k in 1:100000)              | 21082008.973917740557
            sum(if(mod(k, 2) == 0, 1/3, sqrt(2)) for k in 1:1000) | 873.77344785321419107
            """)
    void aLongSumGoesOnWithAllDigits(String formula, double expected) {
        isRight(formula, expected, 4e-15);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sum(1/(k*(k + 1)) for k in 1:100000)        | 100000/100001
            prod(1 - 1/k^2 for k in 2:10000)            | 10001/20000
            sum(1/2^k for k in 1:1000)                  | 1 - 1/2^1000
            sum(k^9 for k in 1:1000)                    | 100500749999300000499999850000
            """)
    void aSumThatStaysShortStaysExact(String formula, String exact) {
        assertThat(Sheet.valueOf(formula)).isInstanceOf(Value.Exact.class).isEqualTo(Sheet.valueOf(exact));
    }

    @Test
    void whatCancelsInALongSumIsNotLost() {
        assertThat(Sheet.of().number("sum(if(k == 1, 1e16*pi, if(k == 1002, -1e16*pi, 1/3)) for k in 1:1002)"))
                .isCloseTo(1000.0 / 3, within(1e-11));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (1/2)^2000*(1 m)     | 8.7098098e-603 m
            10^400*(1 m)         | 1e400 m
            1e-320*(1 V)         | 1e-320 V
            (1/2)^2000*(1 m) in km | 8.7098098e-606 km
            -10^-400             | -1e-400
            """)
    void aNumberThatNoDoubleHoldsIsShownAsItIs(String formula, String shown) {
        Sheet sheet = Sheet.of();
        Expression expression = sheet.read(formula);
        Value value = sheet.frame().value(expression.term());
        assertThat(Show.value(value, expression.type(), expression.unit(), 8)).isEqualTo(shown);
    }

    /** Between two doubles beyond 2^52 lie whole numbers that no double shows; right values by mpmath. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mod(exp(50), 3)            | 1.4533229334853848 | 1
            mod(1e20*pi, 7)            | 3.2643383279502884 | 7
            mod(1e17*pi, 2)            | 1.8462643383279503 | 2
            mod(exp(60), 0.7)          | 0.4144765630198046 | 0.5
            mod(floor(exp(45)), 10)    | 8                  | 2
            gcd(round(exp(45)), 10)    | 2                  | 1
            bitand(floor(exp(46)), 1)  | 1                  | 1
            weight(floor(exp(46)))     | 33                 | 2
            """)
    void ofARemainderOfWhatIsRoundedTooCoarselyNothingIsKnown(String formula, double expected, double least) {
        Estimate estimate = estimate(formula);
        assertThat(Math.abs(Arithmetic.real(estimate.value()) - expected)).isLessThanOrEqualTo(estimate.error());
        assertThat(estimate.error()).isGreaterThanOrEqualTo(least);
    }

    @Test
    void aRemainderOfWhatIsKnownWellEnoughKeepsItsDigits() {
        isRight("mod(1e10*pi, 1)", 0.8979323846264338, 1e-5);
        isRight("mod(exp(30), 7)", 0.46214699046865074, 1e-2);
    }

    @Test
    void aLongWholeNumberStaysWholeWhereRoundingsAreSimulated() {
        assertThat(Sheet.of().number("sqrt(2)*entry(digits(10^20 + 1, 10), 1, 21)"))
                .isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(estimate("sqrt(2)*entry(bits(2^70 + 1, 71), 1, 71)").error()).isLessThan(1e-14);
    }
}
