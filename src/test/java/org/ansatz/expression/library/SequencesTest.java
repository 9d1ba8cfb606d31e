package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansatz.expression.Sheet;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequences against what is known by hand, and against the sum that defines a transform, written out in the language. */
final class SequencesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conv([1, 2, 3], [1, -1]) == [1, 1, 1, -3]",
                "conv([1, 1/2], [1; 1/2]) == [1, 1, 1/4]",
                "conv([2 V], [1 s, 3 s]) == [2 V*(1 s), 6 V*(1 s)]",
                "dft([1, 0, 0, 0]) == [1, 1, 1, 1]",
                "dft([1, 2, 3, 4]) == [10, -2+2j, -2, -2-2j]", // Oppenheim and Schafer's convention
                "dft([1 V, 1 V]) == [2 V, 0 V]",
                "idft([10, -2+2j, -2, -2-2j]) == [1, 2, 3, 4]"
            })
    void whatIsKnownByHandIsExact(String claim) {
        assertThat(Sheet.of().holds(claim)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "5, 4", "7, 3", "12, 5", "31, 17"})
    void aTransformIsTheSumThatDefinesIt(int length, int at) {
        StringBuilder row = new StringBuilder("[");
        for (int n = 0; n < length; n++) {
            row.append(n == 0 ? "" : ", ").append((7 * n * n + 3) % 11).append("/4");
        }
        Sheet sheet = Sheet.of("x = " + row + "]");
        String sum = "sum(entry(x, 1, n + 1)*exp(-2j*pi*" + at + "*n/" + length + ") for n in 0:" + (length - 1) + ")";
        Value expected = sheet.value(sum);
        Value found = sheet.value("entry(dft(x), 1, " + (at + 1) + ")");
        assertThat(Arrays.distance(found, expected)).isLessThan(1e-13 * length);
    }

    @Test
    void thereAndBackIsWithinTheErrors() {
        Sheet sheet = Sheet.of("x = [1/3, -2, 5, 1/7, 9]");
        Term term = sheet.read("idft(dft(x)) - x").term();
        Frame frame = sheet.frame();
        Estimate found = frame.estimate(term, 3);
        assertThat(Arrays.size(found.value())).isLessThanOrEqualTo(found.error());
        assertThat(found.error()).isLessThan(1e-13);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "dft(3) ¦ a sequence is a row, [x0, x1, x2]",
                "conv([1, 2], 3) ¦ a sequence is a row",
                "dft([1, 2; 3, 4]) ¦ a sequence is a row or a column",
                "dft(ones(1, 3000)) ¦ a sequence of 3000; at most 2048",
                "conv([1, 2]) ¦ written conv(a, b)"
            })
    void whatIsNoSequenceIsRefused(String formula, String said) {
        assertThat(Sheet.of().fault(formula).getMessage()).contains(said);
    }
}
