package org.ansatz.terminal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.ansatz.mark.Mark;
import org.ansatz.practice.Exam;
import org.ansatz.practice.Session;
import org.ansatz.practice.Session.Answered;
import org.ansatz.problem.Entry;
import org.ansatz.problem.Problem;
import org.ansatz.quantity.Notation;
import org.ansatz.terminal.Command.Completion;

/** The commands of a timed paper. */
final class ExamCommands {

    /** The ordinary commands that a paper does not forbid. */
    static final Set<String> ALLOWED = Set.of("show", "given", "try", "help", "theme", "quit", "digits");

    /** GATE gives 180 minutes for 65 questions. */
    private static final double MINUTES_A_QUESTION = 180.0 / 65;

    private static final int MAX_MINUTES = 600;

    private final Desk desk;
    private final Screen screen;
    private final QuestionView view;
    private boolean warned;

    ExamCommands(Desk desk) {
        this.desk = desk;
        this.screen = desk.screen();
        this.view = new QuestionView(screen);
    }

    List<Command> commands() {
        return List.of(new Command(
                "exam",
                "exam [minutes]",
                "a timed paper with negative marking, and a report at the end",
                Completion.NOTHING,
                this::begin));
    }

    /** The commands that are there during an exam only. */
    List<Command> duringExam() {
        return List.of(
                new Command("next", "next", "the next question of the paper", Completion.NOTHING, a -> next()),
                new Command("skip", "skip", "the same", Completion.NOTHING, a -> next()),
                new Command("previous", "previous", "the question before", Completion.NOTHING, a -> go(-1)),
                new Command("go", "go NUMBER", "a question by its number", Completion.NOTHING, this::go),
                new Command(
                        "mark",
                        "mark",
                        "mark the question for review, or take the mark away",
                        Completion.NOTHING,
                        a -> {
                            exam().toggleMark();
                            screen.text(exam().current().isMarked() ? "Marked for review." : "No longer marked.");
                        }),
                new Command("clear", "clear", "take the reply to this question away", Completion.NOTHING, a -> {
                    exam().clear();
                    screen.text("No reply.");
                }),
                new Command("palette", "palette", "all questions at a glance", Completion.NOTHING, a -> palette()),
                new Command("submit", "submit", "hand the paper in", Completion.NOTHING, a -> submit()));
    }

    private Exam exam() {
        Exam exam = desk.session().exam();
        if (exam == null) {
            throw new IllegalStateException("no exam");
        }
        return exam;
    }

    String prompt(Exam exam) {
        long minutes = (exam.left().toSeconds() + 59) / 60;
        return (exam.at() + 1) + "/" + exam.items().size() + " " + minutes + " min> ";
    }

    // ---- begin

    private void begin(String minutes) throws IOException {
        Session session = desk.session();
        List<Entry> drawn = session.paper(desk.selection().topic());
        int all = drawn.size();
        int length = minutes.isEmpty() ? (int) Math.ceil(all * MINUTES_A_QUESTION) : minutes(minutes);
        int questions = Math.max(1, Math.min(all, (int) Math.round(length / MINUTES_A_QUESTION)));
        if (drawn.isEmpty()) {
            throw new Rejected("The bank has no problem.");
        }
        List<Entry> paper = drawn.subList(0, questions);
        Exam exam = session.begin(paper, Duration.ofMinutes(length));
        warned = false;
        screen.heading("A paper of " + count(paper.size(), "question") + ", " + count(exam.worth(), "mark") + ", "
                + count(length, "minute"));
        screen.text(
                "A wrong option costs a third of its question's marks; other wrong replies cost nothing. No verdict is"
                        + " shown before the paper is handed in.");
        screen.dim("Reply, next, previous, go NUMBER, mark, clear, palette, submit.");
        view.show(exam);
    }

