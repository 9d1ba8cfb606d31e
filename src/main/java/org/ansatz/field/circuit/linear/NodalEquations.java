package org.ansatz.field.circuit.linear;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The equations of a network: currents that leave each node sum up to 0; below stand the equations of what fixes a voltage. A node of
 * number −1 is the ground, for which there is none.
 *
 * @param re real parts of the coefficients, a row for each equation
 * @param im imaginary parts
 * @param rightRe real parts of the right sides
 * @param rightIm imaginary parts
 */
@SuppressWarnings("ArrayRecordComponent") // filled stamp by stamp, never compared
record NodalEquations(double[][] re, double[][] im, double[] rightRe, double[] rightIm) {

    NodalEquations(int size) {
        this(new double[size][size], new double[size][size], new double[size], new double[size]);
    }

    void add(int row, int column, double real, double imaginary) {
        if (row >= 0 && column >= 0) {
            re[row][column] += real;
            im[row][column] += imaginary;
        }
    }

    void right(int row, double real, double imaginary) {
        if (row >= 0) {
            rightRe[row] += real;
            rightIm[row] += imaginary;
        }
    }

    /** A current from one node to another that is a factor times an unknown. */
    void current(int from, int to, int unknown, double real, double imaginary) {
        add(from, unknown, real, imaginary);
        add(to, unknown, -real, -imaginary);
    }

    void admittance(int a, int b, double real, double imaginary) {
        current(a, b, a, real, imaginary);
        current(a, b, b, -real, -imaginary);
    }

    /**
     * How fast each number changes at the start of a way, from the equations at the places of it.
     *
     * @throws ArithmeticException if it cannot be told, see {@link EvenSlope}
     */
    static NodalEquations slope(List<NodalEquations> along, EvenSlope slope) {
        int size = along.get(0).rightRe.length;
        NodalEquations slopes = new NodalEquations(size);
        for (int i = 0; i < size; i++) {
            int row = i;
            fill(slopes.re[i], j -> slope.of(k -> along.get(k).re[row][j]));
            fill(slopes.im[i], j -> slope.of(k -> along.get(k).im[row][j]));
        }
        fill(slopes.rightRe, i -> slope.of(k -> along.get(k).rightRe[i]));
        fill(slopes.rightIm, i -> slope.of(k -> along.get(k).rightIm[i]));
        return slopes;
    }

    private static void fill(double[] row, IntToDoubleFunction entry) {
        for (int j = 0; j < row.length; j++) {
            row[j] = entry.applyAsDouble(j);
        }
    }

    /** These equations and a multiple of others, number by number. */
    NodalEquations plus(NodalEquations other, double factor) {
        NodalEquations sum = new NodalEquations(rightRe.length);
        for (int i = 0; i < rightRe.length; i++) {
            sum(re[i], other.re[i], factor, sum.re[i]);
            sum(im[i], other.im[i], factor, sum.im[i]);
        }
        sum(rightRe, other.rightRe, factor, sum.rightRe);
        sum(rightIm, other.rightIm, factor, sum.rightIm);
        return sum;
    }

    private static void sum(double[] a, double[] b, double factor, double[] sum) {
        for (int j = 0; j < a.length; j++) {
            sum[j] = a[j] + factor * b[j];
        }
    }
}
