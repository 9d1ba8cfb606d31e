package org.ansatz.field.line;

import org.apache.commons.math3.complex.Complex;

/**
 * A lumped impedance in series with the line.
 *
 * @param impedance as a function of frequency
 */
public record Series(Impedance impedance) implements LineElement {

    @Override
    public Abcd at(double frequency) {
        Complex ohms = impedance.at(Frequency.checked(frequency));
        if (ohms.isInfinite()) {
            throw new ArithmeticException("no chain matrix: the series impedance is open at " + frequency + " Hz");
        }
        return Abcd.series(ohms);
    }

    @Override
    public Termination inFrontOf(Termination beyond, double frequency) {
        Complex ohms = impedance.at(Frequency.checked(frequency));
        return ohms.isInfinite() ? Termination.OPEN : Abcd.series(ohms).times(beyond);
    }
}
