package org.ansatz.expression.library;

import org.ansatz.quantity.NoValue;

/**
 * Sums or integrals of several quantities.
 *
 * @param values what they come to
 * @param errors how wrong each may be
 * @param sizes what the magnitudes come to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Totals(double[] values, double[] errors, double[] sizes) implements GaussKronrod.Amount<Totals> {

    static Totals none(int count) {
        return new Totals(new double[count], new double[count], new double[count]);
    }

    /** Single values, good to rounding. */
    static Totals of(double[] values) {
        double[] sizes = new double[values.length];
        double[] errors = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            sizes[i] = Math.abs(values[i]);
            errors[i] = 0x1p-52 * sizes[i];
        }
        return new Totals(values, errors, sizes);
    }

    @Override
    public Totals plus(Totals other) {
        double[] sums = new double[values.length];
        double[] doubts = new double[values.length];
        double[] magnitudes = new double[values.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = values[i] + other.values[i];
            doubts[i] = errors[i] + other.errors[i];
            magnitudes[i] = sizes[i] + other.sizes[i];
        }
        return new Totals(sums, doubts, magnitudes);
    }

    @Override
    public Totals times(double weight) {
        double[] scaled = values.clone();
        double[] doubts = errors.clone();
        double[] magnitudes = sizes.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= weight;
            doubts[i] *= Math.abs(weight);
            magnitudes[i] *= Math.abs(weight);
        }
        return new Totals(scaled, doubts, magnitudes);
    }

    @Override
    public double[] distances(Totals other) {
        double[] distances = new double[values.length];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.abs(values[i] - other.values[i]);
        }
        return distances;
    }

    @Override
    public double[] doubts() {
        return errors;
    }

    /** The same with so much more doubt. */
    Totals plusErrors(double[] more) {
        double[] doubts = errors.clone();
        for (int i = 0; i < doubts.length; i++) {
            doubts[i] += more[i];
        }
        return new Totals(values, doubts, sizes);
    }

    /** The same, each with so much doubt more as is this part of it. */
    Totals doubted(double part) {
        double[] doubts = errors.clone();
        for (int i = 0; i < doubts.length; i++) {
            doubts[i] += part * sizes[i];
        }
        return new Totals(values, doubts, sizes);
    }

    /**
     * The same.
     *
     * @throws NoValue if an error is a large part of what it belongs to
     */
    Totals settled() {
        for (int i = 0; i < values.length; i++) {
            // Below the smallest normal number a double has no digits that could settle.
            if (errors[i] > Math.max(GaussKronrod.SETTLED * sizes[i], Double.MIN_NORMAL)) {
                throw new NoValue("an integral over the random variables does not settle: its error is " + errors[i]
                        + " of " + sizes[i]);
            }
        }
        return this;
    }
}
