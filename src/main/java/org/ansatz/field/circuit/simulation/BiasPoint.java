package org.ansatz.field.circuit.simulation;

import java.util.Arrays;
import java.util.Random;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Solution;
import org.ansatz.field.circuit.solution.Work;
import org.ansatz.field.circuit.sparse.SingularMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The point at which a circuit rests, by Newton's method; where that does not settle from nothing, with conductances to the ground that
 * are taken away step by step, and then with sources that grow (L. W. Nagel, SPICE2, UCB/ERL M520, 1975, 4.2). Of several points
 * it finds one.
 */
public final class BiasPoint implements Solution {

    private static final int MAX_ITERATIONS = 150;

    /** A point has settled if it moves by no more than this part of the largest voltage, or current, there is. */
    private static final double SETTLED = 1e-13;

    /** Where roundings keep it from that, it has settled if it moves by no more than this part, and no less than before. */
    private static final double ROUGHLY = 1e-8;

    /** The smallest conductance to the ground that helps. */
    private static final double LEAST_SHUNT = 1e-13;

    private static final int MAX_HALVINGS = 20;

    private final Equations equations;
    private final Layout layout;
    private final Blocks blocks;
    private final Sums sums;
    private final Sums[] lanes;
    private final Work work;
    private final double[] step;
    private final double[] doubt;

    /** What moved furthest last. */
    private int worst;

    /** What nothing fixed when the factors were last made without further conductances; 0 for nothing. */
    private int loose;

    /**
     * Finds the point.
     *
     * @throws ArithmeticException if there is none, or none is found; with the node that kept moving
     */
    public BiasPoint(Equations equations, Work work) {
        this(equations, null, work);
    }

    /**
     * Finds the point.
     *
     * @param near the point of a circuit with the same parts, from which it is not far, and from where its switches stay as they
     *     are if nothing moves them; null for none
     */
    public BiasPoint(Equations equations, @Nullable BiasPoint near, Work work) {
        this.equations = equations;
        this.work = work;
        layout = equations.layout();
        try {
            blocks = new Blocks(layout, 1, /* hasCapacities= */ false);
        } catch (SingularMatrix e) {
            throw new ArithmeticException(undetermined(e.column() + 1));
        }
        sums = new Sums(layout, 0);
        if (near != null) {
            System.arraycopy(near.sums.x, 0, sums.x, 0, sums.x.length);
            equations.switches().close(near.equations.switches().closed());
        }
        lanes = new Sums[] {sums};
        step = new double[layout.size()];
        sums.limits = true;
        rest();
        sums.limits = false;
        doubt = doubt();
    }

    /** Finds the point, and again where a switch must change there. */
    private void rest() {
        Switches switches = equations.switches();
        for (int change = 0; change <= switches.most(); change++) {
            if (!settles(0)) {
                find();
            }
            String changed = switches.change(sums.x);
            if (changed.isEmpty()) {
                return;
            }
            if (change == switches.most()) {
                throw new ArithmeticException("no point of rest was found: switch " + changed
                        + " opens where it is closed and closes where it is open");
            }
        }
    }

    private String undetermined(int unknown) {
        return unknown <= layout.nodeCount()
                ? "nothing fixes the voltage of node " + layout.nameOf(unknown) + " at rest"
                : "nothing fixes " + layout.nameOf(unknown)
                        + " at rest: it closes a loop of ideal voltages, in which inductors count";
    }

    /** Tries harder. */
    private void find() {
        Arrays.fill(sums.x, 0);
        for (double shunt = 1e-2; shunt >= LEAST_SHUNT; shunt /= 10) {
            if (!settles(shunt)) {
                growSources();
                return;
            }
        }
        if (!settles(0)) {
            growSources();
        }
    }

    private void growSources() {
        Arrays.fill(sums.x, 0);
        double[] reached = sums.x.clone();
        double part = 0;
        double stride = 0.1;
        int halvings = 0;
        while (part < 1) {
            sums.sources = Math.min(1, part + stride);
            if (settles(0)) {
                part = sums.sources;
                System.arraycopy(sums.x, 0, reached, 0, reached.length);
                stride *= 1.5;
            } else {
                System.arraycopy(reached, 0, sums.x, 0, reached.length);
                stride /= 4;
                if (++halvings > MAX_HALVINGS) {
                    String unknown = equations.withoutValue();
                    if (unknown != null) {
                        throw new ArithmeticException("no point of rest was found: the source " + unknown
                                + " has no value where it was tried");
                    }
                    throw new ArithmeticException(
                            loose > 0
                                    ? undetermined(loose)
                                    : "no point of rest was found: Newton's method does not settle, last at "
                                            + layout.nameOf(worst) + ", with the sources at "
                                            + Math.round(100 * part) + " %");
                }
            }
        }
        sums.sources = 1;
    }

