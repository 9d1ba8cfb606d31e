package org.ansatz.route.gradient.loss;

/** One pass over the scores of an elementwise loss, with the work space it needs; of one thread. */
interface BlockPass {

    /**
     * Writes the terms of {@code n} scores from {@code from} on to the beginning of {@code terms}, and factor times their
     * derivatives to {@code gradient} from {@code from} on.
     */
    void over(double[] scores, int from, int n, double factor, double[] gradient, double[] terms);
}
