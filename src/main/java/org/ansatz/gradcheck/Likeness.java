package org.ansatz.gradcheck;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a wrong gradient has in common with the right one; how mistakes that are often made are recognised. */
public sealed interface Likeness {

    /**
     * Every entry is wrong by one factor.
     *
     * @param factor claimed over right
     * @param name the factor in words of the problem's sizes, {@code m}, {@code -1}, {@code 2/m}; null if it is none of these
     */
    record Scaled(double factor, @Nullable String name) implements Likeness {}

    /** The right matrix, with rows and columns exchanged, times a factor. */
    record Transposed(double factor, @Nullable String name) implements Likeness {}

    /** Right but for one entry. */
    record OneEntry(int row, int column) implements Likeness {}

    /** Right but for one row. */
    record OneRow(int row) implements Likeness {}

    /** Right but for one column. */
    record OneColumn(int column) implements Likeness {}

    /** Every row is right but for a factor of its own. */
    record RowFactors(List<Double> factors) implements Likeness {
        /** Copies the factors. */
        public RowFactors {
            factors = List.copyOf(factors);
        }
    }

    /** Every column is right but for a factor of its own. */
    record ColumnFactors(List<Double> factors) implements Likeness {
        /** Copies the factors. */
        public ColumnFactors {
            factors = List.copyOf(factors);
        }
    }

    /** Nothing that is recognised. */
    record None() implements Likeness {}

    /**
     * What a claimed gradient has in common with the right one.
     *
     * @param claimed row by row, of {@code rows} × {@code columns}, or with these exchanged
     * @param right row by row
     * @param tolerance relative to the largest entry
     * @param sizes what factors may be made of, by name: {@code m} 16
     * @throws IllegalArgumentException if there are not as many numbers as places
     */
    static Likeness of(
            double[] claimed, double[] right, int rows, int columns, double tolerance, Map<String, Double> sizes) {
        return new Recognition(claimed, right, rows, columns, tolerance, sizes).likeness();
    }
}
