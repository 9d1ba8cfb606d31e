package org.ansatz.field.circuit.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Component.Controlled;
import org.ansatz.field.circuit.netlist.Component.Inductor;
import org.ansatz.field.circuit.netlist.Element.Capacitor;
import org.ansatz.field.circuit.netlist.Element.CurrentSource;
import org.ansatz.field.circuit.netlist.Element.Resistor;
import org.ansatz.field.circuit.netlist.Element.VoltageSource;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Solution;
import org.ansatz.field.circuit.solution.Work;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * What a linear network does from t = 0, its capacitors and inductors starting from what is stated, or from nothing: the
 * differential-algebraic equations G x + C x′ = b by the method Radau IIA of order 5 (E. Hairer, G. Wanner, Solving Ordinary
 * Differential Equations II, 1996, IV.5), which is exact in the end points and damps what is infinitely fast. What goes from step
 * to step is C x, charges and fluxes, which do not jump. Steps end where sources have corners; each is compared with two of half its
 * length, which are kept; a second course goes by the whole steps alone, and what it differs by is the error that is claimed.
 */
public final class LinearTransient implements Solution {

    private static final double TOLERANCE = 1e-11;

    /** A time that was computed may lie beyond an end by so many roundings. */
    private static final int ROUNDINGS = 8;

    private final LinearNetwork network;
    private final double stop;
    private final Run run;

    /**
     * Runs a network.
     *
     * @param stop when to end, in seconds, positive
     * @throws ArithmeticException if it has no solution, or takes too many steps
     */
    public LinearTransient(LinearNetwork network, double stop, Work work) {
        if (!(stop > 0) || Double.isInfinite(stop)) {
            throw new ArithmeticException("a transient lasts for a positive time; here for " + stop + " s");
        }
        this.network = network;
        this.stop = stop;
        run = new Run(network, stop, work);
    }

    @Override
    public List<String> remarks() {
        return network.remarks();
    }

    @Override
    public Reading voltage(String from, String to, double t) {
        int a = network.voltageOf(from);
        int b = network.voltageOf(to);
        double time = covered(t);
        return read(
                run.at(time, HALVES).voltage(a, b),
                run.at(time, WHOLES).voltage(a, b),
                run.apart(time, a) + run.apart(time, b));
    }

    @Override
    public Reading current(String element, double t) {
        Component part = network.part(element);
        double time = covered(t);
        int branch = network.currentOf(part);
        return read(run.current(part, time, HALVES), run.current(part, time, WHOLES), run.apart(time, branch));
    }

    /** Two courses may cross, so that what they were apart a little before counts as well. */
    private static Reading read(double value, double other, double before) {
        return new Reading(value, Math.max(Math.abs(value - other), before) + 64 * Math.ulp(value));
    }

    private double covered(double t) {
        double rounding = ROUNDINGS * Math.ulp(stop);
        if (!(t >= -rounding && t <= stop + rounding)) {
            throw new ArithmeticException("t = " + t + " s lies outside the transient, 0 s to " + stop + " s");
        }
        return Math.max(0, Math.min(stop, t));
    }

    /** The course that goes by half steps, whose values are given. */
    private static final int HALVES = 0;

    /** The course that goes by whole steps, which shows how wrong the other may be. */
    private static final int WHOLES = 1;

    /** How long a step is, beside the whole, that shows what is there just after an instant. */
    private static final double INSTANT = 0x1p-36;

    /** Both courses, step by step. */
    private static final class Run {

        private static final double ROOT = Math.sqrt(6);
        private static final double[] AT = {(4 - ROOT) / 10, (4 + ROOT) / 10, 1};

        /** The inverse of the coefficients of Radau IIA. */
        private static final double[][] INVERSE = new LUDecomposition(new Array2DRowRealMatrix(new double[][] {
                    {(88 - 7 * ROOT) / 360, (296 - 169 * ROOT) / 1800, (-2 + 3 * ROOT) / 225},
                    {(296 + 169 * ROOT) / 1800, (88 + 7 * ROOT) / 360, (-2 - 3 * ROOT) / 225},
                    {(16 - ROOT) / 36, (16 + ROOT) / 36, 1.0 / 9}
                }))
                .getSolver()
                .getInverse()
                .getData();