    private static int minutes(String text) {
        try {
            int minutes = Integer.parseInt(text);
            if (minutes >= 1 && minutes <= MAX_MINUTES) {
                return minutes;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new Rejected("An exam takes 1 to " + MAX_MINUTES + " minutes; this is '" + text + "'.");
    }

    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    // ---- the paper

    /** Takes a reply, without a word on whether it is right. */
    void reply(String line) throws IOException {
        Exam exam = exam();
        desk.awaited(exam.current().showing().marking());
        Mark mark = desk.worked(() -> exam.mark(line));
        Mark objection = exam.answer(line, mark);
        if (objection == null) {
            screen.text("Noted. Enter goes on.");
        } else {
            new ReplyView(screen).show(new Answered(objection, false), line);
        }
    }

    void next() {
        go(exam().at() + 1, exam());
    }

    private void go(int step) {
        go(exam().at() + step, exam());
    }

    private void go(String number) {
        Exam exam = exam();
        try {
            int wanted = Integer.parseInt(number);
            if (wanted >= 1 && wanted <= exam.items().size()) {
                go(wanted - 1, exam);
                return;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new Rejected(
                "The questions are numbered from 1 to " + exam.items().size() + ".");
    }

    private void go(int to, Exam exam) {
        exam.go(to);
        view.show(exam);
    }

    private void palette() {
        Exam exam = exam();
        for (int i = 0; i < exam.items().size(); i++) {
            Exam.Item item = exam.items().get(i);
            String state =
                    item.isAnswered() ? "answered: " + item.reply() : item.isVisited() ? "not answered" : "not seen";
            screen.row(
                    (i == exam.at() ? "> " : "  ") + (i + 1),
                    state + (item.isMarked() ? ", marked for review" : ""),
                    6);
        }
        long minutes = exam.left().toMinutes();
        screen.dim(minutes + " min " + exam.left().toSecondsPart() + " s left");
    }

    /** Whether the learner has just been warned that the paper is not handed in. */
    boolean warnsOfLeaving() {
        boolean first = !warned;
        warned = true;
        if (first) {
            screen.trouble("The paper is not handed in: 'submit' does that; 'quit' once more leaves it.");
        }
        return first;
    }

    // ---- the end

    /** Hands the paper in, and reports. */
    void submit() {
        Exam exam = exam();
        exam.leave();
        desk.session().endExam();
        screen.blank();
        screen.heading("Report");
        int right = 0;
        int answered = 0;
        int wrong = 0;
        for (int i = 0; i < exam.items().size(); i++) {
            Exam.Item item = exam.items().get(i);
            answered += item.isAnswered() ? 1 : 0;
            right += item.score().signum() > 0 ? 1 : 0;
            wrong += item.isAnswered() && item.score().signum() <= 0 ? 1 : 0;
            report(i + 1, item);
        }
        screen.blank();
        screen.heading("Score: " + marks(exam.score().toDouble()) + " of " + exam.worth());
        screen.text(answered + (answered == 1 ? " reply" : " replies") + ", " + right + " right, " + wrong + " wrong; "
                + time(spent(exam)) + " of " + time(exam.length()) + " used.");
        screen.dim("'practice ID' opens a question again, 'solve' then shows its solution.");
    }

    private static Duration spent(Exam exam) {
        Duration spent = Duration.ZERO;
        for (Exam.Item item : exam.items()) {
            spent = spent.plus(item.spent());
        }
        return spent;
    }

    private void report(int number, Exam.Item item) {
        Mark mark = item.mark();
        String verdict = !item.isAnswered()
                ? "no reply"
                : mark instanceof Mark.Wrong ? "wrong: " + item.reply() : "right: " + item.reply();
        String seed = item.showing().data().seed() == Problem.PUBLISHED
                ? ""
                : ", variant " + item.showing().data().seed();
        String earned = marks(item.score().toDouble()) + " of " + item.worth();
        screen.row(
                number + ". ",
                item.showing().problem().id() + seed + "; " + verdict + "; " + earned + "; " + time(item.spent()),
                4);
        if (mark instanceof Mark.Wrong && !mark.message().isEmpty()) {
            screen.row("", QuestionView.sentence(mark.message()), 4);
        }
    }

    private static String marks(double score) {
        return Notation.number(score, 3);
    }

    private static String time(Duration time) {
        return time.toMinutes() + ":" + (time.toSecondsPart() < 10 ? "0" : "") + time.toSecondsPart();
    }
}
