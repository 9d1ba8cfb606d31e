package org.ansatz.field.circuit.sparse;

import java.util.Arrays;

/**
 * The LU factors of a sparse matrix, made anew whenever its numbers change: first column by column with pivots chosen (J. R. Gilbert,
 * T. Peierls, SIAM J. Sci. Stat. Comput. 9, 1988, 862), the matched row being preferred; then, as long as those pivots stay good,
 * through the same pattern without any search (as KLU does: T. A. Davis, E. Palamadai Natarajan, ACM Trans. Math. Software 37, 2010,
 * 36). The libraries for Java that were looked at search for the pattern each time.
 */
public final class SparseLu {

    /** A pivot is kept on the diagonal if it is at least this part of the largest entry of its column. */
    private static final double DIAGONAL = 0.1;

    /** The order of pivots is given up where one is less than this part of its column. */
    private static final double WORN = 1e-3;

    /** What is left of a column in elimination is nothing but roundings if it is less than this part of what stood there. */
    private static final double ROUNDING = 0x1p-50;

    private final Pattern pattern;
    private final Ordering ordering;
    private final int size;
    private final int[] columns;

    /** From a row to when it is a pivot. */
    private final int[] turn;

    private final int[] lowerStarts;
    private final int[] upperStarts;
    private int[] lowerRows = new int[16];
    private double[] lower = new double[16];
    private int[] upperRows = new int[16];
    private double[] upper = new double[16];
    private final double[] pivots;
    private final double[] work;
    private boolean isOrdered;

    /**
     * Prepares for matrices of a pattern.
     *
     * @throws SingularMatrix if no numbers make such a matrix regular
     */
    public SparseLu(Pattern pattern) {
        this.pattern = pattern;
        size = pattern.size();
        ordering = new Ordering(pattern);
        columns = ordering.columns();
        turn = new int[size];
        lowerStarts = new int[size + 1];
        upperStarts = new int[size + 1];
        pivots = new double[size];
        work = new double[size];
    }

    /** How many numbers the factors hold, which is about what a solution costs. */
    public int fill() {
        return lowerStarts[size] + upperStarts[size] + size;
    }

    /**
     * Factors a matrix.
     *
     * @param values by slot
     * @throws SingularMatrix if it is singular
     */
    public void factor(double[] values) {
        if (!isOrdered || !again(values)) {
            isOrdered = false;
            choosingPivots(values);
            isOrdered = true;
        }
    }

    // ---- with the pivots as they were

    private boolean again(double[] values) {
        for (int k = 0; k < size; k++) {
            int column = columns[k];
            for (int p = upperStarts[k]; p < upperStarts[k + 1]; p++) {
                work[upperRows[p]] = 0;
            }
            work[k] = 0;
            for (int p = lowerStarts[k]; p < lowerStarts[k + 1]; p++) {
                work[lowerRows[p]] = 0;
            }
            double before = 0;
            for (int p = pattern.start(column); p < pattern.start(column + 1); p++) {
                work[turn[pattern.row(p)]] = values[pattern.slot(p)];
                before = Math.max(before, Math.abs(values[pattern.slot(p)]));
            }
            for (int p = upperStarts[k]; p < upperStarts[k + 1]; p++) {
                int earlier = upperRows[p];
                double factor = work[earlier];
                upper[p] = factor;
                if (factor != 0) {
                    for (int r = lowerStarts[earlier]; r < lowerStarts[earlier + 1]; r++) {
                        work[lowerRows[r]] -= lower[r] * factor;
                    }
                }
            }
            double pivot = work[k];
            double largest = Math.abs(pivot);
            for (int p = lowerStarts[k]; p < lowerStarts[k + 1]; p++) {
                largest = Math.max(largest, Math.abs(work[lowerRows[p]]));
            }
            if (!(Math.abs(pivot) >= WORN * largest) || !(largest > ROUNDING * before) || Double.isInfinite(largest)) {
                return false;
            }
            pivots[k] = pivot;
            for (int p = lowerStarts[k]; p < lowerStarts[k + 1]; p++) {
                lower[p] = work[lowerRows[p]] / pivot;
            }
        }
        return true;
    }

    // ---- choosing pivots

