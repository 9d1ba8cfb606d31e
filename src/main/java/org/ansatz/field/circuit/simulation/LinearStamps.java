package org.ansatz.field.circuit.simulation;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.field.circuit.netlist.Component.Amplifier;
import org.ansatz.field.circuit.netlist.Component.Controlled;
import org.ansatz.field.circuit.netlist.Component.Inductor;
import org.ansatz.field.circuit.netlist.Component.Transformer;
import org.ansatz.field.circuit.netlist.Element.Capacitor;
import org.ansatz.field.circuit.netlist.Element.CurrentSource;
import org.ansatz.field.circuit.netlist.Element.Resistor;
import org.ansatz.field.circuit.netlist.Element.VoltageSource;
import org.ansatz.field.circuit.netlist.Waveform;

/** The stamps of linear parts (C. W. Ho, A. E. Ruehli, P. A. Brennan, IEEE Trans. Circuits and Systems 22, 1975, 504). */
final class LinearStamps {

    private LinearStamps() {}

    static final class Conductance implements Stamp {
        private final int a;
        private final int b;
        private final double siemens;
        private final Transfer slope;

        Conductance(Layout layout, int a, int b, double siemens) {
            this.a = a;
            this.b = b;
            this.siemens = siemens;
            slope = new Transfer(layout, a, b, a, b);
        }

        Conductance(Layout layout, Resistor resistor) {
            this(layout, layout.node(resistor.plus()), layout.node(resistor.minus()), 1 / resistor.ohms());
        }

        @Override
        public void add(Sums sums) {
            sums.current(a, b, siemens * sums.between(a, b));
            slope.add(sums.slope, siemens);
        }

        @Override
        public double current(int terminal, Sums sums, double[] growth) {
            return siemens * sums.between(a, b);
        }

        @Override
        public int terminal() {
            return a;
        }
    }

    static final class Capacitance implements Stamp {
        private final int a;
        private final int b;
        private final double farads;
        private final int charge;
        private final Transfer capacity;

        Capacitance(Layout layout, int a, int b, double farads) {
            this.a = a;
            this.b = b;
            this.farads = farads;
            charge = layout.charge(a, b);
            capacity = new Transfer(layout, a, b, a, b);
        }

        Capacitance(Layout layout, Capacitor capacitor) {
            this(layout, layout.node(capacitor.plus()), layout.node(capacitor.minus()), capacitor.farads());
        }

        @Override
        public void add(Sums sums) {
            sums.charge[charge] = farads * sums.between(a, b);
            capacity.add(sums.capacity, farads);
        }

        @Override
        public double current(int terminal, Sums sums, double[] growth) {
            return growth[charge];
        }

        @Override
        public int terminal() {
            return a;
        }

        /** Which charge is its own. */
        int charge() {
            return charge;
        }
    }

    /** What has a current of its own, and an equation for its voltage. */
    abstract static class Branch implements Stamp {
        final int a;
        final int b;
        final int row;
        private final int rowA;
        private final int rowB;
        private final int leaves;
        private final int enters;

        Branch(Layout layout, String name, String plus, String minus) {
            a = layout.node(plus);
            b = layout.node(minus);
            row = layout.branch(name);
            rowA = layout.slot(row, a);
            rowB = layout.slot(row, b);
            leaves = layout.slot(a, row);
            enters = layout.slot(b, row);
        }

        /** Its current, and the voltage between its ends, with which its equation begins. */
        final void begin(Sums sums) {
            carry(sums);
            sums.add(row, sums.between(a, b));
            sums.slope[rowA] += 1;
            sums.slope[rowB] -= 1;
        }

        final void carry(Sums sums) {
            sums.current(a, b, sums.x[row]);
            sums.slope[leaves] += 1;
            sums.slope[enters] -= 1;
        }

        @Override
        public final double current(int terminal, Sums sums, double[] growth) {
            return sums.x[row];
        }

        @Override
        public final int terminal() {
            return a;
        }
    }

    static final class Voltage extends Branch {
        private final Waveform volts;

        Voltage(Layout layout, VoltageSource source) {
            super(layout, source.name(), source.plus(), source.minus());
            volts = source.volts();
        }

        @Override
        public void add(Sums sums) {
            begin(sums);
            sums.add(row, -sums.sources * volts.at(sums.time));
        }
    }

    static final class Current implements Stamp {
        private final int a;
        private final int b;
        private final Waveform amperes;

        Current(Layout layout, CurrentSource source) {
            a = layout.node(source.plus());
            b = layout.node(source.minus());
            amperes = source.amperes();
        }

        @Override
        public void add(Sums sums) {
            sums.current(a, b, sums.sources * amperes.at(sums.time));
        }

        @Override
        public double current(int terminal, Sums sums, double[] growth) {
            return sums.sources * amperes.at(sums.time);
        }

