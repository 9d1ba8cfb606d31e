package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.field.circuit.netlist.Soundness.Flaw;

/** Whether the names that parts refer to are there: inductors that are coupled, elements whose current controls a source. */
public final class References {

    /** What is said of a circuit without a ground. */
    static final String NO_GROUND = "no element is joined to the ground, node 0";

    private References() {}

    /**
     * All that is wrong with a network of these parts, as far as it shows in how they are joined.
     *
     * @param linear whether all of them must be linear
     */
    public static List<Flaw> flaws(List<Component> parts, boolean linear) {
        List<Flaw> flaws = new ArrayList<>();
        Map<String, Component> byName = new HashMap<>();
        Set<String> ends = new HashSet<>();
        for (int k = 0; k < parts.size(); k++) {
            Component part = parts.get(k);
            if (byName.put(Netlist.folded(part.name()), part) != null) {
                flaws.add(new Flaw(k, 0, "a second element is called " + part.name()));
            }
            part.nodes().forEach(node -> ends.add(Netlist.folded(node)));
            if (linear && isCurved(part)) {
                flaws.add(new Flaw(
                        k,
                        0,
                        part.name()
                                + " is no part of a linear network; devices and switches take part in run: dc, and ideal"
                                + " diodes beside R, C, V and I in run: transient and run: periodic, too"));
            }
        }
        if (!ends.contains(Netlist.GROUND)) {
            flaws.add(new Flaw(0, 0, NO_GROUND));
        }
        for (int k = 0; k < parts.size(); k++) {
            if (parts.get(k) instanceof Component.Coupling coupling) {
                for (String inductor : List.of(coupling.first(), coupling.second())) {
                    if (!(byName.get(Netlist.folded(inductor)) instanceof Component.Inductor)) {
                        flaws.add(new Flaw(k, 1, "there is no inductor " + inductor));
                    }
                }
            }
            for (String control : Component.controllingElements(parts.get(k))) {
                Component by = byName.get(Netlist.folded(control));
                boolean hasCurrent = by != null && !(by instanceof Component.Coupling) && by != parts.get(k);
                if (!hasCurrent) {
                    flaws.add(new Flaw(
                            k,
                            3,
                            "there is no element " + control + " whose current could control "
                                    + parts.get(k).name()));
                }
            }
        }
        return flaws;
    }

    private static boolean isCurved(Component part) {
        return part instanceof Element.Diode || part instanceof Device || part instanceof Component.Switch;
    }
}
