package org.ansatz.field.circuit.linear;

import java.util.function.IntToDoubleFunction;

/**
 * The slope at the start of a way of what is a polynomial of the third degree along it, such as a gain times a conductance: exact but
 * for rounding, from five places, the fifth of which shows whether it is one.
 *
 * @param step how long the way is
 */
record EvenSlope(double step) {

    /** The places, the start included. */
    static final int PLACES = 5;

    /** Roundings of five numbers that are added up with factors up to 18. */
    private static final double ROUNDINGS = 64 * Math.ulp(1.0);

    /** How far along the way a place is. */
    double place(int k) {
        return step * k / (PLACES - 1);
    }

    /**
     * The slope of a number.
     *
     * @param at the number at each place
     * @throws ArithmeticException if it is no such polynomial
     */
    double of(IntToDoubleFunction at) {
        double f0 = at.applyAsDouble(0);
        double f1 = at.applyAsDouble(1);
        double f2 = at.applyAsDouble(2);
        double f3 = at.applyAsDouble(3);
        double f4 = at.applyAsDouble(4);
        double fourth = f0 - 4 * f1 + 6 * f2 - 4 * f3 + f4;
        double size = Math.abs(f0) + 4 * Math.abs(f1) + 6 * Math.abs(f2) + 4 * Math.abs(f3) + Math.abs(f4);
        if (Math.abs(fourth) > ROUNDINGS * size) {
            throw new ArithmeticException(
                    "a derivative does not go through the length of a line, the inductances of coupled"
                            + " inductors or the phase of a source; differences(…) does");
        }
        return (18 * (f1 - f0) - 9 * (f2 - f0) + 2 * (f3 - f0)) / (6 * place(1));
    }
}
