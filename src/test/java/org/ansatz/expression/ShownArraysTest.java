package org.ansatz.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansatz.expression.check.Expression;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Value;
import org.junit.jupiter.api.Test;

/** How much of a long array is shown. */
class ShownArraysTest {

    private static final Sheet SHEET = Sheet.of();

    private static String shown(String text, boolean whole) {
        Expression array = SHEET.read(text);
        Value value = SHEET.frame().value(array.term());
        return whole ? Show.whole(value, array.type(), 17) : Show.value(value, array.type(), null, 6);
    }

    @Test
    void aSetIsShownWholeAndOfALongMatrixTheBeginning() {
        String set = "{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18}";
        String row = set.replace('{', '[').replace('}', ']');
        assertThat(shown(set, false)).isEqualTo(set);
        assertThat(shown(row, false)).endsWith("15, 16, …]");
        assertThat(shown(set, true)).isEqualTo(set);
        assertThat(shown(row, true)).isEqualTo(row);
        assertThat(shown("1/3", true)).isEqualTo("1/3");
    }
}
