package org.ansatz.judge;

import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Conclusion.Found;
import org.ansatz.problem.Conclusion.Undecided;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Evidence.Values;
import org.ansatz.problem.Key;

/** What evidence means where a value is the answer: a number, or a function known at points. */
abstract class ValueMeaning implements Meaning {

    private static final int DIGITS = 6;

    private final Answer answer;

    ValueMeaning(Answer answer) {
        this.answer = answer;
    }

    /** Whether a key of this kind of answer agrees with the values that were found. */
    abstract boolean agrees(Key.Claim claim, Values found, Case data);

    /** Why values cannot be the answer, or an empty text. */
    String objection(Values values) {
        return "";
    }

    /** Routes to an answer without options find values, see {@code route.RouteReader}. */
    @Override
    public Conclusion conclusion(Evidence evidence, Case data) {
        Values values = (Values) evidence;
        String objection = dependence(values, data) + objection(values);
        return objection.isEmpty() ? new Found(values, printed(values, answer, data)) : new Undecided(objection);
    }

    @Override
    public Agreement agreement(Conclusion a, Conclusion b) {
        return a instanceof Found && b instanceof Found
                ? Agreement.ofValues(((Found) a).values(), ((Found) b).values(), answer)
                : Agreement.of(false, a, b);
    }

    @Override
    public boolean agrees(Key.Claim claim, Conclusion found, Case data) {
        return found instanceof Found && agrees(claim, ((Found) found).values(), data);
    }

    /** Says how a number depends on arbitrary symbols it must not depend on, or nothing. */
    static String dependence(Values values, Case data) {
        if (data.question().isFunction() || values.values().size() < 2) {
            return "";
        }
        Value first = values.first().value();
        for (int i = 1; i < values.values().size(); i++) {
            Estimate other = values.values().get(i);
            double allowed =
                    Decisions.INDEPENDENT * values.scale() + values.first().error() + other.error();
            if (Arrays.distance(first, other.value()) > allowed) {
                return "the value depends on the arbitrary symbols: " + show(first, values) + " at "
                        + values.points().get(0) + ", " + show(other.value(), values) + " at "
                        + values.points().get(i);
            }
        }
        return "";
    }

    static String show(Value value, Values values) {
        return Show.known(value, values.error(), values.type(), null, DIGITS);
    }

    /** The values in words, with the unit that is asked for. */
    static String printed(Values values, Answer answer, Case data) {
        if (data.question().isFunction()) {
            return "a function, " + shown(values, answer) + " at "
                    + values.points().get(0).brief();
        }
        return shown(values, answer);
    }

    private static String shown(Values values, Answer answer) {
        Estimate first = values.first();
        return Show.known(first.value(), first.error(), values.type(), answer.unit(), DIGITS);
    }
}
