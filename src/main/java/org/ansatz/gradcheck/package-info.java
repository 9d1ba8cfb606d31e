/**
 * Whether a gradient is right, by differences of the function alone; the JDK alone. Hand-derived gradients, reverse mode
 * and formulas are checked alike, for all that is needed is the function, a point, and the numbers claimed.
 */
@NullMarked
package org.ansatz.gradcheck;

import org.jspecify.annotations.NullMarked;
