package org.ansatz.judge;

import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Key;
import org.ansatz.problem.Problem;

/** Whether a claimed key agrees with what was found. */
public final class KeyAudit {

    private KeyAudit() {}

    /** The name under which a claimed formula is evaluated beside the routes. */
    public static String candidate(Key.Claim claim) {
        return "key at " + claim.place();
    }

    /** Whether the key agrees. */
    public static boolean agrees(Key.Claim claim, Conclusion found, Answer answer, Case data) {
        return claim.key() instanceof Key.MarksToAll || Meaning.of(answer).agrees(claim, found, data);
    }

    /**
     * Whether a reply of what a misconception leads to would be marked right.
     *
     * @param right what was found
     */
    public static boolean admits(Conclusion right, Conclusion slip, Problem problem) {
        Answer asked = problem.answer().withDigits(Grading.enoughDigits(problem));
        return Meaning.of(asked).admits(right, slip);
    }

    /** Whether a key can be held against what was found: where several options are right, a single letter cannot. */
    public static boolean isDecided(Key.Claim claim, Conclusion found) {
        boolean several = found instanceof Conclusion.NotOne
                && !((Conclusion.NotOne) found).fitting().isEmpty();
        Key key = claim.key();
        return !several
                || key instanceof Key.MarksToAll
                || key instanceof Key.Letters && ChoiceMeaning.areChosen(((Key.Letters) key).alternatives(), found);
    }
}
