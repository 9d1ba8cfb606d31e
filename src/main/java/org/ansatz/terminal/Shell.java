package org.ansatz.terminal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.ansatz.expression.check.Nearest;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Listing;
import org.ansatz.mark.Mark;
import org.ansatz.practice.Exam;
import org.ansatz.practice.Session;
import org.ansatz.practice.Session.Answered;
import org.ansatz.practice.Showing;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Entry;
import org.ansatz.progress.History;
import org.ansatz.quantity.NoValue;
import org.ansatz.report.Style;
import org.jspecify.annotations.Nullable;

/**
 * Follows what is typed, line by line: a command, a reply to the question that is open, or an expression if none is. Used by
 * one thread at a time.
 */
final class Shell {

    /** What a session was worth to a script, the largest of its lines. */
    static final int ALL_RIGHT = 0;

    /** A reply was wrong. */
    static final int SOME_WRONG = 1;

    /** A line could not be followed. */
    static final int TROUBLE = 2;

    private static final int LONGEST_LINE = 10_000;

    /** What other programs call some commands. */
    private static final Map<String, String> ALIASES =
            Map.of("q", "quit", "exit", "quit", "bye", "quit", "h", "help", "?", "help");

    /** What is said instead of a reply, in letters alone. */
    private static final Set<String> NO_REPLIES =
            Set.of("idontknow", "dontknow", "idk", "noidea", "dunno", "idonotknow", "donotknow", "notsure", "pass");

    private final Desk desk;
    private final Screen screen;
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final Map<String, Command> examCommands = new LinkedHashMap<>();
    private final PracticeCommands practice;
    private final ExamCommands exams;
    private final BankCommands banks;
    private final Tour tour;
    private boolean leaving;
    private int code = ALL_RIGHT;

    Shell(Desk desk, Preferences preferences) {
        this.desk = desk;
        this.screen = desk.screen();
        this.practice = new PracticeCommands(desk);
        this.exams = new ExamCommands(desk);
        this.banks = new BankCommands(desk, () -> leaving = true);
        this.tour = new Tour(screen);
        add(practice.commands());
        add(new SolutionCommands(desk).commands());
        add(exams.commands());
        add(new ProgressCommands(desk).commands());
        add(new FigureCommands(desk).commands());
        add(new ToolCommands(desk, preferences).commands());
        add(new ExchangeCommands(desk).commands());
        add(new Watch(desk).commands());
        add(banks.commands());
        add(List.of(
                new Command(
                        "tour", "tour", "learn the terminal in eight steps", Command.Completion.NOTHING, a -> tour()),
                new Command(
                        "help",
                        "help [word]",
                        "this list, or what a command, function, unit or topic is",
                        Command.Completion.HELP,
                        this::help),
                new Command("quit", "quit", "leave", Command.Completion.NOTHING, argument -> quit())));
        exams.duringExam().forEach(command -> examCommands.put(command.name(), command));
    }

    private void add(List<Command> some) {
        some.forEach(command -> commands.put(command.name(), command));
    }

    /** The commands, by name. */
    Map<String, Command> commands() {
        return commands;
    }

    /** Whether the learner wants to leave. */
    boolean isLeaving() {
        return leaving;
    }

    /** The worst that happened so far: what a script ends with. */
    int code() {
        return code;
    }

    /** What stands before what is typed. */
    String prompt() {
        if (!desk.isReady()) {
            return "> ";
        }
        Exam exam = desk.session().exam();
        if (exam != null) {
            return exams.prompt(exam);
        }
        Showing showing = desk.session().showing();
        return showing == null ? "> " : name(showing.problem().id()) + "> ";
    }

    /** The last part of an id. */
    private static String name(String id) {
        return Style.safe(id.substring(id.lastIndexOf('/') + 1));
    }

