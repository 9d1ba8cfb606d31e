package org.ansatz.field.ode;

import org.ansatz.field.ode.InitialValueProblem.RightSide;

/**
 * The stages of one Radau step: the increments Z of the solution at the nodes, Z = h (A ⊗ I) F(y + Z), by simplified Newton
 * iterations on T⁻¹Z with one Jacobian for all (Hairer and Wanner II, section IV.8).
 */
final class RadauStages {

    private static final int STAGES = RadauTableau.STAGES;
    private static final int MAX_ITERATIONS = 12;

    private final RightSide rightSide;
    private final int size;
    private final double[][] transformed;
    private final double[][] corrections;
    private final double[][] slopes;
    private final double[] point;
    private final ComplexLu[] factors = new ComplexLu[RadauTableau.ALPHA.length];
    private double step;
    private double[][] increments;
    private int iterations;
    private double rate;

    RadauStages(RightSide rightSide, int size) {
        this.rightSide = rightSide;
        this.size = size;
        transformed = new double[STAGES][size];
        corrections = new double[STAGES][size];
        slopes = new double[STAGES][size];
        increments = new double[STAGES][size];
        point = new double[size];
    }

    /** Prepares the linear systems for steps of this length. */
    void factor(double[][] jacobian, double h) {
        step = h;
        for (int k = 0; k < factors.length; k++) {
            factors[k] = new ComplexLu(jacobian, RadauTableau.ALPHA[k] / h, RadauTableau.BETA[k] / h);
        }
    }

    /**
     * Whether a step of this length can follow the growth of deviations: an odd number of real eigenvalues of hJ above α₀
     * makes the determinant of α₀ I − hJ negative. A longer step would damp what grows, and hide that the solution escapes.
     */
    boolean followsGrowth() {
        boolean mirrored = step < 0 && size % 2 == 1;
        return factors[0].isPositive() != mirrored;
    }

    /**
     * Solves for the increments of the step from (t, y).
     *
     * @param guess increments to start from; kept and changed
     * @param scale of each component's error
     * @param tolerance to which the error is made small, relative to {@code scale}
     * @param rounding size of corrections that may be rounding, relative to {@code scale}
     * @return whether the iterations converge
     */
    boolean solve(double t, double[] y, double[][] guess, double[] scale, double tolerance, double rounding) {
        increments = guess;
        multiply(RadauTableau.T_INVERSE, increments, transformed);
        double before = Double.NaN;
        rate = 0;
        for (iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
            double size = iterate(t, y, scale);
            if (iterations > 1) {
                rate = size / before;
                int left = MAX_ITERATIONS - iterations;
                if (!(rate < 1) || Math.pow(rate, left) / (1 - rate) * size > tolerance) {
                    return size <= rounding;
                }
            }
            if (size == 0 || iterations > 1 && rate / (1 - rate) * size < tolerance) {
                return true;
            }
            before = size;
        }
        return false;
    }

    /** One Newton iteration; returns the size of the correction. */
    private double iterate(double t, double[] y, double[] scale) {
        for (int i = 0; i < STAGES; i++) {
            for (int j = 0; j < size; j++) {
                point[j] = y[j] + increments[i][j];
            }
            rightSide.slopes(t + RadauTableau.NODES[i] * step, point, slopes[i]);
        }
        multiply(RadauTableau.T_INVERSE, slopes, corrections);
        solveBlocks();
        double sum = 0;
        for (int i = 0; i < STAGES; i++) {
            for (int j = 0; j < size; j++) {
                transformed[i][j] += corrections[i][j];
                double scaled = corrections[i][j] / scale[j];
                sum += scaled * scaled;
            }
        }
        multiply(RadauTableau.T, transformed, increments);
        return Math.sqrt(sum / (STAGES * size));
    }

    /** Turns T⁻¹F into the corrections of T⁻¹Z: ((α + iβ)/h I − J) ΔW = T⁻¹F − (α + iβ)/h W for each block. */
    private void solveBlocks() {
        double[] none = new double[size];
        subtract(corrections[0], RadauTableau.ALPHA[0], transformed[0], 0, none);
        factors[0].solve(corrections[0], none);
        for (int k = 1; k < factors.length; k++) {
            double[] u = transformed[2 * k - 1];
            double[] v = transformed[2 * k];
            subtract(corrections[2 * k - 1], RadauTableau.ALPHA[k], u, -RadauTableau.BETA[k], v);
            subtract(corrections[2 * k], RadauTableau.ALPHA[k], v, RadauTableau.BETA[k], u);
            factors[k].solve(corrections[2 * k - 1], corrections[2 * k]);
        }
    }

    private void subtract(double[] from, double a, double[] u, double b, double[] v) {
        for (int j = 0; j < size; j++) {
            from[j] -= (a * u[j] + b * v[j]) / step;
        }
    }

    private void multiply(double[][] matrix, double[][] stages, double[][] product) {
        for (int i = 0; i < STAGES; i++) {
            for (int j = 0; j < size; j++) {
                double sum = 0;
                for (int k = 0; k < STAGES; k++) {
                    sum += matrix[i][k] * stages[k][j];
                }
                product[i][j] = sum;
            }
        }
    }

    /** The increments at the nodes; the last are those of the step. */
    double[][] increments() {
        return increments;
    }

    /** How many iterations were made. */
    int iterations() {
        return iterations;
    }

    /** How much smaller the last correction was than the one before. */
    double rate() {
        return rate;
    }

    /**
     * The estimate of the step's error, filtered so that stiff components do not spoil it: (α₀/h I − J)⁻¹ (f + Σ eᵢ zᵢ/h).
     *
     * @param slope f at the start of the step
     */
    double[] error(double[] slope) {
        double[] error = new double[size];
        for (int j = 0; j < size; j++) {
            double sum = 0;
            for (int i = 0; i < STAGES; i++) {
                sum += RadauTableau.ERROR[i] * increments[i][j];
            }
            error[j] = slope[j] + sum / step;
        }
        factors[0].solve(error, new double[size]);
        return error;
    }

    /**
     * How far fast components are from where they settle: (α₀/h I − J)⁻¹ f; how far slow ones go in the step.
     *
     * @param slope f at the start of the step
     */
    double[] off(double[] slope) {
        double[] off = slope.clone();
        factors[0].solve(off, new double[size]);
        return off;
    }
}
