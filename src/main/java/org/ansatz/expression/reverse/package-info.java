/** Reverse-mode differentiation: a tape of operations with their pullbacks, and the one loop that goes back over it. */
@NullMarked
package org.ansatz.expression.reverse;

import org.jspecify.annotations.NullMarked;
