package org.ansatz.field.circuit.netlist;

import java.util.List;
import org.ansatz.quantity.Notation;

/**
 * An element between two nodes. Its current flows into {@code plus}, through the element and out of {@code minus}, as in
 * SPICE; so a source that feeds a load has a negative current.
 */
public sealed interface Element extends Component {

    /** The node its current enters at; a diode's anode. */
    String plus();

    /** The node its current leaves at; a diode's cathode. */
    String minus();

    @Override
    default List<String> nodes() {
        return List.of(plus(), minus());
    }

    /** A resistor, in ohms. */
    record Resistor(String name, String plus, String minus, double ohms) implements Element {
        /**
         * Checks the value.
         *
         * @throws IllegalArgumentException unless it is positive and finite
         */
        public Resistor {
            requirePositive(ohms, name, "ohm");
        }
    }

    /** A capacitor, in farads, and the voltage it starts from. */
    record Capacitor(String name, String plus, String minus, double farads, double initialVolts) implements Element {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException unless the capacitance is positive and both are finite
         */
        public Capacitor {
            requirePositive(farads, name, "F");
            if (!Double.isFinite(initialVolts)) {
                throw new IllegalArgumentException(name + " starts from " + initialVolts + " V");
            }
        }
    }

    /** A source that keeps a voltage, in volts, and what it gives in phasors. */
    record VoltageSource(String name, String plus, String minus, Waveform volts, Phasor small) implements Element {
        /** A source without an amplitude in phasors. */
        public VoltageSource(String name, String plus, String minus, Waveform volts) {
            this(name, plus, minus, volts, Phasor.ZERO);
        }
    }

    /** A source that drives a current from {@code plus} through itself to {@code minus}, in amperes, and what it gives in phasors. */
    record CurrentSource(String name, String plus, String minus, Waveform amperes, Phasor small) implements Element {
        /** A source without an amplitude in phasors. */
        public CurrentSource(String name, String plus, String minus, Waveform amperes) {
            this(name, plus, minus, amperes, Phasor.ZERO);
        }
    }

    /** An ideal diode: a short circuit forwards, an open one backwards. */
    record Diode(String name, String plus, String minus) implements Element {}

    private static void requirePositive(double value, String name, String unit) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    name + " must be positive and finite; it is " + Notation.number(value, 6) + " " + unit);
        }
    }
}
