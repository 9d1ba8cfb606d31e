package org.ansatz.field.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counters and other registers that take their next values together. */
final class StateMachineTest {

    private static String found(String logic, String value) {
        String text =
                "title: t\nstatement: s\ngiven: {start: 0, X: 1}\nanswer: {kind: number}\nroutes:\n  r:\n    logic: |\n"
                        + logic.indent(6) + "    value: " + value + "\n";
        Verdict verdict = Verifier.published(Yaml.problem(text), List.of());
        return verdict.findings().get(0).conclusion().describe();
    }

    private static final String TWISTED = "QA+ = QC'\nQB+ = QA\nQC+ = QB";
    private static final String UP = "C+ = C xor (B A)\nB+ = B xor A\nA+ = A'";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "period(start) | 6",
                "period(2) | 2",
                "state(start, 4) | 3",
                "next_state(0b111) | 3",
                "state(5, 0) | 5",
                "sequence(start, 7)*[1; 10; 100; 1000; 1e4; 1e5; 1e6] | 137640",
            })
    void aTwistedRingHasTwoCycles(String value, String found) {
        assertThat(found(TWISTED, value)).isEqualTo(found);
    }

    @Test
    void aCounterCounts() {
        assertThat(found(UP, "period(start)")).isEqualTo("8");
        assertThat(found(UP, "sum(if(state(0, k) == mod(k, 8), 0, 1) for k in 0:40)"))
                .isEqualTo("0");
    }

    /** A counter that leaves its unused states comes to its cycle, and only that counts. */
    @Test
    void aStateThatDoesNotComeAgainIsNoPartOfThePeriod() {
        String decade = "D+ = D xor (C B A + D A)\nC+ = C xor (B A)\nB+ = B xor (A D')\nA+ = A'";
        assertThat(found(decade, "period(0)")).isEqualTo("10");
        assertThat(found(decade, "period(0b1111)")).isEqualTo("10");
    }

    @Test
    void combinationalSignalsAndInputsWithValuesTakePart() {
        assertThat(found("T = X A\nA+ = A'\nB+ = B xor T", "period(0)")).isEqualTo("4");
        assertThat(found("T = X' A\nA+ = A'\nB+ = B xor T", "period(0)")).isEqualTo("2");
        assertThat(found("Q[1]+ = Q[3] xor Q[4]\nQ[i]+ = Q[i-1] for i in 2:4", "period(0b1000)"))
                .isEqualTo("15");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QA+ = QC'; QB+ = QA; QC+ = QB | period(8) | there is no state 8: 3 registers have the states 0 to 7",
                "QA+ = QB; QB+ = QA xor Y | period(0) | the next state depends on Y, which have no value",
                "QA+ = QB; QB+ = QA; QA+ = QA | period(0) | QA+ is defined twice",
                "QA+ = QB; QB+ = QA | state(0, -1) | a whole number from 0 to 2147483647 is needed",
                "QA+ = QB; QB+ = QA | sequence(0, 0)*[1] | a sequence of 0 states",
            })
    void whatIsWrongIsNamed(String logic, String value, String message) {
        assertThat(found(logic.replace("; ", "\n"), value)).contains(message);
    }

    @Test
    void aRegisterIsNoDatum() {
        String text = """
                title: t
                statement: s
                given: {QA: 1}
                answer: {kind: number}
                routes:
                  r:
                    logic: |
                      QA+ = QB
                      QB+ = QA
                    value: period(0)
                """;
        assertThat(Objects.toString(Yaml.faults(Yaml.read(text))))
                .contains("QA is a register, and has a value in the problem");
        String none = text.replace("given: {QA: 1}\n", "")
                .replace("QA+ = QB", "Y = A")
                .replace("QB+ = QA", "Z = A");
        assertThat(Yaml.faults(Yaml.read(none)).toString()).contains("unknown function 'period'");
    }
}
