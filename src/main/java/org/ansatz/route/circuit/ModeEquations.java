package org.ansatz.route.circuit;

import java.util.List;
import org.ansatz.route.circuit.Element.Capacitor;
import org.ansatz.route.circuit.Element.CurrentSource;
import org.ansatz.route.circuit.Element.Diode;
import org.ansatz.route.circuit.Element.Resistor;
import org.jspecify.annotations.Nullable;

/**
 * From a pattern of conduction to its {@link Mode}. Modified nodal analysis (Ho, Ruehli and Brennan, IEEE Trans. Circuits
 * Syst. 22, 1975, 504–509) in charges, M b' + S b + U u + Mu u' = 0, in the coordinates of {@link Coordinates}; M and S are
 * symmetric, so that one orthogonal transformation makes both diagonal (Golub and Van Loan, algorithm 8.7.1) and the
 * equations fall apart into natural modes, which are solved exactly. Unlike a step-by-step integration this has no error
 * of discretisation and no order lost to the index of the equations, which is 2 where a conducting diode closes a loop of
 * capacitors and sources.
 *
 * <p>Where nothing determines a potential, it is that of least Σ v² over what blocks: the limit of equal leaks across
 * blocking diodes (at rest, across capacitors too) that vanish.
 */
final class ModeEquations {

    private final Netlist netlist;
    private final List<Integer> conducting;
    private final int[] storing;
    private final List<Integer> leaks;
    private final Forest forest;
    private final Coordinates at;
    private final int na;
    private final int nb;
    private final int m;

    /**
     * Equations.
     *
     * @param conducting the diodes that conduct
     * @param storing the capacitors that carry currents
     * @param leaks what blocks
     */
    ModeEquations(Netlist netlist, List<Integer> conducting, int[] storing, List<Integer> leaks) {
        this.netlist = netlist;
        this.conducting = conducting;
        this.storing = storing;
        this.leaks = leaks;
        forest = new Forest(netlist, conducting);
        at = new Coordinates(netlist, forest, storing, netlist.numbersOf(Resistor.class));
        na = at.algebraic();
        nb = at.stored();
        m = netlist.sources().length;
    }

    /** The mode, or null if what conducts contradicts a voltage source, or a current source has nowhere to go. */
    @Nullable
    Mode mode() {
        if (!forest.isConsistent() || strandsCurrent()) {
            return null;
        }
        double[][] flow = flow();
        double[][] charge = charge();
        Instant instant = new Instant(flow);
        Cholesky mass = new Cholesky(block(charge, nb, 0, nb));
        double[][] stiffness = block(instant.reduced, nb, 0, nb);
        for (int side = 0; side < 2; side++) {
            stiffness = transposed(forwards(mass, stiffness));
        }
        SymmetricEigen eigen = new SymmetricEigen(symmetric(stiffness));
        double[][] shapes = transposed(eigen.vectors());
        for (double[] shape : shapes) {
            mass.backwards(shape);
        }
        double[] rates = eigen.values();
        for (int k = 0; k < nb; k++) {
            rates[k] = Math.max(0, rates[k]);
        }
        double[][] bySource = forced(shapes, block(instant.reduced, nb, nb, m));
        double[][] bySlope = forced(shapes, block(charge, nb, nb, m));
        Readout readout = new Readout(instant.follows, shapes, rates, bySource, bySlope);
        return new Mode(netlist, forest, rates, bySource, bySlope, readout.rows(), entry(shapes));
    }

    /** Whether a current source feeds a floating cluster. */
    private boolean strandsCurrent() {
        for (int k : netlist.numbersOf(CurrentSource.class)) {
            if (at.cluster(netlist.plus(k)) != at.cluster(netlist.minus(k))) {
                return true;
            }
        }
        return false;
    }

    private double[] drop(int k) {
        return at.drop(netlist.plus(k), netlist.minus(k));
    }

    /** The currents that leave along each a and b: coefficients of the a's, the b's and the sources. */
    private double[][] flow() {
        double[][] flow = new double[na + nb][na + nb + m];
        for (int k : netlist.numbersOf(Resistor.class)) {
            double[] drop = drop(k);
            double siemens = 1 / ((Resistor) netlist.elements().get(k)).ohms();
            for (int z = 0; z < na + nb; z++) {
                Matrices.add(flow[z], siemens * drop[z], drop);
            }
        }
        int[] sources = netlist.sources();
        for (int s = 0; s < m; s++) {
            if (netlist.elements().get(sources[s]) instanceof CurrentSource) {
                double[] drop = drop(sources[s]);
                for (int z = 0; z < na + nb; z++) {
                    flow[z][na + nb + s] += drop[z];
                }
            }
        }
        return flow;
    }

