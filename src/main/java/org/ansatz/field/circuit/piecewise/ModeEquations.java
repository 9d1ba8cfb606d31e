package org.ansatz.field.circuit.piecewise;

import org.ansatz.field.circuit.netlist.Element.Capacitor;
import org.ansatz.field.circuit.netlist.Element.CurrentSource;
import org.ansatz.field.circuit.netlist.Element.Resistor;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.solution.Work;
import org.jspecify.annotations.Nullable;

/**
 * From a pattern of conduction to its {@link Mode}. Modified nodal analysis (Ho, Ruehli and Brennan, IEEE Trans. Circuits
 * Syst. 22, 1975, 504–509) in charges, M b' + S b + U u + Mu u' = 0, in the coordinates of {@link Coordinates}; M and S are
 * symmetric, so that one orthogonal transformation makes both diagonal (Golub and Van Loan, algorithm 8.7.1) and the
 * equations fall apart into natural modes, which are solved exactly. Unlike a step-by-step integration this has no error
 * of discretisation and no order lost to the index of the equations, which is 2 where a conducting diode closes a loop of
 * capacitors and sources.
 * */
final class ModeEquations {

    private final Netlist netlist;
    private final Roles roles;
    private final Forest forest;
    private final Coordinates at;
    private final int na;
    private final int nb;
    private final int m;
    private final Work work;

    /** The equations of a pattern. */
    ModeEquations(Roles roles, Work work) {
        this.roles = roles;
        this.work = work;
        netlist = roles.netlist();
        forest = new Forest(netlist, roles.conducting());
        at = new Coordinates(netlist, forest, roles.storing());
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
        work.multiply(multiplications());
        double[][] flow = flow();
        double[][] charge = charge();
        Instant instant = new Instant(flow);
        Cholesky mass = new Cholesky(block(charge, nb, 0, nb));
        double[][] stiffness = block(instant.reduced, nb, 0, nb);
        for (int side = 0; side < 2; side++) {
            stiffness = transposed(forwards(mass, stiffness));
        }
        SymmetricEigen eigen = new SymmetricEigen(symmetric(stiffness), work);
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
        Readout.Modal modal = new Readout.Modal(shapes, rates, bySource, bySlope);
        Mode.Rows rows = new Readout(roles, forest, at, instant.follows, modal).rows();
        return new Mode(netlist, forest, rates, bySource, bySlope, rows, entry(shapes));
    }

    /** How many multiplications there are below but for the natural modes', or numbers that are kept: dense matrices all. */
    private double multiplications() {
        double n = na + nb;
        double width = nb + 2.0 * m;
        double elements = netlist.elements().size();
        double equations = elements * (n + m) + n * n * n / 3 + n * n * (nb + m);
        double stored = 4.0 * nb * nb * nb + (double) nb * nb * roles.storing().size();
        return equations + stored + (n + m + elements) * (n + width) * 4;
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
        for (int k : roles.storing()) {
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
        double[][] byVolts = new double[nb][roles.storing().size()];
        double[][] bySources = new double[nb][m];
        for (int c = 0; c < roles.storing().size(); c++) {
            double[] drop = drop(roles.storing().get(c));
            double farads = ((Capacitor) netlist.elements().get(roles.storing().get(c))).farads();
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
}
