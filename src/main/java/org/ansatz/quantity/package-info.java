/**
 * Exact numbers, dimensions, units and the way quantities are printed. Rests on the JDK alone.
 */
@NullMarked
package org.ansatz.quantity;

import org.jspecify.annotations.NullMarked;
