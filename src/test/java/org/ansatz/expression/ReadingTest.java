package org.ansatz.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Notation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions and their values. */
class ReadingTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // precedence
                "1 + 2*3 | 7",
                "(1 + 2)*3 | 9",
                "-2^2 | -4",
                "(-2)^2 | 4",
                "2^-1 | 1/2",
                "2^-2^2 | 1/16",
                "2^3^2 | 512",
                "(2^3)^2 | 64",
                "12/2*3 | 18",
                "12/2/3 | 2",
                "10 - 3 - 2 | 5",
                "2*-3 | -6",
                "2 - -3 | 5",
                "--2 | 2",
                "-+-2 | 2",
                "+2 | 2",
                "2--2 | 4",
                "-2*3^2 | -18",
                "6/2(1 + 2) | 1",
                "2(3)(4) | 24",
                "(2)(3) | 6",
                "-2(3) | -6",
                "2(3)^2 | 18",
                "2^2(3) | 12",
                "7/2 | 7/2",
                "1/3 - 1/3 | 0",
                // numbers
                "1.58e-3 | 79/50000",
                ".5 | 1/2",
                "5. | 5",
                "1e3 | 1000",
                "1E+3 | 1000",
                "0x1F | 31",
                "0xff | 255",
                "0b1011 | 11",
                "00101 | 101",
                "0x1F + 0b1 | 32",
                "1.50 | 3/2",
                // typography
                "3 − 1 | 2",
                "3 – 1 | 2",
                "2×3 | 6",
                "2·3 | 6",
                "2⋅3 | 6",
                "6÷4 | 3/2",
                "3² | 9",
                "-3² | -9",
                "2³ | 8",
                "1\u00a0+\u202f1 | 2",
                // functions
                "abs(-3) | 3",
                "min(3, 1, 2) | 1",
                "max(1/3, 0.3) | 1/3",
                "floor(-1/2) | -1",
                "ceil(-1/2) | 0",
                "round(5/2) | 3",
                "round(-5/2) | -3",
                "round(0.49999999999999994) | 0",
                "sign(-2) | -1",
                "mod(7, 3) | 1",
                "mod(-7, 3) | 2",
                "mod(7, -3) | -2",
                "mod(5/2, 1) | 1/2",
                "if(2 > 1, 3, 4) | 3",
                "entry([1, 2; 3, 4], 2, 1) | 3",
                "det([1, 2; 3, 4]) | -2",
                "factorial(0) | 1",
                "factorial(20) | 2432902008176640000",
                "binomial(5, 2) | 10",
                "binomial(5, 7) | 0",
                "binomial(64, 32) | 1832624140942590534",
                "gcd(84, 36) | 12",
                "gcd(0, 5) | 5",
                "lcm(4, 6) | 12",
                "lcm(0, 6) | 0",
                "log2(2^29) | 29",
                "log2(1/1024) | -10",
                "log10(1000) | 3",
                "log10(10^400) | 400",
                "log10(1/100) | -2",
                // binders
                "sum(k^2 for k in 1:10) | 385",
                "sum(k for k in 1:0) | 0",
                "prod(k for k in 1:5) | 120",
                "prod(k for k in 1:0) | 1",
                "sum(1/k for k in 1:4) | 25/12",
                "sum(i*k for i in 1:2, k in 1:3) | 18",
                "sum(k for k in 1:10 if mod(k, 3) == 0) | 18",
                "count(k > 3 for k in 1:10) | 7",
                "count(a != b for a in bits(3), b in bits(3)) | 56",
                "max(k*(5 - k) for k in 0:5) | 6",
                "argmax(k*(4 - k) for k in 0:4) | 2",
                "sum(x for x in [1, 2, 3]) | 6",
                "derivative(t^3 for t at 2) | 12",
                // units
                "1 km - 1 m | 999",
                "90 deg - 90° | 0",
                "5 % | 1/20",
                "2 h - 1 min | 7140",
                "3 m² | 3",
                "2 mm^2 | 1/500000",
                "5 rad/s | 5"
            })
    void anExactValue(String formula, String expected) {
        Value value = Sheet.valueOf(formula);
        String shown = value instanceof Value.Exact
                ? ((Value.Exact) value).number().toString()
                : Notation.number(Arithmetic.real(value), 17);
        assertThat(shown).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} = {1} + {2} j")
    @CsvSource(
            delimiter = '|',
            value = {
                "2j*3j | -6 | 0",
                "(1 + 2j)/(3 - 4j) | -0.2 | 0.4",
                "(1 + 1j)^2 | 0 | 2",
                "(1 + 1j)^-2 | 0 | -0.5",
                "2^(1j) | 0.7692389013639721 | 0.6389612763136348",
                "j^j | 0.20787957635076190 | 0",
                "e^(j*pi) | -1 | 0",
                "5∠53.13010235415598° | 3 | 4",
                "2∠-90 deg | 0 | -2",
                "2∠pi | -2 | 0",
                "1 + 2∠90° | 1 | 2",
                "3∠60°*2 | 3 | 5.196152422706632",
                "conj(3 + 4j) | 3 | -4",
                "sqrt(-4 + 0j) | 0 | 2",
                "sqrt(3 + 4j) | 2 | 1",
                "(0j)^0 | 1 | 0",
                "(0j)^2.5 | 0 | 0",
                "if(true, 1, 1j) | 1 | 0",
                "2π*1j | 0 | 6.283185307179586",
                "abs(3 + 4j) | 5 | 0",
                "arg(-1 + 0j) | 3.141592653589793 | 0",
                "real(3 + 4j) + imag(3 + 4j) | 7 | 0",
                "0.5^1000000 | 0 | 0",
                "(1 + 1/10000)^10000 | 2.7181459268248984 | 0",
                "log(2^2000) | 1386.2943611198906 | 0",
                "log2(3^700) | 1109.4737505048094 | 0"
            })
    void aComplexOrRoundedValue(String formula, double re, double im) {
        Value value = Sheet.valueOf(formula);
        double permitted = 1e-14 * Math.max(1, Math.hypot(re, im));
        assertThat(Arithmetic.real(value)).isCloseTo(re, within(formula.contains("10000)") ? 1e-11 : permitted));
        assertThat(Arithmetic.imaginary(value)).isCloseTo(im, within(permitted));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1 < 2",
                "1 ≤ 1",
                "2 ≥ 1",
                "1 ≠ 2",
                "not 1 > 2",
                "not not true",
                "true xor false",
                "true xnor true",
                "false nand true",
                "false nor false",
                "true or true and false",
                "(true nor true) == false",
                "not true == false",
                "1 + 1 == 2 and 2 < 3",
                "[1, 2] == [1, 2]",
                "[1, 2] != [1, 3]",
                "1/3 < 0.3333333333333334",
                "1 == 1 + 0j",
                "all(k > 0 for k in 1:3)",
                "not any(k > 3 for k in 1:3)",
                "all(false for k in 1:0)",
                "158 cm == 1.58 m",
                "1580mm == 1.58 m",
                "1 kohm == 1 kΩ",
                "2 uF == 2 µF",
                "30 dBm == 0 dBW",
                "0 dBm + 3 dB == 3 dBm",
                "3 dBm - 1 dBm == 2 dB",
                "3*2 dB == 6 dB",
                "2 dB/m*3 m == 6 dB",
                "25 degC == 298.15 K",
                "60 dBmV == 0 dBV",
                "1 N*m == 1 J",
                "2 V/(4 A) == 500 mohm",
                "c0 == 299792458 m/s",
                "sqrt(4 m^2) == 2 m",
                "(2 m)^3 == 8 m^3",
                "(4 m^2)^(1/2) == 2 m",
                "(4 m^2)^(-(1/2)) == 0.5 m^-1",
                "mod(7 m, 2 m) == 1 m",
                "min(1 V, 2 mV) == 2 mV"
            })
    void aTrueStatement(String formula) {
        assertThat(Sheet.of().holds(formula)).isTrue();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1.58 m | 1.58 | 0",
                "158 cm | 1.58 | 0",
                "1580mm | 1.58 | 0",
                "4.7 k\u03a9 | 4700 | 0",
                "4.7 k\u2126 | 4700 | 0",
                "2 \u00b5F | 2e-6 | 0",
                "2 \u03bcF | 2e-6 | 0",
                "10 mA/V | 0.01 | 0",
                "5 krad/s | 5000 | 0",
                "3 V/m | 3 | 0",
                "7 A m^2 | 7 | 0",
                "7 A m² | 7 | 0",
                "3 m s^-1 | 3 | 0",
                "4 kg*m/s^2 | 4 | 0",
                "90 deg | 1.5707963267948966 | 0",
                "90° | 1.5707963267948966 | 0",
                "5∠53.13010235415598° | 3 | 4",
                "3+4j | 3 | 4",
                "3+4i | 3 | 4",
                "2*pi*10^3 rad/s | 6283.185307179586 | 0",
                "2π rad | 6.283185307179586 | 0",
                "1e-3 | 0.001 | 0",
                "-22.8 dB | -22.8 | 0",
                "5/3 | 1.6666666666666667 | 0",
                "1/(2*sqrt(2)) | 0.35355339059327373 | 0",
                "429 MHz | 4.29e8 | 0",
                "1 Np | 8.685889638065037 | 0",
                "10 dBm | -20 | 0",
                "60 km/h | 16.666666666666668 | 0",
                "-60 km/h | -16.666666666666668 | 0",
                "−60 km/h | -16.666666666666668 | 0",
                "-3 V/m | -3 | 0",
                "-2 1/s | -2 | 0",
                "20 % | 0.2 | 0",
                "(1 + 2) m | 3 | 0",
                "5 m in cm | 5 | 0"
            })
    void aLiteral(String text, double re, double im) {
        Value value = Sheet.literal(text);
        assertThat(Arithmetic.real(value)).isCloseTo(re, within(2 * Math.ulp(re)));
        assertThat(Arithmetic.imaginary(value)).isCloseTo(im, within(2 * Math.ulp(im)));
    }
}
