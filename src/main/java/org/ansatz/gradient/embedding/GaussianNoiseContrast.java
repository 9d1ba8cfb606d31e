package org.ansatz.gradient.embedding;

import org.ansatz.gradient.numeric.Logistic;

/**
 * Noise-contrastive estimation of an unnormalised Gaussian density: ln p(u) = c − λ u²/2, told from noise of the standard
 * normal distribution.
 *
 * <p>With ν noise points for each of T data points, G(u) = ln p(u) − ln p_n(u): L = (1/T) (Σ_data softplus(ln ν − G) + Σ_noise
 * softplus(G − ln ν)). With the derivatives a by G, dL/dc = Σ a and dL/dλ = −Σ a u²/2. At the optimum e^c is 1/Z. Source:
 * Gutmann and Hyvärinen, "Noise-contrastive estimation of unnormalized statistical models", JMLR 13, 2012, section 2, whose
 * objective is −L.
 */
public final class GaussianNoiseContrast {

    private static final double LOG_SQRT_2_PI = Math.log(2 * Math.PI) / 2;

    private final double[] data;
    private final double[] noise;
    private final double logRatio;

    /**
     * Data and noise.
     *
     * @throws IllegalArgumentException if either is empty, or a point is not finite
     */
    public GaussianNoiseContrast(double[] data, double[] noise) {
        if (data.length == 0 || noise.length == 0) {
            throw new IllegalArgumentException(data.length + " points of data and " + noise.length + " of noise");
        }
        this.data = requireFinite("data", data);
        this.noise = requireFinite("noise", noise);
        this.logRatio = Math.log((double) noise.length / data.length);
    }

    /**
     * The loss and its gradient.
     *
     * @param loss the mean over the data points
     * @param byPrecision dL/dλ
     * @param byLogScale dL/dc
     */
    public record Gradient(double loss, double byPrecision, double byLogScale) {}

    /** The loss at λ and c. */
    public Gradient at(double precision, double logScale) {
        double sum = 0;
        double byPrecision = 0;
        double byLogScale = 0;
        for (int i = 0; i < data.length + noise.length; i++) {
            boolean real = i < data.length;
            double u = real ? data[i] : noise[i - data.length];
            double sign = real ? 1 : -1;
            double contrast = logScale - precision * u * u / 2 + u * u / 2 + LOG_SQRT_2_PI - logRatio;
            sum += Logistic.softplus(-sign * contrast);
            double slope = -sign * Logistic.sigmoid(-sign * contrast);
            byLogScale += slope;
            byPrecision -= slope * u * u / 2;
        }
        return new Gradient(sum / data.length, byPrecision / data.length, byLogScale / data.length);
    }

    private static double[] requireFinite(String name, double[] points) {
        for (double point : points) {
            if (!Double.isFinite(point)) {
                throw new IllegalArgumentException("a point of the " + name + " is " + point);
            }
        }
        return points.clone();
    }
}
