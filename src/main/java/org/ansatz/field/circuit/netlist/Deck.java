package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A netlist as written, some of whose numbers may still be expressions. */
public final class Deck {

    private final List<Card> cards;
    private final List<Open> open;
    private final Asking asking;
    private final List<String> remarks;
    private final List<WrittenLaw> written;
    private final @Nullable Idealisation idealisation;
    private final List<Law> laws;

    Deck(List<Card> cards, List<Open> open, List<WrittenLaw> written, Asking asking, List<String> remarks) {
        this(cards, open, written, asking, remarks, null, List.of());
    }

    private Deck(
            List<Card> cards,
            List<Open> open,
            List<WrittenLaw> written,
            Asking asking,
            List<String> remarks,
            @Nullable Idealisation idealisation,
            List<Law> laws) {
        this.cards = List.copyOf(cards);
        this.open = List.copyOf(open);
        this.written = List.copyOf(written);
        this.asking = asking;
        this.remarks = List.copyOf(remarks);
        this.idealisation = idealisation;
        this.laws = List.copyOf(laws);
    }

    /**
     * The expression of a behavioural source.
     *
     * @param start the offset of its first character
     * @param end the offset behind its last one
     * @param measure what it has to be, a voltage or a current
     * @param parameters the netlist's own names that it may use
     * @param naming what its nodes and elements are in the whole netlist
     */
    public record WrittenLaw(int start, int end, Measure measure, Parameters parameters, Naming naming) {}

    /**
     * What a file asks beside its netlist.
     *
     * @param title the line above all cards, or empty
     * @param analyses in the order in which they are written
     * @param probes what is shown; empty for all nodes and the currents of all sources of voltage
     */
    record Asking(String title, List<Asked> analyses, List<Probe> probes) {
        /** Nothing. */
        static final Asking NOTHING = new Asking("", List.of(), List.of());

        Asking {
            analyses = List.copyOf(analyses);
            probes = List.copyOf(probes);
        }
    }

    /** An analysis but for its numbers. */
    record Asked(List<Number> numbers, AnalysisMaker maker) {
        Analysis analysis(double[] expressions) {
            return maker.make(values(numbers, expressions));
        }
    }

    /** From the numbers of a card to what it asks. */
    interface AnalysisMaker {
        /** The analysis. */
        Analysis make(double[] values);
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
            return maker.make(values(numbers, expressions));
        }
    }

    private static double[] values(List<Number> numbers, double[] expressions) {
        double[] values = new double[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            Number number = numbers.get(i);
            values[i] = number.open() >= 0 ? expressions[number.open()] : number.isKnown() ? number.value() : 1;
        }
        return values;
    }

    /** A number, or with {@code open} ≥ 0 the expression of that index. */
    public record Number(double value, int open) {

        /** What a picture leaves out; where something must stand, 1 does. */
        static final Number UNKNOWN = new Number(Double.NaN, -1);

        boolean isKnown() {
            return open >= 0 || !Double.isNaN(value);
        }

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

    /** The title of a file; empty for none. */
    public String title() {
        return asking.title();
    }

    /** What a file asks to be shown; empty for all nodes and the currents of all sources of voltage. */
    public List<Probe> probes() {
        return asking.probes();
    }

    /**
     * What a file asks to be done, in order.
     *
     * @param values of the expressions, as for {@link #components}
     * @throws IllegalArgumentException if a value is out of range
     */
    public List<Analysis> analyses(double[] values) {
        return asking.analyses().stream().map(asked -> asked.analysis(values)).toList();
    }

    /** What a reader must know of how it was read. */
    public List<String> remarks() {
        return remarks;
    }

    /** The same with its devices as an idealisation has them. */
    public Deck with(Idealisation assumed) {
        return new Deck(cards, open, written, asking, remarks, assumed, laws);
    }

    /** The expressions of its behavioural sources, in order. */
    public List<WrittenLaw> laws() {
        return written;
    }

    /** The same with the laws of its behavioural sources, in order. */
    public Deck with(List<Law> followed) {
        return new Deck(cards, open, written, asking, remarks, idealisation, followed);
    }

    private Component following(Component component) {
        return component instanceof Component.Behavioural source
                        && source.law() instanceof Law.Open open
                        && !laws.isEmpty()
                ? source.with(laws.get(open.index()))
                : component;
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
     * Whether all numbers of a component are known.
     *
     * @param component its place among {@link #components}
     * @param values of the expressions; NaN for what is not known
     */
    public boolean isKnown(int component, double[] values) {
        for (Number number : cards.get(component).numbers()) {
            if (!number.isKnown() || number.open() >= 0 && Double.isNaN(values[number.open()])) {
                return false;
            }
        }
        return true;
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
            components.add(following(card.component(values)));
        }
        return idealisation == null ? components : idealisation.of(components);
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
