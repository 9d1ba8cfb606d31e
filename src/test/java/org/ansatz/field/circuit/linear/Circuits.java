package org.ansatz.field.circuit.linear;

import java.util.List;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.field.circuit.solution.Work;

/** Circuits from cards that are parted by bars. */
final class Circuits {

    private Circuits() {}

    static List<Component> parts(String cards) {
        Deck deck = NetlistReader.read(cards.replace('|', '\n'), NetlistReader.Form.PHASORS, fault -> {
            throw new AssertionError(fault.message());
        });
        return deck.components(new double[0]);
    }

    static LinearNetwork network(String cards) {
        return new LinearNetwork(parts(cards), Work.unlimited());
    }

    /** A circuit with devices, which stands at rest. */
    static OperatingRegions point(String cards) {
        return point(cards, Work.unlimited());
    }

    static OperatingRegions point(String cards, Work work) {
        Deck deck = NetlistReader.read(cards.replace('|', '\n'), fault -> {
            throw new AssertionError(fault.message());
        });
        return new OperatingRegions(deck.components(new double[0]), work);
    }
}
