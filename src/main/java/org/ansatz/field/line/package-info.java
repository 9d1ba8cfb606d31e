/**
 * Transmission lines and the lumped elements between them, as products of chain (ABCD) matrices.
 *
 * <p>Everything is steady state with time factor e^{jωt}; currents flow into the input and out of the output, the
 * convention in which chain matrices multiply. A port is described by its ratio of voltage to current, so that opens,
 * shorts and lines of exactly a quarter wave are ordinary values.
 */
@NullMarked
package org.ansatz.field.line;

import org.jspecify.annotations.NullMarked;
