package org.ansatz.gradient.numeric;

/** The sigmoid and its relatives, one number at a time, accurate to a few units in the last place at any argument. */
public final class Logistic {

    private Logistic() {}

    /** The sigmoid 1/(1 + e^−z); 1 − sigmoid(z) is sigmoid(−z), which loses no digits. */
    public static double sigmoid(double z) {
        double e = Math.exp(-Math.abs(z));
        return z >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /** ln(1 + e^z), which is −ln sigmoid(−z). */
    public static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }
}
