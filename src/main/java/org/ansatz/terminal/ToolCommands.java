package org.ansatz.terminal;

import java.io.IOException;
import java.util.List;
import org.ansatz.practice.Showing;
import org.ansatz.report.Texts;
import org.ansatz.request.Evaluation;
import org.ansatz.terminal.Command.Completion;

/** The commands that compute, draw and set up. */
final class ToolCommands {

    private final Desk desk;
    private final Screen screen;
    private final Preferences preferences;

    ToolCommands(Desk desk, Preferences preferences) {
        this.desk = desk;
        this.screen = desk.screen();
        this.preferences = preferences;
    }

    List<Command> commands() {
        return List.of(
                new Command(
                        "try",
                        "try EXPRESSION",
                        "compute in the names of the question, without marking",
                        Completion.EXPRESSION,
                        this::compute),
                new Command(
                        "digits",
                        "digits [number]",
                        "how many digits results are shown with",
                        Completion.NOTHING,
                        this::digits),
                new Command("theme", "theme dark|light|plain", "colours of the prompt", Completion.THEME, this::theme));
    }

    private void compute(String text) {
        if (text.isEmpty()) {
            throw new Rejected("Write an expression behind 'try', such as 'try c0/(429 MHz)/4 in cm'.");
        }
        Showing showing = desk.showing();
        String formula = "    " + text; // so that faults point below what was typed behind the word
        show(
                desk.worked(() -> showing == null
                        ? desk.calculator().evaluate(formula)
                        : desk.calculator()
                                .evaluate(
                                        formula,
                                        showing.problem().scope(),
                                        showing.data().frame())),
                desk);
    }

    static void show(Evaluation.Found found, Desk desk) {
        desk.screen().text(Texts.evaluation(found, desk.digits()));
    }

    private void digits(String number) {
        if (number.isEmpty()) {
            screen.text("Results have " + desk.digits() + " digits.");
            return;
        }
        try {
            desk.showDigits(Integer.parseInt(number));
            screen.text("Results have " + desk.digits() + " digits.");
        } catch (NumberFormatException e) {
            throw new Rejected("'digits' takes a number from 1 to " + Desk.MAX_DIGITS + ".");
        }
    }

    private void theme(String word) throws IOException {
        Theme theme = Theme.of(word);
        if (theme == null) {
            throw new Rejected("The themes are dark, light and plain; this one is "
                    + screen.theme().word() + ".");
        }
        screen.use(theme);
        preferences.keep(theme);
        screen.text(
                screen.theme() == theme
                        ? "The theme is " + word + "."
                        : "There is no colour here: the terminal has none, or NO_COLOR is set.");
    }
}
