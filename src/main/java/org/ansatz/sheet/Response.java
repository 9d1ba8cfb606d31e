package org.ansatz.sheet;

/**
 * What a candidate answered to a question.
 *
 * @param candidate whoever answered
 * @param question as it is named where the response was read
 * @param reply as it was written; may be empty
 * @param line where it stands, from 1
 */
public record Response(String candidate, String question, String reply, long line) {}
