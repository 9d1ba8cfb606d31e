package org.ansatz.judge;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Branches;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Ranged;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * Compares two formulas in declared variables. Quotients of polynomials with rational coefficients are compared exactly, on
 * a lattice that decides; others at points that are easy to read, from all over the domain, from its edges, and on both
 * sides of every branch point, their partial derivatives too. Values differ if they are further apart than their simulated
 * rounding explains; points at which that rounding is large decide nothing.
 */
public final class FormulaComparison {

    private static final int TRIALS = 3;
    private static final int MANY_TRIALS = 16;
    private static final int MAX_BRANCHES = 16;

    /** How many times as many points are tried where few say anything. */
    private static final int MORE_ROUNDS = 4;

    private final Term a;
    private final Term b;
    private final Points points;
    private final Tolerance tolerance;
    private int same;
    private int tried;
    private int oneSided;
    private String onlyOne = "";
    private String close = "";

    private FormulaComparison(Term a, Term b, Tolerance tolerance, Points points) {
        this.a = a;
        this.b = b;
        this.points = points;
        this.tolerance = tolerance;
    }

    /**
     * Compares two formulas.
     *
     * @param a one formula
     * @param b the other
     * @param variables what they are functions of, with their domains
     * @param conditions what must hold of the variables
     * @param tolerance how far apart they may be at a point; the digits that are printed mean not at all
     * @param frame holds all other names; its steps bound the work
     */
    public static Equivalence of(
            Term a, Term b, List<Ranged> variables, List<Expression> conditions, Tolerance tolerance, Frame frame) {
        if (!a.type().has(b.type().dimensionOrNone()) && !b.type().has(a.type().dimensionOrNone())
                || a.type().isNumber() != b.type().isNumber()) {
            return new Equivalence.Different("", a.type().describe(), b.type().describe(), "");
        }
        try {
            return new FormulaComparison(a, b, tolerance, new Points(variables, conditions, frame)).result();
        } catch (NoValue e) {
            return new Equivalence.Undecided(String.valueOf(e.getMessage()));
        }
    }

    private Equivalence result() {
        List<Frame> round = points.round();
        List<Frame> inside = points.inside();
        if (inside.isEmpty() && round.isEmpty()) {
            return new Equivalence.Undecided("no point that was tried is in the domain and meets the conditions");
        }
        List<Frame> both = new ArrayList<>(round);
        both.addAll(inside);
        Equivalence exact = isExact() ? ExactComparison.of(a, b, points, both) : null;
        if (exact != null) {
            return exact;
        }
        List<Frame> every = points.every();
        Equivalence found = every.isEmpty() ? seen(round, inside) : at(every, every);
        if (found != null) {
            return found;
        }
        if (points.frame().isExhausted()) {
            return new Equivalence.Undecided("it takes more than " + Frame.MAX_STEPS + " steps");
        }
        boolean all = !every.isEmpty() && same == every.size();
        if (all || same >= Decisions.POINTS_FOR_EQUALITY && same >= oneSided) {
            return new Equivalence.Equal(
                    false,
                    (points.variables().isEmpty()
                                    ? "no difference"
                                    : all
                                            ? "no difference at any of its " + same + " points"
                                            : "no difference at " + same + " points")
                            + onlyOne);
        }
        return new Equivalence.Undecided(
                close.isEmpty()
                        ? "both have a value that is known to six digits at only " + same + " of " + tried + " points"
                                + onlyOne
                        : close);
    }

    private @Nullable Equivalence seen(List<Frame> round, List<Frame> inside) {
        Equivalence found = at(round, inside);
        found = found != null ? found : atAll(points.edges());
        found = found != null ? found : atBranches();
        // Of a function with a small domain most points say nothing.
        for (int more = 1; found == null && same < Decisions.POINTS_FOR_EQUALITY && more <= MORE_ROUNDS; more++) {
            found = atAll(points.inside(more));
        }
        return found != null || !isExact() ? found : bySlopes(inside);
    }

    private @Nullable Equivalence at(List<Frame> round, List<Frame> inside) {
        Equivalence found = atAll(round);
        found = found != null || round == inside ? found : atAll(inside);
        return found != null ? found : inDomain(inside, round);
    }

    private boolean isExact() {
        return tolerance instanceof Tolerance.Digits;
    }

    // ---- at points

    private @Nullable Equivalence atAll(List<Frame> frames) {
        for (Frame frame : frames) {
            if (differ(a, b, frame)) {
                return points.difference(frame, a, b, "");
            }
        }
        return null;
    }

    /**
     * Whether only one of them has a value all over some part of the domain. A point in general position shows it, where
     * rounding leads out of no function's domain; one that is easy to read is said.
     */
    private @Nullable Equivalence inDomain(List<Frame> inside, List<Frame> round) {
        for (Frame frame : inside) {
            if (isOnlyOneDefined(frame)) {
                for (Frame easy : round) {
                    if (isOnlyOneDefined(easy)) {
                        return points.difference(easy, a, b, "");
                    }
                }
                return points.difference(frame, a, b, "");
            }
        }
        return null;
    }

