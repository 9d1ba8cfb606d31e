package org.ansatz.field.circuit.linear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.field.circuit.linear.ComplexImmittances.Complex;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Component.Amplifier;
import org.ansatz.field.circuit.netlist.Component.Line;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.netlist.References;
import org.ansatz.field.circuit.netlist.Soundness;
import org.ansatz.field.circuit.solution.PhasorSolution;
import org.ansatz.field.circuit.solution.Work;
import org.jspecify.annotations.Nullable;

/**
 * A linear network, at rest or in phasors at one frequency, by modified nodal analysis.
 */
public final class LinearNetwork implements PhasorSolution {

    private final List<Component> parts;
    private final Unknowns unknowns;
    private final Map<Double, Stamps<Complex>> stamps = new HashMap<>();
    private final Map<Double, State> known = new HashMap<>();
    private final Work work;

    /**
     * A network.
     *
     * @throws IllegalArgumentException if it is not sound, with the first reason
     */
    public LinearNetwork(List<Component> parts, Work work) {
        this(parts, List.of(), work);
    }

    /** A network with nodes to which, perhaps, none of its parts is joined. */
    LinearNetwork(List<Component> parts, List<String> further, Work work) {
        this(parts, new Unknowns(sound(parts), further), work);
    }

    private LinearNetwork(List<Component> parts, Unknowns unknowns, Work work) {
        this.parts = List.copyOf(parts);
        this.unknowns = unknowns;
        this.work = work;
    }

