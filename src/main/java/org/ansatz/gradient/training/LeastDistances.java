package org.ansatz.gradient.training;

import java.util.Arrays;
import java.util.Comparator;
import org.ansatz.gradient.model.LinearModel;
import org.ansatz.gradient.model.Parameters;
import org.ansatz.gradient.numeric.Matrix;

/**
 * The line with the least sum of distances |w·x + b − y|. Some best line passes through two of the points; of all lines
 * through one point, the best slope is a weighted median of the slopes to the others. From point to point, the sum falls until
 * neither point of a line offers a better one: then, unless three points lie on it, no line is better (Bloomfield and Steiger,
 * "Least absolute deviations curve-fitting", SIAM Journal on Scientific and Statistical Computing 1, 1980).
 */
public final class LeastDistances {

    private static final String METHOD = "least absolute deviations, by weighted medians of slopes";
    private static final int MAX_LINES = 10_000;

    private final double[] x;
    private final double[] y;

    private LeastDistances(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * The line with the least mean distance.
     *
     * @param model with an absolute error, whose loss is reported
     * @param examples m × 1
     * @param targets m × 1
     */
    public static Optimum of(LinearModel model, Matrix examples, Matrix targets) {
        return new LeastDistances(examples.entries(), targets.entries()).optimum(model);
    }

    private Optimum optimum(LinearModel model) {
        int through = 0;
        int other = partner(through);
        for (int line = 0; line < MAX_LINES && other >= 0; line++) {
            int next = partner(other);
            if (!(sum(other, next) < sum(through, other))) {
                return found(model, through, other);
            }
            through = other;
            other = next;
        }
        return new Optimum.None(METHOD, other < 0 ? "all examples are equal" : "no end after " + MAX_LINES + " lines");
    }

    private Optimum found(LinearModel model, int i, int j) {
        double slope = slope(i, j);
        Parameters line = new Parameters(Matrix.row(slope), y[i] - slope * x[i]);
        return isBest(i, j, slope)
                ? new Optimum.Found(METHOD, line, model.at(line).loss())
                : new Optimum.None(METHOD, "more than two examples lie on the line where the search ends");
    }

    /** The point that the best line through this one passes as well; −1 if no other stands elsewhere along x. */
    private int partner(int pivot) {
        Integer[] others = new Integer[x.length];
        double all = 0;
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] != x[pivot]) {
                others[count++] = i;
                all += Math.abs(x[i] - x[pivot]);
            }
        }
        Integer[] sorted = Arrays.copyOf(others, count);
        Arrays.sort(sorted, Comparator.comparingDouble(i -> slope(pivot, i)));
        double below = 0;
        for (int i : sorted) {
            below += Math.abs(x[i] - x[pivot]);
            if (below >= all / 2) {
                return i;
            }
        }
        return -1;
    }

    private double slope(int i, int j) {
        return (y[j] - y[i]) / (x[j] - x[i]);
    }

    private double sum(int i, int j) {
        double slope = slope(i, j);
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += k == i || k == j ? 0 : Math.abs(y[k] - y[i] - slope * (x[k] - x[i]));
        }
        return sum;
    }

    /**
     * Whether zero is a subgradient: the pulls of all other points on slope and height are balanced by forces of at most 1 at
     * the two points of the line.
     */
    private boolean isBest(int i, int j, double slope) {
        double turn = 0;
        double lift = 0;
        for (int k = 0; k < x.length; k++) {
            double pull = k == i || k == j ? 0 : Math.signum(slope * (x[k] - x[i]) + y[i] - y[k]);
            turn += pull * (x[k] - x[i]);
            lift += pull;
        }
        double atJ = -turn / (x[j] - x[i]);
        double atI = -lift - atJ;
        return Math.abs(atI) <= 1 && Math.abs(atJ) <= 1;
    }
}
