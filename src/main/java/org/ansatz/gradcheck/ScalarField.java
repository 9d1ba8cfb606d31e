package org.ansatz.gradcheck;

/** A real function of several real numbers. */
@FunctionalInterface
public interface ScalarField {

    /**
     * The value; NaN or infinite where there is none.
     *
     * @param x not to be kept, and left as it is
     * @throws ArithmeticException where there is none, with the reason
     */
    double at(double[] x);
}
