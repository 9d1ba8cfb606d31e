package org.ansatz.gradcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a wrong gradient has in common with the right one; how mistakes that are often made are recognised. */
public sealed interface Likeness {

    /** How nearly equal factors are one factor. */
    double SAME = 1e-9;

    /**
     * Every entry is wrong by one factor.
     *
     * @param factor claimed over right; not a number if it is one in words only, since the sizes differ
     * @param names what the factor may be in words, the simplest first: {@code m}, {@code -1}, {@code 2/m}
     */
    record Scaled(double factor, List<Factor> names) implements Likeness {
        /** Copies the names. */
        public Scaled {
            names = List.copyOf(names);
        }

        /** The factor in words, or null. */
        public @Nullable String name() {
            return names.isEmpty() ? null : names.get(0).toString();
        }
    }

    /**
     * The right matrix, with rows and columns exchanged, times a factor.
     *
     * @param scaled how the transpose is scaled
     */
    record Transposed(Scaled scaled) implements Likeness {}

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

    /** Every entry of each of several claims is wrong by one factor, which is not that of the others, nor has a name with it. */
    record Varying() implements Likeness {}

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

    /**
     * What several claims, of one formula at several points and for several sizes, have in common with what is right.
     *
     * @param likenesses of those claims that are wrong
     */
    static Likeness common(List<Likeness> likenesses) {
        Likeness common = likenesses.isEmpty() ? new None() : likenesses.get(0);
        for (Likeness likeness : likenesses) {
            common = common(common, likeness);
        }
        return common;
    }

    private static Likeness common(Likeness a, Likeness b) {
        if (a instanceof Scaled && b instanceof Scaled) {
            Scaled both = both((Scaled) a, (Scaled) b);
            return both == null ? new Varying() : both;
        }
        if (a instanceof Varying && b instanceof Scaled) {
            return a;
        }
        if (a instanceof Transposed && b instanceof Transposed) {
            Scaled both = both(((Transposed) a).scaled(), ((Transposed) b).scaled());
            return both == null ? new None() : new Transposed(both);
        }
        boolean lines = a instanceof RowFactors && b instanceof RowFactors
                || a instanceof ColumnFactors && b instanceof ColumnFactors;
        return lines || a.equals(b) ? a : new None();
    }

    /** The factor of both, as a number or in words; null if it is neither. */
    private static @Nullable Scaled both(Scaled a, Scaled b) {
        List<Factor> names = new ArrayList<>(a.names());
        names.retainAll(b.names());
        boolean one = Math.abs(a.factor() - b.factor()) <= SAME * Math.abs(a.factor());
        return one || !names.isEmpty() ? new Scaled(one ? a.factor() : Double.NaN, names) : null;
    }
}
