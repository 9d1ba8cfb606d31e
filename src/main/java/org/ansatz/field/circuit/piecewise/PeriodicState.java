package org.ansatz.field.circuit.piecewise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.Waveform;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Solution;
import org.ansatz.field.circuit.solution.Work;
import org.jspecify.annotations.Nullable;

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
    public static final int MAX_PERIODS = 400;

    /** Multiplications for the spectral radius of a slope and a step of Newton's, to be multiplied by n³. */
    private static final double SPECTRUM = 81;

    /** More corners than these are not asked for one by one. */
    private static final int MOST_CORNERS = 1000;

    private static final double SAME = 1e-12;
    private static final double LEAST_SCALE = 1e-12;
    private static final double BELOW_ONE = 1 - 1e-9;
    private static final double NEARLY = 1e-6;
    private static final double DIFFERENCE = 1e-5;
    private static final double NEAR = 1e-3;
    private static final double STATED = 1e-5;
    private static final double NEAREST = 1e-8;

    private final Netlist netlist;
    private final Work work;
    private final StateMap map;
    private final double period;
    private double scale;
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
        this(netlist, Work.unlimited());
    }

    /** The same; {@code work} is told of what is done for it, and may end it with an exception. */
    public PeriodicState(Netlist netlist, Work work) {
        this.netlist = netlist;
        this.work = work;
        List<Waveform> waveforms =
                netlist.waveforms().stream().map(Waveform::settled).toList();
        Simulation simulation = new Simulation(netlist, waveforms, work);
        period = Period.of(waveforms);
        scale = Math.max(LEAST_SCALE, simulation.scale(netlist.initialVolts()));
        map = new StateMap(simulation, period);
        Fixed fixed = fixed(netlist.initialVolts());
        state = fixed.state;
        multiplier = fixed.multiplier;
        course = Course.of(simulation, state, period);
        unsettled = StateMap.distance(course.whole().last(), state) / (1 - multiplier.value());
    }

    /** A fixed point and its multiplier. */
    private static final class Fixed {
        private final double[] state;
        private final Reading multiplier;

        Fixed(double[] state, Reading multiplier) {
            this.state = state;
            this.multiplier = multiplier;
        }
    }

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
        return course.voltage(netlist.node(from), netlist.node(to), within(t), t)
                .give(unsettled);
    }

    @Override
    public Reading current(String element, double t) {
        Reading reading = course.current(netlist, netlist.element(element), within(t), t);
        return reading.give(unsettled / scale * Math.abs(reading.value()));
    }

    @Override
    public double[] corners(double low, double high) {
        double[] once = course.corners();
        double first = Math.floor(low / period);
        double periods = Math.ceil(high / period) - first;
        if (!(periods * once.length <= MOST_CORNERS)) {
            return new double[0];
        }
        return IntStream.range(0, (int) periods)
                .mapToDouble(k -> period * (first + k))
                .flatMap(start -> Arrays.stream(once).map(at -> start + at))
                .toArray();
    }

    private double within(double t) {
        double rest = t - period * Math.floor(t / period);
        return Math.max(0, Math.min(period, rest));
    }

    // ---- the fixed point; the scale of voltages grows with what is seen

    private Fixed fixed(double[] initial) {
        List<double[]> path = new ArrayList<>();
        double[] now = initial;
        double spread = 1;
        double change = Double.POSITIVE_INFINITY;
        while (path.size() < MAX_PERIODS && change > SAME * scale) {
            path.add(now);
            double[] after = map.of(now);
            scale = Math.max(scale, Matrices.largest(after));
            work.multiply(SPECTRUM * now.length * now.length * now.length);
            double[][] slope = map.slope(now, after, DIFFERENCE * scale);
            change = StateMap.distance(now, after);
            spread = StateMap.radius(slope);
            double[] guess = spread < BELOW_ONE ? StateMap.newton(now, after, slope) : after;
            scale = Math.max(scale, Matrices.largest(guess));
            double moved = StateMap.distance(guess, map.of(guess));
            Fixed found = moved <= NEARLY * scale ? approached(guess, path) : null;
            if (found != null) {
                return found;
            }
            boolean nearer = moved > NEARLY * scale && moved < change / 2;
            now = nearer ? guess : after;
        }
        throw new ArithmeticException(
                change <= SAME * scale
                        ? "the circuit keeps whatever charge it starts with: a period multiplies a disturbance by "
                                + (float) spread + ", which is not below 1"
                        : "no periodic state: after " + MAX_PERIODS + " periods the capacitors still change by "
                                + (float) change + " V a period, and a period multiplies a disturbance by "
                                + (float) spread);
    }

    /**
     * The fixed point near {@code guess} as the limit from the side of the path: Newton's steps from points ever nearer to
     * it, so that what lies beyond it, a continuum of other fixed points perhaps, has no say. Null if there is none whose
     * multiplier is below 1.
     */
    private @Nullable Fixed approached(double[] guess, List<double[]> path) {
        double[] direction = direction(guess, path);
        double[] limit = guess;
        double before = Double.NaN;
        for (double near = NEAR; near >= NEAREST; near /= 10) {
            double[] beside = limit.clone();
            Matrices.add(beside, near * scale, direction);
            double[] after = map.of(beside);
            double step = near / 10 * scale;
            work.multiply(2 * SPECTRUM * beside.length * beside.length * beside.length);
            double[][] up = map.slope(beside, after, step);
            double spread = StateMap.radius(up);
            if (near <= STATED) {
                spread = Math.max(spread, StateMap.radius(map.slope(beside, after, -step)));
            }
            if (spread >= BELOW_ONE) {
                return null;
            }
            limit = StateMap.newton(beside, after, up);
            if (near <= STATED && StateMap.distance(limit, map.of(limit)) <= SAME * scale) {
                return new Fixed(limit, new Reading(spread, Math.abs(spread - before) + 1e-9));
            }
            before = spread;
        }
        return null;
    }

    /** Where the path comes from, the largest entry ±1; zero if it was at {@code guess} all the time. */
    private double[] direction(double[] guess, List<double[]> path) {
        for (int i = path.size() - 1; i >= 0; i--) {
            double far = StateMap.distance(path.get(i), guess);
            if (far > 2 * NEAR * scale) {
                double[] direction = Matrices.scaled(path.get(i), 1 / far);
                Matrices.add(direction, -1 / far, guess);
                return direction;
            }
        }
        return new double[guess.length];
    }
}
