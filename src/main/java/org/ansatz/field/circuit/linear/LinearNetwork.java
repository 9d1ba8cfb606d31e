package org.ansatz.field.circuit.linear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Component.Amplifier;
import org.ansatz.field.circuit.netlist.Component.Controlled;
import org.ansatz.field.circuit.netlist.Component.Coupling;
import org.ansatz.field.circuit.netlist.Component.Inductor;
import org.ansatz.field.circuit.netlist.Component.Line;
import org.ansatz.field.circuit.netlist.Component.Transformer;
import org.ansatz.field.circuit.netlist.Element.Capacitor;
import org.ansatz.field.circuit.netlist.Element.CurrentSource;
import org.ansatz.field.circuit.netlist.Element.Resistor;
import org.ansatz.field.circuit.netlist.Element.VoltageSource;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.netlist.References;
import org.ansatz.field.circuit.netlist.Soundness;
import org.ansatz.field.circuit.solution.PhasorSolution;
import org.ansatz.field.circuit.solution.Work;

/**
 * A linear network, at rest or in phasors at one frequency, by modified nodal analysis (C. W. Ho, A. E. Ruehli, P. A. Brennan,
 * IEEE Trans. Circuits and Systems 22, 1975, 504): the unknowns are the voltages of the nodes and the currents of all that fixes
 * a voltage.
 */
public final class LinearNetwork implements PhasorSolution {

    private static final int MAX_UNKNOWNS = 400;

