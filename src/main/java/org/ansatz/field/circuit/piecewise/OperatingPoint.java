package org.ansatz.field.circuit.piecewise;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.Tone;
import org.ansatz.field.circuit.netlist.Waveform;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Solution;
import org.ansatz.field.circuit.solution.Work;

/**
 * The circuit at rest: every source keeps its value at t = 0, as in SPICE's {@code .op}, and capacitors carry no current.
 * A node that only capacitors and blocking diodes join takes the potential that equal leaks across them would give it.
 */
public final class OperatingPoint implements Solution {

    private final Netlist netlist;
    private final Motion motion;
    private final Work work;

    /**
     * Finds the operating point.
     *
     * @throws ArithmeticException if no pattern of conduction fits
     */
    public OperatingPoint(Netlist netlist) {
        this(netlist, Work.unlimited());
    }

    /** The same; {@code work} is told of what is done for it, and may end it with an exception. */
    public OperatingPoint(Netlist netlist, Work work) {
        this.netlist = netlist;
        this.work = work;
        List<Waveform> waveforms = netlist.waveforms();
        Tone[] tones = new Tone[waveforms.size()];
        for (int s = 0; s < tones.length; s++) {
            tones[s] = new Tone(waveforms.get(s).at(0), 0, 0, 0, 0, 0);
        }
        motion = fitting(tones);
    }

    private Motion fitting(Tone[] tones) {
        int patterns = 1 << netlist.numbersOf(Element.Diode.class).length;
        int[] order = IntStream.range(0, patterns)
                .boxed()
                .sorted(Comparator.comparingInt(Integer::bitCount))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int pattern : order) {
            Mode mode = Mode.resting(netlist, pattern, work);
            Motion candidate = mode == null ? null : new Motion(mode, pattern, new Instant(0, new double[0], 0), tones);
            if (candidate != null && new Watch(candidate, 1, 0, work).end() > 0) {
                return candidate;
            }
        }
        throw new ArithmeticException(
                patterns == 1
                        ? "nothing comes to rest: a current source has no way but through capacitors"
                        : "no pattern of conduction fits: the diodes short-circuit a voltage source, or leave"
                                + " a current source no way");
    }

    @Override
    public boolean isAtRest() {
        return true;
    }

    @Override
    public Reading voltage(String from, String to, double t) {
        return motion.voltage(netlist.node(from), netlist.node(to), 0);
    }

    @Override
    public Reading current(String element, double t) {
        int k = netlist.element(element);
        return motion.current(k, netlist.plus(k), netlist.minus(k), netlist.ohms(k), 0);
    }
}
