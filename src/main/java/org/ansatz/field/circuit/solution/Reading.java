package org.ansatz.field.circuit.solution;

/**
 * A voltage or a current.
 *
 * @param value in volts or amperes
 * @param error how wrong it may be, as its method estimates it, in the same unit
 */
public record Reading(double value, double error) {

    /** The same, with the difference to a second reading as a further error. */
    public Reading against(Reading other) {
        return new Reading(value, Math.max(error, other.error) + Math.abs(value - other.value));
    }

    /** The same, with a further error. */
    public Reading give(double further) {
        return new Reading(value, error + further);
    }
}
