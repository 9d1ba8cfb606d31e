/**
 * Dense matrices of doubles, and the few functions that keep every loss finite at logits of ±1000: exponential, sigmoid,
 * softplus, and softmax against the rest.
 */
@NullMarked
package org.ansatz.gradient.numeric;

import org.jspecify.annotations.NullMarked;
