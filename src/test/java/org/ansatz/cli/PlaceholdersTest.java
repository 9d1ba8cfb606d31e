package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
