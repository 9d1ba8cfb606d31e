package org.ansatz.judge;

import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Key;

/** What evidence means for one kind of answer: what is concluded from it, and with what that agrees. */
interface Meaning {

    /** What evidence means for this answer. */
    static Meaning of(Answer answer) {
        return answer.fold(new OfKind());
    }

    /** What the evidence means. */
    Conclusion conclusion(Evidence evidence, Case data);

    /** How far two routes' conclusions agree. */
    Agreement agreement(Conclusion a, Conclusion b);

    /** Whether a key agrees with a conclusion. It is one of this kind of answer. */
    boolean agrees(Key.Claim claim, Conclusion found, Case data);

    /**
     * Whether a reply of what one conclusion says would be marked right where the other is: for values within the tolerance or, where
     * none is stated, rounded to the digits that are enough.
     */
    default boolean admits(Conclusion right, Conclusion other) {
        return agreement(right, other).agree();
    }

    /** One class for each kind of answer. */
    final class OfKind implements Answer.Cases<Meaning> {
        private OfKind() {}

        @Override
        public Meaning ofChoice(Answer.Choice answer) {
            return new ChoiceMeaning(answer);
        }

        @Override
        public Meaning ofNumber(Answer.Number answer) {
            return new NumberMeaning(answer);
        }

        @Override
        public Meaning ofCollection(Answer.Collection answer) {
            return new CollectionMeaning(answer);
        }

        @Override
        public Meaning ofParts(Answer.Parts answer) {
            return new PartsMeaning(answer.parts());
        }

        @Override
        public Meaning ofFormula(Answer.Formula answer) {
            return new FormulaMeaning(answer);
        }
    }
}
