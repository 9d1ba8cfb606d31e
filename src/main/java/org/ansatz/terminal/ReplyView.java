package org.ansatz.terminal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.mark.Mark;
import org.ansatz.practice.Session;
import org.ansatz.practice.Session.Answered;
import org.ansatz.practice.Showing;
import org.ansatz.progress.Standing;
import org.ansatz.report.Style;
import org.ansatz.report.Texts;
import org.ansatz.schedule.Rating;

/** What a learner is told of a reply. */
final class ReplyView {

    private final Screen screen;

    ReplyView(Screen screen) {
        this.screen = screen;
    }

    /**
     * The verdict.
     *
     * @param isFirst whether the learner had no help before, so that less is told of what is wrong
     */
    void show(Answered answered, String typed, boolean isFirst) {
        Mark mark = answered.mark();
        String told = mark instanceof Mark.Wrong wrong && isFirst ? wrong.first() : mark.message();
        String message = QuestionView.sentence(Texts.sentence(told));
        if (mark instanceof Mark.Right) {
            screen.verdict(true, "Right.", message);
        } else if (mark instanceof Mark.UnitMissing) {
            screen.verdict(true, "Right,", "but the unit is missing." + (message.isEmpty() ? "" : " " + message));
        } else if (mark instanceof Mark.Wrong) {
            screen.verdict(false, "No.", message.isEmpty() ? "Try again, or ask for a hint." : message);
        } else if (mark instanceof Mark.Unreadable) {
            point(typed, ((Mark.Unreadable) mark).span(), mark.message());
        } else {
            screen.trouble("This cannot be marked. " + message);
        }
    }

    /** What cannot be read, with a caret below the place. */
    void point(String typed, ExpressionFault fault) {
        point(typed, fault.span(), fault.message());
    }

    private void point(String typed, Span span, String message) {
        Style style = screen.style();
        String line = typed.replace('\n', ' ').replace('\t', ' ');
        int start = Math.max(0, Math.min(span.start(), line.length()));
        int room = Math.max(10, style.width() - 6);
        int from = start > room - 4 ? start - room / 2 : 0;
        String shown = Style.safe(line.substring(from, Math.min(line.length(), from + room)));
        int before = Style.safe(line.substring(from, start)).length();
        int length = Math.max(1, Math.min(span.end(), line.length()) - start);
        length = Math.min(length, Math.max(1, shown.length() - before));
        screen.out().println("  " + shown);
        screen.out().println("  " + " ".repeat(before) + style.bad("^".repeat(length)));
        screen.trouble(QuestionView.sentence(message));
    }

    /**
     * How the question is rated, and when it comes again.
     *
     * @param why where the rating comes from, or an empty text
     */
    void schedule(Showing showing, String why, Session session) throws IOException {
        Rating rating = showing.rating();
        Standing standing = session.history().standing(showing.problem().id());
        if (rating != null && standing != null) {
            screen.dim("Rated " + rating.word() + (why.isEmpty() ? "" : ", " + why) + "; it comes again "
                    + when(standing.memory().due(), session) + ".");
        }
    }

    /** When something is due, in words. */
    static String when(Instant due, Session session) {
        Duration left = Duration.between(session.now(), due);
        if (left.isNegative() || left.isZero()) {
            return "now";
        }
        if (left.compareTo(Duration.ofHours(1)) < 0) {
            long minutes = Math.max(1, Math.round(left.toSeconds() / 60.0));
            return minutes == 1 ? "in a minute" : "in " + minutes + " minutes";
        }
        LocalDate today = LocalDate.ofInstant(session.now(), session.zone());
        LocalDate day = LocalDate.ofInstant(due, session.zone());
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return "later today";
        }
        return days == 1
                ? "tomorrow"
                : "in " + days + " days, on " + date(day)
                        + (day.getYear() == today.getYear() ? "" : " " + day.getYear());
    }

    /** A date as it is shown: {@code Sat 28 Nov}. */
    static String date(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + day.getDayOfMonth() + " "
                + day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
