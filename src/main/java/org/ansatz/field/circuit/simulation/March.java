package org.ansatz.field.circuit.simulation;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.solution.Work;

/**
 * Goes through time by steps that end where sources have corners and where switches must change. Each step is compared with two of
 * half its length, which are kept; a second course goes by the whole steps alone.
 */
final class March {

    /** A time that was computed may lie beyond an end by so many roundings. */
    static final int ROUNDINGS = 8;

    /** How long a step is, beside the whole, that shows what is there just after an instant. */
    static final double INSTANT = 0x1p-36;

    /** Voltages that are this much smaller than the largest need not be right by themselves. */
    private static final double SMALL = 1e-3;

    private static final int MAX_STEPS = 20_000;

    /** The most numbers that are kept of all steps. */
    private static final double MAX_KEPT = 3e7;

    /** A step that is shorter than this part of the whole needs not foresee what drives the circuit: it may jump by the time. */
    private static final double SHORT = 1e-9;

    private static final int FIRST_HALVINGS = 6;
    private static final int MAX_HALVINGS = 60;

    /** Half steps of order 5 are better than whole ones by 2^5 − 1. */
    private static final double RICHARDSON = 31;

    /** A step that is better than was asked for by so much may be twice as long. */
    private static final double LONGER = 128;

    /** How far past its threshold what controls a switch may be when it changes, beside the largest there was. */
    private static final double SWITCHING = 1e-10;

    private final Equations equations;
    private final Layout layout;
    private final double stop;
    private final double tolerance;
    private final boolean isCompared;
    private final double[] largest;
    private final List<Steps.End> ends = new ArrayList<>();
    private final Step whole;
    private final Step half;
    private final Step shown;
    private final Switches switches;
    private final Lines lines;
    private final LawsAlong laws;
    private final Drives drives;

    /** Whether steps end where a switch must change. */
    private boolean watches = true;

    /** How long the step was in which a switch must change. */
    private double tried;

    /** How wrong the times may be, in seconds, at which switches changed. */
    private double doubtful;

    private March(Equations equations, double stop, double tolerance, boolean isCompared, Work work) {
        this.equations = equations;
        this.stop = stop;
        this.tolerance = tolerance;
        this.isCompared = isCompared;
        layout = equations.layout();
        switches = equations.switches();
        lines = equations.lines();
        laws = equations.laws();
        drives = equations.drives();
        whole = new Step(equations, work);
        half = new Step(equations, work);
        shown = new Step(equations, work);
        largest = new double[layout.chargeCount()];
    }

    /**
     * Goes from 0 s to an end.
     *
     * @param fromRest whether it starts from the point of rest; else from what capacitors and inductors state
     * @param tolerance how wrong a step may be, beside the largest charge of each kind so far
     * @param isCompared whether there is a second course
     * @throws ArithmeticException if the circuit has no solution, or takes too many steps
     */
    static Steps to(
            Equations equations, boolean fromRest, double stop, double tolerance, boolean isCompared, Work work) {
        March march = new March(equations, stop, tolerance, isCompared, work);
        if (fromRest) {
            Sums rest = new BiasPoint(equations, work).sums();
            march.start(rest.charge.clone(), rest.x.clone());
        } else {
            march.start(march.stated(), new double[march.layout.size() + 1]);
        }
        march.run();
        return new Steps(march.ends, march.doubtful);
    }

    private void start(double[] charges, double[] unknowns) {
        lines.begin(unknowns, stop, tolerance);
        keep(0, charges, charges, unknowns, new double[unknowns.length]);
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
        ends.add(new Steps.End(time, fine, coarse, unknowns, apart, switches.closed(), /* isSwitched= */ false));
        double numbers = ends.size() * (2.0 * layout.chargeCount() + 2 * layout.size());
        if (ends.size() > MAX_STEPS || numbers > MAX_KEPT) {
            throw new ArithmeticException("the transient takes more than " + (ends.size() - 1)
                    + " steps, of which the last ends at " + time + " s: let it end earlier");
        }
    }

    private void run() {
        double t = 0;
        while (t < stop) {
            double end = Math.min(Math.min(stop, equations.nextBreak(t, stop)), t + lines.shortestDelay());
            if (switches.areNone()) {
                segment(t, end, firstHalvings());
                t = end;
            } else {
                settle(t, end);
                t = untilSwitched(t, end);
            }
            doubtCorner();
            lines.corner(t);
        }
    }

    /**
     * A corner is rounded to the times that doubles know, which lie far apart late in a transient: a short pulse is longer or shorter by
     * as much, and the second course goes on from what that does to the charges.
     */
    private void doubtCorner() {
        Steps.End last = ends.get(ends.size() - 1);
        Steps.End before = ends.get(ends.size() - 2);
        double share = 2 * Math.ulp(last.time()) / (last.time() - before.time());
        if (!isCompared || !(share > 0)) {
            return;
        }
        double[] coarse = last.coarse().clone();
        for (int k = 0; k < coarse.length; k++) {
            coarse[k] += share * (last.fine()[k] - before.fine()[k]);
        }
        ends.set(
                ends.size() - 1,
                new Steps.End(
                        last.time(),
                        last.fine(),
                        coarse,
                        last.unknowns(),
                        last.apart(),
                        last.closed(),
                        last.isSwitched()));
    }

