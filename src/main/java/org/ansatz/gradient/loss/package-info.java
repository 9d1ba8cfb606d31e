/**
 * Losses with their hand-derived gradients by the scores (predictions or logits). A loss holds its targets, checked once;
 * its hot form writes the gradient to an array that is handed in.
 *
 * <p>Examples are rows: scores are m × k, row after row in one array.
 */
@NullMarked
package org.ansatz.gradient.loss;

import org.jspecify.annotations.NullMarked;
