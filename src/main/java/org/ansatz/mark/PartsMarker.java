package org.ansatz.mark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ansatz.expression.check.Reply;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Listing;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Slip;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/** Marks several answers, each for itself; together they are right if each of them is. */
final class PartsMarker implements Marking.Marker {

    private final Verdict verdict;
    private final Map<String, Marking.Marker> markers;
    private final List<Answer.Part> parts;

    PartsMarker(Verdict verdict, Conclusion.FoundParts right, List<Answer.Part> parts) {
        this(verdict, markers(verdict, right, parts), parts);
    }

    PartsMarker(Verdict verdict, Map<String, Marking.Marker> markers, List<Answer.Part> parts) {
        this.verdict = verdict;
        this.markers = Map.copyOf(markers);
        this.parts = List.copyOf(parts);
    }

    private static Map<String, Marking.Marker> markers(
            Verdict verdict, Conclusion.FoundParts found, List<Answer.Part> parts) {
        Map<String, Marking.Marker> markers = new HashMap<>();
        for (Answer.Part part : parts) {
            markers.put(part.name(), Markers.of(verdict, part.answer(), found.of(part.name())));
        }
        return markers;
    }

    @Override
    public Mark mark(String text) {
        Map<String, Listing.Item> items;
        try {
            items = Listing.ofParts(text, parts.stream().map(Answer.Part::name).toList());
        } catch (ExpressionFault e) {
            return new Mark.Unreadable(e.span(), e.message());
        }
        Mark mark = marked(items, markers);
        Mark said = mark instanceof Mark.Wrong ? explained((Mark.Wrong) mark, items) : mark;
        return said instanceof Mark.Unreadable ? said : Replies.noted(notes(items), said);
    }

    /** How the parts are read that are not spelled so. */
    private String notes(Map<String, Listing.Item> items) {
        List<String> notes = new ArrayList<>();
        for (Answer.Part part : parts) {
            Listing.Item item = Objects.requireNonNull(items.get(part.name()));
            String note = item.isOpen()
                    ? ""
                    : Objects.requireNonNull(markers.get(part.name())).note(item.text());
            if (!note.isEmpty()) {
                notes.add(part.name() + " " + note);
            }
        }
        return String.join(", ", notes);
    }

    private Mark marked(Map<String, Listing.Item> items, Map<String, Marking.Marker> by) {
        List<String> rightOnes = new ArrayList<>();
        List<String> wrongOnes = new ArrayList<>();
        List<String> openOnes = new ArrayList<>();
        Mark.Wrong only = new Mark.Wrong("", "");
        String said = "";
        boolean unitMissing = false;
        for (Answer.Part part : parts) {
            Listing.Item item = Objects.requireNonNull(items.get(part.name()));
            if (item.isOpen()) {
                openOnes.add(part.name());
                continue;
            }
            Marking.Marker marker = Objects.requireNonNull(by.get(part.name()));
            Mark mark = marker.mark(item.text());
            if (mark instanceof Mark.Unreadable) {
                return within(part.name(), item, (Mark.Unreadable) mark);
            }
            if (mark instanceof Mark.Unscored) {
                return mark;
            }
            if (mark instanceof Mark.Wrong) {
                wrongOnes.add(part.name());
                only = (Mark.Wrong) mark;
                said = withoutNote(only.message(), marker.note(item.text()));
            } else {
                rightOnes.add(part.name());
                unitMissing |= mark instanceof Mark.UnitMissing;
            }
        }
        if (rightOnes.size() == parts.size()) {
            return unitMissing ? new Mark.UnitMissing("") : new Mark.Right("");
        }
        if (openOnes.size() == parts.size()) {
            Listing.Item last = Objects.requireNonNull(items.get(openOnes.get(openOnes.size() - 1)));
            return new Mark.Unreadable(
                    new Span(last.start(), last.start() + last.text().length()), "all parts are left open");
        }
        String which = rightOnes.isEmpty() ? "none of the parts is right" : said(rightOnes, "right");
        if (!rightOnes.isEmpty() && !wrongOnes.isEmpty()) {
            which += ", " + said(wrongOnes, "not");
        }
        List<String> carried = carried(items, wrongOnes);
        boolean alone = wrongOnes.size() == 1 && !said.isEmpty();
        said = alone ? which + ": " + said : which;
        if (!carried.isEmpty()) {
            said += "; " + listed(carried) + (carried.size() == 1 ? " follows" : " follow")
                    + " from what you have for the others";
        }
        if (!openOnes.isEmpty()) {
            said += "; " + said(openOnes, "left open");
        }
        return new Mark.Wrong(alone ? only.slip() : "", said)
                .of(
                        Rational.of(rightOnes.size(), parts.size()),
                        Rational.of(rightOnes.size() + carried.size(), parts.size()));
    }

