package org.ansatz.judge;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Evidence.Values;
import org.ansatz.problem.Key;

/** What evidence means where a set or an interval is the answer. */
final class CollectionMeaning extends ValueMeaning {

    private final Answer.Collection answer;

    CollectionMeaning(Answer.Collection answer) {
        super(answer);
        this.answer = answer;
    }

    /** Whether all numbers are the key's, each with the tolerance, or the digits that are printed. */
    @Override
    boolean agrees(Key.Claim claim, Values found, Case data) {
        List<Expression> numbers = ((Key.Collection) claim.key()).numbers();
        List<Expression> claimed = new ArrayList<>(
                answer.isInterval()
                        ? numbers
                        : Entries.different(numbers, number -> data.frame().value(number.term())));
        Value value = found.first().value();
        if (claimed.size() != Entries.count(value)) {
            return false;
        }
        for (int i = 0; i < Entries.count(value); i++) {
            Value number = Entries.at(value, i);
            Expression nearest = nearest(claimed, number, data.frame());
            if (!isMet(nearest, number, found.first().error(), data.frame())) {
                return false;
            }
            claimed.remove(nearest);
        }
        return true;
    }

    private static Expression nearest(List<Expression> claimed, Value number, Frame frame) {
        Expression nearest = claimed.get(0);
        for (Expression other : claimed) {
            boolean nearer = distance(other, number, frame) < distance(nearest, number, frame);
            nearest = nearer ? other : nearest;
        }
        return nearest;
    }

    private static double distance(Expression claimed, Value number, Frame frame) {
        return Arrays.distance(frame.value(claimed.term()), number);
    }

    private boolean isMet(Expression claimed, Value number, double error, Frame frame) {
        double distance = distance(claimed, number, frame);
        double size = Arrays.size(frame.value(claimed.term()));
        double allowed = Precision.ofClaim(answer.tolerance(), claimed, size) + error;
        return Double.isFinite(distance) && distance <= allowed;
    }
}
