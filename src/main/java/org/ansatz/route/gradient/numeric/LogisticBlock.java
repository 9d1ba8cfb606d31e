package org.ansatz.route.gradient.numeric;

/**
 * Sigmoid and softplus of a block of logits that stays in the first cache, computed together: they share e^−|z|.
 *
 * <p>Loops have no branch and run over plain arrays, so that the compiler uses vector instructions. Everything is right to
 * a few units in the last place, tiny tails included. A block is a work space: it belongs to one thread.
 */
public final class LogisticBlock {

    /** How many logits fit. */
    public static final int SIZE = 256;

    /** Takes |z| above 1e-300 beyond 1; below, e^−|z| is 1 anyway. */
    private static final double STEEP = 1e300;

    /** The logits: to be filled before {@link #compute}. */
    public final double[] z = new double[SIZE];

    /** sigmoid(z). */
    public final double[] on = new double[SIZE];

    /** sigmoid(−z) = 1 − sigmoid(z). */
    public final double[] off = new double[SIZE];

    /** −ln sigmoid(z) = softplus(−z). */
    public final double[] minusLogOn = new double[SIZE];

    /** −ln sigmoid(−z) = softplus(z). */
    public final double[] minusLogOff = new double[SIZE];

    private final double[] work = new double[SIZE];
    private final double[] e = new double[SIZE];

    /** Computes all others of the first {@code n} logits. */
    public void compute(int n) {
        for (int i = 0; i < n; i++) {
            work[i] = Math.max(-Math.abs(z[i]), Exponential.LEAST);
        }
        Exponential.of(work, e, n);
        Log1p.of(e, work, n); // ln(1 + e^−|z|)
        for (int i = 0; i < n; i++) {
            minusLogOn[i] = Math.max(-z[i], 0) + work[i];
        }
        for (int i = 0; i < n; i++) {
            minusLogOff[i] = Math.max(z[i], 0) + work[i];
        }
        for (int i = 0; i < n; i++) {
            work[i] = 1 / (1 + e[i]);
        }
        for (int i = 0; i < n; i++) {
            on[i] = Math.max(e[i], Math.min(1, STEEP * z[i])) * work[i];
        }
        for (int i = 0; i < n; i++) {
            off[i] = Math.max(e[i], Math.min(1, -STEEP * z[i])) * work[i];
        }
    }
}
