package org.ansatz.route.gradient.numeric;

/**
 * The softmax of one row of logits, kept as what no difference has spoilt: e^(z − max), and their sum with and without one
 * class.
 *
 * <p>With the rest R_t = Σ_{j≠t} e^(z_j − max), total T = R_t + e^(z_t − max): p_j = e_j/T, 1 − p_t = R_t/T, and −ln p_t =
 * (max − z_t) + ln T, or ln(1 + R_t) where z_t is the largest. The exponentials are worked out where they are wanted in the
 * end, in an array that is handed in and in which a row begins where it does in the logits'. A row is a work space: it belongs
 * to one thread.
 */
public final class SoftmaxRow {

    private final int classes;
    private final double[] withOffsets;
    private final double[] differences;
    private final double[] work;
    private double[] logits = {};
    private int firstLogit;
    private double[] e = {};
    private int first;
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
        this.withOffsets = new double[classes];
        this.differences = new double[classes];
        this.work = new double[classes];
    }

    /**
     * Takes the row of logits that begins at {@code from}.
     *
     * @param powers another array than {@code z}, of its length at least: where the exponentials, and what is made of them, go
     */
    public void take(double[] z, int from, double[] powers) {
        begin(z, from, powers, from);
        if (!Exponential.moderate(z, largest, powers, from, from + classes)) {
            exponentiateAny();
        }
    }

    /** Takes the row that begins at {@code from}, with an offset added to each class. */
    public void take(double[] z, int from, double[] offsets, double[] powers) {
        for (int j = 0; j < classes; j++) {
            withOffsets[j] = z[from + j] + offsets[j];
        }
        begin(withOffsets, 0, powers, from);
        exponentiateAny();
    }

    private void begin(double[] z, int firstLogit, double[] powers, int first) {
        this.logits = z;
        this.firstLogit = firstLogit;
        this.e = powers;
        this.first = first;
        this.largest = largest(z, firstLogit, firstLogit + classes);
    }

    private static double largest(double[] z, int from, int to) {
        double greatest = z[from];
        for (int i = from + 1; i < to; i++) {
            if (z[i] > greatest) {
                greatest = z[i];
            }
        }
        return greatest;
    }

    private void exponentiateAny() {
        for (int j = 0; j < classes; j++) {
            differences[j] = logits[firstLogit + j] - largest;
        }
        Exponential.of(differences, work, classes);
        System.arraycopy(work, 0, e, first, classes);
    }

    /** Sets one class against the rest; {@link #rest}, {@link #surprise} and {@link #offProbability} are then of it. */
    public void against(int t) {
        double own = e[first + t];
        double logit = logits[firstLogit + t];
        e[first + t] = 0;
        rest = Sum.of(e, first, first + classes);
        e[first + t] = own;
        total = rest + own;
        surprise = logit == largest ? Math.log1p(rest) : Math.log(total) + (largest - logit);
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
        total = Sum.of(e, first, first + classes);
        logTotal = Math.log(total);
    }

    /** −ln p of a class after {@link #together}. */
    public double surprise(int j) {
        return logTotal + (largest - logits[firstLogit + j]);
    }

    /** Replaces the exponentials by factor·p. */
    public void probabilities(double factor) {
        powers(factor / total);
    }

    /** Replaces the exponentials by factor·e^(z − max). */
    public void powers(double factor) {
        for (int i = first; i < first + classes; i++) {
            e[i] *= factor;
        }
    }
}
