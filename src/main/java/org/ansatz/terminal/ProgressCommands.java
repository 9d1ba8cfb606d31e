package org.ansatz.terminal;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ansatz.figure.text.BarChart;
import org.ansatz.figure.text.TextStyle;
import org.ansatz.practice.Path;
import org.ansatz.practice.Session;
import org.ansatz.problem.Entry;
import org.ansatz.problem.Problem;
import org.ansatz.progress.Attempt;
import org.ansatz.progress.History;
import org.ansatz.progress.Outcome;
import org.ansatz.progress.Share;
import org.ansatz.progress.Standing;
import org.ansatz.progress.Tally;
import org.ansatz.report.Style;
import org.ansatz.terminal.Command.Completion;
import org.jspecify.annotations.Nullable;

/** The commands that show what was done and what is to do. */
final class ProgressCommands {

    private static final int SHOWN_ATTEMPTS = 20;
    private static final int SHOWN_SLIPS = 5;
    private static final int WIDEST_CHART = 60;

    private final Desk desk;
    private final Screen screen;

    ProgressCommands(Desk desk) {
        this.desk = desk;
        this.screen = desk.screen();
    }

    List<Command> commands() {
        return List.of(
                new Command(
                        "list",
                        "list [topic]",
                        "the problems by topic, and how you stand",
                        Completion.SELECTION,
                        this::list),
                new Command("due", "due", "what is due, and when the next one is", Completion.NOTHING, this::due),
                new Command("path", "path", "the topics in the order to learn them", Completion.NOTHING, this::path),
                new Command(
                        "stats",
                        "stats",
                        "accuracy by topic, what is due each day, slips made most",
                        Completion.NOTHING,
                        this::stats),
                new Command("history", "history [number]", "your last attempts", Completion.NOTHING, this::history));
    }

    // ---- list

    private void list(String topic) throws IOException {
        Session session = desk.session();
        History history = session.history();
        SortedMap<String, SortedMap<String, Entry>> topics = new TreeMap<>();
        for (Entry entry : session.entries()) {
            if (entry.isOf(topic)) {
                topics.computeIfAbsent(entry.topic(), key -> new TreeMap<>()).put(entry.id(), entry);
            }
        }
        if (topics.isEmpty()) {
            throw new Rejected("There is no topic '" + topic + "'.");
        }
        desk.pages()
                .show(page -> topics.forEach((name, entries) -> {
                    page.heading(name.isEmpty() ? "other" : name);
                    entries.values().forEach(entry -> row(entry, history, session, page));
                }));
    }

    private static void row(Entry entry, History history, Session session, Screen page) {
        Standing standing = history.standing(entry.id());
        String state = standing == null
                ? "new"
                : outcome(standing.outcome()) + ", "
                        + (standing.memory().due().isAfter(session.now())
                                ? "again " + ReplyView.when(standing.memory().due(), session)
                                : "due");
        page.row("  " + entry.id(), entry.title() + " (" + state + ")", 26);
    }

    private static String outcome(Outcome outcome) {
        switch (outcome) {
            case RIGHT:
                return "right";
            case UNIT_MISSING:
                return "right without unit";
            case SHOWN:
                return "solution seen";
            default:
                return "wrong";
        }
    }

    // ---- what is due

    private void due(String ignored) throws IOException {
        Session session = desk.session();
        History history = session.history();
        List<String> due = history.due(session::has);
        if (due.isEmpty()) {
            Instant next = next(session, history);
            screen.text(
                    next == null
                            ? "Nothing was answered yet, so that nothing is due. 'practice' begins with what is new."
                            : "Nothing is due; the next question comes again " + ReplyView.when(next, session) + ".");
            return;
        }
        desk.pages().show(page -> {
            page.text(due.size() == 1 ? "1 question is due:" : due.size() + " questions are due:");
            for (String id : due) {
                Entry entry = session.called(id);
                page.row("  " + id, entry == null ? "" : entry.title(), 26);
            }
        });
    }

    private static @Nullable Instant next(Session session, History history) {
        Instant next = null;
        for (Entry entry : session.entries()) {
            Standing standing = history.standing(entry.id());
            Instant due = standing == null ? null : standing.memory().due();
            next = due != null && (next == null || due.isBefore(next)) ? due : next;
        }
        return next;
    }

