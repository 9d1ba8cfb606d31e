package org.ansatz.field.circuit.netlist;

/**
 * A complex amplitude, peak or effective value as its sources are, with the error that its method estimates.
 *
 * @param re real part
 * @param im imaginary part
 * @param error of both together, in the same unit
 */
public record Phasor(double re, double im, double error) {

    /** None. */
    public static final Phasor ZERO = new Phasor(0, 0, 0);

    /** A magnitude at an angle in degrees. */
    public static Phasor of(double magnitude, double degrees) {
        double turns = degrees / 360;
        if (degrees == 0 || turns == Math.rint(turns)) {
            return new Phasor(magnitude, 0, 0);
        }
        double angle = Math.toRadians(degrees);
        return new Phasor(magnitude * Math.cos(angle), magnitude * Math.sin(angle), 0);
    }

    /** The difference. */
    public Phasor minus(Phasor other) {
        return new Phasor(re - other.re, im - other.im, error + other.error);
    }

    /** The sum. */
    public Phasor plus(Phasor other) {
        double size = magnitude() + other.magnitude();
        return new Phasor(re + other.re, im + other.im, error + other.error + Math.ulp(size));
    }

    /** Times a complex number that is known to rounding. */
    public Phasor times(double factorRe, double factorIm) {
        double size = Math.hypot(factorRe, factorIm);
        double value = Math.hypot(re, im) * size;
        return new Phasor(
                re * factorRe - im * factorIm, re * factorIm + im * factorRe, error * size + 4 * Math.ulp(value));
    }

    /** One over this, which is not 0. */
    public Phasor inverse() {
        double square = re * re + im * im;
        double size = 1 / Math.sqrt(square);
        return new Phasor(re / square, -im / square, error / square * 2 + 4 * Math.ulp(size));
    }

    /** The magnitude. */
    public double magnitude() {
        return Math.hypot(re, im);
    }
}
