package org.ansatz.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Formulas in texts. */
final class MathematicsTest {

    @Test
    void betweenTwoDollarSignsIsAFormulaInTheLine() {
        assertThat(Mathematics.readable("a $Z_0^2/R_L$, b $x_k$", 80)).isEqualTo("a Z₀²/R_L, b xₖ");
        assertThat(Mathematics.readable("it costs $5", 80)).isEqualTo("it costs $5");
        assertThat(Mathematics.readable("a $x_1$ and $y", 80)).isEqualTo("a x₁ and $y");
        assertThat(Mathematics.readable("$$a/b", 80)).isEqualTo("$$a/b");
        assertThat(Mathematics.readable("", 80)).isEmpty();
    }

    @Test
    void boldWordsAreNoMoreThanWords() {
        assertThat(Mathematics.readable("this is **not so**: $x$, **x**", 80)).isEqualTo("this is not so: x, x");
        assertThat(Mathematics.readable("x**y + z**w and 2**3", 80)).isEqualTo("x**y + z**w and 2**3");
        assertThat(Mathematics.readable("**open", 80)).isEqualTo("**open");
    }

    @Test
    void betweenTwoPairsItStandsOnLinesOfItsOwn() {
        assertThat(Mathematics.readable("so that $$x = a/b$$ holds", 80)).isEqualTo("""
                so that
                        a
                    x = ─
                        b
                holds""");
        assertThat(Mathematics.readable("$$x$$", 80)).isEqualTo("    x");
    }

    @Test
    void whereItDoesNotFitItIsPutInOneLine() {
        assertThat(Mathematics.readable("so $$x = a/b$$ holds", 8)).isEqualTo("so\n    x = a/b\nholds");
        assertThat(Mathematics.readable("so $$x = a/b$$ holds", 9)).contains("─");
        assertThat(Mathematics.readable("so $$x = a/b$$ holds", 0)).isEqualTo("so\n    x = a/b\nholds");
        assertThat(new Style(false, 60, false).forFormulas()).isZero();
    }
}
