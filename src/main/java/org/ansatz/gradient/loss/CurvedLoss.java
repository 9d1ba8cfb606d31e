package org.ansatz.gradient.loss;

/** A loss whose second derivatives are known, too. */
public interface CurvedLoss extends Loss {

    /**
     * Writes the product of the Hessian by the scores with a direction: how the gradient changes along it (Pearlmutter,
     * "Fast exact multiplication by the Hessian", Neural Computation 6, 1994).
     *
     * @param direction of the length of the scores
     * @param product of the same length, another array than the others
     */
    void hessianTimes(double[] scores, double[] direction, double[] product);
}
