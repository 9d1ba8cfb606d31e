package org.ansatz.gradient.words;

/**
 * A number, and what it is.
 *
 * @param what half a sentence
 */
public record Measure(String what, double value) {}
