package org.ansatz.expression.term;

/**
 * The generator behind every seeded choice: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014). The same seed gives the same numbers on every machine, for ever.
 */
public final class SplitMix {

    private long state;

    /** A generator that starts from {@code seed}. */
    public SplitMix(long seed) {
        state = seed;
    }

    /** The next 64 bits. */
    public long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A double from 0 (included) to 1 (excluded), a multiple of 2^−53. */
    public double uniform() {
        return (next() >>> 11) * 0x1p-53;
    }

    /**
     * An integer from 0 (included) to {@code bound} (excluded), each equally likely: draws beyond the last whole
     * multiple of the bound are rejected.
     *
     * @param bound at least 1
     */
    public long below(long bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound " + bound);
        }
        while (true) {
            long bits = next() >>> 1;
            long value = bits % bound;
            if (bits - value + (bound - 1) >= 0) {
                return value;
            }
        }
    }
}
