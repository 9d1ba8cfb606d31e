package org.ansatz.sheet;

import java.util.List;
import org.ansatz.quantity.Rational;

/**
 * A class that was marked.
 *
 * @param scheme the name of the marking scheme
 * @param authority who says what is right
 * @param tally what was read and what became of it
 * @param most the marks of all questions that responses were given to and that could be marked
 * @param distribution of the candidates' marks
 * @param alpha Cronbach's coefficient of internal consistency; not a number where not everybody had all questions
 * @param items the questions that responses were given to, in the order of the bank
 * @param unread replies that could not be read, the most frequent first
 */
public record MarkedClass(
        String scheme,
        Authority authority,
        Tally tally,
        Rational most,
        Distribution distribution,
        double alpha,
        List<ItemAnalysis> items,
        List<Unread> unread) {

    /** Copies. */
    public MarkedClass {
        items = List.copyOf(items);
        unread = List.copyOf(unread);
    }

    /** Whether everything that was read was marked, and nothing speaks against a question. */
    public boolean isSettled() {
        return unread.isEmpty()
                && items.stream()
                        .allMatch(item -> item.objection().isEmpty()
                                && item.disputed() == 0
                                && item.suspicions().isEmpty());
    }

    /**
     * Replies of one wording that could not be read.
     *
     * @param question the question's id
     * @param reply as it was written
     * @param reason why it could not be read
     * @param count how often it was given
     */
    public record Unread(String question, String reply, String reason, long count) {}

    /**
     * What was read and what became of it: responses are counted, superseded by a later one of the same candidate to the same
     * question, or to a question that is not known.
     *
     * @param responses that were read
     * @param counted that count
     * @param superseded that a later one replaced
     * @param unknown to questions, or of candidates, that are not known
     * @param refused rows that could not be read
     * @param remarks on these, with their lines, as far as they are few
     */
    public record Tally(
            long responses, long counted, long superseded, long unknown, long refused, List<String> remarks) {

        /** Copies. */
        public Tally {
            remarks = List.copyOf(remarks);
        }

        /** Whether each response is accounted for. */
        public boolean isComplete() {
            return responses == counted + superseded + unknown;
        }
    }
}
