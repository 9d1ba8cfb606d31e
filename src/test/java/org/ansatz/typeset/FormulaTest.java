package org.ansatz.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.expression.term.SplitMix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What formulas look like, in a line and over several. */
final class FormulaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '"',
            value = {
                "Z_0^2/R_L # Z₀²/R_L",
                "V_cc - v_GS # V_cc - v_GS",
                "V_out/V_in # Vₒᵤₜ/Vᵢₙ",
                "x_k1^2 # xₖ₁²",
                "Z_omega # Z_ω",
                "log_2((p - s)/(p + s)) # log₂((p - s)/(p + s))",
                "mu x + nu x^* # μ x + ν x*",
                "mu = (1 + g e^{j phi})/2 # μ = (1 + g e^(j φ))/2",
                "|mu|^2/|nu|^2 # |μ|²/|ν|²",
                "s > 0 # s > 0",
                "a <= b != c -> d == e # a ≤ b ≠ c → d = e",
                "\\frac{1}{2 pi} # 1/(2 π)",
                "\\frac{a}{b c} # a/(b c)",
                "(1/2)/2 = 1/4 # (1/2)/2 = 1/4",
                "(a/b)/c - a/(b/c) # (a/b)/c - a/(b/c)",
                "x^(1/2) + x^{n + 1} # x^(1/2) + x^(n + 1)",
                "6 cm^-3 # 6 cm⁻³",
                "e^-2 + e^-x # e⁻² + e⁻x",
                "\\frac{a + b}{c} # (a + b)/c",
                "z/((z - a)(z - b)) # z/((z - a)(z - b))",
                "1/(2(a + b)) # 1/(2(a + b))",
                "K/(s(s + 1)) # K/(s(s + 1))",
                "1/H(f) + 1/(H(f)) # 1/H(f) + 1/H(f)",
                "x/sin(a + b) # x/sin(a + b)",
                "n/log_2(N + 1) # n/log₂(N + 1)",
                "1/(h_k(a + b)) # 1/(hₖ(a + b))",
                "sqrt((a + b)(a - b)) # √((a + b)(a - b))",
                "\\sqrt{x} + sqrt(1 - x^2) # √x + √(1 - x²)",
                "\\sum_{k=0}^{n} x_k # ∑ₖ₌₀ⁿ xₖ",
                "\\hat{x} = X^T y # x̂ = Xᵀ y",
                "\\left(a\\right) \\cdot \\text{if so} # (a) · if so",
                "2*x.*y # 2·x.*y",
                "[1, 2; 3, a/b] # [1, 2; 3, a/b]",
                "[0, 1) # [0, 1)",
                "P(A|B) # P(A|B)",
                "e^{-x^2} # e^(-x²)",
                "f'' # f''",
                "x^ # x^",
                "_a/ # _a/",
                "(a] # (a]",
                "\\ # \\",
                "\\frac # /",
                "𝛼^𝛽 # 𝛼^𝛽",
            })
    void inALine(String written, String shown) {
        assertThat(Formula.of(written).line()).isEqualTo(shown);
    }

    private static String drawn(String written) {
        return String.join(
                "\n",
                Formula.of(written).box().lines().stream()
                        .map(String::stripTrailing)
                        .toList());
    }

    @Test
    void aFractionHasABar() {
        assertThat(drawn("x = Z_0^2/R_L + 1")).isEqualTo("""
                    Z₀²
                x = ─── + 1
                    R
                     L""");
    }

    @Test
    void bracketsAndRootsAreAsHighAsWhatTheyHold() {
        assertThat(drawn("log_2((p - s)/(p + s))")).isEqualTo("""
                    ⎛p - s⎞
                log₂⎜─────⎟
                    ⎝p + s⎠""");
        assertThat(drawn("sqrt(a/b)")).isEqualTo("""
                 ┌──
                 │ a
                 │ ─
                ╲│ b""");
        assertThat(drawn("sqrt(a + b)")).isEqualTo("√(a + b)");
    }

    @Test
    void limitsStandBelowAndAbove() {
        assertThat(drawn("\\sum_{k=0}^{n} a_k/k")).isEqualTo("""
                 n  aₖ
                 ∑  ──
                k=0 k""");
    }

    @Test
    void exponentsThatUnicodeHasNotAreRaised() {
        assertThat(drawn("1 + g e^{j phi}")).isEqualTo("""
                       j φ
                1 + g e""");
        assertThat(drawn("(a/b)^2 + x_{A,B}")).isEqualTo("""
                   2
                ⎛a⎞
                ⎜─⎟  + x
                ⎝b⎠     A,B""");
    }

    @Test
    void matricesHaveColumns() {
        assertThat(drawn("A = [1, -2; 30, 4]")).isEqualTo("""
                A = ⎡ 1   -2 ⎤
                    ⎣ 30  4  ⎦""");
    }

    @Test
    void nestedFractionsHaveALongerBar() {
        assertThat(drawn("\\frac{1}{1 + \\frac{1}{x}}")).isEqualTo("""
                   1
                ───────
                     1
                 1 + ─
                     x""");
    }

    @Test
    void everyTextIsAFormulaAndEveryBoxARectangle() {
        SplitMix random = new SplitMix(7);
        List<String> pieces = List.of(
                "(", ")", "[", "]", "{", "}", "|", "^", "_", "/", "\\frac", "\\sqrt", "sqrt(", "a", "12", " ", ",", ";",
                "\\hat", "*", "\\left", "\\", "∑", "<=", "\\text{", "x̂");
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder();
            for (long i = random.below(25); i >= 0; i--) {
                text.append(pieces.get((int) random.below(pieces.size())));
            }
            Formula formula = Formula.of(text.toString());
            assertThat(formula.line()).as(text.toString()).isNotNull();
            Box box = formula.box();
            assertThat(box.base()).as(text.toString()).isBetween(0, box.lines().size() - 1);
            assertThat(box.lines())
                    .as(text.toString())
                    .allMatch(line -> new Box(List.of(line), 0).width() == box.width());
        }
    }

    @Test
    void deepNestingIsNoDanger() {
        for (String open : List.of(
                "(", "[", "{", "\\frac{", "\\sqrt{", "((]", "|", "sqrt(", "a^{", "\\sqrt", "\\frac", "a/", "a^",
                "\\hat", "1/(")) {
            assertThat(Formula.of(open.repeat(5000)).line()).isNotNull();
            assertThat(Formula.of(open.repeat(5000) + "x" + ")".repeat(5000)).line())
                    .isNotNull();
        }
        assertThat(Formula.of("[".repeat(30) + "x" + "]".repeat(30)).box().lines())
                .hasSize(1);
    }
}
