package org.ansatz.field.circuit.piecewise;

import org.ansatz.field.circuit.netlist.Tone;
import org.ansatz.field.circuit.solution.Reading;

/** A mode's exact solution from a given instant on, for as long as its sources stay smooth. */
final class Motion {

    private static final double SERIES_BELOW = 0.1;
    private static final int SERIES_TERMS = 14;

    private final Mode mode;
    private final int pattern;
    private final double start;
    private final Tone[] tones;
    private final Tone[] slopes;
    private final double[] initial;
    private final double[] sizes;

    /**
     * The solution from an instant on.
     *
     * @param pattern the diodes that conduct, as bits
     * @param tones what each source gives from then on
     */
    Motion(Mode mode, int pattern, Instant from, Tone[] tones) {
        this.mode = mode;
        this.pattern = pattern;
        start = from.t();
        this.tones = new Tone[tones.length];
        slopes = new Tone[tones.length];
        double[] values = new double[tones.length];
        for (int s = 0; s < tones.length; s++) {
            this.tones[s] = tones[s].since(start);
            slopes[s] = this.tones[s].slope();
            values[s] = this.tones[s].at(start);
        }
        initial = mode.entered(from.volts(), values);
        sizes = sizes(from);
    }

    double start() {
        return start;
    }

    int pattern() {
        return pattern;
    }

    Mode mode() {
        return mode;
    }

    /** The largest decay rate, per second. */
    double fastest() {
        return Matrices.largest(mode.rates());
    }

    /** (β, u, u') at {@code t}. */
    double[] state(double t) {
        int nb = initial.length;
        int m = tones.length;
        double[] state = new double[nb + 2 * m];
        for (int s = 0; s < m; s++) {
            state[nb + s] = tones[s].at(t);
            state[nb + m + s] = slopes[s].at(t);
        }
        double since = t - start;
        for (int k = 0; k < nb; k++) {
            double rate = mode.rates()[k];
            double decay = Math.exp(-rate * since);
            double beta = decay * initial[k];
            for (int s = 0; s < m; s++) {
                beta += response(k, s, rate, decay, since);
            }
            state[k] = beta;
        }
        return state;
    }

    /** What source {@code s} adds to natural mode {@code k}. */
    private double response(int k, int s, double rate, double decay, double since) {
        double f = mode.bySource()[k][s];
        double h = mode.bySlope()[k][s];
        Tone tone = tones[s];
        double sum = f == 0 || tone.offset() == 0 ? 0 : f * tone.offset() * convolved(rate, 0, 0, decay, since)[0];
        if (tone.isConstant() || f == 0 && h == 0) {
            return sum;
        }
        double re = f * tone.re() + h * slopes[s].re();
        double im = f * tone.im() + h * slopes[s].im();
        double[] kernel = convolved(rate, tone.growth(), tone.omega(), decay, since);
        return sum + re * kernel[0] - im * kernel[1];
    }

    /**
     * The convolution of exp(growth + jω) with exp(−rate), over τ = {@code since}: with z = rate + growth + jω it is
     * (exp((growth + jω)τ) − exp(−rate τ))/z, and near z = 0, where that would cancel, exp(−rate τ) τ (1 + zτ/2! + …).
     */
    private static double[] convolved(double rate, double growth, double omega, double decay, double since) {
        double x = rate + growth;
        double a = x * since;
        double b = omega * since;
        if (Math.hypot(a, b) < SERIES_BELOW) {
            double re = 1;
            double im = 0;
            for (int n = SERIES_TERMS; n >= 2; n--) {
                double next = 1 + (re * a - im * b) / n;
                im = (re * b + im * a) / n;
                re = next;
            }
            return new double[] {decay * since * re, decay * since * im};
        }
        double grown = Math.exp(growth * since);
        double u = grown * Math.cos(b) - decay;
        double v = grown * Math.sin(b);
        double norm = x * x + omega * omega;
        return new double[] {(u * x + v * omega) / norm, (v * x - u * omega) / norm};
    }

    /** How many multiplications a state and its derivative take, and so many rows read from both; a function counts as ten. */
    double multiplications(int rows) {
        double nb = initial.length;
        double width = nb + 2 * tones.length;
        return 20 * (nb * (1 + tones.length) + tones.length) + 4 * rows * width;
    }

    /** The time derivative of a state at {@code t}. */
    double[] rate(double t, double[] state) {
        int nb = initial.length;
        int m = tones.length;
        double[] rate = new double[state.length];
        for (int s = 0; s < m; s++) {
            rate[nb + s] = state[nb + m + s];
            rate[nb + m + s] = slopes[s].slope().at(t);
        }
        for (int k = 0; k < nb; k++) {
            double sum = -mode.rates()[k] * state[k];
            for (int s = 0; s < m; s++) {
                sum += mode.bySource()[k][s] * state[nb + s] + mode.bySlope()[k][s] * state[nb + m + s];
            }
            rate[k] = sum;
        }
        return rate;
    }

    /** How large the terms are that a row's value in a state is the sum of, those at the start included. */
    double size(double[] row, double[] state) {
        double size = 0;
        for (int i = 0; i < row.length; i++) {
            size += Math.abs(row[i]) * Math.max(sizes[i], Math.abs(state[i]));
        }
        return size;
    }

    private double[] sizes(Instant from) {
        int nb = initial.length;
        double[] all = new double[nb + 2 * tones.length];
        double[] values = new double[tones.length];
        for (int s = 0; s < tones.length; s++) {
            values[s] = tones[s].size();
            all[nb + s] = values[s];
            all[nb + tones.length + s] = slopes[s].size();
        }
        double[] entries = mode.entrySizes(from.scale(), values);
        System.arraycopy(entries, 0, all, 0, nb);
        return all;
    }

    /**
     * A voltage between two nodes at {@code t}, with the errors of both: where they are nearly equal their rows cancel, and so
     * would the error, but not the roundings in them.
     */
    Reading voltage(int from, int to, double t) {
        double[] state = state(t);
        double[] row = mode.rows().potentials()[from].clone();
        Matrices.add(row, -1, mode.rows().potentials()[to]);
        return new Reading(Matrices.dot(row, state), error(from, state) + error(to, state));
    }

    /**
     * The current through an element at {@code t}.
     *
     * @param ohms its resistance, whose voltage has the errors of both nodes; or infinity if it is no resistor
     */
    Reading current(int element, int from, int to, double ohms, double t) {
        double[] state = state(t);
        double[] row = mode.rows().currents()[element];
        double ofNodes = (error(from, state) + error(to, state)) / ohms;
        return new Reading(Matrices.dot(row, state), Math.max(Watch.TOLERANCE * size(row, state), ofNodes));
    }

    private double error(int node, double[] state) {
        return Watch.TOLERANCE * size(mode.rows().potentials()[node], state);
    }

    /** The voltages of the capacitors in a state. */
    double[] stored(double[] state) {
        double[][] rows = mode.rows().stored();
        double[] volts = new double[rows.length];
        for (int c = 0; c < volts.length; c++) {
            volts[c] = Matrices.dot(rows[c], state);
        }
        return volts;
    }
}
