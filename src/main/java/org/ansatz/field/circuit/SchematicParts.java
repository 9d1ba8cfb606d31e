package org.ansatz.field.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Component.Control;
import org.ansatz.field.circuit.netlist.Device;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.netlist.Semiconductor;
import org.ansatz.field.circuit.netlist.Waveform;
import org.ansatz.figure.Schematic.Kind;
import org.ansatz.quantity.Notation;
import org.ansatz.schematic.Part;
import org.ansatz.schematic.Part.Rail;

/** What the components of a netlist are in a schematic: symbols with names, and values where they are known. */
final class SchematicParts {

    private static final int DIGITS = 4;

    private final List<Part> parts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean hasValue;

    /** Adds a component, with its value if that is known. */
    void add(Component component, boolean hasValue) {
        this.hasValue = hasValue;
        if (component instanceof Component.Coupling coupling) {
            notes.add(coupling.name() + " couples " + coupling.first() + " and " + coupling.second()
                    + (hasValue ? ", k = " + Notation.number(coupling.k(), DIGITS) : ""));
        } else {
            parts.add(part(component));
        }
    }

    /** What is drawn. */
    List<Part> parts() {
        return parts;
    }

    /** What cannot be drawn, a sentence each. */
    List<String> notes() {
        return notes;
    }

    private Part part(Component component) {
        if (component instanceof Element element) {
            return ofElement(element);
        }
        if (component instanceof Component.Linear linear) {
            return ofLinear(linear);
        }
        if (component instanceof Component.Behavioural source) {
            Kind kind = source.givesVoltage() ? Kind.CONTROLLED_VOLTAGE : Kind.CONTROLLED_CURRENT;
            return two(kind, source.name(), "", source.plus(), source.minus());
        }
        if (component instanceof Component.Switch toggle) {
            return two(Kind.SWITCH, toggle.name(), "", toggle.plus(), toggle.minus());
        }
        if (component instanceof Device device) {
            return ofDevice(device);
        }
        return ofSemiconductor((Semiconductor) component);
    }

    private static Part two(Kind kind, String name, String value, String first, String second) {
        return new Part(kind, name, value, List.of(node(first), node(second)));
    }

    private static String node(String name) {
        return name.equals(Netlist.GROUND) ? name : name.toLowerCase(Locale.ROOT);
    }

    private String in(double value, String unit) {
        return hasValue
                ? Notation.prefixed(value, unit, DIGITS).replace("ohm", "Ω").replace(" u", " µ")
                : "";
    }

    // ---- elements

    private Part ofElement(Element element) {
        String plus = element.plus();
        String minus = element.minus();
        if (element instanceof Element.Resistor resistor) {
            return two(Kind.RESISTOR, element.name(), in(resistor.ohms(), "ohm"), plus, minus);
        }
        if (element instanceof Element.Capacitor capacitor) {
            return two(Kind.CAPACITOR, element.name(), in(capacitor.farads(), "F"), plus, minus);
        }
        if (element instanceof Element.VoltageSource source) {
            String value = source(source.volts(), source.small(), "V");
            return new Part(
                    Kind.VOLTAGE_SOURCE,
                    element.name(),
                    value,
                    List.of(node(plus), node(minus)),
                    rail(source, Netlist.GROUND));
        }
        if (element instanceof Element.CurrentSource source) {
            return two(Kind.CURRENT_SOURCE, element.name(), source(source.amperes(), source.small(), "A"), plus, minus);
        }
        return two(Kind.DIODE, element.name(), "", plus, minus);
    }

    /** A source of a constant voltage to ground may be a rail, which lies above if it is positive. */
    private static Rail rail(Element.VoltageSource source, String ground) {
        boolean isGrounded = source.plus().equals(ground) != source.minus().equals(ground);
        if (!(source.volts() instanceof Waveform.Constant constant) || !isGrounded || isVarying(source.small())) {
            return Rail.NONE;
        }
        double volts = source.minus().equals(ground) ? constant.value() : -constant.value();
        return volts > 0 ? Rail.HIGH : volts < 0 ? Rail.LOW : Rail.NONE;
    }

    private static boolean isVarying(Phasor small) {
        return small.re() != 0 || small.im() != 0;
    }

    private String source(Waveform waveform, Phasor small, String unit) {
        if (!hasValue) {
            return "";
        }
        boolean isQuiet = waveform instanceof Waveform.Constant nothing && nothing.value() == 0;
        if (isQuiet && isVarying(small)) {
            double degrees = Math.toDegrees(Math.atan2(small.im(), small.re()));
            String angle = degrees == 0 ? "" : "∠" + Notation.number(degrees, DIGITS) + "°";
            return in(Math.hypot(small.re(), small.im()), unit) + angle;
        }
        if (waveform instanceof Waveform.Constant constant) {
            return in(constant.value(), unit);
        }
        if (waveform instanceof Waveform.Sine sine) {
            String offset = sine.offset() == 0 ? "" : in(sine.offset(), unit) + " + ";
            return offset + in(sine.amplitude(), unit) + ", " + in(sine.frequency(), "Hz");
        }
        if (waveform instanceof Waveform.Pulse pulse) {
            return in(pulse.low(), unit) + " to " + in(pulse.high(), unit);
        }
        return unit.equals("V") ? "v(t)" : "i(t)";
    }

