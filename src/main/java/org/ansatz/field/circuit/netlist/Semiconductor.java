package org.ansatz.field.circuit.netlist;

import java.util.List;
import org.ansatz.quantity.Notation;

/** A device that follows a {@code .model}, as SPICE has it: curved, with charges, at 27 °C. */
public sealed interface Semiconductor extends Component {

    /** The numbers it follows. */
    Model model();

    /**
     * A junction diode.
     *
     * @param area how many of the model's diodes are in parallel
     */
    record Junction(String name, String anode, String cathode, Model model, double area) implements Semiconductor {
        /**
         * Checks the area.
         *
         * @throws IllegalArgumentException unless it is positive and finite
         */
        public Junction {
            requirePositive(area, name, "area");
        }

        @Override
        public List<String> nodes() {
            return List.of(anode, cathode);
        }
    }

    /**
     * A bipolar transistor after Gummel and Poon.
     *
     * @param area how many of the model's transistors are in parallel
     */
    record Transistor(String name, String collector, String base, String emitter, Model model, double area)
            implements Semiconductor {
        /**
         * Checks the area.
         *
         * @throws IllegalArgumentException unless it is positive and finite
         */
        public Transistor {
            requirePositive(area, name, "area");
        }

        @Override
        public List<String> nodes() {
            return List.of(collector, base, emitter);
        }
    }

    /**
     * A field-effect transistor with an insulated gate, level 1.
     *
     * @param width of its channel, in metres
     * @param length in metres
     */
    record InsulatedGate(
            String name,
            String drain,
            String gate,
            String source,
            String bulk,
            Model model,
            double width,
            double length)
            implements Semiconductor {
        /**
         * Checks the channel.
         *
         * @throws IllegalArgumentException unless its sides are positive, also when the diffusion below the gate is taken off
         */
        public InsulatedGate {
            requirePositive(width, name, "W");
            requirePositive(length, name, "L");
            requirePositive(length - 2 * model.value("LD"), name, "L less 2 LD");
        }

        @Override
        public List<String> nodes() {
            return List.of(drain, gate, source, bulk);
        }
    }

    /**
     * A junction field-effect transistor.
     *
     * @param area how many of the model's transistors are in parallel
     */
    record JunctionGate(String name, String drain, String gate, String source, Model model, double area)
            implements Semiconductor {
        /**
         * Checks the area.
         *
         * @throws IllegalArgumentException unless it is positive and finite
         */
        public JunctionGate {
            requirePositive(area, name, "area");
        }

        @Override
        public List<String> nodes() {
            return List.of(drain, gate, source);
        }
    }

    private static void requirePositive(double value, String name, String what) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    what + " of " + name + " must be positive and finite; it is " + Notation.number(value, 6));
        }
    }
}
