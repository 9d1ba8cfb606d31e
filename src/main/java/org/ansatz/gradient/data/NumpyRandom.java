package org.ansatz.gradient.data;

import org.ansatz.gradient.numeric.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * The random numbers of NumPy after {@code np.random.seed(s)}: its legacy generator, number for number. Arrays are filled row
 * by row.
 *
 * <p>Uniform numbers and choices are the same bit for bit. Normal ones take a logarithm, which may differ from that of the C
 * library in the last place. A generator has a state and belongs to one thread.
 */
public final class NumpyRandom {

    private static final double TWO_26 = 67108864;
    private static final double TWO_53 = 9007199254740992.0;
    /** The largest seed. */
    public static final long MAX_SEED = 0xffffffffL;

    private final MersenneTwister bits;

    /** The second number of a pair of normals that is still to be handed out. */
    private @Nullable Double spare;

    /**
     * A generator after {@code np.random.seed(seed)}.
     *
     * @param seed 0 to 2³² − 1
     * @throws IllegalArgumentException if it is not
     */
    public NumpyRandom(long seed) {
        if (seed < 0 || seed > MAX_SEED) {
            throw new IllegalArgumentException("a seed must be 0 to " + MAX_SEED + ", but is " + seed);
        }
        this.bits = new MersenneTwister((int) seed);
    }

    /** One uniform number from 0 to below 1, as {@code rand()}: 53 bits of two outputs. */
    public double rand() {
        int a = bits.next32() >>> 5;
        int b = bits.next32() >>> 6;
        return (a * TWO_26 + b) / TWO_53;
    }

    /**
     * One normal number, as {@code randn()}: Marsaglia's polar method, of each pair the second one first (Marsaglia and Bray,
     * "A convenient method for generating normal variables", SIAM Review 6, 1964).
     */
    public double randn() {
        Double kept = spare;
        if (kept != null) {
            spare = null;
            return kept;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * rand() - 1;
            y = 2 * rand() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * Math.log(square) / square);
        spare = factor * x;
        return factor * y;
    }

    /** A matrix of uniform numbers, as {@code rand(rows, columns)}. */
    public Matrix rand(int rows, int columns) {
        double[] entries = new double[rows * columns];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = rand();
        }
        return Matrix.over(rows, columns, entries);
    }

    /** A matrix of normal numbers, as {@code randn(rows, columns)}. */
    public Matrix randn(int rows, int columns) {
        double[] entries = new double[rows * columns];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = randn();
        }
        return Matrix.over(rows, columns, entries);
    }

    /**
     * Numbers from 0 to below {@code bound}, as {@code choice(bound, size)}: outputs masked to the fewest bits that will do,
     * and drawn again while too large.
     *
     * @param bound at least 1
     * @throws IllegalArgumentException if it is less
     */
    public int[] choice(int bound, int size) {
        if (bound < 1) {
            throw new IllegalArgumentException("nothing to choose from: " + bound);
        }
        int largest = bound - 1;
        int mask = largest == 0 ? 0 : -1 >>> Integer.numberOfLeadingZeros(largest);
        int[] chosen = new int[size];
        for (int i = 0; i < size && largest > 0; i++) {
            int value = bits.next32() & mask;
            while (value > largest) {
                value = bits.next32() & mask;
            }
            chosen[i] = value;
        }
        return chosen;
    }

    /**
     * Numbers from 0 to below the number of probabilities, as {@code choice(n, size, p=probabilities)}: the first whose
     * cumulated probability is above a uniform number.
     *
     * @param probabilities not negative, with a positive sum, by which they are divided
     * @throws IllegalArgumentException if they are not so
     */
    public int[] choice(double[] probabilities, int size) {
        double[] cumulated = probabilities.clone();
        double total = 0;
        for (int i = 0; i < cumulated.length; i++) {
            if (!(probabilities[i] >= 0)) {
                throw new IllegalArgumentException("a probability of " + probabilities[i]);
            }
            total += probabilities[i];
            cumulated[i] = total;
        }
        if (!(total > 0) || Double.isInfinite(total)) {
            throw new IllegalArgumentException("probabilities that sum to " + total);
        }
        int[] chosen = new int[size];
        for (int i = 0; i < size; i++) {
            double uniform = rand();
            while (cumulated[chosen[i]] / total <= uniform) {
                chosen[i]++;
            }
        }
        return chosen;
    }

    /**
     * The numbers from 0 to below {@code n} in a random order, as {@code permutation(n)}: the last is swapped with one of all,
     * the last but one with one of those up to it, and so on (Durstenfeld, "Algorithm 235: random permutation", CACM 7, 1964).
     */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > 0; i--) {
            int other = choice(i + 1, 1)[0];
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }
}
