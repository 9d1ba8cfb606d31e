package org.ansatz.field.circuit.piecewise;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.Waveform;

/** A random circuit, connected by resistors, driven by a voltage and a current source. */
final class RandomNetwork {

    private final List<Element> elements = new ArrayList<>();
    private final List<String> nodes = new ArrayList<>();
    private final Waveform volts;
    private final Waveform amperes;

    RandomNetwork(Random random, int size, int capacitors, int diodes) {
        for (int k = 0; k < size; k++) {
            nodes.add("n" + k);
        }
        for (int k = 0; k < size; k++) {
            String other = k == 0 ? "0" : nodes.get(random.nextInt(k));
            elements.add(new Element.Resistor("R" + k, nodes.get(k), other, value(random, 1e3)));
            elements.add(new Element.Resistor("Rg" + k, nodes.get(k), "0", value(random, 1e4)));
        }
        for (int k = 0; k < capacitors; k++) {
            int from = random.nextInt(size);
            int to = random.nextInt(size);
            elements.add(new Element.Capacitor(
                    "C" + k, nodes.get(from), from == to ? "0" : nodes.get(to), value(random, 1e-7), 0));
        }
        for (int k = 0; k < diodes; k++) {
            int from = random.nextInt(size);
            int to = random.nextInt(size);
            String a = nodes.get(from);
            String b = from == to ? "0" : nodes.get(to);
            boolean turned = random.nextBoolean();
            elements.add(new Element.Diode("D" + k, turned ? b : a, turned ? a : b));
        }
        volts = sine(random, 5);
        amperes = sine(random, 5e-3);
    }

    private static double value(Random random, double middle) {
        return middle * Math.pow(10, random.nextDouble() * 2 - 1);
    }

    private static Waveform sine(Random random, double size) {
        return new Waveform.Sine(
                size * random.nextGaussian() / 2, size, 1e3 * (1 + random.nextInt(3)), 0, 0, 360 * random.nextDouble());
    }

    List<String> nodes() {
        return nodes;
    }

    /** With its sources multiplied. */
    Netlist netlist(double voltage, double current) {
        return netlist(voltage, current, 1, 1);
    }

    /** With its sources, resistances and capacitances multiplied. */
    Netlist netlist(double voltage, double current, double resistance, double capacitance) {
        List<Element> all = new ArrayList<>();
        for (Element element : elements) {
            if (element instanceof Element.Resistor) {
                double ohms = ((Element.Resistor) element).ohms() * resistance;
                all.add(new Element.Resistor(element.name(), element.plus(), element.minus(), ohms));
            } else if (element instanceof Element.Capacitor) {
                double farads = ((Element.Capacitor) element).farads() * capacitance;
                all.add(new Element.Capacitor(element.name(), element.plus(), element.minus(), farads, 0));
            } else {
                all.add(element);
            }
        }
        all.add(new Element.VoltageSource("V1", "s", "0", scaled(volts, voltage)));
        all.add(new Element.Resistor("Rs", "s", nodes.get(0), 500 * resistance));
        all.add(new Element.CurrentSource("I1", "0", nodes.get(nodes.size() - 1), scaled(amperes, current)));
        return new Netlist(all);
    }

    private static Waveform scaled(Waveform waveform, double factor) {
        Waveform.Sine sine = (Waveform.Sine) waveform;
        return new Waveform.Sine(
                factor * sine.offset(), factor * sine.amplitude(), sine.frequency(), 0, 0, sine.degrees());
    }
}
