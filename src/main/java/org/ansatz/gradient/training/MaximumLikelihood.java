package org.ansatz.gradient.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.ansatz.gradient.model.LinearGradient;
import org.ansatz.gradient.model.LinearModel;
import org.ansatz.gradient.model.Parameters;
import org.ansatz.gradient.numeric.Matrix;

/**
 * The least cross-entropy, by Newton's method: the Hessian from its products with directions, steps halved while they do not
 * lessen the loss (Boyd and Vandenberghe, Convex Optimization, 2004, algorithm 9.5).
 *
 * <p>Of several classes only differences of scores matter. The search moves each class against the last, so that the sums over
 * the classes stay those of the start, as they do in a descent.
 */
public final class MaximumLikelihood {

    private static final String METHOD = "maximum likelihood, by Newton's method";
    private static final int MAX_STEPS = 100;
    private static final int MAX_HALVINGS = 60;

    /** Twice the loss that is still to be gained, by the quadratic model. */
    private static final double SETTLED = 1e-20;

    private final LinearModel model;
    private final List<Parameters> directions;

    private MaximumLikelihood(LinearModel model, List<Parameters> directions) {
        this.model = model;
        this.directions = directions;
    }

    /**
     * The least loss.
     *
     * @param model with a loss that has second derivatives
     * @param start where the search begins
     * @param errors how many examples these parameters put into a wrong class; if there is no such example, then the larger
     *     the parameters the less the loss. Always more than 0 where the targets are smoothed, which sets a bound
     */
    public static Optimum of(LinearModel model, Parameters start, ToIntFunction<Parameters> errors) {
        return new MaximumLikelihood(model, directions(start)).optimum(start, errors);
    }

    private Optimum optimum(Parameters start, ToIntFunction<Parameters> errors) {
        Parameters at = start;
        for (int step = 0; step < MAX_STEPS; step++) {
            if (errors.applyAsInt(at) == 0) {
                return new Optimum.None(
                        METHOD, "the classes are separable: the larger the weights, the less the loss, without end");
            }
            LinearGradient here = model.at(at);
            double[] slopes = along(here.byParameters());
            double[] move = Elimination.solve(hessian(at), slopes.clone());
            if (move == null) {
                return new Optimum.None(METHOD, "the Hessian is singular at step " + step);
            }
            double decrement = Matrix.dot(slopes, 0, move, 0, move.length);
            Parameters next = moved(at, move, 1);
            if (decrement <= SETTLED) {
                return new Optimum.Found(METHOD, next, model.at(next).loss());
            }
            double fraction = 1;
            for (int i = 0; i < MAX_HALVINGS && !(model.at(next).loss() <= here.loss()); i++) {
                fraction /= 2;
                next = moved(at, move, fraction);
            }
            at = next;
        }
        return new Optimum.None(METHOD, "not settled after " + MAX_STEPS + " steps");
    }

    private static List<Parameters> directions(Parameters start) {
        int classes = start.weights().rows();
        int features = start.weights().columns();
        List<Parameters> directions = new ArrayList<>();
        for (int row = 0; row < Math.max(1, classes - 1); row++) {
            for (int column = 0; column <= features; column++) {
                double[] weights = new double[classes * features];
                double[] bias = new double[classes];
                double[] moved = column < features ? weights : bias;
                int width = column < features ? features : 1;
                int place = column < features ? column : 0;
                moved[row * width + place] = 1;
                if (classes > 1) {
                    moved[(classes - 1) * width + place] = -1;
                }
                directions.add(new Parameters(Matrix.over(classes, features, weights), bias));
            }
        }
        return directions;
    }

    private double[][] hessian(Parameters at) {
        double[][] hessian = new double[directions.size()][];
        for (int i = 0; i < hessian.length; i++) {
            hessian[i] = along(model.hessianTimes(at, directions.get(i)));
        }
        return hessian;
    }

    private double[] along(Parameters gradient) {
        double[] slopes = new double[directions.size()];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = directions.get(i).dot(gradient);
        }
        return slopes;
    }

    private Parameters moved(Parameters at, double[] move, double fraction) {
        Parameters moved = at;
        for (int i = 0; i < move.length; i++) {
            moved = moved.descended(fraction * move[i], directions.get(i));
        }
        return moved;
    }
}
