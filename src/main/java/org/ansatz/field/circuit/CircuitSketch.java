package org.ansatz.field.circuit;

import java.util.Arrays;
import java.util.List;
import org.ansatz.expression.term.Scope;
import org.ansatz.field.block.Written;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.figure.Graphic;
import org.ansatz.problem.Case;
import org.ansatz.problem.Sketch;
import org.ansatz.schematic.Drawing;

/** The schematic of a netlist, with the values that the data of a problem give its parts. */
final class CircuitSketch implements Sketch {

    private final Deck deck;
    private final NetlistExpressions expressions;

    private CircuitSketch(Deck deck, NetlistExpressions expressions) {
        this.deck = deck;
        this.expressions = expressions;
    }

    /**
     * Reads a netlist as a picture: what is joined to nothing else is drawn as it is.
     *
     * @param isOfRoute whether a value that cannot be read here is left out, and no fault
     * @throws org.ansatz.field.block.Refused if anything is wrong with it, after reporting it
     */
    static CircuitSketch read(Written written, Scope scope, boolean isOfRoute) {
        Written text = Includes.expanded(written);
        Deck deck = NetlistExpressions.deck(text, NetlistReader.Form.PICTURE);
        return new CircuitSketch(
                deck,
                isOfRoute
                        ? NetlistExpressions.readable(text, deck, scope)
                        : NetlistExpressions.read(text, deck, scope));
    }

    @Override
    public Graphic drawn(Case data) {
        double[] values = expressions.known(data.frame());
        double[] anything = Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? 1 : value)
                .toArray();
        SchematicParts parts = new SchematicParts();
        try {
            List<Component> components = deck.components(anything);
            for (int i = 0; i < components.size(); i++) {
                parts.add(components.get(i), deck.isKnown(i, values));
            }
        } catch (IllegalArgumentException e) {
            // Data that no part can have, as a learner may set them: its routes say so.
            deck.sketch().forEach(component -> parts.add(component, /* hasValue= */ false));
        }
        return Drawing.of("", parts.parts(), parts.notes());
    }
}
