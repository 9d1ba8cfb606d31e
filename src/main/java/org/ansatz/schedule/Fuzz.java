package org.ansatz.schedule;

import java.util.random.RandomGenerator;

/**
 * Spreads intervals a little, so that what was learnt together does not stay together for ever: 2.5 days and longer ones by 1
 * day, 15 % of the part from 2.5 to 7 days, 10 % of that from 7 to 20, and 5 % of what is above, to either side.
 */
final class Fuzz {

    private static final double SHORTEST = 2.5;
    private static final long LEAST = 2;
    private static final double[] STARTS = {2.5, 7, 20};
    private static final double[] ENDS = {7, 20, Double.POSITIVE_INFINITY};
    private static final double[] SHARES = {0.15, 0.1, 0.05};

    private Fuzz() {}

    /** A number of days near {@code days}, each in reach equally likely; never below 2 or above {@code most}. */
    static long spread(long days, long most, RandomGenerator random) {
        if (days < SHORTEST) {
            return days;
        }
        double reach = reach((double) days);
        long latest = Math.min((long) Math.rint(days + reach), most);
        long earliest = Math.min(Math.max((long) Math.rint(days - reach), LEAST), latest);
        return random.nextLong(earliest, latest + 1);
    }

    private static double reach(double days) {
        double reach = 1;
        for (int i = 0; i < SHARES.length; i++) {
            reach += SHARES[i] * Math.max(Math.min(days, ENDS[i]) - STARTS[i], 0);
        }
        return reach;
    }
}
