package org.ansatz.route.circuit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ansatz.route.circuit.Element.Capacitor;
import org.ansatz.route.circuit.Element.Diode;
import org.jspecify.annotations.Nullable;

/**
 * Which diodes conduct next. The complementarity problem is solved by trying the patterns, of which there are at most
 * 2⁸: unlike Lemke's pivoting this needs no matrix of the diodes' ports, which does not exist where diodes are all that
 * joins a node or closes a loop. Of the patterns that fit the state, that which fits longest is the solution: a wrong
 * one breaks its conditions at once, in value, slope or curvature. Patterns are tried in a fixed order, fewest conducting
 * diodes first, so that of two that fit alike (a diode with neither voltage nor current) the same is always taken.
 */
final class Switching {

    /** A pattern that fits for this part of the sources' shortest period is taken without trying the others. */
    private static final double LONG_ENOUGH = 1.0 / 200;

    private final Netlist netlist;
    private final List<Waveform> waveforms;
    private final double frequency;
    private final @Nullable Mode[] modes;
    private final boolean[] built;
    private final int[] order;

    /** The switching of a circuit whose sources give {@code waveforms}. */
    Switching(Netlist netlist, List<Waveform> waveforms) {
        this.netlist = netlist;
        this.waveforms = waveforms;
        frequency = waveforms.stream().mapToDouble(Waveform::frequency).max().orElse(0);
        int patterns = 1 << netlist.numbersOf(Diode.class).length;
        modes = new Mode[patterns];
        built = new boolean[patterns];
        order = IntStream.range(0, patterns)
                .boxed()
                .sorted(Comparator.comparingInt(Integer::bitCount))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** A motion and when it ends, because a diode switches, a source breaks or the time is over. */
    record Stretch(Motion motion, double end) {}

    /** The highest frequency of the sources, in hertz; 0 if all are constant. */
    double frequency() {
        return frequency;
    }

    private @Nullable Mode mode(int pattern) {
        if (!built[pattern]) {
            modes[pattern] = Mode.moving(netlist, pattern);
            built[pattern] = true;
        }
        return modes[pattern];
    }

    private Tone[] tones(double t) {
        Tone[] tones = new Tone[waveforms.size()];
        for (int s = 0; s < tones.length; s++) {
            tones[s] = waveforms.get(s).from(t);
        }
        return tones;
    }

    /** The end of the smooth course of all sources after {@code t}, at the latest {@code until}. */
    double smoothUntil(double t, double until) {
        double end = until;
        for (Waveform waveform : waveforms) {
            end = Math.min(end, waveform.nextBreak(t));
        }
        return end;
    }

    /** The motion that goes on with the same diodes from {@code t}. */
    Stretch continued(int pattern, double t, double[] volts, double until) {
        Mode mode = java.util.Objects.requireNonNull(mode(pattern));
        Motion motion = new Motion(mode, pattern, t, volts, tones(t));
        return new Stretch(motion, new Watch(motion, until, frequency).end());
    }

    /**
     * The motion from {@code t} on.
     *
     * @throws ArithmeticException if no pattern fits the state
     */
    Stretch next(double t, double[] volts, double until) {
        Stretch next = fitting(t, volts, until);
        if (next == null) {
            throw new ArithmeticException("at t = " + t + " s no pattern of conduction fits: the diodes " + names()
                    + " short-circuit a voltage source, or leave a current source no way");
        }
        return next;
    }

    private @Nullable Stretch fitting(double t, double[] volts, double until) {
        double enough = frequency == 0 ? until : Math.min(until, t + LONG_ENOUGH / frequency);
        Stretch best = null;
        for (int pattern : order) {
            Mode mode = mode(pattern);
            if (mode == null) {
                continue;
            }
            Motion motion = new Motion(mode, pattern, t, volts, tones(t));
            if (leaps(motion, volts)) {
                continue;
            }
            Stretch stretch = new Stretch(motion, new Watch(motion, until, frequency).end());
            if (stretch.end() > t && (best == null || stretch.end() > best.end())) {
                best = stretch;
            }
            if (stretch.end() >= enough) {
                break;
            }
        }
        return best;
    }

    /** Whether the voltages of capacitors would have to jump to follow this motion. */
    private boolean leaps(Motion motion, double[] volts) {
        double[] after = motion.stored(motion.state(motion.start()));
        double scale = scale(volts, motion.start());
        for (int c = 0; c < volts.length; c++) {
            if (Math.abs(after[c] - volts[c]) > 10 * Watch.TOLERANCE * scale) {
                return true;
            }
        }
        return false;
    }

    private double scale(double[] volts, double t) {
        double scale = Matrices.largest(volts);
        int[] sources = netlist.sources();
        for (int s = 0; s < sources.length; s++) {
            if (netlist.elements().get(sources[s]) instanceof Element.VoltageSource) {
                scale = Math.max(scale, waveforms.get(s).from(t).size());
            }
        }
        return scale;
    }

    /**
     * The voltages of the capacitors just after {@code t}, when sources or the closing of a switch let them jump: charge
     * flows in no time around loops of capacitors, sources and diodes, through each diode forwards only, and only where its
     * voltage is then zero. This is Moreau's rule: of all admissible states the nearest, by the energy of the difference
     * (J. J. Moreau, Unilateral contact and dry friction in finite freedom dynamics, 1988; Camlibel et al. 2002).
     *
     * @throws ArithmeticException if no pattern of conduction fits
     */
    double[] jumped(double t, double[] volts, double until) {
        List<double[]> tried = new ArrayList<>();
        for (int pattern : order) {
            Mode mode = mode(pattern);
            if (mode == null) {
                continue;
            }
            Motion motion = new Motion(mode, pattern, t, volts, tones(t));
            double[] after = motion.stored(motion.state(t));
            if (isNew(after, tried)
                    && flowsForwards(mode, pattern, after, volts, t)
                    && fitting(t, after, until) != null) {
                return after;
            }
            tried.add(after);
        }
        throw new ArithmeticException("at t = " + t + " s the charge of the capacitors cannot settle: the diodes "
                + names() + " short-circuit a voltage source, or leave a current source no way");
    }

    private static boolean isNew(double[] after, List<double[]> tried) {
        return tried.stream().noneMatch(before -> java.util.Arrays.equals(before, after));
    }

    private boolean flowsForwards(Mode mode, int pattern, double[] after, double[] before, double t) {
        double[] moved = after.clone();
        Matrices.add(moved, -1, before);
        double[] charges = mode.impulse(moved);
        double most = 0;
        for (Element element : netlist.elements()) {
            most = Math.max(most, element instanceof Capacitor ? ((Capacitor) element).farads() : 0);
        }
        double rounding = 10 * Watch.TOLERANCE * most * scale(before, t);
        int[] diodes = netlist.numbersOf(Diode.class);
        for (int d = 0; d < diodes.length; d++) {
            if ((pattern >> d & 1) == 1 && charges[diodes[d]] < -rounding) {
                return false;
            }
        }
        return true;
    }

    private String names() {
        return netlist.elements().stream()
                .filter(element -> element instanceof Diode)
                .map(Element::name)
                .collect(Collectors.joining(", "));
    }
}
