package org.ansatz.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Reply;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.judge.Grade.Aspect;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Key;
import org.ansatz.problem.Letters;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Dimension;

/** What a response is worth, held against a key. */
public final class Grading {

    private static final int TRIALS = 3;

    private Grading() {}

    // ---- numbers

    /**
     * With how many digits a reply to a problem that states no tolerance is taken to be rounded: three, or as many as the
     * data have, if those are fewer.
     */
    public static int enoughDigits(Problem problem) {
        return Precision.enoughDigits(problem.givens());
    }

    /**
     * Grades a quantity.
     *
     * @param reply the response
     * @param key a number or a range
     * @param answer what is asked for
     * @param frame holds the names that may stand in them
     */
    public static Grade number(Reply reply, Key.Range key, Answer.Number answer, Frame frame) {
        return number(reply, key, answer, frame, Suspects.NONE);
    }

    /**
     * Grades a quantity, and looks for what explains a wrong one among more than the mistakes of arithmetic.
     *
     * @param reply the response
     * @param key a number or a range
     * @param answer what is asked for
     * @param frame holds the names that may stand in them
     * @param suspects what else may have been done wrong
     */
    public static Grade number(Reply reply, Key.Range key, Answer.Number answer, Frame frame, Suspects suspects) {
        if (reply instanceof Reply.Unreadable) {
            return Grade.unreadable(((Reply.Unreadable) reply).message());
        }
        Expression quantity = reply.quantity();
        if (reply instanceof Reply.OtherKind
                || !quantity.type().isNumber()
                || !quantity.type().isScalar()) {
            return Grade.ofOtherKind(Mismatch.between(answer.type(), quantity.type()));
        }
        Estimate response;
        try {
            response = response(quantity, frame);
        } catch (ExpressionFault e) {
            return Grade.unreadable("it has no value: " + e.message());
        }
        return number(reply, response, key, answer, frame, suspects);
    }

    /**
     * What a response is worth as a number.
     *
     * @throws ExpressionFault if it has no value
     */
    public static Estimate response(Expression quantity, Frame frame) {
        return frame.estimate(quantity.term(), TRIALS);
    }

    /**
     * Grades a quantity of the kind that is asked for, whose value is known.
     *
     * @param reply the response
     * @param response what it is worth, see {@link #response}
     * @param key a number or a range
     * @param answer what is asked for
     * @param frame holds the names that may stand in them
     * @param suspects what else may have been done wrong
     */
    public static Grade number(
            Reply reply, Estimate response, Key.Range key, Answer.Number answer, Frame frame, Suspects suspects) {
        Expression quantity = reply.quantity();
        Grade grade = compared(quantity, response, key, answer, frame, suspects);
        if (reply instanceof Reply.WithoutUnit) {
            return grade.withUnit(Aspect.MISSING);
        }
        boolean prefix = grade.number() == Aspect.WRONG && quantity.unit() != null && isPrefixOff(response, key, frame);
        return prefix
                ? new Grade(Aspect.RIGHT, Aspect.RIGHT, Aspect.WRONG, Aspect.RIGHT, grade.remark(), grade.mistake())
                : grade;
    }

    private static Grade compared(
            Expression quantity,
            Estimate response,
            Key.Range key,
            Answer.Number answer,
            Frame frame,
            Suspects suspects) {
        Value low = frame.value(key.low().term());
        Value high = frame.value(key.high().term());
        if (answer.isReal() && Math.abs(Arithmetic.imaginary(response.value())) > response.error()) {
            return Grade.ofNumber(Aspect.WRONG, "a real number is asked for");
        }
        if (key.isRange()) {
            double x = Arithmetic.real(response.value());
            double from = Arithmetic.real(low) - response.error();
            double to = Arithmetic.real(high) + response.error();
            return x >= from && x <= to
                    ? Grade.RIGHT
                    : Grade.ofNumber(Aspect.WRONG, x < from ? "too small" : "too large");
        }
        double ofKey = Precision.ofKey(answer.tolerance(), key.low(), low);
        double ofResponse = Precision.ofResponse(quantity, low, answer.tolerance());
        boolean stated = !(answer.tolerance() instanceof Tolerance.Digits);
        double allowed = (stated ? ofKey : Math.max(ofKey, ofResponse)) + response.error();
        if (Arrays.distance(low, response.value()) <= allowed) {
            return Grade.RIGHT;
        }
        String wanted = "; it is wanted " + answer.tolerance().wording(answer.unit());
        double size = Arrays.size(low);
        String rounded = Precision.rounded(
                quantity, Arrays.distance(low, response.value()), size, Arrays.size(response.value()) < size);
        if (!rounded.isEmpty()) {
            // Whatever mistake might lead here too: nobody is accused of one who has only rounded.
            return Grade.ofNumber(Aspect.WRONG, "close: " + rounded + wanted);
        }
        boolean complex = response.value() instanceof Value.Complex || low instanceof Value.Complex;
        return complex
                ? Grade.ofNumber(Aspect.WRONG, Mistake.ofComplex(response.value(), low, allowed))
                : wrong(
                        Arithmetic.real(response.value()),
                        Arithmetic.real(low),
                        quantity.type().dimensionOrNone(),
                        ofKey,
                        ofResponse + response.error(),
                        wanted,
                        suspects);
    }

