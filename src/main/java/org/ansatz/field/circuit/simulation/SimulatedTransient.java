package org.ansatz.field.circuit.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Solution;
import org.ansatz.field.circuit.solution.Work;
import org.jspecify.annotations.Nullable;

/**
 * What a circuit does from t = 0, its capacitors and inductors starting from what is stated, or from nothing. Steps end where sources
 * have corners; each is compared with two of half its length, which are kept; a second course goes by the whole steps alone, and
 * what it differs by is the error that is claimed.
 */
public final class SimulatedTransient implements Solution {

    /** How wrong a step may be, beside the largest charge of each kind so far. */
    public static final double TOLERANCE = 1e-11;

    /** A time that was computed may lie beyond an end by so many roundings. */
    private static final int ROUNDINGS = 8;

    /** Voltages that are this much smaller than the largest need not be right by themselves. */
    private static final double SMALL = 1e-3;

    private static final int MAX_STEPS = 20_000;

    /** The most numbers that are kept of all steps. */
    private static final double MAX_KEPT = 3e7;

    private static final int FIRST_HALVINGS = 6;
    private static final int MAX_HALVINGS = 60;

    /** So many steps before an instant tell how wrong the course is there. */
    private static final int REMEMBERED = 12;

    /** Half steps of order 5 are better than whole ones by 2^5 − 1. */
    private static final double RICHARDSON = 31;

    /**
     * The finer course may be wrong by so much more than what it differs from the other by: where a circuit is stiff and curved at once,
     * half steps are no longer better by 31, and once were by 1.5 alone.
     */
    private static final double CAUTION = 4;

    /** A step that is better than was asked for by so much may be twice as long. */
    private static final double LONGER = 128;

    /** How long a step is, beside the whole, that shows what is there just after an instant. */
    private static final double INSTANT = 0x1p-36;

    /** How far past its threshold what controls a switch may be when it changes, beside the largest there was. */
    private static final double SWITCHING = 1e-10;

    /** What Newton's method leaves, beside the largest voltage or current. */
    private static final double LEFT = 1e-12;

    private final Equations equations;
    private final Layout layout;
    private final double stop;
    private final double tolerance;
    private final Claim claim;
    private final double[] largest;
    private final List<Kept> kept = new ArrayList<>();
    private final Step whole;
    private final Step half;
    private final Step shown;
    private @Nullable Shown latest;
    private final Switches switches;

    /** Whether steps end where a switch must change. */
    private boolean watches = true;

    /** How long the step was in which a switch must change. */
    private double tried;

    /** How wrong the times may be, in seconds, at which switches changed. */
    private double doubtful;

    /**
     * What is kept of a step's end: the charges of both courses, and the unknowns of the finer one with their doubts.
     *
     * @param closed the switches that are closed from here on
     * @param isSwitched whether one of them has just changed
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(
            double time,
            double[] fine,
            double[] coarse,
            double[] unknowns,
            double[] apart,
            BitSet closed,
            boolean isSwitched) {}

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
        equations.requireNoLines("through time");
        this.equations = equations;
        this.stop = stop;
        this.tolerance = tolerance;
        this.claim = claim;
        layout = equations.layout();
        switches = equations.switches();
        whole = new Step(equations, work);
        half = new Step(equations, work);
        shown = new Step(equations, work);
        largest = new double[layout.chargeCount()];
        double[] unknowns = new double[layout.size() + 1];
        double[] charges;
        if (start == Start.REST) {
            Sums rest = new BiasPoint(equations, work).sums();
            unknowns = rest.x.clone();
            charges = rest.charge.clone();
        } else {
            charges = stated();
        }
        keep(0, charges, charges, unknowns, new double[unknowns.length]);
        run();
    }

    /** The charges of the capacitors and the fluxes of the inductors as they are stated. */
    private double[] stated() {
        Sums sums = new Sums(layout, 0);
        for (Component part : equations.components()) {
            if (part instanceof Component.Inductor inductor) {
                sums.x[layout.branch(inductor.name())] = inductor.initialAmperes();
            }
        }
        equations.fill(sums);
        double[] charges = sums.charge.clone();
        for (Component part : equations.components()) {
            if (part instanceof Element.Capacitor capacitor) {
                int charge = ((LinearStamps.Capacitance) equations.stamp(capacitor.name())).charge();
                charges[charge] = capacitor.farads() * capacitor.initialVolts();
            }
        }
        return charges;
    }