        private static final int STAGES = 3;

        /** The polynomials that are 1 at one of the stages and 0 at the others, at the beginning of a step. */
        private static final double[] AT_START = atStart();

        private static final double[] SLOPE_AT_START = slopeAtStart();
        private static final int MAX_STEPS = 20_000;
        private static final int FIRST_HALVINGS = 6;
        private static final int MAX_HALVINGS = 60;

        /** So many steps before an instant tell how wrong the course is there. */
        private static final int REMEMBERED = 12;

        /** Lengths of steps whose equations are kept solved. */
        private static final int MAX_SOLVERS = 200;

        /** Half steps of order 5 are better than whole ones by 2^5 − 1. */
        private static final double RICHARDSON = 31;

        /** A step that is better than was asked for by so much may be twice as long. */
        private static final double LONGER = 128;

        private final LinearNetwork network;
        private final Work work;
        private final double stop;
        private final double[][] g;
        private final double[][] c;
        private final int size;
        private final double[] largest;
        private final Map<Double, Solver> solvers = new HashMap<>();
        private final List<Double> times = new ArrayList<>();
        private final List<double[][]> stored = new ArrayList<>();
        private final List<double[][]> volts = new ArrayList<>();
        private final List<double[]> apart = new ArrayList<>();
        private final List<Capacitor> capacitors = new ArrayList<>();
        private final Shown[] shown = {NOTHING, NOTHING};

        Run(LinearNetwork network, double stop, Work work) {
            this.network = network;
            this.stop = stop;
            this.work = work;
            double[][][] coefficients = network.coefficients();
            g = coefficients[0];
            c = coefficients[1];
            size = g.length;
            largest = new double[size];
            for (Component part : network.parts()) {
                if (part instanceof Capacitor capacitor) {
                    capacitors.add(capacitor);
                }
            }
            run();
        }

        private static double[] atStart() {
            double[] at = new double[STAGES];
            for (int j = 0; j < STAGES; j++) {
                at[j] = 1;
                for (int k = 0; k < STAGES; k++) {
                    at[j] *= k == j ? 1 : -AT[k] / (AT[j] - AT[k]);
                }
            }
            return at;
        }

        private static double[] slopeAtStart() {
            double[] slopes = new double[STAGES];
            for (int j = 0; j < STAGES; j++) {
                for (int k = 0; k < STAGES; k++) {
                    double product = k == j ? 0 : 1 / (AT[j] - AT[k]);
                    for (int m = 0; m < STAGES; m++) {
                        product *= m == j || m == k ? 1 : -AT[m] / (AT[j] - AT[m]);
                    }
                    slopes[j] += product;
                }
            }
            return slopes;
        }

        /** Whether sources may jump at an instant, as they do when the circuit is switched on. */
        private boolean isCorner(double t) {
            return t == 0 || nextBreak(Math.nextDown(t)) == t;
        }

        /** C x at the start: charges of the capacitors and fluxes of the inductors. */
        private double[] initial() {
            double[] charge = new double[size];
            for (Component part : network.parts()) {
                if (part instanceof Capacitor capacitor) {
                    double q = capacitor.farads() * capacitor.initialVolts();
                    add(charge, network.voltageOf(capacitor.plus()), q);
                    add(charge, network.voltageOf(capacitor.minus()), -q);
                } else if (part instanceof Inductor inductor) {
                    int current = network.currentOf(inductor);
                    for (int row = 0; row < size; row++) {
                        charge[row] += c[row][current] * inductor.initialAmperes();
                    }
                }
            }
            return charge;
        }

        private static void add(double[] row, int index, double value) {
            if (index >= 0) {
                row[index] += value;
            }
        }

