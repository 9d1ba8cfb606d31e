package org.ansatz.field.circuit.linear;

import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Element.CurrentSource;
import org.ansatz.field.circuit.netlist.Element.VoltageSource;
import org.ansatz.field.circuit.netlist.Phasor;

/**
 * Complex numbers at an angular frequency, s = jω.
 *
 * @param omega in rad/s; 0 for rest, where sources give what they do at t = 0
 */
record ComplexImmittances(double omega) implements Immittances<ComplexImmittances.Complex> {

    /** A complex number. */
    record Complex(double re, double im) {}

    @Override
    public Complex of(double value) {
        return new Complex(value, 0);
    }

    @Override
    public Complex reciprocal(double value) {
        return new Complex(1 / value, 0);
    }

    @Override
    public Complex rate(double value) {
        return new Complex(0, omega * value);
    }

    @Override
    public Complex mutual(double k, double first, double second) {
        return rate(k * Math.sqrt(first * second));
    }

    @Override
    public Complex cosh(double delay) {
        return new Complex(Math.cos(omega * delay), 0);
    }

    @Override
    public Complex sinh(double delay) {
        return new Complex(0, Math.sin(omega * delay));
    }

    @Override
    public Complex given(Component source) {
        if (source instanceof VoltageSource voltage) {
            return omega == 0 ? of(voltage.volts().at(0)) : of(voltage.small());
        }
        CurrentSource current = (CurrentSource) source;
        return omega == 0 ? of(current.amperes().at(0)) : of(current.small());
    }

    private static Complex of(Phasor phasor) {
        return new Complex(phasor.re(), phasor.im());
    }

    @Override
    public Complex times(Complex a, Complex b) {
        return new Complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
    }

    @Override
    public Complex negate(Complex a) {
        return new Complex(-a.re, -a.im);
    }
}
