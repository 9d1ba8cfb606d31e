package org.ansatz.field.ode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ansatz.field.ode.Trajectory.Difficulty;
import org.jspecify.annotations.Nullable;

/**
 * A problem solved to two tolerances, and with jumps in time at either end of their places, so that the difference tells the error. Tolerances fit the sizes of the components:
 * in SI units charges and currents are often so far below one that an absolute tolerance would permit anything.
 */
final class Solutions {

    private static final double TOLERANCE = 1e-12;
    private static final double COARSE = 1e-10;
    private static final double SMALL = 1e-2;
    private static final int MAX_REFINEMENTS = 4;
    private static final int SAMPLES = 64;

    /** A solution that passes more places is left to its method there. */
    private static final int MAX_PASSAGES = 40;

    /** How far before and after a place steps end, relative to the whole; a solution is known no better. */
    private static final double ASIDE = 1e-12;

    /**
     * Errors of the two solutions may cross, so that their difference vanishes where neither does. Of what they differ by in as many steps
     * up to the one that a time lies in, a part is an error there, too. Implicit steps are far longer: eight of them may reach back to a jump.
     */
    private static final int STEPS_BEFORE = 8;

    private static final int IMPLICIT_STEPS_BEFORE = 1;

    /** So large a part where the finer solution is interpolated between the ends of its steps, of which a tenth was seen. */
    private static final double OF_EARLIER = 0.2;

    /** So large a part at the ends of explicit steps, of which a fiftieth was seen. */
    private static final double OF_EARLIER_AT_ENDS = 0.03;

    /** Roundings of what is as large as one come to no more, though a factor of a thousand million stands before them. */
    private static final double OF_ROUNDING = 1e-6;

    /**
     * A component as small as that of which the two differ somewhere by more than this part of its size is nothing but rounding, as a difference of
     * two that are equal: rounding moves both alike, so that they are farther from the truth than from each other.
     */
    private static final double UNRESOLVED = 1e-3;

    /** At so many times in each step. */
    private static final int IN_A_STEP = 4;

    /** By what part of the largest slope it changes from one side of a point to the other only if it jumps there. */
    private static final double JUMP = 1e-6;

    private final InitialValueProblem problem;
    private final Trajectory fine;
    private final Trajectory coarse;
    private final double[] sizes;

    /** How many places it passes that steps would not see. */
    private final int passages;

    /** Where the steps of the coarser solution end, in the order in which they were made. */
    private final double[] ends;

    /** Where the steps of the finer one end, in ascending order. */
    private final double[] fineEnds;

    /** Whether both were found by the explicit method. */
    private final boolean isExplicit;

    /** Whether a component is nothing but rounding. */
    private final boolean[] isUnresolved;

    /** How far the two are apart in a step at most, where somebody asked. */
    private final Map<Integer, double[]> apart = new ConcurrentHashMap<>();

    /** The solution before its last known place was dealt with, if it has more; otherwise null. */
    private final @Nullable Trajectory unsettled;

    /** Solutions to the two tolerances, these relative to the sizes where a component passes zero. */
    private Solutions(InitialValueProblem problem, Trajectory fine, Trajectory coarse, double[] sizes) {
        this(problem, fine, coarse, sizes, 0, null);
    }

    private Solutions(
            InitialValueProblem problem,
            Trajectory fine,
            Trajectory coarse,
            double[] sizes,
            int passages,
            @Nullable Trajectory unsettled) {
        this.problem = problem;
        this.fine = fine;
        this.coarse = coarse;
        this.sizes = sizes;
        this.passages = passages;
        this.unsettled = unsettled;
        ends = coarse.stepsInOrder();
        fineEnds = fine.steps();
        isExplicit = fine.difficulty() == Difficulty.NONE && coarse.difficulty() == Difficulty.NONE;
        isUnresolved = new boolean[sizes.length];
        double span = coarse.end() - coarse.start();
        for (int i = 1; i <= SAMPLES && Arrays.stream(sizes).anyMatch(size -> size < OF_ROUNDING); i++) {
            double[] apart = apart(coarse.start() + span * i / SAMPLES);
            for (int j = 0; j < apart.length; j++) {
                isUnresolved[j] |= sizes[j] < OF_ROUNDING && apart[j] > UNRESOLVED * sizes[j];
            }
        }
    }

