/**
 * Circuits of any parts, curved ones among them, as simulators take them: sums of currents at each node and charges that change,
 * solved by Newton's method at rest and through time.
 */
@NullMarked
package org.ansatz.field.circuit.simulation;

import org.jspecify.annotations.NullMarked;
