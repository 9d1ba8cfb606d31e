package org.ansatz.schematic;

import java.util.List;
import org.ansatz.figure.Label;
import org.ansatz.figure.Schematic.Kind;

/**
 * A part of a circuit as a schematic shows it.
 *
 * @param kind its symbol
 * @param name its name
 * @param value what stands beside its name; may be empty
 * @param nodes of two ends, the first and the second; of an amplifier its non-inverting and inverting input and its output; of a
 *     transistor its base, and what is above and below; of two ports the upper and lower ends of the first and of the second
 * @param rail what it may be drawn as, if it stands between a node and ground
 */
public record Part(Kind kind, String name, String value, List<String> nodes, Rail rail) {

    /** The node that voltages are measured against. */
    static final String GROUND = "0";

    /** Whether a source is drawn as a rail beside transistors, and where. */
    public enum Rail {
        /** It is drawn as a source. */
        NONE,
        /** Its node is a rail above. */
        HIGH,
        /** Its node is a rail below. */
        LOW
    }

    /** Cleans the texts and copies the list. */
    public Part {
        name = Label.of(name);
        value = Label.of(value);
        nodes = List.copyOf(nodes);
    }

    /** A part that is drawn as it is. */
    public Part(Kind kind, String name, String value, List<String> nodes) {
        this(kind, name, value, nodes, Rail.NONE);
    }

    String node(int pin) {
        return nodes.get(pin);
    }

    /** Name and value in a line. */
    String label() {
        return value.isEmpty() ? name : name + " " + value;
    }

    /** How wide name and value are, one above the other. */
    int widest() {
        return Math.max(columns(name), columns(value));
    }

    /** How wide name and value are in a line. */
    int length() {
        return columns(label());
    }

    private static int columns(String text) {
        return Math.max(Label.columns(text), Label.ascii(text).length());
    }
}
