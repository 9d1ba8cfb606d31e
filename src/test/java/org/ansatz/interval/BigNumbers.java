package org.ansatz.interval;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Decimal numbers of so many digits, by the library big-math. What is beyond 1e±{@value #FAR} stands there: no double is as
 * large or, but for zero, as small.
 */
final class BigNumbers extends Numbers<BigDecimal> {

    private static final int FAR = 400;
    private static final BigDecimal VAST = BigDecimal.ONE.scaleByPowerOfTen(FAR);
    private static final BigDecimal TINY = BigDecimal.ONE.scaleByPowerOfTen(-FAR);
    private static final BigDecimal LONGEST = new BigDecimal(2 * FAR);

    /** Digits enough to take whole turns off any double. */
    private static final BigDecimal PI = BigDecimalMath.pi(new MathContext(800));

    private final MathContext digits;

    BigNumbers(int digits) {
        this(digits, SMALL);
    }

    BigNumbers(int digits, double small) {
        super(small);
        this.digits = new MathContext(digits, RoundingMode.HALF_EVEN);
    }

    @Override
    BigDecimal of(double x) {
        return new BigDecimal(x);
    }

    @Override
    double near(BigDecimal x) {
        return x.doubleValue();
    }

    private static BigDecimal clamped(BigDecimal x) {
        if (x.signum() == 0) {
            return x;
        }
        BigDecimal size = x.abs();
        BigDecimal near = size.compareTo(VAST) > 0 ? VAST : size.compareTo(TINY) < 0 ? TINY : size;
        return x.signum() < 0 ? near.negate() : near;
    }

    @Override
    BigDecimal plus(BigDecimal a, BigDecimal b) {
        boolean apart = a.signum() != 0 && b.signum() != 0 && Math.abs(exponent(a) - exponent(b)) > 300;
        return apart ? a.add(b).round(digits) : a.add(b); // exact while that is cheap: nothing cancels unseen
    }

    private static int exponent(BigDecimal x) {
        return x.precision() - x.scale();
    }

    @Override
    BigDecimal times(BigDecimal a, BigDecimal b) {
        return a.multiply(b, digits);
    }

    @Override
    BigDecimal over(BigDecimal a, BigDecimal b) {
        return a.divide(b, digits);
    }

    @Override
    BigDecimal sqrt(BigDecimal x) {
        return x.signum() == 0 ? BigDecimal.ZERO : x.sqrt(digits);
    }

    @Override
    BigDecimal exp(BigDecimal x) {
        if (x.abs().compareTo(LONGEST) > 0) {
            return x.signum() > 0 ? VAST.multiply(VAST) : TINY.multiply(TINY);
        }
        return BigDecimalMath.exp(x, digits);
    }

    @Override
    BigDecimal log(BigDecimal x) {
        return BigDecimalMath.log(x, digits);
    }

    @Override
    BigDecimal sin(BigDecimal x) {
        return turned(x, 0);
    }

    @Override
    BigDecimal cos(BigDecimal x) {
        return turned(x, 1);
    }

    /** The sine of x + quarters·π/2. */
    private BigDecimal turned(BigDecimal x, int quarters) {
        BigDecimal quarter = PI.divide(new BigDecimal(2));
        BigDecimal turns = x.divide(quarter, 0, RoundingMode.HALF_EVEN);
        BigDecimal rest = x.subtract(turns.multiply(quarter)).round(new MathContext(digits.getPrecision() + 5));
        int phase = turns.toBigInteger().mod(java.math.BigInteger.valueOf(4)).intValue() + quarters;
        BigDecimal y = phase % 2 == 0 ? BigDecimalMath.sin(rest, digits) : BigDecimalMath.cos(rest, digits);
        return phase % 4 < 2 ? y : y.negate();
    }

    @Override
    BigDecimal arc(BigDecimal x) {
        return BigDecimalMath.atan(x, digits);
    }

    @Override
    BigDecimal halfTurn() {
        return PI.round(digits);
    }

    /** A value as doubles can meet it. */
    static BigDecimal reachable(BigDecimal x) {
        return clamped(x);
    }
}
