package org.ansatz.mark;

import org.ansatz.mark.Marking.Marker;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Option;
import org.ansatz.problem.Verdict;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

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
        return of(verdict, verdict.problem().answer(), right);
    }

    /** What marks replies to a part of a question. */
    static Marker of(Verdict verdict, Answer part, Conclusion right) {
        return part.fold(new Markers(verdict, right));
    }

    /** Where none of the options serves, the value itself is asked for, in their unit. */
    @Override
    public Marker ofChoice(Answer.Choice answer) {
        if (right instanceof Conclusion.Chosen) {
            return new ChoiceMarker(verdict, (Conclusion.Chosen) right);
        }
        if (right instanceof Conclusion.FoundParts) {
            return new PartsMarker(verdict, (Conclusion.FoundParts) right, answer.parts());
        }
        if (values().type().isCollection()) {
            return new CollectionMarker(
                    verdict, values(), CollectionMarker.answer(values().type(), unit(answer), answer));
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

    private static @Nullable Unit unit(Answer.Choice answer) {
        return answer.options().get(0).expression().unit();
    }

    @Override
    public Marker ofCollection(Answer.Collection answer) {
        return new CollectionMarker(verdict, values(), answer);
    }

    @Override
    public Marker ofParts(Answer.Parts answer) {
        return new PartsMarker(verdict, (Conclusion.FoundParts) right, answer.parts());
    }

    @Override
    public Marker ofFormula(Answer.Formula answer) {
        return new FormulaMarker(verdict, values());
    }

    private Evidence.Values values() {
        return ((Conclusion.Found) right).values();
    }
}
