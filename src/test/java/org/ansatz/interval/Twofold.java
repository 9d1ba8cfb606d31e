package org.ansatz.interval;

/**
 * Sums of two doubles, about 31 digits (T. J. Dekker, Numer. Math. 18, 1971), for many points in little time; tested against
 * {@link BigNumbers}. NaN where they do not reach: beyond 1e±250, next to zeros of an angle, and for angles above a million.
 */
final class Twofold extends Numbers<Twofold.Pair> {

    private static final double FAR = 1e250;
    private static final double LARGEST_ANGLE = 1e6;
    private static final Pair NONE = new Pair(Double.NaN, 0);
    private static final Pair LOG_2 = new Pair(0.6931471805599453, 2.3190468138462996e-17);
    private static final Pair TURN = new Pair(3.141592653589793, 1.2246467991473532e-16);
    private static final double[] QUARTER = {1.5707963267948966, 6.123233995736766e-17, -1.4973849048591833e-33};

    Twofold() {
        super(SMALL);
    }

    /** A number that is the sum of the two, of which the second is below half an ulp of the first. */
    record Pair(double high, double low) {}

    @Override
    Pair of(double x) {
        return x != 0 && !(Math.abs(x) > 1 / FAR && Math.abs(x) < FAR) ? NONE : new Pair(x, 0);
    }

    @Override
    double near(Pair x) {
        return x.high;
    }

    private static Pair sum(double a, double b) {
        double s = a + b;
        double part = s - a;
        return new Pair(s, a - (s - part) + (b - part));
    }

    private static Pair checked(Pair x) {
        return x.high != 0 && !(Math.abs(x.high) > 1 / FAR && Math.abs(x.high) < FAR) ? NONE : x;
    }

    @Override
    Pair plus(Pair a, Pair b) {
        Pair s = sum(a.high, b.high);
        Pair t = sum(a.low, b.low);
        Pair u = sum(s.high, s.low + t.high);
        return checked(sum(u.high, u.low + t.low));
    }

    @Override
    Pair times(Pair a, Pair b) {
        double p = a.high * b.high;
        if (p == 0 && a.high != 0 && b.high != 0) {
            return NONE;
        }
        double rest = Math.fma(a.high, b.high, -p) + (a.high * b.low + a.low * b.high);
        return checked(sum(p, rest));
    }

    @Override
    Pair over(Pair a, Pair b) {
        double first = a.high / b.high;
        Pair rest = minus(a, times(new Pair(first, 0), b));
        double second = rest.high / b.high;
        rest = minus(rest, times(new Pair(second, 0), b));
        return checked(plus(sum(first, second), new Pair(rest.high / b.high, 0)));
    }

    @Override
    Pair sqrt(Pair x) {
        if (x.high == 0) {
            return x;
        }
        double root = Math.sqrt(x.high);
        Pair rest = minus(x, times(new Pair(root, 0), new Pair(root, 0)));
        return sum(root, (rest.high + rest.low) / (2 * root));
    }

    @Override
    Pair exp(Pair x) {
        if (!(Math.abs(x.high) < 500)) {
            return NONE;
        }
        double k = Math.rint(x.high / LOG_2.high);
        Pair r = minus(x, times(new Pair(k, 0), LOG_2));
        r = new Pair(r.high / 256, r.low / 256);
        Pair less = new Pair(0, 0); // e^r − 1
        for (int n = 11; n >= 1; n--) {
            less = over(times(r, plus(of(1), less)), of(n));
        }
        for (int i = 0; i < 8; i++) {
            less = plus(times(of(2), less), times(less, less));
        }
        Pair e = plus(of(1), less);
        return checked(new Pair(Math.scalb(e.high, (int) k), Math.scalb(e.low, (int) k)));
    }

    @Override
    Pair log(Pair x) {
        Pair above = minus(x, of(1));
        if (Math.abs(above.high) < 0.1) {
            Pair t = over(above, plus(x, of(1)));
            Pair square = times(t, t);
            Pair sum = of(0);
            for (int k = 27; k >= 1; k -= 2) {
                sum = plus(over(of(1), of(k)), times(square, sum));
            }
            return times(times(of(2), t), sum);
        }
        Pair y = of(Math.log(x.high));
        return plus(y, minus(times(x, exp(times(of(-1), y))), of(1)));
    }

    @Override
    Pair sin(Pair x) {
        return turned(x, 0);
    }

    @Override
    Pair cos(Pair x) {
        return turned(x, 1);
    }

    private Pair turned(Pair x, int quarters) {
        if (!(Math.abs(x.high) < LARGEST_ANGLE)) {
            return NONE;
        }
        double n = Math.rint(x.high / QUARTER[0]);
        Pair rest = x;
        for (double part : QUARTER) {
            double p = n * part;
            rest = minus(minus(rest, of(p)), new Pair(Math.fma(n, part, -p), 0));
        }
        boolean cancelled = n != 0 && Math.abs(rest.high) < 1e-6;
        int phase = Math.floorMod((long) n + quarters, 4);
        if (cancelled && phase % 2 == 0) {
            return NONE;
        }
        Pair y = series(rest, phase % 2);
        return phase < 2 ? y : times(of(-1), y);
    }

    /** The sine, or the cosine for {@code shift} 1, of an angle up to π/4. */
    private Pair series(Pair x, int shift) {
        Pair square = times(x, x);
        Pair sum = of(1);
        for (int k = 28 - shift; k >= 1; k -= 2) {
            sum = minus(of(1), over(times(square, sum), of(k * (k + 1.0))));
        }
        return shift == 0 ? times(x, sum) : sum;
    }

    @Override
    Pair arc(Pair x) {
        Pair y = of(Math.atan(x.high));
        Pair sine = series(y, 0);
        Pair cosine = series(y, 1);
        Pair step = over(minus(times(x, cosine), sine), plus(cosine, times(x, sine)));
        return plus(y, step);
    }

    @Override
    Pair halfTurn() {
        return TURN;
    }
}
