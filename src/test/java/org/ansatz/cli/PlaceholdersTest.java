package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers in texts, how they are shown, and what is said of those that cannot be. */
final class PlaceholdersTest {

    @TempDir
    private Path folder;

    private Path problem(String placeholder) throws IOException {
        Path file = folder.resolve("shown.yaml");
        Files.writeString(file, """
                title: A resistor
                statement: It is %s there.
                given:
                  R: 4.712 kohm
                  n: 12
                answer: {kind: number, unit: ohm}
                routes:
                  parallel: R/2
                  node: root(1/R + 1/R - 1/x for x in 1 ohm..5 kohm)
                """.formatted(placeholder));
        return file;
    }

    /** What is computed of angular frequencies is one, and what is computed of frequencies is one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{2*w} | It is 10 rad/s there.",
                "{1/T + w} | It is 6 rad/s there.",
                "{1/T} | It is 1 Hz there.",
                "{2*f} | It is 6 Hz there.",
                "{w + 2*pi*f} | It is 23.85 Hz there.",
                "{2*pi*f in rad/s} | It is 18.85 rad/s there."
            })
    void anAngularFrequencyIsShownAsOne(String placeholder, String shown) throws IOException {
        Path file = problem(placeholder);
        Files.writeString(file, Files.readString(file).replace("given:", "given:\n  w: 5 rad/s\n  T: 1 s\n  f: 3 Hz"));
        assertThat(Run.of("solve", file.toString()).out()).contains(shown);
    }

    /** A datum is a fraction where one was written. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3 | [2.5] | 2.5", "0.5 | [1/4] | 0.25", "1/2 | [5/2] | 5/2", "3 | [1/3] | 1/3", "3 | [7] | 7"})
    void otherDataAreShownLikeThePublishedOnes(String published, String drawn, String shown) throws IOException {
        Path file = problem("{n}");
        String text = Files.readString(file).replace("n: 12", "n: " + published);
        Files.writeString(file, text + "variants: {draw: {n: " + drawn + "}}\n");
        String found = Run.of("solve", file.toString(), "--variant", "1").out();
        assertThat(found).contains("It is " + shown + " there.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{R} | It is 4.712 kohm there.",
                "{R to 2 digits} | It is 4.7 kohm there.",
                "{R/3} | It is 1.571 kohm there.",
                "{R/3 to 1 digit} | It is 2 kohm there.",
                "{R/3 in kohm to 6 digits} | It is 1.57067 kohm there.",
                "{R/3 in ohm  to  5 digits } | It is 1570.7 ohm there.",
                "{n/7 to 15 digits} | It is 1.71428571428571 there.",
                "{n to 1 digit} | It is 10 there.",
                "{n*tan(45 deg)} | It is 12 there.",
                "{1/sin(30 deg)^2} | It is 4 there.",
                "{atan(1) in deg} | It is 45 deg there.",
                "{abs(-30 deg)} | It is 30 deg there.",
                "{abs(n∠30°)} | It is 12 there.",
                "{R∠60° in kohm} | It is (2.356 + 4.081j) kohm there.",
                "{n*exp(-10 %)} | It is 10.86 there.",
                "{{R to 2 digits} | It is {R to 2 digits} there."
            })
    void aNumberIsShownToTheDigitsThatAreSaid(String placeholder, String shown) throws IOException {
        assertThat(Run.of("solve", problem(placeholder).toString()).out()).contains(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{R to 0 digits} | 2:24: digits are a whole number from 1 to 15",
                "{R to 16 digits} | 2:24: digits are a whole number from 1 to 15",
                "{R to 1234567890123 digits} | 2:24: digits are a whole number from 1 to 15",
                "{to 3 digits} | 2:22: expected an operator or the end, found '3'",
                "{R/0 to 3 digits} | 2:19: this placeholder has no value: division by zero",
                "{qq to 3 digits} | 2:19: unknown name"
            })
    void whatCannotBeShownIsSaidWhereItStands(String placeholder, String fault) throws IOException {
        assertThat(Run.of("verify", problem(placeholder).toString()).err()).contains("shown.yaml:" + fault);
    }

    private Path choice(String text) throws IOException {
        Path file = folder.resolve("choice.yaml");
        Files.writeString(file, """
                title: Power
                statement: What does a resistor of {R} take at {I}?
                given: {R: 4 ohm, I: 2 A}
                answer:
                  kind: mcq
                  find: {P: W}
                  options:
                    A: {text: "it takes %s", value: I^2*R}
                    B: {text: "it takes {I^2*R/2}", value: I^2*R/2}
                variants:
                  draw: {I: 3 A..3.5 A step 1 A}
                routes:
                  law: I^2*R
                  energy: integrate(I^2*R/(1 s) for t in 0 s..1 s)
                """.formatted(text));
        return file;
    }

    @Test
    void theTextOfAnOptionFollowsTheData() throws IOException {
        String file = choice("{I^2*R}").toString();
        assertThat(Run.of("solve", file).out()).contains("(A) it takes 16 W", "(B) it takes 8 W");
        assertThat(Run.of("solve", file, "--variant", "1").out()).contains("it takes 36 W", "it takes 18 W");
    }

    @Test
    void aFormulaInTheTextOfAnOptionIsShownAsAPersonWritesIt() throws IOException {
        String file = choice("$I^2 R$, or {I^2*R}").toString();
        assertThat(Run.of("solve", file).out()).contains("(A) it takes I² R, or 16 W");
    }

    @Test
    void aPlaceholderOfAnOptionThatCannotBeShownIsSaidWhereItStands() throws IOException {
        assertThat(Run.of("verify", choice("{I*zz}").toString()).err()).contains("choice.yaml:8:28: unknown name 'zz'");
        assertThat(Run.of("verify", choice("{I/0}").toString()).err())
                .contains("choice.yaml:8:26: this placeholder has no value: division by zero");
    }

    /** Halves, quarters and eighths are fractions where they are computed, and decimals where the author writes such. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "1/2, 1/2", "0.125, 0.125", "2.50, 2.5", "3, 3"})
    void aDatumIsShownAsItWasStated(String stated, String shown) {
        Problem problem = Yaml.problem("""
                title: A datum
                statement: "It is {a}, and half of it {a/2}."
                given: {a: %s}
                answer: {kind: number}
                routes: {law: a, sum: sum(a for k in 1:1)}
                """.formatted(stated));
        assertThat(Shown.text(
                        problem.texts().statement(),
                        problem,
                        problem.published().frame()))
                .startsWith("It is " + shown + ", ");
    }
}
