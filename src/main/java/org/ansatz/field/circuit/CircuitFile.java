package org.ansatz.field.circuit;

import java.util.List;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Scope;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;
import org.ansatz.field.circuit.analysis.Analyses;
import org.ansatz.field.circuit.netlist.Analysis;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.field.circuit.solution.Work;
import org.ansatz.figure.Schematic;
import org.ansatz.schematic.Drawing;

/** A netlist in a file of its own, which says itself what is to be done with it. */
public final class CircuitFile {

    private final Deck deck;
    private final List<Component> components;
    private final List<Analysis> analyses;

    private CircuitFile(Deck deck, List<Component> components, List<Analysis> analyses) {
        this.deck = deck;
        this.components = components;
        this.analyses = analyses;
    }

    /**
     * Reads a file; its faults go to the text.
     *
     * @param outermost a scope with the functions of the language and no names
     * @throws Refused if anything is wrong with it
     */
    public static CircuitFile read(Written file, Scope outermost) {
        Written text = Includes.expanded(file);
        Deck written = NetlistExpressions.deck(text, NetlistReader.Form.FILE);
        NetlistExpressions expressions = NetlistExpressions.readPlain(text, written, outermost);
        try {
            Frame frame = Frame.of(outermost.layout());
            double[] values = expressions.values(frame).values();
            Deck deck = written.with(expressions.laws(frame));
            List<Analysis> asked = deck.analyses(values);
            return new CircuitFile(
                    deck, deck.components(values), asked.isEmpty() ? List.of(new Analysis.Rest()) : asked);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw text.fault(String.valueOf(e.getMessage()));
        }
    }

    /** Its title; empty for none. */
    public String title() {
        return deck.title();
    }

    /** What it looks like. */
    public Schematic schematic() {
        SchematicParts parts = new SchematicParts();
        components.forEach(component -> parts.add(component, /* hasValue= */ true));
        return Drawing.of("", parts.parts(), parts.notes());
    }

    /** What a reader must know of how it was read, a sentence each. */
    public List<String> remarks() {
        return deck.remarks();
    }

    /** What it asks to be done, in order; its point of rest if it asks for nothing. */
    public List<Analysis> analyses() {
        return analyses;
    }

    /** Where they are done. */
    public Analyses solver(Work work) {
        return new Analyses(components, deck.probes(), work);
    }
}
