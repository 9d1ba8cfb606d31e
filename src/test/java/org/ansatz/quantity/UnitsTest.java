package org.ansatz.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    private static Unit unit(String symbol) {
        return Objects.requireNonNull(Units.parse(symbol), symbol);
    }

    @ParameterizedTest(name = "{1} {0} = {2} {3}")
    @CsvSource({
        "cm, 82.5, 33/40, m",
        "mm, 1580, 79/50, m",
        "kohm, 4.7, 4700, ohm",
        "k\u03a9, 4.7, 4700, ohm",
        "k\u2126, 4.7, 4700, ohm",
        "\u00b5F, 2, 1/500000, F",
        "\u03bcF, 2, 1/500000, F",
        "uF, 2, 1/500000, F",
        "mA/V, 10, 1/100, S",
        "krad/s, 5, 5000, Hz",
        "V/m, 3, 3, N/C",
        "A m^2, 7, 7, J/T",
        "A m², 7, 7, J/T",
        "m s^-1, 3, 3, m/s",
        "kg*m/s^2, 4, 4, N",
        "kg·m/s², 4, 4, N",
        "km/h, 36, 10, m/s",
        "1/s, 3, 3, Hz",
        "1 / ms, 3, 3000, Hz",
        "W/(m K), 3, 3, W/m/K",
        "J/(kg (K)), 3, 3, J/kg/K",
        "nV/sqrt(Hz), 5, 1/200000000, V s^0.5",
        "m^(2), 3, 3, m m",
        "m^(4/2), 3, 3, m m",
        "s^(-1), 3, 3, Hz",
        "mm^2.0, 3, 3/1000000, m m",
        "Kohm, 2, 2000, ohm",
        "W/degC, 3, 3, W/K",
        "min, 2, 120, s",
        "mS, 20, 1/50, S",
        "nH, 1, 1/1000000000, H",
        "eV, 1, 801088317/5000000000000000000000000000, J",
        "ppm, 25, 1/40000, %",
        "cm^3, 1, 1/1000000, m^3",
        "degC, 25, 5963/20, K",
        "dBm, 30, 0, dBW",
        "dBmV, 0, -60, dBV",
        "dBuV, 0, -120, dBV",
        "mho, 2, 2, S",
        "g, 5, 1/200, kg",
        "kbit/s, 64, 64000, bit/s",
        "kg * m / s^2, 4, 4, N",
        "cm³, 1, 1/1000000, m^3",
        "' mm ', 1580, 79/50, m",
        "metres, 3, 3, m",
        "Millimetres, 3, 3/1000, m",
        "microfarads, 2, 1/500000, F",
        "megohms, 2, 2000000, ohm",
        "megaohm, 2, 2000000, ohm",
        "kilohms, 3, 3000, ohm",
        "kilohm, 3, 3000, ohm",
        "microhm, 2, 1/500000, ohm",
        "millihenries, 5, 1/200, H"
    })
    void aDecimalUnitIsConvertedExactly(String symbol, String magnitude, String si, String sameKind) {
        assertThat(unit(symbol).toSi(Rational.parse(magnitude))).hasToString(si);
        assertThat(unit(symbol).dimension()).isEqualTo(unit(sameKind).dimension());
    }

    @Test
    void anglesAndNepersAreRounded() {
        assertThat(unit("deg").toSi(90.0)).isEqualTo(Math.PI / 2);
        assertThat(unit("°").toSi(180.0)).isEqualTo(Math.PI);
        assertThat(unit("Np").toSi(1.0)).isEqualTo(8.685889638065037); // 20 lg e, IEC 60027-3
        assertThat(unit("deg").toSi(Rational.ONE)).isNull();
        assertThat(unit("deg/s").toSi(180.0)).isEqualTo(Math.PI);
        assertThat(unit("s/deg").toSi(Math.PI)).isCloseTo(180, offset(1e-13));
        assertThat(unit("deg/s").toSi(Rational.ONE)).isNull();
    }

    @Test
    void everySymbolIsReadAndPrintsBack() {
        for (String symbol : Units.symbols()) {
            Unit unit = unit(symbol);
            assertThat(Units.parse(unit.symbol())).as(symbol).isEqualTo(unit);
            assertThat(unit.fromSi(unit.toSi(3.5))).as(symbol).isCloseTo(3.5, offset(1e-12));
        }
        assertThat(Units.symbols()).contains("m", "ohm", "min", "dB", "dBm").doesNotHaveDuplicates();
    }

    @Test
    void everySiPrefixGoesBeforeEveryCoherentUnit() {
        List<String> prefixes =
                List.of("Q", "R", "Y", "Z", "E", "P", "T", "G", "M", "k", "m", "u", "n", "p", "f", "a", "z", "y");
        int power = 30;
        for (String prefix : prefixes) {
            power = prefix.equals("m") ? -3 : power;
            for (String symbol :
                    List.of("m", "s", "A", "K", "Hz", "N", "J", "W", "V", "ohm", "S", "F", "H", "Wb", "T")) {
                Unit unit = unit(prefix + symbol);
                if (!List.of("min", "cd", "Pa").contains(prefix + symbol)) {
                    assertThat(unit.exactFactor()).as(prefix + symbol).isEqualTo(Rational.powerOfTen(power));
                }
            }
            power -= 3;
        }
    }

    @Test
    void theSolidusDividesByOneFactor() {
        assertThat(unit("m/s s").dimension()).isEqualTo(Dimension.LENGTH);
        assertThat(unit("V/A/m").dimension()).isEqualTo(Dimension.IMPEDANCE.over(Dimension.LENGTH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "xyz",
                "m/",
                "/m",
                "m**s",
                "m//s",
                "m^",
                "m^-",
                "m^0",
                "m^13",
                "m^1.7",
                "kkm",
                "dBm/Hz",
                "mdB",
                "kdeg",
                "5",
                "m2",
                "µ",
                "(m",
                "m)",
                "W/(m K",
                "sqrt(Hz",
                "sqrt()",
                "m^(1/2",
                "m^(1/0)",
                "m^(1/2x",
                "1xm",
                "m^(1/)",
                "m^(/2)",
                "m^()",
                "m^(",
                "rad^1.7",
                "m^.5",
                "m^2.",
                "m^1..2",
                "deg C",
                "abcohm",
                "kilmetre",
                "dBW/Hz",
                "dBW s",
                "dBV/m",
                "m/dBuV",
                "dBW^2",
                "sqrt(dBW)",
                "1/",
                "m//s",
                "*",
                "m^99999",
                "m^99999999999",
                "m^-13",
                "m^x",
                "s ^2",
                "kilo",
                "ohmkilo",
                "kiloxyz",
                "kilxohm"
            })
    void anythingElseIsNoUnit(String text) {
        assertThat(Units.parse(text)).isNull();
    }

    @Test
    void aKindIsNamedInMessages() {
        assertThat(Units.describe(Dimension.NONE)).isEqualTo("a pure number");
        assertThat(Units.describe(Dimension.IMPEDANCE)).isEqualTo("an impedance (ohm)");
        assertThat(Units.describe(Dimension.LENGTH.over(Dimension.TIME))).isEqualTo("a quantity in m/s");
        assertThat(Units.describe(Dimension.levelOf(Dimension.POWER))).isEqualTo("a power level (dBW)");
    }

    @Test
    void aPrefixStandsAlone() {
        assertThat(Units.prefix("k")).isEqualTo(Rational.of(1000));
        assertThat(Units.prefix("µ")).isEqualTo(Rational.of(1, 1_000_000));
        assertThat(Units.prefix("x")).isNull();
    }

    @ParameterizedTest(name = "{0} {1} = {2} {3}")
    @CsvSource({
        "158, cm, 1.58, m",
        "4.7, kohm, 4700, ohm",
        "30, km/h, 8.333333333333334, m/s",
        "2.5, GHz, 2.5e9, Hz",
        "25, degC, 298.15, K",
        "-40, degC, 233.15, K",
        "3, dBm, -27, dBW"
    })
    void doublesAreConvertedThereAndBack(double magnitude, String symbol, double si, String coherent) {
        assertThat(unit(symbol).toSi(magnitude)).isCloseTo(si, withinPercentage(1e-13));
        assertThat(unit(symbol).fromSi(si)).isCloseTo(magnitude, withinPercentage(1e-12));
        assertThat(unit(coherent).toSi(si)).isEqualTo(si);
    }

    @Test
    void theRootOfAUnitWithAPrefixIsRounded() {
        assertThat(unit("V/sqrt(kHz)").toSi(Rational.ONE)).isNull();
        assertThat(unit("V/sqrt(kHz)").toSi(1.0)).isCloseTo(0.0316227766, offset(1e-10));
        assertThat(unit("m^(1/2)").dimension()).isEqualTo(Dimension.LENGTH.power(1, 2));
        assertThat(unit("m^(3/4)").dimension()).isEqualTo(Dimension.LENGTH.power(3, 4));
    }

    @Test
    void aUnitIsCalledAsItIsWritten() {
        assertThat(unit(" mm ").symbol()).isEqualTo("mm");
        assertThat(unit(" kg m/s ").symbol()).isEqualTo("kg m/s");
    }

    /** 0 dBW is 0 in SI, and no difference for all that. */
    @Test
    void differencesOfAbsoluteLevelsAreInAnotherUnit() {
        for (String level : List.of("dBW", "dBm", "dBV", "dBmV", "dBuV")) {
            assertThat(unit(level).difference()).as(level).isNull();
            assertThat(unit(level).isScale()).as(level).isTrue();
        }
        assertThat(unit("degC").isScale()).isTrue();
        assertThat(unit("dB").isScale()).isFalse();
        assertThat(unit("K").isScale()).isFalse();
        assertThat(unit("dB").difference()).isEqualTo(unit("dB"));
        assertThat(unit("kW").difference()).isEqualTo(unit("kW"));
        assertThat(Objects.requireNonNull(unit("degC").difference()).toSi(5.0)).isEqualTo(5);
    }

    @Test
    void whatIsCountedInATimeIsToldByTheUnit() {
        for (String cycles : List.of("Hz", "kHz", "MHz", "rpm", "rps")) {
            assertThat(unit(cycles).isCyclic()).as(cycles).isTrue();
            assertThat(unit(cycles).isAngular()).as(cycles).isFalse();
        }
        for (String angles : List.of("rad/s", "krad/s")) {
            assertThat(unit(angles).isAngular()).as(angles).isTrue();
            assertThat(unit(angles).isCyclic()).as(angles).isFalse();
        }
        for (String neither : List.of("1/s", "rad", "V/Hz", "bit/s")) {
            assertThat(unit(neither).isAngular()).as(neither).isFalse();
            assertThat(unit(neither).isCyclic()).as(neither).isFalse();
        }
        assertThat(unit("rpm").countsTurns()).isTrue();
        assertThat(unit("rps").countsTurns()).isTrue();
        assertThat(unit("Hz").countsTurns()).isFalse();
    }

    @ParameterizedTest(name = "({0})^{1} is in {2}")
    @CsvSource({
        "V, 2, V^2",
        "V, -1, 1/V",
        "V, -2, 1/V^2",
        "ohm, 3, ohm^3",
        "Wb, 4, Wb^4",
        "Wb, -4, 1/Wb^4",
        "W, -3, 1/W^3",
        "J, -1, 1/J",
        "m, 2, m^2",
        "S, -1, ohm",
        "V, 5, m^10 kg^5/(s^15 A^5)"
    })
    void powersOfNamedUnitsKeepTheirName(String symbol, int power, String expected) {
        assertThat(Units.symbol(unit(symbol).dimension().power(power, 1))).isEqualTo(expected);
    }

    @Test
    void someDimensionsHaveAUnitOfTheirOwn() {
        assertThat(Units.isNamed(Dimension.IMPEDANCE)).isTrue();
        assertThat(Units.isNamed(Dimension.LENGTH.over(Dimension.TIME))).isFalse();
    }

    /** {@code 2 L} may be twice an inductance; {@code 2 m} is a length whatever is called m. */
    @Test
    void unitsOutsideTheSiYieldToNames() {
        assertThat(Units.yieldsToNames("L")).isTrue();
        assertThat(Units.yieldsToNames("m")).isFalse();
    }

    @Test
    void likelyUnitsAreAllSymbolsAndWhatIsUsedMostWithPrefixes() {
        assertThat(Units.likely())
                .contains("m", "dBm", "cm", "kohm", "MHz", "uF")
                .doesNotContain("mdBm", "am");
    }

    @Test
    void exponentsReachTwelveAndFactorsSixteen() {
        assertThat(unit("m^12").dimension()).isEqualTo(Dimension.LENGTH.power(12, 1));
        assertThat(unit("m^-12").dimension()).isEqualTo(Dimension.LENGTH.power(-12, 1));
        assertThat(unit("m" + " m".repeat(15)).dimension()).isEqualTo(Dimension.LENGTH.power(16, 1));
        assertThat(Units.parse("m" + " m".repeat(16))).isNull();
        assertThat(unit("(".repeat(15) + "m" + ")".repeat(15)).dimension()).isEqualTo(Dimension.LENGTH);
        assertThat(Units.parse("(".repeat(16) + "m" + ")".repeat(16))).isNull();
        assertThat(Units.parse("(".repeat(100_000))).isNull();
    }
}