    /** Follows a line. */
    void follow(String typed) {
        try {
            if (typed.length() > LONGEST_LINE) {
                throw new Rejected(
                        "This line has " + typed.length() + " characters; at most " + LONGEST_LINE + " are read.");
            }
            followed(typed.strip());
            tour.followed(typed.strip());
        } catch (Rejected e) {
            trouble(e.message());
        } catch (Patience.Stopped | CancellationException e) {
            trouble("Stopped.");
        } catch (ExpressionFault e) {
            code = TROUBLE;
            new ReplyView(screen).point(typed, e);
        } catch (IOException e) {
            trouble(String.valueOf(e.getMessage()));
        } catch (NoValue e) {
            trouble(QuestionView.sentence(String.valueOf(e.getMessage())));
        } catch (RuntimeException | StackOverflowError e) {
            // A defect of ours in one line must not cost the session.
            trouble("Internal error, please report it with what you typed: " + e);
        }
        screen.flush();
    }

    /**
     * Lines that were pasted at once, as one where the open question asks for several numbers and each line has some of them, as
     * {@code w0 = 4000 rad/s} above {@code Z0 = 8.33 ohm}.
     */
    List<String> together(List<String> lines) {
        Exam exam = desk.isReady() && lines.size() > 1 ? desk.session().exam() : null;
        Showing open = exam != null
                ? exam.current().showing()
                : desk.isReady() && lines.size() > 1 ? desk.session().showing() : null;
        if (open == null || lines.stream().anyMatch(line -> commands.containsKey(Lines.firstWord(line + " ")))) {
            return lines;
        }
        Answer answer = open.problem().answer();
        List<String> names = answer.parts().stream().map(Answer.Part::name).toList();
        boolean isOne = names.isEmpty()
                ? answer.isSet()
                : lines.size() <= names.size() && lines.stream().allMatch(line -> Listing.isOfPart(line, names));
        return isOne ? List.of(String.join("; ", lines)) : lines;
    }

    private void trouble(String message) {
        code = TROUBLE;
        screen.trouble(message);
    }

    private void followed(String line) throws IOException {
        Exam exam = desk.isReady() ? desk.session().exam() : null;
        if (exam != null && exam.isOver()) {
            screen.trouble("The time is up; what was typed last does not count.");
            exams.handIn();
            return;
        }
        if (line.startsWith("#")) {
            return;
        }
        if (line.isEmpty() && desk.pages().isOpen()) {
            desk.pages().next();
            return;
        }
        desk.pages().close();
        if (line.isEmpty()) {
            exams.hears("");
            entered(exam);
            return;
        }
        int end = 0;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        String argument = line.substring(end).strip();
        Command command = command(line.substring(0, end), argument, exam);
        exams.hears(command == null ? "" : command.name());
        if (command != null && command.standsAlone() && !argument.isEmpty()) {
            throw new Rejected(
                    "'" + command.name() + "' stands alone; nothing was done, because of '" + argument + "'.");
        }
        if (command != null) {
            command.action().run(argument);
        } else if (exam != null && isNoReply(lettersOf(line))) {
            screen.text("That is no reply, and costs nothing. 'next' goes on, 'clear' takes a reply away.");
        } else if (exam != null) {
            exams.reply(line);
        } else {
            reply(line);
        }
    }

    /** The command that a line begins with, or null; {@code set = 3} is none. */
    private @Nullable Command command(String word, String argument, @Nullable Exam exam) {
        if (argument.startsWith("=") && !argument.startsWith("==")) {
            return null;
        }
        String meant = argument.isEmpty() && !isDeclared(word) ? ALIASES.getOrDefault(word, word) : word;
        if (exam == null) {
            return commands.get(meant);
        }
        Command own = examCommands.get(meant);
        if (own == null && commands.containsKey(meant)) {
            if (!ExamCommands.ALLOWED.contains(meant)) {
                throw new Rejected("'" + word + "' has to wait until the paper is handed in ('submit').");
            }
            return commands.get(meant);
        }
        return own;
    }

    /** Whether the open question has a name like this, so that it may be a reply. */
    private boolean isDeclared(String word) {
        Showing showing = desk.isReady() ? desk.session().showing() : null;
        return showing != null && showing.problem().scope().find(word) != null;
    }

