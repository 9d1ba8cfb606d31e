/** Formulas as a person writes them, in a line of text or over several: mathematics for the eye, which computes nothing. */
@org.jspecify.annotations.NullMarked
package org.ansatz.typeset;
