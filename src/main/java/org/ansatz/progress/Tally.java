package org.ansatz.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often something occurred.
 *
 * @param what in a few words
 * @param count at least 1
 */
public record Tally(String what, int count) {

    /** Counts what is said in {@code words}, without what is empty: the most frequent first, then by name. */
    static List<Tally> of(Iterable<String> words) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String word : words) {
            if (!word.isEmpty()) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        List<Tally> tallies = new ArrayList<>();
        counts.forEach((word, count) -> tallies.add(new Tally(word, count)));
        tallies.sort(Comparator.comparingInt(Tally::count).reversed());
        return List.copyOf(tallies);
    }
}
