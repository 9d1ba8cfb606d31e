package org.ansatz.field.circuit.linear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/**
 * What each part of a linear network adds to its equations (C. W. Ho, A. E. Ruehli, P. A. Brennan, IEEE Trans. Circuits and Systems
 * 22, 1975, 504), whatever the numbers in which they are written.
 *
 * @param <N> a number
 */
final class Stamps<N> {

    private final List<Component> parts;
    private final Unknowns unknowns;
    private final Immittances<N> numbers;
    private final Map<String, Component> byName = new HashMap<>();

    Stamps(List<Component> parts, Unknowns unknowns, Immittances<N> numbers) {
        this.parts = parts;
        this.unknowns = unknowns;
        this.numbers = numbers;
        parts.forEach(part -> byName.put(Netlist.folded(part.name()), part));
    }

    /**
     * Receives the equations: currents that leave each node sum up to 0; below stand the equations of what fixes a voltage.
     *
     * @param <N> a number
     */
    interface Equations<N> {
        /** Adds to a coefficient. */
        void add(int row, int column, N coefficient);

        /** Adds to a right side. */
        void right(int row, N value);
    }

    /**
     * A factor times an unknown, which may be {@link Unknowns#GROUND}.
     *
     * @param <N> a number
     */
    record Part<N>(int unknown, N factor) {}

    /**
     * The current through a part as a sum over unknowns.
     *
     * @param <N> a number
     * @param parts the sum
     * @param fixed what it is besides, that of an independent source
     */
    record Through<N>(List<Part<N>> parts, N fixed) {}

    /** Adds all parts. */
    void fill(Equations<N> equations) {
        Equations<N> grounded = grounded(equations);
        parts.forEach(part -> add(part, grounded));
    }

    /** What is said of the ground is dropped. */
    private static <N> Equations<N> grounded(Equations<N> equations) {
        return new Equations<>() {
            @Override
            public void add(int row, int column, N coefficient) {
                if (row != Unknowns.GROUND && column != Unknowns.GROUND) {
                    equations.add(row, column, coefficient);
                }
            }

            @Override
            public void right(int row, N value) {
                if (row != Unknowns.GROUND) {
                    equations.right(row, value);
                }
            }
        };
    }

    private void add(Component part, Equations<N> equations) {
        if (part instanceof Resistor resistor) {
            admittance(resistor.plus(), resistor.minus(), numbers.reciprocal(resistor.ohms()), equations);
        } else if (part instanceof Capacitor capacitor) {
            admittance(capacitor.plus(), capacitor.minus(), numbers.rate(capacitor.farads()), equations);
        } else if (part instanceof CurrentSource source) {
            N current = numbers.given(source);
            equations.right(node(source.plus()), numbers.negate(current));
            equations.right(node(source.minus()), current);
        } else if (part instanceof VoltageSource source) {
            int row = branch(source, source.plus(), source.minus(), equations);
            equations.right(row, numbers.given(source));
        } else if (part instanceof Inductor inductor) {
            int row = branch(inductor, inductor.plus(), inductor.minus(), equations);
            equations.add(row, row, numbers.negate(numbers.rate(inductor.henries())));
        } else if (part instanceof Coupling coupling) {
            add(coupling, equations);
        } else if (part instanceof Controlled controlled) {
            add(controlled, equations);
        } else if (part instanceof Amplifier amplifier) {
            int row = currentOf(amplifier, amplifier.plus(), amplifier.minus(), equations);
            between(row, node(amplifier.noninverting()), node(amplifier.inverting()), numbers.of(1), equations);
        } else if (part instanceof Transformer transformer) {
            int row = branch(transformer, transformer.plus(), transformer.minus(), equations);
            int second = node(transformer.secondPlus());
            int back = node(transformer.secondMinus());
            N turned = numbers.negate(numbers.of(transformer.ratio()));
            between(row, second, back, turned, equations);
            current(second, back, row, turned, equations);
        } else if (part instanceof Line line) {
            add(line, equations);
        }
    }

    /**
     * A line of delay τ: {@code V₁ − V₂ cosh sτ + Z₀ I₂ sinh sτ = 0} and {@code I₁ Z₀ − V₂ sinh sτ + I₂ Z₀ cosh sτ = 0}, both currents
     * flowing in (D. M. Pozar, Microwave Engineering, 4th ed., table 4.1), which hold for any phase.
     */
    private void add(Line line, Equations<N> equations) {
        N cosh = numbers.cosh(line.delay());
        N sinh = numbers.sinh(line.delay());
        N impedance = numbers.of(line.ohms());
        int c = node(line.secondPlus());
        int d = node(line.secondMinus());
        int into = branch(line, line.plus(), line.minus(), equations);
        int back = unknowns.current(line.second());
        current(c, d, back, numbers.of(1), equations);
        between(into, c, d, numbers.negate(cosh), equations);
        equations.add(into, back, numbers.times(impedance, sinh));
        equations.add(back, into, impedance);
        between(back, c, d, numbers.negate(sinh), equations);
        equations.add(back, back, numbers.times(impedance, cosh));
    }

