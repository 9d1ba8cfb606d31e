package org.ansatz.field.circuit.simulation;

import java.util.List;
import org.ansatz.field.circuit.sparse.Pattern;
import org.ansatz.field.circuit.sparse.SparseLu;

/**
 * A matrix of blocks: the slopes of several {@link Sums} along its diagonal, and everywhere their capacities, with a weight for each
 * block.
 */
final class Blocks {

    private final Layout layout;
    private final int count;
    private final int[][] slopes;
    private final int[][][] capacities;
    private final Pattern pattern;
    private final SparseLu lu;
    private final double[] values;

    /**
     * An empty matrix.
     *
     * @param hasCapacities whether blocks have more than slopes
     */
    Blocks(Layout layout, int count, boolean hasCapacities) {
        this.layout = layout;
        this.count = count;
        Pattern.Builder entries = new Pattern.Builder();
        List<int[]> places = layout.places();
        slopes = new int[count][places.size() + 1];
        capacities = new int[count][hasCapacities ? count : 0][places.size() + 1];
        for (int s = 1; s <= places.size(); s++) {
            int[] place = places.get(s - 1);
            for (int i = 0; i < count; i++) {
                slopes[i][s] = entries.slot(index(place[0], i), index(place[1], i));
                for (int j = 0; j < capacities[i].length; j++) {
                    capacities[i][j][s] = entries.slot(index(place[0], i), index(place[1], j));
                }
            }
        }
        pattern = entries.pattern(layout.size() * count);
        lu = new SparseLu(pattern);
        values = new double[entries.count()];
    }

    /** Where an unknown of a lane stands; those of one unknown stand together. */
    int index(int unknown, int lane) {
        return (unknown - 1) * count + lane;
    }

    /** The unknown at a place. */
    int unknown(int index) {
        return index / count + 1;
    }

    int size() {
        return pattern.size();
    }

    /**
     * Fills and factors the matrix.
     *
     * @param lanes from which each column of blocks takes its slopes and capacities
     * @param weights of the capacities, by row and column of blocks
     * @param shunt a further conductance from each node to the ground, in siemens
     */
    void factor(Sums[] lanes, double[][] weights, double shunt) {
        java.util.Arrays.fill(values, 0);
        for (int j = 0; j < count; j++) {
            double[] slope = lanes[j].slope;
            double[] capacity = lanes[j].capacity;
            for (int s = 1; s < slope.length; s++) {
                values[slopes[j][s]] += slope[s];
            }
            for (int i = 0; i < capacities.length && capacities[i].length > 0; i++) {
                double weight = weights[i][j];
                int[] slots = capacities[i][j];
                for (int s = 1; s < capacity.length; s++) {
                    values[slots[s]] += weight * capacity[s];
                }
            }
        }
        if (shunt > 0) {
            shunt(shunt);
        }
        lu.factor(values);
    }

    private void shunt(double siemens) {
        List<int[]> places = layout.places();
        for (int s = 1; s <= places.size(); s++) {
            int[] place = places.get(s - 1);
            if (place[0] == place[1] && place[0] <= layout.nodeCount()) {
                for (int i = 0; i < count; i++) {
                    values[slopes[i][s]] += siemens;
                }
            }
        }
    }

    /** Solves with the matrix; the right side becomes the solution. */
    void solve(double[] right) {
        lu.solve(right);
    }

    /**
     * Improves a solution by what is left of the right side (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2002,
     * chapter 12).
     *
     * @return how far it moved, beside the largest there is
     */
    double refine(double[] x, double[] right) {
        double[] rest = new double[right.length];
        pattern.multiply(values, x, rest);
        double largest = Double.MIN_NORMAL;
        for (int k = 0; k < rest.length; k++) {
            rest[k] = right[k] - rest[k];
            largest = Math.max(largest, Math.abs(x[k]));
        }
        lu.solve(rest);
        double moved = 0;
        for (int k = 0; k < rest.length; k++) {
            x[k] += rest[k];
            moved = Math.max(moved, Math.abs(rest[k]));
        }
        return moved / largest;
    }

    /** What making the factors costs, in multiplications. */
    double costOfFactors() {
        return 8.0 * lu.fill() + values.length;
    }

    /** What solving with them costs, in multiplications. */
    double costOfSolving() {
        return 2.0 * lu.fill();
    }
}
