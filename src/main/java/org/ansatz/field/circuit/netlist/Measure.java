package org.ansatz.field.circuit.netlist;

/** What a number in a netlist measures, and so the unit it is in. */
public enum Measure {
    /** Ohms. */
    RESISTANCE,
    /** Farads. */
    CAPACITANCE,
    /** Henries. */
    INDUCTANCE,
    /** Siemens. */
    CONDUCTANCE,
    /** Amperes per square volt. */
    TRANSCONDUCTANCE,
    /** Per volt. */
    PER_VOLT,
    /** A pure number. */
    RATIO,
    /** Anything, as a plain number: a parameter of the netlist. */
    PLAIN,
    /** Volts. */
    VOLTAGE,
    /** Amperes. */
    CURRENT,
    /** Hertz. */
    FREQUENCY,
    /** Seconds. */
    TIME,
    /** Per second. */
    DAMPING,
    /** Degrees. */
    PHASE
}
