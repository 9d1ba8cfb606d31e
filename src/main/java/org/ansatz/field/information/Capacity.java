package org.ansatz.field.information;

/**
 * The capacity of a discrete channel without memory, by the algorithm of Blahut and Arimoto (R. E. Blahut, IEEE Trans. Inf. Theory
 * 18, 1972), which holds it between two bounds at every step: the mean and the largest of the divergences of the outputs of each
 * input from those of all.
 *
 * @param bits in bits for each use of the channel
 * @param error a bound on how wrong that may be
 */
public record Capacity(double bits, double error) {

    private static final int MAX_STEPS = 20_000;
    private static final double SETTLED = 1e-13;

    /**
     * The capacity of a channel.
     *
     * @param outputs for each input the probabilities of the outputs
     * @throws IllegalArgumentException if a row is no distribution
     */
    public static Capacity of(double[][] outputs) {
        int inputs = outputs.length;
        for (double[] row : outputs) {
            Entropy.of(row);
        }
        double[] weights = new double[inputs];
        java.util.Arrays.fill(weights, 1.0 / inputs);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MAX_STEPS && high - low > SETTLED; step++) {
            double[] all = mixture(outputs, weights);
            double[] divergences = new double[inputs];
            low = 0;
            high = 0;
            for (int i = 0; i < inputs; i++) {
                divergences[i] = divergence(outputs[i], all);
                low += weights[i] * divergences[i];
                high = Math.max(high, divergences[i]);
            }
            double total = 0;
            for (int i = 0; i < inputs; i++) {
                weights[i] *= Math.pow(2, divergences[i] - high);
                total += weights[i];
            }
            for (int i = 0; i < inputs; i++) {
                weights[i] /= total;
            }
        }
        int outputsOfEach = outputs[0].length;
        double rounding = 4.0 * (inputs + outputsOfEach) * Math.ulp(Math.max(1, high));
        return new Capacity((low + high) / 2, (high - low) / 2 + rounding);
    }

    private static double[] mixture(double[][] outputs, double[] weights) {
        double[] all = new double[outputs[0].length];
        for (int i = 0; i < outputs.length; i++) {
            for (int k = 0; k < all.length; k++) {
                all[k] += weights[i] * outputs[i][k];
            }
        }
        return all;
    }

    private static double divergence(double[] p, double[] q) {
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            sum += p[k] == 0 ? 0 : p[k] * Math.log(p[k] / q[k]);
        }
        return sum / Math.log(2);
    }
}
