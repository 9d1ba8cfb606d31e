package org.ansatz.sheet;

import java.math.BigInteger;
import java.util.Collection;
import org.ansatz.quantity.Rational;

/**
 * Marks as whole numbers of a small part of a mark, so that sums are exact and fast.
 *
 * @param perMark how many points a mark is
 */
record Points(long perMark) {

    /** Sums of so many points stay within whole numbers of 64 bits. */
    private static final BigInteger MOST = BigInteger.valueOf(1_000_000_000L);

    /**
     * The fewest points to a mark with which each of these is a whole number of them.
     *
     * @throws IllegalArgumentException in a sentence, if these would be too many
     */
    static Points of(Collection<Rational> marks) {
        BigInteger common = BigInteger.ONE;
        for (Rational mark : marks) {
            BigInteger denominator = mark.denominator();
            common = common.divide(common.gcd(denominator)).multiply(denominator);
            if (common.compareTo(MOST) > 0) {
                throw new IllegalArgumentException(
                        "the fractions of the marking scheme have no common denominator below " + MOST);
            }
        }
        return new Points(common.longValueExact());
    }

    long of(Rational marks) {
        return marks.times(Rational.of(perMark)).numerator().longValueExact();
    }

    Rational marks(long points) {
        return Rational.of(points, perMark);
    }
}