    private void choosingPivots(double[] values) {
        Search search = new Search();
        int lowerCount = 0;
        int upperCount = 0;
        for (int k = 0; k < size; k++) {
            int column = columns[k];
            int reached = search.reach(column);
            for (int i = 0; i < reached; i++) {
                work[search.found[i]] = 0;
            }
            double before = 0;
            for (int p = pattern.start(column); p < pattern.start(column + 1); p++) {
                work[pattern.row(p)] = values[pattern.slot(p)];
                before = Math.max(before, Math.abs(values[pattern.slot(p)]));
            }
            reserve(lowerCount + reached, upperCount + reached);
            for (int i = reached - 1; i >= 0; i--) { // in topological order
                int row = search.found[i];
                int earlier = turn[row];
                if (earlier >= 0) {
                    double factor = work[row];
                    upperRows[upperCount] = earlier;
                    upper[upperCount++] = factor;
                    for (int r = lowerStarts[earlier]; r < lowerStarts[earlier + 1]; r++) {
                        work[lowerRows[r]] -= lower[r] * factor;
                    }
                }
            }
            int pivotRow = -1;
            double largest = -1;
            for (int i = 0; i < reached; i++) {
                int row = search.found[i];
                if (turn[row] < 0 && Math.abs(work[row]) > largest) {
                    largest = Math.abs(work[row]);
                    pivotRow = row;
                }
            }
            if (!(largest > ROUNDING * before) || Double.isInfinite(largest)) {
                throw new SingularMatrix(column);
            }
            int preferred = ordering.rowOf(column); // where the column has an entry
            if (turn[preferred] < 0 && Math.abs(work[preferred]) >= DIAGONAL * largest) {
                pivotRow = preferred;
            }
            turn[pivotRow] = k;
            pivots[k] = work[pivotRow];
            for (int i = 0; i < reached; i++) {
                int row = search.found[i];
                if (turn[row] < 0) {
                    lowerRows[lowerCount] = row;
                    lower[lowerCount++] = work[row] / pivots[k];
                }
            }
            lowerStarts[k + 1] = lowerCount;
            upperStarts[k + 1] = upperCount;
        }
        for (int p = 0; p < lowerCount; p++) {
            lowerRows[p] = turn[lowerRows[p]];
        }
    }

    private void reserve(int lowerNeeded, int upperNeeded) {
        if (lowerNeeded > lower.length) {
            int length = Math.max(lowerNeeded, 2 * lower.length);
            lower = Arrays.copyOf(lower, length);
            lowerRows = Arrays.copyOf(lowerRows, length);
        }
        if (upperNeeded > upper.length) {
            int length = Math.max(upperNeeded, 2 * upper.length);
            upper = Arrays.copyOf(upper, length);
            upperRows = Arrays.copyOf(upperRows, length);
        }
    }

    /** Which rows of a column fill up: those that are reached from its entries through the columns of L so far. */
    private final class Search {

        private final int[] mark = new int[size];
        private final int[] stack = new int[size];
        private final int[] next = new int[size];
        final int[] found = new int[size];

        Search() {
            Arrays.fill(turn, -1);
            Arrays.fill(mark, -1);
        }

        /** The rows, each before those that depend on it when read from the end; returns how many. */
        int reach(int column) {
            int count = 0;
            for (int p = pattern.start(column); p < pattern.start(column + 1); p++) {
                int row = pattern.row(p);
                if (mark[row] != column) {
                    count = depthFirst(row, column, count);
                }
            }
            return count;
        }

        private int depthFirst(int start, int column, int before) {
            int count = before;
            int depth = 0;
            stack[0] = start;
            mark[start] = column;
            next[0] = turn[start] < 0 ? 0 : lowerStarts[turn[start]];
            while (depth >= 0) {
                int row = stack[depth];
                int when = turn[row];
                boolean deeper = false;
                while (when >= 0 && next[depth] < lowerStarts[when + 1]) {
                    int below = lowerRows[next[depth]++];
                    if (mark[below] != column) {
                        mark[below] = column;
                        depth++;
                        stack[depth] = below;
                        next[depth] = turn[below] < 0 ? 0 : lowerStarts[turn[below]];
                        deeper = true;
                        break;
                    }
                }
                if (!deeper) {
                    found[count++] = row;
                    depth--;
                }
            }
            return count;
        }
    }

    // ---- solving

    /** Solves with the latest factors; the right side becomes the solution. */
    public void solve(double[] right) {
        for (int row = 0; row < size; row++) {
            work[turn[row]] = right[row];
        }
        for (int k = 0; k < size; k++) {
            double value = work[k];
            if (value != 0) {
                for (int p = lowerStarts[k]; p < lowerStarts[k + 1]; p++) {
                    work[lowerRows[p]] -= lower[p] * value;
                }
            }
        }
        for (int k = size - 1; k >= 0; k--) {
            double value = work[k] / pivots[k];
            work[k] = value;
            if (value != 0) {
                for (int p = upperStarts[k]; p < upperStarts[k + 1]; p++) {
                    work[upperRows[p]] -= upper[p] * value;
                }
            }
        }
        for (int k = 0; k < size; k++) {
            right[columns[k]] = work[k];
        }
    }
}
