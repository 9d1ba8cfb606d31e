package org.ansatz.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines a text is that was pasted: a stroke stands for the end of a line. */
final class LinesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "A ; [A]",
                "hint|C ; [hint, C]",
                "hint|C| ; [hint, C]",
                "hint||C||next ; [hint, C, next]",
                "1.58 m|-22 dB ; [1.58 m, -22 dB]",
                "x = 3 m|x^2 ; [x = 3 m, x^2]",
                "(P - Y)*|X'/m ; [(P - Y)* X'/m]",
                "(P - Y)|*X'|/m ; [(P - Y) *X' /m]",
                "[1, 2|3, 4]|C ; [[1, 2 3, 4], C]",
                "np.dot(|P - Y,|X.T|)|/ m ; [np.dot( P - Y, X.T ) / m]",
                "a + \\|b|c ; [a +  b, c]",
                "$$|\\frac{1}{m}|(P-Y)X^T|$$ ; [$$ \\frac{1}{m} (P-Y)X^T $$]",
                "\\[|\\frac{1}{m}|X^T|\\] ; [\\[ \\frac{1}{m} X^T \\]]",
            })
    void eachLineThatIsCompleteIsOne(String pasted, String lines) {
        assertThat(Lines.of(pasted.replace('|', '\n'))).hasToString(lines);
    }

    @ParameterizedTest
    @CsvSource({"``", "` `", "`|`", "`| |`"})
    void emptyLinesAloneAreOne(String pasted) {
        assertThat(Lines.of(pasted.replace("`", "").replace('|', '\n'))).isEqualTo(List.of(""));
    }
}
