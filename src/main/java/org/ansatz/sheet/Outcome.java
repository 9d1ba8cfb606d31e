package org.ansatz.sheet;

import org.ansatz.quantity.Rational;

/**
 * What a response comes to; many responses to a question share one.
 *
 * @param result what came of it
 * @param marks what it earns
 * @param choice the letters of the options that were chosen, or an empty text
 * @param slip the mistake that explains it, or an empty text
 * @param isDisputed whether the key and the routes, where there are both, would give it different marks
 */
public record Outcome(Result result, Rational marks, String choice, String slip, boolean isDisputed) {}
