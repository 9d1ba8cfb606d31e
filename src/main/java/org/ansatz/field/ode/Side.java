package org.ansatz.field.ode;

/** On which side of an impulse at the start initial values are: {@code y(0-)} just before it, as where nothing is said, or {@code y(0+)}. */
public enum Side {
    /** Just before. */
    BEFORE,
    /** Just after. */
    AFTER
}
