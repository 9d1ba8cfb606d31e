package org.ansatz.field.line;

/** The one rule for frequencies in this room: finite, and not negative. */
final class Frequency {

    private Frequency() {}

    /** Returns {@code hertz} if it is a frequency at which elements can be evaluated. */
    static double checked(double hertz) {
        if (!(hertz >= 0) || Double.isInfinite(hertz)) {
            throw new IllegalArgumentException("frequency must be finite and not negative, but is " + hertz + " Hz");
        }
        return hertz;
    }

    /** The angular frequency in radians per second. */
    static double angular(double hertz) {
        return 2 * Math.PI * checked(hertz);
    }
}
