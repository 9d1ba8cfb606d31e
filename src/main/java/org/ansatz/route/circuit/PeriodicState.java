package org.ansatz.route.circuit;

import java.util.List;

/**
 * The periodic state that a circuit settles in, from the voltages its capacitors start from: a fixed point of the map F of
 * those voltages over one period, by Newton's method (Aprille and Trick, Steady-state analysis of nonlinear circuits with
 * periodic inputs, Proc. IEEE 60, 1972, 108–114) with steps of F itself wherever Newton's do not help. Sources are taken
 * as on for ever, so that a delay is only a phase.
 *
 * <p>The multiplier is the spectral radius of F' there: the part of a small disturbance that is left after a period. A
 * rectifier without a load keeps whatever charge it holds too much, so that its state lies on the border of a continuum
 * of fixed points; F' is then that of the side from which the circuit comes.
 */
public final class PeriodicState implements Solution {

    /** The most periods followed. */
    public static final int MOST_PERIODS = 400;

    private static final double SAME = 1e-12;
    private static final double BELOW_ONE = 1 - 1e-9;
    private static final double NEAR = 1e-3;
    private static final double DIFFERENCE = 1e-5;

    private final Netlist netlist;
    private final StateMap map;
    private final double period;
    private final double scale;
    private final double[] state;
    private final Reading multiplier;
    private final Course course;
    private final double unsettled;

    /**
     * Finds the periodic state.
     *
     * @throws ArithmeticException if sources have no common period, no fixed point is found, or its multiplier is not
     *     below 1
     */
    public PeriodicState(Netlist netlist) {
        this.netlist = netlist;
        List<Waveform> waveforms =
                netlist.waveforms().stream().map(Waveform::settled).toList();
        Simulation simulation = new Simulation(netlist, waveforms);
        period = Period.of(waveforms);
        double size = Matrices.largest(netlist.initialVolts());
        for (Waveform waveform : waveforms) {
            size = Math.max(size, waveform.from(0).size());
        }
        scale = size == 0 ? 1 : size;
        map = new StateMap(simulation, period);
        Fixed fixed = fixed(netlist.initialVolts());
        state = fixed.state();
        multiplier = fixed.multiplier();
        course = Course.of(simulation, state, period);
        unsettled = StateMap.distance(course.whole().last(), state) / (1 - multiplier.value());
    }

    /** A fixed point and its multiplier. */
    private record Fixed(double[] state, Reading multiplier) {}

    /** The period, in seconds. */
    public double period() {
        return period;
    }

    /** The part of a small disturbance that is left after a period; below 1. */
    public Reading multiplier() {
        return multiplier;
    }

    /** How far the state is from itself one period later, in volts. */
    public double residual() {
        return StateMap.distance(course.whole().last(), state);
    }

    @Override
    public Reading voltage(String from, String to, double t) {
        return course.voltage(netlist.node(from), netlist.node(to), within(t)).give(unsettled);
    }

    @Override
    public Reading current(String element, double t) {
        Reading reading = course.current(netlist.element(element), within(t));
        return reading.give(unsettled / scale * Math.abs(reading.value()));
    }

    private double within(double t) {
        double rest = t - period * Math.floor(t / period);
        return Math.max(0, Math.min(period, rest));
    }

    // ---- the fixed point

    private Fixed fixed(double[] initial) {
        double[] now = initial;
        double spread = 1;
        double change = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_PERIODS && change > SAME * scale; i++) {
            double[] after = map.of(now);
            double[][] slope = map.slope(now, after, DIFFERENCE * scale);
            change = StateMap.distance(now, after);
            spread = StateMap.radius(slope);
            double[] guess = spread < BELOW_ONE ? StateMap.newton(now, after, slope) : after;
            double moved = StateMap.distance(guess, map.of(guess));
            if (moved <= SAME * scale) {
                Reading left = multiplierAt(guess, now);
                if (left.value() < BELOW_ONE) {
                    return new Fixed(guess, left);
                }
                spread = left.value();
            }
            boolean nearer = moved > SAME * scale && moved < change / 2;
            now = nearer ? guess : after;
        }
        throw new ArithmeticException(
                change <= SAME * scale
                        ? "the circuit keeps whatever charge it starts with: a period multiplies a disturbance by "
                                + (float) spread + ", which is not below 1"
                        : "no periodic state: after " + MOST_PERIODS + " periods the capacitors still change by "
                                + (float) change + " V a period, and a period multiplies a disturbance by "
                                + (float) spread);
    }

    /** The multiplier near a fixed point, on the side of {@code from}; the worse of both sides where that is itself. */
    private Reading multiplierAt(double[] fixed, double[] from) {
        double far = StateMap.distance(from, fixed);
        double[] beside = fixed.clone();
        if (far > SAME * scale) {
            double[] away = from.clone();
            Matrices.add(away, -1, fixed);
            Matrices.add(beside, NEAR * Math.min(1, scale / far), away);
        }
        double[] after = map.of(beside);
        double up = StateMap.radius(map.slope(beside, after, DIFFERENCE * scale));
        double down = StateMap.radius(map.slope(beside, after, -DIFFERENCE * scale));
        return new Reading(Math.max(up, down), Math.abs(up - down) + 1e-9);
    }
}
