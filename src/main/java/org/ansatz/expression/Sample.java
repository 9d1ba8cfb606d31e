package org.ansatz.expression;

/**
 * One seeded draw of everything that is arbitrary. The first two draws take both ends of every domain that can be counted
 * off, where claims break most often ("only if N = 2"); the others are drawn at random.
 */
public final class Sample {

    private final int number;
    private final SplitMix random;

    /**
     * A draw.
     *
     * @param seed of the whole series
     * @param number which draw of the series, from 0
     */
    public Sample(long seed, int number) {
        this.number = number;
        this.random = new SplitMix(seed * 1_000_003 + number);
    }

    /** The generator of this draw. */
    public SplitMix random() {
        return random;
    }

    /** How far an amount is shrunk towards zero: not at all (0) in every other draw, up to all the way (1) in the rest. */
    public double spread() {
        return number % 2 == 0 ? 0 : random.uniform();
    }

    /** An integer from 0 to {@code last}: the first draw takes 0, the second {@code last}. */
    public long upTo(long last) {
        return number == 0 ? 0 : number == 1 ? last : random.below(last + 1);
    }
}
