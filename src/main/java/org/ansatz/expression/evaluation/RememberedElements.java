package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/** The elements of sequences that were found in frames where all that they rest on has the same values. */
final class RememberedElements {

    private final Map<Integer, Found> found = new HashMap<>();

    /**
     * Elements, and what they rest on.
     *
     * @param how the way of evaluation, the same object in frames that evaluate alike
     */
    private record Found(Elements elements, Object how, List<Integer> slots, List<@Nullable Value> values) {
        boolean isFor(Object asked, Frame frame) {
            boolean same = asked == how;
            for (int i = 0; same && i < slots.size(); i++) {
                same = frame.slot(slots.get(i)) == values.get(i);
            }
            return same;
        }
    }

    /** The elements of a sequence that are known in a frame; none where they rest on more than the values in it. */
    Elements of(Term.Recurrence recurrence, Object how, Frame frame) {
        Found known = found.get(recurrence.table());
        if (known != null && known.isFor(how, frame)) {
            return known.elements;
        }
        Elements elements = new Elements(recurrence);
        List<Term> terms = recurrence.terms();
        if (terms.stream().noneMatch(term -> Inside.any(term, RememberedElements::isBeyondFrame))) {
            Set<Integer> read = new TreeSet<>();
            terms.forEach(term -> read.addAll(Inside.slots(term)));
            read.remove(recurrence.index());
            List<Integer> slots = List.copyOf(read);
            List<@Nullable Value> values = new ArrayList<>();
            slots.forEach(slot -> values.add(frame.slot(slot)));
            found.put(recurrence.table(), new Found(elements, how, slots, values));
        }
        return elements;
    }

    private static boolean isBeyondFrame(Term term) {
        return term instanceof Term.Exported || term instanceof Term.Candidate || term instanceof Term.Computed;
    }
}
