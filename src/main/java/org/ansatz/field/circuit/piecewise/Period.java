package org.ansatz.field.circuit.piecewise;

import java.util.List;
import org.ansatz.field.circuit.netlist.Waveform;

/** The time after which all sources repeat. */
final class Period {

    /** The most periods of the slowest source that are looked through for one that all share. */
    private static final int MOST = 1000;

    private static final double SAME = 1e-10;

    private Period() {}

    /**
     * The common period, in seconds.
     *
     * @throws ArithmeticException if all sources are constant, or no common period is found
     */
    static double of(List<Waveform> waveforms) {
        double slowest = Double.POSITIVE_INFINITY;
        for (Waveform waveform : waveforms) {
            slowest = waveform.frequency() > 0 ? Math.min(slowest, waveform.frequency()) : slowest;
        }
        if (Double.isInfinite(slowest)) {
            throw new ArithmeticException("every source is constant, so that there is no period; run: dc is meant");
        }
        for (int periods = 1; periods <= MOST; periods++) {
            if (allRepeat(waveforms, periods / slowest)) {
                return periods / slowest;
            }
        }
        throw new ArithmeticException(
                "the sources have no common period within " + MOST + " periods of the slowest, " + slowest + " Hz");
    }

    private static boolean allRepeat(List<Waveform> waveforms, double time) {
        for (Waveform waveform : waveforms) {
            double turns = waveform.frequency() * time;
            if (Math.abs(turns - Math.rint(turns)) > SAME * Math.max(1, turns)) {
                return false;
            }
        }
        return true;
    }
}
