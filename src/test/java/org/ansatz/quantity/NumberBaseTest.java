package org.ansatz.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bases in which whole numbers are shown, and the words that ask for them. */
final class NumberBaseTest {

    @ParameterizedTest(name = "{1} in {0}: {2}, written {3}")
    @CsvSource({
        "binary, 10, 1010, 0b1010",
        "binary, -10, -1010, -0b1010",
        "binary, 0, 0, 0b0",
        "binary4, 10, 1010, 0b1010",
        "binary5, 10, 01010, 0b01010",
        "binary8, 10, 00001010, 0b00001010",
        "binary8, -10, -00001010, -0b00001010",
        "binary3, 10, 1010, 0b1010",
        "octal, 64, 100, 0o100",
        "octal4, 64, 0100, 0o0100",
        "hex, 31, 1F, 0x1F",
        "hexadecimal, 31, 1F, 0x1F",
        "hex4, 31, 001F, 0x001F",
        "hexadecimal4, 31, 001F, 0x001F",
        "hex10, 18446744073709551615, FFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF"
    })
    void aWholeNumberIsShownInABase(String word, String number, String shown, String written) {
        NumberBase base = Objects.requireNonNull(NumberBase.of(word));
        assertThat(base.digits(new BigInteger(number))).isEqualTo(shown);
        assertThat(base.written(new BigInteger(number))).isEqualTo(written);
    }

    @Test
    void upToSixtyFourDigitsAreAskedFor() {
        assertThat(NumberBase.of("binary64")).isEqualTo(new NumberBase(2, 64));
        assertThat(NumberBase.of("binary9")).isEqualTo(new NumberBase(2, 9));
        assertThat(NumberBase.of("binary10")).isEqualTo(new NumberBase(2, 10));
        assertThat(NumberBase.of("binary65")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bin",
                "decimal",
                "Hex",
                "binary0",
                "binary08",
                "binary100",
                "binaryx",
                "hex4x",
                "hex-4",
                "hex/4",
                "hex4:",
                "ahex"
            })
    void anythingElseNamesNone(String word) {
        assertThat(NumberBase.of(word)).isNull();
    }

    @Test
    void asAUnitItChangesNothingButTheName() {
        assertThat(new NumberBase(16, 1).unit()).isEqualTo(Unit.exact("hex", Dimension.NONE, Rational.ONE));
        assertThat(new NumberBase(8, 1).unit().symbol()).isEqualTo("octal");
        assertThat(new NumberBase(2, 8).unit().symbol()).isEqualTo("binary8");
    }
}
