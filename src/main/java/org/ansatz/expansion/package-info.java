/**
 * Asymptotic expansions with certain coefficients: how a function behaves as its variable grows without bound. Knows intervals and
 * exact numbers, and no language.
 */
@org.jspecify.annotations.NullMarked
package org.ansatz.expansion;
