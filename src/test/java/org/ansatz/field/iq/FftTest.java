package org.ansatz.field.iq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FftTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16, 32, 64, 128, 1024, 2048, 4096, 1 << 15})
    void itIsTheSumThatDefinesIt(int size) {
        Random random = new Random(size);
        double[] real = random.doubles(size, -1, 1).toArray();
        double[] imaginary = random.doubles(size, -1, 1).toArray();
        double[] re = real.clone();
        double[] im = imaginary.clone();
        new Fft(size).transform(re, im);
        for (int k = 0; k < size; k += Math.max(1, size / 61)) {
            double sumReal = 0;
            double sumImaginary = 0;
            for (int n = 0; n < size; n++) {
                double angle = -2 * Math.PI * ((long) k * n % size) / size;
                sumReal += real[n] * Math.cos(angle) - imaginary[n] * Math.sin(angle);
                sumImaginary += real[n] * Math.sin(angle) + imaginary[n] * Math.cos(angle);
            }
            double rounding = 1e-15 * size;
            assertThat(re[k]).as("re %d", k).isCloseTo(sumReal, within(rounding));
            assertThat(im[k]).as("im %d", k).isCloseTo(sumImaginary, within(rounding));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 128, 1024})
    void commonsMathFindsTheSame(int size) {
        Random random = new Random(size);
        double[][] mine = {random.doubles(size).toArray(), random.doubles(size).toArray()};
        double[][] theirs = {mine[0].clone(), mine[1].clone()};
        new Fft(size).transform(mine[0], mine[1]);
        FastFourierTransformer.transformInPlace(theirs, DftNormalization.STANDARD, TransformType.FORWARD);
        for (int k = 0; k < size; k++) {
            assertThat(mine[0][k]).as("re %d", k).isCloseTo(theirs[0][k], within(1e-15 * size));
            assertThat(mine[1][k]).as("im %d", k).isCloseTo(theirs[1][k], within(1e-15 * size));
        }
    }

    @Test
    void aToneFillsOneBin() {
        int size = 64;
        double[] real = new double[size];
        double[] imaginary = new double[size];
        Fft fft = new Fft(size);
        for (int n = 0; n < size; n++) {
            real[n] = fft.cosine(5 * n);
            imaginary[n] = fft.sine(5 * n);
        }
        fft.transform(real, imaginary);
        for (int k = 0; k < size; k++) {
            assertThat(real[k]).as("bin %d", k).isCloseTo(k == 5 ? size : 0, within(1e-13));
            assertThat(imaginary[k]).as("bin %d", k).isCloseTo(0, within(1e-13));
        }
    }
}
