package org.ansatz.sheet;

/**
 * What a candidate answered to a question.
 *
 * @param candidate whoever answered, without spaces around the name
 * @param question as it is named where the response was read
 * @param reply as it was written; may be empty
 * @param line where it stands, from 1
 */
public record Response(String candidate, String question, String reply, long line) {

    /** A space before or behind a name makes nobody another candidate. */
    public Response {
        candidate = candidate.strip();
    }
}
