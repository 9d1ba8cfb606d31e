package org.ansatz.gradient.training;

import java.util.Arrays;
import org.ansatz.gradient.model.LinearModel;
import org.ansatz.gradient.model.Parameters;
import org.ansatz.gradient.numeric.Matrix;

/**
 * The least squared error of one score, by the normal equations AᵀA·(w, b) = Aᵀy with A = (X, 1) (Bishop, Pattern Recognition
 * and Machine Learning, 2006, eq. 3.15).
 */
public final class LeastSquares {

    private static final String METHOD = "least squares, by the normal equations";

    private LeastSquares() {}

    /**
     * The least squared error.
     *
     * @param model with a squared error, whose loss is reported
     * @param examples m × n
     * @param targets m × 1
     */
    public static Optimum of(LinearModel model, Matrix examples, Matrix targets) {
        int n = examples.columns();
        double[][] normal = new double[n + 1][n + 1];
        double[] right = new double[n + 1];
        for (int example = 0; example < examples.rows(); example++) {
            for (int i = 0; i <= n; i++) {
                double factor = entry(examples, example, i);
                for (int j = 0; j <= n; j++) {
                    normal[i][j] += factor * entry(examples, example, j);
                }
                right[i] += factor * targets.at(example, 0);
            }
        }
        double[] found = Elimination.solve(normal, right);
        if (found == null) {
            return new Optimum.None(METHOD, "the examples do not determine the parameters");
        }
        Parameters least = new Parameters(Matrix.row(Arrays.copyOf(found, n)), found[n]);
        return new Optimum.Found(METHOD, least, model.at(least).loss());
    }

    private static double entry(Matrix examples, int example, int column) {
        return column < examples.columns() ? examples.at(example, column) : 1;
    }
}