    private boolean isOnlyOneDefined(Frame frame) {
        Boolean left = isDefined(a, frame);
        Boolean right = isDefined(b, frame);
        return left != null && right != null && !left.equals(right);
    }

    /** Whether a term has a value; false outside a function's domain, null if it is not known, as where a search finds nothing. */
    private static @Nullable Boolean isDefined(Term term, Frame frame) {
        try {
            frame.value(term);
            return true;
        } catch (ExpressionFault e) {
            return e.isOutOfDomain() ? false : null;
        }
    }

    private @Nullable Equivalence atBranches() {
        List<Term> quantities = new ArrayList<>(Branches.of(a));
        quantities.addAll(Branches.of(b));
        for (Term quantity : quantities.subList(0, Math.min(MAX_BRANCHES, quantities.size()))) {
            Equivalence found = atAll(points.around(quantity));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Equivalence bySlopes(List<Frame> frames) {
        for (Ranged ranged : points.variables()) {
            boolean real = ranged.domain() instanceof RealInterval && a.type().isNumber();
            Term slopeOfA = a.slopeBy(ranged.variable());
            Term slopeOfB = b.slopeBy(ranged.variable());
            for (Frame frame : real ? frames : List.<Frame>of()) {
                int before = same;
                boolean differ = differ(slopeOfA, slopeOfB, frame);
                same = before;
                tried--;
                if (differ) {
                    return points.difference(frame, slopeOfA, slopeOfB, ranged.name());
                }
            }
        }
        return null;
    }

    /** Whether the two differ at a point; counts the points at which they are seen to be the same. */
    private boolean differ(Term one, Term other, Frame frame) {
        tried++;
        if (!one.type().isNumber()) {
            return truthsDiffer(one, other, frame);
        }
        Estimate left = estimate(one, frame, TRIALS);
        Estimate right = estimate(other, frame, TRIALS);
        if (left == null || right == null) {
            noteOnlyOne(left, right, frame);
            return false;
        }
        double distance = Arrays.distance(left.value(), right.value());
        double error = left.error() + right.error();
        double size = Math.max(Arrays.size(left.value()), Arrays.size(right.value()));
        double allowed = isExact() ? 0 : Precision.ofFunction(tolerance, size, size);
        if (distance <= Decisions.SAME * error + allowed) {
            same += error <= Decisions.KNOWN * size || isZero(one, left, frame) && isZero(other, right, frame) ? 1 : 0;
        }
        if (distance > Decisions.SAME * error + allowed && close.isEmpty()) {
            close = (points.variables().isEmpty() ? "" : "at " + points.name(frame) + " ")
                    + "they differ by so little that rounding may explain it";
        }
        return distance > Decisions.DIFFERENT * error + allowed && isCertain(one, other, frame, distance - allowed);
    }

    /** Whether a value is zero within its error, which is small beside what cancels in it. */
    private static boolean isZero(Term term, Estimate estimate, Frame frame) {
        return Arrays.size(estimate.value()) <= Decisions.SAME * estimate.error()
                && estimate.error() <= Decisions.KNOWN * frame.scale(term);
    }

    /** Whether a difference stands when errors are simulated more often: a few coins may fall alike, and hide an error. */
    private static boolean isCertain(Term one, Term other, Frame frame, double distance) {
        Estimate left = estimate(one, frame, MANY_TRIALS);
        Estimate right = estimate(other, frame, MANY_TRIALS);
        return left != null && right != null && distance > Decisions.DIFFERENT * (left.error() + right.error());
    }

    /** Whether they differ, and not only for the rounding of what is compared in them. */
    private boolean truthsDiffer(Term one, Term other, Frame frame) {
        Boolean left = truth(one, frame);
        Boolean right = truth(other, frame);
        if (left == null || right == null) {
            return false;
        }
        same += left.equals(right) ? 1 : 0;
        return !left.equals(right);
    }

    /** What is true whatever the rounding, or null if that depends on it. */
    private static @Nullable Boolean truth(Term term, Frame frame) {
        try {
            boolean truth = ((Value.Truth) frame.value(term)).holds();
            for (int trial = 1; trial <= TRIALS; trial++) {
                if (((Value.Truth) frame.jittered(trial).value(term)).holds() != truth) {
                    return null;
                }
            }
            return truth;
        } catch (NoValue e) {
            return null;
        }
    }

    private void noteOnlyOne(@Nullable Estimate left, @Nullable Estimate right, Frame frame) {
        oneSided += (left == null) == (right == null) ? 0 : 1;
        if (onlyOne.isEmpty() && (left == null) != (right == null)) {
            onlyOne =
                    "; at " + points.name(frame) + " only the " + (left == null ? "second" : "first") + " has a value";
        }
    }

    private static @Nullable Estimate estimate(Term term, Frame frame, int trials) {
        try {
            Estimate estimate = frame.estimate(term, trials);
            return Double.isNaN(Arrays.size(estimate.value())) ? null : estimate;
        } catch (NoValue e) {
            return null;
        }
    }
}
