package org.ansatz.field.circuit.netlist;

import java.util.List;
import org.ansatz.quantity.Notation;

/** What a source gives over time, from t = 0 on. Continuous, and smooth but at its breaks. */
public sealed interface Waveform {

    /** The smooth course it takes from {@code t}, in seconds, up to its next break. */
    Tone from(double t);

    /** When it next stops being smooth after {@code t}; infinity if never. */
    double nextBreak(double t);

    /** In hertz; 0 for what does not repeat. */
    double frequency();

    /** Whether its course is made of constants, sines and exponentials, piece by piece. */
    default boolean isExact() {
        return !(this instanceof Simulated);
    }

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
                        "a frequency must be positive and finite; it is " + Notation.number(frequency, 6) + " Hz");
            }
            if (!(delay >= 0) || Double.isInfinite(delay)) {
                throw new IllegalArgumentException(
                        "a delay must be finite and not negative; it is " + Notation.number(delay, 6) + " s");
            }
        }

        @Override
        public Tone from(double t) {
            double phase = Math.toRadians(degrees);
            if (t < delay) {
                return new Tone(offset + amplitude * Math.sin(phase), 0, 0, 0, 0, 0);
            }
            return new Tone(
                    offset, amplitude * Math.sin(phase), -amplitude * Math.cos(phase), -damping, frequency, delay);
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

    /** A waveform whose course is no constant, sine or exponential: circuits with it are simulated, and not solved exactly. */
    sealed interface Simulated extends Waveform {

        /** What SPICE calls it. */
        String card();

        @Override
        double at(double t);

        @Override
        default double frequency() {
            return 0;
        }

        @Override
        default Tone from(double t) {
            throw notExact();
        }

        @Override
        default Waveform settled() {
            throw notExact();
        }

        private ArithmeticException notExact() {
            return new ArithmeticException(card()
                    + " takes part in run: transient, of circuits without ideal diodes, and not in run: periodic");
        }
    }

    /**
     * SPICE's PULSE: from {@code low} to {@code high} and back, again and again. Rises and falls may take no time.
     *
     * @param delay before the first rise, in seconds, not negative
     * @param rise how long a rise takes, not negative
     * @param fall likewise
     * @param width how long it stays high; infinite for ever
     * @param period from rise to rise; infinite if there is one only
     */
    record Pulse(double low, double high, double delay, double rise, double fall, double width, double period)
            implements Simulated {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if a time is negative, or the period shorter than the pulse
         */
        public Pulse {
            requireFinite(low);
            requireFinite(high);
            if (!(delay >= 0)
                    || !(rise >= 0)
                    || !(fall >= 0)
                    || !(width >= 0)
                    || Double.isInfinite(delay + rise + fall)) {
                throw new IllegalArgumentException("the times of a PULSE are finite and not negative");
            }
            if (!(period > 0) || period < rise + width + fall && Double.isFinite(period)) {
                throw new IllegalArgumentException("the period of a PULSE is not shorter than the pulse itself; it is "
                        + Notation.number(period, 6) + " s");
            }
        }

        /** When a period begins, counted from 0. */
        private double start(double turn) {
            return turn == 0 ? delay : delay + turn * period;
        }

        /** The last period that begins by then. The quotient alone may be rounded up to the next one. */
        private double turn(double t) {
            if (Double.isInfinite(period)) {
                return 0;
            }
            double turn = Math.max(0, Math.floor((t - delay) / period));
            return start(turn) > t ? Math.max(0, turn - 1) : start(turn + 1) <= t ? turn + 1 : turn;
        }

        @Override
        public double at(double t) {
            double start = start(turn(t));
            if (t < start) {
                return low;
            }
            if (t < start + rise) {
                return low + (high - low) * (t - start) / rise;
            }
            double falls = start + rise + width;
            if (t < falls) {
                return high;
            }
            return t < falls + fall ? high + (low - high) * (t - falls) / fall : low;
        }

        @Override
        public double nextBreak(double t) {
            double next = Double.POSITIVE_INFINITY;
            double turn = turn(t);
            for (double k = turn; k <= turn + 1; k++) {
                double start = start(k);
                for (double corner :
                        new double[] {start, start + rise, start + rise + width, start + rise + width + fall}) {
                    next = corner > t ? Math.min(next, corner) : next;
                }
            }
            return next;
        }

        @Override
        public String card() {
            return "PULSE";
        }

        @Override
        public double frequency() {
            return Double.isInfinite(period) ? 0 : 1 / period;
        }
    }

    /**
     * SPICE's EXP: from {@code first} towards {@code second} from one time on, and back from another.
     *
     * @param riseAt when it begins to change, in seconds
     * @param rise its time constant
     * @param fallAt when it begins to go back; infinite for never
     * @param fall likewise
     */
    record Exponential(double first, double second, double riseAt, double rise, double fallAt, double fall)
            implements Simulated {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException unless the time constants are positive
         */
        public Exponential {
            requireFinite(first);
            requireFinite(second);
            if (!(rise > 0) || !(fall > 0) || !(riseAt >= 0) || !(fallAt >= riseAt)) {
                throw new IllegalArgumentException(
                        "the time constants of an EXP are positive, and it falls after it rises");
            }
        }

        @Override
        public double at(double t) {
            double up = t < riseAt ? 0 : -Math.expm1(-(t - riseAt) / rise);
            double down = t < fallAt ? 0 : -Math.expm1(-(t - fallAt) / fall);
            return first + (second - first) * (up - down);
        }

        @Override
        public double nextBreak(double t) {
            return t < riseAt ? riseAt : t < fallAt ? fallAt : Double.POSITIVE_INFINITY;
        }

        @Override
        public String card() {
            return "EXP";
        }
    }

    /**
     * SPICE's SFFM, a sine whose phase swings with another:
     * {@code offset + amplitude sin(2π carrier t + carrierDegrees + index sin(2π signal t + signalDegrees))} (ngspice manual 4.1.5).
     *
     * @param carrier its frequency, in hertz
     * @param index how far the phase swings, in radians
     * @param signal how often, in hertz
     */
    record Modulated(
            double offset,
            double amplitude,
            double carrier,
            double index,
            double signal,
            double carrierDegrees,
            double signalDegrees)
            implements Simulated {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if one is not finite, or a frequency not positive
         */
        public Modulated {
            requireFinite(offset);
            requireFinite(amplitude);
            requireFinite(index);
            requireFinite(carrierDegrees);
            requireFinite(signalDegrees);
            if (!(carrier > 0) || !(signal > 0) || Double.isInfinite(carrier + signal)) {
                throw new IllegalArgumentException("the frequencies of an SFFM must be positive and finite; they are "
                        + carrier + " Hz and " + signal + " Hz");
            }
        }

        @Override
        public double at(double t) {
            double swing = index * Math.sin(2 * Math.PI * signal * t + Math.toRadians(signalDegrees));
            return offset + amplitude * Math.sin(2 * Math.PI * carrier * t + Math.toRadians(carrierDegrees) + swing);
        }

        @Override
        public double nextBreak(double t) {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public String card() {
            return "SFFM";
        }
    }

    /** SPICE's PWL: straight lines between points; the first and the last value before and after them. */
    record Lines(List<Double> times, List<Double> values) implements Simulated {
        /**
         * Copies the lists, and checks them.
         *
         * @throws IllegalArgumentException unless there are points, and their times rise
         */
        public Lines {
            times = List.copyOf(times);
            values = List.copyOf(values);
            if (times.isEmpty() || times.size() != values.size()) {
                throw new IllegalArgumentException("PWL takes pairs of a time and a value");
            }
            values.forEach(Waveform::requireFinite);
            for (int i = 1; i < times.size(); i++) {
                if (!(times.get(i) > times.get(i - 1))) {
                    throw new IllegalArgumentException(
                            "the times of a PWL rise; " + times.get(i) + " s stands behind " + times.get(i - 1) + " s");
                }
            }
        }

        @Override
        public double at(double t) {
            int next = 0;
            while (next < times.size() && times.get(next) <= t) {
                next++;
            }
            if (next == 0 || next == times.size()) {
                return values.get(next == 0 ? 0 : next - 1);
            }
            double share = (t - times.get(next - 1)) / (times.get(next) - times.get(next - 1));
            return values.get(next - 1) + share * (values.get(next) - values.get(next - 1));
        }

        @Override
        public double nextBreak(double t) {
            for (double time : times) {
                if (time > t) {
                    return time;
                }
            }
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public String card() {
            return "PWL";
        }
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a waveform's values must be finite; one is " + value);
        }
    }
}