    private void add(Coupling coupling, Equations<N> equations) {
        Inductor first = (Inductor) part(coupling.first());
        Inductor second = (Inductor) part(coupling.second());
        N mutual = numbers.negate(numbers.mutual(coupling.k(), first.henries(), second.henries()));
        int a = unknowns.current(first.name());
        int b = unknowns.current(second.name());
        equations.add(a, b, mutual);
        equations.add(b, a, mutual);
    }

    private void add(Controlled controlled, Equations<N> equations) {
        Through<N> by = controlling(controlled, new HashSet<>());
        if (controlled.control().givesVoltage()) {
            int row = branch(controlled, controlled.plus(), controlled.minus(), equations);
            by.parts().forEach(each -> equations.add(row, each.unknown(), numbers.negate(each.factor())));
            equations.right(row, by.fixed());
        } else {
            int plus = node(controlled.plus());
            int minus = node(controlled.minus());
            by.parts().forEach(each -> current(plus, minus, each.unknown(), each.factor(), equations));
            equations.right(plus, numbers.negate(by.fixed()));
            equations.right(minus, by.fixed());
        }
    }

    private void admittance(String plus, String minus, N siemens, Equations<N> equations) {
        int a = node(plus);
        int b = node(minus);
        current(a, b, a, siemens, equations);
        current(a, b, b, numbers.negate(siemens), equations);
    }

    /** A current from one node to another that is a factor times an unknown. */
    private void current(int from, int to, int unknown, N factor, Equations<N> equations) {
        equations.add(from, unknown, factor);
        equations.add(to, unknown, numbers.negate(factor));
    }

    /** A factor times the voltage from one node to another, in an equation. */
    private void between(int row, int from, int to, N factor, Equations<N> equations) {
        equations.add(row, from, factor);
        equations.add(row, to, numbers.negate(factor));
    }

    /** The current of something that fixes a voltage; its equation begins with nothing. */
    private int currentOf(Component part, String plus, String minus, Equations<N> equations) {
        int row = unknowns.current(part.name());
        current(node(plus), node(minus), row, numbers.of(1), equations);
        return row;
    }

    /** The same, whose equation begins with its voltage. */
    private int branch(Component part, String plus, String minus, Equations<N> equations) {
        int row = currentOf(part, plus, minus, equations);
        between(row, node(plus), node(minus), numbers.of(1), equations);
        return row;
    }

    private int node(String name) {
        return unknowns.node(name);
    }

    /** Whether there is a part of this name. */
    boolean has(String name) {
        return byName.containsKey(Netlist.folded(name));
    }

    private Component part(String name) {
        Component part = byName.get(Netlist.folded(name));
        if (part == null) {
            throw new IllegalArgumentException("there is no element " + name);
        }
        return part;
    }

    /**
     * The current through a part, by its name, positive from its first node to its second.
     *
     * @throws IllegalArgumentException if there is no such part, or it has no current of its own
     */
    Through<N> through(String name) {
        return through(name, new HashSet<>());
    }

    /** What a controlled source gives: its gain times what controls it. */
    private Through<N> controlling(Controlled controlled, Set<String> through) {
        Through<N> by = controlled.control().isByVoltage()
                ? difference(controlled.by().get(0), controlled.by().get(1), numbers.of(1))
                : through(controlled.by().get(0), through);
        N gain = numbers.of(controlled.gain());
        List<Part<N>> parts = new ArrayList<>();
        by.parts().forEach(each -> parts.add(new Part<>(each.unknown(), numbers.times(gain, each.factor()))));
        return new Through<>(parts, numbers.times(gain, by.fixed()));
    }

    private Through<N> difference(String from, String to, N factor) {
        return new Through<>(
                List.of(new Part<>(node(from), factor), new Part<>(node(to), numbers.negate(factor))), numbers.of(0));
    }

    private Through<N> through(String name, Set<String> through) {
        Component part = part(name);
        Integer branch = unknowns.branch(name);
        if (branch != null) {
            return new Through<>(List.of(new Part<>(branch, numbers.of(1))), numbers.of(0));
        }
        if (part instanceof Resistor resistor) {
            return difference(resistor.plus(), resistor.minus(), numbers.reciprocal(resistor.ohms()));
        }
        if (part instanceof Capacitor capacitor) {
            return difference(capacitor.plus(), capacitor.minus(), numbers.rate(capacitor.farads()));
        }
        if (part instanceof CurrentSource) {
            return new Through<>(List.of(), numbers.given(part));
        }
        if (part instanceof Controlled controlled) {
            if (!through.add(Netlist.folded(name))) {
                throw new IllegalArgumentException("the current of " + name + " controls itself");
            }
            return controlling(controlled, through);
        }
        throw new IllegalArgumentException(part.name() + " has no current of its own");
    }
}
