package org.ansatz.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.ansatz.bank.FrozenBank;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Case;
import org.ansatz.problem.Problem;
import org.ansatz.variant.Generator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replies to problems, and what they are worth. The keys are never read. */
final class MarkingTest {

    private static final Bank BANK = Bank.load(FrozenBank.PROBLEMS);

    @TempDir
    private Path folder;

    /** What the question asks for that was marked last. */
    private String asked = "";

    private final Map<String, Marking> markings = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> repliesAreWorthWhatTheyAre() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("src/test/resources/marking/replies.txt"));
        return rows.stream()
                .filter(row -> !row.isBlank() && !row.startsWith("#"))
                .map(row -> dynamicTest(row, () -> check(row.split("\\|", -1))));
    }

    private void check(String[] row) {
        Marking marking = markings.computeIfAbsent(row[0] + row[1], key -> marking(row[0].strip(), row[1].strip()));
        Mark mark = marking.mark(row[2].strip());
        assertThat(kind(mark)).as("%s", mark).isEqualTo(row[3].strip());
        String slip = mark instanceof Mark.Wrong ? ((Mark.Wrong) mark).slip() : "";
        assertThat(slip).as("%s", mark).isEqualTo(row[4].strip());
        assertThat(mark.message()).contains(row[5].strip());
    }

    /** A divider whose second resistor is 4 of 5 parts, or another of the data, and one wrong model. */
    private Marking divider(String source, String first, String second, String tolerance) throws IOException {
        Path file = folder.resolve("divider.yaml");
        Files.writeString(file, """
                title: a divider
                topic: networks
                statement: What is the voltage?
                given:
                  E: %s
                  R1: %s
                  R2: %s
                answer: {kind: number, unit: V%s}
                routes:
                  share: {value: E*R2/(R1 + R2)}
                  current:
                    let: [i = E/(R1 + R2)]
                    value: E - R1*i
                misconceptions:
                  - {says: the second one counts twice, value: E*2*R2/(R1 + 2*R2)}
                """.formatted(source, first, second, tolerance));
        Bank bank = Bank.load(file);
        assertThat(bank.faults()).isEmpty();
        Problem problem = bank.problems().values().iterator().next();
        asked = Marking.wanted(problem, problem.published());
        return Marking.of(problem, problem.published());
    }

    @Test
    void asManyDigitsAreWantedAsTheDataHaveIfFewerThanThree() throws IOException {
        Marking two = divider("12 V", "4.7 kohm", "2.2 kohm", ""); // 3.826 V
        assertThat(asked)
                .isEqualTo("Reply with a number and its unit, such as V, to two digits or more; exactly, if"
                        + " it is a whole number.");
        assertThat(kind(two.mark("3.8 V"))).isEqualTo("right");
        assertThat(kind(two.mark("3.83 V"))).isEqualTo("right");
        assertThat(kind(two.mark("3.82 V"))).isEqualTo("wrong");
        assertThat(two.mark("4 V").message()).startsWith("close: right to one digit; it is wanted to two digits");
        Marking three = divider("12.0 V", "4.7 kohm", "2.2 kohm", "");
        assertThat(asked).contains("to three digits or more");
        assertThat(kind(three.mark("3.8 V"))).isEqualTo("wrong");
        assertThat(kind(three.mark("3830 mV"))).isEqualTo("right");
        assertThat(kind(three.mark("3.83e3 mV"))).isEqualTo("right");
        Marking one = divider("5 V", "1 kohm", "2 kohm", ""); // 3.333 V; the wrong model has 4 V
        assertThat(asked).contains("to two digits or more");
        assertThat(kind(one.mark("3.3 V"))).isEqualTo("right");
        assertThat(kind(one.mark("3 V"))).isEqualTo("wrong");
        assertThat(one.mark("4 V").message()).contains("it looks as if the second one counts twice");
        Marking whole = divider("10 V", "1 kohm", "4 kohm", ""); // 8 V
        assertThat(kind(whole.mark("8 V"))).isEqualTo("right");
        assertThat(kind(whole.mark("8.1 V"))).isEqualTo("wrong");
    }

    @Test
    void aStatedToleranceIsSaidInItsOwnWords() throws IOException {
        for (String[] row : new String[][] {
            {"2 %", "within 2 %"},
            {"0.001", "within 0.1 %"},
            {"10 mV", "to 0.01 V"},
            {"3 digits", "to three digits"},
            {"12 digits", "to 12 digits"},
            {"2 decimals", "to 0.005 V"},
            {"0 V", "exactly"}
        }) {
            divider("12 V", "4.7 kohm", "2.2 kohm", ", tolerance: " + row[0]);
            assertThat(asked).isEqualTo("Reply with a number and its unit, such as V, " + row[1] + ".");
        }
    }

    /** Neither by a wrong model nor by a slip of arithmetic, in whatever unit and however few digits remain. */
    @Test
    void aRoundedValueIsNeverTakenForAMistake() throws IOException {
        for (String tolerance : List.of("", ", tolerance: 0.01 %", ", tolerance: 5 digits", ", tolerance: 1 uV")) {
            Marking marking = divider("12 V", "4.7 kohm", "2.2 kohm", tolerance); // 3.826087 V
            for (String reply : List.of(
                    "3.8260 V",
                    "3.826 V",
                    "3.83 V",
                    "3.8 V",
                    "4 V",
                    "3830 mV",
                    "3800 mV",
                    "4000 mV",
                    "3.8e3 mV",
                    "4")) {
                Mark mark = marking.mark(reply);
                String slip = mark instanceof Mark.Wrong ? ((Mark.Wrong) mark).slip() : "";
                assertThat(slip).as("%s%s", reply, tolerance).isEmpty();
            }
        }
    }

    private static Marking marking(String id, String seed) {
        Problem problem = BANK.problem(id);
        Case data = seed.equals("0") ? problem.published() : Generator.variant(problem, Long.parseLong(seed));
        return Marking.of(problem, data);
    }

    /** What a mark is called in the tables of replies. */
    static String kind(Mark mark) {
        if (mark instanceof Mark.Right) {
            return "right";
        }
        if (mark instanceof Mark.UnitMissing) {
            return "unit missing";
        }
        if (mark instanceof Mark.Unreadable) {
            return "unreadable";
        }
        return mark instanceof Mark.Wrong ? "wrong" : "unscored";
    }

    /** Where half a waveform is right, the other half is off by no factor of the whole. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2*max(A*sin(2*pi*t/T), 0 V) | The right value times 2: at t = ",
                "-max(A*sin(2*pi*t/T), 0 V) | The sign is wrong: at t = ",
                "if(t < T/4, A*sin(2*pi*t/T), max(A*sin(2*pi*t/T), 0 V)/2) | At t = ",
                "if(t < T/4, 2*A*sin(2*pi*t/T), max(A*sin(2*pi*t/T), 0 V)) | At t = ",
                "if(t < T/4, A, 0 V) | At t = ",
            })
    void aFactorIsSaidOnlyIfItHoldsEverywhere(String reply, String message) {
        Problem problem = Yaml.problem("""
                title: A half-wave rectifier
                statement: What is u(t)?
                given: {A: 2 V, T: 10 ms}
                answer: {kind: formula, of: {t: 0 s..T}, unit: V}
                routes:
                  larger: max(A*sin(2*pi*t/T), 0 V)
                  halves: if(t < T/2, A*sin(2*pi*t/T), 0 V)
                """);
        Mark mark = Marking.of(problem, problem.published()).mark(reply);
        assertThat(mark.message()).startsWithIgnoringCase(message);
    }
}
