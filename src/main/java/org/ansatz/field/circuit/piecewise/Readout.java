package org.ansatz.field.circuit.piecewise;

import org.ansatz.field.circuit.netlist.Element.Capacitor;
import org.ansatz.field.circuit.netlist.Element.CurrentSource;
import org.ansatz.field.circuit.netlist.Element.Diode;
import org.ansatz.field.circuit.netlist.Element.Resistor;
import org.ansatz.field.circuit.netlist.Netlist;

/**
 * Voltages and currents as rows over (β, u, u').
 *
 * <p>Where nothing determines a potential, it is that of least Σ v² over what blocks: the limit of equal leaks across
 * blocking diodes (at rest, across capacitors too) that vanish.
 */
final class Readout {

    private final Netlist netlist;
    private final Roles roles;
    private final Forest forest;
    private final Coordinates at;
    private final double[][] coordinates;
    private final double[][] slopes;
    private final double[][] floating;
    private final int na;
    private final int nb;
    private final int m;
    private final int width;

    /**
     * A readout.
     *
     * @param follows the a's: coefficients of the b's and the sources
     * @param modal the natural modes: their shapes in the b's, rates and drives
     */
    Readout(Roles roles, Forest forest, Coordinates at, double[][] follows, Modal modal) {
        this.netlist = roles.netlist();
        this.roles = roles;
        this.forest = forest;
        this.at = at;
        na = at.algebraic();
        nb = at.stored();
        m = netlist.sources().length;
        width = nb + 2 * m;
        coordinates = new double[na + nb + m][width];
        slopes = new double[nb + m][width];
        for (int z = 0; z < nb; z++) {
            for (int k = 0; k < nb; k++) {
                double shape = modal.shapes[k][z];
                coordinates[na + z][k] = shape;
                slopes[z][k] = -shape * modal.rates[k];
                for (int s = 0; s < m; s++) {
                    slopes[z][nb + s] += shape * modal.bySource[k][s];
                    slopes[z][nb + m + s] += shape * modal.bySlope[k][s];
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

    /** Natural modes. */
    static final class Modal {
        private final double[][] shapes;
        private final double[] rates;
        private final double[][] bySource;
        private final double[][] bySlope;

        /** As {@link Mode} has them; {@code shapes} holds each mode in the b's. */
        Modal(double[][] shapes, double[] rates, double[][] bySource, double[][] bySlope) {
            this.shapes = shapes;
            this.rates = rates;
            this.bySource = bySource;
            this.bySlope = bySlope;
        }
    }

    private double[] drop(int k) {
        return at.drop(netlist.plus(k), netlist.minus(k));
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
        for (int k : roles.leaking()) {
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
        double[][] stored = new double[roles.storing().size()][];
        for (int c = 0; c < stored.length; c++) {
            stored[c] = voltage(roles.storing().get(c));
        }
        double[][] currents = currents();
        int[] diodes = netlist.numbersOf(Diode.class);
        double[][] margins = new double[diodes.length][];
        for (int d = 0; d < diodes.length; d++) {
            margins[d] = margin(diodes[d], currents);
        }
        return new Mode.Rows(potentials, currents, margins, stored);
    }

    private double[] margin(int diode, double[][] currents) {
        if (roles.conducting().contains(diode)) {
            return currents[diode];
        }
        return Matrices.scaled(forest.shorts(diode) ? shorted(diode, currents) : voltage(diode), -1);
    }

    /**
     * A diode that others short-circuit has no voltage, but would have one if they had equal resistances, however small:
     * forwards where it is to share their current.
     */
    private double[] shorted(int diode, double[][] currents) {
        double[] row = new double[width];
        for (int column = 0; column < width; column++) {
            row[column] = forest.forward(diode, Matrices.column(currents, column));
        }
        return row;
    }

    private double[][] currents() {
        double[][] currents = new double[netlist.elements().size()][width];
        for (int k : netlist.numbersOf(Resistor.class)) {
            Matrices.add(currents[k], 1 / ((Resistor) netlist.elements().get(k)).ohms(), voltage(k));
        }
        for (int k : roles.storing()) {
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
