package org.ansatz.terminal;

import java.io.IOException;
import java.util.List;
import org.ansatz.mark.Marking;
import org.ansatz.practice.Showing;
import org.ansatz.problem.Template;
import org.ansatz.report.Texts;
import org.ansatz.terminal.Command.Completion;

/** The commands that help with a question, up to its solution. */
final class SolutionCommands {

    private final Desk desk;
    private final Screen screen;
    private final SolutionView view;

    SolutionCommands(Desk desk) {
        this.desk = desk;
        this.screen = desk.screen();
        this.view = new SolutionView(screen);
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
                + Texts.filled(hint, showing.problem(), showing.data(), screen.style()));
    }

    private void solve(String ignored) throws IOException {
        Showing showing = desk.open();
        Marking marking = desk.awaited(showing.marking());
        desk.session().giveUp();
        view.worked(showing, marking);
        view.answer(marking);
        String convention = showing.problem().texts().convention();
        if (!convention.isEmpty()) {
            screen.dim(convention);
        }
    }

    private void routes(String ignored) throws IOException {
        Showing showing = desk.open();
        Marking marking = desk.awaited(showing.marking());
        desk.session().giveUp();
        view.routes(marking);
        view.answer(marking);
    }
}
