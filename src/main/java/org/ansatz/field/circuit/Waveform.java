package org.ansatz.field.circuit;

/** What a source gives over time, from t = 0 on. Continuous, and smooth but at its breaks. */
public sealed interface Waveform {

    /** The smooth course it takes from {@code t}, in seconds, up to its next break. */
    Tone from(double t);

    /** When it next stops being smooth after {@code t}; infinity if never. */
    double nextBreak(double t);

    /** In hertz; 0 for a constant. */
    double frequency();

    /**
     * What it has become long after t = 0, continued to all times.
     *
     * @throws ArithmeticException if it does not become periodic
     */
    Waveform settled();

    /** The value at {@code t}. */
    default double at(double t) {
        return from(t).at(t);
    }

    /** The same value at all times. */
    record Constant(double value) implements Waveform {
        /**
         * Checks the value.
         *
         * @throws IllegalArgumentException if it is not finite
         */
        public Constant {
            requireFinite(value);
        }

        @Override
        public Tone from(double t) {
            return new Tone(value, 0, 0, 0, 0, 0);
        }

        @Override
        public double nextBreak(double t) {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double frequency() {
            return 0;
        }

        @Override
        public Waveform settled() {
            return this;
        }
    }

    /**
     * SPICE's SIN: up to the delay {@code offset + amplitude sin(phase)}; then, with τ the time since,
     * {@code offset + amplitude exp(−damping τ) sin(2π frequency τ + phase)} (ngspice manual 4.1.2).
     *
     * @param frequency in hertz, positive
     * @param delay in seconds, not negative
     * @param damping per second
     * @param degrees the phase
     */
    record Sine(double offset, double amplitude, double frequency, double delay, double damping, double degrees)
            implements Waveform {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if one is not finite, the frequency not positive or the delay negative
         */
        public Sine {
            requireFinite(offset);
            requireFinite(amplitude);
            requireFinite(damping);
            requireFinite(degrees);
            if (!(frequency > 0) || Double.isInfinite(frequency)) {
                throw new IllegalArgumentException(
                        "a frequency must be positive and finite; it is " + frequency + " Hz");
            }
            if (!(delay >= 0) || Double.isInfinite(delay)) {
                throw new IllegalArgumentException("a delay must be finite and not negative; it is " + delay + " s");
            }
        }

        @Override
        public Tone from(double t) {
            double phase = Math.toRadians(degrees);
            if (t < delay) {
                return new Tone(offset + amplitude * Math.sin(phase), 0, 0, 0, 0, 0);
            }
            double omega = 2 * Math.PI * frequency;
            return new Tone(offset, amplitude * Math.sin(phase), -amplitude * Math.cos(phase), -damping, omega, delay);
        }

        @Override
        public double nextBreak(double t) {
            return t < delay ? delay : Double.POSITIVE_INFINITY;
        }

        @Override
        public double frequency() {
            return frequency;
        }

        @Override
        public Waveform settled() {
            if (damping != 0 && amplitude != 0) {
                throw new ArithmeticException("a sine with a damping of " + damping + " per second is not periodic");
            }
            double turns = -delay * frequency;
            return new Sine(offset, amplitude, frequency, 0, 0, degrees + 360 * (turns - Math.floor(turns)));
        }
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a waveform's values must be finite; one is " + value);
        }
    }
}
