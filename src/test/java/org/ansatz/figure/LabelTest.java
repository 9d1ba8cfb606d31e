package org.ansatz.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Texts of strangers do no harm in a picture. */
final class LabelTest {

    @Test
    void controlsAndMarksOfDirectionNeverGetThrough() {
        String hostile = "a\u001b[31mb\u0007\u009b1m\u202ec\u2066d\u200be\ufeff\ud800f";
        String label = Label.of(hostile);
        assertThat(label.chars().filter(c -> Character.isISOControl(c) || Character.isSurrogate((char) c)))
                .isEmpty();
        assertThat(label).doesNotContain("\u202e", "\u2066", "\u200b", "\ufeff");
        assertThat(label).startsWith("a").endsWith("f");
    }

    @Test
    void aLabelIsOneLineOfLimitedLength() {
        assertThat(Label.of("two\nlines\tand a tab")).isEqualTo("two lines and a tab");
        assertThat(Label.of("x".repeat(5000))).hasSize(200);
    }

    @Test
    void columnsAreCountedAsATerminalDoes() {
        assertThat(Label.columns("|Γ|")).isEqualTo(3);
        assertThat(Label.columns("e\u0301")).isEqualTo(1);
        assertThat(Label.columns("漢字")).isEqualTo(4);
        assertThat(Label.columns("😀")).isEqualTo(2);
    }

    @Test
    void whatIsTooLongIsCut() {
        assertThat(Label.cut("reflection", 10)).isEqualTo("reflection");
        assertThat(Label.cut("reflections", 10)).isEqualTo("reflectio…");
        assertThat(Label.columns(Label.cut("漢字漢字", 4))).isLessThanOrEqualTo(4);
    }

    @Test
    void lettersOfFormulasAreSpeltOutInAscii() {
        assertThat(Label.ascii("|Γ| in µΩ, ε → 0, 漢")).isEqualTo("|Gamma| in uohm, eps -> 0, ?");
    }
}
