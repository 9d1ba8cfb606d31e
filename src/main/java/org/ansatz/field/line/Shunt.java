package org.ansatz.field.line;

import org.apache.commons.math3.complex.Complex;

/**
 * A lumped impedance across the line.
 *
 * @param impedance as a function of frequency
 */
public record Shunt(Impedance impedance) implements LineElement {

    @Override
    public Abcd at(double frequency) {
        return chain(impedance.at(Frequency.checked(frequency)), frequency);
    }

    @Override
    public Termination inFrontOf(Termination beyond, double frequency) {
        return across(impedance.at(Frequency.checked(frequency)), beyond);
    }

    /** The chain matrix of {@code impedance} across the line. */
    static Abcd chain(Complex impedance, double frequency) {
        Complex admittance = impedance.reciprocal();
        if (admittance.isInfinite()) {
            throw new ArithmeticException("no chain matrix: the line is shorted at " + frequency + " Hz");
        }
        return Abcd.shunt(admittance);
    }

    /** {@code impedance} in parallel with {@code beyond}. */
    static Termination across(Complex impedance, Termination beyond) {
        Complex admittance = impedance.reciprocal();
        return admittance.isInfinite()
                ? Termination.SHORT
                : Abcd.shunt(admittance).times(beyond);
    }
}
