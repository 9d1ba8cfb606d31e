package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is said of mistakes that people make who have read only the documentation: what is meant, and what to write. */
final class MessagesTest {

    private static final String SOUND = """
            title: Ohm's law
            statement: What is the voltage across {R} at {I}?
            given:
              R: 4.7 kohm
              I: 2 mA
            answer:
              kind: number
              unit: V
            routes:
              law: R*I
              node: root(u/R - I for u in 0 V..20 V)
            misconceptions:
              - {says: it is the power, value: R*I^2/(1 A)}
            """;

    @TempDir
    private Path folder;

    /**
     * A mistake.
     *
     * @param replaced a part of the sound problem
     * @param by what is written there
     * @param faults all that is said, each with line and column
     */
    private record Slip(String replaced, String by, List<String> faults) {
        Slip(String replaced, String by, String... faults) {
            this(replaced, by, List.of(faults));
        }
    }

    private static List<Slip> slips() {
        return List.of(
                // ---- a space after the colon
                new Slip(
                        "R: 4.7 kohm\n  I: 2 mA",
                        "R:4.7 kohm\n  I:2 mA",
                        "4:4: a space is missing after the colon: write 'R: 4.7 kohm'"),
                new Slip("R: 4.7", "R:4.7", "4:4: a space is missing after the colon: write 'R: 4.7 kohm'"),
                new Slip("I: 2 mA", "I:2 mA", "5:4: a space is missing after the colon: write 'I: 2 mA'"),
                new Slip(
                        "kind: number\n  unit: V",
                        "kind:number",
                        "7:7: a space is missing after the colon: write 'kind: number'"),
                new Slip(
                        "title: Ohm", "title:Ohm", "1:6: a space is missing after the colon: write 'title: Ohm's law'"),
                // ---- consequences are not reported beside their cause
                new Slip("given:", "givens:", "3:1: unknown field 'givens'; did you mean 'given'?"),
                new Slip("given:", "data:", "3:1: unknown field 'data'"),
                // ---- a field in the wrong place
                new Slip(
                        "answer:\n  kind: number\n  unit: V",
                        "answer: {unit: V}\nkind: number",
                        "7:1: 'kind' does not belong here, but below 'answer'"),
                new Slip(
                        "  unit: V",
                        "  unit: V\n  hints: [Ohm]",
                        "9:3: 'hints' does not belong here, but beside 'statement' and 'answer', at the left margin"),
                new Slip(
                        "  unit: V",
                        "  unit: V\n  value: R*I",
                        "9:3: 'value' does not belong here, but in a route, below its name in 'routes'"),
                new Slip(
                        "  kind: number\n  unit: V",
                        "  unit: V",
                        "7:3: answer: the field 'kind' is missing, which is one of mcq, msq, nat, number, complex, set, interval,"
                                + " formula, boolean, waveform"),
                new Slip("R: 4.7 kohm", "R: 4k7 ohm", "4:6: is this 4.7k? Write it so, with its unit, as in 4.7 kohm"),
                new Slip("R: 4.7 kohm", "R: 4k7", "4:6: is this 4.7k? Write it so, with its unit, as in 4.7 kohm"),
                new Slip("R: 4.7 kohm\n  I: 2 mA", "R: 4.7 kohm\n  I: 2 mX", "5:8: unknown unit or name 'mX'"),
                new Slip(
                        "given:\n  R: 4.7 kohm",
                        "givens:\n  R: 4.7 kohm",
                        "3:1: unknown field 'givens'; did you mean 'given'?"),
                new Slip(
                        "given:\n  R: 4.7 kohm",
                        "variants:\n  draw:\n    R: 1 kohm..9 kohm step 1 kohm\ngiven:\n  R: 4.7 kohmm",
                        "7:10: unknown unit or name 'kohmm'; did you mean 'kohm'?"),
                // a neighbour: what does not follow is still reported
                new Slip(
                        "given:\n  R: 4.7 kohm\n  I: 2 mA\nanswer:\n  kind: number\n  unit: V\nroutes:\n  law: R*I",
                        "givens:\n  R: 4.7 kohm\n  I: 2 mA\nanswer:\n  kind: number\n  unit: V\nroutes:\n  law: R*J",
                        "3:1: unknown field 'givens'; did you mean 'given'?",
                        "10:10: unknown name 'J'"),
                // ---- a unit that was forgotten
                new Slip(
                        "R: 4.7 kohm",
                        "R: 4700",
                        "10:8: the answer is a voltage (V); this is a current (A); R has no unit: ohm?"),
                // one that names the unit is kept, wherever it stands; other mistakes are, too
                new Slip(
                        "R: 4.7 kohm\n  I: 2 mA\nanswer:\n  kind: number\n  unit: V\nroutes:\n  law: R*I",
                        "R: 4700\n  I: 2 mA\nanswer:\n  kind: number\n  unit: V\nroutes:\n"
                                + "  law: {let: 'u = R*I', value: u}\n  other: R*I\n  wrong: I + 1 V",
                        "11:10: the answer is a voltage (V); this is a current (A); R has no unit: ohm?",
                        "12:10: '+' needs two quantities of one kind: the left operand is a current (A), the right operand is a"
                                + " voltage (V)"),
                // the same in a divisor, where the unit is that of the datum and not of what is missing
                new Slip(
                        "R: 4.7 kohm\n  I: 2 mA\nanswer:\n  kind: number\n  unit: V\nroutes:\n  law: R*I",
                        "R: 4700\n  I: 2 mA\n  U: 9.4 V\nanswer:\n  kind: number\n  unit: W\nroutes:\n  law: U^2/R",
                        "11:8: the answer is a power (W); this is a quantity in m^4 kg^2/(s^6 A^2); R has no unit: ohm?"),
                new Slip(
                        "law: R*I",
                        "law: {let: 'r = R + 2', value: r*I}",
                        "10:19: '+' needs two quantities of one kind: the left operand is an impedance (ohm), the right operand"
                                + " is a pure number"),
                new Slip(
                        "I: 2 mA\nanswer:\n  kind: number\n  unit: V\nroutes:\n  law: R*I",
                        "I: 2 mA\n  Ri: 50\nanswer:\n  kind: number\n  unit: V\nroutes:\n  law: (R + Ri)*I",
                        "11:9: '+' needs two quantities of one kind: the left operand is an impedance (ohm), the right operand"
                                + " is a pure number; Ri has no unit: ohm?"),
                new Slip("law: R*I", "law: R*I + (R + 1 ohm)*n\n  other: R*I", "10:26: unknown name 'n'"),
                // ---- what people write
                new Slip("R*I^2", "R*I**2", "13:40: a power is written '^', not '**'"),
                new Slip("4.7 kohm", "4.7 kO", "4:10: unknown unit or name 'kO'"),
                new Slip("2 mA", "2 ma", "5:8: unknown unit or name 'ma'; did you mean 'mA'?"),
                new Slip("{says: it", "{say: it", "13:6: unknown field 'say'; did you mean 'says'?"),
                new Slip(
                        "answer:",
                        "answer_key: 9.4 V\nanswer:",
                        "6:1: unknown field 'answer_key'; a problem does not hold its key, which stands in a file below answers/"),
                new Slip(
                        "answer:",
                        "correct: A\nanswer:",
                        "6:1: unknown field 'correct'; a problem does not hold its key, which stands in a file below answers/"),
                // ---- names that hide units
                new Slip(
                        "law: R*I",
                        "law: {let: 'V(x) = R*x', value: R*I + 1 V}",
                        "10:43: V is a function: give it its arguments; it hides the unit V from here on: call it otherwise,"
                                + " V1 say"),
                new Slip(
                        "law: R*I",
                        "law: {let: 'V = 3 A', value: R*I + 1 V}",
                        "10:32: '+' needs two quantities of one kind: the left operand is a voltage (V), the right operand is a"
                                + " current (A); V behind a number is what is declared under that name here, and not the unit"),
                // ---- derivatives
                new Slip(
                        "law: R*I",
                        "law: {let: 'x = R', value: I*differences(x^2 by x)/2}",
                        "10:51: x is not a variable that can be differentiated by, but a step; those are data, arguments and"
                                + " symbols. Of a formula in x write for x at …"),
                // ---- division by what stands side by side
                new Slip(
                        "law: R*I",
                        "law: {let: 'X = [1, 2]', value: 'R*I*sum(1/2 X)'}",
                        "10:44: '/' divides by a single number, and this is 1 × 2; entry by entry it is './'; what stands side by"
                                + " side behind it is all divided by: (1/m)*A is not 1/m A"));
    }

