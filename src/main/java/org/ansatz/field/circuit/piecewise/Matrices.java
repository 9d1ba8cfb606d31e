package org.ansatz.field.circuit.piecewise;

/** Small dense matrices, as rows; a matrix may have no rows or no columns. */
final class Matrices {

    private Matrices() {}

    /** Column {@code c}. */
    static double[] column(double[][] a, int c) {
        double[] column = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            column[i] = a[i][c];
        }
        return column;
    }

    /** {@code y += factor x}. */
    static void add(double[] y, double factor, double[] x) {
        if (factor != 0) {
            for (int i = 0; i < x.length; i++) {
                y[i] += factor * x[i];
            }
        }
    }

    /** {@code factor x}. */
    static double[] scaled(double[] x, double factor) {
        double[] scaled = new double[x.length];
        add(scaled, factor, x);
        return scaled;
    }

    /** {@code aᵀ b} of two vectors. */
    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Σ |aᵢ| |bᵢ|: how large the terms of a scalar product are, whatever they cancel to. */
    static double size(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] * b[i]);
        }
        return sum;
    }

    /** The largest magnitude. */
    static double largest(double[] a) {
        double largest = 0;
        for (double x : a) {
            largest = Math.max(largest, Math.abs(x));
        }
        return largest;
    }
}
