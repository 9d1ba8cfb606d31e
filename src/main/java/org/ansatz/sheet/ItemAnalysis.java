package org.ansatz.sheet;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.quantity.Rational;

/**
 * How a question worked.
 *
 * @param id of the question
 * @param title of the question
 * @param marks what a right reply earns
 * @param objection why it could not be marked, or an empty text
 * @param counts how many candidates came to which result; those with no response to it are not among them
 * @param facility the share of its marks that was earned on average, what was taken off counting as nothing; not a number if
 *     nobody had it, or it could not be marked; so are the next two
 * @param discrimination the facility among the best candidates less that among the weakest, see {@link Distribution}; not a
 *     number if one of the groups did not have it
 * @param correlation of the share earned here with the marks earned in all other questions (the corrected point-biserial
 *     coefficient where a reply is right or wrong); not a number if either is the same for all
 * @param choices which options were chosen how often, the most frequent first
 * @param slips which mistakes explain how many wrong replies, the most frequent first
 * @param disputed how many responses the key and the routes would give different marks
 * @param suspicions what speaks against its key or its wording, a sentence each
 */
public record ItemAnalysis(
        String id,
        String title,
        Rational marks,
        String objection,
        Map<Result, Long> counts,
        double facility,
        double discrimination,
        double correlation,
        List<Choice> choices,
        Map<String, Long> slips,
        long disputed,
        List<String> suspicions) {

    /** Copies. */
    public ItemAnalysis {
        EnumMap<Result, Long> sorted = new EnumMap<>(Result.class);
        sorted.putAll(counts);
        counts = Collections.unmodifiableMap(sorted);
        choices = List.copyOf(choices);
        slips = Collections.unmodifiableMap(new LinkedHashMap<>(slips));
        suspicions = List.copyOf(suspicions);
    }

    /**
     * How often options were chosen.
     *
     * @param letters the options that were chosen together
     * @param isRight whether that is the answer
     * @param count how often
     * @param upper how often among the best candidates
     * @param lower how often among the weakest
     * @param meanOfOthers what those who chose it earned in all other questions on average
     */
    public record Choice(String letters, boolean isRight, long count, long upper, long lower, double meanOfOthers) {}

    /** How many came to this. */
    public long count(Result result) {
        return counts.getOrDefault(result, 0L);
    }

    /** How many had the question. */
    public long responses() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