    // ---- path

    private void path(String ignored) throws IOException {
        Session session = desk.session();
        History history = session.history();
        Path path = Path.through(session.entries());
        desk.pages().show(page -> show(path, history, page));
    }

    private static void show(Path path, History history, Screen page) {
        boolean found = false;
        int number = 0;
        for (Path.Stage stage : path.stages()) {
            int right = stage.right(history);
            boolean here = !found && right < stage.entries().size();
            found |= here;
            List<String> missing = stage.needs().stream()
                    .filter(need -> !path.isKnown(need, history))
                    .toList();
            page.row(
                    (here ? "* " : "  ") + ++number,
                    (stage.topic().isEmpty() ? "other" : stage.topic()) + ": " + right + " of "
                            + stage.entries().size() + " right"
                            + (missing.isEmpty() ? "" : "; needs " + String.join(", ", missing)),
                    6);
        }
        page.dim("'practice' follows this path; a topic is known once half of it is right.");
    }

    // ---- statistics

    private void stats(String ignored) throws IOException {
        Session session = desk.session();
        History history = session.history();
        if (history.sittings().isEmpty()) {
            screen.text("Nothing was answered yet. Enter shows the first question.");
            return;
        }
        screen.heading("Right at the first attempt, without hints");
        for (Map.Entry<String, Share> entry : history.accuracy().entrySet()) {
            Share share = entry.getValue();
            screen.row("  " + entry.getKey(), share.some() + " of " + share.all() + "  " + percent(share), 40);
        }
        screen.blank();
        screen.heading("Due each day");
        forecast(history.forecast(session::has));
        slips(history);
        if (history.streak() > 0) {
            screen.blank();
            screen.text(history.streak() == 1 ? "1 day in a row." : history.streak() + " days in a row.");
        }
    }

    private static String percent(Share share) {
        return Math.round(100 * share.fraction()) + " %";
    }

    private void forecast(SortedMap<LocalDate, List<String>> days) {
        List<BarChart.Bar> bars = new ArrayList<>();
        days.forEach((day, due) -> bars.add(new BarChart.Bar(ReplyView.date(day), due.size())));
        TextStyle style = new TextStyle(
                Math.min(screen.width(), WIDEST_CHART), days.size(), screen.theme() != Theme.PLAIN, screen.isUnicode());
        for (String line : BarChart.lines(bars, style)) {
            screen.out().println(line);
        }
    }

    private void slips(History history) {
        List<Tally> slips = history.slips();
        if (slips.isEmpty()) {
            return;
        }
        screen.blank();
        screen.heading("Slips made most");
        for (Tally slip : slips.subList(0, Math.min(SHOWN_SLIPS, slips.size()))) {
            screen.row("  " + slip.count() + " ×", slip.what(), 8);
        }
    }

    // ---- attempts

    private void history(String number) throws IOException {
        int most = SHOWN_ATTEMPTS;
        try {
            most = number.isEmpty() ? most : Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new Rejected("'history' takes how many attempts to show.");
        }
        if (most < 1) {
            throw new Rejected("'history' takes how many attempts to show.");
        }
        Session session = desk.session();
        List<Attempt> attempts = session.progress().attempts();
        if (attempts.isEmpty()) {
            screen.text("Nothing was answered yet.");
        }
        for (Attempt attempt : attempts.subList(Math.max(0, attempts.size() - most), attempts.size())) {
            LocalDateTime at = LocalDateTime.ofInstant(attempt.at(), session.zone());
            String minute = (at.getMinute() < 10 ? "0" : "") + at.getMinute();
            String data = attempt.data().isEmpty()
                    ? Problem.hasPublishedData(attempt.seed()) ? "" : ", variant " + attempt.seed()
                    : ", with " + attempt.data();
            String reply = attempt.reply().isEmpty() ? "" : ": " + attempt.reply();
            String slip = attempt.slip().isEmpty() ? "" : " (" + attempt.slip() + ")";
            screen.row(
                    ReplyView.date(at.toLocalDate()) + " " + at.getHour() + ":" + minute,
                    Style.safe(attempt.problem() + data + "; " + outcome(attempt.outcome()) + reply + slip
                            + (attempt.exam() ? ", exam" : "")),
                    18);
        }
    }
}
