/**
 * Polynomials and quotients of them in one variable: exact where their coefficients are, roots with bounds of their errors, and how
 * many of them lie in a half-plane. Knows no language.
 */
@org.jspecify.annotations.NullMarked
package org.ansatz.polynomial;
