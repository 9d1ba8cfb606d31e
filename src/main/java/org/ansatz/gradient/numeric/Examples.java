package org.ansatz.gradient.numeric;

/**
 * The one place where examples are turned: problems write them as columns (X is n × m, Z = W·X + b), this library holds
 * them as rows (X is m × n, Z = X·Wᵀ + b), so that an example lies in one piece. Weights W are k × n in both.
 */
public final class Examples {

    private Examples() {}

    /** Examples as rows (m × n) from examples as columns (n × m). */
    public static Matrix fromColumns(Matrix columns) {
        return columns.transposed();
    }
}
