package org.ansatz.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansatz.expression.syntax.Handwriting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers in words, and what stands around a quantity and says nothing of it. */
class NumeralsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "six | 6",
                "forty-one | 41",
                "Forty one | 41",
                "minus twenty-two point eight three dB | -22.83 dB",
                "one hundred and twenty V | 120 V",
                "one hundred and V | 100 and V",
                "twelve hundred | 1200",
                "two thousand and five | 2005",
                "two thousand three hundred and five | 2305",
                "three million Hz | 3000000 Hz",
                "zero point zero five | 0.05",
                "two point V | 2 point V",
                "two three | 2 three",
                "twenty eleven | 20 eleven",
                "six-pi | 6-pi",
                "ninety-nine% | 99%",
                "sixteen2 | sixteen2",
                "tent | tent",
                "seventyfold | seventyfold",
            })
    void aNumberIsReadInWords(String typed, String spelled) {
        assertThat(Handwriting.ofQuantity(typed).spelled()).isEqualTo(spelled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.58 m? | 1.58 m",
                "1.58 m??. | 1.58 m",
                "1.58 m approximately | 1.58 m",
                "1.58 m (approx.) | 1.58 m",
                "1.58 m or so. | 1.58 m",
                "l = about 1.58 m | ' 1.58 m'",
                "approximately | approximately",
                "1.58 m ? | 1.58 m ?",
                "? | ?",
                "3! | 3!",
                "\u202e1.58\u200f m | 1.58  m",
                "1.58\ufeff | 1.58",
            })
    void whatIsSaidBesidesAQuantityIsLeftOut(String typed, String spelled) {
        assertThat(Handwriting.ofQuantity(typed).spelled().strip()).isEqualTo(spelled.strip());
    }
}