    /**
     * Requires of parts that they make up a linear network.
     *
     * @throws IllegalArgumentException if they do not, with the first reason
     */
    static List<Component> sound(List<Component> parts) {
        List<Soundness.Flaw> flaws = References.flaws(parts, /* linear= */ true);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException(flaws.get(0).message());
        }
        return parts;
    }

    /** A network of parts that are called and joined as these are, with other values. */
    LinearNetwork with(List<Component> values) {
        return new LinearNetwork(values, unknowns, work);
    }

    int size() {
        return unknowns.size();
    }

    /** The names of the nodes other than ground. */
    public List<String> nodes() {
        return unknowns.nodes();
    }

    /** Whether there is a part of this name. */
    boolean has(String part) {
        return stamps(0).has(part);
    }

    /** Whether a source has an amplitude in phasors. */
    @Override
    public boolean hasPhasors() {
        return PhasorSolution.havePhasors(parts);
    }

    // ---- probes

    /**
     * The voltage from one node to another.
     *
     * @param omega angular frequency in rad/s; 0 for rest
     * @throws IllegalArgumentException if there is no such node, or the network has no solution
     */
    @Override
    public Phasor voltage(String from, String to, double omega) {
        State state = state(omega);
        return state.unknown(node(from)).minus(state.unknown(node(to)));
    }

    /** The current through an element, positive from its first node to its second. */
    @Override
    public Phasor current(String name, double omega) {
        Stamps.Through<Complex> through = through(name, omega);
        Phasor sum = new Phasor(through.fixed().re(), through.fixed().im(), 0);
        for (Stamps.Part<Complex> part : through.parts()) {
            Phasor x = state(omega).unknown(part.unknown());
            sum = sum.plus(x.times(part.factor().re(), part.factor().im()));
        }
        return sum;
    }

    /** The impedance between two nodes, independent sources being switched off. */
    @Override
    public Phasor impedance(String from, String to, double omega) {
        List<Phasor> response = response(from, to, state(omega));
        return State.at(response, node(from)).minus(State.at(response, node(to)));
    }

    /** What an ampere into one node and out of another makes of the unknowns, independent sources being switched off. */
    List<Phasor> response(String from, String to, State state) {
        double[] injected = new double[size()];
        int a = node(from);
        int b = node(to);
        if (a >= 0) {
            injected[a] += 1;
        }
        if (b >= 0) {
            injected[b] -= 1;
        }
        double[] none = new double[size()];
        List<Phasor> response = state.inverse.solved(injected, none);
        return state.moved == null ? response : doubted(response, state.moved.solved(injected, none));
    }

    /** The voltages of the outputs at rest, a row each, for a volt from the inverting input of each amplifier to the other. */
    double[][] responses(List<Amplifier> amplifiers) {
        State state = state(0);
        double[][] responses = new double[amplifiers.size()][amplifiers.size()];
        for (int j = 0; j < responses.length; j++) {
            double[] apart = new double[size()];
            apart[unknowns.current(amplifiers.get(j).name())] = 1;
            List<Phasor> response = state.inverse.solved(apart, new double[size()]);
            for (int i = 0; i < responses.length; i++) {
                Phasor plus = State.at(response, node(amplifiers.get(i).plus()));
                responses[i][j] = plus.minus(
                                State.at(response, node(amplifiers.get(i).minus())))
                        .re();
            }
        }
        return responses;
    }

    /** What a reader must know of it: that its amplifiers would not stay where they are. */
    @Override
    public List<String> remarks() {
        return Feedback.remarks(this, parts);
    }

    /** The number of a node; −1 for the ground. */
    int node(String name) {
        return unknowns.node(name);
    }

    // ---- equations

    /**
     * The network solved at one frequency.
     *
     * @param moved the inverse at the next frequency that phases of lines are told from; null if nothing depends on such a phase
     */
    record State(ComplexInverse inverse, @Nullable ComplexInverse moved, List<Phasor> solution) {
        Phasor unknown(int index) {
            return at(solution, index);
        }

        static Phasor at(List<Phasor> solution, int index) {
            return index < 0 ? Phasor.ZERO : solution.get(index);
        }
    }

    State state(double omega) {
        State found = known.get(omega);
        if (found == null) {
            found = solved(omega);
            known.put(omega, found);
        }
        return found;
    }

    /** The phase of a line is rounded, the more the longer it is: what that changes counts as error. */
    private State solved(double omega) {
        State state = alone(omega);
        if (omega == 0 || parts.stream().noneMatch(Line.class::isInstance)) {
            return state;
        }
        State moved = alone(omega * (1 + 0x1p-50));
        return new State(state.inverse, moved.inverse, doubted(state.solution, moved.solution));
    }

    private static List<Phasor> doubted(List<Phasor> solution, List<Phasor> moved) {
        List<Phasor> doubted = new ArrayList<>();
        for (int k = 0; k < solution.size(); k++) {
            Phasor there = solution.get(k);
            Phasor apart = there.minus(moved.get(k));
            doubted.add(new Phasor(there.re(), there.im(), there.error() + Math.hypot(apart.re(), apart.im())));
        }
        return doubted;
    }

    private State alone(double omega) {
        double n = size();
        work.multiply(8 * n * n * n);
        NodalEquations equations = equations(omega);
        try {
            ComplexInverse inverse = new ComplexInverse(equations.re(), equations.im(), equations.sizes());
            return new State(
                    inverse, null, inverse.solved(equations.rightRe(), equations.rightIm(), equations.rightSizes()));
        } catch (ComplexInverse.Singular e) {
            throw new IllegalArgumentException(undetermined(e.column(), omega));
        }
    }

    private String undetermined(int column, double omega) {
        return unknowns.undetermined(column, omega == 0 ? "at rest" : "at this frequency");
    }

    /** The equations at one angular frequency. */
    private NodalEquations equations(double omega) {
        NodalEquations equations = new NodalEquations(size());
        stamps(omega).fill(equations);
        return equations;
    }

    /** What its parts add to the equations at one angular frequency. */
    Terms terms(double omega) {
        Terms terms = new Terms();
        stamps(omega).fill(terms);
        return terms;
    }

    /** The current through a part, by its name, as a sum over unknowns. */
    Stamps.Through<Complex> through(String name, double omega) {
        return stamps(omega).through(name);
    }

    private Stamps<Complex> stamps(double omega) {
        return stamps.computeIfAbsent(omega, at -> new Stamps<>(parts, unknowns, new ComplexImmittances(at)));
    }
}
