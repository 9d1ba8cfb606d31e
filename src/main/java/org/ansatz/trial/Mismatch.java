package org.ansatz.trial;

import org.jspecify.annotations.Nullable;

/**
 * The simplest case found in which a solution is wrong.
 *
 * @param message the case with its data in round numbers: {@code variant 3: f1 = 429 MHz, f2 = 1 GHz: expected 1.58 m (2
 *     independent routes agree), was 0.79 m}
 * @param expected the answer, printed
 * @param was what the solution makes of it, printed
 * @param thrown what the solution threw, or null
 */
public record Mismatch(
        String message,
        String expected,
        String was,
        @Nullable Throwable thrown) {}