    private void keep(double time, double[] fine, double[] coarse, double[] unknowns, double[] apart) {
        Kept step = new Kept(time, fine, coarse, unknowns, apart, switches.closed(), /* isSwitched= */ false);
        kept.add(step);
        double numbers = kept.size() * (2.0 * layout.chargeCount() + 2 * layout.size());
        if (kept.size() > MAX_STEPS || numbers > MAX_KEPT) {
            throw new ArithmeticException("the transient takes more than " + (kept.size() - 1)
                    + " steps, of which the last ends at " + step.time + " s: let it end earlier");
        }
    }

    // ---- the run

    private void run() {
        double t = 0;
        while (t < stop) {
            double end = Math.min(stop, equations.nextBreak(t));
            if (switches.areNone()) {
                segment(t, end, FIRST_HALVINGS);
                t = end;
            } else {
                settle(t, end);
                t = untilSwitched(t, end);
            }
        }
    }

    // ---- switches

    /** Changes the switches that must change at an instant, as after a jump of what controls them, one after another. */
    private void settle(double t, double end) {
        Kept last = kept.get(kept.size() - 1);
        for (int change = 0; change <= switches.most(); change++) {
            if (!shown.take(t, INSTANT * stop, last.fine, end, last.unknowns)) {
                throw new ArithmeticException(unsettled(t));
            }
            String changed = switches.change(shown.atStart());
            if (changed.isEmpty()) {
                boolean isSwitched = change > 0 || last.isSwitched;
                kept.set(
                        kept.size() - 1,
                        new Kept(
                                last.time,
                                last.fine,
                                last.coarse,
                                last.unknowns,
                                last.apart,
                                switches.closed(),
                                isSwitched));
                return;
            }
            if (change == switches.most()) {
                throw new ArithmeticException("switch " + changed + " opens and closes without end at t = " + t
                        + " s: give its model a hysteresis");
            }
        }
    }

    /** Goes on to a corner, or to where a switch must change before it; returns when that is. */
    private double untilSwitched(double start, double end) {
        double reached = segment(start, end, FIRST_HALVINGS);
        if (reached >= end) {
            return end;
        }
        // A switch must change between the last step and the end of the one that was tried.
        double length = crossing(reached, end);
        double at = Math.min(end, reached + length);
        if (!(at > reached)) {
            at = Math.nextUp(reached);
        }
        watches = false;
        segment(reached, at, 0);
        watches = true;
        Kept last = kept.get(kept.size() - 1);
        double rate = rate(last, length);
        doubtful += rate == 0 ? 0 : Math.min(length, SWITCHING / rate);
        return at;
    }

