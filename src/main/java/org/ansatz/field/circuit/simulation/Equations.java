package org.ansatz.field.circuit.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Component.Controlled;
import org.ansatz.field.circuit.netlist.Component.Coupling;
import org.ansatz.field.circuit.netlist.Component.Inductor;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Model;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.Probe;
import org.ansatz.field.circuit.netlist.References;
import org.ansatz.field.circuit.netlist.Semiconductor;
import org.ansatz.field.circuit.netlist.Soundness;
import org.ansatz.field.circuit.netlist.Waveform;
import org.jspecify.annotations.Nullable;

/**
 * The equations of a circuit: at each node currents sum up to nothing, what charges take in as they grow among them. In short
 * {@code f(x, t) + d/dt q(x) = 0}.
 */
public final class Equations {

    private final Layout layout;
    private final Map<String, Stamp> stamps = new LinkedHashMap<>();
    private final List<Stamp> further = new ArrayList<>();
    private final List<Component> components;
    private final List<Waveform> waveforms = new ArrayList<>();
    private final Map<Component.Behavioural, LawStamps.Taken> laws = new LinkedHashMap<>();
    private final Switches switches = new Switches();
    private final Lines lines = new Lines();
    private final boolean isLinear;

    /**
     * The equations of a circuit.
     *
     * @throws IllegalArgumentException if its parts do not make up a circuit, or one takes no part in simulations
     */
    public Equations(List<Component> components) {
        List<Soundness.Flaw> flaws = References.flaws(components, /* linear= */ false);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException(flaws.get(0).message());
        }
        this.components = sensed(components);
        layout = new Layout(this.components);
        isLinear = this.components.stream()
                .noneMatch(part -> part instanceof Semiconductor || part instanceof Component.Behavioural);
        for (Component component : this.components) {
            if (!(component instanceof Coupling)) {
                stamps.put(Netlist.folded(component.name()), stamp(component));
            }
        }
        for (Component component : this.components) {
            if (component instanceof Coupling coupling) {
                couple(coupling);
            }
        }
    }

    /** What controls a source by its current gets a source of no voltage in series, whose current is an unknown. */
    private static List<Component> sensed(List<Component> components) {
        Set<String> sensed = new TreeSet<>();
        for (Component component : components) {
            Component.controllingElements(component).forEach(by -> sensed.add(Netlist.folded(by)));
        }
        List<Component> all = new ArrayList<>();
        for (Component component : components) {
            boolean isSensed = sensed.contains(Netlist.folded(component.name())) && !hasBranch(component);
            if (isSensed) {
                String inner = component.name() + "#sense";
                all.add(Sensing.endingAt(component, inner));
                all.add(new Element.VoltageSource(inner, inner, Sensing.end(component), new Waveform.Constant(0)));
            } else {
                all.add(component);
            }
        }
        return all.stream().map(part -> controlled(part, components)).toList();
    }

    /** What is controlled by the current of a part looks at what senses it. */
    private static Component controlled(Component component, List<Component> original) {
        if (component instanceof Component.Behavioural source) {
            List<Probe> by = source.by().stream()
                    .map(probe -> probe.isCurrent() ? Probe.current(sensor(probe.of(), original)) : probe)
                    .toList();
            return source.with(source.minus(), by);
        }
        List<String> by = Component.controllingElements(component);
        if (by.isEmpty()) {
            return component;
        }
        List<String> sensor = List.of(sensor(by.get(0), original));
        return component instanceof Controlled source
                ? new Controlled(source.name(), source.plus(), source.minus(), source.control(), sensor, source.gain())
                : ((Component.Switch) component).with(((Component.Switch) component).minus(), sensor);
    }

    /** What has the current of a part among the unknowns: itself, or what senses it. */
    private static String sensor(String name, List<Component> original) {
        for (Component part : original) {
            if (Netlist.folded(part.name()).equals(Netlist.folded(name)) && !hasBranch(part)) {
                return part.name() + "#sense";
            }
        }
        return name;
    }

    private static boolean hasBranch(Component part) {
        return part instanceof Element.VoltageSource
                || part instanceof Inductor
                || part instanceof Component.Amplifier
                || part instanceof Component.Transformer
                || part instanceof Component.Line
                || part instanceof Component.Behavioural law && law.givesVoltage()
                || part instanceof Controlled source && source.control().givesVoltage();
    }

    private Stamp stamp(Component component) {
        if (component instanceof Element.Resistor resistor) {
            return new LinearStamps.Conductance(layout, resistor);
        } else if (component instanceof Element.Capacitor capacitor) {
            return new LinearStamps.Capacitance(layout, capacitor);
        } else if (component instanceof Element.VoltageSource source) {
            waveforms.add(source.volts());
            return new LinearStamps.Voltage(layout, source);
        } else if (component instanceof Element.CurrentSource source) {
            waveforms.add(source.amperes());
            return new LinearStamps.Current(layout, source);
        } else if (component instanceof Inductor inductor) {
            return new LinearStamps.Flux(layout, inductor);
        } else if (component instanceof Controlled source) {
            return source.control().givesVoltage()
                    ? new LinearStamps.ControlledVoltage(layout, source)
                    : new LinearStamps.ControlledCurrent(layout, source);
        } else if (component instanceof Component.Behavioural source) {
            LawStamps.Taken taken = new LawStamps.Taken(layout, source);
            laws.put(source, taken);
            return source.givesVoltage()
                    ? new LawStamps.Voltage(layout, source, taken)
                    : new LawStamps.Current(layout, source, taken);
        } else if (component instanceof Component.Amplifier amplifier) {
            return new LinearStamps.Nullor(layout, amplifier);
        } else if (component instanceof Component.Transformer transformer) {
            return new LinearStamps.Turns(layout, transformer);
        } else if (component instanceof Component.Line line) {
            LineStamp stamp = new LineStamp(layout, line);
            lines.add(stamp);
            return stamp;
        } else if (component instanceof Component.Switch toggle) {
            SwitchStamp stamp = new SwitchStamp(layout, toggle);
            switches.add(stamp);
            return stamp;
        } else if (component instanceof Semiconductor.Junction diode) {
            int inner = behind(
                    diode.name(), layout.node(diode.anode()), diode.model().value("RS") / diode.area());
            return new DiodeStamp(layout, diode, inner);
        } else if (component instanceof Semiconductor.Transistor transistor) {
            return stamp(transistor);
        } else if (component instanceof Semiconductor.InsulatedGate transistor) {
            return stamp(transistor);
        } else if (component instanceof Semiconductor.JunctionGate transistor) {
            return stamp(transistor);
        }
        throw new IllegalArgumentException(component.name()
                + " is a textbook's device, which is solved at rest alone: through time, in small signals and beside"
                + " devices with a .model it needs one, too");
    }

    /** The node behind a series resistance, which may be none. */
    private int behind(String name, int terminal, double ohms) {
        if (ohms == 0) {
            return terminal;
        }
        int inner = layout.inner("a node inside " + name);
        further.add(new LinearStamps.Conductance(layout, terminal, inner, 1 / ohms));
        return inner;
    }

    private Stamp stamp(Semiconductor.Transistor transistor) {
        Model model = transistor.model();
        double area = transistor.area();
        String name = transistor.name();
        return new BipolarStamp(
                layout,
                transistor,
                behind(name, layout.node(transistor.collector()), model.value("RC") / area),
                behind(name, layout.node(transistor.base()), model.value("RB") / area),
                behind(name, layout.node(transistor.emitter()), model.value("RE") / area));
    }

    private Stamp stamp(Semiconductor.InsulatedGate transistor) {
        Model model = transistor.model();
        String name = transistor.name();
        int drain = behind(name, layout.node(transistor.drain()), model.value("RD"));
        int source = behind(name, layout.node(transistor.source()), model.value("RS"));
        int gate = layout.node(transistor.gate());
        int bulk = layout.node(transistor.bulk());
        further.add(new DiodeStamp(layout, model, 1, bulk, drain, "CBD"));
        further.add(new DiodeStamp(layout, model, 1, bulk, source, "CBS"));
        capacitance(gate, source, model.value("CGSO") * transistor.width());
        capacitance(gate, drain, model.value("CGDO") * transistor.width());
        capacitance(gate, bulk, model.value("CGBO") * (transistor.length() - 2 * model.value("LD")));
        return new FieldEffectStamp(layout, transistor, drain, source);
    }

    private Stamp stamp(Semiconductor.JunctionGate transistor) {
        Model model = transistor.model();
        double area = transistor.area();
        String name = transistor.name();
        int drain = behind(name, layout.node(transistor.drain()), model.value("RD") / area);
        int source = behind(name, layout.node(transistor.source()), model.value("RS") / area);
        int gate = layout.node(transistor.gate());
        further.add(new DiodeStamp(layout, model, area, gate, drain, "CGD"));
        further.add(new DiodeStamp(layout, model, area, gate, source, "CGS"));
        return new FieldEffectStamp(layout, transistor, drain, source);
    }

    private void capacitance(int a, int b, double farads) {
        if (farads > 0) {
            further.add(new LinearStamps.Capacitance(layout, a, b, farads));
        }
    }

    private void couple(Coupling coupling) {
        Inductor first = inductor(coupling.first());
        Inductor second = inductor(coupling.second());
        double mutual = coupling.k() * Math.sqrt(first.henries() * second.henries());
        flux(first).link(layout, layout.branch(second.name()), mutual);
        flux(second).link(layout, layout.branch(first.name()), mutual);
    }

    private Inductor inductor(String name) {
        return (Inductor) component(name);
    }

    /** The part of this name. */
    Component component(String name) {
        for (Component component : components) {
            if (Netlist.folded(component.name()).equals(Netlist.folded(name))) {
                return component;
            }
        }
        throw new IllegalArgumentException("there is no element " + name);
    }

    private LinearStamps.Flux flux(Inductor inductor) {
        return (LinearStamps.Flux) stamp(inductor.name());
    }

    /**
     * Requires that what parts do in small signals depends on nothing but where the unknowns are.
     *
     * @throws ArithmeticException if it has a line, which remembers
     */
    void requireNoLines() {
        for (Component part : components) {
            if (part instanceof Component.Line) {
                throw new ArithmeticException(
                        part.name() + " is a line, which takes part at rest, through time and in phasors"
                                + " of linear networks, and not yet in phasors beside devices");
            }
        }
    }

    // ---- for solvers

    Layout layout() {
        return layout;
    }

    /** The switches, whose states are part of the equations. */
    Switches switches() {
        return switches;
    }

    /** The lines, whose waves are part of the equations. */
    Lines lines() {
        return lines;
    }

    /** Whether the sums are linear in the unknowns while no switch moves. */
    boolean isLinear() {
        return isLinear;
    }

    List<Component> components() {
        return components;
    }

    Stamp stamp(String part) {
        Stamp stamp = stamps.get(Netlist.folded(part));
        if (stamp == null) {
            throw new IllegalArgumentException("there is no element " + part);
        }
        return stamp;
    }

    /** Fills the sums where their unknowns are. */
    void fill(Sums sums) {
        sums.clear();
        for (Stamp stamp : stamps.values()) {
            stamp.add(sums);
        }
        for (Stamp stamp : further) {
            stamp.add(sums);
        }
    }

    /** When a source next has a corner after an instant, or one arrives at the end of a line, before the end; infinity if none does. */
    double nextBreak(double t, double stop) {
        double next = lines.nextCorner(t);
        for (Component.Behavioural source : laws.keySet()) {
            next = Math.min(next, source.law().nextBreak(t, stop));
        }
        for (Waveform waveform : waveforms) {
            next = Math.min(next, waveform.nextBreak(t));
        }
        return next;
    }

    /** How long a step from one instant to another may be, so that it goes over no pulse of a law; see {@link Law#longestStep}. */
    double longestStep(double from, double to, double stop) {
        double longest = Double.POSITIVE_INFINITY;
        for (Component.Behavioural source : laws.keySet()) {
            longest = Math.min(longest, source.law().longestStep(from, to, stop));
        }
        return longest;
    }

    /** What drives it by the time; nothing where no charge could miss it. */
    Drives drives() {
        return layout.chargeCount() == 0 ? new Drives(List.of(), List.of()) : new Drives(waveforms, laws.values());
    }

    /** The laws that sources follow. */
    LawsAlong laws() {
        return new LawsAlong(laws.values());
    }

    /** A source whose law had no value where it was looked at last; null if there is none. */
    @Nullable
    String withoutValue() {
        for (Map.Entry<Component.Behavioural, LawStamps.Taken> law : laws.entrySet()) {
            if (!law.getValue().isKnown()) {
                return law.getKey().name();
            }
        }
        return null;
    }

    /** How much one evaluation costs, in steps. */
    double cost() {
        return 4.0 * (stamps.size() + further.size());
    }
}
