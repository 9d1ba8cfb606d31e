package org.ansatz.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ansatz.bank.Bank;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Judgement;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every kind of answer, shown on the example that {@code ansatz new --like KIND} writes: what a verdict prints
 * can be stated as a key and typed as a reply, and is right; what a misconception leads to can be stated and typed as well,
 * and is wrong.
 */
final class AnswerLawsTest {

    @TempDir
    private Path folder;

    private Path problems = Path.of("");

    @BeforeEach
    void folders() throws IOException {
        problems = Files.createDirectories(folder.resolve("problems"));
    }

    static List<String> kinds() {
        List<String> kinds = new ArrayList<>(Bank.answerKinds());
        kinds.add("parts");
        return kinds;
    }

    private Problem example(String kind) throws IOException {
        String template = "/org/ansatz/cli/templates/" + kind + ".yaml";
        try (InputStream stream = AnswerLawsTest.class.getResourceAsStream(template)) {
            assertThat(stream).as(template).isNotNull();
            Files.write(
                    problems.resolve("p.yaml"), Objects.requireNonNull(stream).readAllBytes());
        }
        return Objects.requireNonNull(Yaml.bank(problems, folder).find("p"));
    }

    private Judgement withKey(String key) throws IOException {
        Path answers = Files.writeString(
                folder.resolve("answers.yaml"), "claim: test\nanswers:\n  p: '" + key.replace("'", "''") + "'\n");
        Bank bank = Yaml.bank(problems, answers);
        assertThat(Yaml.faults(bank)).as("the key " + key).isEmpty();
        Problem problem = Objects.requireNonNull(bank.find("p"));
        return Verifier.published(problem, bank.keysOf(problem)).judgement();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatAVerdictPrintsIsRightAsAKeyAndAsAReply(String kind) throws IOException {
        Marking marking = Marking.of(example(kind), example(kind).published());
        String right =
                Objects.requireNonNull(marking.verdict().judgement().answer()).brief();
        assertThat(withKey(right)).as(right).isInstanceOf(Judgement.Agreed.class);
        assertThat(marking.mark(right)).as(right).isInstanceOf(Mark.Right.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatAMisconceptionLeadsToIsWrongAsAKeyAndAsAReply(String kind) throws IOException {
        Marking marking = Marking.of(example(kind), example(kind).published());
        int tried = 0;
        for (Verdict.Slip slip : marking.verdict().slips()) {
            String wrong = stated(slip);
            if (!wrong.isEmpty()) {
                assertThat(withKey(wrong)).as(wrong).isInstanceOf(Judgement.Disputed.class);
                assertThat(marking.mark(wrong)).as(wrong).isInstanceOf(Mark.Wrong.class);
                tried++;
            }
        }
        assertThat(tried).isPositive();
    }

    /** A wrong answer as it can be written: that of a function is the misconception's formula. */
    private static String stated(Verdict.Slip slip) {
        String asked = slip.misconception().route().asked();
        boolean function = slip.conclusion().brief().startsWith("a function");
        return slip.conclusion() instanceof Conclusion.Undecided
                ? ""
                : function
                        ? asked.substring(asked.indexOf(' ') + 1)
                        : slip.conclusion().brief();
    }
}