    /** Newton's method from where the unknowns are. */
    private boolean settles(double shunt) {
        double last = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            equations.fill(sums);
            for (int k = 1; k <= layout.size(); k++) {
                double away = sums.sum[k] + (k <= layout.nodeCount() ? shunt * sums.x[k] : 0);
                step[k - 1] = -away;
            }
            work.multiply(equations.cost() + blocks.costOfFactors() + blocks.costOfSolving());
            try {
                blocks.factor(lanes, new double[0][0], shunt);
                loose = shunt == 0 ? 0 : loose;
            } catch (SingularMatrix e) {
                if (iteration == 0 && shunt == 0 && equations.isLinear()) {
                    throw new ArithmeticException(undetermined(e.column() + 1));
                }
                loose = shunt == 0 ? e.column() + 1 : loose;
                worst = e.column() + 1;
                return false;
            }
            blocks.solve(step);
            double moved = move();
            if (Double.isNaN(moved)) {
                Arrays.fill(sums.x, 0);
                return false;
            }
            boolean isThere = moved <= SETTLED || moved <= ROUGHLY && moved >= last / 2;
            if (!sums.isLimited && (isThere || equations.isLinear() && iteration > 0)) {
                return true;
            }
            last = moved;
        }
        return false;
    }

    /** Takes a step; returns how large it was beside what there is, voltages beside voltages and currents beside currents. */
    private double move() {
        double[] largest = {Double.MIN_NORMAL, Double.MIN_NORMAL};
        double[] furthest = new double[2];
        int[] where = new int[2];
        for (int k = 1; k <= layout.size(); k++) {
            int kind = layout.isVoltage(k) ? 0 : 1;
            sums.x[k] += step[k - 1];
            largest[kind] = Math.max(largest[kind], Math.abs(sums.x[k]));
            if (!(Math.abs(step[k - 1]) <= furthest[kind])) {
                furthest[kind] = Math.abs(step[k - 1]);
                where[kind] = k;
            }
        }
        double volts = furthest[0] / largest[0];
        double amperes = furthest[1] / largest[1];
        worst = volts >= amperes ? where[0] : where[1];
        // Math.max keeps NaN.
        return Math.max(volts, amperes);
    }

    /** How wrong each unknown may be: by the last step, and by roundings of the sums, with random signs. */
    private double[] doubt() {
        double[] found = new double[layout.size() + 1];
        equations.fill(sums);
        blocks.factor(lanes, new double[0][0], 0);
        Random random = new Random(39);
        for (int draw = 0; draw < 4; draw++) {
            double[] away = new double[layout.size()];
            for (int k = 1; k <= away.length; k++) {
                away[k - 1] = (random.nextBoolean() ? 4 : -4) * Math.ulp(sums.size[k]) + (draw == 0 ? sums.sum[k] : 0);
            }
            blocks.solve(away);
            for (int k = 1; k <= away.length; k++) {
                found[k] = Math.max(found[k], 2 * Math.abs(away[k - 1]));
            }
        }
        for (int k = 1; k < found.length; k++) {
            found[k] += 2 * Math.ulp(sums.x[k]);
        }
        return found;
    }

    // ---- what it came to

    /** The sums where it rests. */
    Sums sums() {
        equations.fill(sums);
        return sums;
    }

    @Override
    public Reading voltage(String from, String to, double t) {
        int a = layout.node(from);
        int b = layout.node(to);
        return new Reading(sums.between(a, b), doubt[a] + doubt[b]);
    }

    @Override
    public boolean isAtRest() {
        return true;
    }

    @Override
    public Reading current(String element, double t) {
        return current(element, 0, t);
    }

    @Override
    public Reading current(String element, int terminal, double t) {
        Stamp stamp = equations.stamp(element);
        double[] resting = new double[layout.chargeCount()];
        double value = valueAt(sums.x, stamp, terminal, resting);
        double error = 4 * Math.ulp(value);
        Random random = new Random(40);
        for (int draw = 0; draw < 4; draw++) {
            double[] moved = sums.x.clone();
            for (int k = 1; k < moved.length; k++) {
                moved[k] += random.nextBoolean() ? doubt[k] : -doubt[k];
            }
            error = Math.max(error, 2 * Math.abs(valueAt(moved, stamp, terminal, resting) - value));
        }
        return new Reading(value, error);
    }

    private double valueAt(double[] x, Stamp stamp, int terminal, double[] resting) {
        Sums there = new Sums(layout, 0);
        System.arraycopy(x, 0, there.x, 0, x.length);
        there.time = sums.time;
        equations.fill(there);
        return stamp.current(terminal, there, resting);
    }
}
