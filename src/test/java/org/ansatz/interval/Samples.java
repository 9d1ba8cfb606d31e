package org.ansatz.interval;

import java.util.SplittableRandom;

/** Doubles and intervals at random, most of them where functions go wrong. */
final class Samples {

    private static final double[] AWKWARD = {
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        -0.5,
        2,
        -2,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        3e-310,
        -3e-310,
        Double.MIN_NORMAL,
        1e-300,
        -1e-300,
        1e300,
        -1e300,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        1e-8,
        -1e-8,
        1e16,
        -1e16,
        0x1p28,
        0x1p53,
        709.782712893384,
        709.7827128933841,
        710.4758600739439,
        -745.1332191019411,
        -745.1332191019412,
        -708.3964185322641,
        36.7,
        -36.7,
        Math.PI,
        -Math.PI,
        Math.PI / 2,
        -Math.PI / 2,
        Math.PI / 4,
        Math.E,
        6381956970095103.0 * 0x1p797,
        Math.sqrt(2),
        Math.log(2),
        0x1p-28,
        0x1p-27,
        0x1p-54,
        0x1p-1022,
        22,
        -22
    };

    private final SplittableRandom random;
    private final double low;
    private final double high;

    Samples(long seed, double low, double high) {
        random = new SplittableRandom(seed + 10_000 * Long.getLong("ansatz.enclosures.seed", 0));
        this.low = low;
        this.high = high;
    }

    private boolean isInside(double x) {
        return low <= x && x <= high;
    }

    /** A number from the lower to the upper end. */
    double point() {
        for (int i = 0; i < 100; i++) {
            double x = anywhere();
            if (isInside(x)) {
                return x;
            }
        }
        return low > -1 ? 1 : 0; // in every domain
    }

    private double anywhere() {
        return switch (random.nextInt(10)) {
            case 0 -> steps(AWKWARD[random.nextInt(AWKWARD.length)]);
            case 1 -> steps(random.nextBoolean() ? low : high);
            case 2 -> steps(random.nextLong(1L << random.nextInt(1, 50)) * (Math.PI / 2));
            case 3 -> Double.longBitsToDouble(random.nextLong());
            case 4 -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(-1070, 1024));
            case 5 -> random.nextDouble(-800, 800);
            case 6 -> random.nextDouble(-40, 40);
            case 7 -> 1 + Math.scalb(random.nextDouble(-1, 1), -random.nextInt(50));
            default -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(-30, 4));
        };
    }

    /** A few doubles away, or not at all. */
    private double steps(double x) {
        double y = x;
        int steps = random.nextInt(-3, 4);
        for (int i = 0; i < Math.abs(steps); i++) {
            y = steps < 0 ? Math.nextDown(y) : Math.nextUp(y);
        }
        return y;
    }

    /** A set that may be narrow, wide or reach to infinity, and may leave the domain. */
    Interval set() {
        double a = point();
        double b = switch (random.nextInt(6)) {
            case 0 -> steps(a);
            case 1 -> a + Math.abs(a) * Math.scalb(random.nextDouble(), -random.nextInt(50));
            case 2 -> anywhere();
            case 3 -> a + random.nextDouble(8);
            case 4 -> random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : point();
            default -> point();
        };
        if (Double.isNaN(b)) {
            return Interval.of(a);
        }
        return new Interval(Math.min(a, b), Math.max(a, b));
    }

    /** A finite number of a set, often an end. */
    double inside(Interval x) {
        double from = Math.max(x.low(), -Double.MAX_VALUE);
        double to = Math.min(x.high(), Double.MAX_VALUE);
        double part = random.nextDouble();
        double y = switch (random.nextInt(5)) {
            case 0 -> from;
            case 1 -> to;
            case 2 -> Math.rint((from + (to / 2 - from / 2)) / (Math.PI / 2)) * (Math.PI / 2);
            case 3 -> from < 0 && to > 0 ? 0 : from;
            default -> from * (1 - part) + to * part;
        };
        return Math.min(to, Math.max(from, y));
    }

    /** Whole numbers below a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }
}
