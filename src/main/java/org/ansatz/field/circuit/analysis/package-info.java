/** Which solver a circuit is given to, and the analyses of SPICE as tables. */
@NullMarked
package org.ansatz.field.circuit.analysis;

import org.jspecify.annotations.NullMarked;
