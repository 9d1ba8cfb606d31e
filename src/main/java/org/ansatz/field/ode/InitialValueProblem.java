package org.ansatz.field.ode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ansatz.field.ode.Legs.Leg;
import org.ansatz.field.ode.Passages.Place;
import org.ansatz.field.ode.Trajectory.Difficulty;
import org.jspecify.annotations.Nullable;

/**
 * The system y' = f(t, y), y(t0) = y0, integrated with dense output by the Dormand–Prince method of order 8(5,3) (Hairer,
 * Nørsett and Wanner, Solving Ordinary Differential Equations I, 2nd ed., section II.10), or, if that gives up because the problem is
 * stiff, by the Radau IIA method of order 9 (Hairer and Wanner, II, section IV.8).
 */
public final class InitialValueProblem {

    /** The most evaluations of the right-hand side that one integration may take. */
    public static final int MAX_EVALUATIONS = 400_000;

    /** Relative to the whole interval; a solution may start far faster than it goes on. */
    private static final double SMALLEST_STEP = 1e-28;

    /** A leg that is no longer, relative to the whole interval, is walked by the explicit method. */
    private static final double SHORT_LEG = 1e-10;

    private static final int EVENT_CHECKS = 64;

    private final RightSide rightSide;
    private final double start;
    private final double[] initial;
    private final Legs legs;
    private final Passages passages;
    private final Impulses impulses;

    /**
     * A problem of whose right-hand side nothing is known beforehand.
     *
     * @param rightSide f
     * @param start t0
     * @param initial y0; copied
     * @throws IllegalArgumentException if the start or an initial value is not finite, or there is none
     */
    public InitialValueProblem(RightSide rightSide, double start, double[] initial) {
        this(rightSide, start, initial, Legs.ONE);
    }

    /**
     * A problem.
     *
     * @param rightSide f
     * @param start t0
     * @param initial y0; copied
     * @param legs where f jumps or changes fast in t alone
     * @throws IllegalArgumentException if the start or an initial value is not finite, or there is none
     */
    public InitialValueProblem(RightSide rightSide, double start, double[] initial, Legs legs) {
        this(rightSide, start, initial, legs, Passages.NONE, Impulses.NONE);
    }

    InitialValueProblem(
            RightSide rightSide, double start, double[] initial, Legs legs, Passages passages, Impulses impulses) {
        boolean finite = Double.isFinite(start) && initial.length > 0;
        for (double value : initial) {
            finite &= Double.isFinite(value);
        }
        if (!finite) {
            throw new IllegalArgumentException(
                    "initial values must be finite: " + Arrays.toString(initial) + " at " + start);
        }
        this.rightSide = rightSide;
        this.start = start;
        this.initial = initial.clone();
        this.legs = legs;
        this.passages = passages;
        this.impulses = impulses;
    }

    /** The same problem with every jump in time at the other end of the narrow set in which it is known to lie. */
    InitialValueProblem otherwise() {
        return new InitialValueProblem(rightSide, start, initial, legs.otherwise(), passages, impulses);
    }

    /**
     * Where a solution passes something after this time that its steps, or those of another one, do not see; null if it passes none.
     */
    @Nullable
    Place nextPassage(Trajectory solution, Trajectory other, double after) {
        return passages.next(solution, other.steps(), after);
    }

    /** Whether a leg to {@code end} ends between these times anyway, for what happens there happens in t alone. */
    boolean endsLeg(double one, double other, double end) {
        double low = Math.min(one, other);
        double high = Math.max(one, other);
        return legs.between(start, end).stream()
                .anyMatch(leg -> leg.to() >= low && leg.to() <= high && leg.to() != end);
    }

    /** Writes f(t, y) into {@code slopes}. */
    void slopes(double t, double[] y, double[] slopes) {
        rightSide.slopes(t, y, slopes);
    }

    /** The same problem, no step of which goes across an end of these stretches. */
    InitialValueProblem splitAt(List<SplitLegs.Stretch> stretches) {
        Legs split = new SplitLegs(legs, stretches, /* isOther= */ false);
        return new InitialValueProblem(rightSide, start, initial, split, passages, impulses);
    }

    /** Where it starts. */
    public double start() {
        return start;
    }

    /** The right-hand side. */
    public interface RightSide {
        /**
         * Writes f(t, y) into {@code slopes}.
         *
         * @throws ArithmeticException where it has no value
         */
        void slopes(double t, double[] y, double[] slopes);
    }

    /** A right-hand side that knows its derivatives; those of another are taken by forward differences where needed. */
    public interface DifferentiableRightSide extends RightSide {
        /**
         * Writes ∂f_i/∂y_j into {@code jacobian[i][j]}.
         *
         * @throws ArithmeticException where it has no value
         */
        void jacobian(double t, double[] y, double[][] jacobian);
    }

    /**
     * Integrates to {@code end}, forwards or backwards.
     *
     * @param tolerance per step, relative and absolute, from 1e-13 to 1
     * @throws IllegalArgumentException if the end is not finite, or the tolerance out of range
     * @throws ArithmeticException if the solution cannot be continued to {@code end}, with the place where it stopped
     */
    public Trajectory solve(double end, double tolerance) {
        return integrate(end, Tolerance.uniform(tolerance, initial.length), null);
    }

