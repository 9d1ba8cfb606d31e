package org.ansatz.mark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.mark.Marking.Marker;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Key;
import org.ansatz.problem.Verdict;

/** The marker for each kind of answer where a key says what is right. */
final class KeyMarkers implements Answer.Cases<Marker> {

    private final Verdict verdict;
    private final Key key;

    private KeyMarkers(Verdict verdict, Key key) {
        this.verdict = verdict;
        this.key = key;
    }

    /** What marks replies to a question as a key has it. */
    static Marker of(Verdict verdict, Key key) {
        return of(verdict, verdict.problem().answer(), key);
    }

    private static Marker of(Verdict verdict, Answer answer, Key key) {
        return key instanceof Key.MarksToAll ? reply -> new Mark.Right("") : answer.fold(new KeyMarkers(verdict, key));
    }

    @Override
    public Marker ofChoice(Answer.Choice answer) {
        List<Marker> alternatives = new ArrayList<>();
        ((Key.Letters) key)
                .alternatives()
                .forEach(letters -> alternatives.add(new ChoiceMarker(verdict, new Conclusion.Chosen(letters, ""))));
        return reply -> best(alternatives, reply);
    }

    /** What the first alternative says that takes a reply for right; else what the first of all says. */
    private static Mark best(List<Marker> alternatives, String reply) {
        Mark first = alternatives.get(0).mark(reply);
        for (Marker alternative : alternatives) {
            Mark mark = alternative.mark(reply);
            if (mark instanceof Mark.Right || mark instanceof Mark.UnitMissing) {
                return mark;
            }
        }
        return first;
    }

    @Override
    public Marker ofNumber(Answer.Number answer) {
        return new NumberMarker(verdict, ((Key.Quantity) key).alternatives(), answer);
    }

    @Override
    public Marker ofCollection(Answer.Collection answer) {
        return new CollectionMarker(verdict, ((Key.Collection) key).numbers(), answer);
    }

    @Override
    public Marker ofParts(Answer.Parts answer) {
        Map<String, Marker> markers = new HashMap<>();
        for (Answer.Part part : answer.parts()) {
            markers.put(part.name(), of(verdict, part.answer(), ((Key.Parts) key).of(part.name())));
        }
        return new PartsMarker(verdict, markers, answer.parts());
    }

    @Override
    public Marker ofFormula(Answer.Formula answer) {
        return FormulaMarker.against(((Key.Formula) key).formula(), verdict);
    }
}
