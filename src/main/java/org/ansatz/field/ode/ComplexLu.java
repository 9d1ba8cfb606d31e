package org.ansatz.field.ode;

/** σI − J as the product of two triangles, by Gaussian elimination with row exchanges, for a complex σ and a real J. */
final class ComplexLu {

    private final int size;
    private final double[][] re;
    private final double[][] im;
    private final int[] rows;
    private boolean positive = true;

    /**
     * Factors σI − J; where it is singular, solutions are not finite.
     *
     * @param jacobian J, left as it is
     */
    ComplexLu(double[][] jacobian, double sigmaRe, double sigmaIm) {
        size = jacobian.length;
        re = new double[size][size];
        im = new double[size][size];
        rows = new int[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                re[i][j] = -jacobian[i][j];
            }
            re[i][i] += sigmaRe;
            im[i][i] = sigmaIm;
            rows[i] = i;
        }
        for (int k = 0; k < size; k++) {
            exchange(k, largestBelow(k));
            eliminate(k);
        }
    }

    /** Whether the determinant is positive, for a real σ. */
    boolean isPositive() {
        return positive;
    }

    private int largestBelow(int k) {
        int largest = k;
        for (int i = k + 1; i < size; i++) {
            if (magnitude(i, k) > magnitude(largest, k)) {
                largest = i;
            }
        }
        return largest;
    }

    private double magnitude(int i, int j) {
        return Math.abs(re[i][j]) + Math.abs(im[i][j]);
    }

    private void exchange(int i, int j) {
        positive ^= i != j;
        double[] row = re[i];
        re[i] = re[j];
        re[j] = row;
        row = im[i];
        im[i] = im[j];
        im[j] = row;
        int index = rows[i];
        rows[i] = rows[j];
        rows[j] = index;
    }

    /** The pivot is replaced by its inverse, what stands below by the factors of the elimination. */
    private void eliminate(int k) {
        positive ^= re[k][k] < 0;
        double square = re[k][k] * re[k][k] + im[k][k] * im[k][k];
        double inverseRe = re[k][k] / square;
        double inverseIm = -im[k][k] / square;
        re[k][k] = inverseRe;
        im[k][k] = inverseIm;
        for (int i = k + 1; i < size; i++) {
            double factorRe = re[i][k] * inverseRe - im[i][k] * inverseIm;
            double factorIm = re[i][k] * inverseIm + im[i][k] * inverseRe;
            re[i][k] = factorRe;
            im[i][k] = factorIm;
            for (int j = k + 1; j < size; j++) {
                re[i][j] -= factorRe * re[k][j] - factorIm * im[k][j];
                im[i][j] -= factorRe * im[k][j] + factorIm * re[k][j];
            }
        }
    }

    /**
     * Solves (σI − J) x = b.
     *
     * @param bRe b, and x afterwards: real parts
     * @param bIm imaginary parts
     */
    void solve(double[] bRe, double[] bIm) {
        double[] xRe = new double[size];
        double[] xIm = new double[size];
        for (int i = 0; i < size; i++) {
            double sumRe = bRe[rows[i]];
            double sumIm = bIm[rows[i]];
            for (int j = 0; j < i; j++) {
                sumRe -= re[i][j] * xRe[j] - im[i][j] * xIm[j];
                sumIm -= re[i][j] * xIm[j] + im[i][j] * xRe[j];
            }
            xRe[i] = sumRe;
            xIm[i] = sumIm;
        }
        for (int i = size - 1; i >= 0; i--) {
            double sumRe = xRe[i];
            double sumIm = xIm[i];
            for (int j = i + 1; j < size; j++) {
                sumRe -= re[i][j] * xRe[j] - im[i][j] * xIm[j];
                sumIm -= re[i][j] * xIm[j] + im[i][j] * xRe[j];
            }
            xRe[i] = sumRe * re[i][i] - sumIm * im[i][i];
            xIm[i] = sumRe * im[i][i] + sumIm * re[i][i];
        }
        System.arraycopy(xRe, 0, bRe, 0, size);
        System.arraycopy(xIm, 0, bIm, 0, size);
    }
}
