/** What a solved circuit gives, voltages and currents with their errors, and how its work is counted. */
@NullMarked
package org.ansatz.field.circuit.solution;

import org.jspecify.annotations.NullMarked;
