package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.quantity.Notation;

/** What stands on a card of a netlist: an {@link Element}, which every solver knows, or what some of them know. */
public sealed interface Component
        permits Element, Component.Linear, Component.Behavioural, Component.Switch, Device, Semiconductor {

    /** Its name, unique in a netlist whatever its case. */
    String name();

    /** The nodes it is joined to, those that control it among them. */
    List<String> nodes();

    /** What is linear, and no element of two ends by itself: known to linear networks and to simulations. */
    sealed interface Linear extends Component {}

    /** An inductor, in henries, and the current it starts with. */
    record Inductor(String name, String plus, String minus, double henries, double initialAmperes) implements Linear {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException unless the inductance is positive and both are finite
         */
        public Inductor {
            if (!Double.isFinite(initialAmperes)) {
                throw new IllegalArgumentException(name + " starts with " + initialAmperes + " A");
            }
            if (!(henries > 0) || Double.isInfinite(henries)) {
                throw new IllegalArgumentException(
                        name + " must be positive and finite; it is " + Notation.number(henries, 6) + " H");
            }
        }

        @Override
        public List<String> nodes() {
            return List.of(plus, minus);
        }
    }

    /** The coupling of two inductors; M = k √(L₁ L₂), the first nodes of both being those with the dot. */
    record Coupling(String name, String first, String second, double k) implements Linear {
        /**
         * Checks the value.
         *
         * @throws IllegalArgumentException unless its magnitude is at most 1
         */
        public Coupling {
            if (!(Math.abs(k) <= 1)) {
                throw new IllegalArgumentException(name + " is a coupling of " + k + "; its magnitude is at most 1");
            }
        }

        @Override
        public List<String> nodes() {
            return List.of();
        }
    }

    /** What a controlled source gives, and what controls it. */
    enum Control {
        /** E: a voltage by a voltage. */
        VOLTAGE_BY_VOLTAGE,
        /** F: a current by a current. */
        CURRENT_BY_CURRENT,
        /** G: a current by a voltage, in siemens. */
        CURRENT_BY_VOLTAGE,
        /** H: a voltage by a current, in ohms. */
        VOLTAGE_BY_CURRENT;

        /** Whether it gives a voltage. */
        public boolean givesVoltage() {
            return this == VOLTAGE_BY_VOLTAGE || this == VOLTAGE_BY_CURRENT;
        }

        /** Whether a voltage controls it. */
        public boolean isByVoltage() {
            return this == VOLTAGE_BY_VOLTAGE || this == CURRENT_BY_VOLTAGE;
        }
    }

    /**
     * A controlled source.
     *
     * @param by the two nodes, or the element, that control it
     * @param gain in SI
     */
    record Controlled(String name, String plus, String minus, Control control, List<String> by, double gain)
            implements Linear {
        /**
         * Copies the list, and checks the gain.
         *
         * @throws IllegalArgumentException unless it is finite
         */
        public Controlled {
            by = List.copyOf(by);
            if (!Double.isFinite(gain)) {
                throw new IllegalArgumentException(name + " has a gain of " + gain);
            }
        }

        @Override
        public List<String> nodes() {
            return control.isByVoltage() ? List.of(plus, minus, by.get(0), by.get(1)) : List.of(plus, minus);
        }
    }

    /** An ideal operational amplifier: its inputs draw no current and are at one voltage. */
    record Amplifier(String name, String plus, String minus, String noninverting, String inverting) implements Linear {
        @Override
        public List<String> nodes() {
            return List.of(plus, minus, noninverting, inverting);
        }
    }

    /** An ideal transformer: the voltage of its first winding is {@code ratio} times that of its second. */
    record Transformer(String name, String plus, String minus, String secondPlus, String secondMinus, double ratio)
            implements Linear {
        /**
         * Checks the ratio.
         *
         * @throws IllegalArgumentException unless it is finite and not 0
         */
        public Transformer {
            if (ratio == 0 || !Double.isFinite(ratio)) {
                throw new IllegalArgumentException(name + " has a ratio of " + ratio);
            }
        }

        @Override
        public List<String> nodes() {
            return List.of(plus, minus, secondPlus, secondMinus);
        }
    }

    /**
     * A lossless transmission line between two ports, SPICE's T.
     *
     * @param ohms its characteristic impedance
     * @param delay how long a wave takes from one port to the other, in seconds
     */
    record Line(
            String name, String plus, String minus, String secondPlus, String secondMinus, double ohms, double delay)
            implements Linear {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException unless both are positive and finite
         */
        public Line {
            if (!(ohms > 0) || Double.isInfinite(ohms)) {
                throw new IllegalArgumentException("the characteristic impedance of " + name
                        + " is positive and finite; it is " + Notation.number(ohms, 6) + " ohm");
            }
            if (!(delay > 0) || Double.isInfinite(delay)) {
                throw new IllegalArgumentException(name
                        + " needs TD=, a positive time, or F=, a positive frequency, and perhaps NL=, its length in"
                        + " wavelengths there");
            }
        }

        @Override
        public List<String> nodes() {
            return List.of(plus, minus, secondPlus, secondMinus);
        }

        /** The name of the current into its second port. */
        public String second() {
            return name + "#2";
        }
    }

    /**
     * A switch, SPICE's S or W: a resistance that is small from where what controls it is above {@code threshold + hysteresis} until it
     * is below {@code threshold − hysteresis}, and large else.
     *
     * @param by the two nodes whose voltage, or the element whose current, controls it
     * @param threshold in volts or amperes
     * @param hysteresis likewise, not negative
     * @param on in ohms, closed
     * @param off in ohms, open
     * @param startsClosed in which state it begins where neither is excluded
     */
    record Switch(
            String name,
            String plus,
            String minus,
            List<String> by,
            double threshold,
            double hysteresis,
            double on,
            double off,
            boolean startsClosed)
            implements Component {
        /**
         * Copies the list, and checks the values.
         *
         * @throws IllegalArgumentException unless the resistances are positive and finite, and the hysteresis is not negative
         */
        public Switch {
            by = List.copyOf(by);
            if (!Double.isFinite(threshold) || !(hysteresis >= 0) || Double.isInfinite(hysteresis)) {
                throw new IllegalArgumentException("the threshold of " + name
                        + " is finite, and its hysteresis finite and not negative; they are " + threshold + " and "
                        + hysteresis);
            }
            if (!(on > 0) || !(off > 0) || Double.isInfinite(on) || Double.isInfinite(off)) {
                throw new IllegalArgumentException("the resistances of " + name + " are positive and finite; they are "
                        + on + " and " + off + " ohm");
            }
        }

        /** Whether a voltage controls it, and no current. */
        public boolean isByVoltage() {
            return by.size() == 2;
        }

        /** The same switch with its current leaving at, or controlled by, others. */
        public Switch with(String end, List<String> control) {
            return new Switch(name, plus, end, control, threshold, hysteresis, on, off, startsClosed);
        }

        @Override
        public List<String> nodes() {
            return isByVoltage() ? List.of(plus, minus, by.get(0), by.get(1)) : List.of(plus, minus);
        }
    }

    /**
     * A source of voltage or current that follows a law, SPICE's B.
     *
     * @param by what controls it, in the order in which its law takes them
     */
    record Behavioural(String name, String plus, String minus, boolean givesVoltage, List<Probe> by, Law law)
            implements Component {
        /** Copies the list. */
        public Behavioural {
            by = List.copyOf(by);
        }

        /** The same following another law. */
        Behavioural with(Law other) {
            return new Behavioural(name, plus, minus, givesVoltage, other.controls(), other);
        }

        /** The same with its current leaving at, or controlled by, others. */
        public Behavioural with(String end, List<Probe> control) {
            return new Behavioural(name, plus, end, givesVoltage, control, law);
        }

        @Override
        public List<String> nodes() {
            List<String> nodes = new ArrayList<>(List.of(plus, minus));
            for (Probe probe : by) {
                if (!probe.isCurrent()) {
                    nodes.add(probe.of());
                    nodes.add(probe.against());
                }
            }
            return nodes;
        }
    }

    /** The elements whose currents control a part; none mostly. */
    static List<String> controllingElements(Component part) {
        if (part instanceof Behavioural source) {
            return source.by().stream().filter(Probe::isCurrent).map(Probe::of).toList();
        }
        return part instanceof Controlled source && !source.control().isByVoltage()
                ? source.by()
                : part instanceof Switch toggle && !toggle.isByVoltage() ? toggle.by() : List.of();
    }
}