    /** What is said of a part behind how it was read, which is said of all parts together. */
    private static String withoutNote(String message, String note) {
        String said = !note.isEmpty() && message.startsWith(note) ? message.substring(note.length()) : message;
        return said.startsWith("; ") && !note.isEmpty() ? said.substring(2) : said;
    }

    /** The wrong parts that are right for what the reply has for earlier ones, by some route: their error is carried forward. */
    private List<String> carried(Map<String, Listing.Item> items, List<String> wrongOnes) {
        List<String> carried = new ArrayList<>();
        Map<String, Value> earlier = new HashMap<>();
        for (int i = 0; i < parts.size() && wrongOnes.size() > 1; i++) {
            Answer.Part part = parts.get(i);
            Listing.Item item = Objects.requireNonNull(items.get(part.name()));
            if (wrongOnes.contains(part.name()) && i > 0 && follows(i, item, earlier)) {
                carried.add(part.name());
            }
            Value value = value(part, item);
            if (value != null) {
                earlier.put(part.name(), value);
            }
        }
        return carried;
    }

    private boolean follows(int index, Listing.Item item, Map<String, Value> earlier) {
        Answer.Part part = parts.get(index);
        for (Verdict.RouteFinding finding : verdict.findings()) {
            try {
                Evidence evidence = finding.route().following(verdict.data(), index, earlier);
                if (evidence instanceof Evidence.Values values) {
                    Conclusion.Found found = new Conclusion.Found(values, "");
                    Mark mark = Markers.of(verdict, part.answer(), found).mark(item.text());
                    if (mark instanceof Mark.Right || mark instanceof Mark.UnitMissing) {
                        return true;
                    }
                }
            } catch (NoValue e) {
                // Nothing follows by this route from what the reply has.
            }
        }
        return false;
    }

    /** What a reply has for a part, if that is a single quantity of the kind that is asked for; otherwise null. */
    private @Nullable Value value(Answer.Part part, Listing.Item item) {
        if (!(verdict.judgement().answer() instanceof Conclusion.FoundParts found)) {
            return null;
        }
        Type type = found.of(part.name()).values().type();
        Reply reply = Replies.quantity(item.text(), type, part.answer().unit(), verdict.problem());
        if (!(reply instanceof Reply.Complete || reply instanceof Reply.WithoutUnit)) {
            return null;
        }
        try {
            return verdict.data().frame().rested().value(reply.quantity().term());
        } catch (NoValue e) {
            return null;
        }
    }

    /** What is said of a part that cannot be read, with its place in the whole reply. */
    static Mark.Unreadable within(String part, Listing.Item item, Mark.Unreadable mark) {
        Span span = new Span(
                item.start() + mark.span().start(), item.start() + mark.span().end());
        return new Mark.Unreadable(span, part + ": " + mark.message());
    }

    /** The same, with what was done wrong where a wrong model leads to all of the parts. */
    private Mark explained(Mark.Wrong wrong, Map<String, Listing.Item> items) {
        for (Slip slip : verdict.slips()) {
            boolean leads = slip.conclusion() instanceof Conclusion.FoundParts
                    && marked(items, markers(verdict, (Conclusion.FoundParts) slip.conclusion(), parts))
                            instanceof Mark.Right;
            if (leads) {
                return new Mark.Wrong(slip.misconception().says(), Suspicion.says(slip))
                        .of(wrong.share(), wrong.carried());
            }
        }
        return wrong;
    }

    private static String said(List<String> names, String what) {
        return listed(names) + (names.size() == 1 ? " is " : " are ") + what;
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