    /** The charges that have left along each b: coefficients of the b's and the sources. */
    private double[][] charge() {
        double[][] charge = new double[nb][nb + m];
        for (int k : storing) {
            double[] drop = java.util.Arrays.copyOfRange(drop(k), na, na + nb + m);
            double farads = ((Capacitor) netlist.elements().get(k)).farads();
            for (int z = 0; z < nb; z++) {
                Matrices.add(charge[z], farads * drop[z], drop);
            }
        }
        return charge;
    }

    /** The a's as they follow from b's and sources, and the equations of the b's without them. */
    private final class Instant {
        private final double[][] follows;
        private final double[][] reduced = new double[nb][];

        Instant(double[][] flow) {
            double[][] rest = new double[na][];
            for (int z = 0; z < na; z++) {
                rest[z] = java.util.Arrays.copyOfRange(flow[z], na, na + nb + m);
            }
            follows = new Cholesky(block(flow, na, 0, na)).solve(rest, nb + m);
            for (double[] row : follows) {
                for (int c = 0; c < row.length; c++) {
                    row[c] = -row[c];
                }
            }
            for (int z = 0; z < nb; z++) {
                reduced[z] = java.util.Arrays.copyOfRange(flow[na + z], na, na + nb + m);
                for (int i = 0; i < na; i++) {
                    Matrices.add(reduced[z], flow[na + z][i], follows[i]);
                }
            }
        }
    }

    /** How the state enters: the b's of least Σ C (v − volts)². */
    private Mode.Entry entry(double[][] shapes) {
        double[][] byVolts = new double[nb][storing.length];
        double[][] bySources = new double[nb][m];
        for (int c = 0; c < storing.length; c++) {
            double[] drop = drop(storing[c]);
            double farads = ((Capacitor) netlist.elements().get(storing[c])).farads();
            for (int k = 0; k < nb; k++) {
                double weight = 0;
                for (int z = 0; z < nb; z++) {
                    weight += farads * drop[na + z] * shapes[k][z];
                }
                byVolts[k][c] = weight;
                for (int s = 0; s < m; s++) {
                    bySources[k][s] -= weight * drop[na + nb + s];
                }
            }
        }
        return new Mode.Entry(byVolts, bySources);
    }

    private static double[][] block(double[][] a, int rows, int from, int columns) {
        double[][] block = new double[rows][];
        for (int i = 0; i < rows; i++) {
            block[i] = java.util.Arrays.copyOfRange(a[i], from, from + columns);
        }
        return block;
    }

    private static double[][] forwards(Cholesky mass, double[][] a) {
        double[][] columns = transposed(a);
        for (double[] column : columns) {
            mass.forwards(column);
        }
        return transposed(columns);
    }

    private static double[][] transposed(double[][] square) {
        double[][] transposed = new double[square.length][];
        for (int i = 0; i < square.length; i++) {
            transposed[i] = Matrices.column(square, i);
        }
        return transposed;
    }

