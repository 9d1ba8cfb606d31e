package org.ansatz.problem;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one route of a problem finds.
 *
 * @param route the name that the author gave it
 * @param outcome the answer at which it arrives, with the errors of its numbers; empty if it failed, or does not single out one
 * @param certainty how sure it is; null if the route failed
 * @param says the same in words, or why there is none
 */
public record RouteResult(
        String route, Optional<Outcome> outcome, @Nullable Certainty certainty, String says) {

    /** {@code quarter wave: 1.58 m}. */
    @Override
    public String toString() {
        return route + ": " + says;
    }
}
