package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Loops whose body rests on what a field block finds, on steps and on parameters: long ones, part of which a program may compute,
 * beside the same in short parts, which are evaluated one by one.
 */
final class LoopsOverBlocksTest {

    private static final String LINE =
            "\"line\": {\"source\": \"50 ohm\", \"sections\": [{\"Z0\": \"75 ohm\", \"length\": \"1 m\"}], \"load\": \"150 ohm\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abs(gamma(k*10 MHz))",
                "abs(gamma(k*10 MHz))*k",
                "if(k > 40, abs(gamma(k*10 MHz)), 0.25)",
                "f(k)",
                "g(k) + g(3)*k",
                "g(g(k))",
                "sum(abs(gamma(k*10 MHz + i*1 MHz)) for i in 1:3)",
                "sum(i*k for i in 1:k)/7",
                "a*k",
            })
    void aLongLoopIsTheSumOfShortOnes(String body) {
        StringBuilder parts = new StringBuilder();
        for (int from = 1; from <= 100; from += 20) {
            parts.append(" - sum(")
                    .append(body)
                    .append(" for k in ")
                    .append(from)
                    .append(":")
                    .append(from + 19)
                    .append(")");
        }
        String expression = "sum(" + body + " for k in 1:100)" + parts;
        String request = "{\"expression\": \"abs(" + expression + ") < 1e-9*(1 + abs(sum(" + body
                + " for k in 1:20)))\", \"let\": [\"f(x) = abs(gamma(x*10 MHz))/2\", \"g(x) = x/(1 + x) + a\", \"a = sqrt(2)\"], "
                + LINE + "}\n";
        Run run = Run.withInput(request, "eval", "--jsonl");
        assertThat(run.out()).as(run.err()).contains("\"value\":true");
        String varied = "{\"expression\": \"sum(" + body + " for k in 1:100) == 5*sum(" + body
                + " for k in 1:20)\", \"let\": [\"f(x) = abs(gamma(x*10 MHz))/2\", \"g(x) = x/(1 + x) + a\", \"a = sqrt(2)\"], "
                + LINE + "}\n";
        assertThat(Run.withInput(varied, "eval", "--jsonl").out()).contains("\"value\":false");
    }
}
