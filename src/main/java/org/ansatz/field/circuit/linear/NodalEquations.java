package org.ansatz.field.circuit.linear;

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
}
