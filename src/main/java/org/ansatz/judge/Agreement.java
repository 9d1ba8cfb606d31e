package org.ansatz.judge;

import java.util.List;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Evidence.Values;
import org.ansatz.problem.Point;
import org.ansatz.problem.Tolerance;

/**
 * How far two routes agree.
 *
 * @param agree whether they do
 * @param digits how many digits their values share, or −1 if they are not compared by value
 * @param reason how they differ, or empty
 */
public record Agreement(boolean agree, int digits, String reason) {

    /** That of what does not differ at all, or of nothing. */
    static final Agreement COMPLETE = new Agreement(true, Integer.MAX_VALUE, "");

    private static final int ALL_DIGITS = 16;

    /** Digits of the values beside which a difference stands. */
    private static final int DIGITS = 6;

    /** What to say of a difference that an answer may have: an approximation is one by its author's word alone. */
    private static final String NEARLY_RIGHT =
            ", though no more than the answer's tolerance: a route that is only nearly right says so, 'within: 1 %'";

    /** Compares what two routes conclude. */
    public static Agreement between(Conclusion a, Conclusion b, Answer answer) {
        return Meaning.of(answer).agreement(a, b);
    }

    /** Whether two conclusions that are not compared by value agree. */
    static Agreement of(boolean agree, Conclusion a, Conclusion b) {
        return new Agreement(agree, -1, agree ? "" : a.describe() + " against " + b.describe());
    }

    /** Compares the values of several parts: they agree as far as the parts that agree least. */
    public static Agreement ofParts(Evidence.Parts a, Evidence.Parts b, List<Answer.Part> parts) {
        Agreement least = COMPLETE;
        for (Answer.Part part : parts) {
            Values left = a.of(part.name());
            Values right = b.of(part.name());
            least = least.and(part.name(), ofValues(left, right, part.answer()));
        }
        return least;
    }

    /** What one part says besides what those before it said: the parts agree as far as those that agree least. */
    Agreement and(String part, Agreement other) {
        if (!agree || !other.agree) {
            return agree ? new Agreement(false, -1, part.isEmpty() ? other.reason : part + ": " + other.reason) : this;
        }
        return new Agreement(true, Math.min(digits, other.digits), "");
    }

    /** Compares values point by point; sets and intervals number by number. */
    public static Agreement ofValues(Values a, Values b, Answer answer) {
        if (!a.type().isCollection()) {
            return ofNumbers(a, b, answer);
        }
        if (!Entries.areAsMany(a.values(), b.values())) {
            String left = Show.value(a.first().value(), a.type(), answer.unit(), DIGITS);
            String right = Show.value(b.first().value(), b.type(), answer.unit(), DIGITS);
            return new Agreement(false, -1, "one is " + left + ", the other " + right);
        }
        Agreement least = COMPLETE;
        List<Values> entries = Entries.of(a);
        List<Values> others = Entries.of(b);
        for (int i = 0; i < entries.size(); i++) {
            least = least.and("", ofNumbers(entries.get(i), others.get(i), answer));
        }
        return least;
    }

    /**
     * A route that is of limited accuracy by its author's word may be off by that where an option is chosen: it must be the same, and no
     * other may lie within the accuracy. Otherwise by no more than an answer may be.
     */
    private static Agreement ofNumbers(Values a, Values b, Answer answer) {
        double scale = Math.max(Math.max(a.scale(), b.scale()), Math.max(a.terms(), b.terms()));
        double coarse = answer.options().isEmpty() ? 0 : a.within() + b.within();
        double tolerance = Math.max(tolerance(answer, scale), coarse);
        double stated = stated(answer);
        int at = Pointwise.difference(
                a,
                b.values(),
                (point, size) -> Decisions.agreement(size, error(a, point) + error(b, point), tolerance, stated));
        double errors = ownError(a) + ownError(b);
        double own = Math.max(a.scale(), b.scale());
        double size = own > errors ? own : scale;
        boolean settles = Decisions.settles(errors, size, Math.max(tolerance(answer, size), coarse));
        boolean agree = at < 0 && settles && !areOtherWholeNumbers(a, b);
        int digits = digits(Pointwise.distance(a, b.values()), scale, a, b);
        return new Agreement(
                agree, digits, agree ? "" : difference(Math.max(at, 0), a, b, answer, tolerance(answer, scale)));
    }

    /** The largest error inside that was found; one that an author states is judged by what it is stated for. */
    private static double ownError(Values values) {
        return values.within() > 0 ? 0 : values.error();
    }

    /** Inside, the largest error counts for all points. */
    private static double error(Values values, int point) {
        return point < values.inside()
                ? values.error()
                : values.values().get(point).error();
    }

    /** Whole numbers that are known exactly agree only if they are equal, however many digits they share. */
    private static boolean areOtherWholeNumbers(Values a, Values b) {
        for (int i = 0; i < Math.min(a.values().size(), b.values().size()); i++) {
            Value x = a.values().get(i).value();
            Value y = b.values().get(i).value();
            if (Arithmetic.isWhole(x) && Arithmetic.isWhole(y) && Arithmetic.compare(x, y) != 0) {
                return true;
            }
        }
        return false;
    }

    private static String difference(int at, Values a, Values b, Answer answer, double tolerance) {
        String left = Arrays.shape(a.values().get(at).value());
        String right = Arrays.shape(b.values().get(at).value());
        if (!left.equals(right)) {
            return "one is " + left + ", the other " + right;
        }
        Point point = a.points().get(at);
        double distance =
                Arrays.distance(a.values().get(at).value(), b.values().get(at).value());
        Value beside = a.values().get(at).value();
        double errors = error(a, at) + error(b, at);
        String apart = Show.difference(distance, beside, a.type(), answer.unit(), DIGITS) + " apart"
                + (point.isEmpty() ? "" : " at " + point);
        return distance > Decisions.OWN_ERRORS * errors
                ? apart + ", more than their errors explain" + (distance <= tolerance ? NEARLY_RIGHT : "")
                : apart + ", and known to no more than "
                        + Show.difference(errors, beside, a.type(), answer.unit(), DIGITS) + ", which settles nothing";
    }

    private static double tolerance(Answer answer, double scale) {
        Tolerance tolerance = answer.toleranceOfValues();
        if (tolerance instanceof Tolerance.Absolute) {
            return ((Tolerance.Absolute) tolerance).difference();
        }
        return tolerance instanceof Tolerance.Relative
                ? ((Tolerance.Relative) tolerance).fraction() * scale
                : Decisions.AGREED * scale;
    }

    /** The absolute difference that the author says to be none, or 0. */
    private static double stated(Answer answer) {
        Tolerance tolerance = answer.toleranceOfValues();
        return tolerance instanceof Tolerance.Absolute ? ((Tolerance.Absolute) tolerance).difference() : 0;
    }

    private static int digits(double distance, double scale, Values a, Values b) {
        boolean exact = a.first().value() instanceof Value.Exact && b.first().value() instanceof Value.Exact;
        if (distance == 0 || scale == 0) {
            return exact ? Integer.MAX_VALUE : ALL_DIGITS;
        }
        return (int) Math.max(0, Math.min(ALL_DIGITS, Math.floor(-Math.log10(distance / scale))));
    }
}
