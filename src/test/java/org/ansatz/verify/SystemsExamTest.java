package org.ansatz.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ansatz.bank.Bank;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions of signals and control as they stand in papers, each by routes of its own, against keys worked out by hand. */
final class SystemsExamTest {

    private static final Path QUESTIONS = Path.of("src/test/resources/exam/systems");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "frequency-response, A",
        "ramp-error, 0.5",
        "range-of-gain, 2",
        "phase-margin, 51.82 to 51.84",
        "residue, -1",
        "filter-stability, 2",
        "wide-band-capacity, 1.44 to 1.45 kbit/s",
        "square-wave, 0.0993 to 0.0995",
        "overshoot, 9.4 to 9.5",
        "bandwidth, 2.54 to 2.55"
    })
    void theRoutesAgreeWithEachOtherAndTheKey(String question, String key) throws IOException {
        Path problems = Files.createDirectories(folder.resolve("problems"));
        Files.copy(QUESTIONS.resolve(question + ".yaml"), problems.resolve("p.yaml"));
        Path answers =
                Files.writeString(folder.resolve("answers.yaml"), "claim: by hand\nanswers:\n  p: " + key + "\n");
        Bank bank = Yaml.bank(problems, answers);
        assertThat(Yaml.faults(bank)).isEmpty();
        Problem read = bank.problem("p");
        Verdict verdict = Verifier.published(read, bank.keysOf(read));
        assertThat(verdict.judgement().status())
                .as(verdict.judgement().reason())
                .isEqualTo("agreed");
    }

    @ParameterizedTest
    @CsvSource({"frequency-response, B", "ramp-error, 2", "range-of-gain, 0", "overshoot, 16 to 17", "residue, 1"})
    void aWrongKeyIsDisputed(String question, String key) throws IOException {
        Path problems = Files.createDirectories(folder.resolve("problems"));
        Files.copy(QUESTIONS.resolve(question + ".yaml"), problems.resolve("p.yaml"));
        Path answers =
                Files.writeString(folder.resolve("answers.yaml"), "claim: by hand\nanswers:\n  p: " + key + "\n");
        Bank bank = Yaml.bank(problems, answers);
        Problem read = bank.problem("p");
        assertThat(Verifier.published(read, bank.keysOf(read)).judgement().status())
                .isEqualTo("disputed");
    }
}
