package org.ansatz.gradient;

import java.util.Random;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.numeric.Matrix;

/** Data drawn from a seed. */
final class Draws {

    private final Random random;

    Draws(long seed) {
        this.random = new Random(seed);
    }

    int size(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    double from(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    double[] normals(int n) {
        return random.doubles(n).map(x -> random.nextGaussian()).toArray();
    }

    Matrix matrix(int rows, int columns) {
        return Matrix.over(rows, columns, normals(rows * columns));
    }

    Matrix zerosAndOnes(int rows, int columns) {
        return Matrix.over(
                rows,
                columns,
                random.doubles((long) rows * columns).map(Math::rint).toArray());
    }

    /** Entries from 0 to 1. */
    Matrix shares(int rows, int columns) {
        return Matrix.over(rows, columns, random.doubles((long) rows * columns).toArray());
    }

    double[] weights(int n) {
        return random.doubles(n, 0.2, 5).toArray();
    }

    long[] counts(int n) {
        return random.longs(n, 1, 2000).toArray();
    }

    Labels labels(int n, int classes) {
        return Labels.of(classes, random.ints(n, 0, classes).toArray());
    }

    int[][] words(int rows, int columns, int vocabulary) {
        int[][] words = new int[rows][];
        for (int i = 0; i < rows; i++) {
            words[i] = random.ints(columns, 0, vocabulary).toArray();
        }
        return words;
    }

    /** Rows of different lengths, at least one word each. */
    int[][] raggedWords(int rows, int most, int vocabulary) {
        int[][] words = new int[rows][];
        for (int i = 0; i < rows; i++) {
            words[i] = random.ints(size(1, most), 0, vocabulary).toArray();
        }
        return words;
    }

    double[] distribution(int n) {
        double[] p = random.doubles(n, 0.1, 1).toArray();
        double total = 0;
        for (double x : p) {
            total += x;
        }
        for (int i = 0; i < n; i++) {
            p[i] /= total;
        }
        return p;
    }
}
