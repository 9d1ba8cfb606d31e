package org.ansatz.field.circuit.netlist;

/**
 * The signal offset + Re((re + j im) exp((growth + jω)(t − origin))): all that sources give, and closed under
 * differentiation.
 *
 * @param growth per second, negative where it decays
 * @param omega in radians per second
 * @param origin in seconds
 */
public record Tone(double offset, double re, double im, double growth, double omega, double origin) {

    /** The value at {@code t}. */
    public double at(double t) {
        if (re == 0 && im == 0) {
            return offset;
        }
        double since = t - origin;
        double angle = omega * since;
        double scale = growth == 0 ? 1 : Math.exp(growth * since); // the usual tone neither grows nor decays
        return offset + scale * (re * Math.cos(angle) - im * Math.sin(angle));
    }

    /** Its derivative. */
    public Tone slope() {
        return new Tone(0, re * growth - im * omega, re * omega + im * growth, growth, omega, origin);
    }

    /** The same signal counted from {@code t}. */
    public Tone since(double t) {
        double angle = omega * (t - origin);
        double scale = Math.exp(growth * (t - origin));
        double cos = scale * Math.cos(angle);
        double sin = scale * Math.sin(angle);
        return new Tone(offset, re * cos - im * sin, re * sin + im * cos, growth, omega, t);
    }

    /** A bound of its magnitude near its origin. */
    public double size() {
        return Math.abs(offset) + Math.hypot(re, im);
    }

    /** Whether it does not change. */
    public boolean isConstant() {
        return re == 0 && im == 0;
    }
}
