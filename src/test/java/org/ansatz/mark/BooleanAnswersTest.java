package org.ansatz.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict.Judgement;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boolean functions as answers, options and replies. */
final class BooleanAnswersTest {

    private static final String MULTIPLEXER = """
            title: t
            statement: s
            answer: {kind: boolean, of: [A, B, C]}
            routes:
              hand: A'B + AC
              network:
                logic: |
                  P = A and C
                  Y = P or B and A'
                value: Y
            """;
    private static final String MINIMAL = MULTIPLEXER.replace("of: [A, B, C]", "of: [A, B, C], form: minimal_sop");

    private static Judgement judgement(String text) {
        return Verifier.published(Yaml.problem(text), List.of()).judgement();
    }

    private static String mark(String text, String reply) {
        Problem problem = Yaml.problem(text);
        Mark mark = Marking.of(problem, problem.published()).mark(reply);
        return mark.getClass().getSimpleName() + (mark.message().isEmpty() ? "" : ": " + mark.message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minterms([A, B, C], 0, 1, 2, 5) | minterms([A, B, C], 3, 7)'",
                "maxterms([A, B, C], 4, 6) | maxterms([A, B, C], 3, 7)",
                "minterms([C, B, A], 0, 4, 2, 5) | not (minterms([B, C], 3))",
            })
    void aFunctionIsGivenByTheNumbersOfItsRows(String function, String where) {
        String text = """
                title: t
                statement: s
                answer: {kind: boolean, of: [A, B, C], form: minimal_sop}
                where: "%s"
                routes:
                  numbers: %s
                  network:
                    logic: |
                      Y = minterms([A, B, C], 0, 1, 2, 5)
                      N = minterms([A, B, C], 3, 7)
                      S = A' + C
                      E = Y N' xor S N'
                    value: if(models(E) == 0, S, 1)
                """.formatted(where, function);
        assertThat(said(text.replace("if(models(E) == 0, S, 1)", "Y"))).isEqualTo("A' + C");
        assertThat(mark(text.replace("if(models(E) == 0, S, 1)", "Y"), "C + A'"))
                .isEqualTo("Right");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minterms(0, 1) | the inputs, the most significant first",
                "minterms([A, B], 4) | whole numbers from 0 to 3",
                "minterms([A, B], 1/2) | whole numbers from 0 to 3",
                "f(A, B) | logic has no functions but minterms",
            })
    void rowsThatThereAreNotAreNamed(String function, String message) {
        String text = MULTIPLEXER.replace("hand: A'B + AC", "hand: " + function);
        assertThat(Yaml.faults(Yaml.read(text)).toString()).contains(message);
    }

    private static String said(String text) {
        return Objects.requireNonNull(judgement(text).answer()).brief();
    }

    /** What is shown as the answer can be given as one, whatever the routes say. */
    @Test
    void anAnswerIsSaidInTheFormThatIsAsked() {
        String numbers = MULTIPLEXER.replace("hand: A'B + AC", "hand: if(2*A + B == 1 or A + C == 2, 1, 0)");
        assertThat(said(numbers)).isEqualTo("A C + A' B");
        assertThat(mark(numbers, said(numbers))).isEqualTo("Right");
        String sum = MULTIPLEXER.replace("C]", "C], form: product_of_sums");
        assertThat(mark(sum, said(sum))).isEqualTo("Right");
        String never = MULTIPLEXER.replace("A'B + AC", "A A'").replace("P or B and A'", "P and A'");
        assertThat(mark(never, said(never))).isEqualTo("Right");
    }

    /** A digit of 5 or more, in four bits of which the numbers above 9 do not occur. */
    @ParameterizedTest
    @CsvSource({
        "(A(B + C))'",
        "not (A and (B or C))",
        "A' + B'C'",
        "8*A + 4*B + 2*C + D <= 9",
        "not (A == 1 and B + C > 0)"
    })
    void whatDoesNotOccurIsSaidInTheNotationOfTheQuestion(String where) {
        String text = """
                title: t
                statement: s
                answer: {kind: boolean, of: [A, B, C, D], form: minimal_sop}
                where: "%s"
                routes:
                  map: A + BC + BD
                  table:
                    logic: |
                      F = A'B C'D + A'B C D' + A'B C D + A B'C'
                    value: F
                """.formatted(where);
        assertThat(judgement(text)).isInstanceOf(Judgement.Unkeyed.class);
        assertThat(said(text)).isEqualTo("A + BC + BD");
        String longer = text.replace("map: A + BC + BD", "map: A B'C' + BC + BD");
        assertThat(said(longer)).isEqualTo("A + B C + B D");
        assertThat(mark(longer, said(longer))).isEqualTo("Right");
        String product = longer.replace("minimal_sop", "minimal_pos");
        assertThat(mark(product, said(product))).isEqualTo("Right");
        assertThat(mark(text, "BD + A + CB")).isEqualTo("Right");
        assertThat(mark(text, "A B'C' + BC + BD")).contains("fewer are enough");
        assertThat(mark(text, "A + BC")).startsWith("Wrong");
    }

    @Test
    void aFunctionIsSaidAsItIsWritten() {
        assertThat(judgement(MULTIPLEXER)).isInstanceOf(Judgement.Unkeyed.class);
        assertThat(Objects.requireNonNull(judgement(MULTIPLEXER).answer()).brief())
                .isEqualTo("A'B + AC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "A'B + AC | Right",
                "AC + BA' | Right",
                "Y = A C + A' B | Right",
                "(A + B)(A' + C) | Right",
                "¬A B ∨ A ∧ C | Right",
                "~A*B + A·C | Right",
                "!A & B + A & C | Right",
                "A'B + AC + BC | Right",
                "(not A) and B or A and C | Right",
                "B ⊕ A(B ⊕ C) | Right",
                "(A' + 0)B + 1AC | Right",
                "AB + A'C | Wrong",
                "A | Wrong",
                "0 | Wrong",
                "A + D | Unreadable: 'D' is neither defined nor among the inputs, A, B, C",
                "a'b + ac | Right: read as A'B + AC",
                "y = a and c or not a and b | Right",
                "a'b + aC | Right: read as A'B + AC",
                "a'b + d | Unreadable: 'a' is neither defined nor among the inputs, A, B, C",
                "A'B + 2C | Unreadable: logic knows the constants 0 and 1",
                "sin(A) | Unreadable",
                "A'B + | Unreadable",
            })
    void aReplyIsReadAsOnPaper(String reply, String mark) {
        assertThat(mark(MULTIPLEXER, reply)).startsWith(mark);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "AC + BA' | Right",
                "A'B + AC + BC | Wrong: the right function, but it has 6 literals, and fewer are enough",
                "A'B + ABC + AB'C | Wrong: the right function, but it has 8 literals, and fewer are enough",
                "(A + B)(A' + C) | Wrong: the right function, but it is not written as a sum of products",
                "A'B + A(C) | Right",
                "AB | Wrong",
            })
    void aFormIsDemanded(String reply, String mark) {
        assertThat(mark(MINIMAL, reply)).startsWith(mark);
        assertThat(mark(MULTIPLEXER.replace("of: [A, B, C]", "of: [A, B, C], form: minimal_pos"), "(A + B)(A' + C)"))
                .isEqualTo("Right");
        assertThat(mark(MULTIPLEXER.replace("of: [A, B, C]", "of: [A, B, C], form: product_of_sums"), "A'B + AC"))
                .isEqualTo("Wrong: the right function, but it is not written as a product of sums");
    }

    /** Where a word does not occur, the function may be anything, and the shortest is one that makes use of that. */
    @Test
    void whatDoesNotOccurDoesNotMatter() {
        String text = """
                title: t
                statement: s
                answer: {kind: boolean, of: {A: bit, B: bit, C: bit}, form: minimal_sop}
                where: A + B + C <= 1
                routes:
                  hand: A + B
                  count: any(A + 2*B == k for k in 1:2)
                """;
        assertThat(judgement(text)).isInstanceOf(Judgement.Unkeyed.class);
        assertThat(mark(text, "A + B")).isEqualTo("Right");
        assertThat(mark(text, "AB' + A'B"))
                .isEqualTo("Wrong: the right function, but it has 4 literals, and fewer are enough");
        assertThat(mark(text, "A + B + C")).startsWith("Wrong: at A = 0, B = 0, C = 1 yours is 1, and it should be 0");
        assertThat(judgement(text.replace("where: A + B + C <= 1", "where: A + B + C > 3"))
                        .reason())
                .contains("no point that was tried meets the conditions in 'where'");
    }

    @Test
    void aWrongRouteOrKeyIsFoundAtOneRow() {
        String text = MULTIPLEXER.replace("A'B + AC", "A'B + AC + A'B'C'");
        assertThat(judgement(text).reason())
                .isEqualTo("routes 'hand' and 'network' differ: 1 apart at A = 0, B = 0, C = 0, more than their errors"
                        + " explain");
    }

    @Test
    void optionsAreBooleanWhereAllIsOfBits() {
        String text = MULTIPLEXER.replace("{kind: boolean, of: [A, B, C]}", """
                {kind: mcq, of: {A: bit, B: bit, C: bit}, options: {A: AB + A'C, B: A'B + AC, C: A ⊕ B, D: ABC}}""");
        assertThat(Objects.requireNonNull(judgement(text).answer()).brief()).isEqualTo("B");
        assertThat(mark(text, "(A + B)(A' + C)")).isEqualTo("Right: that is option B");
        assertThat(mark(text, "AB + CA'")).startsWith("Wrong");
        String plain = text.replace("A: bit, B: bit, C: bit", "A: 0:1, B: 0:1, C: 0:1");
        assertThat(Yaml.faults(Yaml.read(plain))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: boolean, of: {A: 0..1, B: bit}} | a boolean is a function of bits",
                "{kind: boolean} | a boolean is a function of something",
                "'{kind: boolean, of: [A, B, C, D, E, F, G, H, I]}' | 9 bits; a Boolean function has at most 8 here",
                "'{kind: boolean, of: [A, B], form: shortest}' | 'shortest' is none of any, sum_of_products",
                "'{kind: formula, of: [A], form: any}' | unknown field 'form'",
            })
    void whatIsWrongIsNamed(String answer, String message) {
        String text = MULTIPLEXER.replace("{kind: boolean, of: [A, B, C]}", answer);
        assertThat(Yaml.faults(Yaml.read(text)).toString()).contains(message);
    }
}
