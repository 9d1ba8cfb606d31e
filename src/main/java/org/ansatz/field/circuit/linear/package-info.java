/** Linear networks at rest, in phasors and through time, and textbook devices, which are linear in each of their regions. */
@NullMarked
package org.ansatz.field.circuit.linear;

import org.jspecify.annotations.NullMarked;
