package org.ansatz.truth;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimals of many digits, with functions by their series. */
final class Decimals implements Numbers<BigDecimal> {

    /** Digits of a result, relative to it, that are right where nothing cancels. */
    static final int DIGITS = 60;

    private static final MathContext MC = new MathContext(DIGITS + 20);
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal ALIKE = BigDecimal.ONE.movePointLeft(35);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(20_000);
    private static final BigDecimal PI = machin();

    /** The largest number on the way, of which rounding leaves something when all cancels. */
    private BigDecimal largest = BigDecimal.ZERO;

    static BigDecimal arctan(BigDecimal x) {
        BigDecimal y = x;
        int halvings = 0;
        while (y.abs().compareTo(new BigDecimal("0.1")) > 0) {
            y = y.divide(ONE.add(ONE.add(y.multiply(y, MC)).sqrt(MC)), MC);
            halvings++;
        }
        BigDecimal square = y.multiply(y, MC).negate();
        BigDecimal power = y;
        BigDecimal sum = y;
        for (int n = 3; isMore(power, sum); n += 2) {
            power = power.multiply(square, MC);
            sum = sum.add(power.divide(BigDecimal.valueOf(n), MC), MC);
        }
        return sum.multiply(TWO.pow(halvings), MC);
    }

    private static BigDecimal machin() {
        BigDecimal fifth = arctan(new BigDecimal("0.2"));
        BigDecimal small = arctan(ONE.divide(BigDecimal.valueOf(239), MC));
        return fifth.multiply(BigDecimal.valueOf(16)).subtract(small.multiply(BigDecimal.valueOf(4)), MC);
    }

    private static boolean isMore(BigDecimal term, BigDecimal sum) {
        return term.signum() != 0
                && (sum.signum() == 0
                        || term.precision() - term.scale() > sum.precision() - sum.scale() - MC.getPrecision() - 2);
    }

    private BigDecimal seen(BigDecimal x) {
        largest = largest.max(x.abs());
        return x;
    }

    /** How wrong a result may be. */
    BigDecimal error(BigDecimal result) {
        return result.abs()
                .movePointLeft(30)
                .max(largest.movePointLeft(DIGITS - 10))
                .add(new BigDecimal("1e-400"));
    }

    @Override
    public BigDecimal number(String decimal) {
        return seen(new BigDecimal(decimal));
    }

    @Override
    public BigDecimal pi() {
        return PI;
    }

    @Override
    public BigDecimal plus(BigDecimal a, BigDecimal b) {
        return seen(a.add(b, MC));
    }

    @Override
    public BigDecimal times(BigDecimal a, BigDecimal b) {
        return seen(a.multiply(b, MC));
    }

    @Override
    public BigDecimal over(BigDecimal a, BigDecimal b) {
        if (b.abs().compareTo(largest.movePointLeft(40)) <= 0) {
            throw new NoReference("division by what may be zero");
        }
        return seen(a.divide(b, MC));
    }

    @Override
    public BigDecimal negate(BigDecimal a) {
        return a.negate();
    }

    @Override
    public BigDecimal smooth(String function, BigDecimal x) {
        return seen(
                switch (function) {
                    case "sin" -> sine(x);
                    case "cos" -> sine(PI.divide(TWO, MC).subtract(x, MC));
                    case "tan" -> over(sine(x), sine(PI.divide(TWO, MC).subtract(x, MC)));
                    case "exp" -> exp(x);
                    case "sinh" -> sinh(x);
                    case "cosh" -> exp(x).add(exp(x.negate()), MC).divide(TWO, MC);
                    case "tanh" ->
                        sinh(x).divide(exp(x).add(exp(x.negate()), MC).divide(TWO, MC), MC);
                    case "atan" -> arctan(x);
                    case "asinh" -> {
                        BigDecimal size = x.abs();
                        BigDecimal y = log(size.add(ONE.add(size.multiply(size)).sqrt(MC), MC));
                        yield x.signum() < 0 ? y.negate() : y;
                    }
                    case "sigmoid" -> ONE.divide(ONE.add(exp(x.negate()), MC), MC);
                    case "softplus" -> log(ONE.add(exp(x), MC));
                    case "sqrt" -> {
                        requirePositive(x);
                        yield x.signum() == 0 ? x : x.sqrt(MC);
                    }
                    case "log" -> log(x);
                    case "log1p" -> log(ONE.add(x, MC));
                    default -> throw new AssertionError(function);
                });
    }

    private void requirePositive(BigDecimal x) {
        if (x.signum() < 0 || x.signum() > 0 && x.compareTo(largest.movePointLeft(40)) < 0) {
            throw new NoReference("at or outside the edge of a domain");
        }
    }

    private static BigDecimal exp(BigDecimal x) {
        if (x.abs().compareTo(LARGEST) > 0) {
            throw new NoReference("too large");
        }
        int halvings = 8 + Math.max(0, x.toBigInteger().bitLength());
        BigDecimal small = x.divide(TWO.pow(halvings), MC);
        BigDecimal term = ONE;
        BigDecimal sum = ONE;
        for (int n = 1; isMore(term, sum); n++) {
            term = term.multiply(small, MC).divide(BigDecimal.valueOf(n), MC);
            sum = sum.add(term, MC);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, MC);
        }
        return sum;
    }

    private static BigDecimal sinh(BigDecimal x) {
        if (x.abs().compareTo(ONE) > 0) {
            return exp(x).subtract(exp(x.negate()), MC).divide(TWO, MC);
        }
        return odd(x, x.multiply(x, MC));
    }

    /** x + square·x/3! + …: the sine of x, or its hyperbolic sine. */
    private static BigDecimal odd(BigDecimal x, BigDecimal square) {
        BigDecimal term = x;
        BigDecimal sum = x;
        for (int n = 2; isMore(term, sum); n += 2) {
            term = term.multiply(square, MC).divide(BigDecimal.valueOf((long) n * (n + 1)), MC);
            sum = sum.add(term, MC);
        }
        return sum;
    }

    private static BigDecimal sine(BigDecimal x) {
        if (x.abs().compareTo(new BigDecimal("1e12")) > 0) {
            throw new NoReference("too large");
        }
        BigInteger turns = x.divide(PI, MC).setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
        BigDecimal rest = x.subtract(PI.multiply(new BigDecimal(turns)), MC);
        BigDecimal sine = odd(rest, rest.multiply(rest, MC).negate());
        return turns.testBit(0) ? sine.negate() : sine;
    }

    /** By Newton's method on exp, from the logarithm of a double. */
    private BigDecimal log(BigDecimal x) {
        requirePositive(x);
        if (x.signum() == 0) {
            throw new NoReference("log(0)");
        }
        int scale = x.precision() - x.scale();
        BigDecimal y = new BigDecimal(Math.log(x.movePointLeft(scale).doubleValue()) + scale * Math.log(10));
        for (int i = 0; i < 4; i++) {
            BigDecimal e = exp(y);
            y = y.add(x.subtract(e, MC).multiply(TWO, MC).divide(x.add(e, MC), MC), MC);
        }
        return y;
    }

    @Override
    public int compare(BigDecimal a, BigDecimal b) {
        BigDecimal margin = a.subtract(b);
        if (margin.signum() != 0 && margin.abs().compareTo(ALIKE.multiply(largest.max(ONE))) < 0) {
            throw new NoReference("too near to say which is larger");
        }
        return margin.signum();
    }

    @Override
    public BigDecimal floor(BigDecimal a) {
        compare(a, a.setScale(0, RoundingMode.HALF_EVEN));
        return a.setScale(0, RoundingMode.FLOOR);
    }
}
