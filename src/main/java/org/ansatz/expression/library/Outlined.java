package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ansatz.expression.term.Loop;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.proof.Outline;

/**
 * What is known of a body that is looked at by samples, for it does not enclose itself: its outline, so that nothing narrow is
 * overlooked. Of what has none, as what is complex or what a field block solves anew, nothing is known.
 */
final class Outlined {

    /** In so many cells a search looks at a place that may hold what it looks for. */
    private static final int CELLS = 8;

    private Outlined() {}

    /** Something that is to be known of a body over a bounded interval. */
    interface Question<T> {
        /** The answer. */
        T of(Outline.On body, Interval domain);
    }

    /** What is to be known of a body, or {@code unknown}. */
    static <T> T of(Loop loop, Question<T> question, T unknown) {
        try {
            Enclosing function = loop.outline();
            return question.of(set -> function.on(set, 0), loop.ends()[0].hull(loop.ends()[1]));
        } catch (NoEnclosure e) {
            return unknown;
        }
    }

    /** Where a search by samples looks, besides its grid: at breaks, and all over the places that may hold what it looks for. */
    static List<Interval> places(Loop loop, Question<List<Interval>> question) {
        List<Interval> places = new ArrayList<>(loop.breaks());
        for (Interval place : of(loop, question, List.of())) {
            for (int cell = 0; cell < CELLS; cell++) {
                double low = place.low() + place.width() * cell / CELLS;
                places.add(new Interval(low, Math.min(place.high(), low + place.width() / CELLS)));
            }
        }
        places.sort(Comparator.comparingDouble(Interval::low));
        return places;
    }
}
