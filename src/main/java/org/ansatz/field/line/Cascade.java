package org.ansatz.field.line;

import java.util.List;
import org.apache.commons.math3.complex.Complex;

/**
 * A source, a chain of elements and a load.
 *
 * @param source impedance of the source; its real part must be positive wherever a reflection is asked for
 * @param elements from the source towards the load; may be empty
 * @param load impedance behind the last element; may be {@linkplain Impedance#open open} or {@linkplain Impedance#shorted shorted}
 */
public record Cascade(Impedance source, List<LineElement> elements, Impedance load) {

    /** How many frequencies of a sweep are worked on together: as many as stay in the processor's first cache. */
    private static final int BLOCK = 512;

    /** What rounding may take from the reflection of a chain that reflects everything. */
    private static final double ROUNDING = 1e-14;

    /** Copies the list. */
    public Cascade {
        elements = List.copyOf(elements);
    }

    /**
     * The impedance seen by the source.
     *
     * @param frequency in hertz, zero or more
     * @return in ohms; {@link Complex#INF} for an open
     * @throws IllegalArgumentException if the frequency is negative or not finite
     */
    public Complex inputImpedance(double frequency) {
        return input(frequency).impedance();
    }

    /**
     * The reflection coefficient seen by the source, Γ = (Zin − Zs*)/(Zin + Zs) with Zs the impedance of the source at
     * this frequency: that of power waves, zero at a conjugate match (see {@link Termination#reflection}).
     *
     * @param frequency in hertz, zero or more
     * @throws IllegalArgumentException if the frequency is negative or not finite, or the source has no positive
     *     resistance there
     */
    public Complex reflection(double frequency) {
        return input(frequency).reflection(source.at(frequency));
    }

    /**
     * The reflection coefficients seen by the source at many frequencies: those of {@link #reflection(double)}, but for
     * rounding, in a fraction of the time.
     *
     * @param frequencies in hertz, zero or more
     * @return one for each frequency; NaN where the impedance seen is exactly −Zs
     * @throws IllegalArgumentException as {@link #reflection(double)}
     */
    public Reflections reflections(double[] frequencies) {
        double[] real = new double[frequencies.length];
        double[] imaginary = new double[frequencies.length];
        for (int from = 0; from < frequencies.length; from += BLOCK) {
            Sweep sweep = new Sweep(frequencies, from, Math.min(BLOCK, frequencies.length - from), load);
            for (int i = elements.size() - 1; i >= 0; i--) {
                pass(elements.get(i), sweep);
            }
            sweep.reflection(source, real, imaginary, from);
        }
        return new Reflections(real, imaginary);
    }

    private static void pass(LineElement element, Sweep sweep) {
        if (element instanceof Section) {
            ((Section) element).inFrontOf(sweep);
            return;
        }
        for (int i = 0; i < sweep.length(); i++) {
            sweep.set(i, element.inFrontOf(sweep.get(i), sweep.frequency[i]));
        }
    }

    /**
     * The voltage standing wave ratio (1 + |Γ|)/(1 − |Γ|), on a line of the source's impedance.
     *
     * @param frequency in hertz, zero or more
     * @return 1 or more; infinite if everything is reflected: if |Γ| is 1 to rounding, or more
     * @throws IllegalArgumentException as {@link #reflection} does
     */
    public double vswr(double frequency) {
        double magnitude = reflection(frequency).abs();
        return magnitude >= 1 - ROUNDING ? Double.POSITIVE_INFINITY : (1 + magnitude) / (1 - magnitude);
    }

    /**
     * The chain matrix of all elements together.
     *
     * @param frequency in hertz, zero or more
     * @throws IllegalArgumentException if the frequency is negative or not finite
     * @throws ArithmeticException if an element cuts the chain at this frequency
     */
    public Abcd chain(double frequency) {
        Abcd chain = Abcd.identity();
        for (LineElement element : elements) {
            chain = chain.times(element.at(Frequency.checked(frequency)));
        }
        return chain;
    }

    /**
     * Scattering parameters of the elements between source and load impedance.
     *
     * @param frequency in hertz, zero or more
     * @throws IllegalArgumentException if the frequency is negative or not finite, or source or load has no positive
     *     resistance there
     * @throws ArithmeticException if an element cuts the chain at this frequency
     */
    public SParameters sParameters(double frequency) {
        return chain(frequency).sParameters(source.at(frequency), load.at(frequency));
    }

    private Termination input(double frequency) {
        Termination seen = Termination.of(load.at(Frequency.checked(frequency)));
        for (int i = elements.size() - 1; i >= 0; i--) {
            seen = elements.get(i).inFrontOf(seen, frequency);
        }
        return seen;
    }
}
