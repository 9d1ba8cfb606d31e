package org.ansatz.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Given;
import org.ansatz.problem.Key;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every word of what is said of replies, to problems that are there for nothing else: {@code src/test/resources/marking/marks.txt}.
 * {@code -Dansatz.rewrite=true} writes down what is said today; read the difference before it is kept.
 */
final class MarksTest {

    private static final Path TABLE = Path.of("src/test/resources/marking/marks.txt");
    private static final Bank BANK = Bank.load(Path.of("src/test/resources/marking/problems"))
            .withKeys(Path.of("src/test/resources/marking/answers"));

    /** The table, a section for each question: the line that names it, replies, and below each, indented, what is said of it. */
    private static final List<List<String>> SECTIONS = sections();

    private static List<List<String>> sections() {
        List<List<String>> sections = new ArrayList<>();
        sections.add(new ArrayList<>());
        try {
            for (String row : Files.readAllLines(TABLE)) {
                boolean begins =
                        !row.isBlank() && !row.startsWith("#") && !row.startsWith("> ") && !row.startsWith("  ");
                if (begins) {
                    sections.add(new ArrayList<>());
                }
                sections.get(sections.size() - 1).add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sections;
    }

    @TestFactory
    Stream<DynamicTest> repliesGetTheirMarksWordByWord() {
        assertThat(BANK.faults()).isEmpty();
        return IntStream.range(1, SECTIONS.size())
                .mapToObj(i -> dynamicTest(SECTIONS.get(i).get(0), () -> check(i)));
    }

    private static void check(int which) throws IOException {
        List<String> rows = SECTIONS.get(which);
        Marking marking = marking(rows.get(0));
        List<String> said = new ArrayList<>();
        for (String row : rows) {
            if (row.startsWith("> ")) {
                said.add(row);
                said.addAll(said(marking, row.substring(2)));
            } else if (!row.startsWith("  ")) {
                said.add(row);
                said.addAll(row.equals(rows.get(0)) ? saidBefore(marking) : List.of());
            }
        }
        if (Boolean.getBoolean("ansatz.rewrite")) {
            SECTIONS.set(which, said);
            Files.write(TABLE, SECTIONS.stream().flatMap(List::stream).toList());
        }
        assertThat(said).isEqualTo(rows);
    }

    /** What is said of the question itself, and what is right. */
    private static List<String> saidBefore(Marking marking) {
        List<String> said = new ArrayList<>();
        said.add("  shown: "
                + marking.shown().options().stream().map(Option::key).toList());
        add(said, "notice", marking.notice());
        add(said, "objection", marking.objection());
        Conclusion answer = marking.answer();
        add(said, "answer", answer == null ? "" : answer.describe());
        return said;
    }

    private static List<String> said(Marking marking, String reply) {
        Mark mark = marking.mark(reply);
        List<String> said = new ArrayList<>();
        String share = mark instanceof Mark.Wrong wrong && wrong.share().signum() > 0 ? " (" + wrong.share() + ")" : "";
        add(said, MarkingTest.kind(mark) + share, mark.message());
        if (mark instanceof Mark.Wrong wrong) {
            add(said, "slip", wrong.slip());
            add(said, "first", wrong.first().equals(wrong.message()) ? "" : wrong.first());
        }
        if (mark instanceof Mark.Unreadable unreadable) {
            add(
                    said,
                    "at",
                    unreadable.span().start() + " to " + unreadable.span().end());
        }
        return said;
    }

    private static void add(List<String> said, String what, String text) {
        boolean isMark = said.isEmpty();
        if (isMark || !text.isEmpty()) {
            said.add("  " + what + (text.isEmpty() ? "" : ": " + text));
        }
    }

    /** What replies are held against, by a line such as {@code by-value} or, with data that a learner set, {@code by-value, V = 13 V}, or with a key, {@code by-value, key}. */
    static Marking marking(String question) {
        String[] words = question.split(", | = ");
        Problem problem = BANK.problem(words[0]);
        if (question.endsWith(", key")) {
            Key key = BANK.keysOf(problem).get(0).key();
            return Marking.of(problem, problem.published()).against(key);
        }
        if (words.length == 1) {
            return Marking.of(problem, problem.published());
        }
        Frame frame = problem.published().frame();
        for (Given given : problem.givens()) {
            if (given.name().equals(words[1])) {
                Expression value = Expression.literal(words[2], problem.scope());
                frame = frame.with(given.variable(), frame.value(value.term()));
            }
        }
        Case data = new Case(problem.question(), problem.filled(problem.answer().options(), frame), frame, Problem.SET);
        return Marking.of(problem, data);
    }
}
