package org.ansatz.field.circuit.analysis;

import java.util.Arrays;

/**
 * A periodic curve as a sum of sines.
 *
 * @param cosines the coefficients of cos(2π n f t), the mean first
 * @param sines those of sin(2π n f t)
 */
@SuppressWarnings("ArrayRecordComponent")
record Harmonics(double[] cosines, double[] sines) {

    /** What is as good as nothing beside the largest of them. */
    private static final double NOTHING = 1e-9;

    /** Forgets what is only rounding. */
    Harmonics {
        double largest = 0;
        for (int n = 0; n < cosines.length; n++) {
            largest = Math.max(largest, Math.hypot(cosines[n], sines[n]));
        }
        cosines = without(cosines, NOTHING * largest);
        sines = without(sines, NOTHING * largest);
    }

    private static double[] without(double[] coefficients, double nothing) {
        return Arrays.stream(coefficients)
                .map(c -> Math.abs(c) <= nothing ? 0 : c)
                .toArray();
    }

    boolean hasFundamental() {
        return amplitude(1) != 0;
    }

    /** The amplitude at n times the fundamental; the mean with its sign for 0. */
    double amplitude(int n) {
        return n == 0 ? cosines[0] : Math.hypot(cosines[n], sines[n]);
    }

    /** The phase of a sine at n times the fundamental, in degrees; 0 where there is none. */
    double degrees(int n) {
        return n == 0 ? 0 : Math.toDegrees(Math.atan2(cosines[n], sines[n]));
    }

    /** The total harmonic distortion: what lies above the fundamental, beside it. */
    double distortion() {
        double squares = 0;
        for (int n = 2; n < cosines.length; n++) {
            squares += amplitude(n) * amplitude(n);
        }
        return Math.sqrt(squares) / amplitude(1);
    }
}
