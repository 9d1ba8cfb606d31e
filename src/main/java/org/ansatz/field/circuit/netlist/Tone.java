package org.ansatz.field.circuit.netlist;

/**
 * The signal offset + Re((re + j im) exp((growth + jω)(t − origin))) with ω = 2π hertz: all that sources give, and closed under
 * differentiation. Whole turns are taken off before they are rounded, so that its phase is as right late as at first.
 *
 * @param growth per second, negative where it decays
 * @param hertz how often it turns in a second
 * @param origin in seconds
 */
public record Tone(double offset, double re, double im, double growth, double hertz, double origin) {

    /** In radians per second. */
    public double omega() {
        return 2 * Math.PI * hertz;
    }

    /** The value at {@code t}. */
    public double at(double t) {
        if (re == 0 && im == 0) {
            return offset;
        }
        double since = t - origin;
        double angle = angle(since);
        double scale = growth == 0 ? 1 : Math.exp(growth * since); // the usual tone neither grows nor decays
        return offset + scale * (re * Math.cos(angle) - im * Math.sin(angle));
    }

    private double angle(double since) {
        double turns = Math.rint(hertz * since);
        return 2 * Math.PI * Math.fma(hertz, since, -turns);
    }

    /** Its derivative. */
    public Tone slope() {
        double omega = omega();
        return new Tone(0, re * growth - im * omega, re * omega + im * growth, growth, hertz, origin);
    }

    /** The same signal counted from {@code t}. */
    public Tone since(double t) {
        double angle = angle(t - origin);
        double scale = Math.exp(growth * (t - origin));
        double cos = scale * Math.cos(angle);
        double sin = scale * Math.sin(angle);
        return new Tone(offset, re * cos - im * sin, re * sin + im * cos, growth, hertz, t);
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
