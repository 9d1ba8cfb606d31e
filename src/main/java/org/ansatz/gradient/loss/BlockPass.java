package org.ansatz.gradient.loss;

/** One pass over the scores of an elementwise loss, with the work space it needs; of one thread. */
interface BlockPass {

    /**
     * Writes the terms of a block's {@code n} scores to {@code terms}, and factor times their derivatives to
     * {@code gradient}. All arrays begin with the block: loops with one index are what the compiler makes vectors of.
     *
     * @param block the number of the block, from 0
     */
    void over(int block, double[] scores, int n, double factor, double[] gradient, double[] terms);
}
