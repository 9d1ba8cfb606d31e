package org.ansatz.gradient.loss;

/**
 * How differently the asymmetric loss treats positives and negatives.
 *
 * @param positive the focusing γ₊ of positives, at least 0
 * @param negative the focusing γ₋ of negatives, at least 0; the paper wants it to be the larger
 * @param margin the probability m up to which a negative counts nothing, at least 0 and below 1
 */
public record Asymmetry(double positive, double negative, double margin) {

    /**
     * Checks the data.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public Asymmetry {
        Weights.focusing("γ₊", positive);
        Weights.focusing("γ₋", negative);
        if (!(margin >= 0 && margin < 1)) {
            throw new IllegalArgumentException("the margin must be at least 0 and below 1, but is " + margin);
        }
    }
}