    /** Whether what controls the switches in half a step is about where the whole step has it, so that nothing hides between stages. */
    private boolean isForeseen(double from) {
        for (int i = 0; i < Radau.STAGES && !switches.areNone(); i++) {
            if (!switches.areForeseen(half.stage(i), whole, from + Radau.at(i) / 2)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a switch must change at one of the stages of a step. */
    private boolean mustSwitch(Step step) {
        boolean must = false;
        for (int i = 0; i < Radau.STAGES; i++) {
            must |= switches.beyond(step.stage(i)) > 0;
        }
        return must;
    }

    /** After how long a step from the last one a switch must change, by bisection: steps of any length may be taken. */
    private double crossing(double start, double end) {
        Kept last = kept.get(kept.size() - 1);
        double none = 0;
        double some = tried;
        double least = Math.max(ROUNDINGS * Math.ulp(start + tried), 0x1p-50 * tried);
        while (some - none > least) {
            double middle = none + (some - none) / 2;
            if (!half.take(start, middle / 2, last.fine, end, last.unknowns)) {
                throw new ArithmeticException(unsettled(start));
            }
            boolean mustSwitch = mustSwitch(half);
            if (!mustSwitch && !half.take(start + middle / 2, middle / 2, half.charges(), end, half.unknowns())) {
                throw new ArithmeticException(unsettled(start));
            }
            if (mustSwitch || mustSwitch(half)) {
                some = middle;
            } else {
                none = middle;
            }
        }
        return some;
    }

    /** How fast what controls the switch that must change went past where it must, per second, beside the largest there was. */
    private double rate(Kept last, double length) {
        double before = switches.beyond(kept.get(kept.size() - 2).unknowns);
        double now = switches.beyond(last.unknowns);
        double step = last.time - kept.get(kept.size() - 2).time;
        return Math.max(0, now - before) / Math.max(step, Math.min(length, step));
    }

    private static String unsettled(double t) {
        return "Newton's method does not settle at t = " + t + " s";
    }

    /**
     * From one corner to the next, in steps that are the whole divided by powers of two.
     *
     * @param firstHalvings how often the whole is halved for the first step
     * @return where it ended: before the step in which a switch must change, if one must
     */
    private double segment(double start, double end, int firstHalvings) {
        double all = end - start;
        int halvings = firstHalvings;
        long step = 0; // in units of all / 2^halvings
        while (step < 1L << halvings) {
            double h = all / (1L << halvings);
            double t = start + step * h;
            double next = step + 1 == 1L << halvings ? end : start + (step + 1) * h;
            double error = attempt(t, h, next, end);
            if (Double.isNaN(error)) {
                tried = h;
                return t;
            }
            if (error > 1) {
                if (halvings == MAX_HALVINGS) {
                    throw new ArithmeticException("no step is short enough at t = " + t + " s");
                }
                halvings++;
                step *= 2;
                continue;
            }
            step++;
            boolean even = (step & 1) == 0 && halvings > 1;
            if (error * LONGER < 1 && even) {
                halvings--;
                step /= 2;
            }
        }
        return end;
    }

    /**
     * Tries a step, and keeps it unless its error, in units of what is tolerated, is more than 1; NaN if a switch must change in it.
     */
    private double attempt(double t, double h, double next, double end) {
        Kept last = kept.get(kept.size() - 1);
        if (!whole.take(t, h, last.fine, end, last.unknowns)) {
            return Double.POSITIVE_INFINITY;
        }
        double[] one = whole.charges();
        double[] reached = whole.unknowns();
        if (!half.take(t, h / 2, last.fine, end, last.unknowns) || !isForeseen(0)) {
            return Double.POSITIVE_INFINITY;
        }
        boolean mustSwitch = mustSwitch(half);
        if (!half.take(t + h / 2, h / 2, half.charges(), end, half.unknowns()) || !isForeseen(0.5)) {
            return Double.POSITIVE_INFINITY;
        }
        mustSwitch |= mustSwitch(half);
        double[] fine = half.charges();
        double error = error(one, fine, reached, half.unknowns());
        if (error > 1) {
            return error;
        }
        double[] unknowns = half.unknowns();
        if (watches && mustSwitch) {
            return Double.NaN;
        }
        if (claim == Claim.NONE) {
            keep(next, fine, fine, unknowns, new double[unknowns.length]);
            return error;
        }
        double[] guess = whole.unknowns();
        if (!whole.take(t, h, last.coarse, end, guess)) {
            return Double.POSITIVE_INFINITY;
        }
        double[] other = whole.unknowns();
        double[] apart = new double[unknowns.length];
        for (int k = 0; k < apart.length; k++) {
            apart[k] = Math.abs(unknowns[k] - other[k]);
        }
        keep(next, fine, whole.charges(), unknowns, apart);
        return error;
    }

    /**
     * How much two ends of a step differ, in units of what is tolerated: of each charge beside the largest it was so far, or, where that
     * is next to nothing, of the voltage that goes with it beside the largest there is.
     */
    private double error(double[] one, double[] fine, double[] reached, double[] finer) {
        double[] most = half.largest();
        double worst = 0;
        for (int k = 0; k < largest.length; k++) {
            largest[k] = Math.max(largest[k], Math.abs(fine[k]));
            double apart = Math.abs(one[k] - fine[k]) / RICHARDSON;
            if (apart > tolerance * worst * largest[k]) {
                int[] ends = layout.chargeEnds(k);
                double across =
                        Math.abs(reached[ends[0]] - reached[ends[1]] - finer[ends[0]] + finer[ends[1]]) / RICHARDSON;
                int kind = layout.isVoltage(Math.max(ends[0], ends[1])) ? 0 : 1;
                double small = across / (tolerance * SMALL * most[kind]);
                worst = Math.max(worst, Math.min(apart / (tolerance * largest[k]), small));
            }
        }
        return worst;
    }

    // ---- probes

    /** When steps ended, from 0 on, in seconds. */
    public List<Double> times() {
        return kept.stream().map(Kept::time).toList();
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

    /** By how much something changes within the time by which switches may have changed too late. */
    private double drift(double t, ToDoubleFunction<Shown> value) {
        double before = covered(t - doubtful);
        double after = covered(t + doubtful);
        if (doubtful == 0 || before == t && after == t) {
            return 0;
        }
        double now = value.applyAsDouble(at(covered(t)));
        return Math.abs(value.applyAsDouble(at(before)) - now) + Math.abs(value.applyAsDouble(at(after)) - now);
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
        double rounding = ROUNDINGS * Math.ulp(stop) + doubtful;
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
        int low = before(time);
        int last = kept.size() - 1;
        // An impulse, which is as large as an instant is short, is told from a value by instants of two lengths.
        double instant = INSTANT * stop;
        // A time that was a step's end is one again, but where something may jump: there the next step has just begun.
        boolean mayJump = kept.get(low).isSwitched || isCorner(kept.get(low).time);
        boolean isInstant = time - kept.get(low).time < instant && mayJump && low < last;
        if (time == kept.get(low).time && !isInstant) {
            low--;
        }
        Kept from = kept.get(low);
        double h = time - from.time;
        Sums fine = new Sums(layout, 0);
        Sums coarse = new Sums(layout, 0);
        double[] growthFine = reach(from, from.fine, isInstant ? instant : h, isInstant, claim == Claim.ERRORS, fine);
        double[] growthCoarse = claim == Claim.NONE
                ? growthFine
                : reach(from, from.coarse, isInstant ? 4 * instant : h, isInstant, /* isFine= */ false, coarse);
        fine.time = time;
        coarse.time = time;
        double[] before = new double[fine.x.length];
        for (int k = Math.max(0, low - REMEMBERED); k <= low; k++) {
            for (int i = 0; i < before.length; i++) {
                before[i] = Math.max(before[i], kept.get(k).apart[i]);
            }
        }
        latest = new Shown(time, fine, growthFine, coarse, growthCoarse, before, largest(fine));
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
    private double[] reach(Kept from, double[] charges, double h, boolean isInstant, boolean isFine, Sums into) {
        switches.close(from.closed);
        double end = equations.nextBreak(from.time);
        boolean twice = isFine && !isInstant;
        boolean settles = shown.take(from.time, twice ? h / 2 : h, charges, end, from.unknowns);
        if (settles && twice) {
            settles = shown.take(from.time + h / 2, h / 2, shown.charges(), end, shown.unknowns());
        }
        if (!settles) {
            throw new ArithmeticException(unsettled(from.time + h));
        }
        double[] x = isInstant ? shown.atStart() : shown.unknowns();
        System.arraycopy(x, 0, into.x, 0, x.length);
        return isInstant ? shown.growthAtStart() : shown.growth();
    }

    /** Whether sources may jump at an instant, as they do when the circuit is switched on. */
    private boolean isCorner(double t) {
        return t == 0 || equations.nextBreak(Math.nextDown(t)) == t;
    }

    /** The last step's end that is not after an instant. */
    private int before(double time) {
        int low = 0;
        int high = kept.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (kept.get(middle).time <= time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
