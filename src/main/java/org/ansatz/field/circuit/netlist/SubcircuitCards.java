package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.field.circuit.netlist.NetlistWords.Word;

/** Reads the heads of subcircuits, {@code .subckt NAME nodes [NAME=value …]}, and where one stands, {@code X1 nodes NAME}. */
final class SubcircuitCards {

    private final String text;

    /**
     * A reader of one netlist.
     *
     * @param text in which signs behind words tell names of values from nodes
     */
    SubcircuitCards(String text) {
        this.text = text;
    }

    /**
     * A subcircuit that is defined by a card.
     *
     * @param inner the cards between it and its end
     */
    Place.Subcircuit definition(WrittenCard card, List<List<Word>> inner) {
        if (card.size() < 3) {
            throw card.fault(0, "written .subckt NAME node node …");
        }
        int named = named(card, 2);
        List<String> ports = new ArrayList<>();
        for (int at = 2; at < named; at++) {
            if (!card.is(at, "PARAMS:")) {
                ports.add(card.text(at));
            }
        }
        Map<String, Word> usual = new LinkedHashMap<>();
        for (int at = named; at + 1 < card.size(); at += 2) {
            usual.put(card.text(at), card.word(at + 1));
        }
        return new Place.Subcircuit(card.text(1), List.copyOf(ports), usual, List.copyOf(inner), card.place());
    }

    /** A subcircuit where it stands, and the place that its cards are read in. */
    record Instance(Place.Subcircuit of, Place inside) {}

    Instance instance(WrittenCard card) {
        int named = named(card, 1);
        int last = (card.is(named - 1, "PARAMS:") ? named - 1 : named) - 1;
        if (last < 2) {
            throw card.fault(0, "written X1 node node … NAME, with the name of a .subckt");
        }
        Place.Subcircuit subcircuit = card.place().subcircuit(card.text(last));
        if (subcircuit == null) {
            throw card.fault(last, "there is no .subckt " + card.text(last));
        }
        if (subcircuit.ports().size() != last - 1) {
            throw card.fault(
                    last,
                    subcircuit.name() + " has " + subcircuit.ports().size() + " nodes, and here are " + (last - 1));
        }
        if (card.place().isInside(subcircuit)) {
            throw card.fault(last, subcircuit.name() + " stands in itself, without end");
        }
        Map<String, String> ports = new HashMap<>();
        for (int i = 1; i < last; i++) {
            ports.put(Netlist.folded(subcircuit.ports().get(i - 1)), card.node(i));
        }
        Parameters own = values(card, named, subcircuit);
        return new Instance(subcircuit, card.place().inside(subcircuit, card.text(0), ports, own));
    }

    /** The parameters of an instance: its own values, in the place where it stands; else those of the subcircuit. */
    private static Parameters values(WrittenCard card, int from, Place.Subcircuit subcircuit) {
        Parameters own = new Parameters(subcircuit.definition().parameters());
        for (int i = from; i < card.size(); i += 2) {
            String name = card.text(i);
            String declared = subcircuit.usual().keySet().stream()
                    .filter(name::equalsIgnoreCase)
                    .findFirst()
                    .orElse(null);
            if (i + 1 == card.size() || declared == null) {
                throw card.fault(
                        i,
                        "the parameters of " + subcircuit.name() + " are "
                                + String.join(", ", subcircuit.usual().keySet()));
            }
            own.add(declared, card.number(i + 1, Measure.PLAIN));
        }
        for (Map.Entry<String, Word> usual : subcircuit.usual().entrySet()) {
            if (!own.values().containsKey(usual.getKey())) {
                WrittenCard there = new WrittenCard(card.words(), subcircuit.definition(), card.desk());
                own.add(usual.getKey(), there.number(usual.getValue(), Measure.PLAIN));
            }
        }
        return own;
    }

    /** The index of the first word that is the name of a value, which the text tells by the sign behind it; else the end. */
    private int named(WrittenCard card, int from) {
        for (int i = from; i < card.size(); i++) {
            if (isNamed(card.word(i))) {
                return i;
            }
        }
        return card.size();
    }

    private boolean isNamed(Word word) {
        int end = word.end();
        while (end < text.length() && " \t".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '=';
    }
}
