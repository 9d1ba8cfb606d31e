package org.ansatz.field.circuit.piecewise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Netlist;

/**
 * What voltage sources and conducting diodes tie together: nodes whose potentials differ by known voltages are one
 * supernode. The ties that close no loop form a forest; those that do are chords, all of them diodes. This eliminates
 * the currents of sources and diodes from the equations of modified nodal analysis exactly, before any arithmetic.
 *
 * <p>Currents around a loop of ties are not determined by Kirchhoff's laws; those of least Σ i² over the diodes are taken,
 * the limit of equal resistances in series with the diodes that vanish.
 */
final class Forest {

    private final Netlist netlist;
    private final int[] root;
    private final double[][] offset;
    private final List<Integer> order = new ArrayList<>();
    private final int[] tieAbove;
    private final int[] nodeAbove;
    private final List<Integer> chords = new ArrayList<>();
    private final List<Integer> treeDiodes = new ArrayList<>();
    private final boolean consistent;

    /**
     * The ties of a circuit.
     *
     * @param conducting which diodes conduct, by number among the elements
     */
    Forest(Netlist netlist, List<Integer> conducting) {
        this.netlist = netlist;
        int nodes = netlist.ground() + 1;
        int[] sources = netlist.sources();
        List<Integer> ties = new ArrayList<>();
        for (int k : sources) {
            if (netlist.elements().get(k) instanceof Element.VoltageSource) {
                ties.add(k);
            }
        }
        int voltages = ties.size();
        ties.addAll(conducting);
        List<Integer> tree = new ArrayList<>();
        Groups groups = new Groups(nodes);
        for (int k : ties) {
            (groups.join(netlist.plus(k), netlist.minus(k)) ? tree : chords).add(k);
        }
        treeDiodes.addAll(tree.subList(voltages, tree.size()));
        root = new int[nodes];
        offset = new double[nodes][sources.length];
        tieAbove = new int[nodes];
        nodeAbove = new int[nodes];
        Arrays.fill(root, -1);
        grow(netlist.ground(), tree);
        for (int node = 0; node < netlist.ground(); node++) {
            if (root[node] < 0) {
                grow(node, tree);
            }
        }
        consistent = chordsFit();
    }

    /** Spreads from a root over its tree, breadth first. */
    private void grow(int start, List<Integer> tree) {
        root[start] = start;
        tieAbove[start] = -1;
        int next = order.size();
        order.add(start);
        for (; next < order.size(); next++) {
            int at = order.get(next);
            for (int k : tree) {
                int other = netlist.plus(k) == at ? netlist.minus(k) : netlist.minus(k) == at ? netlist.plus(k) : -1;
                if (other >= 0 && root[other] < 0) {
                    root[other] = start;
                    tieAbove[other] = k;
                    nodeAbove[other] = at;
                    offset[other] = offset[at].clone();
                    int source = source(k);
                    if (source >= 0) {
                        offset[other][source] += netlist.plus(k) == other ? 1 : -1;
                    }
                    order.add(other);
                }
            }
        }
    }

    /** The place of a voltage source among the sources, −1 for a diode. */
    private int source(int k) {
        int[] sources = netlist.sources();
        for (int s = 0; s < sources.length; s++) {
            if (sources[s] == k) {
                return s;
            }
        }
        return -1;
    }

    /** Whether no loop of ties holds a source, which conducting diodes would short-circuit. */
    private boolean chordsFit() {
        for (int k : chords) {
            if (!Arrays.equals(offset[netlist.plus(k)], offset[netlist.minus(k)])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the ties contradict no voltage source. */
    boolean isConsistent() {
        return consistent;
    }

    /** The node that stands for the supernode of a node; the ground for its own. */
    int root(int node) {
        return root[node];
    }

    /** How far the potential of a node is above that of its root: a coefficient for each source. */
    double[] offset(int node) {
        return offset[node];
    }

    /**
     * The currents through the ties, from plus to minus.
     *
     * @param leaving the current that leaves each node through all other elements; it adds up to zero in each supernode
     * @return a current for each element, zero for what is not a tie
     */
    double[] through(double[] leaving) {
        double[] currents = treeCurrents(leaving);
        int n = chords.size();
        if (n == 0) {
            return currents;
        }
        double[][] loops = new double[n][];
        double[][] normal = new double[n][n];
        double[][] right = new double[n][1];
        for (int c = 0; c < n; c++) {
            loops[c] = loop(chords.get(c));
        }
        for (int c = 0; c < n; c++) {
            for (int d = 0; d < n; d++) {
                normal[c][d] = overDiodes(loops[c], loops[d]) + (c == d ? 1 : 0);
            }
            right[c][0] = -overDiodes(loops[c], currents);
        }
        double[][] around = new Cholesky(normal).solve(right, 1);
        for (int c = 0; c < n; c++) {
            Matrices.add(currents, around[c][0], loops[c]);
            currents[chords.get(c)] = around[c][0];
        }
        return currents;
    }

    private double overDiodes(double[] a, double[] b) {
        double sum = 0;
        for (int k : treeDiodes) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Whether the two ends of an element are tied to each other with no voltage between them. */
    boolean shorts(int k) {
        return root[netlist.plus(k)] == root[netlist.minus(k)]
                && Arrays.equals(offset[netlist.plus(k)], offset[netlist.minus(k)]);
    }

    /**
     * The voltage across a diode that others short-circuit, were each of them to have a resistance of one ohm.
     *
     * @param currents of every element
     */
    double forward(int diode, double[] currents) {
        return -overDiodes(loop(diode), currents);
    }

    /** The currents through the tree that close the loop of a unit current through a chord. */
    private double[] loop(int chord) {
        double[] leaving = new double[root.length];
        leaving[netlist.plus(chord)] += 1;
        leaving[netlist.minus(chord)] -= 1;
        return treeCurrents(leaving);
    }

    /** From the leaves to the roots: what leaves a branch of the tree otherwise comes in through the tie above it. */
    private double[] treeCurrents(double[] leaving) {
        double[] total = leaving.clone();
        double[] currents = new double[netlist.elements().size()];
        for (int i = order.size() - 1; i >= 0; i--) {
            int node = order.get(i);
            int tie = tieAbove[node];
            if (tie >= 0) {
                currents[tie] = netlist.plus(tie) == node ? -total[node] : total[node];
                total[nodeAbove[node]] += total[node];
            }
        }
        return currents;
    }
}
