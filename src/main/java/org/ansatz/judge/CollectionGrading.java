package org.ansatz.judge;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Listed;
import org.ansatz.expression.check.Reply;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.judge.Grade.Aspect;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Key;
import org.jspecify.annotations.Nullable;

/** What a set or an interval is worth that somebody wrote: each of its numbers is graded as a number is. */
public final class CollectionGrading {

    private static final String CLOSE = "close";
    private static final String WANTED = "it is wanted";
    private static final String EACH_WANTED = "each is wanted";

    private final Answer.Collection answer;
    private final Frame frame;

    private CollectionGrading(Answer.Collection answer, Frame frame) {
        this.answer = answer;
        this.frame = frame;
    }

    /**
     * Grades a set or an interval.
     *
     * @param listed what was written
     * @param right its numbers, of an interval the lower end first
     * @param answer what is asked for
     * @param frame holds the names that may stand in them
     */
    public static Grade of(Listed listed, List<Expression> right, Answer.Collection answer, Frame frame) {
        return new CollectionGrading(answer, frame).of(listed, right);
    }

    /** A number and what it is worth, in SI. */
    private record Number(Reply reply, Value value) {}

    private Grade of(Listed listed, List<Expression> right) {
        List<Number> given = new ArrayList<>();
        for (Reply reply : listed.replies()) {
            if (reply instanceof Reply.Unreadable) {
                return Grade.unreadable(((Reply.Unreadable) reply).message());
            }
            if (reply instanceof Reply.OtherKind) {
                return Grade.ofOtherKind(answer.type().describe() + " is asked for, and there is "
                        + reply.quantity().type().describe());
            }
            try {
                given.add(new Number(reply, frame.value(reply.quantity().term())));
            } catch (ExpressionFault e) {
                return Grade.unreadable("it has no value: " + e.message());
            }
        }
        return answer.isInterval() ? ends(given, right) : numbers(given, right);
    }

    private Grade ends(List<Number> given, List<Expression> right) {
        if (Arithmetic.real(given.get(0).value()) > Arithmetic.real(given.get(1).value())) {
            return Grade.unreadable("an interval goes from the smaller number to the larger one");
        }
        Grade low = grade(given.get(0), right.get(0));
        Grade high = grade(given.get(1), right.get(1));
        boolean lowIsRight = isRight(low);
        boolean highIsRight = isRight(high);
        if (lowIsRight && highIsRight) {
            return low.unit() == Aspect.MISSING ? low : high;
        }
        return Grade.ofNumber(
                Aspect.WRONG,
                lowIsRight
                        ? "the lower end is right, the upper end is not" + close(high, high)
                        : highIsRight
                                ? "the upper end is right, the lower end is not" + close(low, low)
                                : "neither end is right" + close(low, high).replace(WANTED, EACH_WANTED));
    }

    /** How exactly the ends are wanted, if those that are wrong are close. */
    private static String close(Grade first, Grade second) {
        boolean areClose = first.remark().startsWith(CLOSE) && second.remark().startsWith(CLOSE);
        int wanted = first.remark().indexOf(WANTED);
        return areClose && wanted > 0 ? ", but close: " + first.remark().substring(wanted) : "";
    }

    /** Each number of the set takes the nearest of those that are given. */
    private Grade numbers(List<Number> written, List<Expression> wanted) {
        List<Number> given = Entries.different(written, Number::value);
        List<Expression> right = Entries.different(wanted, number -> frame.value(number.term()));
        List<Number> left = new ArrayList<>(given);
        List<Expression> unmet = new ArrayList<>();
        int met = 0;
        Grade whole = Grade.RIGHT;
        for (Expression number : right) {
            Number nearest = nearest(left, frame.value(number.term()));
            Grade grade = nearest == null ? null : grade(nearest, number);
            if (grade != null && isRight(grade)) {
                met++;
                left.remove(nearest);
                whole = grade.unit() == Aspect.MISSING ? grade : whole;
            } else {
                unmet.add(number);
            }
        }
        if (met == right.size() && left.isEmpty()) {
            return whole;
        }
        String remark = shortOf(met, given.size(), met == right.size(), left.isEmpty());
        return Grade.ofNumber(Aspect.WRONG, remark + closeOf(unmet, left, met));
    }

    /** How exactly the numbers are wanted, if each that is missing has one that is close among those that are too many. */
    private String closeOf(List<Expression> unmet, List<Number> surplus, int met) {
        List<Number> left = new ArrayList<>(surplus);
        String wanted = "";
        for (Expression number : unmet) {
            Number nearest = nearest(left, frame.value(number.term()));
            String remark = nearest == null ? "" : grade(nearest, number).remark();
            int at = remark.indexOf(WANTED);
            if (!remark.startsWith(CLOSE) || at < 0) {
                return "";
            }
            left.remove(nearest);
            wanted = remark.substring(at);
        }
        if (unmet.isEmpty() || !left.isEmpty()) {
            return "";
        }
        String others = met == 0 ? "" : unmet.size() == 1 ? ", and the other is " : ", and the others are ";
        String each = unmet.size() == 1 && met > 0 ? wanted : wanted.replace(WANTED, EACH_WANTED);
        return others + CLOSE + ": " + each;
    }

    private static String shortOf(int met, int given, boolean allMet, boolean allBelong) {
        if (met == 0) {
            return "";
        }
        return allMet
                ? "all that belong to it are there, but not only those"
                : allBelong ? "what is there is right, but it is not all" : met + " of " + given + " are right";
    }

    private static @Nullable Number nearest(List<Number> left, Value number) {
        Number nearest = null;
        for (Number given : left) {
            boolean nearer = nearest == null
                    || Arrays.distance(given.value(), number) < Arrays.distance(nearest.value(), number);
            nearest = nearer ? given : nearest;
        }
        return nearest;
    }

    private static boolean isRight(Grade grade) {
        return grade.number() == Aspect.RIGHT && grade.unit() != Aspect.WRONG;
    }

    /** What one number is worth; infinity is right or it is not. */
    private Grade grade(Number given, Expression right) {
        Value number = frame.value(right.term());
        if (Double.isInfinite(Arrays.size(number)) || Double.isInfinite(Arrays.size(given.value()))) {
            boolean same = Arithmetic.real(number) == Arithmetic.real(given.value());
            return same ? Grade.RIGHT : Grade.ofNumber(Aspect.WRONG, "");
        }
        Key.Range key = new Key.Range("", right, right);
        return Grading.number(given.reply(), key, answer.ofEntry(), frame, Suspects.NONE);
    }
}
