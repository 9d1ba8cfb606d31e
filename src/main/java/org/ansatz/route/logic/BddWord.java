package org.ansatz.route.logic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An unsigned binary number whose bits are Boolean functions of one diagram.
 *
 * <p>Words that are compared or added should be {@linkplain #interleaved interleaved}: their diagrams then grow in
 * proportion to the width, and exponentially otherwise.
 */
public final class BddWord {

    private final Bdd bdd;

    /** Bit i has weight 2^i. */
    private final int[] bits;

    private BddWord(Bdd bdd, int[] bits) {
        if (bits.length == 0) {
            throw new IllegalArgumentException("a word needs at least one bit");
        }
        this.bdd = bdd;
        this.bits = bits;
    }

    /**
     * A word of given functions, as it is written on paper.
     *
     * @param mostSignificantFirst functions of {@code bdd}, at least one
     * @throws IllegalArgumentException if there is none
     */
    public static BddWord of(Bdd bdd, int... mostSignificantFirst) {
        int width = mostSignificantFirst.length;
        int[] bits = new int[width];
        for (int i = 0; i < width; i++) {
            bits[i] = mostSignificantFirst[width - 1 - i];
        }
        return new BddWord(bdd, bits);
    }

    /**
     * Words of independent variables, most significant bits first and taken from each word in turn: with two words A and
     * B of two bits, variables 0 to 3 are A1, B1, A0, B0.
     *
     * @param width bits of each word, at least one
     * @param words how many, at least one
     * @return a list that cannot be changed
     * @throws IllegalArgumentException if there are no words, no bits, or more than {@link Bdd#MAX_VARIABLES} variables
     */
    public static List<BddWord> interleaved(Bdd bdd, int width, int words) {
        if (width < 1 || words < 1 || (long) width * words > Bdd.MAX_VARIABLES) {
            throw new IllegalArgumentException(words + " words of " + width
                    + " bits: both must be at least 1, and at most " + Bdd.MAX_VARIABLES + " bits in all");
        }
        List<BddWord> all = new ArrayList<>(words);
        for (int word = 0; word < words; word++) {
            int[] bits = new int[width];
            for (int i = 0; i < width; i++) {
                bits[i] = bdd.variable((width - 1 - i) * words + word);
            }
            all.add(new BddWord(bdd, bits));
        }
        return List.copyOf(all);
    }

    /**
     * A fixed number.
     *
     * @param value zero or more, of at most {@code width} bits
     * @throws IllegalArgumentException if the value is negative or does not fit, or the width is less than 1
     */
    public static BddWord constant(Bdd bdd, int width, BigInteger value) {
        if (value.signum() < 0 || value.bitLength() > width) {
            throw new IllegalArgumentException(value + " is not an unsigned number of " + width + " bits");
        }
        int[] bits = new int[width];
        for (int i = 0; i < width; i++) {
            bits[i] = bdd.constant(value.testBit(i));
        }
        return new BddWord(bdd, bits);
    }

    /** The number of bits. */
    public int width() {
        return bits.length;
    }

    /**
     * The function of weight 2^{@code i}; constant false above the most significant bit.
     *
     * @throws IndexOutOfBoundsException if i is negative
     */
    public int bit(int i) {
        return i < bits.length ? bits[i] : Bdd.FALSE;
    }

    /**
     * The function that is true where this word exceeds the other one.
     *
     * @throws IllegalArgumentException if the other word belongs to another diagram
     * @throws BddTooLarge if the node limit is reached
     */
    public int greaterThan(BddWord other) {
        int greater = Bdd.FALSE;
        for (int i = 0; i < commonWidth(other); i++) {
            greater = bdd.ite(bdd.xor(bit(i), other.bit(i)), bit(i), greater);
        }
        return greater;
    }

    /**
     * The function that is true where this word is at least the other one.
     *
     * @throws IllegalArgumentException if the other word belongs to another diagram
     * @throws BddTooLarge if the node limit is reached
     */
    public int atLeast(BddWord other) {
        return bdd.not(other.greaterThan(this));
    }

    /**
     * The function that is true where both words are the same number.
     *
     * @throws IllegalArgumentException if the other word belongs to another diagram
     * @throws BddTooLarge if the node limit is reached
     */
    public int equalTo(BddWord other) {
        int equal = Bdd.TRUE;
        for (int i = 0; i < commonWidth(other); i++) {
            equal = bdd.ite(bdd.xor(bit(i), other.bit(i)), Bdd.FALSE, equal);
        }
        return equal;
    }

    /**
     * The sum, one bit wider than the wider word so that nothing is lost.
     *
     * @throws IllegalArgumentException if the other word belongs to another diagram
     * @throws BddTooLarge if the node limit is reached
     */
    public BddWord plus(BddWord other) {
        int width = commonWidth(other);
        int[] sum = new int[width + 1];
        int carry = Bdd.FALSE;
        for (int i = 0; i < width; i++) {
            int differ = bdd.xor(bit(i), other.bit(i));
            sum[i] = bdd.xor(differ, carry);
            carry = bdd.ite(differ, carry, bit(i));
        }
        sum[width] = carry;
        return new BddWord(bdd, sum);
    }

    /**
     * The word of the {@code width} least significant bits: the remainder modulo 2^width.
     *
     * @throws IllegalArgumentException if the width is less than 1 or more than this word's
     */
    public BddWord lowest(int width) {
        if (width < 1 || width > bits.length) {
            throw new IllegalArgumentException("cannot take " + width + " bits of a word of " + bits.length);
        }
        return new BddWord(bdd, Arrays.copyOf(bits, width));
    }

    /**
     * The number this word stands for at one assignment, as a counter-example is read.
     *
     * @param inputs values of the variables 0, 1, 2, …
     * @throws IllegalArgumentException if a bit depends on a variable that has no value
     */
    public BigInteger valueAt(boolean[] inputs) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < bits.length; i++) {
            value = bdd.evaluate(bits[i], inputs) ? value.setBit(i) : value;
        }
        return value;
    }

    private int commonWidth(BddWord other) {
        if (other.bdd != bdd) {
            throw new IllegalArgumentException("words of two different diagrams cannot be combined");
        }
        return Math.max(bits.length, other.bits.length);
    }
}
