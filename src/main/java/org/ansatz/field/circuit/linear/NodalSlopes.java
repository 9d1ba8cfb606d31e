package org.ansatz.field.circuit.linear;

import java.util.List;
import org.ansatz.field.circuit.netlist.Phasor;

/**
 * How fast the equations of a network change.
 *
 * @param re real parts of the coefficients, a row for each equation
 * @param im imaginary parts
 * @param rightRe real parts of the right sides
 * @param rightIm imaginary parts
 * @param errors how wrong each coefficient may be
 * @param rightErrors likewise each right side
 */
@SuppressWarnings("ArrayRecordComponent") // filled term by term, never compared
record NodalSlopes(
        double[][] re, double[][] im, double[] rightRe, double[] rightIm, double[][] errors, double[] rightErrors) {

    NodalSlopes(int size) {
        this(
                new double[size][size],
                new double[size][size],
                new double[size],
                new double[size],
                new double[size][size],
                new double[size]);
    }

    /**
     * Adds how fast terms change at the start of a way.
     *
     * @param along the terms at the places of the way
     * @param factor how fast one goes along it
     * @throws ArithmeticException if it cannot be told, see {@link EvenSlope}
     */
    void add(List<Terms> along, EvenSlope slope, double factor) {
        for (int k = 0; k < along.get(0).size(); k++) {
            int n = k;
            Terms.Term term = along.get(0).get(n);
            Phasor change = slope.of(place -> along.get(place).get(n).value(), factor);
            int row = term.row();
            int column = term.column();
            if (column == Terms.RIGHT) {
                rightRe[row] += change.re();
                rightIm[row] += change.im();
                rightErrors[row] += change.error();
            } else {
                re[row][column] += change.re();
                im[row][column] += change.im();
                errors[row][column] += change.error();
            }
        }
    }
}
