package org.ansatz.expression.term;

/**
 * A variable of a binder: {@code for k in 1:10}, {@code for t at 0}, {@code by W}.
 *
 * @param name as it is written
 * @param slot the place of its value in the frame
 * @param domain what it ranges over
 * @param isDeclared whether that is the place of a declared variable, so that steps and blocks inside depend on it
 */
public record Generator(String name, int slot, Domain domain, boolean isDeclared) {}
