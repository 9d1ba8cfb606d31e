/**
 * Distributions of random numbers: densities, tails, and how each is drawn, by methods that share nothing. Knows no language.
 */
@NullMarked
package org.ansatz.probability;

import org.jspecify.annotations.NullMarked;
