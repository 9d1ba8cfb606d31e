package org.ansatz.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {

    @ParameterizedTest(name = "{0} {1} to {2} digits: {3}")
    @CsvSource({
        "1.58, m, 3, 1.58 m",
        "0.825, m, 3, 825 mm",
        "1, V, 4, 1 V",
        "0.99996, V, 4, 1 V",
        "0.99994, V, 4, 999.9 mV",
        "999.96, V, 4, 1 kV",
        "999.94, V, 4, 999.9 V",
        "-999.96, V, 4, -1 kV",
        "0.00099996, A, 4, 1 mA",
        "0.001, A, 3, 1 mA",
        "1e-6, F, 3, 1 uF",
        "4.7e-9, F, 3, 4.7 nF",
        "4700, ohm, 3, 4.7 kohm",
        "429e6, Hz, 4, 429 MHz",
        "1e9, Hz, 4, 1 GHz",
        "0, V, 4, 0 V",
        "-0.0, V, 4, 0 V",
        "Infinity, V, 4, inf V",
        "-Infinity, V, 4, -inf V",
        "NaN, V, 4, not a number V",
        "1e-30, V, 4, 1e-6 yV",
        "1e30, V, 4, 1e6 YV",
        "4.9e-324, V, 4, 4.941e-300 yV",
        "1.7976931348623157e308, V, 4, 1.798e284 YV",
        "5, m/s, 3, 5 m/s",
        "0.005, m/s, 3, 0.005 m/s",
        "1e-7, m/s, 3, 1e-7 m/s",
        "0.5, kg, 3, 0.5 kg",
        "-22.829, dB, 4, -22.83 dB",
        "12345678, m^2, 3, 1.23e7 m^2",
        "0.5, dB, 4, 0.5 dB",
        "12000, dB, 4, 12000 dB",
        "0.005, m kg, 3, 0.005 m kg",
        "0.25, %, 3, 0.25"
    })
    void aQuantityHasASensiblePrefix(double value, String unit, int digits, String expected) {
        Dimension dimension = Objects.requireNonNull(Units.parse(unit)).dimension();
        assertThat(Notation.quantity(value, dimension, digits)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} to {1} digits: {2}")
    @CsvSource({
        "0, 3, 0",
        "3, 3, 3",
        "2.5, 2, 2.5",
        "3.14159265, 4, 3.142",
        "100, 2, 100",
        "123456, 3, 123000",
        "999999.7, 4, 1000000",
        "1234567, 3, 1.23e6",
        "1234567, 7, 1234567",
        "0.001, 3, 0.001",
        "0.0001234, 3, 1.23e-4",
        "-1e-9, 3, -1e-9",
        "1e300, 3, 1e300",
        "0.1, 17, 0.10000000000000001",
        "1e15, 3, 1e15"
    })
    void aNumberHasAnExponentOnlyWhereItHelps(double value, int digits, String expected) {
        assertThat(Notation.number(value, digits)).isEqualTo(expected);
    }

    @Test
    void aQuantityIsShownInTheUnitThatIsAskedFor() {
        assertThat(Notation.quantity(1.58, Dimension.LENGTH, 4, Units.parse("cm")))
                .isEqualTo("158 cm");
        assertThat(Notation.quantity(298.15, Dimension.TEMPERATURE, 4, Units.parse("degC")))
                .isEqualTo("25 degC");
        assertThat(Notation.quantity(-30, Dimension.levelOf(Dimension.POWER), 4, Units.parse("dBm")))
                .isEqualTo("0 dBm");
        assertThat(Notation.quantity(Math.PI / 2, Dimension.NONE, 4, Units.parse("deg")))
                .isEqualTo("90 deg");
    }

    @Test
    void printingDoesNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Notation.quantity(1.58, Dimension.LENGTH, 3)).isEqualTo("1.58 m");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void withoutAUnitThatIsAskedForTheCoherentOneIsShown() {
        assertThat(Notation.quantity(4700, Dimension.IMPEDANCE, 3, null)).isEqualTo("4.7 kohm");
        assertThat(Notation.quantity(1200, Dimension.NONE, 3, Unit.ONE)).isEqualTo("1200");
        assertThat(Notation.quantity(1200, Dimension.NONE, 3)).isEqualTo("1200");
    }

    @ParameterizedTest(name = "{0} beside {1} {2}, asked for in {3}: {4}")
    @CsvSource({
        "7.6e-6, 13.7e9, Hz, , 7.6e-15 GHz",
        "7.6e-6, 13.7e9, Hz, MHz, 7.6e-12 MHz",
        "0.05, 999.96, V, , 5e-5 kV",
        "0.5, 298.15, K, degC, 0.5 K",
        "0.5, 298.15, K, K, 0.5 K",
        "0.25, -30, dBW, dBm, 0.25 dB",
        "0.25, -30, dBW, , 0.25 dB",
        "0.25, -30, dBW, dBW, 0.25 dB",
        "0.5, 0.02, K, degC, 0.5 K",
        "0.002, 5000, m/s, , 0.002 m/s",
        "0.25, -3, dB, , 0.25 dB",
        "0.002, 5, m/s, , 0.002 m/s",
        "0.002, 0, V, , 0.002 V",
        "0.002, Infinity, V, , 0.002 V",
        "0.002, 3, 1, , 0.002",
        "0.002, 3, 1, 1, 0.002",
        "0.002, 3, 1, %, 0.2 %"
    })
    void aDifferenceHasTheUnitAndThePrefixOfWhatItStandsBeside(
            double difference, double value, String of, @Nullable String asked, String expected) {
        assertThat(Notation.difference(difference, value, unit(of).dimension(), asked == null ? null : unit(asked), 4))
                .isEqualTo(expected);
    }

    private static Unit unit(String symbol) {
        return symbol.equals("1") ? Unit.ONE : Objects.requireNonNull(Units.parse(symbol));
    }

    @Test
    void anExactNumberBeyondDoublesKeepsItsExponent() {
        assertThat(Notation.number(Rational.powerOfTen(5000), 3)).isEqualTo("1e5000");
        assertThat(Notation.number(Rational.powerOfTen(-5000).times(Rational.of(-12_345)), 3))
                .isEqualTo("-1.23e-4996");
        assertThat(Notation.number(Rational.of(1, 3), 3)).isEqualTo("0.333");
        assertThat(Notation.number(Rational.ZERO, 3)).isEqualTo("0");
    }
}
