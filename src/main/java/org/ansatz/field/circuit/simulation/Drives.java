package org.ansatz.field.circuit.simulation;

import java.util.Collection;
import java.util.List;
import org.ansatz.field.circuit.netlist.Waveform;

/**
 * What drives a circuit by the time: the waveforms of its sources, and laws as far as they follow the time. A step much longer than a
 * period of one of them sees it at its stages alone, and so do its halves: where charges follow at once, all agree, and all are wrong.
 */
final class Drives {

    /** Between the stages a drive is known well enough beside what it moves along the step. */
    private static final double ROUGHLY = 0.05;

    /** What moves by no more than this part of its size does not move. */
    private static final double NOTHING = 1e-9;

    private final List<Waveform> waveforms;
    private final List<LawStamps.Taken> laws;

    Drives(Collection<Waveform> waveforms, Collection<LawStamps.Taken> laws) {
        this.waveforms = List.copyOf(waveforms);
        this.laws = List.copyOf(laws);
    }

    /** What is looked at, at times of a step. */
    private interface Drive {
        double at(double time);
    }

    /**
     * Whether all of them lie, at the stages of half a step, about where a polynomial through the stages of the whole one has them.
     *
     * @param from where the half begins in the whole: 0 or a half
     */
    boolean areForeseen(Step half, Step whole, double from) {
        for (Waveform waveform : waveforms) {
            if (!isForeseen(waveform::at, half, whole, from)) {
                return false;
            }
        }
        for (LawStamps.Taken law : laws) {
            double[] controls = law.controls(whole.stage(Radau.STAGES - 1));
            double[] slopes = new double[controls.length];
            if (!isForeseen(time -> law.at(controls, time, slopes), half, whole, from)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isForeseen(Drive drive, Step half, Step whole, double from) {
        double[] at = new double[Radau.STAGES];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < Radau.STAGES; j++) {
            at[j] = drive.at(whole.time(j));
            low = Math.min(low, at[j]);
            high = Math.max(high, at[j]);
        }
        double apart = 0;
        for (int i = 0; i < Radau.STAGES; i++) {
            double own = drive.at(half.time(i));
            double foreseen = 0;
            for (int j = 0; j < Radau.STAGES; j++) {
                foreseen += Radau.polynomial(j, from + Radau.at(i) / 2) * at[j];
            }
            apart = Math.max(apart, Math.abs(own - foreseen));
            low = Math.min(low, own);
            high = Math.max(high, own);
        }
        // NaN, where a law has no value, is no reason for a shorter step.
        return !(apart > ROUGHLY * (high - low) + NOTHING * Math.max(Math.abs(low), Math.abs(high)));
    }
}
