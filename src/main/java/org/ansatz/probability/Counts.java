package org.ansatz.probability;

import java.util.function.DoubleSupplier;
import org.ansatz.quantity.NoValue;

/**
 * Probabilities of whole numbers in a row, from where they are more than {@value #NEGLIGIBLE} of the largest: the rest counts as
 * missing.
 *
 * @param first the first number
 * @param weights the probability of it and of those that follow
 * @param missing a bound on the probability of all others
 * @param error a bound on the relative error of each weight
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Counts(long first, double[] weights, double missing, double error) {

    /** Weights smaller than this part of the largest are left out. */
    private static final double NEGLIGIBLE = 1e-100;

    /** The most weights. */
    public static final int MAX_WEIGHTS = 200_000;

    /** The most trials or events that are drawn one by one for one number. */
    private static final int MAX_DRAWN = 100_000;

    private static final double ULP = 0x1p-52;

    /**
     * The number of events in a time in which so many are expected (Papoulis, eq. 4-56).
     *
     * @throws NoValue if the mean is negative or very large
     */
    public static Counts poisson(double mean) {
        if (!(mean >= 0) || Double.isInfinite(mean)) {
            throw new NoValue("a mean of " + mean + " events; it must not be negative");
        }
        if (mean == 0) {
            return new Counts(0, new double[] {1}, 0, 0);
        }
        return around((long) mean, 0, Long.MAX_VALUE, k -> mean / (k + 1.0));
    }

    /**
     * The number of successes in n trials (Papoulis, eq. 4-53).
     *
     * @throws NoValue if there is no such distribution
     */
    public static Counts binomial(long n, double p) {
        requireTrials(n);
        requireProbability(p);
        if (p == 0 || p == 1) {
            return new Counts(p == 0 ? 0 : n, new double[] {1}, 0, 0);
        }
        return around((long) Math.min((double) n, (n + 1) * p), 0, n, k -> (double) (n - k) * p / ((k + 1) * (1 - p)));
    }

    /**
     * The number of trials up to the first success, that one included (Papoulis, eq. 4-64).
     *
     * @throws NoValue if there is no such distribution
     */
    public static Counts geometric(double p) {
        requireProbability(p);
        if (p == 0) {
            throw new NoValue("a probability of 0, so that success never comes");
        }
        return p == 1 ? new Counts(1, new double[] {1}, 0, 0) : around(1, 1, Long.MAX_VALUE, k -> 1 - p);
    }

    /** Fails unless p is a probability. */
    public static void requireProbability(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new NoValue("a probability of " + p + "; it must lie between 0 and 1");
        }
    }

    private static void requireTrials(long n) {
        if (n < 0) {
            throw new NoValue(n + " trials; there cannot be fewer than none");
        }
    }

    /** What the probability of k + 1 is for that of k. */
    private interface Ratio {
        double of(long k);
    }

    /** Weights from the most likely number outwards, all divided by their sum in the end. */
    private static Counts around(long mode, long least, long greatest, Ratio ratio) {
        int below = 0;
        double left = 1;
        double sum = 1;
        double[] down = new double[16];
        for (long k = mode; k > least; k--) {
            left /= ratio.of(k - 1);
            if (left < NEGLIGIBLE || below + 1 >= MAX_WEIGHTS) {
                break;
            }
            down = below == down.length ? java.util.Arrays.copyOf(down, 2 * below) : down;
            down[below++] = left;
            sum += left;
        }
        int above = 0;
        double right = 1;
        double[] up = new double[16];
        for (long k = mode; k < greatest; k++) {
            right *= ratio.of(k);
            if (right < NEGLIGIBLE) {
                break;
            }
            if (below + above + 1 >= MAX_WEIGHTS) {
                throw new NoValue("more than " + MAX_WEIGHTS
                        + " numbers are likely: too many to be added up; draw them, as in P(…; samples = 10000)");
            }
            up = above == up.length ? java.util.Arrays.copyOf(up, 2 * above) : up;
            up[above++] = right;
            sum += right;
        }
        double[] weights = new double[below + 1 + above];
        for (int i = 0; i < weights.length; i++) {
            double weight = i < below ? down[below - 1 - i] : i == below ? 1 : up[i - below - 1];
            weights[i] = weight / sum;
        }
        int farthest = Math.max(below, above);
        return new Counts(mode - below, weights, NEGLIGIBLE * weights.length, (4.0 * farthest + weights.length) * ULP);
    }

    /** A number of events, drawn by letting times pass (Devroye, Non-Uniform Random Variate Generation, 1986, p. 504). */
    public static long drawPoisson(double mean, DoubleSupplier uniform) {
        requireDrawable(mean);
        long count = 0;
        for (double time = wait(uniform); time <= mean; time += wait(uniform)) {
            count++;
        }
        return count;
    }

    private static double wait(DoubleSupplier uniform) {
        return -Math.log(1 - uniform.getAsDouble());
    }

    /** A number of successes, drawn trial by trial. */
    public static long drawBinomial(long n, double p, DoubleSupplier uniform) {
        requireTrials(n);
        requireProbability(p);
        requireDrawable((double) n);
        long count = 0;
        for (long i = 0; i < n; i++) {
            count += uniform.getAsDouble() < p ? 1 : 0;
        }
        return count;
    }

    /** A number of trials, drawn as an exponential time that is rounded up (Devroye, p. 499). */
    public static long drawGeometric(double p, DoubleSupplier uniform) {
        requireProbability(p);
        return p == 1 ? 1 : (long) Math.max(1, Math.ceil(Math.log(1 - uniform.getAsDouble()) / Math.log1p(-p)));
    }

    private static void requireDrawable(double events) {
        if (events > MAX_DRAWN) {
            throw new NoValue(events + " events for one number; at most " + MAX_DRAWN + " are drawn");
        }
    }
}
