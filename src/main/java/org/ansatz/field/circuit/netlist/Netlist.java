package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Elements joined at nodes, checked to be a circuit. Names of nodes and elements are the same in either case of letters. */
public final class Netlist {

    /** The node that voltages are measured against. */
    public static final String GROUND = "0";

    /** The most diodes whose patterns of conduction are tried. */
    public static final int MAX_DIODES = 8;

    private final List<Element> elements;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<String> nodes = new ArrayList<>();
    private final int[] plus;
    private final int[] minus;

    /**
     * A circuit.
     *
     * @throws IllegalArgumentException if it is not sound, with the first reason: see {@link Soundness}
     */
    public Netlist(List<Element> elements) {
        List<Soundness.Flaw> flaws = Soundness.flaws(elements);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException(flaws.get(0).message());
        }
        this.elements = List.copyOf(elements);
        plus = new int[elements.size()];
        minus = new int[elements.size()];
        for (int k = 0; k < plus.length; k++) {
            plus[k] = number(elements.get(k).plus());
            minus[k] = number(elements.get(k).minus());
        }
        for (int k = 0; k < plus.length; k++) {
            plus[k] = plus[k] < 0 ? nodes.size() : plus[k];
            minus[k] = minus[k] < 0 ? nodes.size() : minus[k];
        }
    }

    private int number(String node) {
        if (node.equals(GROUND)) {
            return -1;
        }
        return numbers.computeIfAbsent(folded(node), key -> {
            nodes.add(node);
            return nodes.size() - 1;
        });
    }

    public static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The elements, in order. */
    public List<Element> elements() {
        return elements;
    }

    /** The names of the nodes other than ground, in the order in which they first occur. */
    public List<String> nodes() {
        return List.copyOf(nodes);
    }

    /** The number of the ground: one more than that of the last node. */
    public int ground() {
        return nodes.size();
    }

    /**
     * The number of a node.
     *
     * @throws IllegalArgumentException if there is no such node
     */
    public int node(String name) {
        if (name.equals(GROUND)) {
            return ground();
        }
        Integer number = numbers.get(folded(name));
        if (number == null) {
            throw new IllegalArgumentException("there is no node " + name + "; the nodes are " + nodes);
        }
        return number;
    }

    /**
     * The number of an element.
     *
     * @throws IllegalArgumentException if there is no such element
     */
    public int element(String name) {
        for (int k = 0; k < elements.size(); k++) {
            if (elements.get(k).name().equalsIgnoreCase(name)) {
                return k;
            }
        }
        throw new IllegalArgumentException("there is no element " + name);
    }

    /** The resistance of an element, infinite if it is no resistor. */
    public double ohms(int k) {
        Element element = elements.get(k);
        return element instanceof Element.Resistor ? ((Element.Resistor) element).ohms() : Double.POSITIVE_INFINITY;
    }

    /** The node at which element {@code k} takes its current in. */
    public int plus(int k) {
        return plus[k];
    }

    /** The node at which element {@code k} gives its current off. */
    public int minus(int k) {
        return minus[k];
    }

    /** The numbers of the elements of one kind, in order. */
    public int[] numbersOf(Class<? extends Element> kind) {
        List<Integer> found = new ArrayList<>();
        for (int k = 0; k < elements.size(); k++) {
            if (kind.isInstance(elements.get(k))) {
                found.add(k);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The numbers of the sources, those of voltages first. */
    public int[] sources() {
        int[] voltages = numbersOf(Element.VoltageSource.class);
        int[] currents = numbersOf(Element.CurrentSource.class);
        int[] all = java.util.Arrays.copyOf(voltages, voltages.length + currents.length);
        System.arraycopy(currents, 0, all, voltages.length, currents.length);
        return all;
    }

    /** What the sources give, in the order of {@link #sources()}. */
    public List<Waveform> waveforms() {
        List<Waveform> waveforms = new ArrayList<>();
        for (int k : sources()) {
            Element element = elements.get(k);
            waveforms.add(
                    element instanceof Element.VoltageSource
                            ? ((Element.VoltageSource) element).volts()
                            : ((Element.CurrentSource) element).amperes());
        }
        return waveforms;
    }

    /** The voltages that the capacitors start from, in order. */
    public double[] initialVolts() {
        int[] capacitors = numbersOf(Element.Capacitor.class);
        double[] volts = new double[capacitors.length];
        for (int c = 0; c < volts.length; c++) {
            volts[c] = ((Element.Capacitor) elements.get(capacitors[c])).initialVolts();
        }
        return volts;
    }
}
