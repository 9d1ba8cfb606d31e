package org.ansatz.field.information;

/**
 * Measures of information in bits, with 0·log 0 = 0 (Cover and Thomas, Elements of Information Theory, 2nd ed., chapter
 * 2).
 */
public final class Entropy {

    private static final double TOTAL_TO = 1e-9;

    private Entropy() {}

    /**
     * The entropy −Σ p log2 p (eq. 2.1).
     *
     * @param p probabilities, each at least 0, whose sum is 1 to 1e-9
     * @throws IllegalArgumentException if they are not
     */
    public static double of(double[] p) {
        double sum = 0;
        double total = 0;
        for (double x : p) {
            if (!(x >= Double.MIN_NORMAL)) {
                requireProbability(x);
                continue; // x·log x is nothing
            }
            total += x;
            sum -= x * BinaryLogarithm.of(x);
        }
        checkTotal(total);
        return sum;
    }

    /**
     * The divergence Σ p log2(p/q) of Kullback and Leibler (eq. 2.26); infinite if q is zero where p is not.
     *
     * @throws IllegalArgumentException if either is no distribution or their lengths differ
     */
    public static double divergence(double[] p, double[] q) {
        checked(p);
        checked(q);
        if (p.length != q.length) {
            throw new IllegalArgumentException("distributions over " + p.length + " and " + q.length + " symbols");
        }
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] == 0 ? 0 : p[i] * Math.log(p[i] / q[i]);
        }
        return sum / Math.log(2);
    }

    /**
     * The mutual information of two symbols with the joint distribution {@code joint} (eq. 2.28): the divergence of the
     * joint distribution from the product of its marginals.
     *
     * @throws IllegalArgumentException if the entries are no distribution, or rows differ in length
     */
    public static double mutualInformation(double[][] joint) {
        int columns = joint.length == 0 ? 0 : joint[0].length;
        double[] rowSums = new double[joint.length];
        double[] columnSums = new double[columns];
        for (int r = 0; r < joint.length; r++) {
            if (joint[r].length != columns) {
                throw new IllegalArgumentException("rows of " + columns + " and of " + joint[r].length + " entries");
            }
            for (int c = 0; c < columns; c++) {
                rowSums[r] += joint[r][c];
                columnSums[c] += joint[r][c];
            }
        }
        double[] flat = new double[joint.length * columns];
        double[] independent = new double[flat.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = joint[i / columns][i % columns];
            independent[i] = rowSums[i / columns] * columnSums[i % columns];
        }
        return divergence(flat, independent);
    }

    private static void checked(double[] p) {
        double total = 0;
        for (double x : p) {
            requireProbability(x);
            total += x;
        }
        checkTotal(total);
    }

    private static void requireProbability(double x) {
        if (!(x >= 0)) {
            throw new IllegalArgumentException("a probability of " + x);
        }
    }

    private static void checkTotal(double total) {
        if (!(Math.abs(total - 1) <= TOTAL_TO)) {
            throw new IllegalArgumentException("probabilities that sum to " + total);
        }
    }
}
