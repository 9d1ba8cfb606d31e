package org.ansatz.mark;

import org.ansatz.expression.syntax.Span;
import org.ansatz.quantity.Rational;

/** What a reply is worth. The message is for the learner and may be empty; it never gives the answer away. */
public sealed interface Mark {

    /** What the learner is told. */
    String message();

    /** The answer. */
    record Right(String message) implements Mark {}

    /** The right number without the unit that belongs to it. */
    record UnitMissing(String message) implements Mark {}

    /**
     * Something else.
     *
     * @param slip the name of the mistake that explains it, or an empty text
     * @param first what is said instead the first time that help is needed: where to look, and not what the value is times
     * @param share how much of it is right, from 0 to less than 1: of several parts, or of several options where no wrong one is
     *     chosen
     * @param carried how much of it is right where a part that follows from a wrong one by the right way counts as well
     */
    record Wrong(String slip, String message, String first, Rational share, Rational carried) implements Mark {
        /** Nothing of it is right. */
        public Wrong(String slip, String message, String first) {
            this(slip, message, first, Rational.ZERO, Rational.ZERO);
        }

        /** What may be said at once. */
        public Wrong(String slip, String message) {
            this(slip, message, message);
        }

        /** The same, of which so much is right. */
        public Wrong of(Rational right) {
            return of(right, right);
        }

        /** The same, of which so much is right, and so much where errors are carried forward. */
        public Wrong of(Rational right, Rational following) {
            return new Wrong(slip, message, first, right, following);
        }
    }

    /**
     * Nothing that can be read; not an attempt.
     *
     * @param span where in the reply the trouble is
     */
    record Unreadable(Span span, String message) implements Mark {}

    /** A reply that cannot be marked, because it is not known what is right, or whether the reply is. */
    record Unscored(String message) implements Mark {}
}
