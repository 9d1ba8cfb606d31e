package org.ansatz.problem;

/**
 * A wrong model that people hold, executed to find the option it leads to.
 *
 * @param says what it amounts to, in words
 * @param route the wrong model
 */
public record Misconception(String says, Route route) {}
