package org.ansatz.field.circuit.simulation;

import org.ansatz.field.circuit.solution.Work;
import org.ansatz.field.circuit.sparse.SingularMatrix;
import org.jspecify.annotations.Nullable;

/**
 * A step of the method {@link Radau}: charges at its start are given, and at each of its stages the currents sum up to nothing while
 * the charges grow as the polynomial through all stages says. Solved for all stages at once by Newton's method. Nothing but charges
 * is taken from before the step, so that voltages may jump where it begins.
 */
final class Step {

    private static final int MAX_ITERATIONS = 40;

    /**
     * The stages have settled if they are expected to move further by no more than this part of the largest voltage, or current, there
     * was: a step of Newton's method by as much as the last one, times how much shorter that was than the one before.
     */
    private static final double SETTLED = 1e-12;

    /** Newton's method alone, with new factors, squares what is left once it is as small as this. */
    private static final double SQUARED = 1e-8;

    /** The factors are made anew where a step is not this much shorter than the one before. */
    private static final double SLOW = 0.1;

    private final Equations equations;
    private final Layout layout;
    private final Blocks blocks;
    private final Sums[] stages = new Sums[Radau.STAGES];
    private final double[][] weights = new double[Radau.STAGES][Radau.STAGES];
    private final double[] right;
    private final Work work;

    /** The largest voltage and current there were so far where the stages had settled. */
    private final double[] largest = {Double.MIN_NORMAL, Double.MIN_NORMAL};

    private double factored = Double.NaN;
    private int changes;
    private double length;
    private double[] before = new double[0];

    Step(Equations equations, Work work) {
        this.equations = equations;
        this.work = work;
        layout = equations.layout();
        try {
            blocks = new Blocks(layout, Radau.STAGES, /* hasCapacities= */ true);
        } catch (SingularMatrix e) {
            throw new ArithmeticException(NO_SOLUTION);
        }
        for (int i = 0; i < stages.length; i++) {
            stages[i] = new Sums(layout, i);
            stages[i].limits = true;
        }
        right = new double[blocks.size()];
    }

    static final String NO_SOLUTION =
            "the network has no unique solution in time: a part of it floats, or ideal voltages close a loop";