        private void run() {
            double[] charge = initial();
            double[] across =
                    capacitors.stream().mapToDouble(Capacitor::initialVolts).toArray();
            double t = 0;
            keep(t, new double[][] {charge, charge}, new double[][] {across, across});
            while (t < stop) {
                double end = Math.min(stop, nextBreak(t));
                segment(t, end);
                t = end;
            }
        }

        private void keep(double t, double[][] charges, double[][] acrossCapacitors) {
            times.add(t);
            stored.add(charges);
            volts.add(acrossCapacitors);
            if (times.size() > MAX_STEPS) {
                throw new ArithmeticException("the transient takes more than " + MAX_STEPS
                        + " steps, of which the last ends at " + t + " s: let it end earlier");
            }
        }

        private double nextBreak(double t) {
            double next = Double.POSITIVE_INFINITY;
            for (Component part : network.parts()) {
                if (part instanceof VoltageSource source) {
                    next = Math.min(next, source.volts().nextBreak(t));
                } else if (part instanceof CurrentSource source) {
                    next = Math.min(next, source.amperes().nextBreak(t));
                }
            }
            return next;
        }

        /** From one corner to the next, in steps that are the whole divided by powers of two. */
        private void segment(double start, double end) {
            double whole = end - start;
            int halvings = FIRST_HALVINGS;
            long step = 0; // in units of whole / 2^halvings
            while (step < 1L << halvings) {
                double h = whole / (1L << halvings);
                double t = start + step * h;
                double[][] charges = stored.get(stored.size() - 1);
                double[][] one = stages(t, h, charges[HALVES], end);
                double[][] half = stages(t, h / 2, charges[HALVES], end);
                double[][] second = stages(t + h / 2, h / 2, times(half[2]), end);
                double error = error(one[2], second[2]);
                if (error > 1) {
                    if (halvings == MAX_HALVINGS) {
                        throw new ArithmeticException("no step is short enough at t = " + t + " s");
                    }
                    halvings++;
                    step *= 2;
                    continue;
                }
                step++;
                double[] alone = stages(t, h, charges[WHOLES], end)[2];
                keep(
                        step == 1L << halvings ? end : start + step * h,
                        new double[][] {times(second[2]), times(alone)},
                        new double[][] {acrossCapacitors(second[2]), acrossCapacitors(alone)});
                apart.add(apart(second[2], alone));
                boolean even = (step & 1) == 0 && halvings > 1;
                if (error * LONGER < 1 && even) {
                    halvings--;
                    step /= 2;
                }
            }
        }

        private static double[] apart(double[] a, double[] b) {
            double[] apart = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                apart[i] = Math.abs(a[i] - b[i]);
            }
            return apart;
        }

        /** How far apart the courses of an unknown were at the ends of the steps before an instant. */
        double apart(double time, int index) {
            double worst = 0;
            int last = before(time);
            for (int k = Math.max(0, last - REMEMBERED); k < Math.min(last, apart.size()) && index >= 0; k++) {
                worst = Math.max(worst, apart.get(k)[index]);
            }
            return worst;
        }

        private double[] acrossCapacitors(double[] x) {
            double[] across = new double[capacitors.size()];
            for (int i = 0; i < across.length; i++) {
                across[i] = across(x, capacitors.get(i));
            }
            return across;
        }

        private double across(double[] x, Capacitor capacitor) {
            int a = network.voltageOf(capacitor.plus());
            int b = network.voltageOf(capacitor.minus());
            return (a < 0 ? 0 : x[a]) - (b < 0 ? 0 : x[b]);
        }

        /** C x. */
        private double[] times(double[] x) {
            double[] product = new double[size];
            for (int row = 0; row < size; row++) {
                for (int column = 0; column < size; column++) {
                    product[row] += c[row][column] * x[column];
                }
            }
            return product;
        }

