/** Sparse systems of linear equations whose pattern stays while their numbers change, as those of a circuit do. */
@NullMarked
package org.ansatz.field.circuit.sparse;

import org.jspecify.annotations.NullMarked;
