package org.ansatz.gradient.loss;

import org.jspecify.annotations.Nullable;

/** A sum of terms, times the factor of its reduction. */
abstract class TermwiseLoss implements Loss {

    private final int rows;
    private final int columns;
    private final double factor;

    /** For terms of {@code rows} examples with {@code columns} scores each, at least one of each. */
    TermwiseLoss(int rows, int columns, double factor) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("targets " + rows + " × " + columns + ": no examples, or no scores");
        }
        this.rows = rows;
        this.columns = columns;
        this.factor = factor;
    }

    /**
     * The sum of the terms. Writes factor times its gradient, and the terms where they are asked for.
     *
     * @param terms one for each score or for each row
     */
    abstract double sweep(double[] scores, double factor, double[] gradient, double @Nullable [] terms);

    /** How many terms there are. */
    abstract int termCount();

    final double factor() {
        return factor;
    }

    @Override
    public final int rows() {
        return rows;
    }

    @Override
    public final int columns() {
        return columns;
    }

    @Override
    public final double gradient(double[] scores, double[] gradient) {
        requireLength("scores", scores);
        requireLength("gradient", gradient);
        double loss = factor * sweep(scores, factor, gradient, null);
        if (!Double.isFinite(loss)) {
            refuse(scores, loss);
        }
        return loss;
    }

    @Override
    public final double[] terms(double[] scores) {
        requireLength("scores", scores);
        double[] terms = new double[termCount()];
        double sum = sweep(scores, 1, new double[scores.length], terms);
        if (!Double.isFinite(sum)) {
            refuse(scores, sum);
        }
        return terms;
    }

    final void requireLength(String name, double[] array) {
        if (array.length != rows * columns) {
            throw new IllegalArgumentException(array.length + " " + name + " for targets " + rows + " × " + columns
                    + ", which need " + rows * columns);
        }
    }

    private void refuse(double[] scores, double loss) {
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException("score " + scores[i] + " in row " + (i / columns + 1) + ", column "
                        + (i % columns + 1) + " of " + rows + " × " + columns);
            }
        }
        throw new IllegalArgumentException("the loss of these " + rows + " × " + columns + " scores is " + loss);
    }
}