        /** How much two solutions differ, beside what is tolerated, in charges and fluxes as large as they were so far. */
        private double error(double[] a, double[] b) {
            for (int i = 0; i < size; i++) {
                largest[i] = Math.max(largest[i], Math.abs(b[i]));
            }
            double[] p = times(a);
            double[] q = times(b);
            double worst = 0;
            for (int row = 0; row < size; row++) {
                double scale = 0;
                for (int column = 0; column < size; column++) {
                    scale += Math.abs(c[row][column]) * largest[column];
                }
                double apart = Math.abs(p[row] - q[row]) / RICHARDSON;
                worst = scale == 0 ? worst : Math.max(worst, apart / (scale * TOLERANCE));
            }
            return worst;
        }

        /** The solution in the three stages of a step; sources that jump at its end have not yet done so. */
        private double[][] stages(double t, double h, double[] charge, double end) {
            double[] right = new double[STAGES * size];
            for (int i = 0; i < STAGES; i++) {
                double time = Math.min(t + AT[i] * h, Math.nextDown(end));
                double[] given = network.rightSide(source -> source instanceof VoltageSource voltage
                        ? voltage.volts().at(time)
                        : ((CurrentSource) source).amperes().at(time));
                double weight = (INVERSE[i][0] + INVERSE[i][1] + INVERSE[i][2]) / h;
                for (int row = 0; row < size; row++) {
                    right[i * size + row] = given[row] + weight * charge[row];
                }
            }
            work.multiply(9.0 * size * size);
            double[] solution = solver(h).solve(scaled(right, h));
            double[][] stages = new double[STAGES][];
            for (int i = 0; i < STAGES; i++) {
                stages[i] = Arrays.copyOfRange(solution, i * size, (i + 1) * size);
            }
            return stages;
        }

        private double[] scaled(double[] right, double h) {
            double[] scaled = new double[right.length];
            for (int i = 0; i < right.length; i++) {
                scaled[i] = right[i] * scale(i % size, h);
            }
            return scaled;
        }

        /** Rows are made of one size, so that currents of picoamperes stand beside volts. */
        private double scale(int row, double h) {
            double sum = 0;
            for (int column = 0; column < size; column++) {
                sum = Math.max(sum, Math.abs(g[row][column]) + Math.abs(c[row][column]) / h);
            }
            return sum == 0 ? 1 : Math.scalb(1.0, -Math.getExponent(sum));
        }

        private Solver solver(double h) {
            Solver known = solvers.get(h);
            if (known != null) {
                return known;
            }
            double n = STAGES * size;
            work.multiply(n * n * n);
            double[][] matrix = new double[STAGES * size][STAGES * size];
            for (int row = 0; row < size; row++) {
                double scale = scale(row, h);
                for (int column = 0; column < size; column++) {
                    for (int i = 0; i < STAGES; i++) {
                        matrix[i * size + row][i * size + column] += scale * g[row][column];
                        for (int j = 0; j < STAGES; j++) {
                            matrix[i * size + row][j * size + column] += scale * INVERSE[i][j] / h * c[row][column];
                        }
                    }
                }
            }
            LUDecomposition decomposition = new LUDecomposition(new Array2DRowRealMatrix(matrix), 1e-200);
            if (!decomposition.getSolver().isNonSingular()) {
                throw new ArithmeticException(
                        "the network has no unique solution in time: a part of it floats, or ideal voltages"
                                + " close a loop");
            }
            Solver solver = new Solver(matrix, decomposition.getSolver());
            solvers.put(h, solver);
            return solver;
        }

        /** Equations with their factors; a solution is refined once, so that roundings do not add up from step to step. */
        @SuppressWarnings("ArrayRecordComponent")
        private record Solver(double[][] matrix, DecompositionSolver factors) {
            double[] solve(double[] right) {
                double[] first =
                        factors.solve(new ArrayRealVector(right, false)).toArray();
                double[] rest = right.clone();
                for (int row = 0; row < rest.length; row++) {
                    for (int column = 0; column < rest.length; column++) {
                        rest[row] -= matrix[row][column] * first[column];
                    }
                }
                double[] change =
                        factors.solve(new ArrayRealVector(rest, false)).toArray();
                for (int i = 0; i < first.length; i++) {
                    first[i] += change[i];
                }
                return first;
            }
        }

