package org.ansatz.field.line;

import java.util.Arrays;
import org.apache.commons.math3.complex.Complex;

/**
 * What a port looks into at many frequencies: voltages and currents up to a common factor, as in {@link Termination}, in
 * plain arrays, over which the compiler can use the processor's vector instructions.
 */
final class Sweep {

    /** In hertz. */
    final double[] frequency;

    final double[] voltageReal;
    final double[] voltageImaginary;
    final double[] currentReal;
    final double[] currentImaginary;

    /** The terminations at the frequencies from {@code from} on. */
    Sweep(double[] frequencies, int from, int length, Impedance load) {
        frequency = Arrays.copyOfRange(frequencies, from, from + length);
        voltageReal = new double[length];
        voltageImaginary = new double[length];
        currentReal = new double[length];
        currentImaginary = new double[length];
        for (double f : frequency) {
            Frequency.checked(f);
        }
        if (load instanceof Lumped.Constant && length > 0) {
            fill(Termination.of(load.at(frequency[0])));
            return;
        }
        for (int i = 0; i < length; i++) {
            set(i, Termination.of(load.at(frequency[i])));
        }
    }

    private void fill(Termination same) {
        Arrays.fill(voltageReal, same.voltage().getReal());
        Arrays.fill(voltageImaginary, same.voltage().getImaginary());
        Arrays.fill(currentReal, same.current().getReal());
        Arrays.fill(currentImaginary, same.current().getImaginary());
    }

    int length() {
        return frequency.length;
    }

    Termination get(int i) {
        return new Termination(
                new Complex(voltageReal[i], voltageImaginary[i]), new Complex(currentReal[i], currentImaginary[i]));
    }

    void set(int i, Termination termination) {
        voltageReal[i] = termination.voltage().getReal();
        voltageImaginary[i] = termination.voltage().getImaginary();
        currentReal[i] = termination.current().getReal();
        currentImaginary[i] = termination.current().getImaginary();
    }

    /**
     * The reflection coefficients of power waves seen from a source, as in {@link Termination#reflection}.
     *
     * @param real receives the real parts from {@code to} on
     * @param imaginary receives the imaginary parts
     */
    void reflection(Impedance source, double[] real, double[] imaginary, int to) {
        double[] sourceReal = new double[length()];
        double[] sourceImaginary = new double[length()];
        boolean constant = source instanceof Lumped.Constant;
        for (int i = 0; i < (constant ? Math.min(1, length()) : length()); i++) {
            Complex reference = Termination.checkedReference(source.at(frequency[i]));
            sourceReal[i] = reference.getReal();
            sourceImaginary[i] = reference.getImaginary();
        }
        if (constant && length() > 0) {
            Arrays.fill(sourceReal, sourceReal[0]);
            Arrays.fill(sourceImaginary, sourceImaginary[0]);
        }
        for (int i = 0; i < length(); i++) {
            double r = sourceReal[i] * currentReal[i];
            double x = sourceImaginary[i] * currentImaginary[i];
            double rj = sourceReal[i] * currentImaginary[i];
            double xj = sourceImaginary[i] * currentReal[i];
            double reflectedReal = voltageReal[i] - r - x;
            double reflectedImaginary = voltageImaginary[i] - rj + xj;
            double incidentReal = voltageReal[i] + r - x;
            double incidentImaginary = voltageImaginary[i] + rj + xj;
            double size = incidentReal * incidentReal + incidentImaginary * incidentImaginary;
            real[to + i] = (reflectedReal * incidentReal + reflectedImaginary * incidentImaginary) / size;
            imaginary[to + i] = (reflectedImaginary * incidentReal - reflectedReal * incidentImaginary) / size;
        }
    }
}