    private static Grade wrong(
            double x,
            double right,
            Dimension dimension,
            double allowed,
            double reading,
            String wanted,
            Suspects suspects) {
        Mistake mistake = Mistake.only(suspects.first().get(), x, right, allowed, reading);
        if (mistake == null) {
            List<Mistake> mistakes = new ArrayList<>(Mistake.from(right, dimension));
            mistakes.addAll(suspects.also().get());
            mistake = Mistake.only(mistakes, x, right, allowed, reading);
        }
        String close = Mistake.closeness(x, right);
        return mistake == null
                ? Grade.ofNumber(Aspect.WRONG, close.isEmpty() ? "" : close + wanted)
                : Grade.ofNumber(Aspect.WRONG, mistake.says(), mistake.name());
    }

    /** Whether the number is right but for the prefix of its unit. */
    private static boolean isPrefixOff(Estimate response, Key.Range key, Frame frame) {
        Value right = frame.value(key.low().term());
        if (key.isRange() || right instanceof Value.Complex || response.value() instanceof Value.Complex) {
            return false;
        }
        double y = Arithmetic.real(right);
        int power = Mistake.powerOfTen(Arithmetic.real(response.value()), y, Decisions.PREFIX * Math.abs(y));
        return power != 0;
    }

    // ---- formulas

    /** Grades a formula by how it compares with the one that is right. */
    public static Grade formula(Equivalence found) {
        if (found instanceof Equivalence.Equal) {
            return Grade.RIGHT;
        }
        if (found instanceof Equivalence.Undecided) {
            return Grade.ofNumber(Aspect.UNKNOWN, found.reason());
        }
        Equivalence.Different different = (Equivalence.Different) found;
        if (different.point().isEmpty()) {
            return Grade.ofOtherKind(different.b() + " is asked for, and this is " + different.a());
        }
        String what = different.slope().isEmpty() ? "it" : "its derivative by " + different.slope();
        return Grade.ofNumber(
                Aspect.WRONG,
                "at " + different.point() + " " + what + " is " + different.a() + ", and should be " + different.b());
    }

    // ---- options

    /**
     * Grades the choice of options.
     *
     * @param response {@code C}, {@code (c)}, {@code A, C}, {@code A and C} or {@code AC}
     * @param key the sets of options that are accepted
     * @param labels all options
     */
    public static Grade letters(String response, Key.Letters key, List<String> labels) {
        Set<String> chosen = Letters.chosen(response, labels);
        for (String letter : chosen) {
            if (!labels.contains(letter)) {
                return Grade.unreadable(
                        "'" + letter + "' is not an option; the options are " + String.join(", ", labels));
            }
        }
        if (chosen.isEmpty()) {
            return Grade.unreadable("no option is chosen; the options are " + String.join(", ", labels));
        }
        if (key.alternatives().contains(chosen)) {
            return Grade.RIGHT;
        }
        Set<String> right = key.alternatives().get(0);
        long hits = chosen.stream().filter(right::contains).count();
        String remark = right.size() == 1 && chosen.size() == 1
                ? ""
                : hits + " of " + right.size() + " right options, " + (chosen.size() - hits) + " wrong";
        return Grade.ofNumber(Aspect.WRONG, remark);
    }
}
