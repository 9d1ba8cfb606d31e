package org.ansatz.gradient.loss;

import org.ansatz.gradient.numeric.SoftmaxRow;
import org.jspecify.annotations.Nullable;

/** A loss with a term for each example, by the softmax of its scores. */
abstract class RowwiseLoss extends TermwiseLoss {

    RowwiseLoss(int rows, int columns, double factor) {
        super(rows, columns, factor);
    }

    /** The term of one example; factor times its gradient is written to where the example begins in {@code gradient}. */
    abstract double row(int example, double[] scores, SoftmaxRow softmax, double factor, double[] gradient);

    @Override
    final double sweep(double[] scores, double factor, double[] gradient, double @Nullable [] terms) {
        SoftmaxRow softmax = new SoftmaxRow(columns());
        double sum = 0;
        for (int example = 0; example < rows(); example++) {
            double term = row(example, scores, softmax, factor, gradient);
            sum += term;
            if (terms != null) {
                terms[example] = term;
            }
        }
        return sum;
    }

    @Override
    final int termCount() {
        return rows();
    }
}
