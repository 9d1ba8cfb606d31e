package org.ansatz.gradient.loss;

import org.ansatz.gradient.numeric.Matrix;

/** A loss whose term at each score z depends on its distance from a target y alone. */
abstract class ResidualLoss extends ElementwiseLoss {

    private final double[][] targets;

    ResidualLoss(Matrix targets, Reduction reduction) {
        super(targets.rows(), targets.columns(), reduction);
        this.targets = blocks(targets.requireFinite("targets").entries());
    }

    @Override
    final BlockPass pass() {
        return (block, scores, n, factor, gradient, terms) -> over(targets[block], scores, n, factor, gradient, terms);
    }

    /** The pass over a block with its targets y, as {@link BlockPass#over}. */
    abstract void over(double[] y, double[] scores, int n, double factor, double[] gradient, double[] terms);
}
