package org.ansatz.mark;

import org.ansatz.mark.Marking.Marker;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Option;
import org.ansatz.problem.Verdict;

/** The marker for each kind of answer. */
final class Markers implements Answer.Cases<Marker> {

    private final Verdict verdict;
    private final Conclusion right;

    private Markers(Verdict verdict, Conclusion right) {
        this.verdict = verdict;
        this.right = right;
    }

    /**
     * What marks replies to a question.
     *
     * @param right what the routes found
     */
    static Marker of(Verdict verdict, Conclusion right) {
        return verdict.problem().answer().fold(new Markers(verdict, right));
    }

    /** Where none of the options serves, the value itself is asked for, in their unit. */
    @Override
    public Marker ofChoice(Answer.Choice answer) {
        if (right instanceof Conclusion.Chosen) {
            return new ChoiceMarker(verdict, (Conclusion.Chosen) right);
        }
        Option first = answer.options().get(0);
        return verdict.data().question().isFunction()
                ? new FormulaMarker(verdict, values())
                : ofNumber(
                        NumberMarker.answer(values().type(), first.expression().unit(), answer));
    }

    @Override
    public Marker ofNumber(Answer.Number answer) {
        return new NumberMarker(verdict, values(), answer);
    }

    @Override
    public Marker ofFormula(Answer.Formula answer) {
        return new FormulaMarker(verdict, values());
    }

    private Evidence.Values values() {
        return ((Conclusion.Found) right).values();
    }
}
