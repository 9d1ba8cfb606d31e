package org.ansatz.gradient.numeric;

/**
 * The softmax of one row of logits, kept as what no difference has spoilt: e^(z − s), and their sum with and without one
 * class. The shift s is a large logit of the row: the largest, or, if that serves, the largest of the first few.
 *
 * <p>With the rest R_t = Σ_{j≠t} e^(z_j − s), total T = R_t + e^(z_t − s): p_j = e_j/T, 1 − p_t = R_t/T, and −ln p_t =
 * (s − z_t) + ln T, or ln(1 + R_t/e_t) where z_t is not below s. A logit that is above s by d has d/2 units in the last place
 * of error from the subtraction; d is below 22. The exponentials are worked out where they are wanted in the end, in an array
 * that is handed in and in which a row begins where it does in the logits'. A row is a work space: it belongs to one thread.
 */
public final class SoftmaxRow {

    /** Among so many logits a shift is looked for first; to look through all would be a fifth of the work. */
    private static final int FEW = 64;

    private final int classes;
    private final double[] withOffsets;
    private final double[] differences;
    private final double[] work;
    private double[] logits = {};
    private int firstLogit;
    private double[] e = {};
    private int first;
    private double shift;
    private double total;
    private double largest;
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
        if (!moderate(Math.min(classes, FEW)) && !moderate(classes)) {
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
    }

    /** Whether the largest of the first {@code n} logits serves as the shift. */
    private boolean moderate(int n) {
        shift = logits[largest(n)];
        return Exponential.moderate(logits, shift, e, first, first + classes);
    }

    /** Where the largest of the first {@code n} logits is. */
    private int largest(int n) {
        int at = firstLogit;
        for (int i = firstLogit + 1; i < firstLogit + n; i++) {
            if (logits[i] > logits[at]) {
                at = i;
            }
        }
        return at;
    }

    private void exponentiateAny() {
        shift = logits[largest(classes)];
        for (int j = 0; j < classes; j++) {
            differences[j] = logits[firstLogit + j] - shift;
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
        surprise = logit >= shift ? Math.log1p(rest / own) : Math.log(total) + (shift - logit);
    }

    /** The sum of e^(z − s) over all classes but that of {@link #against}. */
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
        int top = largest(classes);
        largest = logits[top];
        total = Sum.of(e, first, first + classes);
        logTotal = Math.log(total / e[first + top - firstLogit]);
    }

    /** −ln p of a class after {@link #together}. */
    public double surprise(int j) {
        return logTotal + (largest - logits[firstLogit + j]);
    }

    /** Replaces the exponentials by factor·p. */
    public void probabilities(double factor) {
        powers(factor / total);
    }

    /** Replaces the exponentials by factor·e^(z − s). */
    public void powers(double factor) {
        for (int i = first; i < first + classes; i++) {
            e[i] *= factor;
        }
    }
}
