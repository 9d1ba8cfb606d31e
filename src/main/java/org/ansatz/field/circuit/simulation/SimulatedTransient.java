package org.ansatz.field.circuit.simulation;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Solution;
import org.ansatz.field.circuit.solution.Work;
import org.jspecify.annotations.Nullable;

/**
 * What a circuit does from t = 0, its capacitors and inductors starting from what is stated, or from nothing, read at any instant. What
 * the finer course and the coarser differ by is the error that is claimed.
 */
public final class SimulatedTransient implements Solution {

    /** How wrong a step may be, beside the largest charge of each kind so far. */
    public static final double TOLERANCE = 1e-11;

    /**
     * The finer course may be wrong by so much more than what it differs from the other by: where a circuit is stiff and curved at once,
     * half steps are no longer better by 31, and once were by 1.5 alone.
     */
    private static final double CAUTION = 4;

    /** What Newton's method leaves, beside the largest voltage or current. */
    private static final double LEFT = 1e-12;

    /** An instant times a frequency is wrong by no more roundings. */
    private static final int INSTANTS = 4;

    /** Such a part of a step is too short to be read by itself. */
    private static final double SLIVER = 1e-3;

    private final Equations equations;
    private final Layout layout;
    private final double stop;
    private final Claim claim;
    private final Steps steps;
    private final Step shown;
    private @Nullable Shown latest;

    /** What a circuit starts from. */
    public enum Start {
        /** What its capacitors and inductors state, else nothing. */
        STATED,
        /** Its point of rest. */
        REST
    }

    /** Whether errors are claimed. */
    public enum Claim {
        /** A second course shows how wrong the first may be. */
        ERRORS,
        /** There is one course, for what is only looked at: its errors are NaN. */
        NONE
    }

    /**
     * Runs a circuit.
     *
     * @param stop when to end, in seconds, positive
     * @param tolerance how wrong a step may be, beside the largest charge of each kind so far
     * @throws ArithmeticException if it has no solution, or takes too many steps
     */
    public SimulatedTransient(Equations equations, Start start, double stop, double tolerance, Claim claim, Work work) {
        if (!(stop > 0) || Double.isInfinite(stop)) {
            throw new ArithmeticException("a transient lasts for a positive time; here for " + stop + " s");
        }
        this.equations = equations;
        this.stop = stop;
        this.claim = claim;
        layout = equations.layout();
        steps = March.to(equations, start == Start.REST, stop, tolerance, claim == Claim.ERRORS, work);
        shown = new Step(equations, work);
    }

    /** When steps ended, from 0 on, in seconds. */
    public List<Double> times() {
        return steps.ends().stream().map(Steps.End::time).toList();
    }

    @Override
    public double[] steps() {
        return steps.ends().stream().mapToDouble(Steps.End::time).toArray();
    }

    /** Where its sources have corners, and where switches changed. */
    @Override
    public double[] corners(double low, double high) {
        return steps.ends().stream()
                .filter(end -> end.isSwitched() || isCorner(end.time()))
                .mapToDouble(Steps.End::time)
                .toArray();
    }

    @Override
    public Reading voltage(String from, String to, double t) {
        int a = layout.node(from);
        int b = layout.node(to);
        Shown now = at(covered(t));
        double value = now.fine.x[a] - now.fine.x[b];
        double other = now.coarse.x[a] - now.coarse.x[b];
        return read(value, other, now.before[a] + now.before[b], now.largest)
                .give(drift(t, shifted -> shifted.fine.x[a] - shifted.fine.x[b]));
    }

    /**
     * By how much something changes within the time by which switches may have changed too late, and by which the instant, and the phases
     * of sources there, are rounded.
     */
    private double drift(double t, ToDoubleFunction<Shown> value) {
        if (claim == Claim.NONE) {
            return 0;
        }
        double covered = covered(t);
        double rounding = INSTANTS * Math.ulp(covered);
        double now = value.applyAsDouble(at(covered));
        double before = covered(t - steps.doubtful() - rounding);
        double after = covered(t + steps.doubtful() + rounding);
        if (steps.doubtful() > 0) {
            return Math.abs(value.applyAsDouble(at(before)) - now) + Math.abs(value.applyAsDouble(at(after)) - now);
        }
        // What grew over a step that is next to nothing is not known; and where something may jump, what is shown is
        // what follows.
        double begun = steps.ends().get(steps.before(covered)).time();
        boolean jumps = before < begun && isCorner(begun);
        return Math.abs(value.applyAsDouble(at(jumps ? after : before)) - now);
    }

    @Override
    public Reading current(String element, double t) {
        return current(element, 0, t);
    }

    @Override
    public Reading current(String element, int terminal, double t) {
        Stamp stamp = equations.stamp(element);
        double drift = drift(t, shifted -> shown(stamp, terminal, shifted));
        Shown now = at(covered(t));
        equations.fill(now.fine);
        double value = stamp.current(terminal, now.fine, now.growthFine);
        if (claim == Claim.ERRORS) {
            equations.fill(now.coarse);
        }
        double other = stamp.current(terminal, now.coarse, now.growthCoarse);
        int branch = layout.find(element);
        Reading read = read(value, other, branch < 0 ? 0 : now.before[branch], Math.abs(value));
        return claim == Claim.ERRORS ? read.give(left(stamp, terminal, now, value) + drift) : read;
    }

