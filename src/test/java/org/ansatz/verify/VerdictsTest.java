package org.ansatz.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Judgement;
import org.junit.jupiter.api.Test;

/**
 * Every word of verdicts on problems that are there for nothing else: {@code src/test/resources/verdicts/verdicts.txt}.
 * {@code -Dansatz.rewrite=true} writes down what is said today; read the difference before it is kept.
 */
final class VerdictsTest {

    private static final Path FOLDER = Path.of("src/test/resources/verdicts");
    private static final int VARIANTS = 4;

    @Test
    void verdictsAreWhatTheyAreWordByWord() throws IOException {
        Bank bank = Bank.load(FOLDER.resolve("problems")).withKeys(FOLDER.resolve("answers"));
        assertThat(bank.faults()).isEmpty();
        List<String> said = new ArrayList<>();
        said.add("# Verdicts word by word; see VerdictsTest.");
        for (Problem problem : bank.problems().values()) {
            said.add("");
            said.add(problem.id());
            verdict(Verifier.explained(Verifier.published(problem, bank.keysOf(problem))), said);
            for (int seed = 1; problem.variants() != null && seed <= VARIANTS; seed++) {
                said.add("variant " + seed);
                verdict(Verifier.explained(Verifier.variant(problem, seed)), said);
            }
        }
        Path table = FOLDER.resolve("verdicts.txt");
        if (Boolean.getBoolean("ansatz.rewrite")) {
            Files.write(table, said);
        }
        assertThat(said).isEqualTo(Files.readAllLines(table));
    }

    private static void verdict(Verdict verdict, List<String> said) {
        Judgement judgement = verdict.judgement();
        String answer =
                judgement.answer() == null ? "" : ", " + judgement.answer().describe();
        said.add("  " + judgement.status() + answer + (judgement.passes() ? ", passes: " : ": ") + judgement.reason());
        for (Verdict.RouteFinding finding : verdict.findings()) {
            said.add("  by " + finding.route().name() + ": "
                    + finding.conclusion().describe());
        }
        for (Verdict.Slip slip : verdict.slips()) {
            said.add("  " + slip.misconception().says() + ": "
                    + slip.conclusion().describe());
        }
        for (Remark note : verdict.notes()) {
            said.add("  " + note.rule().id() + ": " + note.message());
        }
    }
}