    /** From corner to corner there is little to see on lines, and corners are many. */
    private int firstHalvings() {
        return lines.areNone() ? FIRST_HALVINGS : 0;
    }

    // ---- switches

    /** Changes the switches that must change at an instant, as after a jump of what controls them, one after another. */
    private void settle(double t, double end) {
        Steps.End last = ends.get(ends.size() - 1);
        for (int change = 0; change <= switches.most(); change++) {
            if (!shown.take(t, INSTANT * stop, last.fine(), end, last.unknowns())) {
                throw new ArithmeticException(unsettled(t));
            }
            String changed = switches.change(shown.atStart());
            if (changed.isEmpty()) {
                boolean isSwitched = change > 0 || last.isSwitched();
                ends.set(
                        ends.size() - 1,
                        new Steps.End(
                                last.time(),
                                last.fine(),
                                last.coarse(),
                                last.unknowns(),
                                last.apart(),
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
        double reached = segment(start, end, firstHalvings());
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
        Steps.End last = ends.get(ends.size() - 1);
        double rate = rate(last, length);
        doubtful += rate == 0 ? 0 : Math.min(length, SWITCHING / rate);
        return at;
    }

    /** Whether what controls the switches in half a step is about where the whole step has it, so that nothing hides between stages. */
    private boolean isForeseen(double from) {
        boolean isShort = whole.time(Radau.STAGES - 1) - whole.time(0) < SHORT * stop;
        return (isShort || drives.areForeseen(half, whole, from))
                && (switches.areNone() || switches.areForeseen(half, whole, from));
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
        Steps.End last = ends.get(ends.size() - 1);
        double none = 0;
        double some = tried;
        double least = Math.max(ROUNDINGS * Math.ulp(start + tried), 0x1p-50 * tried);
        while (some - none > least) {
            double middle = none + (some - none) / 2;
            if (!half.take(start, middle / 2, last.fine(), end, last.unknowns())) {
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
    private double rate(Steps.End last, double length) {
        double before = switches.beyond(ends.get(ends.size() - 2).unknowns());
        double now = switches.beyond(last.unknowns());
        double step = last.time() - ends.get(ends.size() - 2).time();
        return Math.max(0, now - before) / Math.max(step, Math.min(length, step));
    }

    static String unsettled(double t) {
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
        Steps.End last = ends.get(ends.size() - 1);
        if (h > equations.longestStep(t, next, stop) || !whole.take(t, h, last.fine(), end, last.unknowns())) {
            return Double.POSITIVE_INFINITY;
        }
        double[] one = whole.charges();
        double[] reached = whole.unknowns();
        double[][] waves = lines.leaving(whole);
        LawsAlong.Along along = laws.along(whole, t);
        if (!half.take(t, h / 2, last.fine(), end, last.unknowns()) || !isForeseen(0)) {
            return Double.POSITIVE_INFINITY;
        }
        boolean mustSwitch = mustSwitch(half);
        double[][] firstWaves = lines.leaving(half);
        LawsAlong.Along first = laws.along(half, t);
        if (!half.take(t + h / 2, h / 2, half.charges(), end, half.unknowns()) || !isForeseen(0.5)) {
            return Double.POSITIVE_INFINITY;
        }
        mustSwitch |= mustSwitch(half);
        double[] fine = half.charges();
        double[][] finerWaves = Lines.joined(firstWaves, lines.leaving(half));
        double error = Math.max(error(one, fine, reached, half.unknowns()), lines.error(waves, finerWaves) / tolerance);
        if (!laws.areNone()) {
            double[] start = mayJump(t) ? new double[0] : last.unknowns();
            LawsAlong.Along second = laws.along(half, t + h / 2);
            if (h > SHORT * stop && !laws.areSeen(first, second, start)) {
                return Double.POSITIVE_INFINITY;
            }
            double size = laws.size(along, first, second, start, t);
            error = Math.max(error, size / (RICHARDSON * tolerance));
        }
        if (error > 1) {
            return error;
        }
        double[] unknowns = half.unknowns();
        if (watches && mustSwitch) {
            return Double.NaN;
        }
        if (!isCompared) {
            lines.keepFine(t, h, finerWaves);
            keep(next, fine, fine, unknowns, new double[unknowns.length]);
            return error;
        }
        double[] guess = whole.unknowns();
        lines.follow(/* isFine= */ false);
        boolean settles = whole.take(t, h, last.coarse(), end, guess);
        lines.follow(/* isFine= */ true);
        if (!settles) {
            return Double.POSITIVE_INFINITY;
        }
        lines.keepFine(t, h, finerWaves);
        lines.keepCoarse(t, h, lines.leaving(whole));
        double[] other = whole.unknowns();
        double[] apart = new double[unknowns.length];
        for (int k = 0; k < apart.length; k++) {
            apart[k] = Math.abs(unknowns[k] - other[k]);
        }
        keep(next, fine, whole.charges(), unknowns, apart);
        return error;
    }

    private boolean mayJump(double t) {
        return t == 0 || equations.nextBreak(Math.nextDown(t), stop) == t;
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
}
