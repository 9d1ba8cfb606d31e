package org.ansatz.field.circuit.piecewise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Element.Capacitor;
import org.ansatz.field.circuit.netlist.Element.Diode;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.Tone;
import org.ansatz.field.circuit.netlist.Waveform;
import org.ansatz.field.circuit.solution.Work;
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
    private final Work work;

    /** The switching of a circuit whose sources give {@code waveforms}. */
    Switching(Netlist netlist, List<Waveform> waveforms, Work work) {
        this.work = work;
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
            modes[pattern] = Mode.moving(netlist, pattern, work);
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
    Stretch continued(int pattern, Instant at, double until) {
        Mode mode = java.util.Objects.requireNonNull(mode(pattern));
        Motion motion = motion(mode, pattern, at);
        return new Stretch(motion, new Watch(motion, until, frequency, work).end());
    }

    private Motion motion(Mode mode, int pattern, Instant at) {
        double stored = mode.rates().length;
        work.multiply(3 * (stored + waveforms.size()) * (stored + at.volts().length) + 100);
        return new Motion(mode, pattern, at, tones(at.t()));
    }

    /**
     * The motion from {@code t} on.
     *
     * @throws ArithmeticException if no pattern fits the state
     */
    Stretch next(Instant at, double until) {
        Stretch next = fitting(at, until);
        if (next == null) {
            throw new ArithmeticException("at t = " + at.t() + " s no pattern of conduction fits: the diodes " + names()
                    + " short-circuit a voltage source, or leave a current source no way");
        }
        return next;
    }

    private @Nullable Stretch fitting(Instant at, double until) {
        double enough = frequency == 0 ? until : Math.min(until, at.t() + LONG_ENOUGH / frequency);
        Stretch best = null;
        for (int pattern : order) {
            Mode mode = mode(pattern);
            if (mode == null) {
                continue;
            }
            Motion motion = motion(mode, pattern, at);
            if (leaps(motion, at)) {
                continue;
            }
            Stretch stretch = new Stretch(motion, new Watch(motion, until, frequency, work).end());
            if (stretch.end() > at.t() && (best == null || stretch.end() > best.end())) {
                best = stretch;
            }
            if (stretch.end() >= enough) {
                break;
            }
        }
        return best;
    }

    /** Whether the voltages of capacitors would have to jump to follow this motion. */
    private static boolean leaps(Motion motion, Instant at) {
        double[] after = motion.stored(motion.state(at.t()));
        for (int c = 0; c < after.length; c++) {
            if (Math.abs(after[c] - at.volts()[c]) > 10 * Watch.TOLERANCE * at.scale()) {
                return true;
            }
        }
        return false;
    }

    /** The state at which the circuit starts, with the voltages of its sources and capacitors for a scale. */
    Instant start(double[] volts) {
        double scale = Matrices.largest(volts);
        int[] sources = netlist.sources();
        for (int s = 0; s < sources.length; s++) {
            if (netlist.elements().get(sources[s]) instanceof Element.VoltageSource) {
                scale = Math.max(scale, waveforms.get(s).from(0).size());
            }
        }
        return new Instant(0, volts, scale);
    }

    /**
     * The state just after an instant at which sources or the closing of a switch let them jump: charge
     * flows in no time around loops of capacitors, sources and diodes, through each diode forwards only, and only where its
     * voltage is then zero. This is Moreau's rule: of all admissible states the nearest, by the energy of the difference
     * (J. J. Moreau, Unilateral contact and dry friction in finite freedom dynamics, 1988; Camlibel et al. 2002).
     *
     * @throws ArithmeticException if no pattern of conduction fits
     */
    Instant jumped(Instant at, double until) {
        List<double[]> tried = new ArrayList<>();
        for (int pattern : order) {
            Mode mode = mode(pattern);
            if (mode == null) {
                continue;
            }
            Motion motion = motion(mode, pattern, at);
            Instant after = at.then(at.t(), motion.stored(motion.state(at.t())));
            if (flowsForwards(mode, pattern, after, at) && isNew(after.volts(), tried)) {
                if (fitting(after, until) != null) {
                    return after;
                }
                tried.add(after.volts());
            }
        }
        throw new ArithmeticException("at t = " + at.t() + " s the charge of the capacitors cannot settle: the diodes "
                + names() + " short-circuit a voltage source, or leave a current source no way");
    }

    private static boolean isNew(double[] after, List<double[]> tried) {
        return tried.stream().noneMatch(before -> java.util.Arrays.equals(before, after));
    }

    private boolean flowsForwards(Mode mode, int pattern, Instant after, Instant before) {
        double[] moved = after.volts().clone();
        Matrices.add(moved, -1, before.volts());
        double[] charges = mode.impulse(moved);
        double most = 0;
        for (Element element : netlist.elements()) {
            most = Math.max(most, element instanceof Capacitor ? ((Capacitor) element).farads() : 0);
        }
        double rounding = 10 * Watch.TOLERANCE * most * after.scale();
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
