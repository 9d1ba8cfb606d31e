package org.ansatz.route.gradient.numeric;

/**
 * The softmax of one row of logits, kept as what no difference has spoilt: e^(z − max), and their sum with and without one
 * class.
 *
 * <p>With the rest R_t = Σ_{j≠t} e^(z_j − max), total T = R_t + e^(z_t − max): p_j = e_j/T, 1 − p_t = R_t/T, and −ln p_t =
 * (max − z_t) + ln T, or ln(1 + R_t) where z_t is the largest. A row is a work space: it belongs to one thread.
 */
public final class SoftmaxRow {

    private final int classes;
    private final double[] logits;
    private final double[] exponents;
    private final double[] e;
    private double largest;
    private double total;
    private double logTotal;
    private double rest;
    private double surprise;

    /**
     * Room for a row.
     *
     * @param classes in a row, at least 1
     */
    public SoftmaxRow(int classes) {
        this.classes = classes;
        this.logits = new double[classes];
        this.exponents = new double[classes];
        this.e = new double[classes];
    }

    /** Takes the row of logits that begins at {@code from}. */
    public void take(double[] z, int from) {
        System.arraycopy(z, from, logits, 0, classes);
        exponentiate();
    }

    /** Takes the row that begins at {@code from}, with an offset added to each class. */
    public void take(double[] z, int from, double[] offsets) {
        for (int j = 0; j < classes; j++) {
            logits[j] = z[from + j] + offsets[j];
        }
        exponentiate();
    }

    private void exponentiate() {
        largest = largest();
        for (int j = 0; j < classes; j++) {
            exponents[j] = Math.max(logits[j] - largest, Exponential.LEAST);
        }
        Exponential.of(exponents, e, classes);
    }

    private double largest() {
        double greatest = logits[0];
        for (int j = 1; j < classes; j++) {
            if (logits[j] > greatest) {
                greatest = logits[j];
            }
        }
        return greatest;
    }

    /** Sets one class against the rest; {@link #rest}, {@link #surprise} and {@link #offProbability} are then of it. */
    public void against(int t) {
        double own = e[t];
        e[t] = 0;
        rest = Sum.of(e, classes);
        e[t] = own;
        total = rest + own;
        surprise = logits[t] == largest ? Math.log1p(rest) : Math.log(total) + (largest - logits[t]);
    }

    /** The sum of e^(z − max) over all classes but that of {@link #against}. */
    public double rest() {
        return rest;
    }

    /** −ln p of the class of {@link #against}. */
    public double surprise() {
        return surprise;
    }

    /** 1 − p of the class of {@link #against}. */
    public double offProbability() {
        return rest / total;
    }

    /** Forgets {@link #against}: all classes alike. */
    public void together() {
        total = Sum.of(e, classes);
        logTotal = Math.log(total);
    }

    /** −ln p of a class after {@link #together}. */
    public double surprise(int j) {
        return logTotal + (largest - logits[j]);
    }

    /** Writes factor·p of all classes from {@code to} on. */
    public void probabilities(double factor, double[] p, int to) {
        powers(factor / total, p, to);
    }

    /** Writes factor·e^(z − max) of all classes from {@code to} on. */
    public void powers(double factor, double[] y, int to) {
        for (int j = 0; j < classes; j++) {
            y[to + j] = factor * e[j];
        }
    }
}
