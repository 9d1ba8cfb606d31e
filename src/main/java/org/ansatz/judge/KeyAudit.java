package org.ansatz.judge;

import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Key;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Tolerance;
import org.jspecify.annotations.Nullable;

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
     * Whether a reply of one value would be taken for another, as the right one: within the tolerance or, where none is stated,
     * rounded to the digits that are enough.
     *
     * @param right what was found
     * @param other what a misconception leads to, say
     */
    public static boolean admits(Conclusion right, Conclusion other, Problem problem) {
        Answer asked = problem.answer().withDigits(Grading.enoughDigits(problem));
        if (right instanceof Conclusion.FoundParts parts && other instanceof Conclusion.FoundParts others) {
            return asked.parts().stream()
                    .allMatch(part -> admits(
                            parts.parts().get(part.name()), others.parts().get(part.name()), part.answer()));
        }
        return right instanceof Conclusion.Found a && other instanceof Conclusion.Found b && admits(a, b, asked);
    }

    private static boolean admits(Conclusion.@Nullable Found right, Conclusion.@Nullable Found other, Answer asked) {
        if (right == null || other == null || !(asked instanceof Answer.Number)) {
            return false;
        }
        Value value = right.values().first().value();
        double distance = Arrays.distance(value, other.values().first().value());
        if (asked.tolerance() instanceof Tolerance.Digits && Arithmetic.isWhole(value)) {
            return distance == 0;
        }
        return distance <= Precision.allowed(asked.tolerance(), Arrays.size(value));
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
