package org.ansatz.route.gradient.loss;

import org.ansatz.route.gradient.numeric.LogisticBlock;
import org.ansatz.route.gradient.numeric.Sum;
import org.jspecify.annotations.Nullable;

/** A loss with a term for each score, worked through in blocks that stay in the first cache. */
abstract class ElementwiseLoss extends TermwiseLoss {

    ElementwiseLoss(int rows, int columns, Reduction reduction) {
        super(rows, columns, reduction.factor(rows, Math.multiplyExact(rows, columns)));
    }

    /** Begins a pass. */
    abstract BlockPass pass();

    @Override
    final double sweep(double[] scores, double factor, double[] gradient, double @Nullable [] terms) {
        BlockPass pass = pass();
        double[] block = new double[LogisticBlock.SIZE];
        double sum = 0;
        for (int from = 0; from < scores.length; from += LogisticBlock.SIZE) {
            int n = Math.min(LogisticBlock.SIZE, scores.length - from);
            pass.over(scores, from, n, factor, gradient, block);
            sum += Sum.of(block, n);
            if (terms != null) {
                System.arraycopy(block, 0, terms, from, n);
            }
        }
        return sum;
    }

    @Override
    final int termCount() {
        return rows() * columns();
    }
}
