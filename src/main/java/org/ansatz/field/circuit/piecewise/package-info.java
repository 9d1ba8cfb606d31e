/**
 * Circuits of resistors, capacitors, sources and ideal diodes, solved exactly: the linear circuits between which the diodes
 * switch, and from them the operating point, the transient and the periodic state.
 *
 * <p>An ideal diode carries a current i ≥ 0 at a voltage v ≤ 0, and one of the two is zero: a complementarity condition
 * (van Bokhoven, Piecewise-Linear Modelling and Analysis, 1981). Such circuits are passive, so that from every state there
 * is one solution, with at most a jump where a source jumps or the circuit is switched on (Camlibel, Heemels and
 * Schumacher, On linear passive complementarity systems, European Journal of Control 8, 2002, 220–237).
 */
@NullMarked
package org.ansatz.field.circuit.piecewise;

import org.jspecify.annotations.NullMarked;
