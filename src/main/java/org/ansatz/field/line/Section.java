package org.ansatz.field.line;

import org.apache.commons.math3.complex.Complex;

/**
 * A uniform piece of line with propagation constant γ = α + j2πf/v.
 *
 * <p>Source: D. M. Pozar, <i>Microwave Engineering</i>, 4th ed., sections 2.1, 2.7 and table 4.1, with cosh γl and
 * sinh γl written out in real functions so that no tangent passes through a pole at a quarter wave. The entries are
 * accurate to a few units in 1e-16 of the largest, for the data as they are, however long the line.
 *
 * @param z0 characteristic impedance in ohms, finite, with a positive real part
 * @param length in metres, zero or more
 * @param velocity of phase in metres per second, positive
 * @param attenuation α in nepers per metre, zero or more; α times length at most {@value #MAX_NEPERS}
 */
public record Section(Complex z0, double length, double velocity, double attenuation) implements LineElement {

    private static final double S3 = -1.0 / 6;
    private static final double S5 = 1.0 / 120;
    private static final double S7 = -1.0 / 5040;
    private static final double S9 = 1.0 / 362_880;
    private static final double S11 = -1.0 / 39_916_800;
    private static final double S13 = 1.0 / 6_227_020_800.0;
    private static final double S15 = -1.0 / 1_307_674_368_000.0;
    private static final double C2 = -1.0 / 2;
    private static final double C4 = 1.0 / 24;
    private static final double C6 = -1.0 / 720;
    private static final double C8 = 1.0 / 40_320;
    private static final double C10 = -1.0 / 3_628_800;
    private static final double C12 = 1.0 / 479_001_600;
    private static final double C14 = -1.0 / 87_178_291_200.0;
    private static final double C16 = 1.0 / 20_922_789_888_000.0;

    /** Most nepers a section may lose (2600 dB); more would overflow once sections are multiplied. */
    public static final double MAX_NEPERS = 300;

    /**
     * Checks the data.
     *
     * @throws IllegalArgumentException if a value lies outside its range
     */
    public Section {
        boolean impedance = Termination.isFinite(z0) && z0.getReal() > 0;
        require(
                impedance,
                "characteristic impedance must be finite with a positive real part",
                Termination.written(z0),
                "ohm");
        require(length >= 0 && Double.isFinite(length), "length must be finite and not negative", length, "m");
        require(velocity > 0 && Double.isFinite(velocity), "velocity must be finite and positive", velocity, "m/s");
        require(attenuation >= 0, "attenuation must not be negative", attenuation, "Np/m");
        double loss = attenuation * length;
        require(loss <= MAX_NEPERS, "a section may lose at most " + MAX_NEPERS + " Np", loss, "Np");
    }

    /**
     * A line of real characteristic impedance.
     *
     * @param z0 in ohms, positive
     * @throws IllegalArgumentException if a value lies outside its range
     */
    public Section(double z0, double length, double velocity, double attenuation) {
        this(new Complex(z0), length, velocity, attenuation);
    }

    /**
     * A line without loss; {@link Cable} names each of its numbers.
     *
     * @param z0 in ohms, positive
     * @param length in metres, zero or more
     * @param velocity in metres per second, positive
     * @throws IllegalArgumentException if a value lies outside its range
     */
    public static Section lossless(double z0, double length, double velocity) {
        return new Section(z0, length, velocity, 0);
    }

    private static void require(boolean fulfilled, String rule, Object value, String unit) {
        if (!fulfilled) {
            throw new IllegalArgumentException(rule + ", but is " + value + " " + unit);
        }
    }

    @Override
    public Abcd at(double frequency) {
        double loss = attenuation * length;
        double phase = phase(frequency);
        Complex cosh = new Complex(Math.cosh(loss) * Math.cos(phase), Math.sinh(loss) * Math.sin(phase));
        Complex sinh = new Complex(Math.sinh(loss) * Math.cos(phase), Math.cosh(loss) * Math.sin(phase));
        return new Abcd(cosh, z0.multiply(sinh), sinh.divide(z0), cosh);
    }

