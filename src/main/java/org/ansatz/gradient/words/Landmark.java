package org.ansatz.gradient.words;

/**
 * A loss to hold that of a run against: of a model that knows nothing, or the least possible.
 *
 * @param name in a few words
 * @param reason what it is the loss of, or how it is found
 * @param loss of the same kind as that of the run
 */
public record Landmark(String name, String reason, double loss) {

    /** The entropy of words given what stands beside them, below which no mean negative log-likelihood can be. */
    static Landmark least(String given, double entropy) {
        return new Landmark("least possible", "the entropy of the word given " + given, entropy);
    }
}
