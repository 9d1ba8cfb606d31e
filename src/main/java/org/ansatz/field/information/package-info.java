/**
 * Entropy, divergence, mutual information, and distributions drawn at random.
 */
@NullMarked
package org.ansatz.field.information;

import org.jspecify.annotations.NullMarked;
