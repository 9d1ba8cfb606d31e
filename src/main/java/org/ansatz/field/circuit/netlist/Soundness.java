package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether elements make up a circuit; what is wrong is found from how they are joined, whatever their values. */
public final class Soundness {

    private final List<Element> elements;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<String, String> joined = new LinkedHashMap<>();

    private Soundness(List<Element> elements) {
        this.elements = elements;
    }

    /**
     * Something that is wrong.
     *
     * @param element the number of the element concerned
     * @param word which of its words: 0 its name, 1 and 2 its nodes
     * @param message what is wrong
     */
    public record Flaw(int element, int word, String message) {}

    /** All that is wrong with a circuit of these elements, in their order as far as it can be told. */
    public static List<Flaw> flaws(List<Element> elements) {
        Soundness soundness = new Soundness(elements);
        soundness.refuseRepeatedNames();
        soundness.refuseLooseEnds();
        soundness.refuseTooManyDiodes();
        soundness.refuseLoopsOfSources();
        soundness.refuseSeveredNodes();
        return List.copyOf(soundness.flaws);
    }

    private void refuseRepeatedNames() {
        Set<String> names = new HashSet<>();
        for (int k = 0; k < elements.size(); k++) {
            if (!names.add(Netlist.folded(elements.get(k).name()))) {
                flaws.add(new Flaw(
                        k, 0, "a second element is called " + elements.get(k).name()));
            }
        }
    }

    private void refuseLooseEnds() {
        Map<String, Integer> touched = new LinkedHashMap<>();
        for (Element element : elements) {
            touched.merge(Netlist.folded(element.plus()), 1, Integer::sum);
            touched.merge(Netlist.folded(element.minus()), 1, Integer::sum);
        }
        if (!touched.containsKey(Netlist.GROUND)) {
            flaws.add(new Flaw(0, 0, "no element is joined to the ground, node 0"));
        }
        for (int k = 0; k < elements.size(); k++) {
            Element element = elements.get(k);
            if (element.plus().equalsIgnoreCase(element.minus())) {
                flaws.add(new Flaw(k, 2, "both ends of " + element.name() + " are joined to node " + element.plus()));
            }
            refuseLooseEnd(k, 1, element.plus(), touched);
            refuseLooseEnd(k, 2, element.minus(), touched);
        }
    }

    private void refuseLooseEnd(int k, int word, String node, Map<String, Integer> touched) {
        if (touched.getOrDefault(Netlist.folded(node), 0) == 1) {
            flaws.add(new Flaw(k, word, looseEnd(elements.get(k), node)));
        }
    }

    private static String looseEnd(Component part, String node) {
        return "nothing but " + part.name() + " is joined to node " + node;
    }

    /**
     * The resistors that end at a node where nothing else is, a sentence each. They carry no current, so that linear networks are
     * solved with them; mostly a node is misspelt.
     */
    public static List<String> danglingResistors(List<? extends Component> parts) {
        Map<String, Integer> touched = new LinkedHashMap<>();
        for (Component part : parts) {
            part.nodes().forEach(node -> touched.merge(Netlist.folded(node), 1, Integer::sum));
        }
        List<String> dangling = new ArrayList<>();
        for (Component part : parts) {
            for (String node : part.nodes()) {
                if (part instanceof Element.Resistor && touched.getOrDefault(Netlist.folded(node), 0) == 1) {
                    dangling.add(looseEnd(part, node));
                }
            }
        }
        return dangling;
    }

    private void refuseTooManyDiodes() {
        int diodes = 0;
        for (int k = 0; k < elements.size(); k++) {
            if (elements.get(k) instanceof Element.Diode && ++diodes > Netlist.MAX_DIODES) {
                flaws.add(new Flaw(k, 0, "more than " + Netlist.MAX_DIODES + " diodes"));
                return;
            }
        }
    }

    private void refuseLoopsOfSources() {
        joined.clear();
        for (int k = 0; k < elements.size(); k++) {
            Element element = elements.get(k);
            boolean loop = !element.plus().equalsIgnoreCase(element.minus()) && sameTree(element);
            if (element instanceof Element.VoltageSource && loop) {
                flaws.add(new Flaw(k, 0, element.name() + " closes a loop of voltage sources"));
            }
            if (element instanceof Element.VoltageSource) {
                join(element);
            }
        }
    }

    private void refuseSeveredNodes() {
        joined.clear();
        boolean grounded = false;
        for (Element element : elements) {
            grounded |= element.plus().equals(Netlist.GROUND) || element.minus().equals(Netlist.GROUND);
            if (!(element instanceof Element.CurrentSource)) {
                join(element);
            }
        }
        if (!grounded) {
            return;
        }
        Set<String> told = new HashSet<>();
        told.add(root(Netlist.GROUND));
        for (int k = 0; k < elements.size(); k++) {
            refuseSevered(k, 1, elements.get(k).plus(), told);
            refuseSevered(k, 2, elements.get(k).minus(), told);
        }
    }

    private void refuseSevered(int k, int word, String node, Set<String> told) {
        if (told.add(root(node))) {
            flaws.add(new Flaw(k, word, "node " + node + " has no way to the ground, node 0, but current sources"));
        }
    }

    // ---- disjoint sets of nodes

    private String root(String node) {
        String at = Netlist.folded(node);
        for (String up = joined.get(at); up != null; up = joined.get(at)) {
            String above = joined.get(up);
            if (above != null) {
                joined.put(at, above); // shortens the way for the next one: chains are long in ladders
            }
            at = up;
        }
        return at;
    }

    private boolean sameTree(Element element) {
        return root(element.plus()).equals(root(element.minus()));
    }

    private void join(Element element) {
        if (!sameTree(element)) {
            joined.put(root(element.plus()), root(element.minus()));
        }
    }
}
