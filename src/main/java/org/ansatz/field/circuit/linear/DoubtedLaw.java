package org.ansatz.field.circuit.linear;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.ansatz.field.circuit.netlist.Device;
import org.ansatz.field.circuit.solution.Reading;

/**
 * What the errors of voltages and currents come to in the law of a device, which may be steep: the law is asked again with each that it
 * reads moved by its error, up and down.
 *
 * @param voltages from one node to another
 * @param currents through a part
 */
record DoubtedLaw(BiFunction<String, String, Reading> voltages, Function<String, Reading> currents) {

    /** Roundings of a law itself, beside those of what it reads. */
    private static final double ROUNDINGS = 16 * Math.ulp(1.0);

    /** A voltage less a threshold that is nearly as large is as wrong as both are rounded. */
    private static final double DATA_ROUNDINGS = 2 * Math.ulp(1.0);

    /** What a law comes to. */
    Reading of(ToDoubleFunction<Device.Probe> law) {
        Probe plain = new Probe(-1, 0);
        double value = law.applyAsDouble(plain);
        double error = ROUNDINGS * Math.abs(value);
        for (int n = 0; n < plain.reads; n++) {
            double up = law.applyAsDouble(new Probe(n, 1));
            double down = law.applyAsDouble(new Probe(n, -1));
            error += Math.max(Math.abs(up - value), Math.abs(down - value));
        }
        return new Reading(value, error);
    }

    /** Readings, one of which is moved by its error. */
    private final class Probe implements Device.Probe {
        private final int moved;
        private final int direction;
        private int reads;

        Probe(int moved, int direction) {
            this.moved = moved;
            this.direction = direction;
        }

        private double read(Reading reading) {
            double error = reading.error() + DATA_ROUNDINGS * Math.abs(reading.value());
            return reads++ == moved ? reading.value() + direction * error : reading.value();
        }

        @Override
        public double voltage(String from, String to) {
            return read(voltages.apply(from, to));
        }

        @Override
        public double current(String part) {
            return read(currents.apply(part));
        }
    }
}