    /**
     * Takes a step.
     *
     * @param t when it begins
     * @param h how long it is
     * @param charge at its start
     * @param end before which its sources are taken: what jumps there has not jumped yet
     * @param guess the unknowns at about its start; null for nothing
     * @return whether Newton's method settles
     */
    boolean take(double t, double h, double[] charge, double end, double @Nullable [] guess) {
        length = h;
        before = charge;
        for (int i = 0; i < stages.length; i++) {
            stages[i].time = Math.min(t + Radau.at(i) * h, Math.nextDown(end));
            if (guess != null) {
                System.arraycopy(guess, 0, stages[i].x, 0, guess.length);
            }
            for (int j = 0; j < stages.length; j++) {
                weights[i][j] = Radau.inverse(i, j) / h;
            }
        }
        double last = Double.POSITIVE_INFINITY;
        boolean isNew = factored != length || changes != equations.switches().changes();
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            fill();
            if (isNew && !factor()) {
                return false;
            }
            work.multiply(blocks.costOfSolving());
            blocks.solve(right);
            double moved = move();
            if (Double.isNaN(moved)) {
                factored = Double.NaN;
                return false;
            }
            double rate = iteration == 0 ? 1 : moved / last;
            // Where it was at rest already there is no rate.
            boolean isThere = moved == 0 || (isNew ? moved <= SQUARED : rate < 1 && moved * rate <= SETTLED);
            if (!isLimited() && (isThere || equations.isLinear())) {
                settled();
                return true;
            }
            isNew = isLimited() || iteration > 0 && rate > SLOW;
            last = moved;
        }
        factored = Double.NaN;
        return false;
    }

    private boolean isLimited() {
        for (Sums stage : stages) {
            if (stage.isLimited) {
                return true;
            }
        }
        return false;
    }

    private void fillSums() {
        work.multiply(stages.length * equations.cost());
        for (Sums stage : stages) {
            equations.fill(stage);
        }
    }

    /** What is left of the sums, with the growth of the charges. */
    private void fill() {
        fillSums();
        for (int i = 0; i < stages.length; i++) {
            for (int k = 1; k <= layout.size(); k++) {
                right[blocks.index(k, i)] = -stages[i].sum[k];
            }
        }
        for (int charge = 0; charge < layout.chargeCount(); charge++) {
            int[] ends = layout.chargeEnds(charge);
            for (int i = 0; i < stages.length; i++) {
                double growth = growth(charge, i);
                subtract(ends[0], i, growth);
                subtract(ends[1], i, -growth);
            }
        }
    }

    private void subtract(int unknown, int stage, double value) {
        if (unknown != Layout.GROUND) {
            right[blocks.index(unknown, stage)] -= value;
        }
    }

    /** How fast a charge grows at a stage. */
    private double growth(int charge, int stage) {
        double growth = 0;
        for (int j = 0; j < stages.length; j++) {
            growth += weights[stage][j] * (stages[j].charge[charge] - before[charge]);
        }
        return growth;
    }

    /** Makes the factors anew for where the stages are; false if there are none. */
    private boolean factor() {
        work.multiply(blocks.costOfFactors());
        try {
            blocks.factor(stages, weights, 0);
            factored = length;
            changes = equations.switches().changes();
            return true;
        } catch (SingularMatrix e) {
            factored = Double.NaN;
            if (equations.isLinear()) {
                throw new ArithmeticException(NO_SOLUTION);
            }
            return false;
        }
    }

    /** Moves all stages; returns how far, beside the largest there was of its kind. */
    private double move() {
        double[] furthest = new double[2];
        double[] scale = largest.clone();
        for (int k = 1; k <= layout.size(); k++) {
            int kind = layout.isVoltage(k) ? 0 : 1;
            for (int i = 0; i < stages.length; i++) {
                double change = right[blocks.index(k, i)];
                stages[i].x[k] += change;
                furthest[kind] = Math.max(furthest[kind], Math.abs(change));
                scale[kind] = Math.max(scale[kind], Math.abs(stages[i].x[k]));
            }
        }
        return Math.max(furthest[0] / scale[0], furthest[1] / scale[1]);
    }

    /** Notes how large voltages and currents are where the stages have settled. */
    private void settled() {
        for (int k = 1; k <= layout.size(); k++) {
            int kind = layout.isVoltage(k) ? 0 : 1;
            largest[kind] = Math.max(largest[kind], Math.abs(stages[stages.length - 1].x[k]));
        }
        for (Sums stage : stages) {
            stage.limits = false;
        }
        fillSums();
        for (Sums stage : stages) {
            stage.limits = true;
        }
    }

    // ---- what it came to

    /** The largest voltage and the largest current there were so far. */
    double[] largest() {
        return largest.clone();
    }

    /** The charges at its end. */
    double[] charges() {
        return stages[Radau.STAGES - 1].charge.clone();
    }

    /** The unknowns at its end. */
    double[] unknowns() {
        return stages[Radau.STAGES - 1].x.clone();
    }

    /** The unknowns at a stage. */
    double[] stage(int index) {
        return stages[index].x;
    }

    /** When a stage is, in seconds. */
    double time(int index) {
        return stages[index].time;
    }

    /** The sums at its end, with the unknowns and charges there. */
    Sums end() {
        return stages[Radau.STAGES - 1];
    }

    /** How fast each charge grows at its end. */
    double[] growth() {
        double[] growth = new double[layout.chargeCount()];
        for (int charge = 0; charge < growth.length; charge++) {
            growth[charge] = growth(charge, Radau.STAGES - 1);
        }
        return growth;
    }

    /** The unknowns at its start, just after what jumps there, by the polynomial through the stages. */
    double[] atStart() {
        double[] start = new double[layout.size() + 1];
        for (int j = 0; j < stages.length; j++) {
            double part = Radau.polynomial(j, 0);
            for (int k = 1; k < start.length; k++) {
                start[k] += part * stages[j].x[k];
            }
        }
        return start;
    }

    /** How fast each charge grows just after its start, by the same polynomial: charge that passed in no time is left out. */
    double[] growthAtStart() {
        double[] growth = new double[layout.chargeCount()];
        for (int charge = 0; charge < growth.length; charge++) {
            for (int j = 0; j < stages.length; j++) {
                growth[charge] += Radau.slopeAtStart(j) * stages[j].charge[charge] / length;
            }
        }
        return growth;
    }
}
