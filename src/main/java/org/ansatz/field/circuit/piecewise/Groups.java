package org.ansatz.field.circuit.piecewise;

/** Disjoint sets of the numbers from 0 to n − 1 (Tarjan 1975, with path halving). */
final class Groups {

    private final int[] above;

    Groups(int n) {
        above = new int[n];
        for (int i = 0; i < n; i++) {
            above[i] = i;
        }
    }

    /** The number that stands for the set of {@code i}. */
    int of(int i) {
        int at = i;
        while (above[at] != at) {
            above[at] = above[above[at]];
            at = above[at];
        }
        return at;
    }

    /** Unites the sets of {@code i} and {@code j}; whether they were apart. The set of {@code j} gives the name. */
    boolean join(int i, int j) {
        int a = of(i);
        int b = of(j);
        above[a] = b;
        return a != b;
    }
}