    /** A section of half a turn to one and a half that does the same at a frequency, but for rounding; itself if it is no longer. */
    Section unwound(double frequency) {
        if (frequency * length <= 1.5 * velocity) {
            return this;
        }
        double left = (phase(frequency) / (2 * Math.PI) + 1) * velocity / frequency;
        double loss = attenuation * length * (1 - 4 * Math.ulp(1.0)); // no more than may be lost
        return new Section(z0, left, velocity, loss / left);
    }

    /**
     * The angle 2πfl/v in radians less whole turns, from −π to π. What the product and the quotient round off is kept, so that the
     * angle is right to 1e-15 however many turns there are, if f, l and v are exactly what they are meant to be.
     */
    private double phase(double frequency) {
        double product = Frequency.checked(frequency) * length;
        double turns = product / velocity;
        double rest = (Math.fma(-turns, velocity, product) + Math.fma(frequency, length, -product)) / velocity;
        return 2 * Math.PI * (turns - Math.rint(turns) + rest);
    }

    /**
     * Replaces what is seen behind this section by what is seen in front of it, at every frequency of a sweep.
     *
     * <p>The phase, here without what its product rounds off, is reduced in turns, which is exact, to a quarter of it; sine and cosine of that by their series to the
     * precision of a double (|u| ≤ π/4), then twice by the formulas for the double angle. No step depends on another or on
     * a condition, so that the compiler can do four at once.
     */
    void inFrontOf(Sweep sweep) {
        double loss = attenuation * length;
        double cosh = Math.cosh(loss);
        double sinh = Math.sinh(loss);
        double zr = z0.getReal();
        double zi = z0.getImaginary();
        Complex y0 = z0.reciprocal();
        double yr = y0.getReal();
        double yi = y0.getImaginary();
        double delay = length / velocity;
        double[] f = sweep.frequency;
        double[] vr = sweep.voltageReal;
        double[] vi = sweep.voltageImaginary;
        double[] ir = sweep.currentReal;
        double[] ii = sweep.currentImaginary;
        double[] sin = new double[f.length];
        double[] cos = new double[f.length];
        quarterAngles(f, delay, sin, cos);
        twice(sin, cos);
        twice(sin, cos);
        for (int i = 0; i < f.length; i++) {
            double v = vr[i];
            double vj = vi[i];
            double c = ir[i];
            double cj = ii[i];
            double ar = cosh * cos[i];
            double ai = sinh * sin[i];
            double sr = sinh * cos[i];
            double si = cosh * sin[i];
            double br = zr * sr - zi * si;
            double bi = zr * si + zi * sr;
            double cr = yr * sr - yi * si;
            double ci = yr * si + yi * sr;
            vr[i] = ar * v - ai * vj + br * c - bi * cj;
            vi[i] = ar * vj + ai * v + br * cj + bi * c;
            ir[i] = cr * v - ci * vj + ar * c - ai * cj;
            ii[i] = cr * vj + ci * v + ar * cj + ai * c;
        }
    }

    private static void quarterAngles(double[] f, double delay, double[] sin, double[] cos) {
        for (int i = 0; i < f.length; i++) {
            double turns = f[i] * delay;
            double u = (turns - Math.rint(turns)) * (Math.PI / 2);
            cos[i] = u * u;
            sin[i] = u;
        }
        for (int i = 0; i < f.length; i++) {
            double q = cos[i];
            sin[i] *= 1 + q * (S3 + q * (S5 + q * (S7 + q * (S9 + q * (S11 + q * (S13 + q * S15))))));
        }
        for (int i = 0; i < f.length; i++) {
            double q = cos[i];
            cos[i] = 1 + q * (C2 + q * (C4 + q * (C6 + q * (C8 + q * (C10 + q * (C12 + q * (C14 + q * C16)))))));
        }
    }

    private static void twice(double[] sin, double[] cos) {
        for (int i = 0; i < sin.length; i++) {
            double s = sin[i];
            sin[i] = 2 * s * cos[i];
            cos[i] = 1 - 2 * s * s;
        }
    }
}
