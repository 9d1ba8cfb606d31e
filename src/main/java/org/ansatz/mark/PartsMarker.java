package org.ansatz.mark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Listing;
import org.ansatz.expression.syntax.Span;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Slip;
import org.ansatz.quantity.Rational;

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
        return mark instanceof Mark.Wrong ? explained((Mark.Wrong) mark, items) : mark;
    }

    private Mark marked(Map<String, Listing.Item> items, Map<String, Marking.Marker> by) {
        List<String> rightOnes = new ArrayList<>();
        List<String> wrongOnes = new ArrayList<>();
        Mark.Wrong only = new Mark.Wrong("", "");
        boolean unitMissing = false;
        for (Answer.Part part : parts) {
            Listing.Item item = Objects.requireNonNull(items.get(part.name()));
            Mark mark = Objects.requireNonNull(by.get(part.name())).mark(item.text());
            if (mark instanceof Mark.Unreadable) {
                return within(part.name(), item, (Mark.Unreadable) mark);
            }
            if (mark instanceof Mark.Unscored) {
                return mark;
            }
            if (mark instanceof Mark.Wrong) {
                wrongOnes.add(part.name());
                only = (Mark.Wrong) mark;
            } else {
                rightOnes.add(part.name());
                unitMissing |= mark instanceof Mark.UnitMissing;
            }
        }
        if (wrongOnes.isEmpty()) {
            return unitMissing ? new Mark.UnitMissing("") : new Mark.Right("");
        }
        String which = rightOnes.isEmpty()
                ? "none of the parts is right"
                : listed(rightOnes)
                        + (rightOnes.size() == 1 ? " is right, " : " are right, ")
                        + listed(wrongOnes)
                        + (wrongOnes.size() == 1 ? " is not" : " are not");
        boolean alone = wrongOnes.size() == 1 && !only.message().isEmpty();
        return new Mark.Wrong(alone ? only.slip() : "", alone ? which + ": " + only.message() : which)
                .of(Rational.of(rightOnes.size(), parts.size()));
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
                return new Mark.Wrong(slip.misconception().says(), Suspicion.says(slip)).of(wrong.share());
            }
        }
        return wrong;
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
