/** Netlists as SPICE writes them: cards, what stands on them, and whether they make up a circuit; solves nothing. */
@NullMarked
package org.ansatz.field.circuit.netlist;

import org.jspecify.annotations.NullMarked;