        // ---- probes

        /** The number of the last step's end that is not after an instant; 0 is the beginning. */
        private int before(double time) {
            int low = 0;
            int high = times.size() - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (times.get(middle) <= time) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return low;
        }

        /** The stages of the step that ends at an instant, its length, whether that is next to none, and the capacitors before. */
        @SuppressWarnings("ArrayRecordComponent")
        private record Shown(double time, double[][] stages, double length, boolean isInstant, double[] before) {
            double voltage(int a, int b) {
                return value(a) - value(b);
            }

            /** The unknown at the end of the step; of one that is next to none, at its beginning, by the polynomial of the stages. */
            double value(int index) {
                if (index < 0 || !isInstant) {
                    return index < 0 ? 0 : stages[2][index];
                }
                double value = 0;
                for (int j = 0; j < STAGES; j++) {
                    value += AT_START[j] * stages[j][index];
                }
                return value;
            }
        }

        private static final Shown NOTHING = new Shown(Double.NaN, new double[0][], 0, false, new double[0]);

        /** A course at an instant; where something jumps, just after. */
        Shown at(double time, int course) {
            if (shown[course].time() == time) {
                return shown[course];
            }
            // An impulse, which is as large as an instant is short, is told from a value by instants of two lengths.
            double instant = (course == HALVES ? 1 : 4) * INSTANT * stop;
            int low = before(time);
            int last = times.size() - 1;
            // A time that was a step's end is one again, but where something may jump: there the next step has just
            // begun.
            boolean isInstant = time - times.get(low) < instant && isCorner(times.get(low)) && low < last;
            if (time == times.get(low) && !isInstant) {
                low--;
            }
            double start = times.get(low);
            double h = isInstant ? instant : time - start;
            if (solvers.size() > MAX_SOLVERS) {
                solvers.clear();
            }
            double[][] stages = stages(start, h, stored.get(low)[course], nextBreak(start));
            shown[course] = new Shown(time, stages, h, isInstant, volts.get(low)[course]);
            return shown[course];
        }

        double current(Component part, double time, int course) {
            Shown now = at(time, course);
            int branch = network.currentOf(part);
            if (branch >= 0) {
                return now.value(branch);
            }
            if (part instanceof Resistor resistor) {
                int a = network.voltageOf(resistor.plus());
                int b = network.voltageOf(resistor.minus());
                return now.voltage(a, b) / resistor.ohms();
            }
            if (part instanceof CurrentSource source) {
                return source.amperes().at(time);
            }
            if (part instanceof Capacitor capacitor) {
                return chargeRate(capacitor, now);
            }
            Controlled controlled = (Controlled) part;
            double by = controlled.control().isByVoltage()
                    ? now.voltage(
                            network.voltageOf(controlled.by().get(0)),
                            network.voltageOf(controlled.by().get(1)))
                    : current(network.part(controlled.by().get(0)), time, course);
            return controlled.gain() * by;
        }

        /**
         * How fast a capacitor is charged at the end of a step: by the polynomial through its start and its stages; just after a jump, at
         * which charge may have passed in no time, through the stages alone.
         */
        private double chargeRate(Capacitor capacitor, Shown now) {
            double rate = 0;
            if (now.isInstant()) {
                for (int j = 0; j < STAGES; j++) {
                    rate += SLOPE_AT_START[j] * across(now.stages()[j], capacitor);
                }
            } else {
                double before = now.before()[capacitors.indexOf(capacitor)];
                for (int j = 0; j < STAGES; j++) {
                    rate += INVERSE[2][j] * (across(now.stages()[j], capacitor) - before);
                }
            }
            return capacitor.farads() * rate / now.length();
        }
    }
}
