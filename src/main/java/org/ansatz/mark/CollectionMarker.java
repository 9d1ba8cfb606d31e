package org.ansatz.mark;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Listed;
import org.ansatz.expression.check.Reply;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Listing;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.judge.CollectionGrading;
import org.ansatz.judge.Grade;
import org.ansatz.judge.Grading;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Slip;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** Marks a set or an interval against the one that the routes found, or that a key claims. */
final class CollectionMarker implements Marking.Marker {

    private final Verdict verdict;
    private final List<Expression> right;
    private final Answer.Collection answer;

    CollectionMarker(Verdict verdict, Evidence.Values found, Answer.Collection answer) {
        this(verdict, numbers(found, answer), answer);
    }

    CollectionMarker(Verdict verdict, List<Expression> right, Answer.Collection answer) {
        this.verdict = verdict;
        this.right = List.copyOf(right);
        this.answer = answer.withDigits(Grading.enoughDigits(verdict.problem()));
    }

    /** What is asked for where a choice is answered with a set or an interval. */
    static Answer.Collection answer(Type type, @Nullable Unit unit, Answer choice) {
        Answer.Number entry = NumberMarker.answer(type.ofEntry(), unit, choice);
        String kind = type.set() == NumberSet.SET ? "set" : "interval";
        return new Answer.Collection(kind, type, entry.unit(), choice.toleranceOfValues());
    }

    /** What is said of a magnitude is said of a number on both sides of zero, or of one that is not negative. */
    @Override
    public Mark mark(String text) {
        Mark mark = asTyped(text);
        String around = mark instanceof Mark.Right ? null : Listing.aroundZero(text);
        Mark other = around == null ? mark : asTyped(around);
        return other instanceof Mark.Right ? other : mark;
    }

    private Mark asTyped(String text) {
        Listed listed;
        try {
            listed = Replies.listed(text, answer.type(), answer.unit(), verdict.problem());
        } catch (ExpressionFault e) {
            return new Mark.Unreadable(e.span(), e.message());
        }
        Grade grade = grade(listed, right);
        Reply first = listed.replies().isEmpty()
                ? new Reply.Unreadable(new Span(0, text.length()), "")
                : listed.replies().get(0);
        Mark mark = NumberMarker.mark(grade, first);
        Mark said = mark instanceof Mark.Wrong ? explained((Mark.Wrong) mark, listed) : mark;
        return Replies.noted(Replies.note(text, listed, answer.isInterval()), said);
    }

    @Override
    public String note(String text) {
        try {
            Listed listed = Replies.listed(text, answer.type(), answer.unit(), verdict.problem());
            return Replies.note(text, listed, answer.isInterval());
        } catch (ExpressionFault e) {
            return "";
        }
    }

    private static List<Expression> numbers(Evidence.Values values, Answer.Collection answer) {
        List<Expression> numbers = new ArrayList<>();
        for (Value entry : ((Value.Array) values.first().value()).entries()) {
            numbers.add(Expression.constant(entry, answer.type().ofEntry(), answer.unit()));
        }
        return numbers;
    }

    private Grade grade(Listed listed, List<Expression> numbers) {
        return CollectionGrading.of(
                listed, numbers, answer, verdict.data().frame().rested());
    }

    /** The same, with what was done wrong where a wrong model leads to just these numbers. */
    private Mark explained(Mark.Wrong wrong, Listed listed) {
        for (Slip slip : verdict.slips()) {
            boolean leads = slip.conclusion() instanceof Conclusion.Found
                    && grade(listed, numbers(((Conclusion.Found) slip.conclusion()).values(), answer))
                            .isRight();
            if (leads) {
                return new Mark.Wrong(slip.misconception().says(), Suspicion.says(slip));
            }
        }
        return wrong;
    }
}