    /**
     * Integrates to {@code end} to a tolerance that fits the sizes of the components.
     *
     * @param tolerance per step, relative to a component and its size, from 1e-13 to 1
     * @param sizes one for each component, positive
     * @throws IllegalArgumentException if the end is not finite, or the tolerance or a size out of range
     * @throws ArithmeticException if the solution cannot be continued to {@code end}, with the place where it stopped
     */
    public Trajectory solve(double end, double tolerance, double[] sizes) {
        if (sizes.length != initial.length) {
            throw new IllegalArgumentException(
                    "a size for each of the " + initial.length + " components is needed, not " + sizes.length);
        }
        return integrate(end, new Tolerance(tolerance, sizes), null);
    }

    /**
     * Integrates until {@code event} changes its sign, at the latest to {@code end}.
     *
     * @return the solution up to the event, which is located to the tolerance
     * @throws IllegalArgumentException if the end is not finite, or the tolerance out of range
     */
    public Trajectory solveUntil(Event event, double end, double tolerance) {
        return integrate(end, Tolerance.uniform(tolerance, initial.length), event);
    }

    /**
     * Requires that a solution of this problem stays the only one where a component passes zero.
     *
     * @throws ArithmeticException if it may come to rest there as well
     */
    void requireUnique(Trajectory solution) {
        Lipschitz.requireAlong(rightSide, solution);
    }

    /** A function of the solution whose zero ends the integration. */
    public interface Event {
        /** Its value; only the sign matters. */
        double value(double t, double[] y);
    }

    private Trajectory integrate(double end, Tolerance tolerance, @Nullable Event event) {
        if (!Double.isFinite(end)) {
            throw new IllegalArgumentException("the end of an integration must be finite, but is " + end);
        }
        CountedSlopes equations = new CountedSlopes(rightSide, start);
        boolean down = end < start;
        if (down && impulses.times().stream().anyMatch(time -> time > end && time < start)) {
            throw new ArithmeticException("a solution is not followed backwards over an impulse");
        }
        double[] first = down ? initial : impulses.after(start, initial);
        if (end == start) {
            Trajectory.Course rest = new LeggedCourse(List.of(), List.of());
            return new Trajectory(rest, start, first, start, first, Difficulty.NONE, equations);
        }
        List<Leg> followed = new ArrayList<>();
        List<Trajectory.Course> courses = new ArrayList<>();
        Difficulty difficulty = Difficulty.NONE;
        double[] state = first;
        double reached = start;
        for (Leg leg : legs.between(start, end)) {
            Reached part = integrate(equations, leg, state, Math.abs(end - start), tolerance, event);
            followed.add(leg);
            courses.add(part.course());
            difficulty = part.difficulty() == Difficulty.NONE ? difficulty : part.difficulty();
            reached = part.end();
            state = part.course().at(reached);
            if (reached != leg.to()) {
                break; // the event occurred
            }
            state = down ? state : impulses.after(reached, state);
        }
        Trajectory.Course course = courses.size() == 1 ? courses.get(0) : new LeggedCourse(followed, courses);
        return new Trajectory(course, start, first, reached, state, difficulty, equations);
    }

    /** A solution over one leg, as far as the event lets it go. */
    record Reached(Trajectory.Course course, double end, Difficulty difficulty) {}

    private static Reached integrate(
            CountedSlopes equations, Leg leg, double[] state, double span, Tolerance tolerance, @Nullable Event event) {
        equations.within(leg);
        double closely = Math.max(Math.ulp(leg.to()), span * tolerance.relative());
        double checked = span / EVENT_CHECKS;
        boolean mayBeStiff =
                Math.abs(leg.to() - leg.from()) > SHORT_LEG * span; // else its short steps lead across a jump
        DormandPrince explicit = new DormandPrince(equations, leg, state, tolerance, span * SMALLEST_STEP, mayBeStiff);
        if (event != null) {
            explicit.stopAt(event, checked, closely);
        }
        try {
            return explicit.run();
        } catch (DormandPrince.GivesUp e) {
            EventWatch watch = event == null ? null : new EventWatch(event, leg.from(), state, checked, closely);
            return implicit(equations, leg, state, tolerance, watch, e.difficulty());
        }
    }

    /** By the implicit method, anew from the start of the leg, so that one method answers for all of it. */
    private static Reached implicit(
            CountedSlopes equations,
            Leg leg,
            double[] state,
            Tolerance tolerance,
            @Nullable EventWatch watch,
            Difficulty difficulty) {
        Radau radau = new Radau(equations, leg, state, tolerance);
        Trajectory.Course course = new CollocationCourse(radau, radau.run(watch));
        double reached = watch == null || Double.isNaN(watch.found()) ? leg.to() : watch.found();
        return new Reached(course, reached, radau.isBeyondEdge() ? Difficulty.STIFF : difficulty);
    }

    static ArithmeticException stopped(double at) {
        return new ArithmeticException(
                "the solution cannot be followed beyond t = " + at
                        + ": the steps shrink to nothing there, as before a singularity or on a jump that drives it back from both sides");
    }
}
