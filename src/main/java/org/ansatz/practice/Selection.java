package org.ansatz.practice;

/**
 * Which questions come next.
 *
 * @param kind which of them
 * @param topic the topic they are from, or an empty text for all
 */
public record Selection(Kind kind, String topic) {

    /** What is due, then what is new, then what was seen longest ago. */
    public static final Selection USUAL = new Selection(Kind.USUAL, "");

    /** The kinds of questions. */
    public enum Kind {
        /** What is due, then what is new, then what was seen longest ago. */
        USUAL,
        /** Only what is due. */
        DUE,
        /** Only what was never answered. */
        NEW,
        /** One after the other. */
        ALL
    }
}
