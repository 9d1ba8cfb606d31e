package org.ansatz.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(A1)", "\t=1", "'=1", "=HYPERLINK(\"x\")"})
    void whatASpreadsheetWouldComputeIsMadeText(String text) {
        assertThat(Cells.safe(text)).isEqualTo("'" + text);
        assertThat(Cells.restored(Cells.safe(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-22.8", "+3", "-1e-3", "-1,5", "Ada", "3 m", "", "x = 2", "it's"})
    void numbersAndPlainTextStayAsTheyAre(String text) {
        assertThat(Cells.safe(text)).isEqualTo(text);
        assertThat(Cells.restored(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u001b[31mb", "a\u0000b", "a\u009bb", "a\rb"})
    void controlCharactersAreReplaced(String text) {
        assertThat(Cells.safe(text))
                .doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]")
                .startsWith("a");
    }
}