    @TestFactory
    Stream<DynamicTest> eachMistakeIsToldOnceAndWithWhatToWrite() {
        return slips().stream().map(slip -> dynamicTest(slip.by().replace("\n", "⏎"), () -> check(slip)));
    }

    private void check(Slip slip) throws IOException {
        assertThat(SOUND).contains(slip.replaced());
        Path file = folder.resolve("bad.yaml");
        Files.writeString(
                file, SOUND.replaceFirst(Pattern.quote(slip.replaced()), Matcher.quoteReplacement(slip.by())));
        Run run = Run.of("verify", file.toString());
        List<String> said = run.err()
                .lines()
                .filter(line -> line.startsWith("error: "))
                .map(line -> line.substring(line.indexOf("bad.yaml:") + "bad.yaml:".length()))
                .toList();
        assertThat(said).hasSize(slip.faults().size());
        for (int i = 0; i < said.size(); i++) {
            assertThat(said.get(i)).startsWith(slip.faults().get(i));
        }
    }

    @Test
    void theSoundProblemIsSound() throws IOException {
        Path file = folder.resolve("sound.yaml");
        Files.writeString(file, SOUND);
        assertThat(Run.of("verify", file.toString()).out()).contains("unkeyed").contains("9.4 V");
    }

    /** Where there is no value at what was drawn, it is said where. */
    @Test
    void whatFailsAtADrawSaysWhere() throws IOException {
        Path file = folder.resolve("drawn.yaml");
        Files.writeString(file, """
                title: The gradient of a determinant
                statement: What is the gradient of det(A) by A?
                any: {n: 1:3, A: "real[n, n]"}
                answer: {kind: formula, of: [A]}
                routes:
                  by hand: det(A)*inv(A)'
                  reverse mode: grad(det(0*A) by A)
                """);
        assertThat(Run.of("verify", file.toString()).out())
                .containsPattern("its determinant is not differentiated, at n = 1, A = \\[-?[0-9.]+\\]");
    }
}
