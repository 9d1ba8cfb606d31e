package org.ansatz.terminal;

import java.util.regex.Pattern;
import org.ansatz.mark.Marking;
import org.ansatz.practice.Showing;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Template;
import org.ansatz.problem.Verdict;
import org.ansatz.report.TextReport;
import org.ansatz.report.Texts;

/** A solved question on the screen. */
final class SolutionView {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}_^.])(?![012](?![\\d.]))\\d");

    private final Screen screen;

    SolutionView(Screen screen) {
        this.screen = screen;
    }

    /** The worked solution, if the problem has one. */
    void worked(Showing showing, Marking marking) {
        Problem problem = showing.problem();
        String solution = Texts.filled(problem.texts().solution(), problem, showing.data(), screen.style());
        boolean hasOwnData = !showing.settings().isEmpty();
        if (solution.isEmpty() || hasOwnData && marking.answer() == null) {
            return;
        }
        if (hasOwnData
                && (!marking.notice().isEmpty()
                        || speaksOfNumbers(problem.texts().solution()))) {
            screen.dim("The worked solution is written for the published data; 'routes' shows the way with yours.");
            return;
        }
        screen.text(solution);
    }

    /** Whether a text states numbers that are not computed and that other data may make false; 0, 1 and 2 are taken for part of a formula. */
    private static boolean speaksOfNumbers(Template text) {
        return text.parts().stream()
                .anyMatch(part ->
                        part.computed() == null && NUMBER.matcher(part.text()).find());
    }

    /** Each way to the answer, with its steps and numbers. */
    void routes(Marking marking) {
        new TextReport(screen.out(), screen.style()).routes(marking.verdict());
        screen.blank();
    }

    /** What is right, and why it is known. */
    void answer(Marking marking) {
        Verdict verdict = marking.verdict();
        String right = right(marking);
        if (!right.isEmpty()) {
            screen.verdict(true, "Answer:", right + "; " + verdict.judgement().reason() + ".");
        } else {
            screen.trouble(QuestionView.sentence(
                    marking.objection().isEmpty() ? "no answer is known: " + marking.notice() : marking.objection()));
        }
    }

    /** What is right, in a few words; an empty text if that is not known. */
    static String right(Marking marking) {
        Conclusion answer = marking.answer();
        if (answer == null) {
            return "";
        }
        return answer instanceof Conclusion.Chosen
                ? chosen((Conclusion.Chosen) answer, marking.verdict())
                : answer.describe();
    }

    private static String chosen(Conclusion.Chosen answer, Verdict verdict) {
        StringBuilder text = new StringBuilder();
        for (Option option : verdict.data().options()) {
            if (answer.keys().contains(option.key())) {
                text.append(text.length() == 0 ? "" : ", ")
                        .append('(')
                        .append(option.key())
                        .append(") ")
                        .append(QuestionView.option(
                                option,
                                verdict.data(),
                                verdict.problem().answer().unit()));
            }
        }
        return text.toString();
    }
}
