package org.ansatz.gradient.numeric;

/**
 * Sigmoid and softplus of a block of logits that stays in the first cache, computed together: they share e^−|z|.
 *
 * <p>Loops have no branch and run over plain arrays with one index, so that the compiler uses vector instructions. Everything
 * is right to a few units in the last place, tiny tails included. A block is a work space: it belongs to one thread.
 */
public final class LogisticBlock {

    /** How many logits fit. */
    public static final int SIZE = 256;

    /** Takes |z| above 1e-300 beyond 1; below, e^−|z| is 1 anyway. */
    private static final double STEEP = 1e300;

    /** sigmoid(z). */
    public final double[] on = new double[SIZE];

    /** sigmoid(−z) = 1 − sigmoid(z). */
    public final double[] off = new double[SIZE];

    /** −ln sigmoid(z) = softplus(−z). */
    public final double[] minusLogOn = new double[SIZE];

    /** −ln sigmoid(−z) = softplus(z). */
    public final double[] minusLogOff = new double[SIZE];

    private final double[] e = new double[SIZE];
    private final double[] inverse = new double[SIZE];
    private final double[] log = new double[SIZE];

    /** A block of zeros. */
    public LogisticBlock() {}

    /** Computes all of them of the first {@code n} numbers of {@code z}. */
    public void compute(double[] z, int n) {
        for (int i = 0; i < n; i++) {
            inverse[i] = -Math.abs(z[i]);
        }
        Exponential.of(inverse, e, n);
        divide(n);
        Log1p.twiceArtanh(log, n);
        logarithms(z, n);
        probabilities(z, n);
    }

    /** 1/(1 + e), and e/(2 + e), of which ln(1 + e) is twice the artanh, by one division. */
    private void divide(int n) {
        for (int i = 0; i < n; i++) {
            double both = 1 / ((1 + e[i]) * (2 + e[i]));
            inverse[i] = (2 + e[i]) * both;
            log[i] = e[i] * (1 + e[i]) * both;
        }
    }

    /** ln(1 + e) and max(∓z, 0), which is (|z| ∓ z)/2. */
    private void logarithms(double[] z, int n) {
        for (int i = 0; i < n; i++) {
            double half = 0.5 * Math.abs(z[i]);
            minusLogOn[i] = Math.fma(-0.5, z[i], half) + log[i];
            minusLogOff[i] = Math.fma(0.5, z[i], half) + log[i];
        }
    }

    /** 1 and e over 1 + e; which is which, the sign of z tells, as 1 or 0. */
    private void probabilities(double[] z, int n) {
        for (int i = 0; i < n; i++) {
            double negative = Math.min(1, (Math.abs(z[i]) - z[i]) * STEEP);
            double positive = 1 - negative;
            on[i] = Math.fma(negative, e[i], positive) * inverse[i];
            off[i] = Math.fma(positive, e[i], negative) * inverse[i];
        }
    }
}
