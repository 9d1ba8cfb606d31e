package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    private static Sheet sheet(double x, double m) {
        return Sheet.of().given("x", Type.REAL, new Value.Real(x)).given("m", Type.REAL, new Value.Real(m));
    }

    @Test
    void theRemainderHasTheSignOfTheDivisorAndIsCongruent() {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            double x = Math.scalb(random.nextDouble() - 0.5, random.nextInt(40));
            double m = Math.scalb(random.nextDouble() - 0.5, random.nextInt(10));
            String seed = "seed 1, case " + i + ": mod(" + x + ", " + m + ")";
            double rest = sheet(x, m).number("mod(x, m)");
            assertThat(rest == 0 || Math.signum(rest) == Math.signum(m))
                    .as(seed)
                    .isTrue();
            assertThat(Math.abs(rest)).as(seed).isLessThanOrEqualTo(Math.abs(m));
            // congruent: what is left of x in exact arithmetic
            Rational exact = Rational.exactly(x);
            Rational modulus = Rational.exactly(m);
            Rational expected = exact.minus(modulus.times(exact.over(modulus).floor()));
            assertThat(rest).as(seed).isCloseTo(expected.toDouble(), within(Math.ulp(m)));
        }
    }

    @Test
    void theRemainderOfALargeNumberIsExact() {
        double x = 0x1p80 + 0x1p40;
        double expected =
                new BigDecimal(x).toBigIntegerExact().mod(BigInteger.valueOf(7)).doubleValue();
        assertThat(sheet(x, 7).number("mod(x, m)")).isEqualTo(expected);
        assertThat(Sheet.of().number("mod(2^127 - 1, 10)")).isEqualTo(7);
    }

    @Test
    void floorCeilAndRoundAreExactForEveryDouble() {
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            double x = Math.scalb(random.nextDouble() - 0.5, random.nextInt(70));
            Sheet sheet = sheet(x, 1);
            String seed = "seed 2, case " + i + ": " + x;
            assertThat(sheet.number("floor(x)")).as(seed).isEqualTo(Math.floor(x));
            assertThat(sheet.number("ceil(x)")).as(seed).isEqualTo(Math.ceil(x) + 0.0);
            assertThat(sheet.holds("abs(round(x) - x) <= 1/2")).as(seed).isTrue();
            assertThat(sheet.holds("floor(x) == -ceil(-x)")).as(seed).isTrue();
            assertThat(sheet.holds("round(-x) == -round(x)")).as(seed).isTrue();
        }
        assertThat(Sheet.of().number("round(1e300)")).isEqualTo(1e300);
        assertThat(Sheet.of().number("floor(2^100 + 1/3) - 2^100")).isEqualTo(0);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "db2pow(10 dB) | 10",
                "db2pow(-3 dB) | 0.5011872336272722",
                "db2mag(20 dB) | 10",
                "db2mag(6 dB) | 1.9952623149688795",
                "db2pow(30 dBm) | 1",
                "db2mag(60 dBmV) | 1",
                "db2mag(1 Np) | 2.718281828459045",
                "pow2db(100) | 20",
                "mag2db(100) | 40",
                "pow2db(1 mW) | -30",
                "mag2db(1 mV) | -60",
                "pow2db(0.5) | -3.010299956639812",
                "db2pow(pow2db(7)) | 7",
                "db2mag(mag2db(7)) | 7",
                "db2pow(10 dBm + 20 dB) | 1",
                "atan2(1 V, 1 V) | 0.7853981633974483",
                "atan2(-1, -1) | -2.356194490192345",
                "atan2(0, -1) | 3.141592653589793",
                "arg(0j) | 0",
                "norm([3, 4]) | 5",
                "norm([3j, 4]) | 5",
                "norm([1e200, 1e200]) | 1.4142135623730951e200",
                "abs(3e200 + 4e200*1j) | 5e200"
            })
    void levelsAndAngles(String formula, double expected) {
        assertThat(Sheet.of().number(formula)).isCloseTo(expected, within(3e-15 * Math.max(1, Math.abs(expected))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "db2pow(3 dBV) | db2pow takes a level in dB or of a power; this is a voltage level (dBV)",
                "db2mag(3 dBm) | db2mag takes a level in dB or of a voltage; this is a power level (dBW)",
                "mag2db(1 W) | mag2db takes a ratio or a voltage (V); this is a power (W)",
                "sqrt(sqrt(sqrt(sqrt(2 m)))) | there is no unit m^(1/4) to the power 1/2",
                "atan2(1 m, 1) | the left side is a length (m), the right side is a pure number",
                "max(1, 2 m) | the left side is a pure number, the right side is a length (m)"
            })
    void aUnitThatDoesNotFitIsRefused(String formula, String message) {
        assertThat(Sheet.of().fault(formula).message()).isEqualTo(message);
    }

    @Test
    void binomialsAreThoseOfPascalsTriangle() {
        for (int n = 1; n < 40; n++) {
            for (int k = 0; k <= n; k++) {
                String claim = String.format(
                        "binomial(%1$d, %2$d) == binomial(%3$d, %4$d) + binomial(%3$d, %2$d)", n, k, n - 1, k - 1);
                assertThat(Sheet.of().holds(claim)).as(claim).isTrue();
            }
        }
        assertThat(Sheet.of().holds("sum(binomial(64, k) for k in 0:64) == 2^64"))
                .isTrue();
        assertThat(Sheet.of().holds("factorial(52)/(factorial(5)*factorial(47)) == binomial(52, 5)"))
                .isTrue();
    }

    @Test
    void complexFunctionsSatisfyTheirIdentities() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            Value z = new Value.Complex(4 * random.nextDouble() - 2, 4 * random.nextDouble() - 2);
            Sheet sheet = Sheet.of().given("z", Type.COMPLEX, z);
            for (String identity : new String[] {
                "exp(log(z)) - z",
                "sqrt(z)^2 - z",
                "sin(z)^2 + cos(z)^2 - 1",
                "cosh(z)^2 - sinh(z)^2 - 1",
                "tan(z)*cos(z) - sin(z)",
                "tanh(z)*cosh(z) - sinh(z)",
                "sin(asin(z)) - z",
                "cos(acos(z)) - z",
                "tan(atan(z)) - z",
                "sinh(asinh(z)) - z",
                "cosh(acosh(z)) - z",
                "tanh(atanh(z)) - z",
                "asin(z) + acos(z) - pi/2",
                "2^log2(z) - z",
                "10^log10(z) - z",
                "z^3 - z*z*z",
                "z^-2*z*z - 1",
                "z^0.5 - sqrt(z)",
                "z/z - 1",
                "conj(conj(z)) - z",
                "abs(z)^2 - real(z*conj(z))",
                "exp(conj(z)) - conj(exp(z))",
                "cos(z) - cosh(1j*z)",
                "real(z) + imag(z)*1j - z",
                "abs(z)*exp(1j*arg(z)) - z"
            }) {
                Value rest = sheet.value(identity);
                assertThat(Math.hypot(Arithmetic.real(rest), Arithmetic.imaginary(rest)))
                        .as("seed 3, case " + i + ": " + identity + " at " + z)
                        .isLessThan(1e-12);
            }
            assertThat(Arithmetic.real(sheet.value("sqrt(z)"))).isGreaterThanOrEqualTo(0);
        }
    }
}
