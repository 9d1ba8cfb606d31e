package org.ansatz.route.circuit;

/**
 * The state of a circuit at an instant.
 *
 * @param t in seconds
 * @param volts the voltages of the capacitors
 * @param scale the largest voltage seen so far: what is small against its rounding is zero
 */
record Instant(double t, double[] volts, double scale) {

    /** The state at a later instant. */
    Instant then(double later, double[] now) {
        return new Instant(later, now, Math.max(scale, Matrices.largest(now)));
    }
}
