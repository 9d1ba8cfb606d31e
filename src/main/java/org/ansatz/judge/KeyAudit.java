package org.ansatz.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence.Values;
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
        Key key = claim.key();
        if (key instanceof Key.MarksToAll) {
            return true;
        }
        if (key instanceof Key.Letters) {
            return areChosen(((Key.Letters) key).alternatives(), found);
        }
        if (!(found instanceof Conclusion.Found)) {
            return false;
        }
        Values values = ((Conclusion.Found) found).values();
        if (key instanceof Key.Ranges) {
            return ((Key.Ranges) key)
                    .alternatives().stream()
                            .anyMatch(range -> inRange(range, values, (Answer.Number) answer, data.frame()));
        }
        return key instanceof Key.Range
                ? inRange((Key.Range) key, values, (Answer.Number) answer, data.frame())
                : isFormula(
                        values.candidates().getOrDefault(candidate(claim), List.of()), values, (Answer.Formula) answer);
    }

    /** Whether a key names what was chosen; or, where several options are right, each of these as an alternative. */
    private static boolean areChosen(List<Set<String>> alternatives, Conclusion found) {
        if (found instanceof Conclusion.NotOne) {
            Set<Set<String>> fitting = new HashSet<>();
            ((Conclusion.NotOne) found).fitting().forEach(letter -> fitting.add(Set.of(letter)));
            return !fitting.isEmpty() && fitting.equals(new HashSet<>(alternatives));
        }
        return found instanceof Conclusion.Chosen && alternatives.contains(((Conclusion.Chosen) found).keys());
    }

    /** Whether a key can be held against what was found: where several options are right, a single letter cannot. */
    public static boolean isDecided(Key.Claim claim, Conclusion found) {
        boolean several = found instanceof Conclusion.NotOne
                && !((Conclusion.NotOne) found).fitting().isEmpty();
        return !several || claim.key() instanceof Key.MarksToAll || areChosen(letters(claim.key()), found);
    }

    private static List<Set<String>> letters(Key key) {
        return key instanceof Key.Letters ? ((Key.Letters) key).alternatives() : List.of();
    }

    /** A range counts with its end points; a single number with the tolerance, or the digits it is printed with. */
    private static boolean inRange(Key.Range key, Values values, Answer.Number answer, Frame frame) {
        Value low = frame.value(key.low().term());
        Value high = frame.value(key.high().term());
        Value found = values.first().value();
        double error = values.first().error();
        if (key.isRange()) {
            double x = Arithmetic.real(found);
            return x >= Arithmetic.real(low) - error && x <= Arithmetic.real(high) + error;
        }
        double distance = Arrays.distance(low, found);
        return distance <= Precision.allowed(answer.tolerance(), key.low(), Arrays.size(low)) + error;
    }

    private static boolean isFormula(List<Estimate> claimed, Values values, Answer.Formula answer) {
        return !claimed.isEmpty() && Judge.isFunction(claimed, values, answer.tolerance());
    }
}
