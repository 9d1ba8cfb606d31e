package org.ansatz.field.circuit.linear;

import java.util.List;
import org.ansatz.field.circuit.netlist.Phasor;

/**
 * The inverse of a complex matrix by Gauss and Jordan with pivots, rows scaled beforehand; and solutions with it, refined once. What
 * it says of their error is the bound of R. Skeel (Journal of the ACM 26, 1979, 494), which does not depend on how rows are
 * scaled, of coefficients and right sides whose terms are rounded before they are added.
 */
final class ComplexInverse {

    /** A pivot this small, relative to its row, is none. */
    private static final double NO_PIVOT = 4e-16;

    private static final double ROUNDINGS = 4 * Math.ulp(1.0);

    private final int size;
    private final double[][] re;
    private final double[][] im;
    private final double[][] sizes;
    private final double[][] inverseRe;
    private final double[][] inverseIm;

    /** A column that has no pivot: what it stands for is fixed by nothing. */
    static final class Singular extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int column;

        Singular(int column) {
            super(null, null, false, false);
            this.column = column;
        }

        int column() {
            return column;
        }
    }

    /**
     * Inverts a matrix, which is left as it is.
     *
     * @param sizes what the terms of each coefficient come to without their signs
     * @throws Singular if there is no inverse
     */
    ComplexInverse(double[][] re, double[][] im, double[][] sizes) {
        this.sizes = sizes;
        size = re.length;
        this.re = re;
        this.im = im;
        inverseRe = new double[size][size];
        inverseIm = new double[size][size];
        invert();
    }

    private void invert() {
        double[][] leftRe = new double[size][];
        double[][] leftIm = new double[size][];
        for (int i = 0; i < size; i++) {
            double largest = 0;
            for (int j = 0; j < size; j++) {
                largest = Math.max(largest, Math.abs(re[i][j]) + Math.abs(im[i][j]));
            }
            double scale = largest == 0 ? 1 : Math.scalb(1.0, -Math.getExponent(largest));
            leftRe[i] = scaled(re[i], scale);
            leftIm[i] = scaled(im[i], scale);
            inverseRe[i][i] = scale;
        }
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = size(leftRe[row][column], leftIm[row][column])
                                > size(leftRe[pivot][column], leftIm[pivot][column])
                        ? row
                        : pivot;
            }
            if (size(leftRe[pivot][column], leftIm[pivot][column]) <= NO_PIVOT) {
                throw new Singular(column);
            }
            swap(leftRe, pivot, column);
            swap(leftIm, pivot, column);
            swap(inverseRe, pivot, column);
            swap(inverseIm, pivot, column);
            double d =
                    leftRe[column][column] * leftRe[column][column] + leftIm[column][column] * leftIm[column][column];
            double overRe = leftRe[column][column] / d;
            double overIm = -leftIm[column][column] / d;
            multiply(leftRe[column], leftIm[column], overRe, overIm);
            multiply(inverseRe[column], inverseIm[column], overRe, overIm);
            for (int row = 0; row < size; row++) {
                double factorRe = leftRe[row][column];
                double factorIm = leftIm[row][column];
                if (row != column && (factorRe != 0 || factorIm != 0)) {
                    subtract(leftRe[row], leftIm[row], leftRe[column], leftIm[column], factorRe, factorIm);
                    subtract(inverseRe[row], inverseIm[row], inverseRe[column], inverseIm[column], factorRe, factorIm);
                }
            }
        }
    }

    /** No less than the magnitude, and the same where one part is zero. */
    private static double size(double re, double im) {
        return Math.abs(re) + Math.abs(im);
    }

    private static double[] scaled(double[] row, double scale) {
        double[] scaled = row.clone();
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] *= scale;
        }
        return scaled;
    }

    private static void swap(double[][] rows, int i, int j) {
        double[] row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
    }

    private static void multiply(double[] rowRe, double[] rowIm, double byRe, double byIm) {
        for (int j = 0; j < rowRe.length; j++) {
            double product = rowRe[j] * byRe - rowIm[j] * byIm;
            rowIm[j] = rowRe[j] * byIm + rowIm[j] * byRe;
            rowRe[j] = product;
        }
    }

    private static void subtract(
            double[] rowRe, double[] rowIm, double[] fromRe, double[] fromIm, double factorRe, double factorIm) {
        for (int j = 0; j < rowRe.length; j++) {
            rowRe[j] -= factorRe * fromRe[j] - factorIm * fromIm[j];
            rowIm[j] -= factorRe * fromIm[j] + factorIm * fromRe[j];
        }
    }

    /** The solution for a right side of single terms. */
    List<Phasor> solved(double[] rightRe, double[] rightIm) {
        double[] rightSizes = new double[size];
        for (int i = 0; i < size; i++) {
            rightSizes[i] = size(rightRe[i], rightIm[i]);
        }
        return solved(rightRe, rightIm, rightSizes);
    }

    /**
     * The solution for a right side.
     *
     * @param rightSizes what the terms of each come to without their signs
     */
    List<Phasor> solved(double[] rightRe, double[] rightIm, double[] rightSizes) {
        double[] xRe = new double[size];
        double[] xIm = new double[size];
        for (int refinement = 0; refinement < 2; refinement++) {
            double[] restRe = rightRe.clone();
            double[] restIm = rightIm.clone();
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    restRe[i] -= re[i][j] * xRe[j] - im[i][j] * xIm[j];
                    restIm[i] -= re[i][j] * xIm[j] + im[i][j] * xRe[j];
                }
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    xRe[i] += inverseRe[i][j] * restRe[j] - inverseIm[i][j] * restIm[j];
                    xIm[i] += inverseRe[i][j] * restIm[j] + inverseIm[i][j] * restRe[j];
                }
            }
        }
        double[] terms = new double[size];
        for (int i = 0; i < size; i++) {
            terms[i] = rightSizes[i];
            for (int j = 0; j < size; j++) {
                terms[i] += sizes[i][j] * size(xRe[j], xIm[j]);
            }
        }
        double[] errors = carried(terms);
        double largest = 0;
        for (double error : errors) {
            largest = Math.max(largest, error);
        }
        Phasor[] solution = new Phasor[size];
        for (int i = 0; i < size; i++) {
            double rounding = Math.ulp(size(xRe[i], xIm[i]));
            // The inverse is rounded, too: what should be 0 is as wrong as a refinement of the others leaves it.
            double error = ROUNDINGS * (errors[i] + ROUNDINGS * largest) + rounding;
            solution[i] = new Phasor(xRe[i], xIm[i], error);
        }
        return List.of(solution);
    }

    /** What errors of the right side come to in the solution. */
    double[] carried(double[] errors) {
        double[] carried = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                carried[i] += size(inverseRe[i][j], inverseIm[i][j]) * errors[j];
            }
        }
        return carried;
    }
}
