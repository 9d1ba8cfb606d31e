package org.ansatz.field.iq;

/**
 * The discrete Fourier transform X[k] = Σ x[n] e^{−j2πkn/N} of N = 2^m samples, by Stockham's self-sorting algorithm with
 * two halvings in each pass (C. Van Loan, <i>Computational Frameworks for the Fast Fourier Transform</i>, SIAM 1992,
 * section 1.7). Its roots of unity are computed once for each N.
 */
final class Fft {

    private final int size;
    private final double[] cosine;
    private final double[] sine;

    /** The transform of {@code size} samples, a power of two. */
    Fft(int size) {
        this.size = size;
        this.cosine = new double[size];
        this.sine = new double[size];
        for (int k = 0; k < size; k++) {
            cosine[k] = Math.cos(2 * Math.PI * k / size);
            sine[k] = Math.sin(2 * Math.PI * k / size);
        }
    }

    /** cos 2πk/N, for any k. */
    double cosine(int k) {
        return cosine[k & (size - 1)];
    }

    /** sin 2πk/N, for any k. */
    double sine(int k) {
        return sine[k & (size - 1)];
    }

    /** Transforms N samples in place. */
    void transform(double[] real, double[] imaginary) {
        double[][] from = {real, imaginary};
        double[][] to = new double[2][size];
        for (int stride = 1; stride < size; ) {
            if (4 * stride <= size) {
                quarters(stride, from, to);
                stride *= 4;
            } else {
                halves(stride, from, to);
                stride *= 2;
            }
            double[][] done = to;
            to = from;
            from = done;
        }
        if (from[0] != real) {
            System.arraycopy(from[0], 0, real, 0, size);
            System.arraycopy(from[1], 0, imaginary, 0, size);
        }
    }

    /** The last pass if N is twice a power of four: transforms of length 2. */
    private void halves(int stride, double[][] from, double[][] to) {
        for (int q = 0; q < stride; q++) {
            for (int part = 0; part < 2; part++) {
                double a = from[part][q];
                double b = from[part][q + stride];
                to[part][q] = a + b;
                to[part][q + stride] = a - b;
            }
        }
    }

    /**
     * One pass that turns {@code stride} transforms of one length into four times as many of a quarter of it. Each of its
     * N/4 steps transforms four samples and turns three of the results.
     */
    private void quarters(int stride, double[][] from, double[][] to) {
        double[] xr = from[0];
        double[] xi = from[1];
        double[] yr = to[0];
        double[] yi = to[1];
        int gap = size / 4;
        for (int i = 0; i < gap; i++) {
            int q = i & (stride - 1);
            int turn = i - q;
            int out = 4 * i - 3 * q;
            double sumReal = xr[i] + xr[i + 2 * gap];
            double sumImaginary = xi[i] + xi[i + 2 * gap];
            double otherReal = xr[i + gap] + xr[i + 3 * gap];
            double otherImaginary = xi[i + gap] + xi[i + 3 * gap];
            double differenceReal = xr[i] - xr[i + 2 * gap];
            double differenceImaginary = xi[i] - xi[i + 2 * gap];
            // −j times the difference of the other two
            double turnedReal = xi[i + gap] - xi[i + 3 * gap];
            double turnedImaginary = xr[i + 3 * gap] - xr[i + gap];
            yr[out] = sumReal + otherReal;
            yi[out] = sumImaginary + otherImaginary;
            put(differenceReal + turnedReal, differenceImaginary + turnedImaginary, turn, out + stride, yr, yi);
            put(sumReal - otherReal, sumImaginary - otherImaginary, 2 * turn, out + 2 * stride, yr, yi);
            put(differenceReal - turnedReal, differenceImaginary - turnedImaginary, 3 * turn, out + 3 * stride, yr, yi);
        }
    }

    /** Puts re + j·im, turned back by k parts of the circle. */
    private void put(double re, double im, int k, int at, double[] yr, double[] yi) {
        yr[at] = re * cosine[k] + im * sine[k];
        yi[at] = im * cosine[k] - re * sine[k];
    }
}
