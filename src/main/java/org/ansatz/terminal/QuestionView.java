package org.ansatz.terminal;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.ansatz.mark.Marking;
import org.ansatz.practice.Exam;
import org.ansatz.practice.Showing;
import org.ansatz.problem.Case;
import org.ansatz.problem.Given;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.quantity.Unit;
import org.ansatz.report.Mathematics;
import org.ansatz.report.Style;
import org.ansatz.report.Texts;
import org.jspecify.annotations.Nullable;

/** A question on the screen. */
final class QuestionView {

    private final Screen screen;

    QuestionView(Screen screen) {
        this.screen = screen;
    }

    /** The whole question, as it is shown before it is solved. */
    void show(Showing showing) {
        show(showing, true);
    }

    /** The whole question with data of the learner's own: waits until it is known whether the options mean anything. */
    void showSolved(Showing showing, Desk desk) {
        boolean offers = true;
        try {
            offers = desk.awaited(showing.marking()).offersOptions();
        } catch (CancellationException e) {
            // Nobody waited for it: the options are shown as they are.
        }
        show(showing, offers);
    }

    private void show(Showing showing, boolean withOptions) {
        Problem problem = showing.problem();
        Case data = showing.data();
        screen.blank();
        screen.heading(problem.card().title());
        screen.dim(origin(showing));
        screen.blank();
        screen.text(Texts.filled(problem.texts().statement(), problem, data, screen.style()));
        screen.blank();
        List<String> figure = Texts.figure(problem, data, screen.style());
        if (!figure.isEmpty()) {
            figure.forEach(screen.out()::println);
            screen.blank();
        }
        if (withOptions) {
            for (Option option : data.options()) {
                screen.text(
                        "(" + option.key() + ") "
                                + option(option, data, problem.answer().unit()),
                        2);
            }
        }
        String wanted = Marking.wanted(problem, data);
        if (!wanted.isEmpty()) {
            screen.dim(wanted);
        }
        String notation = notation(problem);
        if (!notation.isEmpty()) {
            screen.dim(notation);
        }
    }

    /** How a formula is written, in one line; empty where none is asked for, or the question says it. */
    private static String notation(Problem problem) {
        boolean isFormula =
                problem.answer().options().isEmpty() && problem.question().isFunction();
        if (!isFormula || problem.question().notation().isOwn()) {
            return "";
        }
        boolean ofMatrices = problem.question().drawn().stream()
                .anyMatch(drawn -> !drawn.variable().type().isScalar());
        return ofMatrices
                ? "A' transposes, * multiplies, .* by entry: 'help formula'."
                : "As 2*x^3*exp(-x); LaTeX, NumPy as well: 'help formula'.";
    }

    /** The place of a question in an exam. */
    void show(Exam exam) {
        Exam.Item item = exam.current();
        screen.blank();
        String cost = item.penalty().signum() == 0 ? "nothing" : item.penalty().toString();
        screen.dim("Question " + item.number() + " of " + exam.size() + ", " + item.worth()
                + (item.worth() == 1 ? " mark" : " marks") + "; a wrong reply costs " + cost);
        show(item.showing());
        if (item.isAnswered()) {
            screen.dim("Your reply: " + item.reply());
        }
    }

    private static String origin(Showing showing) {
        Problem problem = showing.problem();
        StringBuilder line = new StringBuilder(problem.id());
        if (!problem.card().topic().isEmpty()) {
            line.append(" · ").append(problem.card().topic());
        }
        int minutes = problem.card().level().minutes();
        if (minutes > 0) {
            line.append(" · ").append(minutes).append(" min");
        }
        if (!problem.card().source().isEmpty()
                && Problem.hasPublishedData(showing.data().seed())) {
            line.append(" · ").append(problem.card().source());
        }
        if (!showing.settings().isEmpty()) {
            line.append(" · with ").append(showing.settings());
        } else if (!Problem.hasPublishedData(showing.data().seed())) {
            line.append(" · variant ").append(showing.data().seed());
        }
        return line.toString();
    }

    /** What stands at an option, as it is shown: formulas in it as a person writes them. */
    static String option(Option option, Case data, @Nullable Unit unit) {
        String text = Texts.option(option, data, unit);
        boolean formula = text.equals(option.expression().text().strip());
        return formula ? Mathematics.expression(text) : Texts.sentence(text);
    }

    /** The data, one a line. */
    void givens(Showing showing) {
        if (showing.problem().givens().isEmpty()) {
            screen.text("The question gives no data that could be changed.");
        }
        for (Given given : showing.problem().givens()) {
            screen.text(Texts.given(given, showing.data()), 2);
        }
    }

    /** What must be said of a question before it is answered; waits until it is solved. */
    void announce(Showing showing, Desk desk) {
        Marking marking;
        try {
            marking = desk.awaited(showing.marking());
        } catch (CancellationException e) {
            return;
        }
        if (!marking.objection().isEmpty()) {
            screen.trouble("This question is not scored. " + sentence(marking.objection()));
        } else if (!marking.notice().isEmpty()) {
            screen.trouble(sentence(marking.notice()));
        }
    }

    /** Text with a capital in front and a full stop behind. */
    static String sentence(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String capital = Style.safe(text);
        char first = capital.charAt(0);
        boolean word = Character.isLowerCase(first) && capital.length() > 1 && Character.isLetter(capital.charAt(1))
                || first == 'a' && capital.startsWith("a ");
        capital = word ? Character.toUpperCase(first) + capital.substring(1) : capital;
        return ".?!".indexOf(capital.charAt(capital.length() - 1)) >= 0 ? capital : capital + ".";
    }
}