    // ---- linear parts

    private Part ofLinear(Component.Linear linear) {
        if (linear instanceof Component.Inductor inductor) {
            return two(Kind.INDUCTOR, linear.name(), in(inductor.henries(), "H"), inductor.plus(), inductor.minus());
        }
        if (linear instanceof Component.Controlled source) {
            Kind kind = source.control().givesVoltage() ? Kind.CONTROLLED_VOLTAGE : Kind.CONTROLLED_CURRENT;
            return two(kind, source.name(), controlled(source), source.plus(), source.minus());
        }
        if (linear instanceof Component.Amplifier amplifier) {
            return new Part(
                    Kind.AMPLIFIER,
                    amplifier.name(),
                    "",
                    List.of(node(amplifier.noninverting()), node(amplifier.inverting()), node(amplifier.plus())));
        }
        if (linear instanceof Component.Transformer transformer) {
            String ratio = hasValue ? Notation.number(transformer.ratio(), DIGITS) + " : 1" : "";
            return new Part(Kind.TRANSFORMER, linear.name(), ratio, nodes(linear.nodes()));
        }
        Component.Line line = (Component.Line) linear;
        return new Part(
                Kind.LINE,
                line.name(),
                hasValue ? in(line.ohms(), "ohm") + ", " + in(line.delay(), "s") : "",
                nodes(line.nodes()));
    }

    private static List<String> nodes(List<String> nodes) {
        return nodes.stream().map(SchematicParts::node).toList();
    }

    /** What a controlled source gives: {@code 2·i(V1)}, {@code 5 mS·v(a, b)}. */
    private String controlled(Component.Controlled source) {
        List<String> by = source.by();
        boolean isGrounded = by.size() == 2 && by.get(1).equals(Netlist.GROUND);
        String cause = !source.control().isByVoltage()
                ? "i(" + by.get(0) + ")"
                : isGrounded ? "v(" + by.get(0) + ")" : "v(" + by.get(0) + ", " + by.get(1) + ")";
        if (!hasValue) {
            return "?·" + cause;
        }
        String gain = source.control() == Control.CURRENT_BY_VOLTAGE
                ? in(source.gain(), "S")
                : source.control() == Control.VOLTAGE_BY_CURRENT
                        ? in(source.gain(), "ohm")
                        : Notation.number(source.gain(), DIGITS);
        return gain + "·" + cause;
    }

    // ---- devices

    private Part ofDevice(Device device) {
        if (device instanceof Device.Drop drop) {
            boolean isZener = !Double.isInfinite(drop.breakdown());
            String value = isZener ? in(drop.breakdown(), "V") : drop.forward() == 0 ? "" : in(drop.forward(), "V");
            return two(isZener ? Kind.ZENER_DIODE : Kind.DIODE, drop.name(), value, drop.plus(), drop.minus());
        }
        if (device instanceof Device.Bipolar bipolar) {
            return transistor(bipolar.npn() ? Kind.NPN : Kind.PNP, device);
        }
        return device instanceof Device.SquareLaw gate
                ? transistor(gate.n() ? Kind.N_CHANNEL : Kind.P_CHANNEL, device)
                : diode(device);
    }

    private static Part ofSemiconductor(Semiconductor device) {
        boolean isReversed = device.model().kind().isReversed();
        if (device instanceof Semiconductor.Transistor) {
            return transistor(isReversed ? Kind.PNP : Kind.NPN, device);
        }
        if (device instanceof Semiconductor.InsulatedGate) {
            return transistor(isReversed ? Kind.P_CHANNEL : Kind.N_CHANNEL, device);
        }
        return device instanceof Semiconductor.JunctionGate
                ? transistor(isReversed ? Kind.P_JUNCTION : Kind.N_JUNCTION, device)
                : diode(device);
    }

    private static Part diode(Component diode) {
        return two(
                Kind.DIODE,
                diode.name(),
                "",
                diode.nodes().get(0),
                diode.nodes().get(1));
    }

    /** Of an n-type the collector or drain, which is its first node, is above; of a p-type the emitter or source, its third. */
    private static Part transistor(Kind kind, Component transistor) {
        List<String> nodes = nodes(transistor.nodes());
        boolean isTurned = kind == Kind.PNP || kind == Kind.P_CHANNEL || kind == Kind.P_JUNCTION;
        return new Part(
                kind,
                transistor.name(),
                "",
                List.of(nodes.get(1), nodes.get(isTurned ? 2 : 0), nodes.get(isTurned ? 0 : 2)));
    }
}
