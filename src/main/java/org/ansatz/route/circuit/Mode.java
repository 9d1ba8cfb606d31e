package org.ansatz.route.circuit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The linear circuit in which given diodes conduct: natural modes β with β' = −λ β + F u + H u' for the sources' values u,
 * and every voltage and current as a row over (β, u, u').
 *
 * <p>Of resistors and capacitors alone every natural mode decays without swinging: λ is real and not negative. Inductors
 * will add coordinates and make λ complex; nothing outside {@link ModeEquations}, this class and {@link Motion} sees that.
 */
final class Mode {

    private final Netlist netlist;
    private final Forest forest;
    private final double[] rates;
    private final double[][] bySource;
    private final double[][] bySlope;
    private final Rows rows;
    private final Entry entry;

    Mode(
            Netlist netlist,
            Forest forest,
            double[] rates,
            double[][] bySource,
            double[][] bySlope,
            Rows rows,
            Entry entry) {
        this.netlist = netlist;
        this.forest = forest;
        this.rates = rates;
        this.bySource = bySource;
        this.bySlope = bySlope;
        this.rows = rows;
        this.entry = entry;
    }

    /**
     * Rows over (β, u, u').
     *
     * @param potentials of each node, the ground's last
     * @param currents of each element
     * @param margins of each diode: what must not become negative, its current if it conducts, its reverse voltage if not
     * @param stored the voltage of each capacitor
     */
    record Rows(double[][] potentials, double[][] currents, double[][] margins, double[][] stored) {}

    /**
     * How a state enters the mode, losing the least energy of capacitors: β from their voltages and the sources.
     *
     * @param byVolts for each β a coefficient of each capacitor's voltage
     * @param bySources for each β a coefficient of each source
     */
    record Entry(double[][] byVolts, double[][] bySources) {}

    /** The circuit with its capacitors; null if diodes that conduct contradict a source. */
    static @Nullable Mode moving(Netlist netlist, int pattern) {
        int[] capacitors = netlist.numbersOf(Element.Capacitor.class);
        return new ModeEquations(netlist, conducting(netlist, pattern), capacitors, blocking(netlist, pattern)).mode();
    }

    /** The circuit at rest, whose capacitors carry no current; null if diodes that conduct contradict a source. */
    static @Nullable Mode resting(Netlist netlist, int pattern) {
        List<Integer> leaks = blocking(netlist, pattern);
        for (int k : netlist.numbersOf(Element.Capacitor.class)) {
            leaks.add(k);
        }
        return new ModeEquations(netlist, conducting(netlist, pattern), new int[0], leaks).mode();
    }

    private static List<Integer> conducting(Netlist netlist, int pattern) {
        List<Integer> conducting = new ArrayList<>();
        int[] diodes = netlist.numbersOf(Element.Diode.class);
        for (int d = 0; d < diodes.length; d++) {
            if ((pattern >> d & 1) == 1) {
                conducting.add(diodes[d]);
            }
        }
        return conducting;
    }

    private static List<Integer> blocking(Netlist netlist, int pattern) {
        return conducting(netlist, ~pattern);
    }

    /** The decay rates λ, per second. */
    double[] rates() {
        return rates;
    }

    /** F: for each β a coefficient of each source's value. */
    double[][] bySource() {
        return bySource;
    }

    /** H: for each β a coefficient of each source's slope. */
    double[][] bySlope() {
        return bySlope;
    }

    /** Its rows. */
    Rows rows() {
        return rows;
    }

    /** β for given voltages of the capacitors and values of the sources. */
    double[] entered(double[] volts, double[] sources) {
        double[] beta = new double[rates.length];
        for (int k = 0; k < beta.length; k++) {
            beta[k] = Matrices.dot(entry.byVolts()[k], volts) + Matrices.dot(entry.bySources()[k], sources);
        }
        return beta;
    }

    /** How large the terms are that {@link #entered} adds up if voltages are as large as {@code scale}. */
    double[] entrySizes(double scale, double[] sources) {
        double[] sizes = new double[rates.length];
        for (int k = 0; k < sizes.length; k++) {
            sizes[k] = Matrices.size(entry.bySources()[k], sources);
            for (double weight : entry.byVolts()[k]) {
                sizes[k] += Math.abs(weight) * scale;
            }
        }
        return sizes;
    }

    /** The charge that passes each element at once, in coulombs, while the voltages of capacitors rise by {@code volts}. */
    double[] impulse(double[] volts) {
        int[] capacitors = netlist.numbersOf(Element.Capacitor.class);
        double[] leaving = new double[netlist.ground() + 1];
        for (int c = 0; c < capacitors.length; c++) {
            Element.Capacitor capacitor = (Element.Capacitor) netlist.elements().get(capacitors[c]);
            leaving[netlist.plus(capacitors[c])] += capacitor.farads() * volts[c];
            leaving[netlist.minus(capacitors[c])] -= capacitor.farads() * volts[c];
        }
        return forest.through(leaving);
    }
}
