package org.ansatz.problem;

/**
 * What an author may want to know about a problem; it changes no verdict.
 *
 * @param place where
 * @param rule the kind of remark
 * @param message what it is, a sentence without a full stop
 */
public record Remark(Place place, Rule rule, String message) {}
