package org.ansatz.field.line;

import org.apache.commons.math3.complex.Complex;

/** An impedance as a function of frequency. */
@FunctionalInterface
public interface Impedance {

    /**
     * The impedance in ohms at a frequency in hertz; an infinite value means an open circuit. Never NaN.
     *
     * @throws IllegalArgumentException if the frequency is negative or not finite
     */
    Complex at(double frequency);

    /**
     * The same impedance at every frequency.
     *
     * @param ohms any complex number; infinite for an open circuit
     * @throws IllegalArgumentException if a part of it is NaN
     */
    static Impedance of(Complex ohms) {
        return new Lumped.Constant(ohms);
    }

    /** No connection: infinite at every frequency. */
    static Impedance open() {
        return new Lumped.Constant(Complex.INF);
    }

    /** A wire: zero at every frequency. */
    static Impedance shorted() {
        return new Lumped.Constant(Complex.ZERO);
    }

    /**
     * A resistor.
     *
     * @param ohms resistance, zero or more and finite
     * @throws IllegalArgumentException for any other value
     */
    static Impedance resistor(double ohms) {
        return new Lumped.Constant(new Complex(Lumped.checked("resistance", ohms, "ohm")));
    }

    /**
     * An inductor, jωL.
     *
     * @param henries inductance, zero or more and finite
     * @throws IllegalArgumentException for any other value
     */
    static Impedance inductor(double henries) {
        return new Lumped.Inductor(henries);
    }

    /**
     * A capacitor, 1/(jωC); open at zero frequency.
     *
     * @param farads capacitance, zero or more and finite
     * @throws IllegalArgumentException for any other value
     */
    static Impedance capacitor(double farads) {
        return new Lumped.Capacitor(farads);
    }

    /** This impedance and another one in series; open if either is. */
    default Impedance inSeriesWith(Impedance other) {
        return new Lumped.InSeries(this, other);
    }
}
