package org.ansatz.gradient.loss;

/** What the terms of a loss are divided by once they are summed. */
public enum Reduction {
    /** By nothing. */
    SUM,
    /** By 2, as in the released code of GloVe. */
    HALF_SUM,
    /** By the number of terms: of entries where each entry is a term, of examples where each example is. */
    MEAN,
    /** By twice the number of terms: the 1/(2m) of the least-squares literature. */
    HALF_MEAN,
    /** By the number of examples, whatever the number of terms in each. */
    MEAN_OVER_EXAMPLES,
    /** By the sum of the weights of the examples' classes, as {@code mean} of a weighted cross-entropy in PyTorch. */
    WEIGHTED_MEAN;

    /**
     * What the sum of the terms is multiplied by.
     *
     * @param weights the sum of the weights of the examples' classes
     */
    public double factor(int examples, int terms, double weights) {
        return this == WEIGHTED_MEAN ? 1 / weights : factor(examples, terms);
    }

    /**
     * What the sum of the terms is multiplied by where no class has a weight.
     *
     * @throws IllegalArgumentException for the weighted mean
     */
    public double factor(int examples, int terms) {
        switch (this) {
            case SUM:
                return 1;
            case HALF_SUM:
                return 0.5;
            case MEAN:
                return 1.0 / terms;
            case HALF_MEAN:
                return 0.5 / terms;
            case MEAN_OVER_EXAMPLES:
                return 1.0 / examples;
            default:
                throw new IllegalArgumentException(
                        this + " divides by the weights of the examples' classes; this loss has none");
        }
    }
}
