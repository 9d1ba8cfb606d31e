package org.ansatz.field.circuit.sparse;

import java.util.Arrays;

/**
 * Where a square matrix has entries. An entry is known by its slot, a number from 0 on in the order in which entries were first
 * asked for, so that whoever fills a matrix needs no search.
 */
public final class Pattern {

    private final int size;
    private final int[] starts;
    private final int[] rows;
    private final int[] slots;

    private Pattern(int size, int[] starts, int[] rows, int[] slots) {
        this.size = size;
        this.starts = starts;
        this.rows = rows;
        this.slots = slots;
    }

    /** Gathers entries. */
    public static final class Builder {

        private final java.util.Map<Long, Integer> known = new java.util.HashMap<>();
        private long[] entries = new long[16];
        private int count;

        /** A pattern without entries so far. */
        public Builder() {}

        /** The slot of an entry, the same whenever it is asked for. */
        public int slot(int row, int column) {
            long entry = (long) column << 32 | row;
            return known.computeIfAbsent(entry, added -> {
                if (count == entries.length) {
                    entries = Arrays.copyOf(entries, 2 * count);
                }
                entries[count] = added;
                return count++;
            });
        }

        /** How many entries there are. */
        public int count() {
            return count;
        }

        /** The pattern of a matrix with so many rows and columns. */
        public Pattern pattern(int size) {
            long[] byColumn = Arrays.copyOf(entries, count);
            Arrays.sort(byColumn);
            int[] starts = new int[size + 1];
            int[] rows = new int[count];
            int[] slots = new int[count];
            for (int p = 0; p < count; p++) {
                rows[p] = (int) byColumn[p];
                slots[p] = known.getOrDefault(byColumn[p], -1);
                starts[(int) (byColumn[p] >> 32) + 1]++;
            }
            for (int column = 0; column < size; column++) {
                starts[column + 1] += starts[column];
            }
            return new Pattern(size, starts, rows, slots);
        }
    }

    /** How many rows and columns there are. */
    public int size() {
        return size;
    }

    /** Where the entries of a column begin in {@link #row} and {@link #slot}; those of the last end at {@code start(size)}. */
    int start(int column) {
        return starts[column];
    }

    int row(int place) {
        return rows[place];
    }

    int slot(int place) {
        return slots[place];
    }

    /** Adds a matrix of this pattern times a vector to another. */
    public void multiply(double[] values, double[] x, double[] into) {
        for (int column = 0; column < size; column++) {
            double factor = x[column];
            if (factor != 0) {
                for (int p = starts[column]; p < starts[column + 1]; p++) {
                    into[rows[p]] += values[slots[p]] * factor;
                }
            }
        }
    }
}
