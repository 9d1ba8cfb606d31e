package org.ansatz.field.line;

import org.apache.commons.math3.complex.Complex;

/**
 * A piece of line across the main line, whose far end is shorted.
 *
 * @param line the stub itself
 */
public record ShortStub(Section line) implements LineElement {

    @Override
    public Abcd at(double frequency) {
        return Shunt.chain(impedance(frequency), frequency);
    }

    @Override
    public Termination inFrontOf(Termination beyond, double frequency) {
        return Shunt.across(impedance(frequency), beyond);
    }

    private Complex impedance(double frequency) {
        return line.inFrontOf(Termination.SHORT, frequency).impedance();
    }
}
