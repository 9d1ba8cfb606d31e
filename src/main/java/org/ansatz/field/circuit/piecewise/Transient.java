package org.ansatz.field.circuit.piecewise;

import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Solution;
import org.ansatz.field.circuit.solution.Work;

/**
 * What a circuit does from t = 0, when it is switched on with every capacitor at the voltage it starts from, up to a given
 * time (SPICE's {@code .tran} with {@code uic}).
 */
public final class Transient implements Solution {

    /** A time that was computed may lie beyond an end by so many roundings. */
    private static final int ROUNDINGS = 8;

    private final Netlist netlist;
    private final double stop;
    private final Course course;

    /**
     * Runs a circuit.
     *
     * @param stop when to end, in seconds, positive
     * @throws ArithmeticException if no pattern of conduction fits at some instant, or the diodes switch without end
     */
    public Transient(Netlist netlist, double stop) {
        this(netlist, stop, Work.unlimited());
    }

    /** The same; {@code work} is told of what is done for it, and may end it with an exception. */
    public Transient(Netlist netlist, double stop, Work work) {
        if (!(stop > 0) || Double.isInfinite(stop)) {
            throw new ArithmeticException("a transient lasts for a positive time; here for " + stop + " s");
        }
        this.netlist = netlist;
        this.stop = stop;
        course = Course.of(new Simulation(netlist, netlist.waveforms(), work), netlist.initialVolts(), stop);
    }

    @Override
    public Reading voltage(String from, String to, double t) {
        return course.voltage(netlist.node(from), netlist.node(to), covered(t), covered(t));
    }

    @Override
    public Reading current(String element, double t) {
        return course.current(netlist, netlist.element(element), covered(t), covered(t));
    }

    @Override
    public double[] corners(double low, double high) {
        return course.corners();
    }

    /** The time, or the end if it lies beyond that by rounding alone. */
    private double covered(double t) {
        double rounding = ROUNDINGS * Math.ulp(stop);
        if (!(t >= -rounding && t <= stop + rounding)) {
            throw new ArithmeticException("t = " + t + " s lies outside the transient, 0 s to " + stop + " s");
        }
        return Math.max(0, Math.min(stop, t));
    }
}
