package org.ansatz.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ansatz.bank.Bank;
import org.ansatz.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replies that are matrices and waveforms, to questions without options. */
final class MatrixMarkingTest {

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
}
