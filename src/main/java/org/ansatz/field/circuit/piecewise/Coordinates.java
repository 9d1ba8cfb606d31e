package org.ansatz.field.circuit.piecewise;

import java.util.Arrays;
import java.util.List;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Netlist;

/**
 * Independent potentials of a circuit whose ties are known. The supernodes that capacitors join are a group, the groups
 * that resistors join are a cluster. The potential of a node is that of its cluster's root, plus that of its group above
 * the cluster's root (a), plus its own above the group's root (b), plus what its ties add. Only the b's are stored by
 * capacitors; the a's follow from them at every instant. A cluster without the ground floats: no current tells its
 * potential.
 */
final class Coordinates {

    private final Forest forest;
    private final int sources;
    private final int[] a;
    private final int[] b;
    private final int[] cluster;
    private int algebraic;
    private int stored;
    private int clusters;

    /**
     * Coordinates.
     *
     * @param storing the numbers of the capacitors that carry currents
     */
    Coordinates(Netlist netlist, Forest forest, List<Integer> storing) {
        this.forest = forest;
        this.sources = netlist.sources().length;
        int nodes = netlist.ground() + 1;
        Groups groups = new Groups(nodes);
        for (int node = 0; node < nodes; node++) {
            groups.join(node, forest.root(node));
        }
        for (int k : storing) {
            groups.join(netlist.plus(k), netlist.minus(k));
        }
        int[] group = names(groups, nodes);
        for (int k : netlist.numbersOf(Element.Resistor.class)) {
            groups.join(netlist.plus(k), netlist.minus(k));
        }
        int[] tract = names(groups, nodes);
        a = new int[nodes];
        b = new int[nodes];
        cluster = new int[nodes];
        number(nodes, group, tract);
    }

    private static int[] names(Groups groups, int nodes) {
        int[] names = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            names[node] = groups.of(node);
        }
        return names;
    }

    /** Gives numbers, from the ground backwards, so that it is the root of all it belongs to. */
    private void number(int nodes, int[] group, int[] tract) {
        int[] ofGroup = unknown(nodes);
        int[] ofTract = unknown(nodes);
        int[] ofRoot = unknown(nodes);
        for (int node = nodes - 1; node >= 0; node--) {
            int root = forest.root(node);
            boolean newTract = ofTract[tract[node]] == UNKNOWN;
            boolean newGroup = ofGroup[group[node]] == UNKNOWN;
            if (newTract) {
                ofTract[tract[node]] = node == nodes - 1 ? NONE : clusters++;
            }
            if (newGroup) {
                ofGroup[group[node]] = newTract ? NONE : algebraic++;
            }
            if (ofRoot[root] == UNKNOWN) {
                ofRoot[root] = newGroup ? NONE : stored++;
            }
            cluster[node] = ofTract[tract[node]];
            a[node] = ofGroup[group[node]];
            b[node] = ofRoot[root];
        }
    }

    private static final int NONE = -1;
    private static final int UNKNOWN = -2;

    private static int[] unknown(int n) {
        int[] numbers = new int[n];
        Arrays.fill(numbers, UNKNOWN);
        return numbers;
    }

    /** How many potentials follow at every instant. */
    int algebraic() {
        return algebraic;
    }

    /** How many potentials capacitors store. */
    int stored() {
        return stored;
    }

    /** How many clusters float. */
    int clusters() {
        return clusters;
    }

    /** The floating cluster of a node, or −1. */
    int cluster(int node) {
        return cluster[node];
    }

    /** The voltage from one node to another but for their clusters: coefficients of the a's, the b's, the sources. */
    double[] drop(int from, int to) {
        double[] drop = new double[algebraic + stored + sources];
        add(drop, from, 1);
        add(drop, to, -1);
        return drop;
    }

    private void add(double[] drop, int node, int sign) {
        if (a[node] >= 0) {
            drop[a[node]] += sign;
        }
        if (b[node] >= 0) {
            drop[algebraic + b[node]] += sign;
        }
        double[] offset = forest.offset(node);
        for (int s = 0; s < sources; s++) {
            drop[algebraic + stored + s] += sign * offset[s];
        }
    }
}