    private static double[][] symmetric(double[][] a) {
        double[][] symmetric = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                symmetric[i][j] = (a[i][j] + a[j][i]) / 2;
            }
        }
        return symmetric;
    }

    /** −shapes · a: how sources drive each natural mode. */
    private double[][] forced(double[][] shapes, double[][] a) {
        double[][] forced = new double[nb][m];
        for (int k = 0; k < nb; k++) {
            for (int z = 0; z < nb; z++) {
                Matrices.add(forced[k], -shapes[k][z], a[z]);
            }
        }
        return forced;
    }

    /** Voltages and currents as rows over (β, u, u'). */
    private final class Readout {
        private final double[][] coordinates;
        private final double[][] slopes;
        private final double[][] floating;
        private final int width = nb + 2 * m;

        Readout(double[][] follows, double[][] shapes, double[] rates, double[][] bySource, double[][] bySlope) {
            coordinates = new double[na + nb + m][width];
            slopes = new double[nb + m][width];
            for (int z = 0; z < nb; z++) {
                for (int k = 0; k < nb; k++) {
                    double shape = shapes[k][z];
                    coordinates[na + z][k] = shape;
                    slopes[z][k] = -shape * rates[k];
                    for (int s = 0; s < m; s++) {
                        slopes[z][nb + s] += shape * bySource[k][s];
                        slopes[z][nb + m + s] += shape * bySlope[k][s];
                    }
                }
            }
            for (int s = 0; s < m; s++) {
                coordinates[na + nb + s][nb + s] = 1;
                slopes[nb + s][nb + m + s] = 1;
            }
            for (int i = 0; i < na; i++) {
                for (int z = 0; z < nb + m; z++) {
                    Matrices.add(coordinates[i], follows[i][z], coordinates[na + z]);
                }
            }
            floating = floating();
        }

        private double[] along(double[] drop) {
            double[] row = new double[width];
            for (int z = 0; z < drop.length; z++) {
                Matrices.add(row, drop[z], coordinates[z]);
            }
            return row;
        }

        /** The potential of each floating cluster: least squares over what blocks. */
        private double[][] floating() {
            int n = at.clusters();
            double[][] normal = new double[n][n];
            double[][] right = new double[n][width];
            for (int k : leaks) {
                int from = at.cluster(netlist.plus(k));
                int to = at.cluster(netlist.minus(k));
                if (from == to) {
                    continue;
                }
                double[] row = along(drop(k));
                for (int side = 1; side >= -1; side -= 2) {
                    int here = side > 0 ? from : to;
                    int there = side > 0 ? to : from;
                    if (here >= 0) {
                        normal[here][here] += 1;
                        Matrices.add(right[here], -side, row);
                    }
                    if (here >= 0 && there >= 0) {
                        normal[here][there] -= 1;
                    }
                }
            }
            return new Cholesky(normal).solve(right, width);
        }

        private double[] voltage(int from, int to) {
            double[] row = along(at.drop(from, to));
            if (at.cluster(from) >= 0) {
                Matrices.add(row, 1, floating[at.cluster(from)]);
            }
            if (at.cluster(to) >= 0) {
                Matrices.add(row, -1, floating[at.cluster(to)]);
            }
            return row;
        }

        private double[] voltage(int k) {
            return voltage(netlist.plus(k), netlist.minus(k));
        }

        Mode.Rows rows() {
            double[][] potentials = new double[netlist.ground() + 1][];
            for (int node = 0; node < potentials.length; node++) {
                potentials[node] = voltage(node, netlist.ground());
            }
            double[][] stored = new double[storing.length][];
            for (int c = 0; c < storing.length; c++) {
                stored[c] = voltage(storing[c]);
            }
            double[][] currents = currents();
            int[] diodes = netlist.numbersOf(Diode.class);
            double[][] margins = new double[diodes.length][width];
            for (int d = 0; d < diodes.length; d++) {
                boolean conducts = conducting.contains(diodes[d]);
                Matrices.add(margins[d], conducts ? 1 : -1, conducts ? currents[diodes[d]] : voltage(diodes[d]));
            }
            return new Mode.Rows(potentials, currents, margins, stored);
        }

        private double[][] currents() {
            double[][] currents = new double[netlist.elements().size()][width];
            for (int k : netlist.numbersOf(Resistor.class)) {
                Matrices.add(currents[k], 1 / ((Resistor) netlist.elements().get(k)).ohms(), voltage(k));
            }
            for (int k : storing) {
                double farads = ((Capacitor) netlist.elements().get(k)).farads();
                double[] drop = drop(k);
                for (int z = 0; z < nb + m; z++) {
                    Matrices.add(currents[k], farads * drop[na + z], slopes[z]);
                }
            }
            int[] sources = netlist.sources();
            for (int s = 0; s < m; s++) {
                if (netlist.elements().get(sources[s]) instanceof CurrentSource) {
                    currents[sources[s]][nb + s] = 1;
                }
            }
            addTies(currents);
            return currents;
        }

        private void addTies(double[][] currents) {
            for (int column = 0; column < width; column++) {
                double[] leaving = new double[netlist.ground() + 1];
                for (int k = 0; k < currents.length; k++) {
                    leaving[netlist.plus(k)] += currents[k][column];
                    leaving[netlist.minus(k)] -= currents[k][column];
                }
                double[] through = forest.through(leaving);
                for (int k = 0; k < currents.length; k++) {
                    currents[k][column] += through[k];
                }
            }
        }
    }
}
