package org.ansatz.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.ansatz.bank.FrozenBank;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Replies in LaTeX, NumPy, MATLAB and Unicode, how they are read, and what is said of them. */
final class NotationTest {

    private static final Bank BANK = Bank.load(FrozenBank.PROBLEMS);

    private final Map<String, Marking> markings = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> repliesAreReadWhateverTheirNotation() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/marking/notations.txt")).stream()
                .filter(row -> !row.isBlank() && !row.startsWith("#"))
                .map(row -> dynamicTest(row, () -> check(row.split(" \\|", -1))));
    }

    private void check(String[] row) {
        Mark mark = mark(row[0].strip(), row[1].strip());
        assertThat(MarkingTest.kind(mark)).as("%s", mark).isEqualTo(row[2].strip());
        assertThat(mark.message()).contains(row[3].strip());
    }

    private Mark mark(String name, String reply) {
        String id = BANK.problems().keySet().stream()
                .filter(each -> each.endsWith("/" + name))
                .findFirst()
                .orElseThrow();
        return markings.computeIfAbsent(
                        id,
                        key -> Marking.of(BANK.problem(key), BANK.problem(key).published()))
                .mark(reply);
    }

    /** A reply of 10,000 characters, its middle a sum of many terms that cancel. */
    @Test
    void aLongReplyIsReadWhole() {
        StringBuilder reply = new StringBuilder("\\frac{1}{m}(P-Y)X^T");
        while (reply.length() < 9_000) {
            reply.append("\\,+\\,0\\cdot\\left(\\mathbf{P}-\\mathbf{Y}\\right)\\mathbf{X}^{\\mathsf{T}}");
        }
        while (reply.length() < 10_000) {
            reply.append(' ');
        }
        Mark mark = mark("softmax-weights", reply.toString());
        assertThat(MarkingTest.kind(mark)).as("%s", mark).isEqualTo("right");
        assertThat(mark.message()).startsWith("read as (1/m)*(P-Y)*X'").endsWith("…");
        assertThat(mark("softmax-weights", reply + " ").message()).contains("10001 characters; at most 10000");
    }

    @Test
    void aReplyNestedTooDeepIsRefused() {
        for (String open :
                new String[] {"\\frac{", "{", "\\left(", "(", "np.square(", "\\sqrt{", "\\log\\log{", "x^{"}) {
            Mark mark = mark("softmax-weights", open.repeat(900));
            assertThat(MarkingTest.kind(mark)).as(open).isEqualTo("unreadable");
            assertThat(mark.message()).as(open).matches("(?s).*(nested deeper|missing|expected|closed|found).*");
        }
    }

    @Test
    void marksThatAreNotSeenMeanNothing() {
        assertThat(MarkingTest.kind(mark("softmax-weights", "\u202B(P\u200F - Y)\u202C*X\u2019/m\u200E\uFEFF")))
                .isEqualTo("right");
    }

    @Test
    void aReplyOnFiveLinesIsOne() {
        Mark mark = mark("softmax-weights", "\\frac{1}{m}\n  \\left(\n    P - Y\r\n  \\right)\n  X^T");
        assertThat(mark.message()).isEqualTo("read as (1/m)*(P - Y)*X'");
        assertThat(MarkingTest.kind(mark("softmax-weights", "(P - Y) \\\n @ X.T \\\n / m")))
                .isEqualTo("right");
    }

    /** Faults are shown where they stand in what was typed. */
    @Test
    void faultsStandInWhatWasTyped() {
        String typed = "\\frac{1}{m}(P-Y)Q^T";
        Mark.Unreadable mark = (Mark.Unreadable) mark("softmax-weights", typed);
        assertThat(mark.span().of(typed)).isEqualTo("Q");
        typed = "np.dot(P - Y, X.T)/mm";
        mark = (Mark.Unreadable) mark("sigmoid-bias", typed);
        assertThat(mark.span().of(typed)).contains("P");
    }

    /** Signs and words of all notations in any order: each reply has a mark, and none takes long. */
    @Test
    void nothingThatIsTypedIsAnInternalError() {
        String[] parts = {
            "X",
            "(P-Y)",
            "m",
            "^",
            "^T",
            "^{\\top}",
            "_",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "\\frac",
            "\\sum",
            "_{i=1}",
            "\\left",
            "\\right",
            "\\sigma",
            "\\log",
            "\\sin^2",
            "\\sqrt",
            "\\begin{pmatrix}",
            "\\end{pmatrix}",
            "&",
            "\\\\",
            "@",
            ".T",
            ".dot(",
            "np.",
            "np.dot(",
            "np.sum(",
            "axis=0",
            ",",
            "'",
            ".'",
            "**",
            "*",
            ".*",
            "/",
            "-",
            "+",
            " ",
            "√",
            "∑",
            "ᵀ",
            "½",
            "σ",
            "₁",
            "\u200F",
            "=",
            "einsum('ij->ji', X)",
            "einsum(",
            "|",
            "$",
            "2",
            "1/2",
            "kt",
            "\\text{exp}",
            "\\hat",
            "softmax(",
            "0.5",
            "..",
            "<",
            "\\,",
            "\n"
        };
        java.util.Random random = new java.util.Random(17);
        for (int i = 0; i < 4_000; i++) {
            StringBuilder reply = new StringBuilder();
            for (int k = random.nextInt(14); k >= 0; k--) {
                reply.append(parts[random.nextInt(parts.length)]);
            }
            Mark mark = mark(i % 2 == 0 ? "softmax-weights" : "asymmetric-frozen", reply.toString());
            assertThat(mark.message()).as("%s", reply).doesNotContain("internal");
            if (mark instanceof Mark.Unreadable unreadable) {
                assertThat(unreadable.span().start()).as("%s", reply).isBetween(0, reply.length());
            }
        }
    }

    @Test
    void tenThousandCharactersOfOneKindAreNeverRight() {
        for (String part : new String[] {
            "^",
            "X.T",
            ".T",
            "\\frac",
            "\\sum_{i=1}^{2}",
            "(P).dot(Y)",
            "np.dot(P,",
            "a{",
            "kt",
            "PY",
            "P(",
            "P ",
            "\\sin^2",
            "\\left(",
            "_1",
            "ᵀ",
            "\\begin{pmatrix}",
            "P@",
            "P*",
            "1/",
            "np.sum(P, axis=0)+",
            "np.einsum('ij,ij->',P,Y)+",
            "\\,",
            "=",
            "\\nabla="
        }) {
            for (String name : new String[] {"softmax-weights", "q12"}) {
                assertThat(mark(name, part.repeat(10_000 / part.length())))
                        .as(part)
                        .isNotInstanceOf(Mark.Right.class);
            }
        }
    }
}
