package org.ansatz.field.circuit.linear;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.ansatz.field.circuit.linear.ComplexImmittances.Complex;

/**
 * The equations of a network at one frequency.
 *
 * @param re real parts of the coefficients, a row for each equation
 * @param im imaginary parts
 * @param rightRe real parts of the right sides
 * @param rightIm imaginary parts
 * @param sizes what the terms of each coefficient come to without their signs: where they cancel, their roundings do not
 * @param rightSizes likewise of each right side
 */
@SuppressWarnings("ArrayRecordComponent") // filled stamp by stamp, never compared
record NodalEquations(
        double[][] re, double[][] im, double[] rightRe, double[] rightIm, double[][] sizes, double[] rightSizes)
        implements Stamps.Equations<Complex> {

    NodalEquations(int size) {
        this(
                new double[size][size],
                new double[size][size],
                new double[size],
                new double[size],
                new double[size][size],
                new double[size]);
    }

    @Override
    public void add(int row, int column, Complex coefficient) {
        re[row][column] += coefficient.re();
        im[row][column] += coefficient.im();
        sizes[row][column] += Math.abs(coefficient.re()) + Math.abs(coefficient.im());
    }

    @Override
    public void right(int row, Complex value) {
        rightRe[row] += value.re();
        rightIm[row] += value.im();
        rightSizes[row] += Math.abs(value.re()) + Math.abs(value.im());
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
            fill(slopes.sizes[i], j -> Math.abs(slopes.re[row][j]) + Math.abs(slopes.im[row][j]));
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
            sum(sizes[i], other.sizes[i], Math.abs(factor), sum.sizes[i]);
        }
        sum(rightSizes, other.rightSizes, Math.abs(factor), sum.rightSizes);
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
