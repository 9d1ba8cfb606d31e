package org.ansatz.field.circuit.simulation;

import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Component.Controlled;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Semiconductor;

/** Parts whose current is to be an unknown: they end at a node of their own, from which a source of no voltage goes on. */
final class Sensing {

    private Sensing() {}

    /** The node at which a part's current leaves. */
    static String end(Component part) {
        if (part instanceof Element element) {
            return element.minus();
        }
        if (part instanceof Controlled source) {
            return source.minus();
        }
        if (part instanceof Component.Behavioural source) {
            return source.minus();
        }
        if (part instanceof Component.Switch toggle) {
            return toggle.minus();
        }
        if (part instanceof Semiconductor.Junction diode) {
            return diode.cathode();
        }
        throw noWay(part);
    }

    /** The part with its current leaving at another node. */
    static Component endingAt(Component part, String node) {
        if (part instanceof Element.Resistor resistor) {
            return new Element.Resistor(resistor.name(), resistor.plus(), node, resistor.ohms());
        }
        if (part instanceof Element.Capacitor capacitor) {
            return new Element.Capacitor(
                    capacitor.name(), capacitor.plus(), node, capacitor.farads(), capacitor.initialVolts());
        }
        if (part instanceof Element.CurrentSource source) {
            return new Element.CurrentSource(source.name(), source.plus(), node, source.amperes(), source.small());
        }
        if (part instanceof Controlled source) {
            return new Controlled(source.name(), source.plus(), node, source.control(), source.by(), source.gain());
        }
        if (part instanceof Component.Behavioural source) {
            return source.with(node, source.by());
        }
        if (part instanceof Component.Switch toggle) {
            return toggle.with(node, toggle.by());
        }
        if (part instanceof Semiconductor.Junction diode) {
            return new Semiconductor.Junction(diode.name(), diode.anode(), node, diode.model(), diode.area());
        }
        throw noWay(part);
    }

    private static IllegalArgumentException noWay(Component part) {
        return new IllegalArgumentException(
                "the current of " + part.name() + " has no one way; let a source of 0 V carry what controls a source");
    }
}
