package org.ansatz.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ansatz.bank.Bank;
import org.ansatz.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replies that are matrices and waveforms, to questions without options. */
final class MatrixMarkingTest {

    private static @Nullable Marking solved;

    @TempDir
    private Path folder;

    private Marking marking(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), text);
        Bank bank = Bank.load(file);
        assertThat(bank.faults()).isEmpty();
        Problem problem = bank.problems().values().iterator().next();
        Marking marking = Marking.of(problem, problem.published());
        assertThat(marking.objection()).isEmpty();
        return marking;
    }

    /** Solved once: it takes longer than all replies. */
    private Marking softmax() throws IOException {
        solved = solved == null ? marking(SOFTMAX) : solved;
        return solved;
    }

    @Test
    void aMatrixOfFormulasIsMarkedEntryByEntry() throws IOException {
        Marking marking = marking("""
                title: rotation
                statement: What turns a vector by the angle a?
                answer: {kind: formula, of: {a: 0..3}}
                routes:
                  entries: "[cos(a), -sin(a); sin(a), cos(a)]"
                  integrals:
                    let: |
                      c = 1 - integrate(sin(s) for s in 0..a)
                      q = integrate(cos(s) for s in 0..a)
                    value: "[c, -q; q, c]"
                """);
        assertThat(marking.mark("[cos(a), -sin(a); sin(a), cos(a)]")).isInstanceOf(Mark.Right.class);
        assertThat(marking.mark("[cos(a), sin(a); -sin(a), cos(a)]")).isInstanceOf(Mark.Wrong.class);
        assertThat(marking.mark("cos(a)")).isInstanceOf(Mark.Wrong.class);
        assertThat(marking.mark("[1, 2")).isInstanceOf(Mark.Unreadable.class);
        assertThat(marking.mark("[cos(a), -sin(a); sin(a), cos(a)]'")).isInstanceOf(Mark.Wrong.class);
        assertThat(marking.mark("[1, 2, 3]").message()).isNotEmpty();
    }

    @Test
    void aWaveformIsMarkedWithACounterexampleAndItsFactor() throws IOException {
        Marking marking = marking("""
                title: charging
                statement: What is the voltage across C?
                given: {E: 5 V, R: 1 kohm, C: 1 uF}
                answer: {kind: waveform, unit: V, of: {t: 0 s..5 ms}}
                routes:
                  closed form: E*(1 - exp(-t/(R*C)))
                  integrated: integrate(E/(R*C)*exp(-s/(R*C)) for s in 0 s..t)
                misconceptions:
                  - says: the capacitor is discharged instead
                    value: E*exp(-t/(R*C))
                """);
        assertThat(marking.mark("v(t) = 5 V*(1 - exp(-t/(1 ms)))")).isInstanceOf(Mark.Right.class);
        assertThat(marking.mark("E*exp(-t/(R*C))").message())
                .isEqualTo("it looks as if the capacitor is discharged instead");
        assertThat(marking.mark("-E*(1 - exp(-t/(R*C)))").message()).startsWith("the sign is wrong: at t = ");
        assertThat(marking.mark("E*(1 - exp(-t/(2*R*C)))").message())
                .startsWith("at t = ")
                .contains("yours is");
        assertThat(marking.mark("1 - exp(-t/(R*C))").message()).startsWith("a voltage (V) is asked for");
        assertThat(marking.mark("E*log(t/(1 s) - 1)").message()).startsWith("it has no value everywhere");
        assertThat(marking.mark("E*(1 - exp(-t/tau))")).isInstanceOf(Mark.Unreadable.class);
    }

    private static final String SOFTMAX = """
            title: softmax
            statement: What is the gradient of the cross-entropy by W?
            any:
              n: 1:4
              m: 1:6
              k: 2:5
              X: (-2..2)[n, m]
              Y: onehot[k, m]
              W: (-2..2)[k, n]
              b: (-2..2)[k, 1]
            answer:
              kind: formula
              of: [Y, X, m, W, b]
            routes:
              by hand: (softmax(W*X .+ b) - Y)*X'/m
              reverse mode: grad(-sum(Y .* log_softmax(W*X .+ b))/m by W)
              differences: differences(-sum(Y .* log_softmax(W*X .+ b))/m by W)
            misconceptions:
              - says: the bias is forgotten
                value: (softmax(W*X) - Y)*X'/m
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "(softmax(W*X .+ b) - Y)*X'/m ¦ right ¦",
                "dL/dW = (softmax(W*X .+ b) - Y)*X'/m ¦ right ¦",
                "∂L/∂W = (softmax(W*X .+ b) - Y)*X'/m. ¦ right ¦",
                "dW = (softmax(W*X .+ b) - Y)*X'/m ¦ right ¦",
                "(softmax(W*X .+ b)*X' - Y*X')/m ¦ right ¦",
                "(softmax(W*X .+ b) - Y)*X' ¦ wrong ¦ the right value times m: entry",
                "(softmax(W*X .+ b) - Y)*X'/(k*m) ¦ wrong ¦ the right value times 1/k: entry",
                "(softmax(W*X .+ b) - Y)*X'/k ¦ wrong ¦ entry",
                "-(softmax(W*X .+ b) - Y)*X' ¦ wrong ¦ the right value times -m: entry",
                "2*(softmax(W*X .+ b) - Y)*X'/m ¦ wrong ¦ the right value times 2: entry",
                "0.3*(softmax(W*X .+ b) - Y)*X'/m ¦ wrong ¦ the right value times 0.3: entry",
                "(Y - softmax(W*X .+ b))*X'/m ¦ wrong ¦ the sign is wrong: entry",
                "(softmax(W*X) - Y)*X'/m ¦ wrong ¦ it looks as if the bias is forgotten; entry",
                "(sigmoid(W*X .+ b) - Y)*X'/m ¦ wrong ¦ entry",
                "b.*(softmax(W*X .+ b) - Y)*X'/m ¦ wrong ¦ each row is off by a factor of its own: entry",
                "X*(softmax(W*X .+ b) - Y)'/m ¦ wrong ¦ k × n is asked for, and this is n × k",
                "sum(softmax(W*X .+ b) - Y)/m ¦ wrong ¦ k × n is asked for, and this is a number",
                "(softmax(W*X .+ b) - Y)*X'/n ¦ wrong ¦ the right value times m/n: entry",
                "(softmax(W*X .+ b) - Y)*X'/k ¦ wrong ¦ the right value times m/k: entry",
                "2*(softmax(W*X .+ b) - Y)*X'/n ¦ wrong ¦ the right value times 2*m/n: entry",
                "(softmax(W*X .+ b) - Y)*X'/(2*k) ¦ wrong ¦ the right value times m/(2*k): entry",
                "n*(softmax(W*X .+ b) - Y)*X'/m ¦ wrong ¦ the right value times n: entry",
                "0.5*(softmax(W*X .+ b) - Y)*X'/m ¦ wrong ¦ the right value times 1/2: entry",
                "3*(softmax(W*X .+ b) - Y)*X'/m ¦ wrong ¦ the right value times 3: entry",
                "1.000002*(softmax(W*X .+ b) - Y)*X'/m ¦ wrong ¦ the right value times 1.000002: entry",
                "-1.000002*(softmax(W*X .+ b) - Y)*X'/m ¦ wrong ¦ the right value times -1.000002: entry",
                "2.00001*(softmax(W*X .+ b) - Y)*X'/m ¦ wrong ¦ the right value times 2.00001: entry",
                "(softmax(W*X .+ b) - Y)*X'/(3*m) ¦ wrong ¦ the right value times 0.3333: entry",
                "m^2*(softmax(W*X .+ b) - Y)*X' ¦ wrong ¦ the right value times a factor that is not always the same: entry",
                "sum(b)*(softmax(W*X .+ b) - Y)*X'/m ¦ wrong ¦ the right value times a factor that is not always the same: entry",
                "(softmax(W*X .+ b) - Y)*X/m ¦ unreadable ¦ k × m times n × m: rows of m meet columns of n",
                "(softmax(W*X + b) - Y)*X'/m ¦ unreadable ¦ to repeat a row or column write '.+'",
                "grad(-sum(Y .* log_softmax(W*X .+ b))/m by W) ¦ unreadable ¦ a formula without grad",
                "W/0 ¦ wrong ¦ it has no value everywhere in the domain: division by zero",
                "inf*W ¦ wrong ¦",
                "X' ¦ wrong ¦ k × n is asked for, and this is m × n",
                "[1, 2; 3, 4] ¦ wrong ¦ k × n is asked for, and this is 2 × 2",
                "0*W ¦ wrong ¦",
                "W(1) ¦ unreadable ¦",
                "(P - Y)*X' ¦ unreadable ¦ unknown name 'P'",
            })
    void aWrongGradientIsToldItsFactorItsShapeAndAnEntry(String reply, String mark, String message) throws IOException {
        Mark given = softmax().mark(reply.strip());
        assertThat(given.getClass().getSimpleName()).isEqualToIgnoringCase(mark.strip());
        assertThat(given.message()).contains(message == null ? "" : message.strip());
    }

    @Test
    void theCounterexampleHasSizesThatAllDiffer() throws IOException {
        assertThat(softmax().mark("(softmax(W*X .+ b) - Y)*X'").message())
                .contains("and it should be")
                .containsPattern("where n = 4, k = 5, m = [236]$");
    }

    @Test
    void aFactorThatVariesIsToldWhereToLookAndAnEntryWithDigitsThatDiffer() throws IOException {
        Mark.Wrong varying = (Mark.Wrong) softmax().mark("sum(b)*(softmax(W*X .+ b) - Y)*X'/m");
        assertThat(varying.first())
                .isEqualTo(
                        "every entry is off by a factor that is not always the same; what is summed, and what averaged?");
        assertThat(softmax().mark("1.000002*(softmax(W*X .+ b) - Y)*X'/m").message())
                .doesNotContainPattern("is (\\S+), and it should be \\1,");
    }

    /** Any number is another one times some factor. */
    @Test
    void aNumberIsNotToldThatItsFactorVaries() throws IOException {
        Marking marking = marking("""
                title: mean square
                statement: What is the mean square of the entries of x?
                any: {n: 2:4, x: "(1..2)[n, 1]"}
                answer: {kind: formula, of: "[x, n]"}
                routes:
                  by hand: x'*x/n
                  mean: mean(x.^2)
                """);
        assertThat(marking.mark("sum(x)*x'*x/n").message()).doesNotContain("not always");
    }

    @Test
    void theTransposeOfASquareMatrixIsRecognised() throws IOException {
        Marking marking = marking("""
                title: quadratic
                statement: What is the derivative of trace(A'*B*C) by A?
                any: {n: 1:4, A: "real[n, n]", B: "real[n, n]", C: "real[n, n]"}
                answer: {kind: formula, of: "[A, B, C]"}
                routes:
                  by hand: B*C
                  reverse mode: grad(trace(A'*B*C) by A)
                """);
        assertThat(marking.mark("C'*B'").message()).startsWith("the transpose of the right value: entry");
        assertThat(marking.mark("-2*C'*B'").message()).startsWith("the transpose of the right value times -2: entry");
        assertThat(marking.mark("C*B").message()).startsWith("entry");
    }
}
