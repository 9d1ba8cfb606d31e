package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Show;
import org.ansatz.field.Language;
import org.ansatz.quantity.NoValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of bits and numerals in other bases. */
final class BinaryWordsTest {

    private static String value(String text) {
        Scope scope = Scope.outermost(Language.registry());
        Expression expression = Expression.of(text, scope);
        return Show.value(Frame.of(scope.layout()).value(expression.term()), expression.type(), expression.unit(), 15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0b0110 xor 0b0011 | 5",
                "0b0110 and 0b0011 in binary4 | 0b0010",
                "0b0110 or 0b0011 in binary | 0b111",
                "0xFF in octal | 0o377",
                "0o17 + 1 in hex | 0x10",
                "-10 in binary | -0b1010",
                "255 in hex4 | 0x00FF",
                "255 in hexadecimal | 0xFF",
                "255 in hexadecimal4 | 0x00FF",
                "weight(0b10110 xor 0b00111) | 2",
                "complement(0b0101, 4) in binary4 | 0b1010",
                "complement(0, 0) | 0",
                "signed(0b1000, 4) | -8",
                "signed(0b0111, 4) | 7",
                "signed(complement(0b0101, 4) + 1, 4) | -5",
                "bits(0b1011, 6) | [0, 0, 1, 0, 1, 1]",
                "base(bits(0b1011, 6), 2) | 11",
                "digits(1000, 7) | [2, 6, 2, 6]",
                "base([2, 6, 2, 6], 7) | 1000",
                "base([1, 2], 2.5) | 9/2",
                "root(base([2, 3, 1], r) - 66 for r in 4..20) | 5",
                "sum(weight(k) for k in 0:255) | 1024",
                "weight([1, 3; 7, 0]) | [1, 2; 3, 0]",
                // Gray code, and a parity bit
                "13 xor floor(13/2) in binary4 | 0b1011",
                "mod(weight(0b1101), 2) | 1",
                "true xor false | true",
            })
    void wordsAndNumerals(String text, String value) {
        assertThat(value(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/3 in binary", "[1, 3/2] in hex", "2^-1 in octal8"})
    void aBaseIsForWholeNumbers(String text) {
        Scope scope = Scope.outermost(Language.registry());
        Expression expression = Expression.of(text, scope);
        assertThatThrownBy(() -> Show.require(Frame.of(scope.layout()).value(expression.term()), expression.unit()))
                .isInstanceOf(NoValue.class)
                .hasMessageContaining("only a whole number is shown in");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base([1, 3, 2], 3) | the base 3 has no digit 3",
                "base([1, 0, 1], 1) | a base of 1; it is larger than 1",
                "base([1, 0, 1], -2) | a base of -2",
                "-1 xor 2 | a word of bits is not negative; this is -1",
                "bits(20, 3) | 20 has 5 bits, more than 3",
                "signed(16, 4) | 16 has 5 bits, more than 4",
                "complement(1, 10000) | a word of 10000 bits; from 0 to 4096 are possible",
                "digits(-5, 2) | of a number that is not negative",
                "digits(5, 1) | in a base from 2 on",
                "5 nand 3 | write complement(…, n)",
                "1 V xor 2 | a pure number is needed here",
                "sqrt(2) in binary | a whole number is needed here",
                "1 or true | a truth value is needed here",
                "0o9 | digits of base 8 are missing",
            })
    void whatIsNoWordIsRefused(String text, String message) {
        assertThatThrownBy(() -> value(text)).hasMessageContaining(message);
    }
}
