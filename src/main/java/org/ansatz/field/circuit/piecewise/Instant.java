package org.ansatz.field.circuit.piecewise;

/** The state of a circuit at an instant. */
final class Instant {

    private final double t;
    private final double[] volts;
    private final double scale;

    /**
     * A state.
     *
     * @param t in seconds
     * @param volts the voltages of the capacitors; not copied
     * @param scale the largest voltage seen so far: what is small against its rounding is zero
     */
    Instant(double t, double[] volts, double scale) {
        this.t = t;
        this.volts = volts;
        this.scale = scale;
    }

    /** The time, in seconds. */
    double t() {
        return t;
    }

    /** The voltages of the capacitors. */
    double[] volts() {
        return volts;
    }

    /** The largest voltage so far. */
    double scale() {
        return scale;
    }

    /** The state at a later instant. */
    Instant then(double later, double[] now) {
        return new Instant(later, now, Math.max(scale, Matrices.largest(now)));
    }
}
