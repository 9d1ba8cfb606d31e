package org.ansatz.field.line;

/**
 * Reflection coefficients at many frequencies.
 *
 * @param real their real parts
 * @param imaginary their imaginary parts
 */
@SuppressWarnings("ArrayRecordComponent") // a million numbers are not copied to be safe from their owner
public record Reflections(double[] real, double[] imaginary) {

    /** The magnitude at the frequency with this index. */
    public double magnitude(int i) {
        return Math.hypot(real[i], imaginary[i]);
    }
}