        @Override
        public int terminal() {
            return a;
        }
    }

    /** Inductors, whose flux is of their own current and of those that are coupled with them: v = dφ/dt. */
    static final class Flux extends Branch {
        private final int flux;
        private final List<int[]> linked = new ArrayList<>();
        private final List<Double> henries = new ArrayList<>();

        Flux(Layout layout, Inductor inductor) {
            super(layout, inductor.name(), inductor.plus(), inductor.minus());
            flux = layout.charge(Layout.GROUND, row);
            link(layout, row, inductor.henries());
        }

        void link(Layout layout, int current, double mutual) {
            linked.add(new int[] {current, layout.slot(row, current)});
            henries.add(mutual);
        }

        @Override
        public void add(Sums sums) {
            begin(sums);
            for (int k = 0; k < linked.size(); k++) {
                sums.charge[flux] += henries.get(k) * sums.x[linked.get(k)[0]];
                sums.capacity[linked.get(k)[1]] -= henries.get(k);
            }
        }
    }

    /** A source of voltage that is controlled by the difference of two unknowns. */
    static final class ControlledVoltage extends Branch {
        private final int plus;
        private final int minus;
        private final double gain;
        private final int rowPlus;
        private final int rowMinus;

        ControlledVoltage(Layout layout, Controlled source) {
            super(layout, source.name(), source.plus(), source.minus());
            plus = plus(layout, source);
            minus = minus(layout, source);
            gain = source.gain();
            rowPlus = layout.slot(row, plus);
            rowMinus = layout.slot(row, minus);
        }

        @Override
        public void add(Sums sums) {
            begin(sums);
            sums.add(row, -gain * sums.between(plus, minus));
            sums.slope[rowPlus] -= gain;
            sums.slope[rowMinus] += gain;
        }
    }

    /** The unknown that controls a source, a voltage or the current of another part. */
    private static int plus(Layout layout, Controlled source) {
        String by = source.by().get(0);
        return source.control().isByVoltage() ? layout.node(by) : layout.branch(by);
    }

    private static int minus(Layout layout, Controlled source) {
        return source.control().isByVoltage() ? layout.node(source.by().get(1)) : Layout.GROUND;
    }

    /** A source of current that is controlled by the difference of two unknowns. */
    static final class ControlledCurrent implements Stamp {
        private final int a;
        private final int b;
        private final int plus;
        private final int minus;
        private final double gain;
        private final Transfer slope;

        ControlledCurrent(Layout layout, Controlled source) {
            a = layout.node(source.plus());
            b = layout.node(source.minus());
            plus = plus(layout, source);
            minus = minus(layout, source);
            gain = source.gain();
            slope = new Transfer(layout, a, b, plus, minus);
        }

        @Override
        public void add(Sums sums) {
            sums.current(a, b, gain * sums.between(plus, minus));
            slope.add(sums.slope, gain);
        }

        @Override
        public double current(int terminal, Sums sums, double[] growth) {
            return gain * sums.between(plus, minus);
        }

        @Override
        public int terminal() {
            return a;
        }
    }

    /** An ideal amplifier keeps its inputs at one voltage. */
    static final class Nullor extends Branch {
        private final int plus;
        private final int minus;
        private final int rowPlus;
        private final int rowMinus;

        Nullor(Layout layout, Amplifier amplifier) {
            super(layout, amplifier.name(), amplifier.plus(), amplifier.minus());
            plus = layout.node(amplifier.noninverting());
            minus = layout.node(amplifier.inverting());
            rowPlus = layout.slot(row, plus);
            rowMinus = layout.slot(row, minus);
        }

        @Override
        public void add(Sums sums) {
            carry(sums);
            sums.add(row, sums.between(plus, minus));
            sums.slope[rowPlus] += 1;
            sums.slope[rowMinus] -= 1;
        }
    }

    static final class Turns extends Branch {
        private final double ratio;
        private final int c;
        private final int d;
        private final int[] slots;

        Turns(Layout layout, Transformer transformer) {
            super(layout, transformer.name(), transformer.plus(), transformer.minus());
            ratio = transformer.ratio();
            c = layout.node(transformer.secondPlus());
            d = layout.node(transformer.secondMinus());
            slots = new int[] {layout.slot(row, c), layout.slot(row, d), layout.slot(c, row), layout.slot(d, row)};
        }

        @Override
        public void add(Sums sums) {
            begin(sums);
            sums.add(row, -ratio * sums.between(c, d));
            sums.current(c, d, -ratio * sums.x[row]);
            sums.slope[slots[0]] -= ratio;
            sums.slope[slots[1]] += ratio;
            sums.slope[slots[2]] -= ratio;
            sums.slope[slots[3]] += ratio;
        }
    }
}
