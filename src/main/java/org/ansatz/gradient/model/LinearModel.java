package org.ansatz.gradient.model;

import org.ansatz.gradient.loss.CurvedLoss;
import org.ansatz.gradient.loss.Loss;
import org.ansatz.gradient.loss.LossGradient;
import org.ansatz.gradient.numeric.Matrix;

/**
 * Scores Z = X·Wᵀ + b of some examples, and a loss of them: linear regression with
 * {@link org.ansatz.gradient.loss.SquaredError} or {@link org.ansatz.gradient.loss.AbsoluteError}, logistic
 * regression with {@link org.ansatz.gradient.loss.BinaryCrossEntropy}, softmax regression with
 * {@link org.ansatz.gradient.loss.SoftmaxCrossEntropy}, and so on.
 *
 * <p>X is m × n, W k × n (one row where there is one score), b has k entries. With G = dL/dZ, the reduction included: dL/dW =
 * Gᵀ·X, dL/db = the column sums of G, dL/dX = G·W. Source: Bishop, Pattern Recognition and Machine Learning, 2006, eqs. 3.13,
 * 4.91, 4.109.
 */
public final class LinearModel {

    private final Matrix examples;
    private final Loss loss;

    /**
     * A model of these examples.
     *
     * @param examples m × n
     * @param loss of m × k scores
     * @throws IllegalArgumentException if the loss is of another number of examples, or an entry is not finite
     */
    public LinearModel(Matrix examples, Loss loss) {
        if (examples.rows() != loss.rows()) {
            throw new IllegalArgumentException("examples X are " + examples.shape()
                    + " (examples × features), but there are targets of " + loss.rows());
        }
        this.examples = examples.requireFinite("examples X");
        this.loss = loss;
    }

    /**
     * The scores X·Wᵀ + b.
     *
     * @throws IllegalArgumentException if shapes do not fit
     */
    public Matrix scores(Parameters parameters) {
        Matrix weights = parameters.weights().require("weights W", loss.columns(), examples.columns());
        return examples.timesTransposed(weights).plusToEachRow(parameters.bias());
    }

    /**
     * The loss and its gradient.
     *
     * @throws IllegalArgumentException if shapes do not fit
     */
    public LinearGradient at(Parameters parameters) {
        return at(parameters, scores(parameters));
    }

    /** The loss and its gradient where the scores are known already. */
    LinearGradient at(Parameters parameters, Matrix scores) {
        LossGradient inner = loss.at(scores);
        return new LinearGradient(
                inner.loss(),
                new Parameters(
                        weightGradient(inner.gradient()), inner.gradient().columnSums()),
                inner.gradient(),
                inner.gradient().times(parameters.weights()));
    }

    /**
     * How the gradient by weights and bias changes along a direction: the Hessian times (V, v). With E = X·Vᵀ + v and T the
     * product of the loss's own Hessian with E, it is (Tᵀ·X, the column sums of T).
     *
     * @throws IllegalArgumentException if shapes do not fit, or the loss has no second derivatives
     */
    public Parameters hessianTimes(Parameters at, Parameters along) {
        if (!(loss instanceof CurvedLoss)) {
            throw new IllegalArgumentException(loss.getClass().getSimpleName() + " has no second derivatives here");
        }
        Matrix byScores = hessianByScores((CurvedLoss) loss, scores(at), scores(along));
        return new Parameters(weightGradient(byScores), byScores.columnSums());
    }

    private static Matrix hessianByScores(CurvedLoss curved, Matrix scores, Matrix direction) {
        double[] product = new double[direction.entries().length];
        curved.hessianTimes(scores.entries(), direction.entries(), product);
        return Matrix.over(direction.rows(), direction.columns(), product);
    }

    private Matrix weightGradient(Matrix byScores) {
        return byScores.transposedTimes(examples);
    }
}