    private double shown(Stamp stamp, int terminal, Shown now) {
        equations.fill(now.fine);
        return stamp.current(terminal, now.fine, now.growthFine);
    }

    /** What a current may be wrong by where Newton's method leaves so much of each voltage, with random signs. */
    private double left(Stamp stamp, int terminal, Shown now, double value) {
        Random random = new Random(41);
        Sums moved = new Sums(layout, 0);
        moved.time = now.fine.time;
        double worst = 0;
        for (int draw = 0; draw < 3; draw++) {
            for (int k = 1; k < moved.x.length; k++) {
                double by = layout.isVoltage(k) ? LEFT * now.largest : 0;
                moved.x[k] = now.fine.x[k] + (random.nextBoolean() ? by : -by);
            }
            equations.fill(moved);
            worst = Math.max(worst, Math.abs(stamp.current(terminal, moved, now.growthFine) - value));
        }
        return 2 * worst;
    }

    /** Two courses may cross, so that what they were apart a little before counts as well. */
    private Reading read(double value, double other, double before, double scale) {
        if (claim == Claim.NONE) {
            return new Reading(value, Double.NaN);
        }
        return new Reading(
                value, CAUTION * Math.max(Math.abs(value - other), before) + LEFT * scale + 64 * Math.ulp(value));
    }

    private double covered(double t) {
        double rounding = 2 * March.ROUNDINGS * Math.ulp(stop) + steps.doubtful();
        if (!(t >= -rounding && t <= stop + rounding)) {
            throw new ArithmeticException("t = " + t + " s lies outside the transient, 0 s to " + stop + " s");
        }
        return Math.max(0, Math.min(stop, t));
    }

    /** Both courses at an instant, how fast their charges grow, and how far apart they were before. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Shown(
            double time,
            Sums fine,
            double[] growthFine,
            Sums coarse,
            double[] growthCoarse,
            double[] before,
            double largest) {}

    /** Both courses at an instant; where something jumps, just after. */
    private Shown at(double time) {
        if (latest != null && latest.time == time) {
            return latest;
        }
        int low = steps.before(time);
        Steps.End start = steps.ends().get(low);
        // An impulse, which is as large as an instant is short, is told from a value by instants of two lengths.
        double instant = March.INSTANT * stop;
        // Where something may jump, the next step has just begun.
        boolean mayJump = start.isSwitched() || isCorner(start.time());
        boolean isLast = low == steps.ends().size() - 1;
        boolean isInstant = time - start.time() < instant && mayJump && !isLast;
        // What grows over next to nothing is lost in roundings: the step before goes on to there.
        double next = isLast ? stop : steps.ends().get(low + 1).time();
        if (time - start.time() <= SLIVER * (next - start.time()) && (isLast || !mayJump) && low > 0) {
            low--;
        }
        Steps.End from = steps.ends().get(low);
        double h = time - from.time();
        Sums fine = new Sums(layout, 0);
        Sums coarse = new Sums(layout, 0);
        double[] growthFine = reach(from, from.fine(), isInstant ? instant : h, isInstant, claim == Claim.ERRORS, fine);
        double[] growthCoarse = claim == Claim.NONE
                ? growthFine
                : reach(from, from.coarse(), isInstant ? 4 * instant : h, isInstant, /* isFine= */ false, coarse);
        fine.time = time;
        coarse.time = time;
        latest = new Shown(time, fine, growthFine, coarse, growthCoarse, steps.apart(low), largest(fine));
        return latest;
    }

    private double largest(Sums sums) {
        double volts = 0;
        for (int k = 1; k <= layout.nodeCount(); k++) {
            volts = Math.max(volts, Math.abs(sums.x[k]));
        }
        return volts;
    }

    /**
     * Goes on from the end of a step; the finer course, as in the run, by two steps.
     *
     * @return how fast the charges grow there
     */
    private double[] reach(Steps.End from, double[] charges, double h, boolean isInstant, boolean isFine, Sums into) {
        equations.switches().close(from.closed());
        equations.lines().follow(isFine || claim == Claim.NONE);
        double end = equations.nextBreak(from.time(), stop);
        boolean twice = isFine && !isInstant;
        boolean settles = shown.take(from.time(), twice ? h / 2 : h, charges, end, from.unknowns());
        if (settles && twice) {
            settles = shown.take(from.time() + h / 2, h / 2, shown.charges(), end, shown.unknowns());
        }
        if (!settles) {
            throw new ArithmeticException(March.unsettled(from.time() + h));
        }
        double[] x = isInstant ? shown.atStart() : shown.unknowns();
        System.arraycopy(x, 0, into.x, 0, x.length);
        return isInstant ? shown.growthAtStart() : shown.growth();
    }

    /** Whether sources may jump at an instant, as they do when the circuit is switched on. */
    private boolean isCorner(double t) {
        return t == 0 || equations.nextBreak(Math.nextDown(t), stop) == t;
    }
}
