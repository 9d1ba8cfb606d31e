package org.ansatz.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.check.Expression;

/** What somebody claims the answer to be. It speaks of the published data only. */
public sealed interface Key {

    /** As it is printed. */
    String text();

    /** One or more sets of options, any of which is accepted. */
    record Letters(String text, List<Set<String>> alternatives) implements Key {
        /** Copies and sorts. */
        public Letters {
            alternatives = alternatives.stream()
                    .map(set -> (Set<String>) new TreeSet<>(set))
                    .toList();
        }
    }

    /** One or more numbers or ranges of them, any of which is accepted. */
    sealed interface Quantity extends Key {
        /** Each of them; one at the least. */
        List<Range> alternatives();
    }

    /** A number with its unit, or a range of them whose end points count. */
    record Range(String text, Expression low, Expression high) implements Quantity {
        @Override
        public List<Range> alternatives() {
            return List.of(this);
        }

        /** Whether the two ends are different; otherwise it is a number. */
        public boolean isRange() {
            return !low.text().equals(high.text());
        }
    }

    /** Several numbers or ranges, any of which is accepted: {@code 790 to 810 or -810 to -790}. */
    record Ranges(String text, List<Range> alternatives) implements Quantity {
        /** Copies the list. */
        public Ranges {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** The numbers of a set, or the two ends of an interval. */
    record Collection(String text, List<Expression> numbers) implements Key {
        /** Copies the list. */
        public Collection {
            numbers = List.copyOf(numbers);
        }
    }

    /** A key for each part of the answer, by its name. */
    record Parts(String text, Map<String, Key> parts) implements Key {
        /** Copies. */
        public Parts {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        }

        /**
         * The key for a part.
         *
         * @throws IllegalArgumentException if there is no part of this name
         */
        public Key of(String part) {
            Key key = parts.get(part);
            if (key == null) {
                throw new IllegalArgumentException(part);
            }
            return key;
        }
    }

    /** A formula in the answer's arguments. */
    record Formula(String text, Expression formula) implements Key {}

    /** Full marks whatever was answered: the question was withdrawn. */
    record MarksToAll(String text) implements Key {}

    /**
     * A key and who claims it.
     *
     * @param key the key
     * @param claim who: "published solution"
     * @param of what: "GATE 2012 EC"
     * @param place where it is written
     */
    record Claim(Key key, String claim, String of, Place place) {}
}
