package org.ansatz.sheet;

import java.util.EnumMap;
import java.util.Map;
import org.ansatz.quantity.Rational;

/**
 * What a candidate achieved.
 *
 * @param name of the candidate
 * @param marks all that was earned
 * @param counts how many questions came to which result
 * @param superseded how many responses did not count because a later one to the same question did
 */
public record CandidateResult(String name, Rational marks, Map<Result, Integer> counts, int superseded) {

    /** Copies. */
    public CandidateResult {
        counts = new EnumMap<>(counts);
    }

    /** How many questions came to this. */
    public int count(Result result) {
        return counts.getOrDefault(result, 0);
    }
}