    /**
     * The solutions to {@code end}. A first one shows which components are always small; where these turn out to be nothing
     * but rounding, they are not followed any closer.
     *
     * @throws ArithmeticException if the solution cannot be continued to {@code end}, with the place where it stopped
     */
    static Solutions of(InitialValueProblem problem, double end) {
        Solutions solutions = attentive(problem, end);
        problem.requireUnique(solutions.fine);
        return solutions;
    }

    /**
     * With steps that end where the solution passes a jump, a kink or a pulse in the unknowns: a step that begins before a narrow band
     * may end after it, and never see it. One is dealt with after the other, for behind each the solution may be another.
     */
    private static Solutions attentive(InitialValueProblem problem, double end) {
        Solutions solutions = solved(problem, end);
        double aside = ASIDE * (end - problem.start());
        List<SplitLegs.Stretch> stretches = new ArrayList<>();
        Trajectory earlier = null;
        Passages.Place place = problem.nextPassage(solutions.fine, solutions.coarse, problem.start());
        while (place != null && stretches.size() < MAX_PASSAGES) {
            double before = (aside > 0 ? place.low() : place.high()) - aside;
            double after = (aside > 0 ? place.high() : place.low()) + aside;
            if (!problem.endsLeg(before, after, end)) {
                earlier = solutions.fine;
                stretches.add(stretch(before, place, after));
                solutions = solved(problem.splitAt(stretches), end);
            }
            place = solutions.fine.covers(after) ? problem.nextPassage(solutions.fine, solutions.coarse, after) : null;
        }
        return new Solutions(
                problem,
                solutions.fine,
                solutions.coarse,
                solutions.sizes,
                stretches.size(),
                place == null ? null : earlier);
    }

    /** A place on the way from one time to another. */
    private static SplitLegs.Stretch stretch(double before, Passages.Place place, double after) {
        List<Double> times = new ArrayList<>(place.times());
        if (after < before) {
            Collections.reverse(times);
        }
        times.set(0, before);
        times.set(times.size() - 1, after);
        return new SplitLegs.Stretch(times, place.isPulse());
    }

    private static Solutions solved(InitialValueProblem problem, double end) {
        Trajectory first = problem.otherwise().solve(end, COARSE);
        double[] sizes = sizes(first);
        if (Arrays.stream(sizes).anyMatch(size -> size < 1)) {
            try {
                return scaled(problem, end, sizes);
            } catch (ArithmeticException e) {
                Arrays.fill(sizes, 1);
            }
        }
        return new Solutions(problem, problem.solve(end, TOLERANCE), first, sizes);
    }

    /** What the tolerances do not show is smaller than they are; each solution may show smaller sizes. */
    private static Solutions scaled(InitialValueProblem problem, double end, double[] firstSizes) {
        double[] sizes = firstSizes;
        Trajectory coarse = problem.otherwise().solve(end, COARSE, sizes);
        for (int i = 0; i < MAX_REFINEMENTS; i++) {
            double[] shown = sizes(coarse);
            if (!areMuchSmaller(shown, sizes)) {
                break;
            }
            sizes = shown;
            coarse = problem.otherwise().solve(end, COARSE, sizes);
        }
        return new Solutions(problem, problem.solve(end, TOLERANCE, sizes), coarse, sizes);
    }

    private static boolean areMuchSmaller(double[] shown, double[] assumed) {
        boolean smaller = false;
        for (int j = 0; j < shown.length; j++) {
            smaller |= shown[j] < assumed[j] / 10;
        }
        return smaller;
    }

    /** The largest value of each component where that is small, otherwise one, as for what is always zero. */
    private static double[] sizes(Trajectory trajectory) {
        double span = trajectory.end() - trajectory.start();
        double[] sizes = trajectory.at(trajectory.end());
        for (int i = 0; i < SAMPLES; i++) {
            double[] state = trajectory.at(trajectory.start() + span * i / SAMPLES);
            for (int j = 0; j < sizes.length; j++) {
                sizes[j] = Math.max(Math.abs(sizes[j]), Math.abs(state[j]));
            }
        }
        return Arrays.stream(sizes)
                .map(size -> size == 0 || size > SMALL ? 1 : size)
                .toArray();
    }

    boolean covers(double t) {
        return fine.covers(t);
    }

    /** Where the steps end by which the finer one was found, in ascending order. */
    double[] steps() {
        return fineEnds.clone();
    }

    /** Where the equations jump or have a kink. */
    double[] corners() {
        return fine.corners();
    }

    /** A component at {@code t}. */
    double value(int component, double t) {
        return fine.at(t)[component];
    }

