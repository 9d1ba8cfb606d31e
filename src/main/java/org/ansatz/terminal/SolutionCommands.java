package org.ansatz.terminal;

import java.io.IOException;
import java.util.List;
import org.ansatz.mark.Marking;
import org.ansatz.practice.Showing;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Template;
import org.ansatz.problem.Verdict;
import org.ansatz.report.TextReport;
import org.ansatz.report.Texts;
import org.ansatz.terminal.Command.Completion;

/** The commands that help with a question, up to its solution. */
final class SolutionCommands {

    private final Desk desk;
    private final Screen screen;

    SolutionCommands(Desk desk) {
        this.desk = desk;
        this.screen = desk.screen();
    }

    List<Command> commands() {
        return List.of(
                new Command("hint", "hint", "a hint, one more each time", Completion.NOTHING, this::hint),
                new Command("solve", "solve", "the worked solution for these data", Completion.NOTHING, this::solve),
                new Command(
                        "routes",
                        "routes",
                        "each way to the answer with its steps and numbers",
                        Completion.NOTHING,
                        this::routes));
    }

    private void hint(String ignored) {
        Showing showing = desk.open();
        Template hint = desk.session().hint();
        int all = showing.problem().texts().hints().size();
        if (hint == null) {
            screen.text(
                    all == 0 ? "There is no hint for this question." : "There are no more hints. 'solve' shows it.");
            return;
        }
        screen.text("Hint " + showing.hints() + " of " + all + ": "
                + Texts.filled(hint, showing.problem(), showing.data()));
    }

    private void solve(String ignored) throws IOException {
        Showing showing = desk.open();
        Marking marking = desk.awaited(showing.marking());
        desk.session().giveUp();
        Problem problem = showing.problem();
        String solution = Texts.filled(problem.texts().solution(), problem, showing.data());
        boolean changed = !showing.settings().isEmpty();
        if (!solution.isEmpty()) {
            screen.text(solution);
            if (changed && !marking.notice().isEmpty()) {
                screen.dim("The worked solution speaks of the question as published.");
            }
        }
        answer(marking);
        if (!problem.texts().convention().isEmpty()) {
            screen.dim(problem.texts().convention());
        }
    }

    private void answer(Marking marking) {
        Verdict verdict = marking.verdict();
        Conclusion answer = verdict.judgement().answer();
        if (answer == null || !marking.objection().isEmpty()) {
            screen.trouble(QuestionView.sentence(
                    marking.objection().isEmpty() ? verdict.judgement().reason() : marking.objection()));
            return;
        }
        String text =
                answer instanceof Conclusion.Chosen ? chosen((Conclusion.Chosen) answer, verdict) : answer.describe();
        screen.verdict(true, "Answer:", text + "; " + verdict.judgement().reason() + ".");
    }

    private static String chosen(Conclusion.Chosen answer, Verdict verdict) {
        StringBuilder text = new StringBuilder();
        for (Option option : verdict.data().options()) {
            if (answer.keys().contains(option.key())) {
                text.append(text.length() == 0 ? "" : ", ")
                        .append('(')
                        .append(option.key())
                        .append(") ")
                        .append(Texts.option(
                                option,
                                verdict.data(),
                                verdict.problem().answer().unit()));
            }
        }
        return text.toString();
    }

    private void routes(String ignored) throws IOException {
        Showing showing = desk.open();
        Marking marking = desk.awaited(showing.marking());
        desk.session().giveUp();
        new TextReport(screen.out(), screen.style()).routes(marking.verdict());
        screen.blank();
        answer(marking);
    }
}
