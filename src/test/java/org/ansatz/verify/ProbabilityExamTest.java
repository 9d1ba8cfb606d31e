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

/** Exam questions on chance, noise and chains, stated as problems: the routes agree with each other and with the key. */
final class ProbabilityExamTest {

    private static final Path QUESTIONS = Path.of("src/test/resources/exam/probability");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "bpsk-noise, 0.0124 to 0.0126",
        "qpsk-symbol, A",
        "qam16-symbol, 0.0184 to 0.0187",
        "rayleigh-bpsk, 0.0232 to 0.0234",
        "unequal-priors, 1.13 to 1.14 V",
        "least-squares, A",
        "markov-buffer, 1/7",
        "ruin, A",
        "z-channel, 0.3219",
        "bayes-channel, A",
        "arrivals, 6/7",
        "quantiser, 2.88 to 2.89 mV"
    })
    void theRoutesAgreeWithEachOtherAndTheKey(String question, String key) throws IOException {
        Verdict verdict = verdict(question, key);
        assertThat(verdict.judgement().status())
                .as(verdict.judgement().reason())
                .isEqualTo("agreed");
    }

    @ParameterizedTest
    @CsvSource({
        "bpsk-noise, 0.02 to 0.03",
        "qpsk-symbol, C",
        "unequal-priors, 0.86 V",
        "ruin, B",
        "markov-buffer, 1/4",
        "least-squares, B"
    })
    void aWrongKeyIsDisputed(String question, String key) throws IOException {
        assertThat(verdict(question, key).judgement().status()).isEqualTo("disputed");
    }

    private Verdict verdict(String question, String key) throws IOException {
        Path problems = Files.createDirectories(folder.resolve("problems"));
        Files.copy(QUESTIONS.resolve(question + ".yaml"), problems.resolve("p.yaml"));
        Path answers =
                Files.writeString(folder.resolve("answers.yaml"), "claim: by hand\nanswers:\n  p: " + key + "\n");
        Bank bank = Yaml.bank(problems, answers);
        assertThat(Yaml.faults(bank)).isEmpty();
        Problem read = bank.problem("p");
        return Verifier.published(read, bank.keysOf(read));
    }
}
