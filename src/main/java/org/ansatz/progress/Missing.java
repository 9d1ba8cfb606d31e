package org.ansatz.progress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ansatz.schedule.Rating;

/**
 * Finds which attempts are not there yet. They are the same if they differ in their rating only, which may change; a row
 * that stands in a file several times is one attempt.
 */
final class Missing {

    private final Set<Attempt> there = new HashSet<>();

    /** One that is there. */
    void have(Attempt attempt) {
        there.add(identity(attempt));
    }

    /** Those of {@code attempts} that are not, in their order. */
    List<Attempt> of(List<Attempt> attempts) {
        Set<Attempt> known = new HashSet<>(there);
        List<Attempt> missing = new ArrayList<>();
        for (Attempt attempt : attempts) {
            if (known.add(identity(attempt))) {
                missing.add(attempt);
            }
        }
        return missing;
    }

    private static Attempt identity(Attempt attempt) {
        return attempt.rated(Rating.GOOD);
    }
}
