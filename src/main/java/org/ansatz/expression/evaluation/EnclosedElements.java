package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Series;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** Elements of sequences, each enclosed from those before it. */
final class EnclosedElements {

    private final Enclosures here;

    /** The elements of each sequence that is being followed, from its first. */
    private final Map<Integer, Following> followed = new HashMap<>();

    EnclosedElements(Enclosures here) {
        this.here = here;
    }

    /** The earlier elements of a sequence that is being followed. */
    private interface Following {
        /** What an earlier element lies in. */
        Enclosed at(Term.Earlier asked);
    }

    /**
     * What the rule of a sequence makes of the elements before, with its slope by one of them.
     *
     * @param before what these elements lie in, the last first; the rule asks for no others
     * @param by of which the slope is, from 0
     * @param index what the index of the element that is made lies in
     * @throws NoEnclosure if the rule, or a part of it, does not say
     */
    static Series next(Term.Recurrence recurrence, List<Interval> before, int by, Interval index, Frame frame) {
        Enclosures here = Enclosures.in(frame, 1);
        Interval own = index.minus(Interval.of(recurrence.shift()));
        here.put(recurrence.index(), new Enclosed.Real(Series.constant(own, 1)));
        here.elements().followed.put(recurrence.table(), asked -> {
            int lag = Lags.of(asked, recurrence);
            Interval set = before.get(lag - 1);
            return new Enclosed.Real(lag - 1 == by ? Series.variable(set, 1) : Series.constant(set, 1));
        });
        return Enclosed.real(here.enclosure(recurrence.ruleFor((long) index.low())));
    }

    /** Whether the sequence is being followed that an earlier element is of. */
    boolean isFollowed(Term.Earlier term) {
        return followed.containsKey(term.table());
    }

    /** An element, by all before it, one after the other. */
    Enclosed of(Term.Element term) {
        Term.Recurrence recurrence = term.recurrence();
        long index = index(recurrence.name(), term.index());
        List<Enclosed> known = new ArrayList<>();
        Following mine = asked -> known(known, index(asked.name(), asked.index()) - recurrence.first());
        Following around = followed.put(recurrence.table(), mine);
        Enclosed place = here.at(recurrence.index());
        try {
            for (long next = recurrence.first(); next <= index; next++) {
                Term start = recurrence.start(next);
                here.put(recurrence.index(), Enclosed.of(Value.Exact.of(next - recurrence.shift()), here.order()));
                known.add(here.enclosure(start == null ? recurrence.ruleFor(next) : start));
            }
            return known(known, index - recurrence.first());
        } catch (NoValue e) {
            throw new NoEnclosure(e.reason());
        } finally {
            here.put(recurrence.index(), place);
            restore(recurrence.table(), around);
        }
    }

    private void restore(int table, @Nullable Following around) {
        if (around == null) {
            followed.remove(table);
        } else {
            followed.put(table, around);
        }
    }

    /** An earlier element, where a sequence follows from it. */
    Enclosed of(Term.Earlier term) {
        Following mine = followed.get(term.table());
        if (mine == null) {
            throw new NoEnclosure("a sequence inside its own rule");
        }
        return mine.at(term);
    }

    private static Enclosed known(List<Enclosed> elements, long place) {
        if (place < 0 || place >= elements.size()) {
            throw new NoEnclosure("an element that is not known");
        }
        return elements.get((int) place);
    }

    /** An index, which is one number. */
    private long index(String name, Term term) {
        Value index = here.certain(term);
        if (index == null) {
            throw new NoEnclosure("an index that is not one number");
        }
        return Elements.index(name, index);
    }
}
