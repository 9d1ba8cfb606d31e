package org.ansatz.field.circuit.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.solution.PhasorSolution;
import org.ansatz.field.circuit.solution.Work;
import org.ansatz.field.circuit.sparse.SingularMatrix;

/**
 * Small signals about the point at which a circuit rests, in phasors: {@code (G + jω C) x = b} with the slopes and capacities of all
 * parts at that point, as twice as many real equations.
 */
public final class SmallSignal implements PhasorSolution {

    private static final int MAX_KNOWN = 1000;

    private final Equations equations;
    private final Layout layout;
    private final Sums sums;
    private final Sums[] lanes;
    private final Blocks blocks;
    private final Work work;
    private final Map<Double, State> known = new HashMap<>();

    /**
     * Small signals of a circuit.
     *
     * @throws ArithmeticException if it has no point of rest, or none is found
     */
    public SmallSignal(Equations equations, Work work) {
        equations.requireNoLines();
        this.equations = equations;
        this.work = work;
        layout = equations.layout();
        sums = new BiasPoint(equations, work).sums();
        lanes = new Sums[] {sums, sums};
        try {
            blocks = new Blocks(layout, 2, /* hasCapacities= */ true);
        } catch (SingularMatrix e) {
            throw new ArithmeticException("the circuit has no unique solution in phasors");
        }
    }

    /**
     * The unknowns at a frequency, real and imaginary parts, and how wrong they may be.
     *
     * @param doubt relative to the largest unknown of its kind
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record State(double[] re, double[] im, double doubt) {}

    @Override
    public Phasor voltage(String from, String to, double omega) {
        State state = state(omega);
        int a = layout.node(from);
        int b = layout.node(to);
        double re = state.re[a] - state.re[b];
        double im = state.im[a] - state.im[b];
        return new Phasor(re, im, doubt(state, a) + doubt(state, b));
    }

    private static double doubt(State state, int unknown) {
        return state.doubt * Math.hypot(state.re[unknown], state.im[unknown]);
    }

    @Override
    public Phasor current(String element, double omega) {
        State state = state(omega);
        Stamp stamp = equations.stamp(element);
        Component part = equations.component(element);
        if (part instanceof Element.CurrentSource source) {
            return source.small();
        }
        Sums alone = new Sums(layout, 0);
        System.arraycopy(sums.x, 0, alone.x, 0, alone.x.length);
        alone.time = sums.time;
        stamp.add(alone);
        int terminal = stamp.terminal();
        List<int[]> places = layout.places();
        double[] total = new double[3];
        for (int s = 1; s <= places.size(); s++) {
            int row = places.get(s - 1)[0];
            // Into the ground goes what comes from all others.
            double sign = row == terminal ? 1 : terminal == Layout.GROUND ? -1 : 0;
            if (sign != 0) {
                int column = places.get(s - 1)[1];
                double g = sign * alone.slope[s];
                double b = sign * omega * alone.capacity[s];
                total[0] += g * state.re[column] - b * state.im[column];
                total[1] += g * state.im[column] + b * state.re[column];
                total[2] += (Math.abs(g) + Math.abs(b)) * Math.hypot(state.re[column], state.im[column]);
            }
        }
        return new Phasor(total[0], total[1], total[2] * state.doubt);
    }

    @Override
    public boolean hasPhasors() {
        return PhasorSolution.havePhasors(equations.components());
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    private State state(double omega) {
        State found = known.get(omega);
        if (found == null) {
            if (known.size() >= MAX_KNOWN) {
                known.clear();
            }
            double[] right = new double[blocks.size()];
            for (Component part : equations.components()) {
                if (part instanceof Element.VoltageSource source) {
                    add(right, layout.branch(source.name()), source.small(), 1);
                } else if (part instanceof Element.CurrentSource source) {
                    add(right, layout.node(source.plus()), source.small(), -1);
                    add(right, layout.node(source.minus()), source.small(), 1);
                }
            }
            found = solved(right, omega);
            known.put(omega, found);
        }
        return found;
    }

    @Override
    public Phasor impedance(String from, String to, double omega) {
        double[] right = new double[blocks.size()];
        int a = layout.node(from);
        int b = layout.node(to);
        add(right, a, Phasor.of(1, 0), 1);
        add(right, b, Phasor.of(1, 0), -1);
        State state = solved(right, omega);
        double re = state.re[a] - state.re[b];
        double im = state.im[a] - state.im[b];
        return new Phasor(re, im, doubt(state, a) + doubt(state, b));
    }

    /**
     * What a source does at rest, in small signals: the voltage between two nodes for a unit of it, the resistance that it sees, and
     * the resistance between the nodes with all sources off.
     */
    public double[] transfer(Component source, String from, String to) {
        double[] right = new double[blocks.size()];
        boolean isVoltage = source instanceof Element.VoltageSource;
        Element element = (Element) source;
        int a = layout.node(element.plus());
        int b = layout.node(element.minus());
        Phasor unit = Phasor.of(1, 0);
        if (isVoltage) {
            add(right, layout.branch(source.name()), unit, 1);
        } else {
            add(right, a, unit, -1);
            add(right, b, unit, 1);
        }
        State state = solved(right, 0);
        double gain = state.re[layout.node(from)] - state.re[layout.node(to)];
        double into = isVoltage ? -state.re[layout.branch(source.name())] : 0;
        double ofVoltage = into == 0 ? Double.POSITIVE_INFINITY : 1 / into;
        double seen = isVoltage ? ofVoltage : state.re[b] - state.re[a];
        return new double[] {gain, seen, impedance(from, to, 0).re()};
    }

    private void add(double[] right, int unknown, Phasor phasor, double sign) {
        if (unknown != Layout.GROUND) {
            right[blocks.index(unknown, 0)] += sign * phasor.re();
            right[blocks.index(unknown, 1)] += sign * phasor.im();
        }
    }

    private State solved(double[] right, double omega) {
        work.multiply(blocks.costOfFactors() + 3 * blocks.costOfSolving());
        try {
            blocks.factor(lanes, new double[][] {{0, -omega}, {omega, 0}}, 0);
        } catch (SingularMatrix e) {
            throw new ArithmeticException(
                    "nothing fixes " + layout.nameOf(blocks.unknown(e.column())) + " at this frequency");
        }
        double[] x = right.clone();
        blocks.solve(x);
        double moved = blocks.refine(x, right);
        double[] re = new double[layout.size() + 1];
        double[] im = new double[layout.size() + 1];
        for (int k = 1; k <= layout.size(); k++) {
            re[k] = x[blocks.index(k, 0)];
            im[k] = x[blocks.index(k, 1)];
        }
        return new State(re, im, Math.max(moved, 1e-13));
    }
}
