package org.ansatz.mark;

import java.util.List;
import java.util.Objects;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Reply;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.judge.Grade;
import org.ansatz.judge.Grade.Aspect;
import org.ansatz.judge.Grading;
import org.ansatz.judge.Mistake;
import org.ansatz.judge.Suspects;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Key;
import org.ansatz.problem.Verdict;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/** Marks a number against the value that the routes found, or against the numbers and ranges that a key accepts. */
final class NumberMarker implements Marking.Marker {

    private final Verdict verdict;
    private final List<Key.Range> accepted;
    private final Answer.Number answer;

    NumberMarker(Verdict verdict, Evidence.Values values, Answer.Number answer) {
        this(verdict, List.of(found(values, answer)), answer);
    }

    NumberMarker(Verdict verdict, List<Key.Range> accepted, Answer.Number answer) {
        this.verdict = verdict;
        this.accepted = List.copyOf(accepted);
        this.answer = answer.withDigits(Grading.enoughDigits(verdict.problem()));
    }

    private static Key.Range found(Evidence.Values values, Answer.Number answer) {
        Expression constant = Expression.constant(values.first().value(), answer.type(), answer.unit());
        return new Key.Range("", constant, constant);
    }

    /** What is asked for where a choice is answered with a value. */
    static Answer.Number answer(Type type, @Nullable Unit unit, Answer choice) {
        boolean complex = type.set() == NumberSet.COMPLEX;
        Unit shown = unit != null || type.dimensionOrNone().isNone()
                ? unit
                : Units.parse(Units.symbol(type.dimensionOrNone()));
        return new Answer.Number(complex ? "complex" : "number", type, shown, choice.toleranceOfValues());
    }

    @Override
    public Mark mark(String text) {
        Reply reply = Replies.quantity(text, answer.type(), answer.unit(), verdict.problem());
        return Replies.noted(text, reply, verdict.problem(), mark(grade(reply), reply));
    }

    @Override
    public String note(String text) {
        return Replies.note(
                text, Replies.quantity(text, answer.type(), answer.unit(), verdict.problem()), verdict.problem());
    }

    /** What a reply is worth beside the first number that accepts it; else beside the first of all. */
    private Grade grade(Reply reply) {
        Grade first = null;
        for (Key.Range key : accepted) {
            Grade grade =
                    Grading.number(reply, key, answer, verdict.data().frame().rested(), Suspicion.of(verdict));
            if (grade.number() == Aspect.RIGHT) {
                return grade;
            }
            first = first == null ? grade : first;
        }
        return Objects.requireNonNull(first);
    }

    /** Whether a reply, whose value is known, is accepted for its number. */
    boolean takes(Reply reply, Estimate response) {
        for (Key.Range key : accepted) {
            Frame frame = verdict.data().frame().rested();
            Grade grade = Grading.number(reply, response, key, answer, frame, Suspects.NONE);
            if (grade.number() == Aspect.RIGHT && grade.unit() != Aspect.WRONG) {
                return true;
            }
        }
        return false;
    }

    /** What a grade means for the learner. */
    static Mark mark(Grade grade, Reply reply) {
        if (grade.form() == Aspect.WRONG) {
            return reply instanceof Reply.Unreadable
                    ? new Mark.Unreadable(((Reply.Unreadable) reply).span(), grade.remark())
                    : new Mark.Unreadable(new Span(0, 0), grade.remark());
        }
        if (grade.dimension() == Aspect.WRONG) {
            return new Mark.Wrong("the kind of quantity", grade.remark());
        }
        if (grade.number() == Aspect.UNKNOWN) {
            return new Mark.Unscored(grade.remark());
        }
        if (grade.unit() == Aspect.WRONG) {
            return new Mark.Wrong(
                    "the unit's prefix",
                    "the number is right, but not its unit: " + grade.remark(),
                    "the digits are right; look at the unit and its prefix");
        }
        if (grade.number() == Aspect.WRONG) {
            return new Mark.Wrong(grade.mistake(), grade.remark(), Mistake.first(grade.mistake(), grade.remark()));
        }
        return grade.unit() == Aspect.MISSING ? new Mark.UnitMissing("") : new Mark.Right("");
    }
}
