package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Results of searches over enclosures, which do not change where roundings are simulated: each is made once for the values of
 * the names that were read for it. One whose function was asked for plain values as well is made anew each time.
 */
final class Remembered {

    private final IdentityHashMap<Term, Result> results = new IdentityHashMap<>();

    /** Binders that are looked at with one around them. */
    private final Set<Term> inner = Collections.newSetFromMap(new IdentityHashMap<>());

    private @Nullable Reading reading;

    /** A result, and the values it rests on. */
    private record Result(Object found, List<Integer> slots, List<Value> values) {
        boolean isFor(Frame frame) {
            for (int i = 0; i < slots.size(); i++) {
                if (frame.slot(slots.get(i)) != values.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What is read for a result that is being made. */
    private static final class Reading {
        private final @Nullable Reading around;
        private final List<Integer> slots = new ArrayList<>();
        private final List<Value> values = new ArrayList<>();
        private boolean isPlain;

        Reading(@Nullable Reading around) {
            this.around = around;
        }
    }

    /** A binder is from now on looked at with the one around it. */
    void lookedAtFromOutside(Term binder) {
        inner.add(binder);
    }

    /** Whether a binder is looked at with one around it. */
    boolean isLookedAtFromOutside(Term binder) {
        return inner.contains(binder);
    }

    /** The result of a search for a term. */
    @SuppressWarnings("unchecked") // one kind of result for one term
    <T> T once(Term term, Frame frame, Supplier<T> search) {
        Result known = results.get(term);
        if (known != null && known.isFor(frame)) {
            for (int i = 0; i < known.slots.size(); i++) {
                read(known.slots.get(i), known.values.get(i));
            }
            return (T) known.found;
        }
        Reading mine = new Reading(reading);
        reading = mine;
        try {
            T found = search.get();
            if (!mine.isPlain) {
                results.put(term, new Result(found, mine.slots, mine.values));
            }
            return found;
        } finally {
            reading = mine.around;
            if (mine.isPlain) {
                plain();
            }
            for (int i = 0; i < mine.slots.size(); i++) {
                read(mine.slots.get(i), mine.values.get(i));
            }
        }
    }

    /** The value of a name was read. */
    void read(int slot, Value value) {
        Reading now = reading;
        if (now != null && !now.slots.contains(slot)) {
            now.slots.add(slot);
            now.values.add(value);
        }
    }

    /** A plain value was asked for, which simulated roundings change. */
    void plain() {
        if (reading != null) {
            reading.isPlain = true;
        }
    }
}
