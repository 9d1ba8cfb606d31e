package org.ansatz.judge;

import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence.Values;
import org.ansatz.problem.Key;
import org.ansatz.problem.Tolerance;

/** What evidence means where a number is the answer. */
final class NumberMeaning extends ValueMeaning {

    private final Answer.Number answer;

    NumberMeaning(Answer.Number answer) {
        super(answer);
        this.answer = answer;
    }

    /** Says that a real number is asked for and a complex one was found, or nothing; rounding may leave a trace of j. */
    @Override
    String objection(Values values) {
        Value first = values.first().value();
        double trace = Decisions.REAL * values.scale() + values.error();
        return answer.isReal() && !(first instanceof Value.Array) && Math.abs(Arithmetic.imaginary(first)) > trace
                ? "a real number is asked for, and this is " + show(first, values)
                : "";
    }

    @Override
    public boolean admits(Conclusion right, Conclusion other) {
        if (!(right instanceof Conclusion.Found) || !(other instanceof Conclusion.Found)) {
            return false;
        }
        Value value = ((Conclusion.Found) right).values().first().value();
        double distance = Arrays.distance(
                value, ((Conclusion.Found) other).values().first().value());
        boolean isExact = answer.tolerance() instanceof Tolerance.Digits && Arithmetic.isWhole(value);
        return distance <= (isExact ? 0 : Precision.allowed(answer.tolerance(), Arrays.size(value)));
    }

    @Override
    boolean agrees(Key.Claim claim, Values found, Case data) {
        for (Key.Range range : ((Key.Quantity) claim.key()).alternatives()) {
            if (isIn(range, found, data.frame())) {
                return true;
            }
        }
        return false;
    }

    /** A range counts with its end points; a single number with the tolerance, or the digits it is printed with. */
    private boolean isIn(Key.Range key, Values values, Frame frame) {
        Value low = frame.value(key.low().term());
        Value high = frame.value(key.high().term());
        Value found = values.first().value();
        double error = values.first().error();
        if (key.isRange()) {
            double x = Arithmetic.real(found);
            return x >= Arithmetic.real(low) - error && x <= Arithmetic.real(high) + error;
        }
        double distance = Arrays.distance(low, found);
        return distance <= Precision.ofClaim(answer.tolerance(), key.low(), Arrays.size(low)) + error;
    }
}
