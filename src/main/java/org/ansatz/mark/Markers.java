package org.ansatz.mark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.mark.Marking.Marker;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Key;
import org.ansatz.problem.Option;
import org.ansatz.problem.Verdict;

/** The markers for each kind of answer. */
final class Markers implements Answer.Cases<Markers.OfKind> {

    private final Verdict verdict;

    private Markers(Verdict verdict) {
        this.verdict = verdict;
    }

    /** What marks replies to a question of one kind. */
    interface OfKind {
        /** Against what the routes found. */
        Marker against(Conclusion right);

        /** Against a key of this kind. */
        Marker against(Key key);
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
        return part.fold(new Markers(verdict)).against(right);
    }

    /** What marks replies to a question as a key has it. */
    static Marker of(Verdict verdict, Key key) {
        return of(verdict, verdict.problem().answer(), key);
    }

    private static Marker of(Verdict verdict, Answer answer, Key key) {
        return key instanceof Key.MarksToAll
                ? reply -> new Mark.Right("")
                : answer.fold(new Markers(verdict)).against(key);
    }

    private static Evidence.Values values(Conclusion right) {
        return ((Conclusion.Found) right).values();
    }

    // ---- options

    @Override
    public OfKind ofChoice(Answer.Choice answer) {
        return new OfKind() {
            @Override
            public Marker against(Conclusion right) {
                return right instanceof Conclusion.Chosen chosen
                        ? new ChoiceMarker(verdict, chosen)
                        : withoutOptions(answer, right);
            }

            @Override
            public Marker against(Key key) {
                List<Marker> alternatives = ((Key.Letters) key)
                        .alternatives().stream()
                                .map(letters -> (Marker) new ChoiceMarker(verdict, new Conclusion.Chosen(letters, "")))
                                .toList();
                return reply -> best(alternatives, reply);
            }
        };
    }

    /** Where none of the options serves, the value itself is asked for, in their unit. */
    private Marker withoutOptions(Answer.Choice answer, Conclusion right) {
        if (right instanceof Conclusion.FoundParts found) {
            return new PartsMarker(verdict, found, answer.parts());
        }
        if (verdict.data().question().isFunction()) {
            return new FormulaMarker(verdict, values(right));
        }
        Option first = answer.options().get(0);
        Evidence.Values values = values(right);
        return values.type().isCollection()
                ? new CollectionMarker(
                        verdict,
                        values,
                        CollectionMarker.answer(
                                values.type(), first.expression().unit(), answer))
                : new NumberMarker(
                        verdict,
                        values,
                        NumberMarker.answer(values.type(), first.expression().unit(), answer));
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

    // ---- values

    @Override
    public OfKind ofNumber(Answer.Number answer) {
        return new OfKind() {
            @Override
            public Marker against(Conclusion right) {
                return new NumberMarker(verdict, values(right), answer);
            }

            @Override
            public Marker against(Key key) {
                return new NumberMarker(verdict, ((Key.Quantity) key).alternatives(), answer);
            }
        };
    }

    @Override
    public OfKind ofCollection(Answer.Collection answer) {
        return new OfKind() {
            @Override
            public Marker against(Conclusion right) {
                return new CollectionMarker(verdict, values(right), answer);
            }

            @Override
            public Marker against(Key key) {
                return new CollectionMarker(verdict, ((Key.Collection) key).numbers(), answer);
            }
        };
    }

    @Override
    public OfKind ofFormula(Answer.Formula answer) {
        return new OfKind() {
            @Override
            public Marker against(Conclusion right) {
                return new FormulaMarker(verdict, values(right));
            }

            @Override
            public Marker against(Key key) {
                return FormulaMarker.against(((Key.Formula) key).formula(), verdict);
            }
        };
    }

    // ---- parts

    @Override
    public OfKind ofParts(Answer.Parts answer) {
        return new OfKind() {
            @Override
            public Marker against(Conclusion right) {
                return new PartsMarker(verdict, (Conclusion.FoundParts) right, answer.parts());
            }

            @Override
            public Marker against(Key key) {
                Map<String, Marker> markers = new HashMap<>();
                for (Answer.Part part : answer.parts()) {
                    markers.put(part.name(), of(verdict, part.answer(), ((Key.Parts) key).of(part.name())));
                }
                return new PartsMarker(verdict, markers, answer.parts());
            }
        };
    }
}
