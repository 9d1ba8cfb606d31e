package org.ansatz.route.gradient.loss;

import org.ansatz.route.gradient.numeric.Matrix;

/** A loss whose term at each score z depends on its distance from a target y alone. */
abstract class ResidualLoss extends ElementwiseLoss {

    /** The targets y, row by row. */
    final double[] targets;

    ResidualLoss(Matrix targets, Reduction reduction) {
        super(targets.rows(), targets.columns(), reduction);
        this.targets = targets.requireFinite("targets").entries().clone();
    }

    @Override
    final BlockPass pass() {
        return this::over;
    }

    /** The pass over a block, as {@link BlockPass#over}. */
    abstract void over(double[] scores, int from, int n, double factor, double[] gradient, double[] terms);
}
