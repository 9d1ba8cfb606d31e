package org.ansatz.field.circuit.linear;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ansatz.field.circuit.linear.ComplexImmittances.Complex;
import org.ansatz.field.circuit.netlist.Phasor;

/**
 * The slope at the start of a way of what is a polynomial of the third degree along it, such as a gain times a conductance: exact but
 * for rounding, from five places, the fifth of which shows whether it is one.
 *
 * @param step how long the way is
 */
record EvenSlope(double step) {

    /** The places, the start included. */
    static final int PLACES = 5;

    /** What five numbers with their factors, up to 6, may be apart by their roundings; what is more is no such polynomial. */
    private static final double APART = 64 * Math.ulp(1.0);

    /** How far each number is rounded: a value that moves, its reciprocal and what was done to move it evenly. */
    private static final double ROUNDINGS = 4 * Math.ulp(1.0);

    /**
     * A slope.
     *
     * @param error what roundings of the numbers come to over so short a way, and what they show that is no such polynomial
     */
    record Slope(double value, double error) {}

    /** How far along the way a place is. */
    double place(int k) {
        return step * k / (PLACES - 1);
    }

    /** What is at each place, which is told how far along the way it is. */
    <T> List<T> each(DoubleFunction<T> at) {
        return IntStream.range(0, PLACES).mapToObj(k -> at.apply(place(k))).toList();
    }

    /** The slope of a complex number times a factor, with its error. */
    Phasor of(IntFunction<Complex> at, double factor) {
        Slope re = of(k -> at.apply(k).re());
        Slope im = of(k -> at.apply(k).im());
        return new Phasor(factor * re.value, factor * im.value, Math.abs(factor) * (re.error + im.error));
    }

    /**
     * The slope of a number, certainly 0 where it does not change at all.
     *
     * @param at the number at each place
     * @throws ArithmeticException if it is no such polynomial
     */
    Slope of(IntToDoubleFunction at) {
        double f0 = at.applyAsDouble(0);
        double f1 = at.applyAsDouble(1);
        double f2 = at.applyAsDouble(2);
        double f3 = at.applyAsDouble(3);
        double f4 = at.applyAsDouble(4);
        if (f1 == f0 && f2 == f0 && f3 == f0 && f4 == f0) {
            return new Slope(0, 0);
        }
        double fourth = Math.abs(f0 - 4 * f1 + 6 * f2 - 4 * f3 + f4);
        double size = Math.abs(f0) + 4 * Math.abs(f1) + 6 * Math.abs(f2) + 4 * Math.abs(f3) + Math.abs(f4);
        if (fourth > APART * size) {
            throw new ArithmeticException(
                    "a derivative does not go through the length of a line, the inductances of coupled"
                            + " inductors or the phase of a source; differences(…) does");
        }
        double slope = (18 * (f1 - f0) - 9 * (f2 - f0) + 2 * (f3 - f0)) / (6 * place(1));
        // A term of the fourth degree adds just the fourth difference over the way to the slope.
        return new Slope(slope, (fourth + ROUNDINGS * size) / step);
    }
}
