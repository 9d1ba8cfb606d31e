package org.ansatz.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A formula in the notations of other programs, and the text around it. */
final class NotationsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "x | x",
                "a*b | a\\cdot b",
                "2*pi*f | 2\\cdot \\pi \\cdot f",
                "(p - s)/(p + s) | \\frac{p - s}{p + s}",
                "sqrt(L/C) | \\sqrt{\\frac{L}{C}}",
                "sqrt(L'/C') | \\sqrt{\\frac{L'}{C'}}",
                "x^n/n! | \\frac{x^{n}}{n!}",
                "1/cos x = n | \\frac{1}{\\cos  x} = n",
                "tan a_2/tan a_1 | \\frac{\\tan  a_{2}}{\\tan  a_{1}}",
                "d y/d x + 1 | \\frac{d y}{d x} + 1",
                "v/d x | \\frac{v}{d} x",
                "1/n!^2 | \\frac{1}{n!^{2}}",
                "f/g'(x) | \\frac{f}{g'\\left(x\\right)}",
                "a/b != c | \\frac{a}{b} \\neq  c",
                "x^2 + y_i^2 | x^{2} + y_{i}^{2}",
                "V_GS | V_{\\mathrm{GS}}",
                "log(1 + x) | \\log \\left(1 + x\\right)",
                "v' | v'",
                "\\frac{1}{m} X^T | \\frac{1}{m} X^{T}",
                "\\sum_{i=1}^{n} x_i | \\sum_{i=1}^{n} x_{i}",
                "[1, 2; 3, 4] | \\begin{bmatrix}1 & 2 \\\\ 3 & 4 \\\\ \\end{bmatrix}",
                "30 % of {x} | 30 \\% \\mathrm{of} x",
                "a <= b | a \\leq  b",
                "\\text{for } x | \\text{for } x",
                "\\hat{x} | \\hat{x}",
                "10⁻³ | 10^{-3}",
            })
    void inLatex(String formula, String latex) {
        assertThat(Latex.of(Formula.of(formula))).isEqualTo(latex);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 % of $1 & #2_a | 5 \\% of \\$1 \\& \\#2\\_a",
                "10 µA < 2 Ω | 10 µA $<$ 2 $\\Omega$",
                "s⁻¹ at 25 °C | s$^{-1}$ at 25 \\textdegree{}C",
                "a\\b^c~d | a\\textbackslash{}b\\textasciicircum{}c\\textasciitilde{}d",
            })
    void wordsInLatex(String words, String latex) {
        assertThat(Latex.words(words)).isEqualTo(latex);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | <mi>x</mi>",
                "12.5 | <mn>12.5</mn>",
                "a < b | <mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>",
                "1/2 | <mfrac><mn>1</mn><mn>2</mn></mfrac>",
                "sqrt(x) | <msqrt><mi>x</mi></msqrt>",
                "x_i^2 | <msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>",
                "x^2 | <msup><mi>x</mi><mn>2</mn></msup>",
                "x_i | <msub><mi>x</mi><mi>i</mi></msub>",
                "\\sum_k x | <mrow><munder><mo>∑</mo><mi>k</mi></munder><mi>x</mi></mrow>",
                "log x | <mrow><mi>log</mi><mspace width=\"0.2em\"/><mi>x</mi></mrow>",
                "5 V | <mrow><mn>5</mn><mspace width=\"0.2em\"/><mi>V</mi></mrow>",
                "a - b | <mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow>",
                "a \\quad b | <mrow><mi>a</mi><mspace width=\"1em\"/><mi>b</mi></mrow>",
                "(a) | <mrow><mo>(</mo><mi>a</mi><mo>)</mo></mrow>",
                "[1; 2] | <mrow><mo>[</mo><mtable><mtr><mtd><mn>1</mn></mtd></mtr><mtr><mtd><mn>2</mn></mtd></mtr></mtable><mo>]</mo></mrow>",
                "\\text{a & b} | <mtext>a &amp; b</mtext>",
            })
    void inMathMl(String formula, String inside) {
        assertThat(MathMl.of(Formula.of(formula), false))
                .isEqualTo("<math xmlns=\"http://www.w3.org/1998/Math/MathML\">" + inside + "</math>");
    }

    @Test
    void aTextIsParagraphsAndItemsOfWordsAndFormulas() {
        Prose prose = Prose.of("""
                A **bold** word and $x$
                go on.

                - one
                - two: $$y$$
                """);
        assertThat(prose.paragraphs()).extracting(Prose.Paragraph::isItem).containsExactly(false, true, true);
        assertThat(prose.paragraphs().get(0).runs())
                .containsExactly(
                        new Run.Words("A ", false),
                        new Run.Words("bold", true),
                        new Run.Words(" word and ", false),
                        new Run.Mathematics(Formula.of("x"), false),
                        new Run.Words(" go on.", false));
        assertThat(prose.paragraphs().get(2).runs())
                .isEqualTo(List.of(new Run.Words("two: ", false), new Run.Mathematics(Formula.of("y"), true)));
    }

    @Test
    void aDollarSignWithoutAPartnerStandsForItself() {
        assertThat(Run.of("5 $ and **x")).containsExactly(new Run.Words("5 $ and **x", false));
    }
}
