package org.ansatz.field.circuit.linear;

import org.ansatz.field.circuit.netlist.Component;

/**
 * The numbers in which the equations of a network are written: impedances, admittances, gains and amplitudes as complex numbers at one
 * frequency, or as polynomials in the complex frequency s.
 *
 * @param <N> a number
 */
interface Immittances<N> {

    /** A value of the netlist, a gain or a resistance. */
    N of(double value);

    /** One over a value of the netlist. */
    N reciprocal(double value);

    /** A value times s: the admittance of a capacitance, the impedance of an inductance. */
    N rate(double value);

    /** The impedance s M of coupled inductances, with {@code M = k √(L₁ L₂)}. */
    N mutual(double k, double first, double second);

    /** The hyperbolic cosine of s times a delay. */
    N cosh(double delay);

    /** The hyperbolic sine of s times a delay. */
    N sinh(double delay);

    /** What an independent source gives. */
    N given(Component source);

    /** The product. */
    N times(N a, N b);

    /** The opposite. */
    N negate(N a);
}
