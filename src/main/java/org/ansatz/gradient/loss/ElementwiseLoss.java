package org.ansatz.gradient.loss;

import java.util.Arrays;
import org.ansatz.gradient.numeric.LogisticBlock;
import org.ansatz.gradient.numeric.Sum;
import org.jspecify.annotations.Nullable;

/** A loss with a term for each score, worked through in blocks that stay in the first cache. */
abstract class ElementwiseLoss extends TermwiseLoss {

    ElementwiseLoss(int rows, int columns, Reduction reduction) {
        super(rows, columns, reduction.factor(rows, Math.multiplyExact(rows, columns)));
    }

    /** Begins a pass. */
    abstract BlockPass pass();

    /** What belongs to the scores, one for each, cut into blocks. */
    static double[][] blocks(double[] all) {
        double[][] blocks = new double[(all.length + LogisticBlock.SIZE - 1) / LogisticBlock.SIZE][];
        for (int block = 0; block < blocks.length; block++) {
            int from = block * LogisticBlock.SIZE;
            blocks[block] = Arrays.copyOfRange(all, from, Math.min(from + LogisticBlock.SIZE, all.length));
        }
        return blocks;
    }

    @Override
    final double sweep(double[] scores, double factor, double[] gradient, double @Nullable [] terms) {
        BlockPass pass = pass();
        double[] blockScores = new double[LogisticBlock.SIZE];
        double[] blockGradient = new double[LogisticBlock.SIZE];
        double[] blockTerms = new double[LogisticBlock.SIZE];
        double sum = 0;
        for (int from = 0; from < scores.length; from += LogisticBlock.SIZE) {
            int n = Math.min(LogisticBlock.SIZE, scores.length - from);
            System.arraycopy(scores, from, blockScores, 0, n);
            pass.over(from / LogisticBlock.SIZE, blockScores, n, factor, blockGradient, blockTerms);
            System.arraycopy(blockGradient, 0, gradient, from, n);
            sum += Sum.of(blockTerms, n);
            if (terms != null) {
                System.arraycopy(blockTerms, 0, terms, from, n);
            }
        }
        return sum;
    }

    @Override
    final int termCount() {
        return rows() * columns();
    }
}
