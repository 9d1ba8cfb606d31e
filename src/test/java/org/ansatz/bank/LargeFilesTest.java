package org.ansatz.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ansatz.field.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that are larger than any person writes: read or refused, in a time that grows with their length. */
@Timeout(120)
final class LargeFilesTest {

    private static Bank read(String given, String let, String answer, String routes) {
        String text = "title: large\nstatement: large\n" + given + let + "answer:\n" + answer + "routes:\n" + routes;
        return new BankLoader(Language.registry(), Language.blockKinds())
                .problem(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "large")
                .bank();
    }

    private static String lines(int from, int to, IntFunction<String> line) {
        return IntStream.range(from, to).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void twentyThousandChainedGivensAreRead() {
        String given = "given:\n  g0: 1\n" + lines(1, 20_000, i -> "  g" + i + ": g" + (i - 1) + " + 1");
        Bank bank = read(given, "", "  kind: number\n", "  a: g19999\n");
        assertThat(bank.faults()).isEmpty();
        assertThat(bank.problem("large").givens()).hasSize(20_000);
    }

    @Test
    void fiveThousandOptionsAreRead() {
        Bank bank = read("", "", "  kind: mcq\n  options:\n" + lines(0, 5000, i -> "    O" + i + ": " + i), "  a: 1\n");
        assertThat(bank.faults()).isEmpty();
        assertThat(bank.problem("large").answer().options()).hasSize(5000);
    }

    @Test
    void fiveThousandStepsAreRead() {
        Bank bank =
                read("", "let: |\n" + lines(0, 5000, i -> "  s" + i + " = " + i), "  kind: number\n", "  a: s4999\n");
        assertThat(bank.faults()).isEmpty();
    }

    @Test
    void aChainOfFiveThousandStepsIsRefused() {
        String let = "let: |\n  s0 = 1\n" + lines(1, 5000, i -> "  s" + i + " = s" + (i - 1) + " + 1");
        Bank bank = read("", let, "  kind: number\n", "  a: s4999\n");
        assertThat(bank.faults().get(0).message())
                .isEqualTo("with the steps it uses, this is nested deeper than 1200 terms");
    }
}
