package org.ansatz.field.line;

/** One link of a chain: a piece of line, a lumped impedance, or a stub across the line. */
public sealed interface LineElement permits Section, Series, Shunt, OpenStub, ShortStub {

    /**
     * The chain matrix.
     *
     * @param frequency in hertz, zero or more
     * @throws IllegalArgumentException if the frequency is negative or not finite
     * @throws ArithmeticException if the element cuts the chain at this frequency (open in series, short across), so
     *     that no chain matrix exists
     */
    Abcd at(double frequency);

    /**
     * What is seen looking into this element with {@code beyond} connected behind it. Unlike the chain matrix it exists
     * at every frequency: an open in series is seen as an open, a short across the line as a short.
     *
     * @param frequency in hertz, zero or more
     * @throws IllegalArgumentException if the frequency is negative or not finite
     */
    default Termination inFrontOf(Termination beyond, double frequency) {
        return at(frequency).times(beyond);
    }
}
