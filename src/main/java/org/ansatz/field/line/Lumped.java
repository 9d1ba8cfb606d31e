package org.ansatz.field.line;

import org.apache.commons.math3.complex.Complex;

/**
 * The impedances that {@link Impedance} hands out. Records instead of lambdas: the first lambda of a cold JVM costs more
 * than a whole sweep.
 */
final class Lumped {

    private Lumped() {}

    static double checked(String what, double value, String unit) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be finite and not negative, but is " + value + " " + unit);
        }
        return value;
    }

    /** Independent of frequency. */
    record Constant(Complex ohms) implements Impedance {
        Constant {
            if (ohms.isNaN()) {
                throw new IllegalArgumentException("impedance is not a number: " + ohms + " ohm");
            }
        }

        @Override
        public Complex at(double frequency) {
            return ohms;
        }
    }

    /** jωL. */
    record Inductor(double henries) implements Impedance {
        Inductor {
            checked("inductance", henries, "H");
        }

        @Override
        public Complex at(double frequency) {
            return new Complex(0, Frequency.angular(frequency) * henries);
        }
    }

    /** 1/(jωC). */
    record Capacitor(double farads) implements Impedance {
        Capacitor {
            checked("capacitance", farads, "F");
        }

        @Override
        public Complex at(double frequency) {
            double susceptance = Frequency.angular(frequency) * farads;
            return susceptance == 0 ? Complex.INF : new Complex(0, -1 / susceptance);
        }
    }

    /** The same current through both. */
    record InSeries(Impedance first, Impedance second) implements Impedance {
        @Override
        public Complex at(double frequency) {
            Complex one = first.at(frequency);
            Complex other = second.at(frequency);
            return one.isInfinite() || other.isInfinite() ? Complex.INF : one.add(other);
        }
    }
}