    /**
     * How wrong that may be: the difference of the solutions, and what the smaller tolerance permits in a step, once more behind each place.
     */
    double error(int component, double t) {
        double value = value(component, t);
        double unknown = (unsettled == null ? 0 : Math.abs(value - unsettled.at(t)[component]))
                + (isUnresolved[component] ? Math.max(sizes[component], Math.abs(value)) : 0);
        double permitted = TOLERANCE * (sizes[component] + Math.abs(value)) * (1 + passages);
        boolean isEnd = isExplicit && Arrays.binarySearch(fineEnds, t) >= 0;
        double earlier = (isEnd ? OF_EARLIER_AT_ENDS : OF_EARLIER) * earlier(component, t);
        double difference = Math.max(Math.abs(value - coarse.at(t)[component]), earlier);
        return unknown + difference + permitted;
    }

    /** The largest difference of the solutions in the step that a time lies in and in some before it. */
    private double earlier(int component, double t) {
        int low = 0;
        int high = ends.length - 1;
        boolean down = coarse.end() < coarse.start();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (down ? ends[middle] > t : ends[middle] < t) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int before = isExplicit ? STEPS_BEFORE : IMPLICIT_STEPS_BEFORE;
        double largest = 0;
        for (int i = Math.max(0, low - before); i <= low && i < ends.length; i++) {
            largest = Math.max(largest, apart.computeIfAbsent(i, this::apart)[component]);
        }
        return largest;
    }

    private double[] apart(int step) {
        double from = step == 0 ? coarse.start() : ends[step - 1];
        double[] largest = new double[sizes.length];
        for (int i = 1; i <= IN_A_STEP; i++) {
            double[] there = apart(from + (ends[step] - from) * i / IN_A_STEP);
            Arrays.setAll(largest, j -> Math.max(largest[j], there[j]));
        }
        return largest;
    }

    /** How far the two are apart at a time. */
    private double[] apart(double t) {
        // the last step may end beyond by the rounding of a sum of steps
        double[] apart = fine.at(fine.covers(t) ? t : fine.end());
        double[] other = coarse.at(coarse.covers(t) ? t : coarse.end());
        Arrays.setAll(apart, j -> Math.abs(apart[j] - other[j]));
        return apart;
    }

    /** A number and how wrong it may be. */
    record Known(double value, double error) {}

    /**
     * The slope of a component at {@code t}, from the equations; at the start that just after it. It is as wrong as what is not known of
     * the state and of the time may make it.
     *
     * @throws ArithmeticException if it jumps there
     */
    Known slope(int component, double t) {
        boolean isStart = t == fine.start();
        double beside = Math.max(ASIDE * Math.abs(t), 4 * Math.ulp(t));
        double[] state = fine.at(t);
        double at = isStart ? justAfter(component, t, state) : t;
        double value = slope(component, at, state);
        double changes = Math.abs(slope(component, at + beside, state) - value)
                + (isStart ? 0 : Math.abs(slope(component, at - beside, state) - value));
        if (!isStart && changes > JUMP * largestSlope(component)) {
            throw new ArithmeticException("the slope jumps at " + t + ", so that there is none");
        }
        double error = TOLERANCE * Math.abs(value) + changes + Math.abs(slope(component, at, coarse.at(t)) - value);
        for (int i = 0; i < state.length; i++) {
            double[] moved = state.clone();
            moved[i] += error(i, t);
            error += Math.abs(slope(component, at, moved) - value);
        }
        return new Known(value, error);
    }

    /** The next double, if something has jumped by then; a slope that goes through zero is left its zero. */
    private double justAfter(int component, double t, double[] state) {
        double next = Math.nextUp(t);
        double change = Math.abs(slope(component, next, state) - slope(component, t, state));
        return change > Double.MIN_NORMAL ? next : t;
    }

    private double largestSlope(int component) {
        double largest = 0;
        for (int i = 0; i <= SAMPLES; i++) {
            double t = fine.start() + (fine.end() - fine.start()) * i / SAMPLES;
            largest = Math.max(largest, Math.abs(slope(component, t, fine.at(t))));
        }
        return largest;
    }

    private double slope(int component, double t, double[] state) {
        double[] slopes = new double[state.length];
        problem.slopes(t, state, slopes);
        return slopes[component];
    }

    /** What kept either from being found by the explicit method. */
    List<String> remarks() {
        Difficulty difficulty = fine.difficulty() == Difficulty.NONE ? coarse.difficulty() : fine.difficulty();
        return difficulty == Difficulty.NONE ? List.of() : List.of(difficulty.description());
    }
}
