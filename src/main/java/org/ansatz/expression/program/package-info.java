/**
 * Flat programs over doubles that run for many points at once: what evaluating checked terms comes to where every value is a real
 * number, a whole number or a truth value. Knows no terms.
 */
@org.jspecify.annotations.NullMarked
package org.ansatz.expression.program;
