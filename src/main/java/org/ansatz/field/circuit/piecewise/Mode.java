package org.ansatz.field.circuit.piecewise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.solution.Work;
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

    /** Rows over (β, u, u'); arrays are not copied, and nobody changes them. */
    static final class Rows {
        private final double[][] potentials;
        private final double[][] currents;
        private final double[][] margins;
        private final double[][] stored;

        Rows(double[][] potentials, double[][] currents, double[][] margins, double[][] stored) {
            this.potentials = potentials;
            this.currents = currents;
            this.margins = margins;
            this.stored = stored;
        }

        /** The potential of each node, the ground's last. */
        double[][] potentials() {
            return potentials;
        }

        /** The current through each element. */
        double[][] currents() {
            return currents;
        }

        /**
         * What must not become negative: the current of a diode that conducts, the reverse voltage of one that blocks, or a
         * row of its sign.
         */
        double[][] margins() {
            return margins;
        }

        /** The voltage of each capacitor. */
        double[][] stored() {
            return stored;
        }
    }

    /** How a state enters the mode, losing the least energy of capacitors: β from their voltages and the sources. */
    static final class Entry {
        private final double[][] byVolts;
        private final double[][] bySources;

        Entry(double[][] byVolts, double[][] bySources) {
            this.byVolts = byVolts;
            this.bySources = bySources;
        }
    }

    /** The circuit with its capacitors; null if diodes that conduct contradict a source. */
    static @Nullable Mode moving(Netlist netlist, int pattern, Work work) {
        List<Integer> blocking = conducting(netlist, ~pattern);
        return new ModeEquations(new Roles(netlist, conducting(netlist, pattern), capacitors(netlist), blocking), work)
                .mode();
    }

    /** The circuit at rest, whose capacitors carry no current; null if diodes that conduct contradict a source. */
    static @Nullable Mode resting(Netlist netlist, int pattern, Work work) {
        List<Integer> leaking = conducting(netlist, ~pattern);
        leaking.addAll(capacitors(netlist));
        return new ModeEquations(new Roles(netlist, conducting(netlist, pattern), List.of(), leaking), work).mode();
    }

    private static List<Integer> capacitors(Netlist netlist) {
        return Arrays.stream(netlist.numbersOf(Element.Capacitor.class)).boxed().toList();
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
            beta[k] = Matrices.dot(entry.byVolts[k], volts) + Matrices.dot(entry.bySources[k], sources);
        }
        return beta;
    }

    /** How large the terms are that {@link #entered} adds up if voltages are as large as {@code scale}. */
    double[] entrySizes(double scale, double[] sources) {
        double[] sizes = new double[rates.length];
        for (int k = 0; k < sizes.length; k++) {
            sizes[k] = Matrices.size(entry.bySources[k], sources);
            for (double weight : entry.byVolts[k]) {
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
