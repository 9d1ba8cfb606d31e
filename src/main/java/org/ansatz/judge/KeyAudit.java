package org.ansatz.judge;

import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Key;

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
