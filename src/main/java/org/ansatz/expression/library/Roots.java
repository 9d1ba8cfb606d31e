package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.proof.Zeros;
import org.ansatz.proof.Zeros.Kind;
import org.ansatz.proof.Zeros.Zero;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Notation;

/** The zeros of a function that encloses itself, or why there is no only one: none is overlooked. */
public final class Roots {

    private static final int MAX_NAMED = 5;
    private static final int DIGITS = 9;

    private Roots() {}

    /**
     * All zeros.
     *
     * @param domain holds the interval for certain, though its ends were rounded
     * @throws NoValue if it is unbounded
     * @throws NoEnclosure if the function does not enclose itself
     */
    public static Zeros.Found all(Enclosing function, Interval domain) {
        if (!domain.isBounded()) {
            throw new NoValue("the interval is unbounded: give it finite ends");
        }
        return Zeros.of(function, domain);
    }

    /**
     * The one zero.
     *
     * @param low the lower end as it was rounded
     * @param high the upper end
     * @throws NoValue if there is none, or there are several, or that cannot be told
     */
    public static Estimate only(Zeros.Found found, double low, double high) {
        List<Zero> zeros = zeros(found, low, high);
        if (zeros.size() > 1) {
            throw new NoValue("there are " + (zeros.size() == 2 ? "two" : String.valueOf(zeros.size()))
                    + " roots, near " + listed(zeros, low, high) + ": narrow the interval to the one that is meant");
        }
        double at = middle(zeros.get(0), low, high);
        return Estimate.of(at, error(zeros.get(0), at));
    }

    /**
     * Every zero, as a column.
     *
     * @param low the lower end as it was rounded
     * @param high the upper end
     * @throws NoValue if there is none, or how many there are cannot be told
     */
    static Estimate every(Zeros.Found found, double low, double high) {
        List<Value> entries = new ArrayList<>();
        double error = 0;
        for (Zero zero : zeros(found, low, high)) {
            double at = middle(zero, low, high);
            entries.add(new Value.Real(at));
            error = Math.max(error, error(zero, at));
        }
        return new Estimate(new Value.Array(entries.size(), 1, entries), error);
    }

    private static double error(Zero zero, double at) {
        return zero.at().isPoint() ? 0 : zero.at().distance(at);
    }

    /** The places that are zeros, of which there is at least one. */
    private static List<Zero> zeros(Zeros.Found found, double low, double high) {
        List<Zero> zeros = new ArrayList<>();
        for (Zero place : found.places()) {
            if (place.kind() == Kind.WHOLE) {
                throw new NoValue(
                        "it is zero on the whole of " + shown(place.at().low()) + ".."
                                + shown(place.at().high()) + ", so no root is the one that is meant");
            }
            if (place.kind() == Kind.UNDECIDED) {
                throw new NoValue("whether there is a root between "
                        + shown(Math.max(low, place.at().low())) + " and "
                        + shown(Math.min(high, place.at().high())) + " cannot be told: narrow the interval");
            }
            if (place.kind() != Kind.JUMP) {
                zeros.add(place);
            }
        }
        if (zeros.isEmpty()) {
            throw new NoValue(
                    found.places().isEmpty()
                            ? "no root between " + shown(low) + " and " + shown(high) + ": it is zero nowhere"
                            : "the sign changes near " + near(found.places().get(0), low, high)
                                    + " at a pole or a jump, not at a root");
        }
        return zeros;
    }

    /** Where a zero is, short enough to be read. */
    private static String near(Zero zero, double low, double high) {
        return shown(middle(zero, low, high));
    }

    static String shown(double x) {
        return Notation.number(x, DIGITS);
    }

    /** The middle of the place, or 0 if that is in it: of 0 there is no nearest double but itself. */
    private static double middle(Zero zero, double low, double high) {
        if (zero.at().contains(0) && low <= 0 && high >= 0) {
            return 0;
        }
        return Math.min(high, Math.max(low, zero.at().middle()));
    }

    private static String listed(List<Zero> zeros, double low, double high) {
        StringBuilder text = new StringBuilder();
        int named = Math.min(zeros.size(), MAX_NAMED);
        for (int i = 0; i < named; i++) {
            boolean last = i == named - 1;
            text.append(i == 0 ? "" : last && named == zeros.size() ? " and near " : ", ")
                    .append(near(zeros.get(i), low, high));
        }
        return text.append(named < zeros.size() ? ", …" : "").toString();
    }

    /** Whether there is one zero for certain, and no other. */
    public static boolean isProved(Zeros.Found found) {
        return !found.isPartial()
                && found.places().size() == 1
                && found.places().get(0).kind() == Kind.SIMPLE;
    }

    /**
     * The one zero that there is for certain.
     *
     * @throws NoEnclosure if that cannot be said
     */
    static Interval proved(Zeros.Found found) {
        if (!isProved(found)) {
            throw new NoEnclosure("a root that is not proved to be the only one");
        }
        return found.places().get(0).at();
    }
}
