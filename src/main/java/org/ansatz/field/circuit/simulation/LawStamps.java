package org.ansatz.field.circuit.simulation;

import java.util.Arrays;
import java.util.List;
import org.ansatz.field.circuit.netlist.Component.Behavioural;
import org.ansatz.field.circuit.netlist.Law;
import org.ansatz.field.circuit.netlist.Probe;

/** The stamps of sources that follow a law. */
final class LawStamps {

    private LawStamps() {}

    /** A law where the unknowns are: its value, and how it changes with each of its controls. */
    static final class Taken {
        private final Law law;
        private final boolean givesVoltage;
        private final int[] plus;
        private final int[] minus;
        private final double[] controls;
        private final double[] found;
        private final double[] slopes;
        private double latest;
        private boolean isKnown = true;

        Taken(Layout layout, Behavioural source) {
            law = source.law();
            givesVoltage = source.givesVoltage();
            List<Probe> by = source.by();
            plus = new int[by.size()];
            minus = new int[by.size()];
            for (int k = 0; k < plus.length; k++) {
                Probe probe = by.get(k);
                plus[k] = probe.isCurrent() ? layout.branch(probe.of()) : layout.node(probe.of());
                minus[k] = probe.isCurrent() ? Layout.GROUND : layout.node(probe.against());
            }
            controls = new double[plus.length];
            found = new double[plus.length];
            slopes = new double[plus.length];
        }

        /** How many controls it has. */
        int count() {
            return plus.length;
        }

        /** What controls it where the unknowns are. */
        double[] controls(double[] x) {
            double[] at = new double[plus.length];
            for (int k = 0; k < at.length; k++) {
                at[k] = x[plus[k]] - x[minus[k]];
            }
            return at;
        }

        /** Its value; its slopes go to {@code into}. */
        double at(double[] at, double time, double[] into) {
            return law.at(at, time, into);
        }

        /** Whether it gives volts; otherwise amperes. */
        boolean givesVoltage() {
            return givesVoltage;
        }

        /** Whether a step along this way sees all of it; see {@link Law#isSeen}. */
        boolean isSeen(Law.Way way, double largest) {
            return law.isSeen(way, largest);
        }

        /** Whether it had a value where it was looked at last. */
        boolean isKnown() {
            return isKnown;
        }

        /**
         * The value; its slopes are those of the latest one. On their way solvers come where there is none, as at 0 V for 1/v: then the
         * latest one counts, and the way does not end there.
         */
        double value(Sums sums) {
            for (int k = 0; k < controls.length; k++) {
                controls[k] = sums.between(plus[k], minus[k]);
            }
            double value = law.at(controls, sums.time, found);
            isKnown = Double.isFinite(value) && Arrays.stream(found).allMatch(Double::isFinite);
            if (isKnown || !sums.limits) {
                latest = value;
                System.arraycopy(found, 0, slopes, 0, slopes.length);
            } else {
                sums.isLimited = true;
            }
            return latest;
        }
    }

    static final class Voltage extends LinearStamps.Branch {
        private final Taken taken;
        private final int[] slots;

        Voltage(Layout layout, Behavioural source, Taken taken) {
            super(layout, source.name(), source.plus(), source.minus());
            this.taken = taken;
            slots = new int[2 * taken.plus.length];
            for (int k = 0; k < taken.plus.length; k++) {
                slots[2 * k] = layout.slot(row, taken.plus[k]);
                slots[2 * k + 1] = layout.slot(row, taken.minus[k]);
            }
        }

        @Override
        public void add(Sums sums) {
            begin(sums);
            sums.add(row, -taken.value(sums));
            for (int k = 0; k < taken.slopes.length; k++) {
                sums.slope[slots[2 * k]] -= taken.slopes[k];
                sums.slope[slots[2 * k + 1]] += taken.slopes[k];
            }
        }
    }

    static final class Current implements Stamp {
        private final int a;
        private final int b;
        private final Taken taken;
        private final Transfer[] transfers;
        private double amperes;

        Current(Layout layout, Behavioural source, Taken taken) {
            a = layout.node(source.plus());
            b = layout.node(source.minus());
            this.taken = taken;
            transfers = new Transfer[taken.plus.length];
            for (int k = 0; k < transfers.length; k++) {
                transfers[k] = new Transfer(layout, a, b, taken.plus[k], taken.minus[k]);
            }
        }

        @Override
        public void add(Sums sums) {
            amperes = taken.value(sums);
            sums.current(a, b, amperes);
            for (int k = 0; k < transfers.length; k++) {
                transfers[k].add(sums.slope, taken.slopes[k]);
            }
        }

        @Override
        public double current(int terminal, Sums sums, double[] growth) {
            return amperes;
        }

        @Override
        public int terminal() {
            return a;
        }
    }
}
