package org.ansatz.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.schedule.Rating;

/**
 * Finds which attempts are not there yet. They are the same if they differ in their rating only, which may change; what is
 * there twice is needed twice.
 */
final class Missing {

    private final Map<Attempt, Integer> there = new HashMap<>();

    /** One that is there. */
    void have(Attempt attempt) {
        there.merge(identity(attempt), 1, Integer::sum);
    }

    /** Those of {@code attempts} that are not, in their order. */
    List<Attempt> of(List<Attempt> attempts) {
        Map<Attempt, Integer> left = new HashMap<>(there);
        List<Attempt> missing = new ArrayList<>();
        for (Attempt attempt : attempts) {
            int count = left.merge(identity(attempt), -1, Integer::sum);
            if (count < 0) {
                missing.add(attempt);
            }
        }
        return missing;
    }

    private static Attempt identity(Attempt attempt) {
        return attempt.rated(Rating.GOOD);
    }
}
