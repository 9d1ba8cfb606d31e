package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A netlist as written, some of whose numbers may still be expressions. */
public final class Deck {

    private final List<Card> cards;
    private final List<Open> open;
    private final List<String> remarks;

    Deck(List<Card> cards, List<Open> open, List<String> remarks) {
        this.cards = List.copyOf(cards);
        this.open = List.copyOf(open);
        this.remarks = List.copyOf(remarks);
    }

    /**
     * An expression that stands for a number.
     *
     * @param start the offset of its first character, after the brace
     * @param end the offset of the closing brace
     * @param measure what it has to be; a {@link Measure#PHASE} is needed in degrees
     * @param parameters the netlist's own names that it may use
     */
    public record Open(int start, int end, Measure measure, Parameters parameters) {}

    /**
     * An element but for its numbers.
     *
     * @param numbers the numbers, some yet unknown
     * @param maker makes the element of all numbers
     */
    record Card(List<Number> numbers, Maker maker) {
        Component component(double[] expressions) {
            double[] values = new double[numbers.size()];
            for (int i = 0; i < values.length; i++) {
                Number number = numbers.get(i);
                values[i] = number.open() < 0 ? number.value() : expressions[number.open()];
            }
            return maker.make(values);
        }
    }

    /** A number, or with {@code open} ≥ 0 the expression of that index. */
    public record Number(double value, int open) {
        static Number of(double value) {
            return new Number(value, -1);
        }

        static Number open(int index) {
            return new Number(Double.NaN, index);
        }
    }

    /** From the numbers of a card to what stands on it. */
    interface Maker {
        /** The element. */
        Component make(double[] values);
    }

    /** What a reader must know of how it was read. */
    public List<String> remarks() {
        return remarks;
    }

    /** The expressions, in order. */
    public List<Open> expressions() {
        return open;
    }

    /** What stands on the cards, with every expression taken for 1. */
    public List<Component> sketch() {
        double[] ones = new double[open.size()];
        Arrays.fill(ones, 1);
        return components(ones);
    }

    /**
     * What stands on the cards.
     *
     * @param values of the expressions, in order, in the units of their measures
     * @throws IllegalArgumentException if a value is out of range
     */
    public List<Component> components(double[] values) {
        List<Component> components = new ArrayList<>();
        for (Card card : cards) {
            components.add(card.component(values));
        }
        return components;
    }

    /**
     * The netlist.
     *
     * @param values of the expressions, in order, in the units of their measures
     * @throws IllegalArgumentException if a value is out of range
     */
    public Netlist netlist(double[] values) {
        List<Element> elements = new ArrayList<>();
        for (Component component : components(values)) {
            if (!(component instanceof Element)) {
                throw new IllegalArgumentException(component.name()
                        + " takes part in run: dc, run: ac and run: transient, and not in run: periodic yet");
            }
            elements.add((Element) component);
        }
        return new Netlist(elements);
    }
}
