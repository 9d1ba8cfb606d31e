package org.ansatz.terminal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ansatz.mark.Mark;
import org.ansatz.mark.Marking;
import org.ansatz.practice.Exam;
import org.ansatz.practice.Session;
import org.ansatz.practice.Session.Answered;
import org.ansatz.practice.Showing;
import org.ansatz.problem.Entry;
import org.ansatz.problem.Problem;
import org.ansatz.progress.Paper;
import org.ansatz.quantity.Notation;
import org.ansatz.quantity.Rational;
import org.ansatz.report.Texts;
import org.ansatz.terminal.Command.Completion;
import org.jspecify.annotations.Nullable;

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
    private String asked = "";
    private boolean confirmed;

    ExamCommands(Desk desk) {
        this.desk = desk;
        this.screen = desk.screen();
        this.view = new QuestionView(screen);
    }

    List<Command> commands() {
        return List.of(
                new Command(
                        "exam",
                        "exam [minutes]",
                        "a timed paper with negative marking, or the one that waits",
                        Completion.NOTHING,
                        this::begin),
                new Command(
                        "review",
                        "review [number]",
                        "the report on the last paper, or one of its questions",
                        Completion.NOTHING,
                        this::review));
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
        return exam.current().number() + "/" + exam.size() + " " + minutes + " min> ";
    }

    // ---- begin

    private void begin(String minutes) throws IOException {
        Session session = desk.session();
        Paper unfinished = session.unfinished();
        if (unfinished != null) {
            resume(unfinished, minutes);
            return;
        }
        List<Entry> drawn = session.paper(desk.selection().topic());
        int all = drawn.size();
        int length = minutes.isEmpty() ? (int) Math.ceil(all * MINUTES_A_QUESTION) : minutes(minutes);
        int questions = Math.max(1, Math.min(all, (int) Math.round(length / MINUTES_A_QUESTION)));
        if (drawn.isEmpty()) {
            throw new Rejected("The bank has no problem.");
        }
        List<Entry> paper = drawn.subList(0, questions);
        Exam exam = session.begin(paper, Duration.ofMinutes(length));
        screen.heading("A paper of " + count(paper.size(), "question") + ", " + count(exam.worth(), "mark") + ", "
                + count(length, "minute"));
        int expected = paper.stream().mapToInt(entry -> entry.level().minutes()).sum();
        boolean isKnown = paper.stream().allMatch(entry -> entry.level().minutes() > 0);
        if (isKnown) {
            screen.dim("Their authors expect about " + count(expected, "minute") + " of work.");
        }
        screen.text("A wrong reply to a question of which one option is right costs a third of its marks, whether it is"
                + " a letter or a value; other wrong replies cost nothing, and neither does a missing unit. No"
                + " verdict is shown before the paper is handed in.");
        screen.dim("Reply, next, previous, go NUMBER, mark, clear, palette, submit.");
        show(exam);
    }

    /** Goes on with a paper that was broken off; it has gone on meanwhile. */
    private void resume(Paper paper, String minutes) throws IOException {
        if (paper.writer().isAnother()) {
            throw new Rejected("A paper is being written in another terminal (process "
                    + paper.writer().process() + "): one at a time.");
        }
        if (!minutes.isEmpty() && !paper.left(desk.session().now()).isZero()) {
            throw new Rejected(pending(paper) + " 'exam' goes on with it, 'submit' then hands it in.");
        }
        boolean behind = desk.session().now().isBefore(paper.watch().seen());
        Exam exam = desk.session().resume(paper);
        if (exam == null) {
            throw new Rejected(
                    "The paper that was not handed in is void: none of its questions is in the bank as it was."
                            + " 'exam' begins another.");
        }
        if (behind) {
            screen.trouble("The clock of this computer has been set back; that of the paper goes on from what it was.");
        }
        if (exam.isOver()) {
            screen.trouble("The time of your paper is up; it is handed in as it was.");
            handIn();
            return;
        }
        screen.heading("Your paper goes on: " + left(exam.left()) + " left");
        withdrawn(exam);
        show(exam);
    }

    /** A line on a paper that was broken off; or null. */
    @Nullable
    String pending() throws IOException {
        Paper paper = desk.session().unfinished();
        if (paper == null || paper.writer().isAnother()) {
            return null;
        }
        return paper.left(desk.session().now()).isZero()
                ? "The time of your last paper is up: 'exam' hands it in as it was, and reports."
                : pending(paper) + " 'exam' goes on with it.";
    }

    private String pending(Paper paper) {
        return "A paper of " + count(paper.questions().size(), "question") + " is not handed in, with "
                + left(paper.left(desk.session().now())) + " left.";
    }

    private static String left(Duration left) {
        return left.toMinutes() + " min " + left.toSecondsPart() + " s";
    }

    private void withdrawn(Exam exam) {
        for (Exam.Withdrawn question : exam.withdrawn()) {
            String reply = question.reply().isEmpty() ? "" : ", to which your reply was " + question.reply() + ",";
            screen.trouble("Question " + question.number() + ", "
                    + question.question().problem() + reply + " does not count: " + question.reason() + ".");
        }
    }

    /** The question on the screen, and what must be said of it. */
    private void show(Exam exam) {
        view.show(exam);
        screen.flush();
        view.announce(exam.current().showing(), desk);
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
            new ReplyView(screen).show(new Answered(objection, false), line, false);
        }
    }

    void next() throws IOException {
        go(exam().at() + 1, exam());
    }

    private void go(int step) throws IOException {
        go(exam().at() + step, exam());
    }

    private void go(String number) throws IOException {
        Exam exam = exam();
        go(place(number, exam), exam);
    }

    /** The place, from 0, of a question that is told by its number. */
    private static int place(String number, Exam exam) {
        for (int i = 0; i < exam.items().size(); i++) {
            if (String.valueOf(exam.items().get(i).number()).equals(number)) {
                return i;
            }
        }
        for (Exam.Withdrawn question : exam.withdrawn()) {
            if (String.valueOf(question.number()).equals(number)) {
                throw new Rejected("Question " + number + " does not count: " + question.reason() + ".");
            }
        }
        throw new Rejected("The questions are numbered from 1 to " + exam.size() + ".");
    }

    private void go(int to, Exam exam) throws IOException {
        exam.go(to);
        show(exam);
    }

    private void palette() {
        Exam exam = exam();
        for (int i = 0; i < exam.items().size(); i++) {
            Exam.Item item = exam.items().get(i);
            String state =
                    item.isAnswered() ? "answered: " + item.reply() : item.isVisited() ? "not answered" : "not seen";
            screen.row(
                    (i == exam.at() ? "> " : "  ") + item.number(),
                    state + (item.isMarked() ? ", marked for review" : ""),
                    6);
        }
        screen.dim(left(exam.left()) + " left");
    }

    /** Takes note of the command that is typed, or an empty text: what was asked for once is no longer confirmed by another. */
    void hears(String command) {
        confirmed = command.equals(asked);
        asked = "";
    }

    /** Whether the learner has just been warned that the paper is not handed in. */
    boolean warnsOfLeaving() {
        if (!confirmed) {
            asked = "quit";
            screen.trouble(
                    "The paper is not handed in: 'submit' does that. 'quit' once more leaves; the clock goes on, and"
                            + " 'exam' comes back to it.");
        }
        return !confirmed;
    }

    // ---- the end

    private void submit() throws IOException {
        worked(exam());
        List<Integer> blanks = exam().blanks();
        if (blanks.isEmpty() || confirmed) {
            handIn();
            return;
        }
        asked = "submit";
        screen.trouble((blanks.size() == 1 ? "1 question has" : blanks.size() + " questions have") + " no reply: "
                + blanks.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + ". 'submit' once more hands the paper in.");
    }

    /** Hands the paper in, and reports. */
    void handIn() throws IOException {
        Exam exam = exam();
        worked(exam);
        desk.session().handIn();
        report(exam);
    }

    /** Has every question solved and every reply marked. */
    private void worked(Exam exam) {
        for (Exam.Item item : exam.items()) {
            desk.awaited(item.showing().marking());
            desk.worked(item::mark);
        }
    }

    private void report(Exam exam) {
        screen.blank();
        screen.heading("Report");
        int right = 0;
        int answered = 0;
        int wrong = 0;
        for (int i = 0; i < exam.items().size(); i++) {
            Exam.Item item = exam.items().get(i);
            answered += item.isAnswered() ? 1 : 0;
            right += item.isRight() ? 1 : 0;
            wrong += item.mark() instanceof Mark.Wrong ? 1 : 0;
            report(item);
        }
        withdrawn(exam);
        screen.blank();
        int missing = exam.withdrawn().size();
        screen.heading("Score: " + marks(exam.score()) + " of " + exam.counted()
                + (missing == 0 ? "" : ", without " + missing + " of " + count(exam.size(), "question")));
        screen.text(answered + (answered == 1 ? " reply" : " replies") + ", " + right + " right, " + wrong + " wrong; "
                + time(exam.used()) + " of " + time(exam.length()) + " used.");
        screen.dim("'review NUMBER' opens a question as it was asked, with its solution and routes.");
    }

    private void report(Exam.Item item) {
        String seed = Problem.hasPublishedData(item.showing().data().seed())
                ? ""
                : ", variant " + item.showing().data().seed();
        screen.row(
                item.number() + ". ",
                item.showing().problem().id() + seed + "; " + verdict(item) + "; " + earned(item) + "; "
                        + time(item.spent()),
                4);
        Marking marking = desk.awaited(item.showing().marking());
        if (!item.counts()) {
            screen.row("", QuestionView.sentence(marking.objection()), 4);
            return;
        }
        String yours = item.isAnswered() ? "yours: " + item.reply() + "; right: " : "right: ";
        screen.row("", yours + SolutionView.right(marking), 4);
        if (!item.mark().message().isEmpty()) {
            screen.row("", QuestionView.sentence(Texts.sentence(item.mark().message())), 4);
        }
    }

    private static String verdict(Exam.Item item) {
        if (!item.counts()) {
            return "not scored";
        }
        if (!item.isAnswered()) {
            return "no reply";
        }
        if (item.mark() instanceof Mark.UnitMissing) {
            return "right, without its unit";
        }
        return item.isRight() ? "right" : "wrong";
    }

    private static String earned(Exam.Item item) {
        return item.counts() ? marks(item.score()) + " of " + item.worth() : "does not count";
    }

    // ---- afterwards

    private void review(String number) throws IOException {
        Exam exam = desk.session().handedIn();
        if (exam == null) {
            throw new Rejected(
                    "There is no paper to review: none was handed in, or none of its questions is in the bank as"
                            + " it was.");
        }
        if (number.isEmpty()) {
            worked(exam);
            report(exam);
            return;
        }
        Exam.Item item = exam.items().get(place(number, exam));
        Marking marking = desk.awaited(item.showing().marking());
        desk.worked(item::mark);
        Showing showing = desk.session().review(item);
        view.show(showing);
        screen.blank();
        screen.verdict(
                item.isRight(),
                item.isAnswered() ? "Your reply:" : "No reply:",
                (item.isAnswered() ? item.reply() + "; " + verdict(item) + ", " : "") + earned(item) + ".");
        if (!item.mark().message().isEmpty()) {
            screen.text(QuestionView.sentence(Texts.sentence(item.mark().message())));
        }
        screen.blank();
        SolutionView solution = new SolutionView(screen);
        solution.worked(showing, marking);
        solution.routes(marking);
        solution.answer(marking);
        screen.dim("What you reply now does not count; 'variant' and 'set' ask it with other data.");
    }

    private static String marks(Rational score) {
        return Notation.number(score.toDouble(), 3);
    }

    private static String time(Duration time) {
        return time.toMinutes() + ":" + (time.toSecondsPart() < 10 ? "0" : "") + time.toSecondsPart();
    }
}
