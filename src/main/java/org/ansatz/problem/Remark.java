package org.ansatz.problem;

/**
 * What an author may want to know about a problem; it changes no verdict.
 *
 * @param place where
 * @param rule the name of the kind of remark: {@code unused-given}
 * @param message what it is, a sentence without a full stop
 */
public record Remark(Place place, String rule, String message) {}
