package org.ansatz.exchange.item;

/**
 * Something that does not go from one format into another.
 *
 * @param item the question, by its id or name
 * @param what is lost, or how it is said instead: {@code the unit is not asked for}
 */
public record Loss(String item, String what) {}
