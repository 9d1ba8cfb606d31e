package org.ansatz.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Judgement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every word of verdicts on problems that are there for nothing else: {@code src/test/resources/verdicts/verdicts.txt}.
 * {@code -Dansatz.rewrite=true} writes down what is said today; read the difference before it is kept.
 */
final class VerdictsTest {

    private static final Path FOLDER = Path.of("src/test/resources/verdicts");
    private static final int VARIANTS = 4;

    private static final Path TABLE = FOLDER.resolve("verdicts.txt");
    private static final Bank BANK = Bank.load(FOLDER.resolve("problems")).withKeys(FOLDER.resolve("answers"));

    /** What the table says, and what is said today, by problem. */
    private static final Map<String, List<String>> SECTIONS = sections();

    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        BANK.problems().keySet().forEach(id -> sections.put(id, new ArrayList<>()));
        List<String> section = new ArrayList<>();
        try {
            for (String row : Files.readAllLines(TABLE)) {
                section = sections.getOrDefault(row, section);
                section.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sections;
    }

    @TestFactory
    Stream<DynamicTest> verdictsAreWhatTheyAreWordByWord() {
        assertThat(BANK.faults()).isEmpty();
        return BANK.problems().values().stream().map(problem -> dynamicTest(problem.id(), () -> check(problem)));
    }

    private static void check(Problem problem) throws IOException {
        List<String> said = new ArrayList<>();
        said.add(problem.id());
        verdict(Verifier.explained(Verifier.published(problem, BANK.keysOf(problem))), said);
        for (int seed = 1; problem.variants() != null && seed <= VARIANTS; seed++) {
            said.add("variant " + seed);
            verdict(Verifier.explained(Verifier.variant(problem, seed)), said);
        }
        said.add("");
        List<String> wanted = SECTIONS.getOrDefault(problem.id(), List.of());
        if (Boolean.getBoolean("ansatz.rewrite")) {
            SECTIONS.put(problem.id(), said);
            List<String> all = new ArrayList<>(List.of("# Verdicts word by word; see VerdictsTest.", ""));
            SECTIONS.values().forEach(all::addAll);
            Files.write(TABLE, all);
        }
        assertThat(said).isEqualTo(wanted);
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
