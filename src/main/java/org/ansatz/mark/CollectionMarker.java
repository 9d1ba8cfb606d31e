package org.ansatz.mark;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Listed;
import org.ansatz.expression.check.Reply;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.judge.Grading;
import org.ansatz.judge.Suspects;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Key;
import org.ansatz.problem.Verdict;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** Marks a set or an interval number by number against the one that the routes found. */
final class CollectionMarker implements Marking.Marker {

    private final Verdict verdict;
    private final Value.Array right;
    private final Answer.Collection answer;

    CollectionMarker(Verdict verdict, Evidence.Values values, Answer.Collection answer) {
        this(verdict, values.first().value(), answer);
    }

    CollectionMarker(Verdict verdict, Value right, Answer.Collection answer) {
        this.verdict = verdict;
        this.right = (Value.Array) right;
        this.answer = answer.withDigits(Grading.enoughDigits(verdict.problem()));
    }

    /** What is asked for where a choice is answered with a set or an interval. */
    static Answer.Collection answer(Type type, @Nullable Unit unit, Answer choice) {
        Answer.Number entry = NumberMarker.answer(type.ofEntry(), unit, choice);
        String kind = type.set() == NumberSet.SET ? "set" : "interval";
        return new Answer.Collection(kind, type, entry.unit(), choice.toleranceOfValues());
    }

    /** One number of the reply, and what it is worth in SI. */
    private record Given(Reply reply, Value value) {}

    @Override
    public Mark mark(String text) {
        List<Given> given = new ArrayList<>();
        try {
            Listed listed = Replies.listed(text, answer.type(), answer.unit(), verdict.problem());
            for (Reply reply : listed.replies()) {
                if (reply instanceof Reply.OtherKind) {
                    return new Mark.Wrong(
                            "the kind of quantity",
                            answer.type().describe() + " is asked for, and there is "
                                    + reply.quantity().type().describe());
                }
                given.add(new Given(reply, value(reply.quantity())));
            }
        } catch (ExpressionFault e) {
            return new Mark.Unreadable(e.span(), e.message());
        }
        if (answer.isInterval()
                && Arithmetic.real(given.get(0).value())
                        > Arithmetic.real(given.get(1).value())) {
            return new Mark.Unreadable(
                    new Span(0, text.length()), "an interval goes from the smaller number to the larger one");
        }
        return answer.isInterval() ? ends(given) : numbers(given);
    }

    private Value value(Expression quantity) {
        return verdict.data().frame().rested().value(quantity.term());
    }

    private Mark ends(List<Given> given) {
        Mark low = mark(given.get(0), right.at(0, 0));
        Mark high = mark(given.get(1), right.at(0, 1));
        boolean lowIsRight = isRight(low);
        boolean highIsRight = isRight(high);
        if (lowIsRight && highIsRight) {
            return low instanceof Mark.UnitMissing ? low : high;
        }
        if (!lowIsRight && !highIsRight) {
            return new Mark.Wrong("", "neither end is right");
        }
        return new Mark.Wrong(
                "",
                lowIsRight
                        ? "the lower end is right, the upper end is not"
                        : "the upper end is right, the lower end is not");
    }

    /** Each number of the set takes the nearest of those that are given. */
    private Mark numbers(List<Given> given) {
        List<Given> left = new ArrayList<>(given);
        int met = 0;
        boolean unitMissing = false;
        for (Value number : right.entries()) {
            Given nearest = nearest(left, number);
            Mark mark = nearest == null ? null : mark(nearest, number);
            if (mark != null && isRight(mark)) {
                met++;
                left.remove(nearest);
                unitMissing |= mark instanceof Mark.UnitMissing;
            }
        }
        if (met == right.entries().size() && left.isEmpty()) {
            return unitMissing ? new Mark.UnitMissing("") : new Mark.Right("");
        }
        String missing = left.isEmpty() ? "what is there is right, but it is not all" : "";
        String more = met == right.entries().size() ? "all that belong to it are there, but not only those" : missing;
        return new Mark.Wrong("", met == 0 ? "" : more.isEmpty() ? met + " of " + given.size() + " are right" : more);
    }

    private static @Nullable Given nearest(List<Given> left, Value number) {
        Given nearest = null;
        for (Given given : left) {
            boolean nearer = nearest == null
                    || Arrays.distance(given.value(), number) < Arrays.distance(nearest.value(), number);
            nearest = nearer ? given : nearest;
        }
        return nearest;
    }

    private static boolean isRight(Mark mark) {
        return mark instanceof Mark.Right || mark instanceof Mark.UnitMissing;
    }

    private Mark mark(Given given, Value number) {
        if (Double.isInfinite(Arrays.size(number)) || Double.isInfinite(Arrays.size(given.value()))) {
            boolean same = Arithmetic.real(number) == Arithmetic.real(given.value());
            return same ? new Mark.Right("") : new Mark.Wrong("", "");
        }
        Answer.Number entry = answer.ofEntry();
        Expression constant = Expression.constant(number, entry.type(), entry.unit());
        Key.Range key = new Key.Range("", constant, constant);
        return NumberMarker.mark(
                Grading.number(given.reply(), key, entry, verdict.data().frame().rested(), Suspects.NONE),
                given.reply());
    }
}