    private final List<Component> parts;
    private final Map<String, Integer> nodes;
    private final List<String> names;
    private final Map<String, Component> byName = new HashMap<>();
    private final Map<String, Integer> branches;
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
        List<Soundness.Flaw> flaws = References.flaws(parts, /* linear= */ true);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException(flaws.get(0).message());
        }
        this.parts = List.copyOf(parts);
        this.work = work;
        nodes = new LinkedHashMap<>();
        names = new ArrayList<>();
        branches = new LinkedHashMap<>();
        for (Component part : parts) {
            byName.put(Netlist.folded(part.name()), part);
            for (String node : part.nodes()) {
                if (!node.equals(Netlist.GROUND) && nodes.putIfAbsent(Netlist.folded(node), nodes.size()) == null) {
                    names.add(node);
                }
            }
        }
        for (String node : further) {
            if (!node.equals(Netlist.GROUND) && nodes.putIfAbsent(Netlist.folded(node), nodes.size()) == null) {
                names.add(node);
            }
        }
        for (Component part : parts) {
            boolean fixes = part instanceof VoltageSource
                    || part instanceof Inductor
                    || part instanceof Amplifier
                    || part instanceof Transformer
                    || part instanceof Line
                    || part instanceof Controlled controlled
                            && controlled.control().givesVoltage();
            if (fixes) {
                branches.put(Netlist.folded(part.name()), nodes.size() + branches.size());
            }
            if (part instanceof Line line) {
                branches.put(Netlist.folded(line.second()), nodes.size() + branches.size());
            }
        }
        if (size() > MAX_UNKNOWNS) {
            throw new IllegalArgumentException(
                    "a network of " + size() + " unknowns; " + MAX_UNKNOWNS + " are possible");
        }
    }

    private LinearNetwork(LinearNetwork joined, List<Component> parts) {
        this.parts = List.copyOf(parts);
        work = joined.work;
        nodes = joined.nodes;
        names = joined.names;
        branches = joined.branches;
        parts.forEach(part -> byName.put(Netlist.folded(part.name()), part));
    }

    /** A network of parts that are called and joined as these are, with other values. */
    LinearNetwork with(List<Component> values) {
        return new LinearNetwork(this, values);
    }

    int size() {
        return nodes.size() + branches.size();
    }

    /** The names of the nodes other than ground. */
    public List<String> nodes() {
        return List.copyOf(names);
    }

    /** Whether there is a part of this name. */
    boolean has(String part) {
        return byName.containsKey(Netlist.folded(part));
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
        return current(part(name), omega);
    }

    private Phasor current(Component part, double omega) {
        Integer branch = branches.get(Netlist.folded(part.name()));
        if (branch != null) {
            return state(omega).unknown(branch);
        }
        if (part instanceof Resistor resistor) {
            return voltage(resistor.plus(), resistor.minus(), omega).times(1 / resistor.ohms(), 0);
        }
        if (part instanceof Capacitor capacitor) {
            return voltage(capacitor.plus(), capacitor.minus(), omega).times(0, omega * capacitor.farads());
        }
        if (part instanceof CurrentSource) {
            return inPhasors(part, omega);
        }
        if (part instanceof Controlled controlled) {
            Phasor by = controlled.control().isByVoltage()
                    ? voltage(controlled.by().get(0), controlled.by().get(1), omega)
                    : current(controlled.by().get(0), omega);
            return by.times(controlled.gain(), 0);
        }
        throw new IllegalArgumentException(part.name() + " has no current of its own");
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
        return state.inverse.solved(injected, new double[size()]);
    }

    /** The voltages of the outputs at rest, a row each, for a volt from the inverting input of each amplifier to the other. */
    double[][] responses(List<Amplifier> amplifiers) {
        State state = state(0);
        double[][] responses = new double[amplifiers.size()][amplifiers.size()];
        for (int j = 0; j < responses.length; j++) {
            double[] apart = new double[size()];
            apart[column(amplifiers.get(j))] = 1;
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
        if (name.equals(Netlist.GROUND)) {
            return -1;
        }
        Integer number = nodes.get(Netlist.folded(name));
        if (number == null) {
            throw new IllegalArgumentException("there is no node " + name + "; the nodes are " + names);
        }
        return number;
    }

    // ---- equations

    /** The network solved at one frequency. */
    record State(ComplexInverse inverse, List<Phasor> solution) {
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
        List<Phasor> doubted = new ArrayList<>();
        for (int k = 0; k < size(); k++) {
            Phasor there = state.unknown(k);
            Phasor apart = there.minus(moved.unknown(k));
            doubted.add(new Phasor(there.re(), there.im(), there.error() + Math.hypot(apart.re(), apart.im())));
        }
        return new State(state.inverse, doubted);
    }

    private State alone(double omega) {
        double n = size();
        work.multiply(8 * n * n * n);
        NodalEquations equations = equations(omega);
        try {
            ComplexInverse inverse = new ComplexInverse(equations.re(), equations.im());
            return new State(inverse, inverse.solved(equations.rightRe(), equations.rightIm()));
        } catch (ComplexInverse.Singular e) {
            throw new IllegalArgumentException(undetermined(e.column(), omega));
        }
    }

    /** The equations at one angular frequency. */
    NodalEquations equations(double omega) {
        NodalEquations equations = new NodalEquations(size());
        for (Component part : parts) {
            stamp(part, omega, equations, source -> inPhasors(source, omega));
        }
        return equations;
    }

    /** What a source gives, in phasors or, at rest, as it is at t = 0. */
    private static Phasor inPhasors(Component source, double omega) {
        if (source instanceof VoltageSource voltage) {
            return omega == 0 ? new Phasor(voltage.volts().at(0), 0, 0) : voltage.small();
        }
        CurrentSource current = (CurrentSource) source;
        return omega == 0 ? new Phasor(current.amperes().at(0), 0, 0) : current.small();
    }

    /** The number of the current through a part that fixes a voltage. */
    private int column(Component part) {
        return column(part.name());
    }

    private int column(String current) {
        Integer column = branches.get(Netlist.folded(current));
        if (column == null) {
            throw new IllegalStateException(current + " fixes no voltage");
        }
        return column;
    }

    /** The part of this name. */
    private Component part(String name) {
        Component part = byName.get(Netlist.folded(name));
        if (part == null) {
            throw new IllegalArgumentException("there is no element " + name);
        }
        return part;
    }

    private String undetermined(int column, double omega) {
        String at = omega == 0 ? " at rest" : " at this frequency";
        if (column < names.size()) {
            return "nothing fixes the voltage of node " + names.get(column) + at
                    + ": it floats, or rests on currents that have no other way, or a resonance has no loss";
        }
        for (Map.Entry<String, Integer> branch : branches.entrySet()) {
            if (branch.getValue() == column) {
                String name = part(branch.getKey()).name();
                return "nothing fixes the current through " + name + at
                        + ": it closes a loop of ideal voltages, in which inductors count" + at
                        + ", or an amplifier has no feedback";
            }
        }
        throw new IllegalStateException("column " + column);
    }

    private void stamp(Component part, double omega, NodalEquations equations, Function<Component, Phasor> given) {
        if (part instanceof Resistor resistor) {
            equations.admittance(node(resistor.plus()), node(resistor.minus()), 1 / resistor.ohms(), 0);
        } else if (part instanceof Capacitor capacitor) {
            equations.admittance(node(capacitor.plus()), node(capacitor.minus()), 0, omega * capacitor.farads());
        } else if (part instanceof CurrentSource source) {
            Phasor current = given.apply(source);
            equations.right(node(source.plus()), -current.re(), -current.im());
            equations.right(node(source.minus()), current.re(), current.im());
        } else if (part instanceof VoltageSource source) {
            int row = branch(source, source.plus(), source.minus(), equations);
            Phasor voltage = given.apply(source);
            equations.right(row, voltage.re(), voltage.im());
        } else if (part instanceof Inductor inductor) {
            int row = branch(inductor, inductor.plus(), inductor.minus(), equations);
            equations.add(row, row, 0, -omega * inductor.henries());
        } else if (part instanceof Coupling coupling) {
            stamp(coupling, omega, equations);
        } else if (part instanceof Controlled controlled) {
            stamp(controlled, omega, equations, given);
        } else if (part instanceof Amplifier amplifier) {
            int row = currentOf(amplifier, amplifier.plus(), amplifier.minus(), equations);
            equations.add(row, node(amplifier.noninverting()), 1, 0);
            equations.add(row, node(amplifier.inverting()), -1, 0);
        } else if (part instanceof Transformer transformer) {
            int row = branch(transformer, transformer.plus(), transformer.minus(), equations);
            double ratio = transformer.ratio();
            int second = node(transformer.secondPlus());
            int back = node(transformer.secondMinus());
            equations.add(row, second, -ratio, 0);
            equations.add(row, back, ratio, 0);
            equations.current(second, back, row, -ratio, 0);
        } else if (part instanceof Line line) {
            stamp(line, omega, equations);
        }
    }

    /**
     * A line of phase θ: {@code V₁ − V₂ cos θ + j Z₀ I₂ sin θ = 0} and {@code I₁ Z₀ − j V₂ sin θ + I₂ Z₀ cos θ = 0}, both currents
     * flowing in (D. M. Pozar, Microwave Engineering, 4th ed., table 4.1), which hold for any phase.
     */
    private void stamp(Line line, double omega, NodalEquations equations) {
        double cos = Math.cos(omega * line.delay());
        double sin = Math.sin(omega * line.delay());
        int c = node(line.secondPlus());
        int d = node(line.secondMinus());
        int into = branch(line, line.plus(), line.minus(), equations);
        int back = column(line.second());
        equations.current(c, d, back, 1, 0);
        equations.add(into, c, -cos, 0);
        equations.add(into, d, cos, 0);
        equations.add(into, back, 0, line.ohms() * sin);
        equations.add(back, into, line.ohms(), 0);
        equations.add(back, c, 0, -sin);
        equations.add(back, d, 0, sin);
        equations.add(back, back, line.ohms() * cos, 0);
    }

    /** The current of something that fixes a voltage; its equation begins with nothing. */
    private int currentOf(Component part, String plus, String minus, NodalEquations equations) {
        int row = column(part);
        equations.current(node(plus), node(minus), row, 1, 0);
        return row;
    }

    /** The same, whose equation begins with its voltage. */
    private int branch(Component part, String plus, String minus, NodalEquations equations) {
        int row = currentOf(part, plus, minus, equations);
        equations.add(row, node(plus), 1, 0);
        equations.add(row, node(minus), -1, 0);
        return row;
    }

    private void stamp(Coupling coupling, double omega, NodalEquations equations) {
        Inductor first = (Inductor) part(coupling.first());
        Inductor second = (Inductor) part(coupling.second());
        double mutual = coupling.k() * Math.sqrt(first.henries() * second.henries());
        int a = column(first);
        int b = column(second);
        equations.add(a, b, 0, -omega * mutual);
        equations.add(b, a, 0, -omega * mutual);
    }

    private void stamp(
            Controlled controlled, double omega, NodalEquations equations, Function<Component, Phasor> given) {
        int plus = node(controlled.plus());
        int minus = node(controlled.minus());
        double gain = controlled.gain();
        int row = controlled.control().givesVoltage()
                ? branch(controlled, controlled.plus(), controlled.minus(), equations)
                : -1;
        for (Part each : controlling(controlled, omega)) {
            if (row >= 0) {
                equations.add(row, each.unknown(), -gain * each.re(), -gain * each.im());
            } else {
                equations.current(plus, minus, each.unknown(), gain * each.re(), gain * each.im());
            }
        }
        Phasor fixed = fixed(controlled, given);
        if (row >= 0) {
            equations.right(row, gain * fixed.re(), gain * fixed.im());
        } else {
            equations.right(plus, -gain * fixed.re(), -gain * fixed.im());
            equations.right(minus, gain * fixed.re(), gain * fixed.im());
        }
    }

    /** What of the controlling current is that of an independent source, through other controlled sources, too. */
    private Phasor fixed(Controlled controlled, Function<Component, Phasor> given) {
        if (controlled.control().isByVoltage()) {
            return Phasor.ZERO;
        }
        Component by = part(controlled.by().get(0));
        if (by instanceof CurrentSource) {
            return given.apply(by);
        }
        return by instanceof Controlled other && !other.control().givesVoltage()
                ? fixed(other, given).times(other.gain(), 0)
                : Phasor.ZERO;
    }

    /** A factor times an unknown. */
    record Part(int unknown, double re, double im) {}

    /**
     * The current through a part as a sum over unknowns.
     *
     * @param parts the sum
     * @param fixed what it is besides, that of an independent source
     */
    record Through(List<Part> parts, Phasor fixed) {}

    /** The current through a part, by its name. */
    Through through(String name, double omega) {
        Component part = part(name);
        if (part instanceof CurrentSource) {
            return new Through(List.of(), inPhasors(part, omega));
        }
        Phasor fixed = Phasor.ZERO;
        if (part instanceof Controlled controlled && !controlled.control().givesVoltage()) {
            fixed = fixed(controlled, source -> inPhasors(source, omega)).times(controlled.gain(), 0);
        }
        return new Through(currentIn(name, omega, new HashSet<>()), fixed);
    }

    /** What controls a source, as a sum over unknowns. */
    private List<Part> controlling(Controlled controlled, double omega) {
        if (controlled.control().isByVoltage()) {
            return List.of(
                    new Part(node(controlled.by().get(0)), 1, 0),
                    new Part(node(controlled.by().get(1)), -1, 0));
        }
        return currentIn(controlled.by().get(0), omega, new HashSet<>());
    }

    private List<Part> currentIn(String name, double omega, Set<String> through) {
        Component part = byName.get(Netlist.folded(name));
        Integer branch = branches.get(Netlist.folded(name));
        if (branch != null) {
            return List.of(new Part(branch, 1, 0));
        }
        if (part instanceof Resistor resistor) {
            double g = 1 / resistor.ohms();
            return List.of(new Part(node(resistor.plus()), g, 0), new Part(node(resistor.minus()), -g, 0));
        }
        if (part instanceof Capacitor capacitor) {
            double b = omega * capacitor.farads();
            return List.of(new Part(node(capacitor.plus()), 0, b), new Part(node(capacitor.minus()), 0, -b));
        }
        if (part instanceof Controlled controlled) {
            if (!through.add(Netlist.folded(name))) {
                throw new IllegalArgumentException("the current of " + name + " controls itself");
            }
            List<Part> parts = new ArrayList<>();
            List<Part> by = controlled.control().isByVoltage()
                    ? controlling(controlled, omega)
                    : currentIn(controlled.by().get(0), omega, through);
            by.forEach(each ->
                    parts.add(new Part(each.unknown(), controlled.gain() * each.re(), controlled.gain() * each.im())));
            return parts;
        }
        return List.of();
    }
}