    /** An empty line goes on: to the next question, once this one is done with. */
    private void entered(@Nullable Exam exam) throws IOException {
        if (exam != null) {
            exams.next();
            return;
        }
        Showing showing = desk.session().showing();
        if (showing != null && !showing.isOver()) {
            screen.dim("Reply, or: hint, solve, skip, help.");
        } else {
            practice.next("");
        }
    }

    // ---- replies and expressions

    private void reply(String line) throws IOException {
        Session session = desk.session();
        Showing showing = session.showing();
        if (showing == null) {
            compute(line);
            return;
        }
        if (isNoReply(lettersOf(line))) {
            screen.text("That is no attempt. 'hint' helps, 'skip' puts the question off, 'solve' shows the solution.");
            return;
        }
        desk.awaited(showing.marking());
        boolean over = showing.isOver();
        Mark mark = desk.worked(() -> session.mark(line));
        Answered answered = session.reply(line, mark);
        ReplyView view = new ReplyView(screen);
        view.show(answered, line, !over && showing.isFirstHelp());
        if (mark instanceof Mark.Unreadable || mark instanceof Mark.Unscored) {
            code = TROUBLE;
            if (line.endsWith("?")) {
                screen.text("Questions are not answered here: 'hint' helps, 'help WORD' explains a word.");
            } else {
                suggest(line);
            }
        } else if (over) {
            screen.dim("You are done with this question, so that this does not count. Enter shows the next one.");
        } else if (mark instanceof Mark.Wrong) {
            code = Math.max(code, SOME_WRONG);
        } else {
            view.schedule(showing, showing.trouble(), session);
            screen.dim("Enter shows the next question, 'solve' the worked solution.");
        }
    }

    /** Also at the end of a sentence: {@code I have no idea}. */
    private static boolean isNoReply(String letters) {
        return NO_REPLIES.contains(letters)
                || NO_REPLIES.stream().anyMatch(each -> each.length() > 4 && letters.endsWith(each));
    }

    private static String lettersOf(String line) {
        StringBuilder letters = new StringBuilder();
        line.toLowerCase(Locale.ROOT).chars().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** A mistyped command is taken for a reply; the learner is told. */
    private void suggest(String line) {
        boolean word = line.chars().allMatch(Character::isLetter);
        String nearest = word ? Nearest.to(line, commands.keySet()) : null;
        if (nearest != null) {
            screen.text("Did you mean the command '" + nearest + "'?");
        }
    }

    private void compute(String line) {
        try {
            ToolCommands.show(desk.worked(() -> desk.calculator().evaluate(line)), desk);
        } catch (ExpressionFault e) {
            code = TROUBLE;
            new ReplyView(screen).point(line, e);
            suggest(line);
        }
    }

    // ---- help and leaving

    private void help(String word) {
        if (word.isEmpty()) {
            desk.pages().show(screen -> new Help(desk, commands, examCommands, screen).show(""));
        } else {
            new Help(desk, commands, examCommands, screen).show(word);
        }
    }

    private void tour() {
        tour.begin();
    }

    /** Leaves; an exam only if it is asked for twice. */
    private void quit() {
        Session session = desk.isReady() ? desk.session() : null;
        if (session != null && session.exam() != null && exams.warnsOfLeaving()) {
            return;
        }
        leaving = true;
    }

    /**
     * Shows what there is to do; whoever follows with the first question writes it out.
     *
     * @return whether nothing waits for the learner before that question
     */
    boolean greet() throws IOException {
        Session session = desk.session();
        List<String> parts = new ArrayList<>();
        History history = session.history();
        int due = history.due(session::has).size();
        int fresh = 0;
        for (Entry entry : session.entries()) {
            fresh += history.standing(entry.id()) == null ? 1 : 0;
        }
        parts.add(due + " due");
        parts.add(fresh + " new");
        int streak = history.streak();
        if (streak > 0) {
            parts.add(streak == 1 ? "1 day in a row" : streak + " days in a row");
        }
        screen.heading("Ansatz: " + String.join(", ", parts));
        if (!desk.banks().current().isEmpty()) {
            screen.dim("The bank in " + desk.banks().current());
        }
        banks.offer();
        String pending = exams.pending();
        if (pending != null) {
            screen.text(pending);
        }
        return pending == null;
    }
}
