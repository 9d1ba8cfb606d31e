/**
 * Entropy, divergence, mutual information, and distributions drawn at random.
 */
@NullMarked
package org.ansatz.route.information;

import org.jspecify.annotations.NullMarked;
